/* interlock_store.c: how a ticket's interlocks are kept. */
#include "store/interlock_store.h"

#define ROW \
	"SELECT i.id, i.ticket, i.card, i.version, i.no, i.asked, i.agency, i.state, i.actor," \
	" i.role, i.actor_agency, COALESCE(a.name, ''), i.at, i.revision" \
	" FROM interlock i LEFT JOIN account a ON a.id = i.actor"

static const struct query add = {
	"new interlock",
	"INSERT INTO interlock (ticket, card, version, no, asked, agency)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING"
};

static const struct query of_ticket = {
	"interlocks of a ticket", ROW " WHERE i.ticket = ?1 ORDER BY i.id LIMIT ?2"
};

static const struct query by_id = { "interlock by id", ROW " WHERE i.id = ?1" };

static const struct query save = {
	"interlock changes",
	"UPDATE interlock SET state = ?1, actor = ?2, role = ?3, actor_agency = ?4, at = ?5,"
	" revision = revision + 1 WHERE id = ?6 AND revision = ?7"
};

static const struct query waits = {
	"an open interlock of a ticket",
	"SELECT 1 FROM interlock WHERE ticket = ?1 AND state = 'open' LIMIT 1"
};

static void
read_row(struct stmt *s, struct arena *a, struct interlock *k)
{
	k->id = get_int(s);
	k->ticket = get_int(s);
	k->card = arena_text(a, get_text(s));
	k->version = get_int(s);
	k->no = get_int(s);
	k->asked = arena_text(a, get_text(s));
	k->agency = get_int(s);
	k->state = lock_of(get_text(s));
	k->who.id = get_int(s);
	k->who.role = role_of(get_text(s));
	k->who.agency = get_int(s);
	k->who.name = arena_text(a, get_text(s));
	k->at = get_int(s);
	k->revision = get_int(s);
	k->from = "";
}

enum rc
interlock_add(struct db *db, const struct interlock *k)
{
	struct stmt	*s = db_start(db, &add);

	put_int(s, k->ticket);
	put_text(s, k->card);
	put_int(s, k->version);
	put_int(s, k->no);
	put_text(s, k->asked);
	put_int(s, k->agency);
	return db_end(s);
}

enum rc
interlock_list(struct db *db, struct arena *a, int64_t ticket, struct interlock **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_row(s, a, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
interlock_by_id(struct db *db, struct arena *a, int64_t id, struct interlock *k)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, k);
	return db_end_one(s);
}

enum rc
interlock_save(struct db *db, struct interlock *k)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_text(s, lock_code(k->state));
	put_int(s, k->who.id);
	put_text(s, role_code(k->who.role));
	put_int(s, k->who.agency);
	put_int(s, k->at);
	put_int(s, k->id);
	put_int(s, k->revision);
	if ((rc = db_end_changed(s)) == RC_OK)
		k->revision++;
	return rc;
}

enum rc
interlock_waits(struct db *db, int64_t ticket, bool *yes)
{
	struct stmt	*s = db_start(db, &waits);

	put_int(s, ticket);
	*yes = db_next(s);
	return db_end(s);
}

const struct query *const interlock_queries[] = { &add, &of_ticket, &by_id, &save, &waits };
const size_t interlock_nqueries = COUNT(interlock_queries);
