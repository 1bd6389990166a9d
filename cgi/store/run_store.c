/* run_store.c: how the units' runs are kept. */
#include "store/assignment_store.h"

#define COLUMNS \
	" id, assignment, ticket, unit, state, open, alerted_at, departed_at, arrived_at," \
	" ended_at, since_at, version "

static const struct query insert = {
	"new run",
	"INSERT INTO run (assignment, ticket, unit, state, open, alerted_at, since_at)"
	" VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5)"
};

static const struct query by_id = {
	"run by id", "SELECT" COLUMNS "FROM run WHERE id = ?1"
};

static const struct query of_ticket = {
	"runs of a ticket", "SELECT" COLUMNS "FROM run WHERE ticket = ?1 ORDER BY id LIMIT ?2"
};

static const struct query of_unit = {
	"a unit's run of a ticket",
	"SELECT 1 FROM run WHERE ticket = ?1 AND unit = ?2 LIMIT 1"
};

static const struct query units = {
	"units at work for an assignment",
	"SELECT u.code FROM run r JOIN unit u ON u.id = r.unit"
	" WHERE r.assignment = ?1 AND r.open = 1 ORDER BY r.id"
};

static const struct query save = {
	"run changes",
	"UPDATE run SET state = ?1, open = ?2, departed_at = ?3, arrived_at = ?4, ended_at = ?5,"
	" since_at = ?6, version = version + 1 WHERE id = ?7 AND version = ?8"
};

static void
read_row(struct stmt *s, struct run *r)
{
	r->id = get_int(s);
	r->assignment = get_int(s);
	r->ticket = get_int(s);
	r->unit = get_int(s);
	r->state = state_of(get_text(s));
	r->open = get_int(s) != 0;
	r->alerted = get_int(s);
	r->departed = get_int(s);
	r->arrived = get_int(s);
	r->ended = get_int(s);
	r->since = get_int(s);
	r->version = get_int(s);
}

enum rc
run_insert(struct db *db, struct run *r)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, r->assignment);
	put_int(s, r->ticket);
	put_int(s, r->unit);
	put_text(s, state_code(r->state));
	put_int(s, r->alerted);
	if ((rc = db_end(s)) == RC_OK) {
		r->id = db_last_id(db);
		r->since = r->alerted;
		r->version = 1;
	}
	return rc;
}

enum rc
run_by_id(struct db *db, int64_t id, struct run *r)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, r);
	return db_end_one(s);
}

enum rc
run_list(struct db *db, struct arena *a, int64_t ticket, struct run **list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_row(s, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
run_of_unit(struct db *db, int64_t ticket, int64_t unit, bool *has)
{
	struct stmt	*s = db_start(db, &of_unit);

	put_int(s, ticket);
	put_int(s, unit);
	*has = db_next(s);
	return db_end(s);
}

enum rc
run_units(struct db *db, struct arena *a, int64_t assignment, const char **codes)
{
	struct stmt	*s = db_start(db, &units);

	*codes = "";
	put_int(s, assignment);
	while (db_next(s))
		*codes = arena_printf(a, "%s%s%s", *codes, **codes == '\0' ? "" : ", ",
		    get_text(s));
	return db_end(s);
}

enum rc
run_save(struct db *db, struct run *r)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_text(s, state_code(r->state));
	put_int(s, r->open);
	put_int(s, r->departed);
	put_int(s, r->arrived);
	put_int(s, r->ended);
	put_int(s, r->since);
	put_int(s, r->id);
	put_int(s, r->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		r->version++;
	return rc;
}

const struct query *const run_queries[] = {
	&insert, &by_id, &of_ticket, &of_unit, &units, &save
};
const size_t run_nqueries = COUNT(run_queries);
