/*
 * stand_store.c: how units stand, read and never written: open runs, what
 * people said of their readiness, who is on board.
 *
 * Each is asked of one agency, or of the city: a walk of as many rows as
 * there are units, at most a few hundred.
 */
#include "store/unit_store.h"

#define OF_ONE	" FROM unit u CROSS JOIN "
#define ONE	" WHERE u.agency = ?1 AND u.valid_to = 0"
#define ALL	" WHERE u.id > ?1 AND u.valid_to = 0"

#define READY \
	"SELECT u.id, COALESCE(o.reason, ''), COALESCE(o.note, ''), COALESCE(o.at, 0)," \
	" COALESCE(o.until, 0), (SELECT COUNT(*) FROM equipment e WHERE e.unit = u.id" \
	" AND e.valid_to = 0 AND e.due_at <> 0 AND e.due_at <= ?2)," \
	" COALESCE(t.lat, 0), COALESCE(t.lon, 0), COALESCE(l.ended_at, 0)" \
	" FROM unit u LEFT JOIN outage o ON o.unit = u.id AND o.ended_at = 0" \
	" LEFT JOIN run l ON l.id = (SELECT r.id FROM run r WHERE r.unit = u.id" \
	" AND r.open = 0 ORDER BY r.id DESC LIMIT 1) AND l.arrived_at <> 0" \
	" LEFT JOIN ticket t ON t.id = l.ticket"
#define RUNS \
	"SELECT r.unit, r.id, r.state, a.priority, r.since_at, a.finish_due, t.id, t.number," \
	" t.title, t.area, t.open, t.lat, t.lon" OF_ONE "run r ON r.unit = u.id AND r.open = 1" \
	" CROSS JOIN assignment a ON a.id = r.assignment CROSS JOIN ticket t ON t.id = r.ticket"
#define CREW \
	"SELECT c.id, c.unit, c.account, COALESCE(p.name, c.name), c.at" OF_ONE \
	"crew c ON c.unit = u.id AND c.valid_to = 0 LEFT JOIN account p ON p.id = c.account"

static const struct query ready_one = {
	"readiness of an agency's units", READY ONE " ORDER BY u.id LIMIT ?3"
};
static const struct query ready_all = {
	"readiness of all units", READY ALL " ORDER BY u.id LIMIT ?3"
};
static const struct query runs_one = {
	"open runs of an agency's units", RUNS ONE " ORDER BY u.id, r.id LIMIT ?2"
};
static const struct query runs_all = {
	"open runs of all units", RUNS ALL " ORDER BY u.id, r.id LIMIT ?2"
};
static const struct query crew_one = {
	"crews of an agency's units", CREW ONE " ORDER BY u.id, c.id LIMIT ?2"
};
static const struct query crew_every = {
	"crews of all units", CREW ALL " ORDER BY u.id, c.id LIMIT ?2"
};

enum rc
ready_list(struct db *db, struct arena *a, int64_t agency, int64_t now, struct ready_row *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, agency == 0 ? &ready_all : &ready_one);
	struct ready_row *r;

	*n = 0;
	put_int(s, agency);
	put_int(s, now);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		r = &list[(*n)++];
		r->unit = get_int(s);
		r->out = unready_of(get_text(s));
		r->note = arena_text(a, get_text(s));
		r->out_at = get_int(s);
		r->until = get_int(s);
		r->expired = get_int(s);
		r->scene.lat = get_int(s);
		r->scene.lon = get_int(s);
		r->left = get_int(s);
	}
	return db_end(s);
}

enum rc
run_open_list(struct db *db, struct arena *a, int64_t agency, struct work_run *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, agency == 0 ? &runs_all : &runs_one);
	struct at_work	*w;

	*n = 0;
	put_int(s, agency);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		list[*n].unit = get_int(s);
		w = &list[(*n)++].w;
		w->run = get_int(s);
		w->state = state_of(get_text(s));
		w->priority = (enum priority)get_int(s);
		w->since = get_int(s);
		w->finish = get_int(s);
		w->ticket = get_int(s);
		w->number = arena_text(a, get_text(s));
		w->title = arena_text(a, get_text(s));
		w->area = arena_text(a, get_text(s));
		w->ticket_open = get_int(s) != 0;
		w->at.lat = get_int(s);
		w->at.lon = get_int(s);
	}
	return db_end(s);
}

enum rc
crew_all(struct db *db, struct arena *a, int64_t agency, struct crew_row *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, agency == 0 ? &crew_every : &crew_one);
	struct crew_row	*c;

	*n = 0;
	put_int(s, agency);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		c = &list[(*n)++];
		c->id = get_int(s);
		c->unit = get_int(s);
		c->account = get_int(s);
		c->name = arena_text(a, get_text(s));
		c->at = get_int(s);
	}
	return db_end(s);
}

const struct query *const stand_queries[] = {
	&ready_one, &ready_all, &runs_one, &runs_all, &crew_one, &crew_every
};
const size_t stand_nqueries = COUNT(stand_queries);
