/* propose.c: which categories a caller's words may mean, by all we know of words. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "domain/propose.h"

/* Words of any sentence, in order: they tell nothing of what happened. */
static const char *const	plain[] = {
	"ada", "adik", "agar", "akan", "aku", "anda", "apa", "atas", "atau", "bagian", "bahwa",
	"bantu", "bapak", "baru", "beberapa", "begini", "belum", "bisa", "bu", "cepat", "dalam",
	"dan", "dari", "dekat", "dengan", "depan", "di", "dia", "dong", "gang", "halo", "hari",
	"harus", "ibu", "ini", "itu", "jalan", "jam", "jangan", "juga", "kabupaten", "kakak",
	"kalau", "kali", "kami", "karena", "kecamatan", "kelurahan", "kita", "kok", "kota", "lagi",
	"lalu", "lewat", "malam", "mana", "masih", "mau", "melaporkan", "mereka", "minta", "mohon",
	"nama", "namun", "nya", "oleh", "orang", "pada", "pagi", "pak", "para", "perlu", "pula",
	"saat", "saja", "sampai", "samping", "sana", "sangat", "saya", "sebelah", "secara",
	"sedang", "segera", "sejak", "sekali", "sekarang", "sekitar", "seorang", "sepertinya",
	"siang", "sini", "sore", "sudah", "supaya", "tadi", "tapi", "telah", "tentang", "terima",
	"tersebut", "tetapi", "tidak", "tolong", "untuk", "warga", "yang",
};

