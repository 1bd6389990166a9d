/* way_store.c: a person's channels, browsers that can be woken, quiet hours, our push key. */
#include <string.h>

#include "store/way_store.h"

static const struct query one_told = {
	"how a person is told",
	"SELECT lang, quiet_from, quiet_until, quiet_days FROM told WHERE account = ?1"
};

static const struct query save_told = {
	"how a person will be told",
	"INSERT INTO told (account, lang, quiet_from, quiet_until, quiet_days)"
	" VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (account) DO UPDATE SET lang = excluded.lang,"
	" quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,"
	" quiet_days = excluded.quiet_days"
};

#define WAY	"SELECT id, account, channel, sealed, kinds, added_at, verified_at, code, code_at," \
	" code_tries FROM way WHERE account = ?1"

static const struct query one_way = { "a person's channel", WAY " AND channel = ?2" };
static const struct query all_ways = { "a person's channels", WAY " ORDER BY channel LIMIT ?2" };

static const struct query put_way = {
	"a channel of a person",
	"INSERT INTO way (account, channel, sealed, kinds, added_at, verified_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (account, channel) DO UPDATE SET"
	" sealed = excluded.sealed, added_at = excluded.added_at,"
	" verified_at = excluded.verified_at, code = NULL, code_at = 0, code_tries = 0"
};

static const struct query set_code = {
	"a code for a channel",
	"UPDATE way SET code = ?2, code_at = ?3, code_tries = ?4 WHERE id = ?1"
};

static const struct query verify = {
	"a channel is its person's",
	"UPDATE way SET verified_at = ?2, code = NULL, code_tries = 0 WHERE id = ?1"
};

static const struct query want = {
	"what a channel is for", "UPDATE way SET kinds = ?2 WHERE id = ?1"
};

static const struct query drop_way = {
	"a channel is gone", "DELETE FROM way WHERE account = ?1 AND channel = ?2"
};

static const struct query mail = {
	"an account's address", "SELECT email FROM account WHERE id = ?1 AND disabled_at = 0"
};

static const struct query browsers = {
	"a person's browsers",
	"SELECT id, account, name, sealed, device, added_at, used_at, dead_at FROM subscription"
	" WHERE account = ?1 ORDER BY id DESC LIMIT ?2"
};

static const struct query put_browser = {
	"a browser that can be woken",
	"INSERT INTO subscription (account, name, sealed, device, added_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (name) DO UPDATE SET account = excluded.account,"
	" sealed = excluded.sealed, device = excluded.device, added_at = excluded.added_at,"
	" dead_at = 0"
};

static const struct query used = {
	"a browser was woken", "UPDATE subscription SET used_at = ?2 WHERE id = ?1"
};

static const struct query die = {
	"a browser is gone", "UPDATE subscription SET dead_at = ?2, sealed = NULL WHERE id = ?1"
};

static const struct query drop_browser = {
	"a browser is let go", "DELETE FROM subscription WHERE account = ?1 AND id = ?2"
};

static const struct query alive = {
	"has a person a browser",
	"SELECT 1 FROM subscription WHERE account = ?1 AND dead_at = 0 LIMIT 1"
};

static const struct query vapid = {
	"our push key", "SELECT public, sealed FROM vapid WHERE id = 1"
};

static const struct query put_vapid = {
	"our new push key", "INSERT INTO vapid (id, public, sealed, made_at) VALUES (1, ?1, ?2, ?3)"
};

enum rc
told_of(struct db *db, int64_t account, struct manner *t)
{
	struct stmt	*s = db_start(db, &one_told);

	*t = (struct manner){ .lang = "id" };
	put_int(s, account);
	if (db_next(s)) {
		t->lang = strcmp(get_text(s), "en") == 0 ? "en" : "id";
		t->quiet.from = get_int(s);
		t->quiet.until = get_int(s);
		t->quiet.days = get_int(s);
	}
	return db_end(s);
}

enum rc
told_save(struct db *db, int64_t account, const struct manner *t)
{
	struct stmt	*s = db_start(db, &save_told);

	put_int(s, account);
	put_text(s, t->lang);
	put_int(s, t->quiet.from);
	put_int(s, t->quiet.until);
	put_int(s, t->quiet.days);
	return db_end(s);
}

static void
read_way(struct stmt *s, struct arena *a, struct way *w)
{
	w->id = get_int(s);
	w->account = get_int(s);
	w->channel = channel_of(get_text(s));
	w->sealed = arena_bytes(a, get_bytes(s));
	w->kinds = get_int(s);
	w->added = get_int(s);
	w->verified = get_int(s);
	w->code = arena_bytes(a, get_bytes(s));
	w->code_at = get_int(s);
	w->code_tries = get_int(s);
}

enum rc
way_of(struct db *db, struct arena *a, int64_t account, enum channel channel, struct way *w)
{
	struct stmt	*s = db_start(db, &one_way);

	*w = (struct way){ 0 };
	put_int(s, account);
	put_text(s, channel_code(channel));
	if (db_next(s))
		read_way(s, a, w);
	return db_end_one(s);
}

