/* phrase_store.c: how quick phrases are kept. */
#include "store/phrase_store.h"

#define COLUMNS	" id, agency, track, category, state, public, place, words, words_en "

static const struct query list = {
	"phrases of a track",
	"SELECT" COLUMNS "FROM phrase WHERE track = ?1 AND valid_to = 0"
	" ORDER BY place, id LIMIT ?2"
};

static const struct query by_id = {
	"a phrase", "SELECT" COLUMNS "FROM phrase WHERE id = ?1 AND valid_to = 0"
};

static const struct query insert = {
	"new phrase",
	"INSERT INTO phrase (agency, track, category, state, public, place, words, words_en)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
};

static const struct query change = {
	"phrase changes",
	"UPDATE phrase SET agency = ?1, track = ?2, category = ?3, state = ?4, public = ?5,"
	" place = ?6, words = ?7, words_en = ?8 WHERE id = ?9 AND valid_to = 0"
};

static const struct query end = {
	"phrase out of use", "UPDATE phrase SET valid_to = ?2 WHERE id = ?1 AND valid_to = 0"
};

static void
read_row(struct stmt *s, struct arena *a, struct phrase *p)
{
	p->id = get_int(s);
	p->agency = get_int(s);
	p->track = (enum track)get_int(s);
	p->category = arena_text(a, get_text(s));
	p->state = arena_text(a, get_text(s));
	p->public = get_int(s) != 0;
	p->place = get_int(s);
	p->words = arena_text(a, get_text(s));
	p->words_en = arena_text(a, get_text(s));
}

enum rc
phrase_list(struct db *db, struct arena *a, enum track track, struct phrase **rows, size_t *n)
{
	struct stmt	*s = db_start(db, &list);

	*rows = arena_alloc(a, PHRASES * sizeof(**rows));
	put_int(s, track);
	put_int(s, PHRASES);
	for (*n = 0; *n < PHRASES && db_next(s);)
		read_row(s, a, &(*rows)[(*n)++]);
	return db_end(s);
}

enum rc
phrase_by_id(struct db *db, struct arena *a, int64_t id, struct phrase *p)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, p);
	return db_end_one(s);
}

enum rc
phrase_put(struct db *db, struct phrase *p)
{
	struct stmt	*s = db_start(db, p->id == 0 ? &insert : &change);
	enum rc		 rc;

	put_int(s, p->agency);
	put_int(s, p->track);
	put_text(s, p->category);
	put_text(s, p->state);
	put_int(s, p->public);
	put_int(s, p->place);
	put_text(s, p->words);
	put_text(s, p->words_en);
	if (p->id != 0) {
		put_int(s, p->id);
		return db_end_changed(s);
	}
	if ((rc = db_end(s)) == RC_OK)
		p->id = db_last_id(db);
	return rc;
}

enum rc
phrase_end(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &end);

	put_int(s, id);
	put_int(s, now);
	return db_end_changed(s);
}

const struct query *const phrase_queries[] = { &list, &by_id, &insert, &change, &end };
const size_t phrase_nqueries = COUNT(phrase_queries);
