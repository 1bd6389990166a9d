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
 * Keys change while programs run.  A new one is a line at the end of the
 * file; whoever meets a key id it does not know, seals, or sees a form's token
 * that is not its own, looks whether the file has changed.  True: it had.
 */
bool		 secret_reload(const struct secret *);
/* RC_INPUT: no room: there are sixteen.  RC_BUSY: somebody else is changing the file. */
enum rc		 secret_add(const char *path, uint32_t *id) MUST_USE;
/* RC_FORBIDDEN: the first finds codes and phones, the last seals; both stay. */
enum rc		 secret_drop(const char *path, uint32_t id) MUST_USE;
/* The ids of the file, the first to the newest; how many. */
size_t		 secret_keys(const struct secret *, uint32_t *ids, size_t max);
uint32_t	 secret_key_of(struct bytes seal);	/* 0 where it is no seal */

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

/* What a machine puts under a message: hex of HMAC-SHA256(key, time "." body). */
char		*secret_sign(struct arena *, const char *key, const char *time, struct bytes body);

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
