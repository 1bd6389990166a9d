/*
 * push.h: the only door to OpenSSL's libcrypto: messages for browsers that sleep.
 *
 * A browser gives two texts in base64url: its public key on P-256 (p256dh) and
 * a secret (auth).  What is sealed with them only it can read (RFC 8291); that
 * it comes from us its push service sees by a signed token (RFC 8292).
 */
#ifndef LIB_PUSH_H
#define LIB_PUSH_H

#include <stdbool.h>

#include "lib/arena.h"

enum { PUSH_PUBLIC = 65, PUSH_PRIVATE = 32, PUSH_SALT = 16, PUSH_TEXT = 3000 };

struct push_key {			/* a pair on P-256 */
	unsigned char	 public[PUSH_PUBLIC], private[PUSH_PRIVATE];
};

void	 push_make(struct push_key *);
/* As it is kept: base64url of the private half.  RC_INPUT: it is none. */
char	*push_private(struct arena *, const struct push_key *);
enum rc	 push_read(const char *text, struct push_key *) MUST_USE;
char	*push_public(struct arena *, const struct push_key *);	/* as browsers are given it */
void	 push_wipe(struct push_key *);

/* Are these what a browser gives: a point of the curve, and 16 bytes? */
bool	 push_is_browser(const char *p256dh, const char *auth);

/* At most PUSH_TEXT bytes, in one record.  RC_INPUT: not a browser's, or too long. */
enum rc	 push_seal(struct arena *, const char *p256dh, const char *auth, const char *text,
	     struct bytes *out) MUST_USE;
/* The same with a key and a salt that are known: for what RFC 8291 prints. */
enum rc	 push_seal_as(struct arena *, const struct push_key *, const unsigned char *salt,
	     const char *p256dh, const char *auth, const char *text, struct bytes *out) MUST_USE;

/*
 * "vapid t=..., k=...": for the service of this address until then, in
 * seconds since 1970; whom it may write to is subject ("mailto:...").
 */
char	*push_vouch(struct arena *, const struct push_key *, const char *endpoint,
	     const char *subject, int64_t until);

#endif
