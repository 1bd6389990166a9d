/* worker_store.c: what has come due, for the worker. */
#include "store/worker_store.h"

static const struct query parts = {
	"parts whose alarm is due",
	"SELECT id FROM assignment WHERE alarm_at <> 0 AND alarm_at <= ?1"
	" ORDER BY alarm_at LIMIT ?2"
};

static const struct query tickets = {
	"tickets whose alarm is due",
	"SELECT id FROM ticket WHERE alarm_at <> 0 AND alarm_at <= ?1"
	" ORDER BY alarm_at LIMIT ?2"
};

static const struct query set_part = {
	"a part's next alarm",
	"UPDATE assignment SET alarm_at = ?3, alarms = ?4, steps = ?5"
	" WHERE id = ?1 AND alarm_at = ?2"
};

static const struct query set_ticket = {
	"a ticket's next alarm", "UPDATE ticket SET alarm_at = ?3 WHERE id = ?1 AND alarm_at = ?2"
};

/* An emergency is closed by a person; so only complaints have a limit when resolved. */
static const struct query due[DUE_COUNT] = {
	[DUE_CLOSE] = {
		"closings that are due",
		"SELECT number, version FROM ticket WHERE state = 'resolved' AND track = 2"
		" AND due_at > 0 AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2"
	},
	[DUE_ARCHIVE] = {
		"questions nobody answered",
		"SELECT number, version FROM ticket WHERE open = 1 AND state = 'needs_info'"
		" AND due_at > 0 AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2"
	},
	[DUE_SCHEDULED] = {
		"work that begins",
		"SELECT number, version FROM ticket WHERE open = 1 AND state = 'scheduled'"
		" AND due_at > 0 AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2"
	},
	[DUE_ON_HOLD] = {
		"work that goes on",
		"SELECT number, version FROM ticket WHERE open = 1 AND state = 'on_hold'"
		" AND due_at > 0 AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2"
	},
};

static enum rc
ids_of(struct db *db, const struct query *q, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, q);

	*n = 0;
	put_int(s, now);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
alarm_parts(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	return ids_of(db, &parts, now, ids, n, max);
}

enum rc
alarm_tickets(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	return ids_of(db, &tickets, now, ids, n, max);
}

enum rc
alarm_set_part(struct db *db, const struct assignment *p, int64_t next)
{
	struct stmt	*s = db_start(db, &set_part);

	put_int(s, p->id);
	put_int(s, p->alarm);
	put_int(s, next);
	put_int(s, p->alarms);
	put_int(s, p->steps);
	return db_end_changed(s);
}

enum rc
alarm_set_ticket(struct db *db, const struct ticket *t, int64_t next)
{
	struct stmt	*s = db_start(db, &set_ticket);

	put_int(s, t->id);
	put_int(s, t->alarm);
	put_int(s, next);
	return db_end_changed(s);
}

enum rc
due_tickets(struct db *db, struct arena *a, enum due_list list, int64_t now,
    struct due *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due[list]);

	*n = 0;
	put_int(s, now);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		out[*n].number = arena_text(a, get_text(s));
		out[*n].version = get_int(s);
	}
	return db_end(s);
}

const struct query *const worker_queries[] = {
	&parts, &tickets, &set_part, &set_ticket, &due[DUE_CLOSE], &due[DUE_ARCHIVE],
	&due[DUE_SCHEDULED], &due[DUE_ON_HOLD]
};
const size_t worker_nqueries = COUNT(worker_queries);
