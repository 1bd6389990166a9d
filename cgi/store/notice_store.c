/* notice_store.c: messages to persons, how channels fare, what was delivered and what was not. */
#include <string.h>

#include "store/notice_store.h"

static const struct query add = {
	"a message to a person",
	"INSERT INTO outbox (kind, channel, account, ticket, agency, event, urgent, due_at, at,"
	" sealed) VALUES (?1, ?2, ?3, NULLIF(?4, 0), ?5, ?6, ?7, ?8, ?8, ?9)"
	" ON CONFLICT (event, account, channel) WHERE account <> 0 AND event <> 0 DO NOTHING"
};

static const struct query asked = {
	"codes and trials of a person",
	"SELECT COUNT(*) FROM outbox WHERE account = ?1 AND account <> 0 AND at > ?2"
	" AND kind IN ('code', 'test')"
};

static const struct query one_carrier = {
	"a channel",
	"SELECT channel, gateway, ok_at, failed_at, fails, until, warned FROM carrier"
	" WHERE channel = ?1"
};

static const struct query save_carrier = {
	"how a channel fares",
	"UPDATE carrier SET ok_at = ?2, failed_at = ?3, fails = ?4, until = ?5 WHERE channel = ?1"
};

static const struct query warn = {
	"a channel is ill, or well", "UPDATE carrier SET warned = ?2 WHERE channel = ?1"
};

static const struct query give = {
	"which gateway takes a channel", "UPDATE carrier SET gateway = ?2 WHERE channel = ?1"
};

static const struct query hook_of = {
	"where a channel is handed over",
	"SELECT h.url, g.code, g.sealed FROM carrier c CROSS JOIN hook h ON h.gateway = c.gateway"
	" CROSS JOIN gateway g ON g.id = c.gateway AND g.allowed = 1"
	" WHERE c.channel = ?1 AND c.gateway <> 0"
};

static const struct query oldest = {
	"the oldest message that waits",
	"SELECT at FROM outbox WHERE state = 'waiting' AND channel = ?1 AND urgent = ?2"
	" ORDER BY at LIMIT 1"
};

static const struct query count = {
	"messages of a channel",
	"SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = ?1 AND channel = ?2 LIMIT ?3)"
};

#define DELIVERY "SELECT o.id, o.kind, COALESCE(t.number, ''), o.reporter, o.agency, o.account," \
	" COALESCE(a.name, ''), o.channel, o.urgent, o.state, o.why, o.due_at, o.tries, o.at," \
	" o.ended_at FROM outbox o LEFT JOIN ticket t ON t.id = o.ticket" \
	" LEFT JOIN account a ON a.id = o.account WHERE o.state = ?1 AND o.id < ?2"

static const struct query list_all = {
	"deliveries", DELIVERY " ORDER BY o.id DESC LIMIT ?3"
};

static const struct query list_of = {
	"deliveries of a channel", DELIVERY " AND o.channel = ?4 ORDER BY o.id DESC LIMIT ?3"
};

#define AGAIN	"UPDATE outbox SET state = 'waiting', why = '', lease = '', tries = 0," \
	" ended_at = 0, due_at = ?2 WHERE "

static const struct query again = {
	"a dead message is tried again", AGAIN "id = ?1 AND state = 'dead' AND kind <> 'code'"
};

static const struct query all_again = {
	"a channel's dead messages are tried again",
	AGAIN "id IN (SELECT id FROM outbox WHERE state = 'dead' AND channel = ?1"
	" AND kind <> 'code' ORDER BY id LIMIT ?3)"
};

enum rc
notice_add(struct db *db, const struct notice_new *m)
{
	struct stmt	*s = db_start(db, &add);

	put_text(s, notice_code(m->kind));
	put_text(s, channel_code(m->channel));
	put_int(s, m->account);
	put_int(s, m->ticket);
	put_int(s, m->agency);
	put_int(s, m->event);
	put_int(s, m->urgent);
	put_int(s, m->now);
	put_bytes(s, m->sealed);
	return db_end(s);
}

enum rc
notice_asked(struct db *db, int64_t account, int64_t since, int64_t *n)
{
	struct stmt	*s = db_start(db, &asked);

	put_int(s, account);
	put_int(s, since);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end_one(s);
}

