/* gazette_store.h: names of places, as people look after them. */
#ifndef STORE_GAZETTE_STORE_H
#define STORE_GAZETTE_STORE_H

#include "domain/gazetteer.h"
#include "lib/arena.h"
#include "lib/db.h"

struct gazette_row {
	struct name	 n;
	bool		 hidden;
	int64_t		 means;		/* another word for that one; 0 a name of its own */
	int64_t		 used;
};

/* By name; prefix: folded names that begin so; after: the row before, or NULL. */
enum rc	 gazette_list(struct db *, struct arena *, const char *prefix, const struct name *after,
	     struct gazette_row *, size_t *n, size_t max) MUST_USE;
enum rc	 gazette_get(struct db *, struct arena *, int64_t id, struct gazette_row *) MUST_USE;
/* Other words for it. */
enum rc	 gazette_words(struct db *, struct arena *, int64_t id, struct gazette_row *, size_t *n,
	     size_t max) MUST_USE;
/* Everything of it; RC_CONFLICT: another has this name, area and kind. */
enum rc	 gazette_save(struct db *, struct arena *, const struct gazette_row *,
	     bool renamed) MUST_USE;
enum rc	 gazette_mean(struct db *, int64_t id, int64_t means) MUST_USE;

/* An address was learnt from a ticket; those of a ticket go with it. */
enum rc	 place_learnt(struct db *, int64_t place, int64_t ticket) MUST_USE;
enum rc	 place_forget(struct db *, int64_t ticket) MUST_USE;

extern const struct query *const gazette_queries[];
extern const size_t gazette_nqueries;

#endif
