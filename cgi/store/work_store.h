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

/* In which order, and so by which index. */
enum work_order {
	WORK_BY_LIMIT = 0,	/* priority, then time left */
	WORK_BY_AGE,		/* the newest first */
	WORK_BY_SILENCE,	/* the longest silence first */
	WORK_BY_END,		/* ended work, the last first */
	WORK_BY_RETURN,		/* what was sent back and is open elsewhere, the last first */
	WORK_BY_COUNT
};

enum work_waits { WORK_ANY = 0, WORK_NOT_ACCEPTED, WORK_NOT_SEEN };

/* After this row, in the order's own terms: of a descending one, before it. */
struct work_from {
	enum work_order	 order;
	int64_t		 agency;	/* 0: the city's, leading parts only */
	int64_t		 priority;	/* BY_LIMIT: of that row; -1 from the top */
	int64_t		 at;		/* its limit, end of silence or end */
	int64_t		 id;
	int64_t		 last_priority;	/* BY_LIMIT: none less urgent than this */
	int64_t		 only_priority;	/* the others: this one, -1 any */
	int64_t		 bound;		/* SILENCE: only until then, 0 any; END, RETURN: since */
	const char	*area;		/* a code or its beginning; "" all */
	int64_t		 category;	/* 0 all */
	int64_t		 late;		/* only limits before this; 0 all */
	enum work_waits	 waits;
};

enum rc	 work_lines(struct db *, struct arena *, const struct work_from *,
	     struct work_line **, size_t *n, size_t max) MUST_USE;
enum rc	 work_of_unit(struct db *, struct arena *, int64_t unit, struct work_line **,
	     size_t *n, size_t max) MUST_USE;
/* Waiting for another person: complaints to validate, emergencies to close. */
enum rc	 work_waiting(struct db *, struct arena *, struct work_line **, size_t *n,
	     size_t max) MUST_USE;

/* One part, whatever became of it. */
enum rc	 work_one(struct db *, struct arena *, int64_t assignment, struct work_line *) MUST_USE;

/* --- how many, for the chips: each at most 999; agency 0 the city's ------- */

struct work_count {
	int64_t	open, unaccepted, late;
};
enum rc	 work_counts(struct db *, int64_t agency, int64_t now, struct work_count *) MUST_USE;
/* The gravest priority of what nobody has accepted and makes a sound; -1 none does. */
enum rc	 work_loudest(struct db *, int64_t agency, int64_t *priority) MUST_USE;
enum rc	 work_unseen_count(struct db *, int64_t agency, int64_t *) MUST_USE;	/* at most 100 */
enum rc	 work_ended_count(struct db *, int64_t agency, int64_t since, int64_t *) MUST_USE;
enum rc	 work_quiet_count(struct db *, int64_t agency, int64_t now, int64_t *) MUST_USE;
enum rc	 work_return_count(struct db *, int64_t agency, int64_t since, int64_t *) MUST_USE;
enum rc	 work_waiting_count(struct db *, int64_t *) MUST_USE;
enum rc	 work_unit_count(struct db *, int64_t unit, int64_t *) MUST_USE;

/* The first open run of a part; RC_NOTFOUND where no unit is at work. */
enum rc	 work_first_run(struct db *, int64_t assignment, struct run *) MUST_USE;

/* Who ended a part, with the name; RC_NOTFOUND where no event says so. */
enum rc	 work_ender(struct db *, struct arena *, const struct assignment *,
	     struct actor *) MUST_USE;

extern const struct query *const work_queries[];
extern const size_t work_nqueries;
extern const struct query *const work_count_queries[];
extern const size_t work_count_nqueries;

#endif
