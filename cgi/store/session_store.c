/* session_store.c: how sign-ins are kept. */
#include <string.h>

#include "store/session_store.h"

/*
 * Read for each page of the staff, so it is one read by key and one by rowid,
 * and writes nothing.  The role is the account's of now, not of the sign-in.
 */
static const struct query by_hash = {
	"session by cookie",
	"SELECT a.id, a.role, a.agency, a.unit, a.name, a.renew, a.strong, a.pact,"
	" s.csrf, s.created_at, s.expires_at"
	" FROM session AS s JOIN account AS a ON a.id = s.account"
	" WHERE s.hash = ?1 AND s.expires_at > ?2 AND a.disabled_at = 0"
};

static const struct query insert = {
	"new session",
	"INSERT INTO session (hash, account, csrf, created_at, expires_at, device)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};

static const struct query list = {
	"sessions of an account",
	"SELECT hash, created_at, expires_at, device FROM session"
	" WHERE account = ?1 AND expires_at > ?2 ORDER BY created_at DESC LIMIT ?3"
};

static const struct query remove_others = {
	"end the other sessions of an account",
	"DELETE FROM session WHERE account = ?1 AND hash <> ?2"
};

static const struct query remove_halves = {
	"end half sessions of an account", "DELETE FROM half_session WHERE account = ?1"
};

static const struct query remove_one = {
	"end a session", "DELETE FROM session WHERE hash = ?1"
};

static const struct query remove_of = {
	"end all sessions of an account", "DELETE FROM session WHERE account = ?1"
};

static const struct query count = {
	"how many sessions",
	"SELECT count(*) FROM session WHERE account = ?1 AND expires_at > ?2"
};

static const struct query sweep = {
	"forget sessions that are over", "DELETE FROM session WHERE expires_at <= ?1"
};

static struct bytes
whole(const unsigned char hash[HASH_SIZE])
{
	return (struct bytes){ hash, HASH_SIZE };
}

static void
read_row(struct stmt *s, struct arena *a, struct session *out)
{
	out->who.id = get_int(s);
	out->who.role = role_of(get_text(s));
	out->who.agency = get_int(s);
	out->who.unit = get_int(s);
	out->who.name = arena_text(a, get_text(s));
	out->renew = get_int(s) != 0;
	out->strong = get_int(s) != 0;
	out->pact = get_int(s);
	out->csrf = arena_text(a, get_text(s));
	out->created = get_int(s);
	out->expires = get_int(s);
}

enum rc
session_read(struct db *db, struct arena *a, const unsigned char hash[HASH_SIZE], int64_t now,
    struct session *out)
{
	struct stmt	*s = db_start(db, &by_hash);

	put_bytes(s, whole(hash));
	put_int(s, now);
	if (db_next(s))
		read_row(s, a, out);
	return db_end_one(s);
}

enum rc
session_add(struct db *db, const unsigned char hash[HASH_SIZE], const struct session *new,
    const char *device)
{
	struct stmt	*s = db_start(db, &insert);

	put_bytes(s, whole(hash));
	put_int(s, new->who.id);
	put_text(s, new->csrf);
	put_int(s, new->created);
	put_int(s, new->expires);
	put_text(s, device);
	return db_end(s);
}

enum rc
session_remove(struct db *db, const unsigned char hash[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &remove_one);

	put_bytes(s, whole(hash));
	return db_end(s);
}

/* Who was half in is out, too. */
enum rc
session_remove_of(struct db *db, int64_t account)
{
	struct stmt	*s = db_start(db, &remove_of);
	enum rc		 rc;

	put_int(s, account);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	s = db_start(db, &remove_halves);
	put_int(s, account);
	return db_end(s);
}

enum rc
session_remove_others(struct db *db, int64_t account, const unsigned char kept[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &remove_others);

	put_int(s, account);
	put_bytes(s, whole(kept));
	return db_end(s);
}

enum rc
session_list(struct db *db, struct arena *a, int64_t account, int64_t now,
    struct session_row *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &list);
	struct bytes	 hash;

	*n = 0;
	put_int(s, account);
	put_int(s, now);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); (*n)++) {
		hash = get_bytes(s);
		if (hash.len == HASH_SIZE)
			memcpy(out[*n].hash, hash.data, HASH_SIZE);
		out[*n].created = get_int(s);
		out[*n].expires = get_int(s);
		out[*n].device = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
session_count(struct db *db, int64_t account, int64_t now, int64_t *n)
{
	struct stmt	*s = db_start(db, &count);

	put_int(s, account);
	put_int(s, now);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
session_sweep(struct db *db, int64_t now)
{
	struct stmt	*s = db_start(db, &sweep);

	put_int(s, now);
	return db_end(s);
}

const struct query *const session_queries[] = {
	&by_hash, &insert, &list, &remove_one, &remove_of, &remove_others, &remove_halves, &count,
	&sweep
};
const size_t session_nqueries = COUNT(session_queries);