static int
by_word(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
tells(const char *word)
{
	return strlen(word) >= TYPED_LETTERS && strpbrk(word, "0123456789") == NULL &&
	    bsearch(&word, plain, COUNT(plain), sizeof(*plain), by_word) == NULL;
}

static bool
has(const char *const *words, size_t n, const char *word)
{
	while (n-- > 0)
		if (strcmp(words[n], word) == 0)
			return true;
	return false;
}

size_t
typed_words(struct arena *a, const char *text, const char *out[TYPED_MAX])
{
	char	*p = match_fold(a, text), *word;
	size_t	 n = 0;

	while (*p != '\0' && n < TYPED_MAX) {
		word = p;
		p += strcspn(p, " ");
		if (*p == ' ')
			*p++ = '\0';
		if (tells(word) && !has(out, n, word))
			out[n++] = word;
	}
	return n;
}

/* --- what is shipped: names and callers' words ----------------------------------- */

/* How much a word speaks for a category by its phrases: 1 all of the phrase is there. */
static const double	 WHOLE = 1.0, PIECE = 0.25, BEGUN = 0.2;

struct scoring {
	struct arena		*arena;
	const char		*typed;		/* folded */
	const char		*words[TYPED_MAX];
	size_t			 n;
	double			*share;		/* [category * TYPED_MAX + word] */
};

static void
at_least(double *share, double value)
{
	if (*share < value)
		*share = value;
}

static bool
stands_in(const char *text, const char *phrase)
{
	size_t		 len = strlen(phrase);
	const char	*p = text;

	while (len > 0 && (p = strstr(p, phrase)) != NULL) {
		if ((p == text || p[-1] == ' ') && (p[len] == ' ' || p[len] == '\0'))
			return true;
		p++;
	}
	return false;
}

/* The last word may not be typed to its end yet. */
static void
weigh_phrase(const struct scoring *s, double *share, const char *phrase)
{
	bool		 whole = stands_in(s->typed, phrase);
	const char	*p = phrase;
	size_t		 i, len, typed;

	for (; *p != '\0'; p += len + (p[len] == ' ')) {
		len = strcspn(p, " ");
		for (i = 0; i < s->n; i++) {
			typed = strlen(s->words[i]);
			if (typed > len || strncmp(p, s->words[i], typed) != 0)
				continue;
			if (typed == len)
				at_least(&share[i], whole ? WHOLE : PIECE);
			else if (i == s->n - 1)
				at_least(&share[i], BEGUN);
		}
	}
}

static void
weigh_shipped(const struct scoring *s, double *share, const struct category *c)
{
	const char	*w = c->words;
	size_t		 len;

	weigh_phrase(s, share, match_fold(s->arena, c->name));
	weigh_phrase(s, share, match_fold(s->arena, c->name_en));
	for (; *w != '\0'; w += len + (w[len] == ',')) {
		len = strcspn(w, ",");
		weigh_phrase(s, share, match_fold(s->arena,
		    arena_printf(s->arena, "%.*s", (int)len, w)));
	}
}

/* --- what is learnt: past tickets ------------------------------------------------- */

/* A word counts by its share of a category's tickets; of few tickets a share says little. */
static const double	 FEW = 20.0, SHIPPED = 0.5;

static int64_t
tickets_of(const struct lesson *l, int64_t category)
{
	size_t	 i;

	for (i = 0; i < l->ntickets; i++)
		if (l->tickets[i].category == category)
			return l->tickets[i].n;
	return 0;
}

static void
weigh_learnt(double *share, size_t n, const struct lesson *l, int64_t category)
{
	double	 all = (double)tickets_of(l, category) + FEW;
	size_t	 i;

	for (i = 0; i < n; i++)
		share[i] *= SHIPPED;
	for (i = 0; i < l->nwords; i++)
		if (l->words[i].category == category && l->words[i].word < n &&
		    l->words[i].n > 0)
			share[l->words[i].word] += (double)l->words[i].n / all;
}

/* --- both -------------------------------------------------------------------------- */

struct scored {
	const struct category	*c;
	double			 score;
};

static int
by_score(const void *a, const void *b)
{
	const struct scored	*x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->c->id < y->c->id ? -1 : x->c->id > y->c->id;
}

/* Naive Bayes without a prior: how much likelier its words are here than anywhere. */
static double
score(const struct scoring *s, const double *share, const double *anywhere)
{
	static const double	 unseen = 0.002;
	double			 sum = 0;
	size_t			 i;

	for (i = 0; i < s->n; i++)
		if (anywhere[i] > 0)
			sum += log((share[i] + unseen) / (anywhere[i] + unseen));
	return sum;
}

static void
weigh_all(const struct ref *r, struct scoring *s, const struct lesson *l, double *anywhere)
{
	double	*share;
	size_t	 i, k;

	for (i = 0; i < r->ncategories; i++) {
		if (!r->categories[i].current)
			continue;
		share = s->share + i * TYPED_MAX;
		weigh_shipped(s, share, &r->categories[i]);
		weigh_learnt(share, s->n, l, r->categories[i].id);
		for (k = 0; k < s->n; k++)
			anywhere[k] += share[k] / (double)r->ncategories;
	}
}

static size_t
score_all(const struct ref *r, struct scoring *s, const struct lesson *l, struct scored *out)
{
	double	 anywhere[TYPED_MAX] = { 0 };
	size_t	 i, n = 0;

	s->share = arena_alloc(s->arena, r->ncategories * TYPED_MAX * sizeof(*s->share));
	weigh_all(r, s, l, anywhere);
	for (i = 0; i < r->ncategories; i++) {
		if (!r->categories[i].current)
			continue;
		out[n] = (struct scored){ &r->categories[i],
		    score(s, s->share + i * TYPED_MAX, anywhere) };
		n += out[n].score > 0;
	}
	qsort(out, n, sizeof(*out), by_score);
	return n;
}

static size_t
keep(const struct category **out, size_t n, size_t max, const struct category *c)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (out[i] == c)
			return n;
	if (n < max)
		out[n++] = c;
	return n;
}

size_t
propose(const struct ref *r, struct arena *a, const char *typed, const struct lesson *l,
    const struct category **out, size_t max)
{
	struct scoring		 s = { .arena = a, .typed = match_fold(a, typed) };
	const struct category	*named[MATCH_MAX];
	struct scored		*scored;
	bool			 begun;
	size_t			 i, n = 0, nnamed, nscored;

	nnamed = match_begun(r, a, typed, named, COUNT(named), &begun);
	if (nnamed == 1)
		n = keep(out, n, max, named[0]);
	if (nnamed == 1 && begun)
		return n;
	s.n = typed_words(a, typed, s.words);
	scored = arena_alloc(a, (r->ncategories + 1) * sizeof(*scored));
	nscored = score_all(r, &s, l, scored);
	for (i = 0; i < nscored; i++)
		n = keep(out, n, max, scored[i].c);
	for (i = 0; i < nnamed; i++)
		n = keep(out, n, max, named[i]);
	return n;
}

size_t
words_shared(struct arena *a, const char *const words[], size_t n, const char *text)
{
	const char	*folded = n == 0 ? "" : match_fold(a, text);
	size_t		 i, shared = 0;

	for (i = 0; i < n; i++)
		shared += stands_in(folded, words[i]);
	return shared;
}
