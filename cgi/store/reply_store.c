/* reply_store.c: what is on its way to gateways of messages. */
#include "store/reply_store.h"

static const struct query take = {
	"take replies",
	"UPDATE message SET lease = ?1, due_at = ?2, tries = tries + 1 WHERE id IN"
	" (SELECT id FROM message WHERE state = 'waiting' AND due_at <= ?3"
	" ORDER BY due_at LIMIT ?4)"
};

static const struct query is_due_now = {
	"is a reply due",
	"SELECT 1 FROM message WHERE state = 'waiting' AND due_at <= ?1 LIMIT 1"
};

static const struct query taken = {
	"replies taken",
	"SELECT m.id, m.talk, m.tries, m.token, m.words, k.channel, m.at, COALESCE(h.url, ''),"
	" COALESCE(g.code, ''), g.sealed FROM message m CROSS JOIN talk k ON k.id = m.talk"
	" LEFT JOIN hook h ON h.gateway = k.gateway"
	" LEFT JOIN gateway g ON g.id = k.gateway AND g.allowed = 1"
	" WHERE m.lease = ?1 AND m.lease <> '' AND m.state = 'waiting' ORDER BY m.id LIMIT ?2"
};

static const struct query finish = {
	"a reply's end",
	"UPDATE message SET state = ?3, lease = '', ended_at = ?4"
	" WHERE id = ?1 AND lease = ?2 AND state = 'waiting'"
};

static const struct query again = {
	"a reply waits again",
	"UPDATE message SET lease = '', due_at = ?3"
	" WHERE id = ?1 AND lease = ?2 AND state = 'waiting'"
};

static const struct query put = {
	"where a gateway takes answers",
	"INSERT INTO hook (gateway, url) VALUES (?1, ?2)"
	" ON CONFLICT (gateway) DO UPDATE SET url = excluded.url"
};

enum rc
reply_take(struct db *db, const char *lease, int64_t now, int64_t until, size_t max)
{
	struct stmt	*s = db_start(db, &take);

	put_text(s, lease);
	put_int(s, until);
	put_int(s, now);
	put_int(s, (int64_t)max);
	return db_end(s);
}

enum rc
reply_is_due(struct db *db, int64_t now, bool *is_due)
{
	struct stmt	*s = db_start(db, &is_due_now);

	put_int(s, now);
	*is_due = db_next(s);
	return db_end(s);
}

enum rc
reply_taken(struct db *db, struct arena *a, const char *lease, struct reply_post *list,
    size_t *n, size_t max)
{
	struct stmt		*s = db_start(db, &taken);
	struct reply_post	*p;

	*n = 0;
	put_text(s, lease);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		p = &list[(*n)++];
		p->id = get_int(s);
		p->talk = get_int(s);
		p->tries = get_int(s);
		p->name = arena_text(a, get_text(s));
		p->words = arena_text(a, get_text(s));
		p->channel = arena_text(a, get_text(s));
		p->at = get_int(s);
		p->url = arena_text(a, get_text(s));
		p->gateway = arena_text(a, get_text(s));
		p->secret = arena_bytes(a, get_bytes(s));
	}
	return db_end(s);
}

enum rc
reply_end(struct db *db, int64_t id, const char *lease, bool sent, int64_t now)
{
	struct stmt	*s = db_start(db, &finish);

	put_int(s, id);
	put_text(s, lease);
	put_text(s, sent ? "sent" : "dead");
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
reply_again(struct db *db, int64_t id, const char *lease, int64_t due)
{
	struct stmt	*s = db_start(db, &again);

	put_int(s, id);
	put_text(s, lease);
	put_int(s, due);
	return db_end_changed(s);
}

enum rc
hook_put(struct db *db, int64_t gateway, const char *url)
{
	struct stmt	*s = db_start(db, &put);

	put_int(s, gateway);
	put_text(s, url);
	return db_end(s);
}

const struct query *const reply_queries[] = { &take, &is_due_now, &taken, &finish, &again, &put };
const size_t reply_nqueries = COUNT(reply_queries);
