/* retention_store.h: what has been kept long enough, and its removal. */
#ifndef STORE_RETENTION_STORE_H
#define STORE_RETENTION_STORE_H

#include "domain/subject.h"
#include "lib/arena.h"
#include "lib/db.h"

/* How long each class is kept, in the order they are shown. */
enum rc	 retention_list(struct db *, struct arena *, struct retention *, size_t *n,
	     size_t max) MUST_USE;
/* RC_NOTFOUND: no such class. */
enum rc	 retention_days(struct db *, const char *class, int64_t *days) MUST_USE;
enum rc	 retention_put(struct db *, const struct retention *, int64_t place) MUST_USE;

/*
 * Rows of a class whose end was at or before: at most max ids.  What waits,
 * what is open and what is held is not among them.
 */
enum rc	 retention_find(struct db *, enum data_class, int64_t before, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;
/* Takes from one row what the class is about; the row stays, but a letter's goes. */
enum rc	 retention_clear(struct db *, enum data_class, int64_t id) MUST_USE;

extern const struct query *const retention_queries[];
extern const size_t retention_nqueries;

#endif
