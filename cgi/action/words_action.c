/*
 * words_action.c: what callers' words mean: categories, red flags, what is taken most.
 *
 * Of past tickets only counts are kept: in how many of a category a word stood.
 * The words themselves are hashes with our key, so the table gives no name away,
 * and a search of a few typed words reads a few dozen rows, however many tickets
 * there are.  A full-text index would read every ticket that has the word.
 */
#include <string.h>

#include "action/init_cell.h"
#include "action/words_action.h"
#include "lib/when.h"
#include "store/vocab_store.h"

enum { LEARNT_MAX = 4000, CATEGORIES = 1000, DAYS = 30, PAGE = 500 };

static int64_t
key_of(const struct desk *d, const char *word)
{
	unsigned char	 hash[HASH_SIZE];
	uint64_t	 key = 0;
	size_t		 i;

	secret_lookup(d->secret, "word", word, hash);
	for (i = 0; i < sizeof(key); i++)
		key = key << 8 | hash[i];
	return (int64_t)(key >> 1 | 1);		/* 0 is the tickets */
}

static bool
is_unclassified(const struct category *c)
{
	return strcmp(c->code, UNCLASSIFIED) == 0;
}

/* --- proposing ---------------------------------------------------------------------- */

static enum rc
recall(const struct desk *d, const char *typed, struct lesson *l)
{
	const char	*words[TYPED_MAX];
	struct learnt	*list = arena_alloc(d->arena, LEARNT_MAX * sizeof(*list));
	struct learnt	*tickets = arena_alloc(d->arena, CATEGORIES * sizeof(*tickets));
	size_t		 i, n = typed_words(d->arena, typed, words);
	enum rc		 rc = vocab_of(d->db, 0, 0, tickets, &l->ntickets, CATEGORIES);

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = vocab_of(d->db, key_of(d, words[i]), i, list, &l->nwords, LEARNT_MAX);
	l->words = list;
	l->tickets = tickets;
	return rc;
}

enum rc
words_propose(const struct desk *d, const char *typed, const struct category **out, size_t *n,
    size_t max)
{
	struct lesson	 l = { 0 };
	enum rc		 rc;

	*n = 0;
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	rc = recall(d, typed, &l);
	db_read_end(d->db);
	if (rc == RC_OK)
		*n = propose(d->ref, d->arena, typed, &l, out, max);
	return rc;
}

enum rc
words_flags(const struct desk *d, struct red_flag **list, size_t *n)
{
	return red_flag_list(d->db, d->arena, list, n);
}

static bool
is_in(const struct category *const *list, size_t n, const struct category *c)
{
	while (n-- > 0)
		if (list[n] == c)
			return true;
	return false;
}

enum rc
words_usual(const struct desk *d, const struct category **out, size_t *n, size_t max)
{
	int64_t			 ids[CATEGORIES];
	const struct category	*c;
	size_t			 i, found;
	enum rc			 rc;

	*n = 0;
	rc = taken_most(d->db, d->now / DAY - DAYS, ids, &found, CATEGORIES);
	for (i = 0; i < found && *n < max && rc == RC_OK; i++)
		if ((c = ref_category(d->ref, ids[i])) != NULL && c->current && !is_unclassified(c))
			out[(*n)++] = c;
	for (i = 0; i < d->ref->ncategories && *n < max; i++) {
		c = &d->ref->categories[i];
		if (c->current && c->track == TRACK_EMERGENCY && !is_in(out, *n, c))
			out[(*n)++] = c;
	}
	return rc;
}

/* --- learning -------------------------------------------------------------------------- */

/* Does any category of ours use the word? */
static bool
is_known(const struct desk *d, const char *word)
{
	const struct ref	*r = d->ref;
	const char *const	 one[] = { word };
	size_t			 i;

	for (i = 0; i < r->ncategories; i++)
		if (words_shared(d->arena, one, 1, r->categories[i].words) > 0 ||
		    words_shared(d->arena, one, 1, r->categories[i].name) > 0)
			return true;
	return false;
}

