/* reporter_store.c: how those who reported a ticket are kept. */
#include "store/reporter_store.h"

#define COLUMNS \
	" r.id, r.ticket, r.origin, r.call, r.channel, r.privacy, r.mail, r.lang, r.words, r.at"

static const struct query next_id = {
	"next reporter", "SELECT COALESCE(MAX(id), 0) + 1 FROM reporter"
};

static const struct query insert = {
	"new reporter",
	"INSERT INTO reporter (id, ticket, origin, call, channel, privacy, sealed, phone, code,"
	" mail, lang, words, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
};

static const struct query fill = {
	"a reporter who said more",
	"UPDATE reporter SET privacy = ?2, sealed = ?3, phone = ?4, code = ?5, words = ?6"
	" WHERE id = ?1"
};

static const struct query by_code = {
	"reporter by tracking code", "SELECT" COLUMNS " FROM reporter r WHERE r.code = ?1"
};

static const struct query of_ticket = {
	"reporters of a ticket",
	"SELECT" COLUMNS ", r.sealed FROM reporter r WHERE r.ticket = ?1 ORDER BY r.id LIMIT ?2"
};

static const struct query mailed = {
	"reporters who want letters",
	"SELECT id FROM reporter WHERE ticket = ?1 AND mail = 1 ORDER BY id LIMIT ?2"
};

static const struct query move_all = {
	"reporters move along", "UPDATE reporter SET ticket = ?2 WHERE ticket = ?1"
};

static const struct query move_back = {
	"reporters move back",
	"UPDATE reporter SET ticket = ?3 WHERE ticket = ?2 AND origin = ?1"
};

static const struct query count = {
	"how many reporters", "SELECT COUNT(*) FROM reporter WHERE ticket = ?1"
};

static void
read_row(struct stmt *s, struct arena *a, struct reporter *r)
{
	r->id = get_int(s);
	r->ticket = get_int(s);
	r->origin = get_int(s);
	r->call = get_int(s);
	r->channel = arena_text(a, get_text(s));
	r->privacy = privacy_of(get_text(s));
	r->mail = get_int(s) != 0;
	r->lang = arena_text(a, get_text(s));
	r->words = arena_text(a, get_text(s));
	r->at = get_int(s);
}

enum rc
reporter_next_id(struct db *db, int64_t *id)
{
	struct stmt	*s = db_start(db, &next_id);

	*id = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
reporter_insert(struct db *db, const struct reporter *r, struct bytes sealed,
    struct bytes phone, struct bytes code)
{
	struct stmt	*s = db_start(db, &insert);

	put_int(s, r->id);
	put_int(s, r->ticket);
	put_int(s, r->origin);
	put_int(s, r->call);
	put_text(s, r->channel);
	put_text(s, privacy_code(r->privacy));
	put_bytes(s, sealed);
	put_bytes(s, phone);
	put_bytes(s, code);
	put_int(s, r->mail);
	put_text(s, r->lang);
	put_text(s, r->words);
	put_int(s, r->at);
	return db_end(s);
}

enum rc
reporter_fill(struct db *db, const struct reporter *r, struct bytes sealed,
    struct bytes phone, struct bytes code)
{
	struct stmt	*s = db_start(db, &fill);

	put_int(s, r->id);
	put_text(s, privacy_code(r->privacy));
	put_bytes(s, sealed);
	put_bytes(s, phone);
	put_bytes(s, code);
	put_text(s, r->words);
	return db_end_changed(s);
}

enum rc
reporter_by_code(struct db *db, struct arena *a, struct bytes code, struct reporter *r)
{
	struct stmt	*s = db_start(db, &by_code);

	put_bytes(s, code);
	if (db_next(s))
		read_row(s, a, r);
	return db_end_one(s);
}

enum rc
reporter_list(struct db *db, struct arena *a, int64_t ticket, struct reporter **list,
    struct bytes **sealed, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);
	struct bytes	 b;

	*list = arena_alloc(a, max * sizeof(**list));
	*sealed = arena_alloc(a, max * sizeof(**sealed));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		read_row(s, a, &(*list)[*n]);
		b = get_bytes(s);
		(*sealed)[*n] = arena_bytes(a, b);
	}
	return db_end(s);
}

enum rc
reporter_mailed(struct db *db, struct arena *a, int64_t ticket, int64_t **ids,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &mailed);

	*ids = arena_alloc(a, max * sizeof(**ids));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		(*ids)[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
reporter_move_all(struct db *db, int64_t from, int64_t to)
{
	struct stmt	*s = db_start(db, &move_all);

	put_int(s, from);
	put_int(s, to);
	return db_end(s);
}

enum rc
reporter_move_back(struct db *db, int64_t origin, int64_t from, int64_t to)
{
	struct stmt	*s = db_start(db, &move_back);

	put_int(s, origin);
	put_int(s, from);
	put_int(s, to);
	return db_end(s);
}

enum rc
reporter_count(struct db *db, int64_t ticket, int64_t *n)
{
	struct stmt	*s = db_start(db, &count);

	put_int(s, ticket);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

const struct query *const reporter_queries[] = {
	&next_id, &insert, &fill, &by_code, &of_ticket, &mailed, &move_all, &move_back, &count
};
const size_t reporter_nqueries = COUNT(reporter_queries);
