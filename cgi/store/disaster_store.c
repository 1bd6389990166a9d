/* disaster_store.c: disasters that are proposed, and what became of them. */
#include "store/disaster_store.h"

static const struct query put = {
	"a disaster proposed or decided",
	"INSERT INTO disaster (ticket, state, because, usual, proposed_at, alarm_at, alarms)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (ticket) DO UPDATE SET"
	" state = excluded.state, because = excluded.because, usual = excluded.usual,"
	" proposed_at = excluded.proposed_at, alarm_at = excluded.alarm_at,"
	" alarms = excluded.alarms"
};

static const struct query of_ticket = {
	"a ticket's disaster",
	"SELECT ticket, state, because, usual, proposed_at, alarm_at, alarms FROM disaster"
	" WHERE ticket = ?1"
};

static const struct query due = {
	"disasters whose alarm is due",
	"SELECT ticket FROM disaster WHERE alarm_at <> 0 AND alarm_at <= ?1"
	" ORDER BY alarm_at LIMIT ?2"
};

static const struct query waiting = {
	"disasters that wait for a supervisor",
	"SELECT t.number, t.title, t.place, t.area, d.because, t.id, t.version,"
	" d.proposed_at FROM disaster d JOIN ticket t ON t.id = d.ticket"
	" WHERE d.state = 'proposed' AND d.proposed_at > 0 AND t.open = 1"
	" ORDER BY d.proposed_at LIMIT ?1"
};

enum rc
disaster_put(struct db *db, const struct disaster *d)
{
	struct stmt	*s = db_start(db, &put);

	put_int(s, d->ticket);
	put_text(s, d->state);
	put_text(s, d->because);
	put_int(s, d->usual);
	put_int(s, d->proposed);
	put_int(s, d->alarm);
	put_int(s, d->alarms);
	return db_end(s);
}

enum rc
disaster_of(struct db *db, struct arena *a, int64_t ticket, struct disaster *d)
{
	struct stmt	*s = db_start(db, &of_ticket);

	put_int(s, ticket);
	if (db_next(s)) {
		d->ticket = get_int(s);
		d->state = arena_text(a, get_text(s));
		d->because = arena_text(a, get_text(s));
		d->usual = (enum priority)get_int(s);
		d->proposed = get_int(s);
		d->alarm = get_int(s);
		d->alarms = get_int(s);
	}
	return db_end_one(s);
}

enum rc
disaster_due(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due);

	put_int(s, now);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
disaster_waiting(struct db *db, struct arena *a, struct disaster_row *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &waiting);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].number = arena_text(a, get_text(s));
		list[*n].title = arena_text(a, get_text(s));
		list[*n].place = arena_text(a, get_text(s));
		list[*n].area = arena_text(a, get_text(s));
		list[*n].because = arena_text(a, get_text(s));
		list[*n].id = get_int(s);
		list[*n].version = get_int(s);
		list[*n].proposed = get_int(s);
	}
	return db_end(s);
}

const struct query *const disaster_queries[] = { &put, &of_ticket, &due, &waiting };
const size_t disaster_nqueries = COUNT(disaster_queries);