enum rc
words_learn(const struct desk *d, const struct category *c, enum privacy privacy,
    const char *text, int by)
{
	const char	*words[TYPED_MAX];
	bool		 closed = c->sensitive || privacy != PRIVACY_PUBLIC;
	size_t		 i, n = typed_words(d->arena, text, words);
	enum rc		 rc;

	if (is_unclassified(c) || n == 0)
		return RC_OK;		/* nobody said yet what it is; or nothing was said */
	rc = vocab_add(d->db, 0, c->id, by);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (!closed || is_known(d, words[i]))
			rc = vocab_add(d->db, key_of(d, words[i]), c->id, by);
	return rc;
}

enum rc
words_taken(const struct desk *d, const struct category *c, enum privacy privacy,
    const char *text)
{
	enum rc	 rc = words_learn(d, c, privacy, text, 1);

	return rc == RC_OK ? taken_add(d->db, d->now / DAY, c->id, 1) : rc;
}

static const char *
said(const struct desk *d, const char *title, const char *detail)
{
	return arena_printf(d->arena, "%s %s", title, detail);
}

/* What a citizen chose counts only once the desk has looked at it. */
static bool
was_learnt(const struct ticket *t)
{
	if (t->track == TRACK_EMERGENCY)
		return strcmp(t->channel, "call") == 0;
	return t->state != ST_RECEIVED && t->state != ST_NEEDS_INFO && t->state != ST_ARCHIVED;
}

enum rc
words_move(const struct desk *d, const struct ticket *t, const struct category *from,
    const struct category *to)
{
	const char	*text = said(d, t->title, t->detail);
	enum rc		 rc = RC_OK;

	if (was_learnt(t))
		rc = words_learn(d, from, t->privacy, text, -1);
	if (rc == RC_OK && (was_learnt(t) || to->track == TRACK_EMERGENCY))
		rc = words_learn(d, to, t->privacy, text, 1);
	return rc;
}

/* --- for whoever runs the system ------------------------------------------------------- */

static enum rc
relearn_some(const struct desk *d, int64_t *after, size_t *n)
{
	struct told		*list = arena_alloc(d->arena, PAGE * sizeof(*list));
	const struct category	*c;
	size_t			 i;
	enum rc			 rc = vocab_source(d->db, d->arena, *after, list, n, PAGE);

	for (i = 0; i < *n && rc == RC_OK; i++) {
		*after = list[i].id;
		if ((c = ref_category(d->ref, list[i].category)) != NULL)
			rc = words_learn(d, c, list[i].privacy,
			    said(d, list[i].title, list[i].detail), 1);
	}
	return rc;
}

enum rc
words_relearn(const struct desk *d, int64_t *tickets)
{
	struct arena	 page = { 0 };
	struct desk	 own = *d;
	int64_t		 after = 0;
	size_t		 n = PAGE;
	enum rc		 rc;

	*tickets = 0;
	own.arena = &page;
	if ((rc = db_begin(d->db)) != RC_OK ||
	    (rc = db_finish(d->db, vocab_forget(d->db))) != RC_OK)
		return rc;
	while (n == PAGE && rc == RC_OK) {
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, relearn_some(&own, &after, &n));
		*tickets += (int64_t)n;
		arena_reset(&page);
	}
	return rc;
}

/* As siaga init reads them: what they name must be in this city's lists. */
static enum rc
read_file(const struct desk *d, const char *folder, const char *name, struct city *c,
    const char **why)
{
	struct table	 t;

	*c = (struct city){
		.categories = (struct category *)(uintptr_t)d->ref->categories,
		.ncategories = d->ref->ncategories,
		.cards = (struct card *)(uintptr_t)d->ref->cards, .ncards = d->ref->ncards,
	};
	if (table_read(&t, d->arena, folder, name) == RC_OK)
		t.rc = read_flags(&t, c);
	*why = t.why;
	return t.rc;
}

static enum rc
put_flags(const struct desk *d, const struct red_flag *list, size_t n)
{
	size_t	 i;
	enum rc	 rc = red_flag_clear(d->db);

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = red_flag_put(d->db, &list[i], (int64_t)i + 1);
	return rc;
}

enum rc
words_flags_import(const struct desk *d, const char *folder, const char *name,
    const char **why, size_t *n)
{
	struct city	 c;
	enum rc		 rc = read_file(d, folder, name, &c, why);

	*n = c.nflags;
	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, put_flags(d, c.flags, c.nflags));
}
