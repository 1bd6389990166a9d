/* draft_store.c: calls that are being taken down, and each person's own keys. */
#include "store/draft_store.h"

#define COLUMNS	"SELECT id, token, account, sealed, rang_at, saved_at FROM draft"

static const struct query put = {
	"a draft saved",
	"INSERT INTO draft (token, account, sealed, rang_at, saved_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (token) DO UPDATE SET"
	" sealed = excluded.sealed, rang_at = excluded.rang_at, saved_at = excluded.saved_at"
	" WHERE account = excluded.account AND sealed IS NOT NULL"
};

static const struct query by_id = { "draft by id", COLUMNS " WHERE id = ?1" };

static const struct query by_token = { "draft by token", COLUMNS " WHERE token = ?1" };

static const struct query of_account = {
	"drafts of somebody",
	COLUMNS " WHERE account = ?1 AND sealed IS NOT NULL ORDER BY rang_at LIMIT ?2"
};

static const struct query left = {
	"drafts that were left",
	"SELECT id FROM draft WHERE saved_at <= ?1 AND sealed IS NOT NULL"
	" ORDER BY saved_at LIMIT ?2"
};

static const struct query empty = {
	"a draft became something", "UPDATE draft SET sealed = NULL, saved_at = ?2 WHERE id = ?1"
};

static const struct query end = { "a draft's end", "DELETE FROM draft WHERE token = ?1" };

static const struct query over = {
	"a draft that is over",
	"SELECT 1 FROM draft WHERE saved_at <= ?1 AND sealed IS NULL LIMIT 1"
};

static const struct query sweep = {
	"forget drafts that are over",
	"DELETE FROM draft WHERE saved_at <= ?1 AND sealed IS NULL"
};

static const struct query keys = {
	"keys of somebody",
	"SELECT action, code FROM desk_key WHERE account = ?1 ORDER BY action LIMIT ?2"
};

static const struct query set_key = {
	"a key of somebody", "INSERT INTO desk_key (account, action, code) VALUES (?1, ?2, ?3)"
};

static const struct query no_keys = {
	"forget somebody's keys", "DELETE FROM desk_key WHERE account = ?1"
};

enum rc
draft_put(struct db *db, const struct draft_row *d)
{
	struct stmt	*s = db_start(db, &put);

	put_text(s, d->token);
	put_int(s, d->account);
	put_bytes(s, d->sealed);
	put_int(s, d->rang);
	put_int(s, d->saved);
	return db_end_changed(s);
}

static void
read_row(struct stmt *s, struct arena *a, struct draft_row *d)
{
	d->id = get_int(s);
	d->token = arena_text(a, get_text(s));
	d->account = get_int(s);
	d->sealed = arena_bytes(a, get_bytes(s));
	d->rang = get_int(s);
	d->saved = get_int(s);
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct draft_row *d)
{
	if (db_next(s))
		read_row(s, a, d);
	return db_end_one(s);
}

enum rc
draft_by_id(struct db *db, struct arena *a, int64_t id, struct draft_row *d)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, d);
}

enum rc
draft_by_token(struct db *db, struct arena *a, const char *token, struct draft_row *d)
{
	struct stmt	*s = db_start(db, &by_token);

	put_text(s, token);
	return read_one(s, a, d);
}

enum rc
draft_of_account(struct db *db, struct arena *a, int64_t account, struct draft_row *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_account);

	put_int(s, account);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
draft_left(struct db *db, int64_t before, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &left);

	put_int(s, before);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		ids[*n] = get_int(s);
	return db_end(s);
}

enum rc
draft_empty(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &empty);

	put_int(s, id);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
draft_end(struct db *db, const char *token)
{
	struct stmt	*s = db_start(db, &end);

	put_text(s, token);
	return db_end(s);
}

enum rc
draft_is_over(struct db *db, int64_t before, bool *some)
{
	struct stmt	*s = db_start(db, &over);

	put_int(s, before);
	*some = db_next(s);
	return db_end(s);
}

enum rc
draft_sweep(struct db *db, int64_t before)
{
	struct stmt	*s = db_start(db, &sweep);

	put_int(s, before);
	return db_end(s);
}

enum rc
key_list(struct db *db, struct arena *a, int64_t account, struct desk_key *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &keys);

	put_int(s, account);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].action = arena_text(a, get_text(s));
		list[*n].code = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
key_put(struct db *db, int64_t account, const struct desk_key *k)
{
	struct stmt	*s = db_start(db, &set_key);

	put_int(s, account);
	put_text(s, k->action);
	put_text(s, k->code);
	return db_end(s);
}

enum rc
key_drop_all(struct db *db, int64_t account)
{
	struct stmt	*s = db_start(db, &no_keys);

	put_int(s, account);
	return db_end(s);
}

const struct query *const draft_queries[] = {
	&put, &by_id, &by_token, &of_account, &left, &empty, &end, &over, &sweep,
	&keys, &set_key, &no_keys
};
const size_t draft_nqueries = COUNT(draft_queries);
