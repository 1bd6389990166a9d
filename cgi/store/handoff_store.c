/* handoff_store.c: how hand-offs to outside bodies are kept. */
#include "store/handoff_store.h"

#define COLUMNS	\
	" id, ticket, giver, agency, name, way, taker, reference, at, ask_at, remind_at," \
	" reminders, state, said_at, version "

static const struct query insert = {
	"new hand-off",
	"INSERT INTO handoff (ticket, token, giver, agency, name, way, taker, reference, at,"
	" ask_at, remind_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
};

static const struct query by_id = {
	"hand-off by id", "SELECT" COLUMNS "FROM handoff WHERE id = ?1"
};

static const struct query of_ticket = {
	"hand-offs of a ticket",
	"SELECT" COLUMNS "FROM handoff WHERE ticket = ?1 ORDER BY id LIMIT ?2"
};

static const struct query save = {
	"hand-off changes",
	"UPDATE handoff SET taker = ?1, reference = ?2, ask_at = ?3, remind_at = ?4,"
	" reminders = ?5, state = ?6, said_at = ?7, version = version + 1"
	" WHERE id = ?8 AND version = ?9"
};

static const struct query due = {
	"hand-offs to be asked about",
	"SELECT id FROM handoff WHERE remind_at <> 0 AND remind_at <= ?1"
	" ORDER BY remind_at LIMIT ?2"
};

static void
read_row(struct stmt *s, struct arena *a, struct handoff *h)
{
	h->id = get_int(s);
	h->ticket = get_int(s);
	h->giver = get_int(s);
	h->agency = get_int(s);
	h->name = arena_text(a, get_text(s));
	h->way = handoff_way_of(get_text(s));
	h->taker = arena_text(a, get_text(s));
	h->reference = arena_text(a, get_text(s));
	h->at = get_int(s);
	h->ask = get_int(s);
	h->remind = get_int(s);
	h->reminders = get_int(s);
	h->state = handoff_state_of(get_text(s));
	h->said = get_int(s);
	h->version = get_int(s);
}

enum rc
handoff_insert(struct db *db, struct handoff *h, const char *token)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, h->ticket);
	put_text(s, token);
	put_int(s, h->giver);
	put_int(s, h->agency);
	put_text(s, h->name);
	put_text(s, handoff_way_code(h->way));
	put_text(s, h->taker);
	put_text(s, h->reference);
	put_int(s, h->at);
	put_int(s, h->ask);
	put_int(s, h->remind);
	if ((rc = db_end(s)) == RC_OK) {
		h->id = db_last_id(db);
		h->version = 1;
	}
	return rc;
}

enum rc
handoff_by_id(struct db *db, struct arena *a, int64_t id, struct handoff *h)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, h);
	return db_end_one(s);
}

enum rc
handoff_list(struct db *db, struct arena *a, int64_t ticket, struct handoff **list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*list = arena_alloc(a, max * sizeof(**list));
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		read_row(s, a, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
handoff_save(struct db *db, struct handoff *h)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_text(s, h->taker);
	put_text(s, h->reference);
	put_int(s, h->ask);
	put_int(s, h->remind);
	put_int(s, h->reminders);
	put_text(s, handoff_state_code(h->state));
	put_int(s, h->said);
	put_int(s, h->id);
	put_int(s, h->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		h->version++;
	return rc;
}

enum rc
handoff_due(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due);

	put_int(s, now);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

const struct query *const handoff_queries[] = { &insert, &by_id, &of_ticket, &save, &due };
const size_t handoff_nqueries = COUNT(handoff_queries);
