/*
 * place_words.c: the places that typed words may be of.
 *
 * Each typed word is looked up in the dictionary: as it is, as a beginning, as
 * what is spelt alike by its rarer pieces, with its space elsewhere.  The
 * names the rarest of them are in are counted; who has most is a candidate.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "action/place_words.h"

/*
 * What is read for one question at most.  A piece that COMMON words have tells
 * them apart badly; a word that is in more names than DEEP is not read to its end.
 */
enum { COMMON = 1500, PIECES_READ = 3000, ALIKE = 16, BEGUN = 16, DEEP = 6000,
    NAMES_READ = 9000, LOOKED_AT = 120 };

enum { AS_IT_IS = 4, AS_BEGUN = 3, AS_SPLIT = 2, AS_ALIKE = 2 };

/* A word of the dictionary that one of the typed may be. */
struct sense {
	struct word	 w;
	int		 fits;
	size_t		 of;		/* which one */
	int64_t		 rarity;	/* of that one, whatever it may be */
};

struct senses {
	struct sense	 items[NAME_WORDS * (ALIKE + BEGUN + 4)];
	size_t		 n;
	int64_t		 places[NAME_WORDS];	/* of each typed word, together */
};

struct tally {
	int64_t		 id;
	int		 n;
};

static void
add(struct senses *s, const struct word *w, int fits, size_t of)
{
	size_t	 i;

	for (i = 0; i < s->n; i++)
		if (s->items[i].w.id == w->id && s->items[i].of == of)
			return;
	if (s->n < COUNT(s->items))
		s->items[s->n++] = (struct sense){ *w, fits, of, 0 };
	s->places[of] += w->places;
}

static int
by_rarity(const void *a, const void *b)
{
	const struct tally	*x = a, *y = b;

	return (x->n > y->n) - (x->n < y->n);
}

