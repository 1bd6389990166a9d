/* disaster_store.h: disasters that are proposed, and what became of them. */
#ifndef STORE_DISASTER_STORE_H
#define STORE_DISASTER_STORE_H

#include "domain/disaster.h"
#include "lib/arena.h"
#include "lib/db.h"

/* A ticket's; one that is proposed again, or decided, is the same row. */
enum rc	 disaster_put(struct db *, const struct disaster *) MUST_USE;
enum rc	 disaster_of(struct db *, struct arena *, int64_t ticket, struct disaster *) MUST_USE;
/* Tickets whose proposal rings now. */
enum rc	 disaster_due(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;
/* Proposals that wait, the oldest first. */
enum rc	 disaster_waiting(struct db *, struct arena *, struct disaster_row *, size_t *n,
	     size_t max) MUST_USE;

extern const struct query *const disaster_queries[];
extern const size_t disaster_nqueries;

#endif
