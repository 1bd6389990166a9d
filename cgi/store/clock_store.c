/* clock_store.c: what clocks are read from, and the copies that lists are ordered by. */
#include <string.h>

#include "store/clock_store.h"

static const struct query rows = {
	"what clocks are read from",
	"SELECT at, life, object, act, before, after, role, public, note <> '' AND NOT EXISTS"
	" (SELECT 1 FROM unsent AS u WHERE u.event = event.id AND u.until = 0) FROM event"
	" WHERE ticket = ?1 AND ticket <> 0 AND life IN ('emergency', 'complaint', 'assignment')"
	" AND (before <> after OR act IN ('route', 'assign', 'transfer')"
	" OR public = 1 AND note <> '') ORDER BY id DESC LIMIT ?2"
};

static const struct query set_ticket = {
	"a ticket's limit", "UPDATE ticket SET due_at = ?2 WHERE id = ?1"
};

static const struct query set_part = {
	"a part's limits",
	"UPDATE assignment SET due_at = ?2, ack_due = ?3, arrive_due = ?4, finish_due = ?5,"
	" alarm_at = ?6, quiet_from = ?7, quiet_due = ?8 WHERE id = ?1"
};

static const struct query tickets = {
	"complaints with clocks of working days",
	"SELECT id FROM ticket WHERE track = 2 AND (open = 1 OR state = 'resolved') AND id > ?1"
	" ORDER BY id LIMIT ?2"
};

static const struct query overdue = {
	"limits that passed",
	"SELECT id FROM ticket WHERE open = 1 AND track = 2 AND due_at <> 0"
	" AND overdue_told <> due_at AND due_at <= ?1 ORDER BY due_at LIMIT ?2"
};

static const struct query told_overdue = {
	"a limit's passing was told", "UPDATE ticket SET overdue_told = ?2 WHERE id = ?1"
};

static const struct query silent = {
	"silences that are too long",
	"SELECT id FROM assignment WHERE open = 1 AND lead = 1 AND quiet_due <> 0"
	" AND quiet_told <> quiet_due AND quiet_due <= ?1 ORDER BY quiet_due LIMIT ?2"
};

static const struct query told_silent = {
	"a silence was told of", "UPDATE assignment SET quiet_told = ?2 WHERE id = ?1"
};

static const struct query ages = {
	"how long agencies have been silent",
	"SELECT agency, quiet_from, quiet_due FROM assignment WHERE agency > 0 AND open = 1"
	" AND lead = 1 AND quiet_due <> 0 ORDER BY agency, quiet_from LIMIT ?1"
};

static const struct query rung = {
	"alarms of a ticket that waits",
	"SELECT COALESCE(SUM(act = 'alarm'), 0), COALESCE(SUM(act = 'escalate'), 0) FROM event"
	" WHERE ticket = ?1 AND ticket <> 0 AND at >= ?2 AND life IN ('emergency', 'complaint')"
	" AND role = 'worker'"
};

static enum life
life_of(const char *code)
{
	enum life	 l;

	for (l = LIFE_NONE + 1; l < LIFE_COUNT; l++)
		if (strcmp(life_code(l), code) == 0)
			return l;
	return LIFE_NONE;
}

static void
read_row(struct stmt *s, struct clock_row *r)
{
	r->at = get_int(s);
	r->life = life_of(get_text(s));
	r->object = get_int(s);
	r->act = act_of(get_text(s));
	r->before = state_of(get_text(s));
	r->after = state_of(get_text(s));
	r->role = role_of(get_text(s));
	r->public = get_int(s) != 0;
	r->words = get_int(s) != 0;
}

enum rc
clock_rows(struct db *db, struct arena *a, int64_t ticket, struct clock_row **list, size_t *n,
    size_t max)
{
	struct stmt		*s = db_start(db, &rows);
	struct clock_row	 swap;
	size_t			 i;

	*list = arena_alloc(a, max * sizeof(**list));
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, &(*list)[*n]);
	for (i = 0; i < *n / 2; i++) {
		swap = (*list)[i];
		(*list)[i] = (*list)[*n - 1 - i];
		(*list)[*n - 1 - i] = swap;
	}
	return db_end(s);
}

enum rc
clock_set_ticket(struct db *db, const struct ticket *t)
{
	struct stmt	*s = db_start(db, &set_ticket);

	put_int(s, t->id);
	put_int(s, t->due);
	return db_end(s);
}

enum rc
clock_set_part(struct db *db, const struct assignment *p)
{
	struct stmt	*s = db_start(db, &set_part);

	put_int(s, p->id);
	put_int(s, p->due);
	put_int(s, p->ack_due);
	put_int(s, p->arrive_due);
	put_int(s, p->finish_due);
	put_int(s, p->alarm);
	put_int(s, p->quiet_from);
	put_int(s, p->quiet_due);
	return db_end(s);
}

static enum rc
ids_of(struct db *db, const struct query *q, int64_t from, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, from);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
clock_tickets(struct db *db, int64_t after, int64_t *ids, size_t *n, size_t max)
{
	return ids_of(db, &tickets, after, ids, n, max);
}

enum rc
overdue_list(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	return ids_of(db, &overdue, now, ids, n, max);
}

enum rc
silence_list(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	return ids_of(db, &silent, now, ids, n, max);
}

static enum rc
told(struct db *db, const struct query *q, int64_t id, int64_t due)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, id);
	put_int(s, due);
	return db_end(s);
}

enum rc
overdue_told(struct db *db, const struct ticket *t)
{
	return told(db, &told_overdue, t->id, t->due);
}

enum rc
silence_told(struct db *db, const struct assignment *p)
{
	return told(db, &told_silent, p->id, p->quiet_due);
}

enum rc
silence_ages(struct db *db, struct silence *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &ages);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].agency = get_int(s);
		list[*n].since = get_int(s);
		list[*n].due = get_int(s);
	}
	return db_end(s);
}

enum rc
ladder_told(struct db *db, int64_t ticket, int64_t since, int64_t *alarms, size_t *steps)
{
	struct stmt	*s = db_start(db, &rung);

	*alarms = 0;
	*steps = 0;
	put_int(s, ticket);
	put_int(s, since);
	if (db_next(s)) {
		*alarms = get_int(s);
		*steps = (size_t)get_int(s);
	}
	return db_end(s);
}

const struct query *const clock_queries[] = {
	&rows, &set_ticket, &set_part, &tickets, &overdue, &told_overdue, &silent, &told_silent,
	&ages, &rung
};
const size_t clock_nqueries = COUNT(clock_queries);
