/* message_store.c: what is said about a written emergency, and how calls came. */
#include "store/talk_store.h"

#define COLUMNS	"SELECT m.id, m.talk, m.side, m.account, m.words, m.at, m.state FROM message m"

static const struct query insert = {
	"new message",
	"INSERT INTO message (talk, token, side, account, words, at, state, due_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
};

static const struct query list_of = {
	"messages of a talk",
	COLUMNS " WHERE m.talk = ?1 AND m.id > ?2 ORDER BY m.id LIMIT ?3"
};

static const struct query last = {
	"a talk's last message", "SELECT COALESCE(MAX(id), 0) FROM message WHERE talk = ?1"
};

static const struct query known = {
	"is a message known", "SELECT 1 FROM message WHERE token = ?1"
};

static const struct query count = {
	"how much one side said",
	"SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE talk = ?1 AND side = ?2 AND at > ?3"
	" LIMIT ?4)"
};

static const struct query forget = {
	"forget what a reporter wrote",
	"UPDATE message SET words = '' WHERE side = 'in' AND talk IN (SELECT k.id FROM talk k"
	" WHERE k.reporter = ?1 AND k.reporter <> 0)"
};

static const struct query of_reporter = {
	"messages of a reporter",
	COLUMNS " WHERE m.talk IN (SELECT k.id FROM talk k WHERE k.reporter = ?1"
	" AND k.reporter <> 0) ORDER BY m.talk, m.id LIMIT ?2"
};

static const struct query channels = {
	"calls of a day by channel",
	"SELECT channel, COUNT(*), SUM(type IN ('prank', 'ghost', 'wrong_number', 'test',"
	" 'dropped')) FROM call WHERE rang_at >= ?1 AND rang_at < ?2 GROUP BY channel LIMIT ?3"
};

static const struct query call = {
	"how a call came",
	"UPDATE call SET channel = ?2, rang_at = ?3, answered_at = ?4 WHERE id = ?1"
};

enum rc
message_insert(struct db *db, struct message *m, const char *token, int64_t due)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, m->talk);
	put_text(s, token);
	put_text(s, side_code(m->side));
	put_int(s, m->account);
	put_text(s, m->words);
	put_int(s, m->at);
	put_text(s, due == 0 ? "" : "waiting");
	put_int(s, due);
	if ((rc = db_end(s)) == RC_OK)
		m->id = db_last_id(db);
	return rc;
}

static enum rc
read_list(struct stmt *s, struct arena *a, struct message **list, size_t *n, size_t max)
{
	struct message	*m;

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		m = &(*list)[(*n)++];
		m->id = get_int(s);
		m->talk = get_int(s);
		m->side = side_of(get_text(s));
		m->account = get_int(s);
		m->words = arena_text(a, get_text(s));
		m->at = get_int(s);
		m->state = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
message_list(struct db *db, struct arena *a, int64_t talk, int64_t after,
    struct message **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &list_of);

	put_int(s, talk);
	put_int(s, after);
	return read_list(s, a, list, n, max);
}

enum rc
message_last(struct db *db, int64_t talk, int64_t *id)
{
	struct stmt	*s = db_start(db, &last);

	put_int(s, talk);
	*id = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
message_is_known(struct db *db, const char *token, bool *is_known)
{
	struct stmt	*s = db_start(db, &known);

	put_text(s, token);
	*is_known = db_next(s);
	return db_end(s);
}

enum rc
message_count(struct db *db, int64_t talk, enum side side, int64_t since, int64_t max,
    int64_t *n)
{
	struct stmt	*s = db_start(db, &count);

	put_int(s, talk);
	put_text(s, side_code(side));
	put_int(s, since);
	put_int(s, max);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
message_forget(struct db *db, int64_t reporter)
{
	struct stmt	*s = db_start(db, &forget);

	put_int(s, reporter);
	return db_end(s);
}

enum rc
message_of_reporter(struct db *db, struct arena *a, int64_t reporter, struct message **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_reporter);

	put_int(s, reporter);
	return read_list(s, a, list, n, max);
}

enum rc
talk_channel_counts(struct db *db, struct arena *a, int64_t from, int64_t to,
    struct channel_count *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &channels);

	*n = 0;
	put_int(s, from);
	put_int(s, to);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		list[*n].channel = arena_text(a, get_text(s));
		list[*n].calls = get_int(s);
		list[*n].junk = get_int(s);
	}
	return db_end(s);
}

enum rc
talk_set_call(struct db *db, const struct call *c, const char *channel)
{
	struct stmt	*s = db_start(db, &call);

	put_int(s, c->id);
	put_text(s, channel);
	put_int(s, c->rang);
	put_int(s, c->answered);
	return db_end_changed(s);
}

const struct query *const message_queries[] = {
	&insert, &list_of, &last, &known, &count, &forget, &of_reporter, &channels, &call
};
const size_t message_nqueries = COUNT(message_queries);
