/* phone_store.c: what the telephone exchange says of calls. */
#include "store/phone_store.h"

enum { ANSWER_MS = 15 * 1000, TELL_MS = 60 * 1000 };	/* DOMAIN, "Clocks" */

#define COLUMNS \
	"SELECT r.id, r.name, r.call, r.extension, r.sealed, r.rang_at, r.answered_at," \
	" r.ended_at, r.left_at, c.token, c.sealed, c.state, c.type, c.line, c.taker, c.ticket," \
	" c.note, c.rang_at, c.answered_at, c.closed_at, c.version"

static const struct query find = {
	"a call by the exchange's name",
	COLUMNS " FROM ring r JOIN call c ON c.id = r.call WHERE r.gateway = ?1 AND r.name = ?2"
};

static const struct query by_call = {
	"what the exchange says of a call",
	COLUMNS " FROM ring r JOIN call c ON c.id = r.call WHERE r.call = ?1"
};

static const struct query insert = {
	"a call rings", "INSERT INTO ring (gateway, name, call) VALUES (?1, ?2, ?3)"
};

static const struct query save = {
	"the exchange knows more",
	"UPDATE ring SET extension = ?2, sealed = ?3, rang_at = ?4, answered_at = ?5,"
	" ended_at = ?6, left_at = ?7 WHERE id = ?1"
};

static const struct query save_call = {
	"a call by the exchange",
	"UPDATE call SET state = ?2, type = ?3, sealed = ?4, phone = ?5, line = ?6, taker = ?7,"
	" rang_at = ?8, answered_at = ?9, closed_at = ?10, timed = ?11, version = version + 1"
	" WHERE id = ?1"
};

static const struct query save_caller = {
	"who called, by the taker",
	"UPDATE call SET taker = ?2, sealed = ?3, phone = ?4 WHERE id = ?1"
};

static const struct query set_timed = {
	"where a call's times are from", "UPDATE call SET timed = ?2 WHERE id = ?1"
};

static const struct query source = {
	"where a call's times are from, and its recording",
	"SELECT c.timed, r.sealed IS NOT NULL FROM call c LEFT JOIN ring r ON r.call = c.id"
	" WHERE c.id = ?1"
};

static const struct query ringing = {
	"calls that ring",
	COLUMNS " FROM call c JOIN ring r ON r.call = c.id WHERE c.state = 'ringing'"
	" AND c.state <> 'closed' ORDER BY c.rang_at LIMIT ?1"
};

static const struct query of_taker = {
	"calls somebody has answered",
	COLUMNS " FROM call c JOIN ring r ON r.call = c.id WHERE c.state = 'answered'"
	" AND c.state <> 'closed'"
	" AND c.rang_at >= ?2 AND c.taker = ?1 ORDER BY c.rang_at LIMIT ?3"
};

static const struct query oldest = {
	"the call that rings longest",
	"SELECT c.rang_at FROM call c JOIN ring r ON r.call = c.id WHERE c.state = 'ringing'"
	" AND c.state <> 'closed' AND r.ended_at = 0 ORDER BY c.rang_at LIMIT 1"
};

static const struct query near = {
	"a number's call at a time",
	"SELECT id FROM call WHERE phone = ?1 AND rang_at >= ?2 AND rang_at <= ?3"
	" ORDER BY rang_at LIMIT 1"
};

/* A call that rings still is in nobody's figures yet. */
static const struct query clock_answer = {
	"how soon calls were answered",
	"SELECT count(*), count(nullif(answered_at, 0)), count(CASE WHEN answered_at <> 0"
	" AND answered_at - rang_at <= ?3 THEN 1 END) FROM call"
	" WHERE timed = 1 AND rang_at >= ?1 AND rang_at < ?2 AND state <> 'ringing'"
};

static const struct query clock_tell = {
	"how soon agencies were told of calls",
	"SELECT count(*), count(CASE WHEN told - answered_at <= ?3 THEN 1 END) FROM"
	" (SELECT c.answered_at, (SELECT min(a.sent_at) FROM assignment a WHERE a.ticket = c.ticket)"
	" AS told FROM call c WHERE c.timed = 1 AND c.rang_at >= ?1 AND c.rang_at < ?2"
	" AND c.answered_at <> 0 AND c.type = 'emergency') WHERE told >= answered_at"
};

static void
read_call(struct stmt *s, struct arena *a, struct call *c)
{
	c->state = state_of(get_text(s));
	c->type = arena_text(a, get_text(s));
	c->line = arena_text(a, get_text(s));
	c->taker = get_int(s);
	c->ticket = get_int(s);
	c->note = arena_text(a, get_text(s));
	c->rang = get_int(s);
	c->answered = get_int(s);
	c->closed = get_int(s);
	c->version = get_int(s);
}

static void
read_row(struct stmt *s, struct arena *a, struct ring_row *out)
{
	struct ringing	*r = &out->r;

	r->number = r->link = "";
	r->id = get_int(s);
	out->name = arena_text(a, get_text(s));
	r->call = out->c.id = get_int(s);
	r->extension = arena_text(a, get_text(s));
	out->link = arena_bytes(a, get_bytes(s));
	r->rang = get_int(s);
	r->answered = get_int(s);
	r->ended = get_int(s);
	r->left = get_int(s);
	out->token = arena_text(a, get_text(s));
	out->number = arena_bytes(a, get_bytes(s));
	read_call(s, a, &out->c);
	r->line = out->c.line;
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct ring_row *out)
{
	if (db_next(s))
		read_row(s, a, out);
	return db_end_one(s);
}

