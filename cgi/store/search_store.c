/* search_store.c: which words are in which ticket. */
#include <inttypes.h>
#include <string.h>

#include "lib/buf.h"
#include "store/search_store.h"

static const struct query read_doc = {
	"what a ticket says",
	"SELECT t.id, t.title, t.detail, t.place, t.area, t.category, t.lead FROM ticket t"
	" WHERE t.id = ?1"
};

static const struct query word_id = {
	"a word's number", "SELECT id FROM search_word WHERE word = ?1"
};

static const struct query word_new = {
	"a word not said before", "INSERT INTO search_word (word) VALUES (?1)"
};

static const struct query word_used = {
	"is a word in a ticket", "SELECT rowid FROM ticket_ft WHERE ticket_ft MATCH ?1 LIMIT 1"
};

static const struct query word_gone = {
	"a word nobody said", "DELETE FROM search_word WHERE id = ?1"
};

static const struct query put = {
	"a ticket's words", "INSERT INTO ticket_ft (rowid, words) VALUES (?1, ?2)"
};

static const struct query drop = {
	"a ticket's words taken out",
	"INSERT INTO ticket_ft (ticket_ft, rowid, words) VALUES ('delete', ?1, ?2)"
};

static const struct query read_left = {
	"how far the search is built", "SELECT ticket FROM search_left WHERE id = 1"
};

static const struct query set_left = {
	"the search is built further", "UPDATE search_left SET ticket = ?1 WHERE id = 1"
};

static const struct query start_left = {
	"the search is built anew",
	"UPDATE search_left SET ticket = COALESCE((SELECT id FROM ticket WHERE id > 0"
	" ORDER BY id DESC LIMIT 1), 0) WHERE id = 1"
};

static const struct query next_docs = {
	"tickets whose words are not in yet",
	"SELECT t.id, t.title, t.detail, t.place, t.area, t.category, t.lead FROM ticket t"
	" WHERE t.id > ?1 AND t.id <= ?2 ORDER BY t.id LIMIT ?3"
};

static const struct query forget = {
	"all words of tickets forgotten",
	"INSERT INTO ticket_ft (ticket_ft) VALUES ('delete-all')"
};

static const struct query forget_words = {
	"all words forgotten", "DELETE FROM search_word WHERE id > 0"
};

/* --- words are numbers -------------------------------------------------------------------- */

enum rc
search_word(struct db *db, const char *word, int64_t *id)
{
	struct stmt	*s = db_start(db, &word_id);

	*id = 0;
	put_text(s, word);
	if (db_next(s))
		*id = get_int(s);
	return db_end(s);
}

static enum rc
number_of(struct db *db, const char *word, int64_t *id)
{
	struct stmt	*s;
	enum rc		 rc = search_word(db, word, id);

	if (rc != RC_OK || *id != 0)
		return rc;
	s = db_start(db, &word_new);
	put_text(s, word);
	if ((rc = db_end(s)) == RC_OK)
		*id = db_last_id(db);
	return rc;
}

static size_t
words_of(struct arena *a, const struct said_doc *doc, const char **words)
{
	size_t	 n = said_words(a, doc->title, words, 0, SAID_WORDS);

	n = said_words(a, doc->place, words, n, SAID_WORDS);
	return said_words(a, doc->detail, words, n, SAID_WORDS);
}

/* As the index is told: the same for the same ticket, so that it can be taken out. */
static enum rc
tell(struct db *db, struct arena *a, const struct said_doc *doc, bool make, const char **out)
{
	const char	*words[SAID_WORDS];
	struct buf	 b = { 0 };
	size_t		 i, n = words_of(a, doc, words);
	int64_t		 id;
	enum rc		 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK; i++) {
		rc = make ? number_of(db, words[i], &id) : search_word(db, words[i], &id);
		if (rc == RC_OK && id != 0)
			buf_printf(&b, "%" PRId64 " ", id);
	}
	buf_printf(&b, "%s %s", search_mark(a, 'c', doc->category), search_mark(a, 'l', doc->lead));
	if (*doc->area != '\0')
		buf_printf(&b, " %s", search_area(a, doc->area));
	*out = arena_text(a, b.data);
	buf_free(&b);
	return rc;
}

/* --- a ticket comes, changes, is forgotten ---------------------------------------------------- */

static enum rc
write_words(struct db *db, const struct query *q, int64_t id, const char *words)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, id);
	put_text(s, words);
	return db_end(s);
}

static enum rc
enter(struct db *db, struct arena *a, const struct said_doc *doc)
{
	const char	*words;
	enum rc		 rc = tell(db, a, doc, true, &words);

	return rc == RC_OK ? write_words(db, &put, doc->id, words) : rc;
}

enum rc
search_put(struct db *db, const struct ticket *t)
{
	struct arena	 own = { 0 };
	struct said_doc	 doc = { .id = t->id, .title = t->title, .detail = t->detail,
		.place = t->place.text, .area = t->place.area, .category = t->category,
		.lead = t->lead };
	enum rc		 rc = enter(db, &own, &doc);

	arena_reset(&own);
	return rc;
}

