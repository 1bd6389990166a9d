/*
 * calls_store.c: all calls, looked through and counted.
 *
 * Each question walks one index from the newest back: a number's, a ticket's,
 * a taker's, a type's, the notes', or all.  What else is asked is looked for
 * among a bounded piece of that; a page that found too little says how far it
 * looked, and the next one goes on there.
 */
#include "store/calls_store.h"
#include "store/event_store.h"
#include "store/said_store.h"

#define COLUMNS \
	"SELECT c.id, c.state, c.type, c.line, c.taker, c.ticket, c.note, c.rang_at," \
	" c.answered_at, c.closed_at, c.version, COALESCE(t.number, '')," \
	" COALESCE(t.title, ''), COALESCE(t.open, 0), COALESCE(t.since, 0)," \
	" COALESCE(a.name, ''), c.token, c.sealed, c.phone, c.channel"
#define NAMES \
	" LEFT JOIN ticket t ON t.id = c.ticket LEFT JOIN account a ON a.id = c.taker"
#define RANGE \
	" rang_at >= ?2 AND (rang_at, id) < (?3, ?4) ORDER BY rang_at DESC, id DESC"
#define LIST(path) \
	COLUMNS " FROM (SELECT id AS i FROM call WHERE " path RANGE " LIMIT ?5)" \
	" CROSS JOIN call c ON c.id = i" NAMES \
	" WHERE (?6 = '' OR c.type = ?6) AND (?7 = 0 OR c.taker = ?7)" \
	" AND (?8 = '' OR c.line = ?8) AND (?9 = 0 OR c.ticket = 0)" \
	" AND (?12 = '' OR c.channel = ?12)" \
	" AND (?10 = '' OR instr(lower(c.note), ?10) > 0)" \
	" ORDER BY c.rang_at DESC, c.id DESC LIMIT ?11"
#define PIECE(path) \
	"SELECT rang_at, id FROM call WHERE " path RANGE " LIMIT 1 OFFSET ?5"

#define ALL	"?1 IS NOT NULL AND"
#define PHONE	"phone = ?1 AND phone IS NOT NULL AND"
#define TICKET	"ticket = ?1 AND ticket <> 0 AND"
#define TAKER	"taker = ?1 AND"
#define TYPE	"type = ?1 AND"
#define NOTED	"note <> '' AND ?1 IS NOT NULL AND"

static const struct path {
	struct query	 list, piece;
} all = { { "calls looked through", LIST(ALL) }, { "a piece of all calls", PIECE(ALL) } },
  by_phone = { { "calls of a number looked through", LIST(PHONE) },
	{ "a piece of a number's calls", PIECE(PHONE) } },
  by_ticket = { { "calls of a ticket looked through", LIST(TICKET) },
	{ "a piece of a ticket's calls", PIECE(TICKET) } },
  by_taker = { { "calls of a taker looked through", LIST(TAKER) },
	{ "a piece of a taker's calls", PIECE(TAKER) } },
  by_type = { { "calls of a type looked through", LIST(TYPE) },
	{ "a piece of a type's calls", PIECE(TYPE) } },
  noted = { { "calls with a note looked through", LIST(NOTED) },
	{ "a piece of the calls with a note", PIECE(NOTED) } };

static const struct query one = {
	"a call looked at", COLUMNS " FROM call c" NAMES " WHERE c.id = ?1"
};

static const struct query count = {
	"calls of a time by type",
	"SELECT type, COUNT(*) FROM call WHERE rang_at >= ?1 AND rang_at < ?2 GROUP BY type"
};

static const struct query events = {
	"events of a call",
	"SELECT" EVENT_HEAD SAID_NOTE ", e.data, COALESCE(a.name, '') FROM event e" SAID_JOIN
	"LEFT JOIN account a ON a.id = e.actor WHERE e.object = ?1 AND e.life = 'call'"
	" ORDER BY e.id DESC LIMIT ?2"
};

static const struct query takers = {
	"who takes calls",
	"SELECT id, name FROM account WHERE id > 0 AND role IN ('call_taker', 'dispatcher',"
	" 'supervisor') ORDER BY name LIMIT ?1"
};

static const struct path *
path_of(const struct call_ask *k)
{
	return k->ticket != 0 ? &by_ticket : k->phone.data != NULL ? &by_phone :
	    k->taker != 0 ? &by_taker : *k->words != '\0' ? &noted :
	    *k->type != '\0' ? &by_type : &all;
}

