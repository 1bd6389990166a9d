/* warn_store.h: whose three days are nearly over, and who has been told of it. */
#ifndef STORE_WARN_STORE_H
#define STORE_WARN_STORE_H

#include "lib/arena.h"
#include "lib/db.h"

/* 1: a day is left.  2: it is over. */
struct warning {
	int64_t		 id, ticket;	/* ticket 0: of a breach */
	const char	*number, *kind;	/* kind "" of a breach */
	int64_t		 due, level;
};

/* Requests, or breaches, due by soon (over: by now) of which that is not put down. */
enum rc	 warn_due(struct db *, struct arena *, bool breach, int64_t now, int64_t soon,
	     struct warning *, size_t *n, size_t max) MUST_USE;
/* RC_CONFLICT: it was, or it has been answered. */
enum rc	 warn_set(struct db *, bool breach, int64_t id, int64_t level) MUST_USE;

/* Put down, still open, and not mailed. */
enum rc	 warn_unmailed(struct db *, struct arena *, bool breach, struct warning *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 warn_set_mailed(struct db *, bool breach, int64_t id, int64_t level) MUST_USE;

extern const struct query *const warn_queries[];
extern const size_t warn_nqueries;

#endif
