/*
 * audit_store.c: the record, looked through by those who watch.
 *
 * There are millions of events, and an index on each thing one may ask for
 * would be paid with every call that is taken.  So three ways are short (a
 * ticket's, an account's, the rare acts), and every other question is
 * answered by reading back from the newest, a bounded piece at a time.
 * Dates need no index: events are in the order of time but for moments.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/buf.h"
#include "lib/when.h"
#include "store/audit_store.h"
#include "store/event_store.h"
#include "store/said_store.h"

#define ROW \
	"SELECT e.id, e.at, e.ticket, e.life, e.object, e.act, e.before, e.after, e.actor," \
	" e.role, e.agency, e.behalf, e.public, " SAID_NOTE ", e.data, e.hash," \
	" COALESCE(a.name, '')," \
	" COALESCE(a.login, ''), COALESCE(t.number, ''), COALESCE(o.login, '')" \
	" FROM event e" SAID_JOIN "LEFT JOIN account a ON a.id = e.actor" \
	" LEFT JOIN ticket t ON t.id = e.ticket" \
	" LEFT JOIN account o ON o.id = e.object AND e.life = '' AND e.act IN ('account'," \
	" 'sign_in', 'pact', 'session', 'totp') "
#define FIT \
	" AND e.id > ?2 AND e.id < ?3 AND (?4 = 0 OR e.at >= ?4) AND (?5 = 0 OR e.at < ?5)" \
	" AND (?6 = '' OR instr(?6, '|' || e.act || '|') > 0)" \
	" AND (?7 = 0 OR e.actor = ?7) AND (?8 = 0 OR e.agency = ?8 OR e.behalf = ?8)" \
	" ORDER BY e.id DESC LIMIT ?9"

static const struct query by_ticket = {
	"events of a ticket, looked through", ROW "WHERE e.ticket = ?1 AND e.ticket <> 0" FIT
};

static const struct query by_actor = {
	"events of an account, looked through", ROW "WHERE e.actor = ?1 AND e.actor <> 0" FIT
};

/* The list is the index's own, word for word: only so is it used. */
static const struct query by_act = {
	"events of a rare act, looked through",
	ROW "WHERE e.act = ?1 AND e.act IN ('account', 'sign_in', 'pact', 'session',"
	" 'totp', 'open_identity', 'read', 'rotate', 'subject', 'erase', 'breach', 'export',"
	" 'volunteer', 'open_volunteer')" FIT
};

static const struct query by_order = {
	"a piece of all events, looked through", ROW "WHERE ?1 = 0" FIT
};

static const struct query by_id = {
	"an event, looked at", ROW "WHERE e.id = ?1"
};

static const struct query ticket_id = {
	"a ticket's id", "SELECT id FROM ticket WHERE number = ?1"
};

static const struct query account_id = {
	"an account's id", "SELECT id FROM account WHERE login = ?1"
};

static const struct query at_or_behind = {
	"the time of an event, or of the next", "SELECT at FROM event WHERE id >= ?1 ORDER BY id LIMIT 1"
};

static const struct query check_read = {
	"how far the chain was walked",
	"SELECT upto, head, at, fault, mailed_at FROM chain_check WHERE id = ?1"
};

static const struct query check_save = {
	"the chain was walked",
	"UPDATE chain_check SET upto = ?2, head = ?3, at = ?4, fault = ?5 WHERE id = ?1"
};

static const struct query mailed = {
	"the chain's head was mailed", "UPDATE chain_check SET mailed_at = ?1 WHERE id = 1"
};

/* --- reading ------------------------------------------------------------------------------- */

static void
read_row(struct stmt *s, struct arena *a, struct audit_row *r)
{
	event_read_head(s, a, &r->e);
	r->hash = secret_hex(a, get_bytes(s));
	r->e.who.name = arena_text(a, get_text(s));
	r->login = arena_text(a, get_text(s));
	r->number = arena_text(a, get_text(s));
	r->subject = arena_text(a, get_text(s));
}

/* --- dates ---------------------------------------------------------------------------------- */

/*
 * The first event of a moment or later, by halving.  Writers of one moment
 * may have overtaken each other, so who asks keeps a margin.
 */
static enum rc
first_since(struct db *db, int64_t moment, int64_t end, int64_t *id)
{
	int64_t		 low = 1, high = end + 1, middle, at;
	struct stmt	*s;
	enum rc		 rc;

	while (low < high) {
		middle = low + (high - low) / 2;
		s = db_start(db, &at_or_behind);
		put_int(s, middle);
		at = db_next(s) ? get_int(s) : moment;
		if ((rc = db_end(s)) != RC_OK)
			return rc;
		if (at < moment)
			low = middle + 1;
		else
			high = middle;
	}
	*id = low;
	return RC_OK;
}

struct range {
	int64_t	 after, before;		/* ids between these */
};

enum { MARGIN = 24 };			/* hours */

static enum rc
range_of(struct db *db, const struct audit_filter *f, struct range *r)
{
	unsigned char	 hash[HASH_SIZE];
	int64_t		 end, id;
	enum rc		 rc;

	if ((rc = event_end(db, &end, hash)) != RC_OK)
		return rc;
	*r = (struct range){ 0, end + 1 };
	if (f->before > 0 && f->before < r->before)
		r->before = f->before;
	if (f->from != 0) {
		if ((rc = first_since(db, f->from - MARGIN * HOUR, end, &id)) != RC_OK)
			return rc;
		r->after = id - 1;
	}
	if (f->to != 0) {
		if ((rc = first_since(db, f->to + MARGIN * HOUR, end, &id)) != RC_OK)
			return rc;
		if (id < r->before)
			r->before = id;
	}
	return RC_OK;
}