enum rc
ring_find(struct db *db, struct arena *a, int64_t gateway, const char *name,
    struct ring_row *out)
{
	struct stmt	*s = db_start(db, &find);

	put_int(s, gateway);
	put_text(s, name);
	return read_one(s, a, out);
}

enum rc
ring_by_call(struct db *db, struct arena *a, int64_t call, struct ring_row *out)
{
	struct stmt	*s = db_start(db, &by_call);

	put_int(s, call);
	return read_one(s, a, out);
}

enum rc
ring_insert(struct db *db, struct ringing *r, int64_t gateway, const char *name)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, gateway);
	put_text(s, name);
	put_int(s, r->call);
	if ((rc = db_end(s)) == RC_OK)
		r->id = db_last_id(db);
	return rc;
}

enum rc
ring_save(struct db *db, const struct ringing *r, struct bytes link)
{
	struct stmt	*s = db_start(db, &save);

	put_int(s, r->id);
	put_text(s, r->extension);
	put_bytes(s, link);
	put_int(s, r->rang);
	put_int(s, r->answered);
	put_int(s, r->ended);
	put_int(s, r->left);
	return db_end_changed(s);
}

enum rc
call_save_ring(struct db *db, const struct call *c, struct bytes sealed, struct bytes phone,
    int timed)
{
	struct stmt	*s = db_start(db, &save_call);

	put_int(s, c->id);
	put_text(s, state_code(c->state));
	put_text(s, c->type);
	put_bytes(s, sealed);
	put_bytes(s, phone);
	put_text(s, c->line);
	put_int(s, c->taker);
	put_int(s, c->rang);
	put_int(s, c->answered);
	put_int(s, c->closed);
	put_int(s, timed);
	return db_end_changed(s);
}

enum rc
call_save_caller(struct db *db, int64_t call, int64_t taker, struct bytes sealed,
    struct bytes phone)
{
	struct stmt	*s = db_start(db, &save_caller);

	put_int(s, call);
	put_int(s, taker);
	put_bytes(s, sealed);
	put_bytes(s, phone);
	return db_end_changed(s);
}

enum rc
call_set_timed(struct db *db, int64_t call, int timed)
{
	struct stmt	*s = db_start(db, &set_timed);

	put_int(s, call);
	put_int(s, timed);
	return db_end_changed(s);
}

enum rc
call_source(struct db *db, int64_t call, int64_t *timed, bool *recorded)
{
	struct stmt	*s = db_start(db, &source);

	put_int(s, call);
	if (db_next(s)) {
		*timed = get_int(s);
		*recorded = get_int(s) != 0;
	}
	return db_end_one(s);
}

static enum rc
read_rows(struct stmt *s, struct arena *a, struct ring_row **list, size_t *n, size_t max)
{
	*list = arena_alloc(a, max * sizeof(**list));
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &(*list)[*n]);
	return db_end(s);
}

enum rc
ring_list(struct db *db, struct arena *a, struct ring_row **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &ringing);

	put_int(s, (int64_t)max);
	return read_rows(s, a, list, n, max);
}

enum rc
ring_list_taker(struct db *db, struct arena *a, int64_t taker, int64_t since,
    struct ring_row **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_taker);

	put_int(s, taker);
	put_int(s, since);
	put_int(s, (int64_t)max);
	return read_rows(s, a, list, n, max);
}

/* The first column of the one row, 0 where there is none. */
static enum rc
read_number(struct stmt *s, int64_t *out)
{
	*out = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
ring_oldest(struct db *db, int64_t *at)
{
	return read_number(db_start(db, &oldest), at);
}

enum rc
call_at(struct db *db, struct bytes phone, int64_t from, int64_t to, int64_t *id)
{
	struct stmt	*s = db_start(db, &near);

	put_bytes(s, phone);
	put_int(s, from);
	put_int(s, to);
	return read_number(s, id);
}

enum rc
answer_clock(struct db *db, int64_t from, int64_t to, struct answer_clock *out)
{
	struct stmt	*s = db_start(db, &clock_answer);
	enum rc		 rc;

	*out = (struct answer_clock){ 0 };
	put_int(s, from);
	put_int(s, to);
	put_int(s, ANSWER_MS);
	if (db_next(s)) {
		out->calls = get_int(s);
		out->answered = get_int(s);
		out->in_time = get_int(s);
	}
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	s = db_start(db, &clock_tell);
	put_int(s, from);
	put_int(s, to);
	put_int(s, TELL_MS);
	if (db_next(s)) {
		out->told = get_int(s);
		out->told_in_time = get_int(s);
	}
	return db_end(s);
}

const struct query *const phone_queries[] = {
	&find, &by_call, &insert, &save, &save_call, &save_caller, &set_timed, &source,
	&ringing, &of_taker, &oldest, &near, &clock_answer, &clock_tell
};
const size_t phone_nqueries = COUNT(phone_queries);
