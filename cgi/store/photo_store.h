/* photo_store.h: how what is known of photos is kept. */
#ifndef STORE_PHOTO_STORE_H
#define STORE_PHOTO_STORE_H

#include "domain/proof.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 photo_insert(struct db *, const struct shot *) MUST_USE;
/* Of one ticket, the oldest first. */
enum rc	 photo_list(struct db *, struct arena *, int64_t ticket, struct shot **,
	     size_t *n, size_t max) MUST_USE;
enum rc	 photo_by_name(struct db *, struct arena *, const char *name,
	     struct shot *) MUST_USE;
/* The number of another ticket with a photo of this digest; "" where none. */
enum rc	 photo_elsewhere(struct db *, struct arena *, const struct shot *,
	     const char **number) MUST_USE;
enum rc	 photo_set_public(struct db *, int64_t id, bool) MUST_USE;

extern const struct query *const photo_queries[];
extern const size_t photo_nqueries;

#endif
