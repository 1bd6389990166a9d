/* unsent_store.c: public notes whose letters have not gone, and those that were taken back. */
#include "store/unsent_store.h"

#define COLUMNS	" event, ticket, actor, until, at "

static const struct query insert = {
	"a public note waits",
	"INSERT INTO unsent (event, ticket, actor, until, at) VALUES (?1, ?2, ?3, ?4, ?5)"
};

static const struct query by_event = {
	"a public note that waits", "SELECT" COLUMNS "FROM unsent WHERE event = ?1"
};

static const struct query of_ticket = {
	"public notes of a ticket that wait",
	"SELECT" COLUMNS "FROM unsent WHERE ticket = ?1 ORDER BY event DESC LIMIT ?2"
};

static const struct query take_back = {
	"a public note is taken back", "UPDATE unsent SET until = 0 WHERE event = ?1 AND until <> 0"
};

static const struct query due = {
	"public notes to be told of",
	"SELECT" COLUMNS "FROM unsent WHERE until <> 0 AND until <= ?1 ORDER BY until LIMIT ?2"
};

static const struct query sent = {
	"a public note is told of", "DELETE FROM unsent WHERE event = ?1 AND until <> 0"
};

static void
read_row(struct stmt *s, struct unsent *u)
{
	u->event = get_int(s);
	u->ticket = get_int(s);
	u->actor = get_int(s);
	u->until = get_int(s);
	u->at = get_int(s);
}

enum rc
unsent_insert(struct db *db, const struct unsent *u)
{
	struct stmt	*s = db_start(db, &insert);

	put_int(s, u->event);
	put_int(s, u->ticket);
	put_int(s, u->actor);
	put_int(s, u->until);
	put_int(s, u->at);
	return db_end(s);
}

enum rc
unsent_by_event(struct db *db, int64_t event, struct unsent *u)
{
	struct stmt	*s = db_start(db, &by_event);

	put_int(s, event);
	if (db_next(s))
		read_row(s, u);
	return db_end_one(s);
}

enum rc
unsent_list(struct db *db, struct arena *a, int64_t ticket, struct unsent **list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*list = arena_alloc(a, max * sizeof(**list));
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		read_row(s, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
unsent_take_back(struct db *db, int64_t event)
{
	struct stmt	*s = db_start(db, &take_back);

	put_int(s, event);
	return db_end_changed(s);
}

enum rc
unsent_due(struct db *db, int64_t now, struct unsent *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due);

	put_int(s, now);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		read_row(s, &list[(*n)++]);
	return db_end(s);
}

enum rc
unsent_sent(struct db *db, int64_t event)
{
	struct stmt	*s = db_start(db, &sent);

	put_int(s, event);
	return db_end_changed(s);
}

const struct query *const unsent_queries[] = {
	&insert, &by_event, &of_ticket, &take_back, &due, &sent
};
const size_t unsent_nqueries = COUNT(unsent_queries);