static void
put_path(struct stmt *s, const struct path *p, const struct call_ask *k)
{
	if (p == &by_phone)
		put_bytes(s, k->phone);
	else if (p == &by_type)
		put_text(s, k->type);
	else
		put_int(s, p == &by_ticket ? k->ticket : p == &by_taker ? k->taker : 0);
	put_int(s, k->from);
	if (k->before != 0 && (k->to == 0 || k->before < k->to)) {
		put_int(s, k->before);
		put_int(s, k->before_id);
	} else {
		put_int(s, k->to != 0 ? k->to : INT64_MAX);
		put_int(s, 0);
	}
}

static void
read_row(struct stmt *s, struct arena *a, struct call_seen *c)
{
	c->c.id = get_int(s);
	c->c.state = state_of(get_text(s));
	c->c.type = arena_text(a, get_text(s));
	c->c.line = arena_text(a, get_text(s));
	c->c.taker = get_int(s);
	c->c.ticket = get_int(s);
	c->c.note = arena_text(a, get_text(s));
	c->c.rang = get_int(s);
	c->c.answered = get_int(s);
	c->c.closed = get_int(s);
	c->c.version = get_int(s);
	c->number = arena_text(a, get_text(s));
	c->title = arena_text(a, get_text(s));
	c->ticket_open = get_int(s) != 0;
	c->ticket_since = get_int(s);
	c->taker = arena_text(a, get_text(s));
	c->token = arena_text(a, get_text(s));
	c->sealed = arena_bytes(a, get_bytes(s));
	c->phone = arena_bytes(a, get_bytes(s));
	c->channel = arena_text(a, get_text(s));
}

/* Where the piece that was looked through ends; nothing where it was the last. */
static enum rc
end_of_piece(struct db *db, const struct path *p, const struct call_ask *k, struct call_mark *m)
{
	struct stmt	*s = db_start(db, &p->piece);

	put_path(s, p, k);
	put_int(s, CALLS_LOOKED - 1);
	if (db_next(s)) {
		m->at = get_int(s);
		m->id = get_int(s);
	}
	return db_end(s);
}

enum rc
calls_list(struct db *db, struct arena *a, const struct call_ask *k, struct call_seen *list,
    size_t *n, size_t max, struct call_mark *down_to)
{
	const struct path	*p = path_of(k);
	struct stmt		*s = db_start(db, &p->list);
	enum rc			 rc;

	*down_to = (struct call_mark){ 0 };
	put_path(s, p, k);
	put_int(s, CALLS_LOOKED);
	put_text(s, k->type);
	put_int(s, k->taker);
	put_text(s, k->line);
	put_int(s, k->no_ticket);
	put_text(s, k->words);
	put_int(s, (int64_t)max);
	put_text(s, k->channel);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	rc = db_end(s);
	return rc == RC_OK && *n < max ? end_of_piece(db, p, k, down_to) : rc;
}

enum rc
calls_one(struct db *db, struct arena *a, int64_t id, struct call_seen *c)
{
	struct stmt	*s = db_start(db, &one);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, c);
	return db_end_one(s);
}

enum rc
calls_count(struct db *db, struct arena *a, int64_t from, int64_t to,
    struct call_count list[CALL_TYPES], size_t *n)
{
	struct stmt	*s = db_start(db, &count);

	put_int(s, from);
	put_int(s, to);
	for (*n = 0; *n < CALL_TYPES && db_next(s); ++*n) {
		list[*n].type = arena_text(a, get_text(s));
		list[*n].n = get_int(s);
	}
	return db_end(s);
}

enum rc
calls_events(struct db *db, struct arena *a, int64_t call, struct event *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &events);

	put_int(s, call);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		event_read_head(s, a, &list[*n]);
		list[*n].who.name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
calls_takers(struct db *db, struct arena *a, struct call_taker *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &takers);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

#define BOTH(p)	&(p).list, &(p).piece

const struct query *const calls_queries[] = {
	BOTH(all), BOTH(by_phone), BOTH(by_ticket), BOTH(by_taker), BOTH(by_type), BOTH(noted),
	&one, &count, &events, &takers
};
const size_t calls_nqueries = COUNT(calls_queries);
