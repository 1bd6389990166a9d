/* talk_store.c: how written emergencies are kept. */
#include "store/talk_store.h"

#define COLUMNS \
	"SELECT id, token, gateway, channel, lang, category, mute, words, place, area, lat, lon," \
	" priority, behind, at, route_at, routed_at, account, taken_at, ticket, reporter, sure_at," \
	" ended_at, heard_at, version FROM talk"

static const struct query insert = {
	"new talk",
	"INSERT INTO talk (token, code, gateway, channel, sealed, sender, lang, category, mute,"
	" words, place, area, lat, lon, priority, behind, at, route_at, heard_at) VALUES"
	" (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?17)"
};

static const struct query by_id = { "talk by id", COLUMNS " WHERE id = ?1" };
static const struct query by_token = { "talk by token", COLUMNS " WHERE token = ?1" };
static const struct query by_code = { "talk by code", COLUMNS " WHERE code = ?1" };

static const struct query unsure = {
	"is a ticket not confirmed",
	"SELECT 1 FROM talk WHERE ticket = ?1 AND ticket <> 0 AND sure_at = 0 AND ended_at = 0"
	" LIMIT 1"
};

static const struct query by_sender = {
	"last talk of a sender", COLUMNS " WHERE sender = ?1 ORDER BY id DESC LIMIT 1"
};

static const struct query code = { "talk's code", "SELECT code FROM talk WHERE id = ?1" };
static const struct query seal = { "who writes", "SELECT sealed FROM talk WHERE id = ?1" };

static const struct query save = {
	"talk changes",
	"UPDATE talk SET route_at = ?1, routed_at = ?2, account = ?3, taken_at = ?4, ticket = ?5,"
	" reporter = ?6, sure_at = ?7, ended_at = ?8, version = version + 1"
	" WHERE id = ?9 AND version = ?10"
};

static const struct query heard = {
	"talk heard from", "UPDATE talk SET heard_at = ?2 WHERE id = ?1 AND heard_at < ?2"
};

static const struct query queue = {
	"talks that wait",
	COLUMNS " WHERE account = 0 AND ended_at = 0 AND behind >= 0"
	" ORDER BY behind, priority, at, id LIMIT ?1"
};

static const struct query taken = {
	"talks that somebody has",
	COLUMNS " WHERE account <> 0 AND account > 0 AND ended_at = 0"
	" ORDER BY account, taken_at LIMIT ?1"
};

static const struct query own = {
	"talks of somebody",
	COLUMNS " WHERE account = ?1 AND account <> 0 AND ended_at = 0"
	" ORDER BY taken_at DESC LIMIT ?2"
};

static const struct query taker = {
	"who has a talk", "SELECT name FROM account WHERE id = ?1"
};

static const struct query waiting = {
	"how many talks wait",
	"SELECT COUNT(*) FROM (SELECT 1 FROM talk WHERE account = 0 AND ended_at = 0"
	" AND behind >= 0 LIMIT ?1)"
};

static const struct query due = {
	"talks to be routed",
	"SELECT id FROM talk WHERE route_at <> 0 AND route_at <= ?1 ORDER BY route_at LIMIT ?2"
};

static const struct query routed = {
	"how many talks were routed",
	"SELECT COUNT(*) FROM (SELECT 1 FROM talk WHERE routed_at <> 0 AND routed_at > ?1"
	" LIMIT ?2)"
};

static const struct query quiet = {
	"talks nobody goes on with",
	"SELECT id FROM talk WHERE ended_at = 0 AND heard_at <= ?1 ORDER BY heard_at LIMIT ?2"
};

static const struct query forget = {
	"forget a reporter's talk",
	"UPDATE talk SET sealed = NULL, sender = NULL, words = '', place = '', lat = 0, lon = 0"
	" WHERE reporter = ?1 AND reporter <> 0"
};

static void
read_row(struct stmt *s, struct arena *a, struct talk *t)
{
	t->id = get_int(s);
	t->token = arena_text(a, get_text(s));
	t->gateway = get_int(s);
	t->channel = arena_text(a, get_text(s));
	t->lang = arena_text(a, get_text(s));
	t->category = get_int(s);
	t->mute = get_int(s) != 0;
	t->words = arena_text(a, get_text(s));
	t->place.text = arena_text(a, get_text(s));
	t->place.area = arena_text(a, get_text(s));
	t->place.lat = get_int(s);
	t->place.lon = get_int(s);
	t->priority = (enum priority)get_int(s);
	t->behind = get_int(s) != 0;
	t->at = get_int(s);
	t->route = get_int(s);
	t->routed = get_int(s);
	t->account = get_int(s);
	t->taken = get_int(s);
	t->ticket = get_int(s);
	t->reporter = get_int(s);
	t->sure = get_int(s);
	t->ended = get_int(s);
	t->heard = get_int(s);
	t->version = get_int(s);
}