enum rc
way_list(struct db *db, struct arena *a, int64_t account, struct way list[CHANNEL_COUNT],
    size_t *n)
{
	struct stmt	*s = db_start(db, &all_ways);

	put_int(s, account);
	put_int(s, CHANNEL_COUNT);
	for (*n = 0; *n < CHANNEL_COUNT && db_next(s); ++*n)
		read_way(s, a, &list[*n]);
	return db_end(s);
}

enum rc
way_put(struct db *db, const struct way *w)
{
	struct stmt	*s = db_start(db, &put_way);

	put_int(s, w->account);
	put_text(s, channel_code(w->channel));
	put_bytes(s, w->sealed);
	put_int(s, w->kinds);
	put_int(s, w->added);
	put_int(s, w->verified);
	return db_end(s);
}

enum rc
way_set_code(struct db *db, const struct way *w)
{
	struct stmt	*s = db_start(db, &set_code);

	put_int(s, w->id);
	put_bytes(s, w->code);
	put_int(s, w->code_at);
	put_int(s, w->code_tries);
	return db_end_changed(s);
}

static enum rc
set(struct db *db, const struct query *q, int64_t id, int64_t value)
{
	struct stmt	*s = db_start(db, q);
	enum rc		 rc;

	put_int(s, id);
	put_int(s, value);
	rc = db_end_changed(s);
	return rc == RC_CONFLICT ? RC_NOTFOUND : rc;
}

enum rc
way_verify(struct db *db, int64_t id, int64_t now)
{
	return set(db, &verify, id, now);
}

enum rc
way_want(struct db *db, int64_t id, int64_t kinds)
{
	return set(db, &want, id, kinds);
}

enum rc
way_drop(struct db *db, int64_t account, enum channel channel)
{
	struct stmt	*s = db_start(db, &drop_way);
	enum rc		 rc;

	put_int(s, account);
	put_text(s, channel_code(channel));
	rc = db_end_changed(s);
	return rc == RC_CONFLICT ? RC_NOTFOUND : rc;
}

enum rc
way_mail(struct db *db, struct arena *a, int64_t account, const char **address)
{
	struct stmt	*s = db_start(db, &mail);

	put_int(s, account);
	*address = db_next(s) ? arena_text(a, get_text(s)) : "";
	return db_end(s);
}

/* --- browsers ------------------------------------------------------------------------------ */

enum rc
subscription_list(struct db *db, struct arena *a, int64_t account,
    struct subscription list[SUBSCRIPTIONS], size_t *n)
{
	struct stmt		*s = db_start(db, &browsers);
	struct subscription	*b;

	put_int(s, account);
	put_int(s, SUBSCRIPTIONS);
	for (*n = 0; *n < SUBSCRIPTIONS && db_next(s);) {
		b = &list[(*n)++];
		b->id = get_int(s);
		b->account = get_int(s);
		b->name = arena_bytes(a, get_bytes(s));
		b->sealed = arena_bytes(a, get_bytes(s));
		b->device = arena_text(a, get_text(s));
		b->added = get_int(s);
		b->used = get_int(s);
		b->dead = get_int(s);
	}
	return db_end(s);
}

enum rc
subscription_put(struct db *db, const struct subscription *b)
{
	struct stmt	*s = db_start(db, &put_browser);

	put_int(s, b->account);
	put_bytes(s, b->name);
	put_bytes(s, b->sealed);
	put_text(s, b->device);
	put_int(s, b->added);
	return db_end(s);
}

enum rc
subscription_used(struct db *db, int64_t id, int64_t now)
{
	return set(db, &used, id, now);
}

enum rc
subscription_die(struct db *db, int64_t id, int64_t now)
{
	return set(db, &die, id, now);
}

enum rc
subscription_drop(struct db *db, int64_t account, int64_t id)
{
	return set(db, &drop_browser, account, id);
}

enum rc
subscription_alive(struct db *db, int64_t account, bool *is)
{
	struct stmt	*s = db_start(db, &alive);

	put_int(s, account);
	*is = db_next(s);
	return db_end(s);
}

enum rc
vapid_of(struct db *db, struct arena *a, const char **public, struct bytes *sealed)
{
	struct stmt	*s = db_start(db, &vapid);

	if (db_next(s)) {
		*public = arena_text(a, get_text(s));
		*sealed = arena_bytes(a, get_bytes(s));
	}
	return db_end_one(s);
}

enum rc
vapid_put(struct db *db, const char *public, struct bytes sealed, int64_t now)
{
	struct stmt	*s = db_start(db, &put_vapid);

	put_text(s, public);
	put_bytes(s, sealed);
	put_int(s, now);
	return db_end(s);
}

const struct query *const way_queries[] = {
	&one_told, &save_told, &one_way, &all_ways, &put_way, &set_code, &verify, &want, &drop_way,
	&mail, &browsers, &put_browser, &used, &die, &drop_browser, &alive, &vapid, &put_vapid
};
const size_t way_nqueries = COUNT(way_queries);
