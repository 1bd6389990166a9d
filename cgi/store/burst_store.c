/* burst_store.c: hang-ups of the last minutes, counted by their index; what was said of them. */
#include "store/burst_store.h"

/* Word for word as the index has it: only so is it used. */
#define HANGUP	"type IN ('dropped', 'ghost')"
#define COLUMNS	"SELECT id, line, calls, minutes, began_at, last_at, open, ended_at, ended_by," \
	" note FROM burst"

static const struct query in_all = {
	"hang-ups of late",
	"SELECT COUNT(*), COALESCE(MIN(rang_at), 0), COALESCE(MAX(rang_at), 0) FROM"
	" (SELECT rang_at FROM call WHERE rang_at > ?1 AND " HANGUP
	" ORDER BY rang_at DESC LIMIT 500)"
};

static const struct query by_line = {
	"hang-ups of late by line",
	"SELECT line, COUNT(*), MIN(rang_at), MAX(rang_at) FROM"
	" (SELECT line, rang_at FROM call WHERE rang_at > ?1 AND " HANGUP
	" ORDER BY rang_at DESC LIMIT 500) WHERE line <> '' GROUP BY line LIMIT 20"
};

static const struct query insert = {
	"a burst of hang-ups",
	"INSERT INTO burst (line, calls, minutes, began_at, last_at, open)"
	" VALUES (?1, ?2, ?3, ?4, ?5, 1)"
};

static const struct query grow = {
	"a burst goes on", "UPDATE burst SET calls = ?2, last_at = ?3 WHERE id = ?1 AND open = 1"
};

static const struct query end = {
	"a burst is explained",
	"UPDATE burst SET open = 0, ended_at = ?2, ended_by = ?3, note = ?4"
	" WHERE id = ?1 AND open = 1"
};

static const struct query by_id = { "a burst by id", COLUMNS " WHERE id = ?1" };

static const struct query last = {
	"the last burst of a line", COLUMNS " WHERE line = ?1 ORDER BY last_at DESC, id DESC LIMIT 1"
};

static const struct query list = {
	"bursts nobody has explained",
	COLUMNS " WHERE open = 1 AND line >= '' ORDER BY line LIMIT ?1"
};

static void
read_count(struct stmt *s, struct hangups *h)
{
	h->n = get_int(s);
	h->first = get_int(s);
	h->last = get_int(s);
}

enum rc
hangups_since(struct db *db, int64_t from, struct hangups *out)
{
	struct stmt	*s = db_start(db, &in_all);

	*out = (struct hangups){ .line = "" };
	put_int(s, from);
	if (db_next(s))
		read_count(s, out);
	return db_end(s);
}

enum rc
hangups_by_line(struct db *db, struct arena *a, int64_t from, struct hangups *out, size_t *n)
{
	struct stmt	*s = db_start(db, &by_line);

	put_int(s, from);
	for (*n = 0; *n < HANGUP_LINES && db_next(s); ++*n) {
		out[*n].line = arena_text(a, get_text(s));
		read_count(s, &out[*n]);
	}
	return db_end(s);
}

enum rc
burst_insert(struct db *db, struct burst *b)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, b->line);
	put_int(s, b->calls);
	put_int(s, b->minutes);
	put_int(s, b->began);
	put_int(s, b->last);
	if ((rc = db_end(s)) == RC_OK)
		b->id = db_last_id(db);
	return rc;
}

enum rc
burst_grow(struct db *db, const struct burst *b)
{
	struct stmt	*s = db_start(db, &grow);

	put_int(s, b->id);
	put_int(s, b->calls);
	put_int(s, b->last);
	return db_end_changed(s);
}

enum rc
burst_end(struct db *db, const struct burst *b)
{
	struct stmt	*s = db_start(db, &end);

	put_int(s, b->id);
	put_int(s, b->ended);
	put_int(s, b->by);
	put_text(s, b->note);
	return db_end_changed(s);
}

static void
read_row(struct stmt *s, struct arena *a, struct burst *b)
{
	b->id = get_int(s);
	b->line = arena_text(a, get_text(s));
	b->calls = get_int(s);
	b->minutes = get_int(s);
	b->began = get_int(s);
	b->last = get_int(s);
	b->open = get_int(s) != 0;
	b->ended = get_int(s);
	b->by = get_int(s);
	b->note = arena_text(a, get_text(s));
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct burst *b)
{
	if (db_next(s))
		read_row(s, a, b);
	return db_end_one(s);
}

enum rc
burst_by_id(struct db *db, struct arena *a, int64_t id, struct burst *b)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, b);
}

enum rc
burst_of(struct db *db, struct arena *a, const char *line, struct burst *b)
{
	struct stmt	*s = db_start(db, &last);

	put_text(s, line);
	return read_one(s, a, b);
}

enum rc
burst_list(struct db *db, struct arena *a, struct burst *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &list);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &out[*n]);
	return db_end(s);
}

const struct query *const burst_queries[] = {
	&in_all, &by_line, &insert, &grow, &end, &by_id, &last, &list
};
const size_t burst_nqueries = COUNT(burst_queries);
