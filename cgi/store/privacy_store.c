/* privacy_store.c: how requests about personal data are kept. */
#include "store/privacy_store.h"

#define COLUMNS \
	" s.id, s.number, s.ticket, s.reporter, s.kind, s.channel, s.state, s.open, s.reason," \
	" s.reply, s.answer IS NOT NULL, s.received_at, s.due_at, s.ended_at, s.version"
#define ABOUT	", t.number FROM subject s CROSS JOIN ticket t ON t.id = s.ticket"

static const struct query next_id = {
	"next request", "SELECT COALESCE(MAX(id), 0) + 1 FROM subject"
};

static const struct query insert = {
	"new request",
	"INSERT INTO subject (id, number, token, ticket, reporter, kind, channel, state, open,"
	" words, received_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?10, ?11)"
};

static const struct query by_number = {
	"request by number", "SELECT" COLUMNS ABOUT " WHERE s.number = ?1"
};

static const struct query by_token = {
	"request by token", "SELECT" COLUMNS ABOUT " WHERE s.token = ?1"
};

static const struct query of_reporter = {
	"requests of a reporter",
	"SELECT" COLUMNS ABOUT " WHERE s.reporter = ?1 ORDER BY s.id DESC LIMIT ?2"
};

/* Behind a row: by when it is due, or was ended, and by its id. */
static const struct query open_ones = {
	"open requests",
	"SELECT" COLUMNS ABOUT " WHERE s.open = 1 AND (s.due_at, s.id) > (?1, ?2)"
	" AND s.due_at <= ?3 AND (?4 = '' OR s.state = ?4) ORDER BY s.due_at, s.id LIMIT ?5"
};

static const struct query ended_ones = {
	"ended requests",
	"SELECT" COLUMNS ABOUT " WHERE s.open = 0 AND (s.ended_at, s.id) < (?1, ?2)"
	" ORDER BY s.ended_at DESC, s.id DESC LIMIT ?3"
};

static const struct query ended_so = {
	"requests ended in one way",
	"SELECT" COLUMNS ABOUT " WHERE s.open = 0 AND s.state = ?4"
	" AND (s.ended_at, s.id) < (?1, ?2) ORDER BY s.ended_at DESC, s.id DESC LIMIT ?3"
};

static const struct query count_open = {
	"how many requests wait",
	"SELECT COUNT(*), COALESCE(SUM(due_at <= ?1), 0) FROM subject"
	" WHERE open = 1 AND due_at > 0"
};

static const struct query save = {
	"save a request",
	"UPDATE subject SET state = ?3, open = ?4, reason = ?5, reply = ?6, ended_at = ?7,"
	" version = version + 1 WHERE id = ?1 AND version = ?2"
};

static const struct query set_answer = {
	"answer a request", "UPDATE subject SET answer = ?2 WHERE id = ?1"
};

static const struct query answer = {
	"a request's answer", "SELECT answer FROM subject WHERE id = ?1"
};

static const struct query words = {
	"a request's words", "SELECT words FROM subject WHERE id = ?1"
};

static void
read_row(struct stmt *s, struct arena *a, struct subject *out)
{
	out->id = get_int(s);
	out->number = arena_text(a, get_text(s));
	out->ticket = get_int(s);
	out->reporter = get_int(s);
	out->kind = subject_kind_of(get_text(s));
	out->channel = arena_text(a, get_text(s));
	out->state = subject_state_of(get_text(s));
	out->open = get_int(s) != 0;
	out->reason = arena_text(a, get_text(s));
	out->reply = arena_text(a, get_text(s));
	out->answered = get_int(s) != 0;
	out->received = get_int(s);
	out->due = get_int(s);
	out->ended = get_int(s);
	out->version = get_int(s);
	out->about = arena_text(a, get_text(s));
}

