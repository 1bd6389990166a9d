/* unit_store.c: how units, their readiness, crews and equipment are kept. */
#include "store/unit_store.h"

#define ROW	"SELECT id, agency, code, name, kind, plate, load, base, lat, lon, crew, version," \
	" valid_to FROM unit "

static const struct query by_id = { "a unit", ROW "WHERE id = ?1" };
static const struct query rows_one = {
	"units of an agency, kept or not",
	ROW "WHERE agency = ?1 AND id > ?2 ORDER BY id LIMIT ?3"
};
static const struct query rows_all = {
	"units, kept or not", ROW "WHERE id > ?2 AND ?1 = 0 ORDER BY id LIMIT ?3"
};
static const struct query insert = {
	"new unit",
	"INSERT INTO unit (agency, code, name, kind, plate, load, base, lat, lon, crew)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
};
static const struct query save = {
	"a unit changes",
	"UPDATE unit SET agency = ?1, code = ?2, name = ?3, kind = ?4, plate = ?5, load = ?6,"
	" base = ?7, lat = ?8, lon = ?9, crew = ?10, version = version + 1"
	" WHERE id = ?11 AND version = ?12"
};
static const struct query set_end = {
	"a unit goes out of use, or comes back",
	"UPDATE unit SET valid_to = ?2, version = version + 1 WHERE id = ?1"
};
static const struct query is_out = {
	"is a unit at work", "SELECT 1 FROM run WHERE unit = ?1 AND open = 1 LIMIT 1"
};
static const struct query out_now = {
	"why a unit is not ready",
	"SELECT id, unit, reason, note, until, account, at FROM outage"
	" WHERE unit = ?1 AND ended_at = 0"
};
static const struct query out_add = {
	"a unit is not ready",
	"INSERT INTO outage (unit, reason, note, until, account, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};
static const struct query out_end = {
	"a unit is ready again",
	"UPDATE outage SET ended_at = ?2 WHERE unit = ?1 AND ended_at = 0"
};
static const struct query crew_on = {
	"somebody comes on board",
	"INSERT INTO crew (unit, account, name, at) VALUES (?1, ?2, ?3, ?4)"
};
static const struct query crew_off = {
	"somebody leaves",
	"UPDATE crew SET valid_to = ?3 WHERE id = ?2 AND unit = ?1 AND valid_to = 0"
};
static const struct query crew_of = {
	"who is on board",
	"SELECT c.id, c.unit, c.account, COALESCE(p.name, c.name), c.at FROM crew c"
	" LEFT JOIN account p ON p.id = c.account WHERE c.unit = ?1 AND c.valid_to = 0"
	" ORDER BY c.id LIMIT ?2"
};
static const struct query kit_on = {
	"new equipment",
	"INSERT INTO equipment (unit, name, number, due_at, at) VALUES (?1, ?2, ?3, ?4, ?5)"
};
static const struct query kit_off = {
	"equipment is gone",
	"UPDATE equipment SET valid_to = ?3 WHERE id = ?2 AND unit = ?1 AND valid_to = 0"
};
static const struct query kit_of = {
	"a unit's equipment",
	"SELECT id, unit, name, number, due_at, at FROM equipment"
	" WHERE unit = ?1 AND valid_to = 0 ORDER BY id LIMIT ?2"
};
static const struct query past = {
	"what was changed of a unit",
	"SELECT e.at, COALESCE(a.name, ''), e.data, e.note FROM event e"
	" LEFT JOIN account a ON a.id = e.actor WHERE e.act = 'unit' AND e.object = ?1"
	" ORDER BY e.id DESC LIMIT ?2"
};
static const struct query people = {
	"people of an agency",
	"SELECT id, name FROM account WHERE agency = ?1 AND disabled_at = 0 ORDER BY name LIMIT ?2"
};

static void
read_unit(struct stmt *s, struct arena *a, struct unit_row *r)
{
	r->u.id = get_int(s);
	r->u.agency = get_int(s);
	r->u.code = arena_text(a, get_text(s));
	r->u.name = arena_text(a, get_text(s));
	r->u.kind = arena_text(a, get_text(s));
	r->u.plate = arena_text(a, get_text(s));
	r->u.load = arena_text(a, get_text(s));
	r->u.base = arena_text(a, get_text(s));
	r->u.lat = get_int(s);
	r->u.lon = get_int(s);
	r->u.crew = get_int(s);
	r->u.version = get_int(s);
	r->valid_to = get_int(s);
}

enum rc
unit_get(struct db *db, struct arena *a, int64_t id, struct unit_row *r)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_unit(s, a, r);
	return db_end_one(s);
}

enum rc
unit_rows(struct db *db, struct arena *a, int64_t agency, int64_t after, struct unit_row *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, agency == 0 ? &rows_all : &rows_one);

	put_int(s, agency);
	put_int(s, after);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_unit(s, a, &list[*n]);
	return db_end(s);
}

