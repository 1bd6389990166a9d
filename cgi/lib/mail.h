/* mail.h: the only door to libcurl: one letter to one SMTP server. */
#ifndef LIB_MAIL_H
#define LIB_MAIL_H

#include "lib/arena.h"

struct letter {
	const char	*server;	/* "smtp://host:port" or "smtps://..." */
	const char	*from;		/* an address */
	const char	*to;		/* an address */
	const char	*subject;	/* any UTF-8; encoded here (RFC 2047) */
	const char	*text;		/* any UTF-8, LF lines */
	const char	*message_id;	/* stable over retries: a mailbox can drop the second copy.
					 * Without an '@' it gets the one of from. */
	int64_t		 at;		/* the Date header, ms UTC */
};

/* RC_BUSY: try again later (4xx, no connection).  RC_INPUT: never (5xx, bad address). */
enum rc	 mail_send(struct arena *, const struct letter *) MUST_USE;

#endif
