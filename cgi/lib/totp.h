/*
 * totp.h: the only door to liboath: six digits from a shared secret and the time.
 *
 * RFC 6238 with what every authenticator app knows: SHA-1, 30 seconds.
 */
#ifndef LIB_TOTP_H
#define LIB_TOTP_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

enum { TOTP_DIGITS = 6, TOTP_LETTERS = 32 };	/* 32 letters of base32: 160 bits */

char	*totp_secret(struct arena *);		/* a new one, in base32 */
/*
 * The step of the code: of now, the one before, or the one after, and later
 * than the last one taken.  0: it is none of these.
 */
int64_t	 totp_step(const char *secret, const char *code, int64_t now, int64_t last);
/* The code of a moment, for tests and for those who try a secret. */
char	*totp_code(struct arena *, const char *secret, int64_t now);
bool	 totp_is_code(const char *);		/* six digits */

#endif
