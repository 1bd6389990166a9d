/* calendar_store.c: the days and hours that count, and who is told: data of all clocks. */
#include "store/calendar_store.h"

enum { MANY = 2000 };

static const struct query pauses = {
	"pauses of office hours",
	"SELECT from_at, until_at FROM suspension WHERE from_at > 0 ORDER BY from_at LIMIT ?1"
};

static const struct query ladder = {
	"ladders",
	"SELECT scope, agency, who, alarms, minutes, valid_from, valid_to FROM ladder"
	" WHERE id > 0 ORDER BY id LIMIT ?1"
};

static const struct query holidays = {
	"holidays of a year",
	"SELECT day, name, kind, source FROM holiday WHERE day >= ?1 AND day < ?2"
	" ORDER BY day LIMIT ?3"
};

static const struct query remove_holiday = {
	"a holiday is none", "DELETE FROM holiday WHERE day = ?1"
};

static const struct query suspensions = {
	"suspensions, the newest first",
	"SELECT s.id, s.disaster, t.number, s.from_at, s.until_at, s.lifted_at, s.reason,"
	" s.account, COALESCE(a.name, '') FROM suspension s JOIN ticket t ON t.id = s.disaster"
	" LEFT JOIN account a ON a.id = s.account WHERE s.from_at > 0"
	" ORDER BY s.from_at DESC LIMIT ?1"
};

static const struct query add_suspension = {
	"clocks are suspended",
	"INSERT INTO suspension (disaster, from_at, until_at, reason, account)"
	" VALUES (?1, ?2, ?3, ?4, ?5)"
};

static const struct query end_suspension = {
	"a suspension's end", "UPDATE suspension SET until_at = ?2, lifted_at = ?3 WHERE id = ?1"
};

static const struct query in_force = {
	"a disaster in force",
	"SELECT t.id, t.number, t.title FROM disaster d CROSS JOIN ticket t ON t.id = d.ticket"
	" WHERE d.state = 'accepted' AND d.ticket > 0 AND t.open = 1"
	" ORDER BY d.ticket DESC LIMIT 1"
};

static const struct query end_ladder = {
	"a ladder's steps end",
	"UPDATE ladder SET valid_to = ?3 WHERE scope = ?1 AND agency = ?2 AND valid_to = 0"
};

static const struct query add_rung = {
	"a step of a ladder",
	"INSERT INTO ladder (scope, agency, place, who, alarms, minutes, valid_from)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
};

/* Bad data in it must not be worse than none: one pause in another is left out. */
enum rc
pauses_load(struct db *db, struct arena *a, struct calendar *c)
{
	struct stmt	*s = db_start(db, &pauses);
	struct pause	*list = arena_alloc(a, MANY * sizeof(*list)), p;

	c->npauses = 0;
	put_int(s, MANY);
	while (c->npauses < MANY && db_next(s)) {
		p.from = get_int(s);
		p.until = get_int(s);
		if (p.until > p.from && (c->npauses == 0 ||
		    p.from >= list[c->npauses - 1].until))
			list[c->npauses++] = p;
	}
	c->pauses = list;
	return db_end(s);
}

enum rc
ladder_load(struct db *db, struct arena *a, struct ref *r)
{
	struct stmt	*s = db_start(db, &ladder);
	struct rung	*list = arena_alloc(a, MANY * sizeof(*list)), *g;

	r->nladder = 0;
	put_int(s, MANY);
	while (r->nladder < MANY && db_next(s)) {
		g = &list[r->nladder++];
		g->scope = ladder_scope_of(get_text(s));
		g->agency = get_int(s);
		g->who = arena_text(a, get_text(s));
		g->alarms = get_int(s);
		g->minutes = get_int(s);
		g->from = get_int(s);
		g->to = get_int(s);
	}
	r->ladder = list;
	return db_end(s);
}

static void
read_holiday(struct stmt *s, struct arena *a, struct holiday *h)
{
	h->day = get_int(s);
	h->name = arena_text(a, get_text(s));
	h->kind = arena_text(a, get_text(s));
	h->source = arena_text(a, get_text(s));
}

enum rc
holiday_list(struct db *db, struct arena *a, int64_t from, int64_t to, struct holiday *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &holidays);

	put_int(s, from);
	put_int(s, to);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_holiday(s, a, &list[*n]);
	return db_end(s);
}

enum rc
holiday_of(struct db *db, struct arena *a, int64_t day, struct holiday *h)
{
	size_t	 n;
	enum rc	 rc = holiday_list(db, a, day, day + 1, h, &n, 1);

	return rc == RC_OK && n == 0 ? RC_NOTFOUND : rc;
}

enum rc
holiday_remove(struct db *db, int64_t day)
{
	struct stmt	*s = db_start(db, &remove_holiday);

	put_int(s, day);
	return db_end_changed(s);
}

enum rc
suspension_list(struct db *db, struct arena *a, struct suspension *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &suspensions);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].disaster = get_int(s);
		list[*n].number = arena_text(a, get_text(s));
		list[*n].from = get_int(s);
		list[*n].until = get_int(s);
		list[*n].lifted = get_int(s);
		list[*n].reason = arena_text(a, get_text(s));
		list[*n].account = get_int(s);
		list[*n].by = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
suspension_add(struct db *db, struct suspension *p)
{
	struct stmt	*s = db_start(db, &add_suspension);
	enum rc		 rc;

	put_int(s, p->disaster);
	put_int(s, p->from);
	put_int(s, p->until);
	put_text(s, p->reason);
	put_int(s, p->account);
	if ((rc = db_end(s)) == RC_OK)
		p->id = db_last_id(db);
	return rc;
}

enum rc
suspension_end(struct db *db, int64_t id, int64_t until, int64_t lifted)
{
	struct stmt	*s = db_start(db, &end_suspension);

	put_int(s, id);
	put_int(s, until);
	put_int(s, lifted);
	return db_end_changed(s);
}

enum rc
disaster_in_force(struct db *db, struct arena *a, int64_t *ticket, const char **number,
    const char **title)
{
	struct stmt	*s = db_start(db, &in_force);

	if (db_next(s)) {
		*ticket = get_int(s);
		*number = arena_text(a, get_text(s));
		*title = arena_text(a, get_text(s));
	}
	return db_end_one(s);
}

enum rc
ladder_end(struct db *db, enum ladder_scope scope, int64_t agency, int64_t at)
{
	struct stmt	*s = db_start(db, &end_ladder);

	put_text(s, ladder_code(scope));
	put_int(s, agency);
	put_int(s, at);
	return db_end(s);
}

enum rc
ladder_add(struct db *db, const struct rung *g, int64_t place)
{
	struct stmt	*s = db_start(db, &add_rung);

	put_text(s, ladder_code(g->scope));
	put_int(s, g->agency);
	put_int(s, place);
	put_text(s, g->who);
	put_int(s, g->alarms);
	put_int(s, g->minutes);
	put_int(s, g->from);
	return db_end(s);
}

const struct query *const calendar_queries[] = {
	&pauses, &ladder, &holidays, &remove_holiday, &suspensions, &add_suspension,
	&end_suspension, &in_force, &end_ladder, &add_rung
};
const size_t calendar_nqueries = COUNT(calendar_queries);
