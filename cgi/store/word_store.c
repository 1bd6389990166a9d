/* word_store.c: the dictionary of the gazetteer: words, their pieces, the names they are in. */
#include <string.h>

#include "store/place_store.h"

static const struct query find = {
	"a word", "SELECT id, places, word FROM place_word WHERE word = ?1"
};

static const struct query begins = {
	"words that begin so",
	"SELECT id, places, word FROM place_word WHERE word >= ?1 AND word < ?2"
	" ORDER BY word LIMIT ?3"
};

static const struct query by_id = {
	"word by id", "SELECT id, places, word FROM place_word WHERE id = ?1"
};

static const struct query places = {
	"places that have a word", "SELECT place FROM place_of WHERE word = ?1 ORDER BY place LIMIT ?2"
};

static const struct query count_gram = {
	"how many words have a piece",
	"SELECT COUNT(*) FROM (SELECT 1 FROM word_gram WHERE gram = ?1 LIMIT ?2)"
};

static const struct query of_gram = {
	"words that have a piece",
	"SELECT word FROM word_gram WHERE gram = ?1 ORDER BY word LIMIT ?2"
};

static const struct query insert = {
	"new word", "INSERT INTO place_word (word, places) VALUES (?1, 1)"
};

static const struct query once_more = {
	"a word is in one more name", "UPDATE place_word SET places = places + 1 WHERE id = ?1"
};

static const struct query insert_gram = {
	"new piece of a word", "INSERT INTO word_gram (gram, word) VALUES (?1, ?2)"
};

static const struct query insert_of = {
	"a place has a word",
	"INSERT INTO place_of (word, place) VALUES (?1, ?2) ON CONFLICT (word, place) DO NOTHING"
};

static void
read_word(struct stmt *s, struct arena *a, struct word *w)
{
	w->id = get_int(s);
	w->places = get_int(s);
	w->word = arena_text(a, get_text(s));
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct word *w)
{
	if (db_next(s))
		read_word(s, a, w);
	return db_end_one(s);
}

static enum rc
read_ids(struct stmt *s, size_t max, int64_t *ids, size_t *n)
{
	for (*n = 0; *n < max && db_next(s);)
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
word_find(struct db *db, struct arena *a, const char *word, struct word *w)
{
	struct stmt	*s = db_start(db, &find);

	put_text(s, word);
	return read_one(s, a, w);
}

/* No letter is above this byte in UTF-8. */
enum rc
word_begins(struct db *db, struct arena *a, const char *with, struct word *out, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &begins);

	put_text(s, with);
	put_text(s, arena_printf(a, "%s\xff", with));
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		read_word(s, a, &out[(*n)++]);
	return db_end(s);
}

enum rc
word_by_id(struct db *db, struct arena *a, int64_t id, struct word *w)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, w);
}

enum rc
word_places(struct db *db, int64_t word, size_t max, int64_t *ids, size_t *n)
{
	struct stmt	*s = db_start(db, &places);

	put_int(s, word);
	put_int(s, (int64_t)max);
	return read_ids(s, max, ids, n);
}

enum rc
gram_count(struct db *db, int64_t gram, size_t max, size_t *n)
{
	struct stmt	*s = db_start(db, &count_gram);

	put_int(s, gram);
	put_int(s, (int64_t)max);
	*n = db_next(s) ? (size_t)get_int(s) : 0;
	return db_end(s);
}

enum rc
gram_words(struct db *db, int64_t gram, size_t max, int64_t *ids, size_t *n)
{
	struct stmt	*s = db_start(db, &of_gram);

	put_int(s, gram);
	put_int(s, (int64_t)max);
	return read_ids(s, max, ids, n);
}

/* --- writing ---------------------------------------------------------------------- */

static enum rc
put_two(struct db *db, const struct query *q, int64_t one, int64_t two)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, one);
	put_int(s, two);
	return db_end(s);
}

static enum rc
add_new(struct db *db, const char *word, int64_t *id)
{
	int64_t		 grams[NAME_GRAMS];
	size_t		 i, n = name_grams(word, false, grams);
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, word);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	*id = db_last_id(db);
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = put_two(db, &insert_gram, grams[i], *id);
	return rc;
}

static enum rc
add(struct db *db, struct arena *a, const char *word, int64_t place)
{
	struct stmt	*s;
	struct word	 w = { .id = 0 };
	enum rc		 rc = word_find(db, a, word, &w);

	if (rc == RC_OK) {
		s = db_start(db, &once_more);
		put_int(s, w.id);
		rc = db_end(s);
	} else if (rc == RC_NOTFOUND) {
		rc = add_new(db, word, &w.id);
	}
	return rc == RC_OK ? put_two(db, &insert_of, w.id, place) : rc;
}

enum rc
word_add_all(struct db *db, struct arena *a, const struct name *p)
{
	const char	*word = p->folded;
	size_t		 len, n = 0;
	enum rc		 rc = RC_OK;

	for (; *word != '\0' && n++ < NAME_WORDS && rc == RC_OK; word += len + (word[len] == ' ')) {
		len = strcspn(word, " ");
		rc = add(db, a, arena_printf(a, "%.*s", (int)len, word), p->id);
	}
	return rc;
}

const struct query *const word_queries[] = {
	&find, &begins, &by_id, &places, &count_gram, &of_gram, &insert, &once_more, &insert_gram,
	&insert_of
};
const size_t word_nqueries = COUNT(word_queries);
