/*
 * notice_action.h: messages to persons: who is told, in which words, by what.
 *
 * Whose roster or ladder says who they are comes with ids.  Each is told by
 * the channels they chose and verified; who chose none, by the address of the
 * account.  In quiet hours messages wait for their end, but for the urgent
 * ones: of P0 and P1, to the people of a step, who are those on duty.
 */
#ifndef ACTION_NOTICE_ACTION_H
#define ACTION_NOTICE_ACTION_H

#include "action/worker_action.h"
#include "domain/notice.h"
#include "domain/pattern.h"
#include "store/outbox_store.h"

struct telling {
	enum notice	 kind;
	int64_t		 ticket, agency, event;
	bool		 urgent;
};

/* Inside the caller's transaction.  Once for an event, a person and a channel. */
enum rc	 notice_tell(const struct desk *, const struct telling *, const int64_t *accounts,
	     size_t n) MUST_USE;

/* --- for the process that sends ------------------------------------------------------------ */

struct notice_text {
	const char	*to;		/* an address, a number; "" to browsers */
	const char	*subject, *text;	/* of SMS and WhatsApp the text alone */
	const char	*number;	/* the ticket's; "" */
};

/*
 * RC_NOTFOUND: nobody to send it to.  RC_INPUT: no words for it.  RC_CONFLICT:
 * what it is about is over.
 */
enum rc	 notice_write(const struct desk *, const struct post_office *, const struct post *,
	     struct notice_text *) MUST_USE;
/* 0, or when its person's quiet hours end. */
enum rc	 notice_hold(const struct desk *, const struct post *, int64_t *until) MUST_USE;

/* One message to all of a person's browsers; as office->push answers. */
enum rc	 notice_push(const struct desk *, const struct post_office *, const struct post *,
	     const struct notice_text *) MUST_USE;

/* Our public push key; made where there is none.  Begins a transaction of its own. */
enum rc	 notice_key(const struct desk *) MUST_USE;
/* May a push service lie on this machine?  The setting push_here, of a demo alone. */
enum rc	 notice_here(const struct desk *, bool *) MUST_USE;

#endif
