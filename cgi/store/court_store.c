/* court_store.c: whose a ticket is, before the arbiter; the rules that were made of it. */
#include "store/court_store.h"
#include "store/ticket_row.h"
#include "store/trail_store.h"

enum { BEHIND = 1000 };		/* the data's own rows are named first */

static const struct query insert = {
	"new case for the arbiter",
	"INSERT INTO court (ticket, at, appeal, event) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query last = {
	"last case of a ticket",
	"SELECT id, ticket, at, appeal, ended_at, agency, rule FROM court WHERE ticket = ?1"
	" ORDER BY id DESC LIMIT 1"
};

static const struct query end = {
	"a case is decided",
	"UPDATE court SET ended_at = ?2, agency = ?3, rule = ?4 WHERE id = ?1 AND ended_at = 0"
};

static const struct query tickets = {
	"tickets before the arbiter",
	"SELECT" TICKET_COLUMNS "FROM court c CROSS JOIN ticket t ON t.id = c.ticket"
	" WHERE c.at > 0 AND c.ended_at = 0 AND t.open = 1 ORDER BY c.at, c.id LIMIT ?1"
};

static const struct query untold = {
	"cases the arbiter has not heard of",
	"SELECT id, ticket, event FROM court WHERE at > 0 AND ended_at = 0 AND told_at = 0"
	" ORDER BY at, id LIMIT ?1"
};

static const struct query tell = {
	"the arbiter was told", "UPDATE court SET told_at = ?2 WHERE id = ?1 AND told_at = 0"
};

static const struct query rule = {
	"new rule of routing",
	"INSERT INTO routing (category, area, agency, lead, place, valid_from, court)"
	" VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6)"
};

static const struct query rule_of = {
	"a rule of routing",
	"SELECT category, area, agency, valid_from, court FROM routing WHERE id = ?1"
};

enum rc
court_insert(struct db *db, struct court *c)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, c->ticket);
	put_int(s, c->at);
	put_int(s, c->appeal);
	put_int(s, c->event);
	if ((rc = db_end(s)) == RC_OK)
		c->id = db_last_id(db);
	return rc;
}

enum rc
court_last(struct db *db, int64_t ticket, struct court *c)
{
	struct stmt	*s = db_start(db, &last);

	put_int(s, ticket);
	if (db_next(s)) {
		c->id = get_int(s);
		c->ticket = get_int(s);
		c->at = get_int(s);
		c->appeal = get_int(s);
		c->ended = get_int(s);
		c->agency = get_int(s);
		c->rule = get_int(s);
	}
	return db_end_one(s);
}

enum rc
court_end(struct db *db, const struct court *c)
{
	struct stmt	*s = db_start(db, &end);

	put_int(s, c->id);
	put_int(s, c->ended);
	put_int(s, c->agency);
	put_int(s, c->rule);
	return db_end_changed(s);
}

enum rc
court_tickets(struct db *db, struct arena *a, struct ticket_list *l)
{
	struct stmt	*s = db_start(db, &tickets);

	put_int(s, (int64_t)l->max);
	while (l->n < l->max && db_next(s))
		ticket_read(s, a, &l->items[l->n++]);
	return db_end(s);
}

enum rc
court_untold(struct db *db, struct court *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &untold);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].ticket = get_int(s);
		list[*n].event = get_int(s);
	}
	return db_end(s);
}

enum rc
court_told(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &tell);

	put_int(s, id);
	put_int(s, now);
	return db_end_changed(s);
}

/* Counted, so that every process looks at the rules again. */
enum rc
court_rule(struct db *db, const struct ruling *r, int64_t *id)
{
	struct stmt	*s = db_start(db, &rule);
	int64_t		 n;
	enum rc		 rc;

	put_int(s, r->category);
	put_text(s, r->area);
	put_int(s, r->agency);
	put_int(s, BEHIND);
	put_int(s, r->from);
	put_int(s, r->court);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	*id = db_last_id(db);
	return counter_next(db, "rules", &n);
}

enum rc
court_rule_of(struct db *db, struct arena *a, int64_t id, struct ruling *r)
{
	struct stmt	*s = db_start(db, &rule_of);

	put_int(s, id);
	if (db_next(s)) {
		r->category = get_int(s);
		r->area = arena_text(a, get_text(s));
		r->agency = get_int(s);
		r->from = get_int(s);
		r->court = get_int(s);
	}
	return db_end_one(s);
}

const struct query *const court_queries[] = {
	&insert, &last, &end, &tickets, &untold, &tell, &rule, &rule_of
};
const size_t court_nqueries = COUNT(court_queries);
