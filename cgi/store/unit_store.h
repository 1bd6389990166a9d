/* unit_store.h: how units, their readiness, crews and equipment are kept. */
#ifndef STORE_UNIT_STORE_H
#define STORE_UNIT_STORE_H

#include "domain/unit.h"
#include "lib/arena.h"
#include "lib/db.h"

enum { UNITS_MAX = 500, RUNS_MAX = 1000 };

/* --- how they stand: of an agency, or 0: of all; by unit ----------------------------------- */

struct ready_row {
	int64_t		 unit;
	enum unready	 out;
	const char	*note;
	int64_t		 out_at, until;
	int64_t		 expired;	/* kinds of equipment past their date */
	struct point	 scene;		/* of the last run that reached one */
	int64_t		 left;		/* when it left there; 0 never */
};
enum rc	 ready_list(struct db *, struct arena *, int64_t agency, int64_t now,
	     struct ready_row *, size_t *n, size_t max) MUST_USE;

struct work_run {
	int64_t		 unit;
	struct at_work	 w;
};
enum rc	 run_open_list(struct db *, struct arena *, int64_t agency, struct work_run *,
	     size_t *n, size_t max) MUST_USE;

struct crew_row {
	int64_t		 id, unit, account;
	const char	*name;		/* of the account, or as typed */
	int64_t		 at;
};
enum rc	 crew_all(struct db *, struct arena *, int64_t agency, struct crew_row *, size_t *n,
	     size_t max) MUST_USE;

/* --- one ------------------------------------------------------------------------------------- */

struct unit_row {
	struct unit	 u;
	int64_t		 valid_to;
};
enum rc	 unit_get(struct db *, struct arena *, int64_t id, struct unit_row *) MUST_USE;
/* Of an agency, or 0: of all, behind an id: those kept and those out of use. */
enum rc	 unit_rows(struct db *, struct arena *, int64_t agency, int64_t after,
	     struct unit_row *, size_t *n, size_t max) MUST_USE;
/* Fills in the id.  RC_CONFLICT: the code is taken. */
enum rc	 unit_add(struct db *, struct unit *) MUST_USE;
/* RC_CONFLICT: changed since it was read, or the code is taken. */
enum rc	 unit_save(struct db *, const struct unit *) MUST_USE;
enum rc	 unit_set_end(struct db *, int64_t id, int64_t valid_to) MUST_USE;
enum rc	 unit_is_out(struct db *, int64_t id, bool *at_work) MUST_USE;

struct outage {
	int64_t		 id, unit;
	enum unready	 reason;
	const char	*note;
	int64_t		 until, account, at;
};
enum rc	 outage_now(struct db *, struct arena *, int64_t unit, struct outage *) MUST_USE;
enum rc	 outage_add(struct db *, const struct outage *) MUST_USE;
enum rc	 outage_end(struct db *, int64_t unit, int64_t now) MUST_USE;	/* RC_CONFLICT: none */

enum rc	 crew_add(struct db *, const struct crew_row *) MUST_USE;
enum rc	 crew_end(struct db *, int64_t unit, int64_t id, int64_t now) MUST_USE;
enum rc	 crew_list(struct db *, struct arena *, int64_t unit, struct crew_row *, size_t *n,
	     size_t max) MUST_USE;

struct kit {
	int64_t		 id, unit;
	const char	*name;
	int64_t		 number, due, at;
};
enum rc	 kit_add(struct db *, const struct kit *) MUST_USE;
enum rc	 kit_end(struct db *, int64_t unit, int64_t id, int64_t now) MUST_USE;
enum rc	 kit_list(struct db *, struct arena *, int64_t unit, struct kit *, size_t *n,
	     size_t max) MUST_USE;

struct unit_past {
	int64_t		 at;
	const char	*by, *data, *note;
};
enum rc	 unit_history(struct db *, struct arena *, int64_t unit, struct unit_past *, size_t *n,
	     size_t max) MUST_USE;

struct person_row {
	int64_t		 id;
	const char	*name;
};
/* Accounts of an agency that are in use, by name. */
enum rc	 unit_people(struct db *, struct arena *, int64_t agency, struct person_row *,
	     size_t *n, size_t max) MUST_USE;

extern const struct query *const unit_queries[];
extern const size_t unit_nqueries;
extern const struct query *const stand_queries[];
extern const size_t stand_nqueries;

#endif
