/* reporter_store.h: how those who reported a ticket are kept. */
#ifndef STORE_REPORTER_STORE_H
#define STORE_REPORTER_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* A reporter.  sealed and phone may be empty; code is the keyed hash of the tracking code. */
enum rc	 reporter_next_id(struct db *, int64_t *) MUST_USE;
enum rc	 reporter_insert(struct db *, const struct reporter *, struct bytes sealed,
	     struct bytes phone, struct bytes code) MUST_USE;
/* The same one again: who it is, a new code, the words, the privacy. */
enum rc	 reporter_fill(struct db *, const struct reporter *, struct bytes sealed,
	     struct bytes phone, struct bytes code) MUST_USE;
enum rc	 reporter_by_code(struct db *, struct arena *, struct bytes code,
	     struct reporter *) MUST_USE;
enum rc	 reporter_list(struct db *, struct arena *, int64_t ticket, struct reporter **,
	     struct bytes **sealed, size_t *n, size_t max) MUST_USE;
/* Those of one ticket who want letters. */
enum rc	 reporter_mailed(struct db *, struct arena *, int64_t ticket, int64_t **ids,
	     size_t *n, size_t max) MUST_USE;
enum rc	 reporter_move_all(struct db *, int64_t from, int64_t to) MUST_USE;	/* a merge */
enum rc	 reporter_move_back(struct db *, int64_t origin, int64_t from,
	     int64_t to) MUST_USE;	/* its undoing */
enum rc	 reporter_count(struct db *, int64_t ticket, int64_t *) MUST_USE;

extern const struct query *const reporter_queries[];
extern const size_t reporter_nqueries;

#endif