/* --- the list ------------------------------------------------------------------------------- */

/* "|open_identity|read|", or "" for all */
static const char *
words_of(struct arena *a, const enum act *acts, size_t n)
{
	const char	*words = "";
	size_t		 i;

	for (i = 0; i < n; i++)
		words = arena_printf(a, "%s|%s", words, act_code(acts[i]));
	return n == 0 ? "" : arena_printf(a, "%s|", words);
}

static enum rc
fetch(struct stmt *s, struct arena *a, const struct audit_filter *f, const struct range *r,
    const char *words, struct audit_row *rows, size_t *n, size_t max)
{
	size_t	 end = *n + max;

	put_int(s, r->after);
	put_int(s, r->before);
	put_int(s, f->from);
	put_int(s, f->to);
	put_text(s, words);
	put_int(s, f->actor);
	put_int(s, f->agency);
	put_int(s, (int64_t)max);
	while (*n < end && db_next(s))
		read_row(s, a, &rows[(*n)++]);
	return db_end(s);
}

static int
newer_first(const void *a, const void *b)
{
	int64_t	 x = ((const struct audit_row *)a)->e.id, y = ((const struct audit_row *)b)->e.id;

	return (x < y) - (x > y);
}

/* Each rare act by its own piece of the index, then the newest of them all. */
static enum rc
list_care(struct db *db, struct arena *a, const struct audit_filter *f, const struct range *r,
    const enum act *acts, size_t nacts, struct audit_row *rows, size_t *n, size_t max)
{
	struct audit_row	*all = arena_alloc(a, nacts * max * sizeof(*all));
	size_t			 i, found = 0;
	struct stmt		*s;
	enum rc			 rc;

	for (i = 0; i < nacts; i++) {
		s = db_start(db, &by_act);
		put_text(s, act_code(acts[i]));
		if ((rc = fetch(s, a, f, r, "", all, &found, max)) != RC_OK)
			return rc;
	}
	qsort(all, found, sizeof(*all), newer_first);
	*n = found < max ? found : max;
	memcpy(rows, all, *n * sizeof(*rows));
	return RC_OK;
}

static bool
all_care(const enum act *acts, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (!audit_is_care(acts[i]))
			return false;
	return n > 0;
}

enum rc
audit_list(struct db *db, struct arena *a, const struct audit_filter *f,
    struct audit_row *rows, size_t *n, size_t max, int64_t *down_to)
{
	enum act	 acts[AUDIT_ACTS] = { f->act };
	size_t		 nacts = f->act != ACT_NONE ? 1 : audit_acts(f->group, acts);
	struct range	 r;
	struct stmt	*s;
	enum rc		 rc;

	*n = 0;
	*down_to = 0;
	if ((rc = range_of(db, f, &r)) != RC_OK)
		return rc;
	if (f->ticket == 0 && f->actor == 0 && all_care(acts, nacts))
		return list_care(db, a, f, &r, acts, nacts, rows, n, max);
	s = db_start(db, f->ticket != 0 ? &by_ticket : f->actor != 0 ? &by_actor : &by_order);
	put_int(s, f->ticket != 0 ? f->ticket : f->actor);
	if (f->ticket == 0 && f->actor == 0 && r.before - 1 - AUDIT_SPAN > r.after)
		*down_to = r.after = r.before - 1 - AUDIT_SPAN;
	return fetch(s, a, f, &r, words_of(a, acts, nacts), rows, n, max);
}

enum rc
audit_one(struct db *db, struct arena *a, int64_t id, struct audit_row *r)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, r);
	return db_end_one(s);
}

static enum rc
find(struct db *db, const struct query *q, const char *name, int64_t *id)
{
	struct stmt	*s = db_start(db, q);

	put_text(s, name);
	if (db_next(s))
		*id = get_int(s);
	return db_end_one(s);
}

enum rc
audit_ticket_id(struct db *db, const char *number, int64_t *id)
{
	return find(db, &ticket_id, number, id);
}

enum rc
audit_account_id(struct db *db, const char *login, int64_t *id)
{
	return find(db, &account_id, login, id);
}

/* --- how far the chain was walked ----------------------------------------------------------- */

enum rc
chain_check_read(struct db *db, enum walk walk, struct chain_check *c)
{
	struct stmt	*s = db_start(db, &check_read);
	struct bytes	 b;

	*c = (struct chain_check){ 0 };
	put_int(s, walk);
	if (db_next(s)) {
		c->upto = get_int(s);
		b = get_bytes(s);
		if (b.len == HASH_SIZE)
			memcpy(c->head, b.data, HASH_SIZE);
		c->at = get_int(s);
		c->fault = chain_fault_of(get_text(s));
		c->mailed = get_int(s);
	}
	return db_end_one(s);
}

enum rc
chain_check_save(struct db *db, enum walk walk, const struct chain_check *c)
{
	struct stmt	*s = db_start(db, &check_save);

	put_int(s, walk);
	put_int(s, c->upto);
	put_bytes(s, (struct bytes){ c->head, HASH_SIZE });
	put_int(s, c->at);
	put_text(s, chain_fault_code(c->fault));
	return db_end_changed(s);
}

enum rc
chain_mailed(struct db *db, int64_t at)
{
	struct stmt	*s = db_start(db, &mailed);

	put_int(s, at);
	return db_end_changed(s);
}

const struct query *const audit_queries[] = {
	&by_ticket, &by_actor, &by_act, &by_order, &by_id, &ticket_id, &account_id, &at_or_behind,
	&check_read, &check_save, &mailed
};
const size_t audit_nqueries = COUNT(audit_queries);
