/* search_find.c: tickets by the numbers of their words, by parts of their own numbers. */
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "store/search_store.h"

static const struct query word_begun = {
	"words that begin so",
	"SELECT id FROM search_word WHERE word > ?1 AND word < ?2 ORDER BY word LIMIT ?3"
};

static const struct query find = {
	"tickets by words",
	"SELECT rowid FROM ticket_ft WHERE ticket_ft MATCH ?1 AND rowid > ?2 AND rowid < ?3"
	" ORDER BY rowid DESC LIMIT ?4"
};

/* The unary plus keeps the look-up by id: no other index finds one ticket faster. */
static const struct query probe = {
	"may a ticket be shown",
	"SELECT 1 FROM ticket t WHERE t.id = ?1 AND (?2 < 0 OR +t.open = ?2)"
	" AND (?3 < 0 OR +t.priority = ?3) AND +t.recorded_at >= ?4"
	" AND (?7 = 0 OR +t.open = 1 OR +t.since > ?7)"
	" AND (?5 = 0 OR EXISTS (SELECT 1 FROM assignment a WHERE a.agency = ?5"
	" AND a.ticket = t.id))"
	" AND (?6 = 0 OR EXISTS (SELECT 1 FROM run r WHERE r.ticket = t.id AND r.unit = ?6))"
};

static const struct query by_number = {
	"tickets by part of a number",
	"SELECT id FROM ticket WHERE number >= ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3"
};

static const struct query by_voice = {
	"open tickets by voice code",
	"SELECT id FROM ticket WHERE voice = ?1 AND open = 1 LIMIT ?2"
};

static const struct query last = {
	"the newest ticket", "SELECT id FROM ticket WHERE id > 0 ORDER BY id DESC LIMIT 1"
};

const char *
search_mark(struct arena *a, char kind, int64_t id)
{
	return arena_printf(a, "%c%" PRId64, kind, id);
}

/* "13.71.01.1001" is one word to the index. */
const char *
search_area(struct arena *a, const char *code)
{
	char	*out = arena_alloc(a, strlen(code) + 2), *p = out;

	*p++ = 'a';
	for (; *code != '\0'; code++)
		if (isalnum((unsigned char)*code))
			*p++ = *code;
	*p = '\0';
	return out;
}

static enum rc
read_ids(struct stmt *s, int64_t *ids, size_t *n, size_t max)
{
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

/* Behind all that begin so, in bytes: no character begins with FF. */
enum rc
search_words(struct db *db, const char *word, bool begun, int64_t *ids, size_t *n, size_t max)
{
	struct arena	 own = { 0 };
	struct stmt	*s;
	enum rc		 rc;

	*n = 0;
	if ((rc = search_word(db, word, &ids[0])) != RC_OK)
		return rc;
	*n = ids[0] != 0;
	if (!begun)
		return RC_OK;
	s = db_start(db, &word_begun);
	put_text(s, word);
	put_text(s, arena_printf(&own, "%s\U0010ffff", word));
	put_int(s, (int64_t)max);
	rc = read_ids(s, ids, n, max);
	arena_reset(&own);
	return rc;
}

enum rc
search_ids(struct db *db, const char *asked, int64_t above, int64_t below, int64_t *ids,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &find);

	*n = 0;
	put_text(s, asked);
	put_int(s, above);
	put_int(s, below);
	put_int(s, (int64_t)max);
	return read_ids(s, ids, n, max);
}

enum rc
search_last(struct db *db, int64_t *ticket)
{
	struct stmt	*s = db_start(db, &last);

	*ticket = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
search_probe(struct db *db, int64_t ticket, const struct search_limits *l, bool *good)
{
	struct stmt	*s = db_start(db, &probe);

	put_int(s, ticket);
	put_int(s, l->open);
	put_int(s, l->priority);
	put_int(s, l->since);
	put_int(s, l->agency);
	put_int(s, l->unit);
	put_int(s, l->ended);
	*good = db_next(s);
	return db_end(s);
}

enum rc
search_numbers(struct db *db, const char *from, const char *to, int64_t *ids, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &by_number);

	put_text(s, from);
	put_text(s, to);
	put_int(s, (int64_t)(max - *n));
	return read_ids(s, ids, n, max);
}

enum rc
search_voice(struct db *db, const char *voice, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &by_voice);

	put_text(s, voice);
	put_int(s, (int64_t)(max - *n));
	return read_ids(s, ids, n, max);
}

const struct query *const search_find_queries[] = {
	&word_begun, &find, &probe, &by_number, &by_voice, &last
};
const size_t search_find_nqueries = COUNT(search_find_queries);