enum rc
subject_next_id(struct db *db, int64_t *id)
{
	struct stmt	*s = db_start(db, &next_id);

	*id = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
subject_insert(struct db *db, const struct subject *r, const char *token, struct bytes said)
{
	struct stmt	*s = db_start(db, &insert);

	put_int(s, r->id);
	put_text(s, r->number);
	put_text(s, token);
	put_int(s, r->ticket);
	put_int(s, r->reporter);
	put_text(s, subject_kind_code(r->kind));
	put_text(s, r->channel);
	put_text(s, subject_state_code(r->state));
	put_bytes(s, said);
	put_int(s, r->received);
	put_int(s, r->due);
	return db_end(s);
}

static enum rc
one(struct db *db, struct arena *a, const struct query *q, const char *key, struct subject *out)
{
	struct stmt	*s = db_start(db, q);

	put_text(s, key);
	if (db_next(s))
		read_row(s, a, out);
	return db_end_one(s);
}

enum rc
subject_by_number(struct db *db, struct arena *a, const char *number, struct subject *out)
{
	return one(db, a, &by_number, number, out);
}

enum rc
subject_by_token(struct db *db, struct arena *a, const char *token, struct subject *out)
{
	return one(db, a, &by_token, token, out);
}

static enum rc
read_all(struct stmt *s, struct arena *a, struct subject *list, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
subject_of(struct db *db, struct arena *a, int64_t reporter, struct subject *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &of_reporter);

	put_int(s, reporter);
	return read_all(s, a, list, n, max);
}

enum rc
subject_list_open(struct db *db, struct arena *a, const struct subject_page *p,
    struct subject *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &open_ones);

	put_int(s, p->at);
	put_int(s, p->id);
	put_int(s, p->until);
	put_text(s, subject_state_code(p->state));
	return read_all(s, a, list, n, max);
}

enum rc
subject_list_ended(struct db *db, struct arena *a, const struct subject_page *p,
    struct subject *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, p->state == SUBJECT_NOWHERE ? &ended_ones : &ended_so);

	put_int(s, p->at == 0 ? INT64_MAX : p->at);
	put_int(s, p->id);
	put_int(s, (int64_t)max);
	if (p->state != SUBJECT_NOWHERE)
		put_text(s, subject_state_code(p->state));
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
subject_count(struct db *db, int64_t now, int64_t *open, int64_t *late)
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
subject_save(struct db *db, struct subject *r)
{
	struct stmt	*s = db_start(db, &save);

	put_int(s, r->id);
	put_int(s, r->version++);
	put_text(s, subject_state_code(r->state));
	put_int(s, r->state == SUBJECT_RECEIVED || r->state == SUBJECT_IN_WORK);
	put_text(s, r->reason);
	put_text(s, r->reply);
	put_int(s, r->ended);
	return db_end_changed(s);
}

enum rc
subject_set_answer(struct db *db, int64_t id, struct bytes sealed)
{
	struct stmt	*s = db_start(db, &set_answer);

	put_int(s, id);
	put_bytes(s, sealed);
	return db_end_changed(s);
}

static enum rc
sealed_of(struct db *db, struct arena *a, const struct query *q, int64_t id, struct bytes *out)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, id);
	*out = db_next(s) ? arena_bytes(a, get_bytes(s)) : (struct bytes){ 0 };
	return db_end_one(s);
}

enum rc
subject_answer(struct db *db, struct arena *a, int64_t id, struct bytes *out)
{
	return sealed_of(db, a, &answer, id, out);
}

enum rc
subject_words(struct db *db, struct arena *a, int64_t id, struct bytes *out)
{
	return sealed_of(db, a, &words, id, out);
}

const struct query *const privacy_queries[] = {
	&next_id, &insert, &by_number, &by_token, &of_reporter, &open_ones, &ended_ones,
	&ended_so, &count_open, &save,
	&set_answer, &answer, &words
};
const size_t privacy_nqueries = COUNT(privacy_queries);