static void
get_doc(struct stmt *s, struct arena *a, struct said_doc *doc)
{
	doc->id = get_int(s);
	doc->title = arena_text(a, get_text(s));
	doc->detail = arena_text(a, get_text(s));
	doc->place = arena_text(a, get_text(s));
	doc->area = arena_text(a, get_text(s));
	doc->category = get_int(s);
	doc->lead = get_int(s);
}

static enum rc
read_one(struct db *db, struct arena *a, int64_t id, struct said_doc *doc)
{
	struct stmt	*s = db_start(db, &read_doc);

	doc->id = 0;
	put_int(s, id);
	if (db_next(s))
		get_doc(s, a, doc);
	return db_end(s);
}

enum rc
search_before(struct db *db, int64_t ticket, struct said_doc *doc)
{
	int64_t	 left;
	enum rc	 rc;

	*doc = (struct said_doc){ .id = 0 };
	if ((rc = search_left(db, &left)) == RC_OK && ticket > left)
		rc = read_one(db, &doc->own, ticket, doc);
	return rc;
}

static bool
is_same(const struct said_doc *x, const struct said_doc *y)
{
	return x->category == y->category && x->lead == y->lead &&
	    strcmp(x->title, y->title) == 0 && strcmp(x->detail, y->detail) == 0 &&
	    strcmp(x->place, y->place) == 0 && strcmp(x->area, y->area) == 0;
}

static enum rc
drop_unused(struct db *db, struct arena *a, const char *word)
{
	struct stmt	*s;
	bool		 used;
	int64_t		 id;
	enum rc		 rc = search_word(db, word, &id);

	if (rc != RC_OK || id == 0)
		return rc;
	s = db_start(db, &word_used);
	put_text(s, arena_printf(a, "\"%" PRId64 "\"", id));
	used = db_next(s);
	if ((rc = db_end(s)) != RC_OK || used)
		return rc;
	s = db_start(db, &word_gone);
	put_int(s, id);
	return db_end(s);
}

/* Words of the old text that no ticket says any more. */
static enum rc
drop_words(struct db *db, struct arena *a, const struct said_doc *old)
{
	const char	*words[SAID_WORDS];
	size_t		 i, n = words_of(a, old, words);
	enum rc		 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = drop_unused(db, a, words[i]);
	return rc;
}

static enum rc
change(struct db *db, struct said_doc *old)
{
	struct arena	*a = &old->own;
	struct said_doc	 new = { .title = "", .detail = "", .place = "", .area = "" };
	const char	*words;
	enum rc		 rc;

	if (old->id == 0)
		return RC_OK;
	if ((rc = read_one(db, a, old->id, &new)) != RC_OK || new.id == 0 || is_same(old, &new))
		return rc;
	if ((rc = tell(db, a, old, false, &words)) != RC_OK ||
	    (rc = write_words(db, &drop, old->id, words)) != RC_OK ||
	    (rc = enter(db, a, &new)) != RC_OK)
		return rc;
	return drop_words(db, a, old);
}

enum rc
search_after(struct db *db, struct said_doc *old, enum rc rc)
{
	if (rc == RC_OK)
		rc = change(db, old);
	arena_reset(&old->own);
	return rc;
}

/* --- for whoever runs the system ----------------------------------------------------------- */

enum rc
search_left(struct db *db, int64_t *ticket)
{
	struct stmt	*s = db_start(db, &read_left);

	*ticket = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

static enum rc
save_left(struct db *db, int64_t ticket)
{
	struct stmt	*s = db_start(db, &set_left);

	put_int(s, ticket);
	return db_end_changed(s);
}

static enum rc
read_docs(struct db *db, struct arena *a, int64_t above, int64_t upto, struct said_doc *docs,
    size_t *n)
{
	struct stmt	*s = db_start(db, &next_docs);

	put_int(s, above);
	put_int(s, upto);
	put_int(s, upto - above);
	for (*n = 0; (int64_t)*n < upto - above && db_next(s); ++*n)
		get_doc(s, a, &docs[*n]);
	return db_end(s);
}

/* Upwards within a piece: the index likes to be told in order. */
enum rc
search_fill(struct db *db, int64_t many, int64_t *left)
{
	struct arena	 own = { 0 };
	struct said_doc	*docs = arena_alloc(&own, (size_t)many * sizeof(*docs));
	int64_t		 above;
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = search_left(db, left)) == RC_OK && *left > 0) {
		above = *left > many ? *left - many : 0;
		rc = read_docs(db, &own, above, *left, docs, &n);
		for (i = 0; rc == RC_OK && i < n; i++)
			rc = enter(db, &own, &docs[i]);
		*left = above;
		if (rc == RC_OK)
			rc = save_left(db, above);
	}
	arena_reset(&own);
	return rc;
}

enum rc
search_forget(struct db *db)
{
	static const struct query *const	 all[] = { &forget, &forget_words, &start_left };
	size_t					 i;
	enum rc					 rc = RC_OK;

	for (i = 0; i < COUNT(all) && rc == RC_OK; i++)
		rc = db_end(db_start(db, all[i]));
	return rc;
}

const struct query *const search_queries[] = {
	&read_doc, &word_id, &word_new, &word_used, &word_gone, &put, &drop, &read_left, &set_left,
	&start_left, &next_docs, &forget, &forget_words
};
const size_t search_nqueries = COUNT(search_queries);
