/*
 * gateway_action.h: machines that speak to us, each known by a secret.
 *
 * A message is taken once.  The action that does what it says asks
 * message_first() inside its transaction, and before that ends hands its answer
 * to message_done(): the same message again is answered with the same words.
 */
#ifndef ACTION_GATEWAY_ACTION_H
#define ACTION_GATEWAY_ACTION_H

#include "action/desk.h"
#include "domain/gateway.h"

enum { GATEWAYS_MAX = 50 };

/* What came in, whole, and from whom; whose it is was shown by its signature. */
struct parcel {
	struct gateway	 from;
	const char	*id;			/* the sender's */
	unsigned char	 hash[HASH_SIZE];	/* of the body */
};

/* What a machine says of itself, beside the body. */
struct credential {
	const char	*bearer;	/* "Bearer CODE" */
	const char	*time;		/* seconds */
	const char	*signature;	/* hex */
	const char	*remote;
};

/*
 * RC_LOGIN: not one of ours, not its signature, or not of these minutes: the
 * same for all.  RC_CONFLICT: that, and too often; *wait says how long, ms.
 * Who has the secret never waits because of who has not.
 */
enum rc	 gateway_enter(const struct desk *, const struct credential *, const char *body,
	     struct parcel *, int64_t *wait) MUST_USE;

/*
 * *answer NULL: it is new.  RC_CONFLICT: the id was of another message.  The
 * gateway was heard of.
 */
enum rc	 message_first(const struct desk *, const struct parcel *, const char **answer) MUST_USE;
enum rc	 message_done(const struct desk *, const struct parcel *, const char *answer) MUST_USE;

/* It only says that it is there. */
enum rc	 gateway_beat(const struct desk *, const struct parcel *, const char **answer) MUST_USE;

/* --- for the admin, by the command line ------------------------------------------------- */

/* *secret is shown once.  RC_CONFLICT: there is one of that code. */
enum rc	 gateway_make(const struct desk *, const char *code, enum gateway_kind,
	     const char **secret) MUST_USE;
enum rc	 gateway_list(const struct desk *, struct gateway **, size_t *n) MUST_USE;
enum rc	 gateway_revoke(const struct desk *, const char *code) MUST_USE;

#endif
