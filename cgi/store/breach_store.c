/* breach_store.c: how failures to protect personal data are kept. */
#include "store/breach_store.h"

#define SELECT \
	"SELECT id, number, state, happened_at, found_at, due_at, people, data, cause, measures," \
	" told, told_at, learnt, closed_at, version FROM breach WHERE "

static const struct query insert = {
	"new breach",
	"INSERT INTO breach (number, token, state, open, happened_at, found_at, due_at, people,"
	" data, cause, measures) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
};

static const struct query by_number = { "breach by number", SELECT "number = ?1" };
static const struct query by_token = { "breach by token", SELECT "token = ?1" };
static const struct query open_ones = {
	"open breaches", SELECT "open = 1 AND due_at > 0 ORDER BY due_at, id LIMIT ?1"
};
static const struct query closed_ones = {
	"closed breaches",
	SELECT "open = 0 AND closed_at > 0 ORDER BY closed_at DESC, id DESC LIMIT ?1"
};

static const struct query count_open = {
	"how many breaches are not told",
	"SELECT COUNT(*), COALESCE(SUM(due_at <= ?1), 0) FROM breach"
	" WHERE open = 1 AND due_at > 0 AND state = 'open'"
};

static const struct query save = {
	"save a breach",
	"UPDATE breach SET state = ?3, open = ?4, people = ?5, data = ?6, cause = ?7,"
	" measures = ?8, told = ?9, told_at = ?10, learnt = ?11, closed_at = ?12,"
	" version = version + 1 WHERE id = ?1 AND version = ?2"
};

static void
read_row(struct stmt *s, struct arena *a, struct breach *b)
{
	b->id = get_int(s);
	b->number = arena_text(a, get_text(s));
	b->state = breach_state_of(get_text(s));
	b->happened = get_int(s);
	b->found = get_int(s);
	b->due = get_int(s);
	b->people = get_int(s);
	b->data = arena_text(a, get_text(s));
	b->cause = arena_text(a, get_text(s));
	b->measures = arena_text(a, get_text(s));
	b->told = arena_text(a, get_text(s));
	b->told_at = get_int(s);
	b->learnt = arena_text(a, get_text(s));
	b->closed = get_int(s);
	b->version = get_int(s);
}

enum rc
breach_insert(struct db *db, struct breach *b, const char *token)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, b->number);
	put_text(s, token);
	put_text(s, breach_state_code(b->state));
	put_int(s, b->happened);
	put_int(s, b->found);
	put_int(s, b->due);
	put_int(s, b->people);
	put_text(s, b->data);
	put_text(s, b->cause);
	put_text(s, b->measures);
	rc = db_end(s);
	b->id = db_last_id(db);
	return rc;
}

static enum rc
one(struct db *db, struct arena *a, const struct query *q, const char *key, struct breach *b)
{
	struct stmt	*s = db_start(db, q);

	put_text(s, key);
	if (db_next(s))
		read_row(s, a, b);
	return db_end_one(s);
}

enum rc
breach_by_number(struct db *db, struct arena *a, const char *number, struct breach *b)
{
	return one(db, a, &by_number, number, b);
}

enum rc
breach_by_token(struct db *db, struct arena *a, const char *token, struct breach *b)
{
	return one(db, a, &by_token, token, b);
}

enum rc
breach_list(struct db *db, struct arena *a, bool open, struct breach *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, open ? &open_ones : &closed_ones);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
breach_count(struct db *db, int64_t now, int64_t *open, int64_t *late)
{
	struct stmt	*s = db_start(db, &count_open);

	*open = *late = 0;
	put_int(s, now);
	if (db_next(s)) {
		*open = get_int(s);
		*late = get_int(s);
	}
	return db_end(s);
}

enum rc
breach_save(struct db *db, struct breach *b)
{
	struct stmt	*s = db_start(db, &save);

	put_int(s, b->id);
	put_int(s, b->version++);
	put_text(s, breach_state_code(b->state));
	put_int(s, b->state != BREACH_CLOSED);
	put_int(s, b->people);
	put_text(s, b->data);
	put_text(s, b->cause);
	put_text(s, b->measures);
	put_text(s, b->told);
	put_int(s, b->told_at);
	put_text(s, b->learnt);
	put_int(s, b->closed);
	return db_end_changed(s);
}

const struct query *const breach_queries[] = {
	&insert, &by_number, &by_token, &open_ones, &closed_ones, &count_open, &save
};
const size_t breach_nqueries = COUNT(breach_queries);
