/* warn_store.c: whose three days are nearly over, and who has been told of it. */
#include "store/warn_store.h"

#define LEVEL		"CASE WHEN due_at <= ?1 THEN 2 ELSE 1 END"
#define REQUEST		"SELECT id, ticket, number, kind, due_at, "
#define BREACH		"SELECT id, 0, number, '', due_at, "
#define DUE(table, more) \
	" FROM " table " WHERE open = 1" more " AND due_at <= ?2 AND warned < " LEVEL \
	" ORDER BY due_at, id LIMIT ?3"
#define UNMAILED(table, more) \
	"warned FROM " table " WHERE open = 1" more " AND due_at > 0 AND mailed < warned" \
	" ORDER BY due_at, id LIMIT ?1"
#define UNTOLD	" AND state = 'open'"

static const struct query due[] = {
	{ "requests to be warned of", REQUEST LEVEL DUE("subject", "") },
	{ "breaches to be warned of", BREACH LEVEL DUE("breach", UNTOLD) },
};

static const struct query set[] = {
	{ "a request is warned of",
	  "UPDATE subject SET warned = ?2 WHERE id = ?1 AND warned < ?2 AND open = 1" },
	{ "a breach is warned of",
	  "UPDATE breach SET warned = ?2 WHERE id = ?1 AND warned < ?2" UNTOLD },
};

static const struct query unmailed[] = {
	{ "warnings of requests to be mailed", REQUEST UNMAILED("subject", "") },
	{ "warnings of breaches to be mailed", BREACH UNMAILED("breach", UNTOLD) },
};

static const struct query mailed[] = {
	{ "a warning of a request is mailed", "UPDATE subject SET mailed = ?2 WHERE id = ?1" },
	{ "a warning of a breach is mailed", "UPDATE breach SET mailed = ?2 WHERE id = ?1" },
};

static enum rc
read_all(struct stmt *s, struct arena *a, struct warning *list, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].ticket = get_int(s);
		list[*n].number = arena_text(a, get_text(s));
		list[*n].kind = arena_text(a, get_text(s));
		list[*n].due = get_int(s);
		list[*n].level = get_int(s);
	}
	return db_end(s);
}

enum rc
warn_due(struct db *db, struct arena *a, bool breach, int64_t now, int64_t soon,
    struct warning *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due[breach]);

	put_int(s, now);
	put_int(s, soon);
	return read_all(s, a, list, n, max);
}

enum rc
warn_unmailed(struct db *db, struct arena *a, bool breach, struct warning *list, size_t *n,
    size_t max)
{
	return read_all(db_start(db, &unmailed[breach]), a, list, n, max);
}

static enum rc
put(struct db *db, const struct query *q, int64_t id, int64_t level)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, id);
	put_int(s, level);
	return db_end_changed(s);
}

enum rc
warn_set(struct db *db, bool breach, int64_t id, int64_t level)
{
	return put(db, &set[breach], id, level);
}

enum rc
warn_set_mailed(struct db *db, bool breach, int64_t id, int64_t level)
{
	return put(db, &mailed[breach], id, level);
}

const struct query *const warn_queries[] = {
	&due[0], &due[1], &set[0], &set[1], &unmailed[0], &unmailed[1], &mailed[0], &mailed[1]
};
const size_t warn_nqueries = COUNT(warn_queries);
