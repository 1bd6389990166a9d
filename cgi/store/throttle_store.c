/* throttle_store.c: how failed tries are kept. */
#include "store/throttle_store.h"

static const struct query by_key = {
	"failed tries", "SELECT fails, until, last_at FROM throttle WHERE key = ?1"
};

static const struct query save = {
	"a failed try",
	"INSERT INTO throttle (key, fails, until, last_at) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (key) DO UPDATE"
	" SET fails = excluded.fails, until = excluded.until, last_at = excluded.last_at"
};

static const struct query forget = {
	"forget failed tries", "DELETE FROM throttle WHERE key = ?1"
};

static const struct query sweep = {
	"forget old tries", "DELETE FROM throttle WHERE last_at < ?1"
};

static struct bytes
whole(const unsigned char key[HASH_SIZE])
{
	return (struct bytes){ key, HASH_SIZE };
}

enum rc
throttle_read(struct db *db, const unsigned char key[HASH_SIZE], struct throttle *t)
{
	struct stmt	*s = db_start(db, &by_key);

	*t = (struct throttle){ 0 };
	put_bytes(s, whole(key));
	if (db_next(s)) {
		t->fails = get_int(s);
		t->until = get_int(s);
		t->last = get_int(s);
	}
	return db_end(s);
}

enum rc
throttle_save(struct db *db, const unsigned char key[HASH_SIZE], const struct throttle *t)
{
	struct stmt	*s = db_start(db, &save);

	put_bytes(s, whole(key));
	put_int(s, t->fails);
	put_int(s, t->until);
	put_int(s, t->last);
	return db_end(s);
}

enum rc
throttle_remove(struct db *db, const unsigned char key[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &forget);

	put_bytes(s, whole(key));
	return db_end(s);
}

enum rc
throttle_sweep(struct db *db, int64_t before)
{
	struct stmt	*s = db_start(db, &sweep);

	put_int(s, before);
	return db_end(s);
}

const struct query *const throttle_queries[] = { &by_key, &save, &forget, &sweep };
const size_t throttle_nqueries = COUNT(throttle_queries);
