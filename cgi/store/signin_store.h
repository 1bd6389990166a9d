/* signin_store.h: how second factors, half sessions and invitations are kept. */
#ifndef STORE_SIGNIN_STORE_H
#define STORE_SIGNIN_STORE_H

#include "lib/arena.h"
#include "lib/db.h"

struct totp {
	struct bytes	 secret;	/* sealed for "totp:<account>" */
	int64_t		 step;		/* of the last code taken */
	int64_t		 created;
};

enum rc	 totp_read(struct db *, struct arena *, int64_t account, struct totp *) MUST_USE;
enum rc	 totp_since(struct db *, int64_t account, int64_t *since) MUST_USE;	/* or 0 */
enum rc	 totp_insert(struct db *, int64_t account, const struct totp *) MUST_USE;
/* RC_CONFLICT: a code of that step, or of a later one, was taken already. */
enum rc	 totp_take(struct db *, int64_t account, int64_t step) MUST_USE;
enum rc	 totp_remove(struct db *, int64_t account) MUST_USE;

/* Under keyed hashes.  RC_CONFLICT where it is none, or was used. */
enum rc	 backup_add(struct db *, int64_t account, const unsigned char hash[HASH_SIZE]) MUST_USE;
enum rc	 backup_use(struct db *, int64_t account, const unsigned char hash[HASH_SIZE],
	     int64_t now) MUST_USE;
enum rc	 backup_count(struct db *, int64_t account, int64_t *left) MUST_USE;
enum rc	 backup_remove(struct db *, int64_t account) MUST_USE;

/* The password was right, the code is to come. */
enum rc	 half_add(struct db *, const unsigned char hash[HASH_SIZE], int64_t account,
	     int64_t expires) MUST_USE;
enum rc	 half_read(struct db *, const unsigned char hash[HASH_SIZE], int64_t now,
	     int64_t *account) MUST_USE;
enum rc	 half_remove(struct db *, const unsigned char hash[HASH_SIZE]) MUST_USE;
enum rc	 half_sweep(struct db *, int64_t now) MUST_USE;

/* One for an account: a new one takes the old one's place. */
enum rc	 invite_add(struct db *, const unsigned char hash[HASH_SIZE], int64_t account,
	     int64_t expires) MUST_USE;
enum rc	 invite_read(struct db *, const unsigned char hash[HASH_SIZE], int64_t now,
	     int64_t *account) MUST_USE;
enum rc	 invite_remove(struct db *, int64_t account) MUST_USE;
enum rc	 invite_waits(struct db *, int64_t account, int64_t *expires) MUST_USE;	/* or 0 */

extern const struct query *const signin_queries[];
extern const size_t signin_nqueries;

#endif
