/* call_store.c: how calls and answers to SOP cards are kept. */
#include "store/call_store.h"

#define COLUMNS \
	" c.id, c.state, c.type, c.line, c.taker, c.ticket, c.note, c.rang_at," \
	" c.answered_at, c.closed_at, c.version"
#define LINE \
	"SELECT" COLUMNS ", COALESCE(t.number, ''), COALESCE(t.title, '')" \
	" FROM call c LEFT JOIN ticket t ON t.id = c.ticket"

static const struct query insert = {
	"new call",
	"INSERT INTO call (token, state, type, sealed, phone, line, taker, ticket, note,"
	" rang_at, answered_at, closed_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
};

static const struct query by_token = {
	"call by token", "SELECT" COLUMNS " FROM call c WHERE c.token = ?1"
};

static const struct query by_id = {
	"call by id", "SELECT" COLUMNS " FROM call c WHERE c.id = ?1"
};

static const struct query save = {
	"call changes",
	"UPDATE call SET state = ?1, type = ?2, ticket = ?3, note = ?4, answered_at = ?5,"
	" closed_at = ?6, version = version + 1 WHERE id = ?7 AND version = ?8"
};

static const struct query set_ticket = {
	"call's ticket", "UPDATE call SET ticket = ?2 WHERE id = ?1"
};

static const struct query of_phone = {
	"calls of a number", LINE " WHERE c.phone = ?1 ORDER BY c.rang_at DESC LIMIT ?2"
};

static const struct query of_day = {
	"calls of a day",
	LINE " WHERE c.rang_at >= ?1 AND c.rang_at < ?2 ORDER BY c.rang_at DESC LIMIT ?3"
};

static const struct query add_answer = {
	"new answer",
	"INSERT INTO answer (ticket, card, version, question, asked, said, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
};

static const struct query answers = {
	"answers of a ticket",
	"SELECT card, version, question, asked, said, at FROM answer"
	" WHERE ticket = ?1 ORDER BY id LIMIT ?2"
};

static void
read_row(struct stmt *s, struct arena *a, struct call *c)
{
	c->id = get_int(s);
	c->state = c->was = state_of(get_text(s));
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

enum rc
call_insert(struct db *db, struct call *c, const char *token, struct bytes sealed,
    struct bytes phone)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, token);
	put_text(s, state_code(c->state));
	put_text(s, c->type);
	put_bytes(s, sealed);
	put_bytes(s, phone);
	put_text(s, c->line);
	put_int(s, c->taker);
	put_int(s, c->ticket);
	put_text(s, c->note);
	put_int(s, c->rang);
	put_int(s, c->answered);
	put_int(s, c->closed);
	if ((rc = db_end(s)) == RC_OK) {
		c->id = db_last_id(db);
		c->version = 1;
	}
	return rc;
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct call *c)
{
	if (db_next(s))
		read_row(s, a, c);
	return db_end_one(s);
}

enum rc
call_by_token(struct db *db, struct arena *a, const char *token, struct call *c)
{
	struct stmt	*s = db_start(db, &by_token);

	put_text(s, token);
	return read_one(s, a, c);
}

enum rc
call_by_id(struct db *db, struct arena *a, int64_t id, struct call *c)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, c);
}

enum rc
call_save(struct db *db, struct call *c)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_text(s, state_code(c->state));
	put_text(s, c->type);
	put_int(s, c->ticket);
	put_text(s, c->note);
	put_int(s, c->answered);
	put_int(s, c->closed);
	put_int(s, c->id);
	put_int(s, c->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		c->version++;
	return rc;
}

enum rc
call_set_ticket(struct db *db, int64_t call, int64_t ticket)
{
	struct stmt	*s = db_start(db, &set_ticket);

	put_int(s, call);
	put_int(s, ticket);
	return db_end_changed(s);
}

static enum rc
read_lines(struct stmt *s, struct arena *a, struct call_line **list, size_t *n, size_t max)
{
	struct call_line	*l;

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	while (*n < max && db_next(s)) {
		l = &(*list)[(*n)++];
		read_row(s, a, &l->c);
		l->number = arena_text(a, get_text(s));
		l->title = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
call_list_phone(struct db *db, struct arena *a, struct bytes phone,
    struct call_line **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_phone);

	put_bytes(s, phone);
	put_int(s, (int64_t)max);
	return read_lines(s, a, list, n, max);
}

enum rc
call_list_day(struct db *db, struct arena *a, int64_t from, int64_t to,
    struct call_line **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_day);

	put_int(s, from);
	put_int(s, to);
	put_int(s, (int64_t)max);
	return read_lines(s, a, list, n, max);
}

enum rc
answer_add(struct db *db, int64_t ticket, const struct answer *w)
{
	struct stmt	*s = db_start(db, &add_answer);

	put_int(s, ticket);
	put_text(s, w->card);
	put_int(s, w->version);
	put_int(s, w->question);
	put_text(s, w->asked);
	put_text(s, w->said);
	put_int(s, w->at);
	return db_end(s);
}

enum rc
answer_list(struct db *db, struct arena *a, int64_t ticket, struct answer **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &answers);
	struct answer	*w;

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		w = &(*list)[(*n)++];
		w->card = arena_text(a, get_text(s));
		w->version = get_int(s);
		w->question = get_int(s);
		w->asked = arena_text(a, get_text(s));
		w->said = arena_text(a, get_text(s));
		w->at = get_int(s);
	}
	return db_end(s);
}

const struct query *const call_queries[] = {
	&insert, &by_token, &by_id, &save, &set_ticket, &of_phone, &of_day, &add_answer, &answers
};
const size_t call_nqueries = COUNT(call_queries);
