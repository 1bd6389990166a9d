/*
 * secret.h: the only door to libsodium: keys, seals, hashes, chance.
 *
 * The key file lies outside the store, mode 0400, a line for each key:
 * "<id> <64 hex digits>".  The last line is the key in use; older ones only
 * open what they sealed.  From each key others are derived, one for a
 * purpose: sealing, look-up, form tokens.
 */
#ifndef LIB_SECRET_H
#define LIB_SECRET_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

enum { HASH_SIZE = 32 };

struct secret;

void		 secret_start(void);			/* once in a process, first of all */
enum rc		 secret_make(const char *path) MUST_USE;	/* RC_CONFLICT: there is one */
struct secret	*secret_open(const char *path);		/* dies without a good key file */
void		 secret_close(struct secret *);

/*
 * XChaCha20-Poly1305.  The context ("reporter:17") is bound to the seal: moved
 * to another row, it does not open.  Opening a seal that is not good: RC_FAIL.
 */
struct bytes	 secret_seal(const struct secret *, struct arena *,
		     const char *context, const char *text);
enum rc		 secret_unseal(const struct secret *, struct arena *,
		     const char *context, struct bytes, const char **text) MUST_USE;

/* Keyed BLAKE2b, for finding a phone or a tracking code without storing it. */
void		 secret_lookup(const struct secret *, const char *purpose,
		     const char *text, unsigned char out[HASH_SIZE]);

/* BLAKE2b of a then b, no key: the chain of events, the hash of a session id. */
void		 secret_hash(struct bytes a, struct bytes b, unsigned char out[HASH_SIZE]);
char		*secret_hex(struct arena *, struct bytes);

/* Passwords: argon2id. */
char		*secret_password(struct arena *, const char *password);
bool		 secret_password_fits(const char *hash, const char *password);
bool		 secret_password_is_old(const char *hash);	/* hash it again */

/* Chance. */
char		*secret_token(struct arena *);		/* 43 characters, 256 bits */
char		*secret_letters(struct arena *, size_t n);	/* without 0 O 1 I L */
uint32_t	 secret_below(uint32_t limit);		/* 0 .. limit-1, even */

/*
 * A token for a form: shows that we made it, and when.  Also the submission's
 * idempotency token: it is never the same twice.
 */
char		*secret_mint(const struct secret *, struct arena *, int64_t now);
bool		 secret_minted(const struct secret *, const char *token,
		     int64_t now, int64_t max_age);
bool		 secret_same(const char *, const char *);	/* in constant time */

#endif
