/* throttle_store.h: how failed tries are kept: under keyed hashes, never under names. */
#ifndef STORE_THROTTLE_STORE_H
#define STORE_THROTTLE_STORE_H

#include "domain/throttle.h"
#include "lib/db.h"

/* All zero where nothing failed. */
enum rc	 throttle_read(struct db *, const unsigned char key[HASH_SIZE], struct throttle *) MUST_USE;
enum rc	 throttle_save(struct db *, const unsigned char key[HASH_SIZE],
	     const struct throttle *) MUST_USE;
enum rc	 throttle_remove(struct db *, const unsigned char key[HASH_SIZE]) MUST_USE;
enum rc	 throttle_sweep(struct db *, int64_t before) MUST_USE;	/* those long quiet */

extern const struct query *const throttle_queries[];
extern const size_t throttle_nqueries;

#endif
