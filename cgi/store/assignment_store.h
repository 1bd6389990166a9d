/* assignment_store.h: how the agencies' parts and the units' runs are kept. */
#ifndef STORE_ASSIGNMENT_STORE_H
#define STORE_ASSIGNMENT_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Fills id.  RC_CONFLICT: the agency has an open part, or there is a lead. */
enum rc	 assignment_insert(struct db *, struct assignment *) MUST_USE;
enum rc	 assignment_by_id(struct db *, struct arena *, int64_t, struct assignment *) MUST_USE;
enum rc	 assignment_of(struct db *, struct arena *, int64_t ticket, int64_t agency,
	     struct assignment *) MUST_USE;		/* the open one */
enum rc	 assignment_list(struct db *, struct arena *, int64_t ticket,
	     struct assignment **, size_t *n, size_t max) MUST_USE;	/* oldest first */
enum rc	 assignment_save(struct db *, struct assignment *) MUST_USE;	/* by version */
/* Had this agency ever a part in it? */
enum rc	 assignment_had(struct db *, int64_t ticket, int64_t agency, bool *) MUST_USE;

enum rc	 run_insert(struct db *, struct run *) MUST_USE;
enum rc	 run_by_id(struct db *, int64_t, struct run *) MUST_USE;
enum rc	 run_list(struct db *, struct arena *, int64_t ticket, struct run **, size_t *n,
	     size_t max) MUST_USE;
enum rc	 run_save(struct db *, struct run *) MUST_USE;
enum rc	 run_of_unit(struct db *, int64_t ticket, int64_t unit, bool *) MUST_USE;
/* The codes of the units at work for an assignment: "A1, A3". */
enum rc	 run_units(struct db *, struct arena *, int64_t assignment, const char **) MUST_USE;

extern const struct query *const assignment_queries[];
extern const size_t assignment_nqueries;
extern const struct query *const run_queries[];
extern const size_t run_nqueries;

#endif
