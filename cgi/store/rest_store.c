/* rest_store.c: what each taker's last calls were, and breaks that were offered. */
#include "store/rest_store.h"

/* By when they rang; the index of takers is long, and would be read to its end. */
static const struct query takers = {
	"who takes calls",
	"SELECT DISTINCT +taker FROM call WHERE rang_at > ?1 AND +taker <> 0 ORDER BY 1 LIMIT ?2"
};

static const struct query calls = {
	"somebody's last calls",
	"SELECT c.rang_at, c.answered_at, c.closed_at, COALESCE(t.category, 0) FROM call c"
	" LEFT JOIN ticket t ON t.id = c.ticket WHERE c.taker = ?1 AND c.taker <> 0"
	" AND c.closed_at > ?2 ORDER BY c.closed_at DESC LIMIT ?3"
};

static const struct query last = {
	"somebody's last break",
	"SELECT id, account, giver, at, state, ended_at FROM relief WHERE account = ?1"
	" ORDER BY id DESC LIMIT 1"
};

static const struct query insert = {
	"a break offered",
	"INSERT INTO relief (account, giver, at, state) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query answer = {
	"a break answered",
	"UPDATE relief SET state = ?2, ended_at = ?3 WHERE id = ?1 AND state = 'offered'"
};

static const struct query name_of = { "whose break", "SELECT name FROM account WHERE id = ?1" };

enum rc
rest_takers(struct db *db, int64_t since, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &takers);

	*n = 0;
	put_int(s, since);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
rest_calls(struct db *db, int64_t account, int64_t since, struct rest_call *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &calls);

	*n = 0;
	put_int(s, account);
	put_int(s, since);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		list[*n].rang = get_int(s);
		list[*n].answered = get_int(s);
		list[*n].closed = get_int(s);
		list[*n].category = get_int(s);
	}
	return db_end(s);
}

enum rc
relief_last(struct db *db, struct arena *a, int64_t account, struct relief *r)
{
	struct stmt	*s = db_start(db, &last);

	*r = (struct relief){ .state = "" };
	put_int(s, account);
	if (db_next(s)) {
		r->id = get_int(s);
		r->account = get_int(s);
		r->giver = get_int(s);
		r->at = get_int(s);
		r->state = arena_text(a, get_text(s));
		r->ended = get_int(s);
	}
	return db_end(s);
}

enum rc
relief_insert(struct db *db, const struct relief *r)
{
	struct stmt	*s = db_start(db, &insert);

	put_int(s, r->account);
	put_int(s, r->giver);
	put_int(s, r->at);
	put_text(s, r->state);
	return db_end(s);
}

enum rc
relief_answer(struct db *db, int64_t id, const char *state, int64_t now)
{
	struct stmt	*s = db_start(db, &answer);

	put_int(s, id);
	put_text(s, state);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
rest_name(struct db *db, struct arena *a, int64_t account, const char **name)
{
	struct stmt	*s = db_start(db, &name_of);

	*name = "";
	put_int(s, account);
	if (db_next(s))
		*name = arena_text(a, get_text(s));
	return db_end(s);
}

const struct query *const rest_queries[] = {
	&takers, &calls, &last, &insert, &answer, &name_of
};
const size_t rest_nqueries = COUNT(rest_queries);