enum rc
carrier_of(struct db *db, enum channel channel, struct carrier *c)
{
	struct stmt	*s = db_start(db, &one_carrier);

	*c = (struct carrier){ 0 };
	put_text(s, channel_code(channel));
	if (db_next(s)) {
		c->channel = channel_of(get_text(s));
		c->gateway = get_int(s);
		c->ok = get_int(s);
		c->failed = get_int(s);
		c->fails = get_int(s);
		c->until = get_int(s);
		c->warned = get_int(s) != 0;
	}
	return db_end_one(s);
}

enum rc
carrier_save(struct db *db, const struct carrier *c)
{
	struct stmt	*s = db_start(db, &save_carrier);

	put_text(s, channel_code(c->channel));
	put_int(s, c->ok);
	put_int(s, c->failed);
	put_int(s, c->fails);
	put_int(s, c->until);
	return db_end_changed(s);
}

static enum rc
set(struct db *db, const struct query *q, enum channel channel, int64_t value)
{
	struct stmt	*s = db_start(db, q);

	put_text(s, channel_code(channel));
	put_int(s, value);
	return db_end_changed(s);
}

enum rc
carrier_warn(struct db *db, enum channel channel, bool warned)
{
	return set(db, &warn, channel, warned);
}

enum rc
carrier_give(struct db *db, enum channel channel, int64_t gateway)
{
	return set(db, &give, channel, gateway);
}

enum rc
carrier_hook(struct db *db, struct arena *a, enum channel channel, struct carrier_hook *h)
{
	struct stmt	*s = db_start(db, &hook_of);

	put_text(s, channel_code(channel));
	if (db_next(s)) {
		h->url = arena_text(a, get_text(s));
		h->gateway = arena_text(a, get_text(s));
		h->secret = arena_bytes(a, get_bytes(s));
	}
	return db_end_one(s);
}

enum rc
notice_oldest(struct db *db, enum channel channel, bool urgent, int64_t *at)
{
	struct stmt	*s = db_start(db, &oldest);

	put_text(s, channel_code(channel));
	put_int(s, urgent);
	*at = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
notice_count(struct db *db, enum channel channel, const char *state, int64_t *n)
{
	struct stmt	*s = db_start(db, &count);

	put_text(s, state);
	put_text(s, channel_code(channel));
	put_int(s, NOTICE_COUNTED);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end_one(s);
}

static void
read_delivery(struct stmt *s, struct arena *a, struct delivery *d)
{
	d->id = get_int(s);
	d->kind = arena_text(a, get_text(s));
	d->number = arena_text(a, get_text(s));
	d->reporter = get_int(s);
	d->agency = get_int(s);
	d->account = get_int(s);
	d->person = arena_text(a, get_text(s));
	d->channel = channel_of(get_text(s));
	d->urgent = get_int(s) != 0;
	d->state = arena_text(a, get_text(s));
	d->why = arena_text(a, get_text(s));
	d->due = get_int(s);
	d->tries = get_int(s);
	d->at = get_int(s);
	d->ended = get_int(s);
}

enum rc
delivery_list(struct db *db, struct arena *a, enum channel channel, const char *state,
    int64_t before, struct delivery *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, channel == CHANNEL_NONE ? &list_all : &list_of);

	put_text(s, state);
	put_int(s, before);
	put_int(s, (int64_t)max);
	if (channel != CHANNEL_NONE)
		put_text(s, channel_code(channel));
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_delivery(s, a, &out[*n]);
	return db_end(s);
}

enum rc
delivery_again(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &again);
	enum rc		 rc;

	put_int(s, id);
	put_int(s, now);
	rc = db_end_changed(s);
	return rc == RC_CONFLICT ? RC_NOTFOUND : rc;
}

enum rc
delivery_all_again(struct db *db, enum channel channel, int64_t now)
{
	struct stmt	*s = db_start(db, &all_again);

	put_text(s, channel_code(channel));
	put_int(s, now);
	put_int(s, DELIVERY_AT_ONCE);
	return db_end(s);
}

const struct query *const notice_queries[] = {
	&add, &asked, &one_carrier, &save_carrier, &warn, &give, &hook_of, &oldest, &count,
	&list_all, &list_of, &again, &all_again
};
const size_t notice_nqueries = COUNT(notice_queries);
