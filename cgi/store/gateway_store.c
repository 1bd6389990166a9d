/* gateway_store.c: which machines may speak to us, and what they have said already. */
#include <string.h>

#include "store/gateway_store.h"

enum { SWEPT = 100 };

static const struct query insert = {
	"new gateway",
	"INSERT INTO gateway (code, kind, sealed, added_at) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query by_code = {
	"gateway by code",
	"SELECT id, code, kind, allowed, added_at, seen_at, sealed FROM gateway WHERE code = ?1"
};

static const struct query rows = {
	"gateways",
	"SELECT id, code, kind, allowed, added_at, seen_at FROM gateway WHERE id > 0"
	" ORDER BY id LIMIT ?1"
};

static const struct query set_allowed = {
	"a gateway may speak, or not", "UPDATE gateway SET allowed = ?2 WHERE id = ?1"
};

static const struct query set_seen = {
	"a gateway was heard of", "UPDATE gateway SET seen_at = ?2 WHERE id = ?1 AND seen_at < ?2"
};

static const struct query last = {
	"when a kind of gateway was last heard of",
	"SELECT count(*), max(seen_at) FROM gateway WHERE id > 0 AND kind = ?1 AND allowed = 1"
};

static const struct query find_inbound = {
	"a message by its sender's id",
	"SELECT hash, answer, at FROM inbound WHERE gateway = ?1 AND name = ?2"
};

static const struct query add_inbound = {
	"a message that was answered",
	"INSERT INTO inbound (gateway, name, hash, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)"
};

/* A few with each new one: there are never many to do. */
static const struct query sweep = {
	"forget messages",
	"DELETE FROM inbound WHERE at < ?1 AND (gateway, name) IN"
	" (SELECT gateway, name FROM inbound WHERE at < ?1 ORDER BY at LIMIT ?2)"
};

static void
read_row(struct stmt *s, struct arena *a, struct gateway *g)
{
	g->id = get_int(s);
	g->code = arena_text(a, get_text(s));
	g->kind = gateway_kind_of(get_text(s));
	g->allowed = get_int(s) != 0;
	g->added = get_int(s);
	g->seen = get_int(s);
}

enum rc
gateway_insert(struct db *db, const struct gateway *g, struct bytes sealed)
{
	struct stmt	*s = db_start(db, &insert);

	put_text(s, g->code);
	put_text(s, gateway_kind_code(g->kind));
	put_bytes(s, sealed);
	put_int(s, g->added);
	return db_end(s);
}

enum rc
gateway_by_code(struct db *db, struct arena *a, const char *code, struct gateway *g,
    struct bytes *sealed)
{
	struct stmt	*s = db_start(db, &by_code);

	put_text(s, code);
	if (db_next(s)) {
		read_row(s, a, g);
		*sealed = arena_bytes(a, get_bytes(s));
	}
	return db_end_one(s);
}

enum rc
gateway_rows(struct db *db, struct arena *a, struct gateway *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &rows);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &out[*n]);
	return db_end(s);
}

enum rc
gateway_set_allowed(struct db *db, int64_t id, bool allowed)
{
	struct stmt	*s = db_start(db, &set_allowed);

	put_int(s, id);
	put_int(s, allowed);
	return db_end_changed(s);
}

enum rc
gateway_set_seen(struct db *db, int64_t id, int64_t at)
{
	struct stmt	*s = db_start(db, &set_seen);

	put_int(s, id);
	put_int(s, at);
	return db_end(s);
}

enum rc
gateway_last(struct db *db, enum gateway_kind kind, int64_t *n, int64_t *at)
{
	struct stmt	*s = db_start(db, &last);

	*n = *at = 0;
	put_text(s, gateway_kind_code(kind));
	if (db_next(s)) {
		*n = get_int(s);
		*at = get_int(s);
	}
	return db_end(s);
}

enum rc
inbound_find(struct db *db, struct arena *a, struct inbound *in)
{
	struct stmt	*s = db_start(db, &find_inbound);
	struct bytes	 hash;

	put_int(s, in->gateway);
	put_text(s, in->name);
	if (db_next(s)) {
		hash = get_bytes(s);
		memset(in->hash, 0, HASH_SIZE);
		memcpy(in->hash, hash.data, hash.len < HASH_SIZE ? hash.len : HASH_SIZE);
		in->answer = arena_text(a, get_text(s));
		in->at = get_int(s);
	}
	return db_end_one(s);
}

enum rc
inbound_add(struct db *db, const struct inbound *in)
{
	struct stmt	*s = db_start(db, &add_inbound);

	put_int(s, in->gateway);
	put_text(s, in->name);
	put_bytes(s, (struct bytes){ in->hash, HASH_SIZE });
	put_text(s, in->answer);
	put_int(s, in->at);
	return db_end(s);
}

enum rc
inbound_sweep(struct db *db, int64_t before)
{
	struct stmt	*s = db_start(db, &sweep);

	put_int(s, before);
	put_int(s, SWEPT);
	return db_end(s);
}

const struct query *const gateway_queries[] = {
	&insert, &by_code, &rows, &set_allowed, &set_seen, &last,
	&find_inbound, &add_inbound, &sweep
};
const size_t gateway_nqueries = COUNT(gateway_queries);
