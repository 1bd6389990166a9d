/* work_store.h: the lists agencies and the city work from. */
#ifndef STORE_WORK_STORE_H
#define STORE_WORK_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* A row of a list: a part, and of its ticket what a list shows. */
struct work_line {
	struct assignment	 a;
	struct ticket		 t;	/* id number track state category lead title place.text
					   place.area recorded reporters version since due */
};

/* After this row, in the order priority, due, id.  All -1, 0, 0: from the top. */
struct work_from {
	int64_t		 agency;	/* 0: the city's, leading parts only */
	int64_t		 priority, due, id;
	int64_t		 last_priority;	/* none less urgent than this */
	const char	*area;		/* a code or its beginning; "" all */
	int64_t		 late;		/* only limits before this; 0 all */
	bool		 unaccepted;
};

enum rc	 work_open(struct db *, struct arena *, const struct work_from *,
	     struct work_line **, size_t *n, size_t max) MUST_USE;
enum rc	 work_ended(struct db *, struct arena *, int64_t agency, int64_t since,
	     struct work_line **, size_t *n, size_t max) MUST_USE;
enum rc	 work_of_unit(struct db *, struct arena *, int64_t unit, struct work_line **,
	     size_t *n, size_t max) MUST_USE;
/* Waiting for another person: complaints to validate, emergencies to close. */
enum rc	 work_waiting(struct db *, struct arena *, struct work_line **, size_t *n,
	     size_t max) MUST_USE;

struct work_count {
	int64_t	open, unaccepted, late;
};
/* Each at most 999; agency 0 the city's. */
enum rc	 work_counts(struct db *, int64_t agency, int64_t now, struct work_count *) MUST_USE;
enum rc	 work_ended_count(struct db *, int64_t agency, int64_t since, int64_t *) MUST_USE;
enum rc	 work_waiting_count(struct db *, int64_t *) MUST_USE;
enum rc	 work_unit_count(struct db *, int64_t unit, int64_t *) MUST_USE;

/* The first open run of a part; RC_NOTFOUND where no unit is at work. */
enum rc	 work_first_run(struct db *, int64_t assignment, struct run *) MUST_USE;

extern const struct query *const work_queries[];
extern const size_t work_nqueries;

#endif
