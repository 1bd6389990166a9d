/* session_store.h: how sign-ins are kept: under the hash of the cookie's value. */
#ifndef STORE_SESSION_STORE_H
#define STORE_SESSION_STORE_H

#include "domain/account.h"
#include "lib/arena.h"
#include "lib/db.h"

/* RC_NOTFOUND: none, over, or the account is disabled. */
enum rc	 session_read(struct db *, struct arena *, const unsigned char hash[HASH_SIZE],
	     int64_t now, struct session *) MUST_USE;
/* device: in words, "Chrome, Android". */
enum rc	 session_add(struct db *, const unsigned char hash[HASH_SIZE], const struct session *,
	     const char *device) MUST_USE;
enum rc	 session_remove(struct db *, const unsigned char hash[HASH_SIZE]) MUST_USE;
enum rc	 session_remove_of(struct db *, int64_t account) MUST_USE;	/* the half ones, too */
enum rc	 session_remove_others(struct db *, int64_t account,
	     const unsigned char kept[HASH_SIZE]) MUST_USE;

struct session_row {
	unsigned char	 hash[HASH_SIZE];
	int64_t		 created, expires;
	const char	*device;
};

/* Those not over, newest first, at most max. */
enum rc	 session_list(struct db *, struct arena *, int64_t account, int64_t now,
	     struct session_row *, size_t *n, size_t max) MUST_USE;
enum rc	 session_count(struct db *, int64_t account, int64_t now, int64_t *n) MUST_USE;
enum rc	 session_sweep(struct db *, int64_t now) MUST_USE;	/* those that are over */

extern const struct query *const session_queries[];
extern const size_t session_nqueries;

#endif