static void
put_unit(struct stmt *s, const struct unit *u)
{
	put_int(s, u->agency);
	put_text(s, u->code);
	put_text(s, u->name);
	put_text(s, u->kind);
	put_text(s, u->plate);
	put_text(s, u->load);
	put_text(s, u->base);
	put_int(s, u->lat);
	put_int(s, u->lon);
	put_int(s, u->crew);
}

enum rc
unit_add(struct db *db, struct unit *u)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_unit(s, u);
	if ((rc = db_end(s)) == RC_OK)
		u->id = db_last_id(db);
	return rc;
}

enum rc
unit_save(struct db *db, const struct unit *u)
{
	struct stmt	*s = db_start(db, &save);

	put_unit(s, u);
	put_int(s, u->id);
	put_int(s, u->version);
	return db_end_changed(s);
}

enum rc
unit_set_end(struct db *db, int64_t id, int64_t valid_to)
{
	struct stmt	*s = db_start(db, &set_end);

	put_int(s, id);
	put_int(s, valid_to);
	return db_end_changed(s);
}

enum rc
unit_is_out(struct db *db, int64_t id, bool *at_work)
{
	struct stmt	*s = db_start(db, &is_out);

	put_int(s, id);
	*at_work = db_next(s);
	return db_end(s);
}

/* --- ready or not ------------------------------------------------------------------------- */

enum rc
outage_now(struct db *db, struct arena *a, int64_t unit, struct outage *o)
{
	struct stmt	*s = db_start(db, &out_now);

	put_int(s, unit);
	if (db_next(s)) {
		o->id = get_int(s);
		o->unit = get_int(s);
		o->reason = unready_of(get_text(s));
		o->note = arena_text(a, get_text(s));
		o->until = get_int(s);
		o->account = get_int(s);
		o->at = get_int(s);
	}
	return db_end_one(s);
}

enum rc
outage_add(struct db *db, const struct outage *o)
{
	struct stmt	*s = db_start(db, &out_add);

	put_int(s, o->unit);
	put_text(s, unready_code(o->reason));
	put_text(s, o->note);
	put_int(s, o->until);
	put_int(s, o->account);
	put_int(s, o->at);
	return db_end(s);
}

enum rc
outage_end(struct db *db, int64_t unit, int64_t now)
{
	struct stmt	*s = db_start(db, &out_end);

	put_int(s, unit);
	put_int(s, now);
	return db_end_changed(s);
}

/* --- on board -------------------------------------------------------------------------------- */

enum rc
crew_add(struct db *db, const struct crew_row *c)
{
	struct stmt	*s = db_start(db, &crew_on);

	put_int(s, c->unit);
	put_int(s, c->account);
	put_text(s, c->account == 0 ? c->name : "");
	put_int(s, c->at);
	return db_end(s);
}

static enum rc
end_of(struct db *db, const struct query *q, int64_t unit, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, unit);
	put_int(s, id);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
crew_end(struct db *db, int64_t unit, int64_t id, int64_t now)
{
	return end_of(db, &crew_off, unit, id, now);
}

enum rc
crew_list(struct db *db, struct arena *a, int64_t unit, struct crew_row *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &crew_of);

	put_int(s, unit);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].unit = get_int(s);
		list[*n].account = get_int(s);
		list[*n].name = arena_text(a, get_text(s));
		list[*n].at = get_int(s);
	}
	return db_end(s);
}

enum rc
kit_add(struct db *db, const struct kit *k)
{
	struct stmt	*s = db_start(db, &kit_on);

	put_int(s, k->unit);
	put_text(s, k->name);
	put_int(s, k->number);
	put_int(s, k->due);
	put_int(s, k->at);
	return db_end(s);
}

enum rc
kit_end(struct db *db, int64_t unit, int64_t id, int64_t now)
{
	return end_of(db, &kit_off, unit, id, now);
}

enum rc
kit_list(struct db *db, struct arena *a, int64_t unit, struct kit *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &kit_of);

	put_int(s, unit);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].unit = get_int(s);
		list[*n].name = arena_text(a, get_text(s));
		list[*n].number = get_int(s);
		list[*n].due = get_int(s);
		list[*n].at = get_int(s);
	}
	return db_end(s);
}

/* --- people ------------------------------------------------------------------------------- */

enum rc
unit_history(struct db *db, struct arena *a, int64_t unit, struct unit_past *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &past);

	put_int(s, unit);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].at = get_int(s);
		list[*n].by = arena_text(a, get_text(s));
		list[*n].data = arena_text(a, get_text(s));
		list[*n].note = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
unit_people(struct db *db, struct arena *a, int64_t agency, struct person_row *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &people);

	put_int(s, agency);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

const struct query *const unit_queries[] = {
	&by_id, &rows_one, &rows_all, &insert, &save, &set_end, &is_out, &out_now, &out_add,
	&out_end, &crew_on, &crew_off, &crew_of, &kit_on, &kit_off, &kit_of, &past, &people
};
const size_t unit_nqueries = COUNT(unit_queries);
