/* outbox_store.c: letters on their way, by lease. */
#include "store/outbox_store.h"
#include "store/said_store.h"

static const struct query is_due_now = {
	"is a message due",
	"SELECT 1 FROM outbox WHERE state = 'waiting' AND channel = ?1 AND urgent = ?2"
	" AND due_at <= ?3 LIMIT 1"
};

static const struct query take = {
	"take letters",
	"UPDATE outbox SET lease = ?1, due_at = ?2, tries = tries + 1 WHERE id IN"
	" (SELECT id FROM outbox WHERE state = 'waiting' AND channel = ?3 AND urgent = ?4"
	" AND due_at <= ?5 ORDER BY due_at LIMIT ?6)"
};

static const struct query taken = {
	"letters taken",
	"SELECT id, kind, COALESCE(ticket, 0), reporter, agency, event, account, channel, urgent,"
	" tries, at, sealed FROM outbox"
	" WHERE lease = ?1 AND lease <> '' AND state = 'waiting' ORDER BY urgent DESC, id LIMIT ?2"
};

static const struct query finish = {
	"a letter's end",
	"UPDATE outbox SET state = ?3, why = ?4, lease = '', ended_at = ?5, sealed = NULL"
	" WHERE id = ?1 AND lease = ?2 AND state = 'waiting'"
};

static const struct query again = {
	"a letter waits again",
	"UPDATE outbox SET lease = '', due_at = ?3, tries = tries - ?4"
	" WHERE id = ?1 AND lease = ?2 AND state = 'waiting'"
};

static const struct query finish_all = {
	"a demo's letters",
	"UPDATE outbox SET state = 'sent', lease = '', ended_at = at"
	" WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting'"
	" AND channel IN ('mail', 'sms', 'whatsapp', 'push') AND urgent IN (0, 1) AND due_at > 0)"
};

static const struct query event = {
	"a letter's event",
	"SELECT e.id, e.at, e.ticket, e.act, e.before, e.after, e.actor, e.role, e.agency,"
	" e.public, " SAID_NOTE ", e.data FROM event e" SAID_JOIN "WHERE e.id = ?1"
};

static const struct query reader = {
	"a letter's reader", "SELECT sealed, lang, mail FROM reporter WHERE id = ?1"
};

enum rc
outbox_is_due(struct db *db, enum channel channel, bool urgent, int64_t now, bool *is_due)
{
	struct stmt	*s = db_start(db, &is_due_now);

	put_text(s, channel_code(channel));
	put_int(s, urgent);
	put_int(s, now);
	*is_due = db_next(s);
	return db_end(s);
}

enum rc
outbox_take(struct db *db, const struct taking *t, bool urgent)
{
	struct stmt	*s = db_start(db, &take);

	put_text(s, t->lease);
	put_int(s, t->until);
	put_text(s, channel_code(t->channel));
	put_int(s, urgent);
	put_int(s, t->now);
	put_int(s, (int64_t)t->max);
	return db_end(s);
}

static void
read_post(struct stmt *s, struct arena *a, struct post *p)
{
	p->id = get_int(s);
	p->kind = arena_text(a, get_text(s));
	p->ticket = get_int(s);
	p->reporter = get_int(s);
	p->agency = get_int(s);
	p->event = get_int(s);
	p->account = get_int(s);
	p->channel = channel_of(get_text(s));
	p->urgent = get_int(s) != 0;
	p->tries = get_int(s);
	p->at = get_int(s);
	p->sealed = arena_bytes(a, get_bytes(s));
}

enum rc
outbox_taken(struct db *db, struct arena *a, const char *lease, struct post *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &taken);

	*n = 0;
	put_text(s, lease);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_post(s, a, &list[(*n)++]);
	return db_end(s);
}

enum rc
outbox_end(struct db *db, int64_t id, const char *lease, const char *state, const char *why,
    int64_t now)
{
	struct stmt	*s = db_start(db, &finish);

	put_int(s, id);
	put_text(s, lease);
	put_text(s, state);
	put_text(s, why);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
outbox_again(struct db *db, int64_t id, const char *lease, int64_t due, bool tried)
{
	struct stmt	*s = db_start(db, &again);

	put_int(s, id);
	put_text(s, lease);
	put_int(s, due);
	put_int(s, tried ? 0 : 1);
	return db_end_changed(s);
}

enum rc
outbox_end_all(struct db *db)
{
	return db_end(db_start(db, &finish_all));
}

enum rc
outbox_event(struct db *db, struct arena *a, int64_t id, struct event *e)
{
	struct stmt	*s = db_start(db, &event);

	*e = (struct event){ .note = "", .data = "", .who = { .name = "" } };
	put_int(s, id);
	if (db_next(s)) {
		e->id = get_int(s);
		e->at = get_int(s);
		e->ticket = get_int(s);
		e->act = act_of(get_text(s));
		e->before = state_of(get_text(s));
		e->after = state_of(get_text(s));
		e->who.id = get_int(s);
		e->who.role = role_of(get_text(s));
		e->who.agency = get_int(s);
		e->public = get_int(s) != 0;
		e->note = arena_text(a, get_text(s));
		e->data = arena_text(a, get_text(s));
	}
	return db_end_one(s);
}

enum rc
outbox_reporter(struct db *db, struct arena *a, int64_t id, struct bytes *sealed,
    const char **lang, bool *mail)
{
	struct stmt	*s = db_start(db, &reader);

	put_int(s, id);
	if (db_next(s)) {
		*sealed = arena_bytes(a, get_bytes(s));
		*lang = arena_text(a, get_text(s));
		*mail = get_int(s) != 0;
	}
	return db_end_one(s);
}

const struct query *const outbox_queries[] = {
	&is_due_now, &take, &taken, &finish, &again, &finish_all, &event, &reader
};
const size_t outbox_nqueries = COUNT(outbox_queries);