static int
by_id(const void *a, const void *b)
{
	const struct tally	*x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static int
by_count(const void *a, const void *b)
{
	const struct tally	*x = a, *y = b;

	return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : by_id(a, b);
}

/* The same ids together, those most often there first; how many are left. */
static size_t
tally(struct tally *t, size_t n)
{
	size_t	 i, out = 0;

	qsort(t, n, sizeof(*t), by_id);
	for (i = 0; i < n; i++)
		if (out > 0 && t[out - 1].id == t[i].id)
			t[out - 1].n += t[i].n;
		else
			t[out++] = t[i];
	qsort(t, out, sizeof(*t), by_count);
	return out;
}

/* --- spelt alike ---------------------------------------------------------------------- */

/* The pieces of a word, the rarest first; those no word has are left out. */
static enum rc
find_pieces(const struct desk *d, const char *word, bool open, struct tally *out, size_t *n)
{
	int64_t	 grams[NAME_GRAMS];
	size_t	 i, count, all = name_grams(word, open, grams);
	enum rc	 rc = RC_OK;

	for (i = *n = 0; i < all && rc == RC_OK; i++) {
		rc = gram_count(d->db, grams[i], COMMON, &count);
		out[*n] = (struct tally){ grams[i], (int)count };
		*n += count > 0;
	}
	qsort(out, *n, sizeof(*out), by_rarity);
	return rc;
}

static enum rc
read_pieces(const struct desk *d, const struct tally *pieces, size_t n, struct tally *words,
    size_t *nwords)
{
	int64_t	*ids = arena_alloc(d->arena, COMMON * sizeof(*ids));
	size_t	 i, j, got;
	enum rc	 rc = RC_OK;

	for (i = *nwords = 0; i < n && rc == RC_OK; i++) {
		if (*nwords + (size_t)pieces[i].n > PIECES_READ)
			break;
		rc = gram_words(d->db, pieces[i].id, COMMON, ids, &got);
		for (j = 0; j < got; j++)
			words[(*nwords)++] = (struct tally){ ids[j], 1 };
	}
	return rc;
}

static enum rc
spelt_alike(const struct desk *d, const char *typed, bool open, size_t of, struct senses *s)
{
	struct tally	 pieces[NAME_GRAMS + 1] = { { 0, 0 } };
	struct tally	*words = arena_alloc(d->arena, (PIECES_READ + COMMON) * sizeof(*words));
	struct word	 w;
	size_t		 i, n, found = 0;
	enum rc		 rc;

	if ((rc = find_pieces(d, typed, open, pieces, &n)) != RC_OK ||
	    (rc = read_pieces(d, pieces, n, words, &n)) != RC_OK)
		return rc;
	n = tally(words, n);
	for (i = 0; i < n && i < 4 * ALIKE && found < ALIKE && rc == RC_OK; i++) {
		rc = word_by_id(d->db, d->arena, words[i].id, &w);
		if (rc == RC_OK && word_is_like(typed, w.word, open)) {
			add(s, &w, AS_ALIKE, of);
			found++;
		}
	}
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* --- what a typed word may be ------------------------------------------------------------ */

static enum rc
take(const struct desk *d, const char *word, int fits, size_t of, struct senses *s)
{
	struct word	 w;
	enum rc		 rc = word_find(d->db, d->arena, word, &w);

	if (rc == RC_OK)
		add(s, &w, fits, of);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* "karyabakti": both halves are words.  The rarer one will do. */
static enum rc
split(const struct desk *d, const char *typed, size_t of, struct senses *s)
{
	struct word	 left, right;
	size_t		 i, len = strlen(typed);
	enum rc		 rc = RC_OK;

	for (i = 2; i + 2 <= len && rc == RC_OK; i++) {
		rc = word_find(d->db, d->arena, arena_printf(d->arena, "%.*s", (int)i, typed),
		    &left);
		if (rc == RC_OK)
			rc = word_find(d->db, d->arena, typed + i, &right);
		if (rc == RC_OK)
			add(s, left.places < right.places ? &left : &right, AS_SPLIT, of);
		rc = rc == RC_NOTFOUND ? RC_OK : rc;
	}
	return rc;
}

static enum rc
begun(const struct desk *d, const char *typed, size_t of, struct senses *s)
{
	struct word	 words[BEGUN];
	size_t		 i, n;
	enum rc		 rc = word_begins(d->db, d->arena, typed, words, &n, BEGUN);

	for (i = 0; i < n && rc == RC_OK; i++)
		add(s, &words[i], AS_BEGUN, of);
	return rc;
}

static enum rc
look_up(const struct desk *d, const struct looked *l, size_t i, bool wide, struct senses *s)
{
	const char	*word = l->words[i];
	bool		 open = l->open && i + 1 == l->n;
	size_t		 len = strlen(word), before = s->n;
	enum rc		 rc = take(d, word, AS_IT_IS, i, s);

	if (rc == RC_OK && (open || (len >= 3 && s->n == before)) &&
	    !isdigit((unsigned char)*word))
		rc = begun(d, word, i, s);
	if (rc == RC_OK && i + 1 < l->n)	/* "al ikh las" */
		rc = take(d, arena_printf(d->arena, "%s%s", word, l->words[i + 1]), AS_SPLIT, i, s);
	if (rc == RC_OK && len >= 6 && s->n == before)
		rc = split(d, word, i, s);
	if (rc == RC_OK && len >= 4 && (wide || s->n == before))
		rc = spelt_alike(d, word, open, i, s);
	return rc;
}

/* --- their names ---------------------------------------------------------------------------- */

static int
by_places(const void *a, const void *b)
{
	const struct sense	*x = a, *y = b;

	return x->rarity != y->rarity ? (x->rarity > y->rarity) - (x->rarity < y->rarity) :
	    (x->of > y->of) - (x->of < y->of);
}

/* All of what the rarest word may be, and of the others while there is room. */
static enum rc
read_names(const struct desk *d, const struct senses *s, struct tally *out, size_t *n)
{
	int64_t	*ids = arena_alloc(d->arena, DEEP * sizeof(*ids));
	size_t	 i, j, got;
	enum rc	 rc = RC_OK;

	for (i = *n = 0; i < s->n && rc == RC_OK && *n < NAMES_READ; i++) {
		rc = word_places(d->db, s->items[i].w.id, DEEP, ids, &got);
		for (j = 0; j < got; j++)
			out[(*n)++] = (struct tally){ ids[j], s->items[i].fits };
	}
	return rc;
}

static bool
is_in(const struct name_list *l, size_t n, int64_t id)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (l->items[i].id == id)
			return true;
	return false;
}

enum rc
place_candidates(const struct desk *d, const struct looked *l, bool wide, struct name_list *out)
{
	struct senses	*s = arena_alloc(d->arena, sizeof(*s));
	struct tally	*names = arena_alloc(d->arena, (NAMES_READ + DEEP) * sizeof(*names));
	size_t		 i, n, before = out->n;
	enum rc		 rc = RC_OK;

	for (i = 0; i < l->n && rc == RC_OK; i++)
		rc = look_up(d, l, i, wide, s);
	for (i = 0; i < s->n; i++)
		s->items[i].rarity = s->places[s->items[i].of];
	qsort(s->items, s->n, sizeof(*s->items), by_places);
	if (rc == RC_OK)
		rc = read_names(d, s, names, &n);
	n = rc == RC_OK ? tally(names, n) : 0;
	for (i = 0; i < n && i < LOOKED_AT && rc == RC_OK; i++)
		if (!is_in(out, before, names[i].id))
			rc = place_by_id(d->db, d->arena, names[i].id, out);
	return rc;
}