enum rc
talk_insert(struct db *db, struct talk *t, const struct talk_who *who)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, t->token);
	put_bytes(s, who->code);
	put_int(s, t->gateway);
	put_text(s, t->channel);
	put_bytes(s, who->sealed);
	put_bytes(s, who->sender);
	put_text(s, t->lang);
	put_int(s, t->category);
	put_int(s, t->mute);
	put_text(s, t->words);
	put_text(s, t->place.text);
	put_text(s, t->place.area);
	put_int(s, t->place.lat);
	put_int(s, t->place.lon);
	put_int(s, t->priority);
	put_int(s, t->behind);
	put_int(s, t->at);
	put_int(s, t->route);
	if ((rc = db_end(s)) == RC_OK) {
		t->id = db_last_id(db);
		t->version = 1;
	}
	return rc;
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct talk *t)
{
	if (db_next(s))
		read_row(s, a, t);
	return db_end_one(s);
}

enum rc
talk_by_id(struct db *db, struct arena *a, int64_t id, struct talk *t)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, t);
}

enum rc
talk_by_token(struct db *db, struct arena *a, const char *token, struct talk *t)
{
	struct stmt	*s = db_start(db, &by_token);

	put_text(s, token);
	return read_one(s, a, t);
}

enum rc
talk_by_code(struct db *db, struct arena *a, struct bytes hash, struct talk *t)
{
	struct stmt	*s = db_start(db, &by_code);

	put_bytes(s, hash);
	return read_one(s, a, t);
}

enum rc
talk_is_unsure(struct db *db, int64_t ticket, bool *is_unsure)
{
	struct stmt	*s = db_start(db, &unsure);

	put_int(s, ticket);
	*is_unsure = db_next(s);
	return db_end(s);
}

enum rc
talk_by_sender(struct db *db, struct arena *a, struct bytes sender, struct talk *t)
{
	struct stmt	*s = db_start(db, &by_sender);

	put_bytes(s, sender);
	return read_one(s, a, t);
}

static enum rc
read_bytes(struct stmt *s, struct arena *a, struct bytes *out)
{
	*out = (struct bytes){ 0 };
	if (db_next(s))
		*out = arena_bytes(a, get_bytes(s));
	return db_end_one(s);
}

enum rc
talk_code(struct db *db, struct arena *a, int64_t id, struct bytes *out)
{
	struct stmt	*s = db_start(db, &code);

	put_int(s, id);
	return read_bytes(s, a, out);
}

enum rc
talk_seal(struct db *db, struct arena *a, int64_t id, struct bytes *out)
{
	struct stmt	*s = db_start(db, &seal);

	put_int(s, id);
	return read_bytes(s, a, out);
}

enum rc
talk_save(struct db *db, struct talk *t)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_int(s, t->route);
	put_int(s, t->routed);
	put_int(s, t->account);
	put_int(s, t->taken);
	put_int(s, t->ticket);
	put_int(s, t->reporter);
	put_int(s, t->sure);
	put_int(s, t->ended);
	put_int(s, t->id);
	put_int(s, t->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		t->version++;
	return rc;
}

enum rc
talk_heard(struct db *db, int64_t id, int64_t at)
{
	struct stmt	*s = db_start(db, &heard);

	put_int(s, id);
	put_int(s, at);
	return db_end(s);
}

static enum rc
read_list(struct stmt *s, struct arena *a, struct talk *list, size_t *n, size_t max)
{
	*n = 0;
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_row(s, a, &list[(*n)++]);
	return db_end(s);
}

enum rc
talk_queue(struct db *db, struct arena *a, struct talk *list, size_t *n, size_t max)
{
	return read_list(db_start(db, &queue), a, list, n, max);
}

enum rc
talk_taken(struct db *db, struct arena *a, struct talk *list, size_t *n, size_t max)
{
	return read_list(db_start(db, &taken), a, list, n, max);
}

enum rc
talk_own(struct db *db, struct arena *a, int64_t account, struct talk *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &own);

	put_int(s, account);
	return read_list(s, a, list, n, max);
}

enum rc
talk_taker(struct db *db, struct arena *a, int64_t account, const char **name)
{
	struct stmt	*s = db_start(db, &taker);

	*name = "";
	put_int(s, account);
	if (db_next(s))
		*name = arena_text(a, get_text(s));
	return db_end_one(s);
}

static enum rc
read_count(struct stmt *s, int64_t *n)
{
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
talk_waiting(struct db *db, int64_t max, int64_t *n)
{
	struct stmt	*s = db_start(db, &waiting);

	put_int(s, max);
	return read_count(s, n);
}

static enum rc
read_ids(struct stmt *s, int64_t *ids, size_t *n, size_t max)
{
	*n = 0;
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
talk_due(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due);

	put_int(s, now);
	return read_ids(s, ids, n, max);
}

enum rc
talk_routed(struct db *db, int64_t since, int64_t max, int64_t *n)
{
	struct stmt	*s = db_start(db, &routed);

	put_int(s, since);
	put_int(s, max);
	return read_count(s, n);
}

enum rc
talk_quiet(struct db *db, int64_t before, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &quiet);

	put_int(s, before);
	return read_ids(s, ids, n, max);
}

enum rc
talk_forget(struct db *db, int64_t reporter)
{
	struct stmt	*s = db_start(db, &forget);

	put_int(s, reporter);
	return db_end(s);
}

const struct query *const talk_queries[] = {
	&insert, &by_id, &by_token, &by_code, &unsure, &by_sender, &code, &seal, &save, &heard,
	&queue, &taken, &own, &taker, &waiting, &due, &routed, &quiet, &forget
};
const size_t talk_nqueries = COUNT(talk_queries);
