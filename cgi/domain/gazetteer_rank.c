/* gazetteer_rank.c: how well a name of the gazetteer fits what was typed. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "domain/gazetteer.h"
#include "lib/rc.h"

enum { WORD_MAX = 24, SAME = 1000, BEGINS_LAST = 940, BEGINS = 850, JOINED = 880,
    AROUND = 700, ENOUGH = 560, A_LETTER = 130, ANOTHER_NUMBER = 200 };

/* --- letters ------------------------------------------------------------------------ */

static int
least(int a, int b, int c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/*
 * How many letters are wrong, missing, too many or swapped (optimal string
 * alignment); *begin the same where the second may go on.
 */
static int
letters_off(const char *typed, size_t n, const char *word, size_t m, int *begin)
{
	int	 rows[3][WORD_MAX + 1], *before = rows[0], *last = rows[1], *now = rows[2], *spare;
	size_t	 i, j;

	for (j = 0; j <= m; j++)
		last[j] = (int)j;
	for (i = 1; i <= n; i++) {
		now[0] = (int)i;
		for (j = 1; j <= m; j++) {
			now[j] = least(last[j] + 1, now[j - 1] + 1,
			    last[j - 1] + (typed[i - 1] != word[j - 1]));
			if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] &&
			    typed[i - 2] == word[j - 1] && before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
		spare = before;
		before = last;
		last = now;
		now = spare;
	}
	for (*begin = last[0], j = 1; j <= m; j++)
		*begin = last[j] < *begin ? last[j] : *begin;
	return last[m];
}

static int
allowed(size_t len)
{
	return len <= 3 ? 0 : len <= 6 ? 1 : 2;
}

/* The same, begun, or misspelt; 0: another word. */
static int
word_fits(const char *typed, size_t n, const char *word, size_t m, bool open)
{
	int	 off, begin, limit = allowed(n);

	if (n == m && memcmp(typed, word, n) == 0)
		return SAME;
	if (isdigit((unsigned char)*typed) || isdigit((unsigned char)*word))
		return open && n < m && memcmp(typed, word, n) == 0 ? BEGINS : 0;
	if (n < m && memcmp(typed, word, n) == 0 && (open || n >= 3))
		return open ? BEGINS_LAST : BEGINS;
	if (limit == 0 || n > WORD_MAX || m > WORD_MAX || m + (size_t)limit < n ||
	    (!open && n + (size_t)limit < m))
		return 0;
	off = letters_off(typed, n, word, m, &begin);
	if (off <= limit)
		return SAME - A_LETTER * off;
	return open && begin <= limit ? BEGINS_LAST - A_LETTER * begin - 40 : 0;
}

bool
word_is_like(const char *typed, const char *word, bool open)
{
	return word_fits(typed, strlen(typed), word, strlen(word), open) > 0;
}

/* --- words ---------------------------------------------------------------------------- */

void
name_look(struct arena *a, const char *typed, bool open, struct looked *l)
{
	const char	*p = name_fold(a, typed), *q;
	char		*joined = arena_alloc(a, strlen(p) + 1);
	size_t		 len;

	*l = (struct looked){ .joined = joined, .open = open };
	l->street = strncasecmp(typed, "jl", 2) == 0 || strncasecmp(typed, "jalan", 5) == 0;
	for (q = p; *q != '\0'; q++)
		if (*q != ' ')
			*joined++ = *q;
	for (; *p != '\0' && l->n < NAME_WORDS; p += len + (p[len] == ' ')) {
		len = strcspn(p, " ");
		l->words[l->n++] = arena_printf(a, "%.*s", (int)len, p);
	}
}

static int
best_of(const char *typed, const char *words, bool open, unsigned *used)
{
	size_t	 n = strlen(typed), len, i = 0, at = 0;
	int	 best = 0, fits;

	for (; *words != '\0'; words += len + (words[len] == ' '), i++) {
		len = strcspn(words, " ");
		fits = word_fits(typed, n, words, len, open);
		if (fits > best) {
			best = fits;
			at = i;
		}
	}
	if (best > 0 && used != NULL && at < 32)
		*used |= 1u << at;
	return best;
}

/* How much of the name nobody asked for, in parts of a thousand. */
static int
unasked(const char *words, unsigned used)
{
	size_t	 all = 0, left = 0, len, i = 0;

	for (; *words != '\0'; words += len + (words[len] == ' '), i++) {
		len = strcspn(words, " ");
		all += len;
		if (i >= 32 || (used & 1u << i) == 0)
			left += len;
	}
	return all == 0 ? 0 : (int)(left * 1000 / all);
}

/* "karyabakti", "al ikh las": the spaces may stand elsewhere. */
static int
joined_fits(const struct looked *l, const char *folded)
{
	char	 name[NAME_MAX];
	size_t	 n = 0, len = strlen(l->joined);
	int	 begin, off;

	for (; *folded != '\0' && n < sizeof(name); folded++)
		if (*folded != ' ')
			name[n++] = *folded;
	if (len < 6 || len > WORD_MAX || n > WORD_MAX)
		return 0;
	if (n + (size_t)allowed(len) < len || (!l->open && len + (size_t)allowed(len) < n))
		return 0;
	off = letters_off(l->joined, len, name, n, &begin);
	if (l->open && begin < off)
		off = begin;
	return off <= allowed(len) ? JOINED - 100 * off : 0;
}

static bool
has_number(const char *folded)
{
	const char	*p;

	for (p = folded; *p != '\0'; p++)
		if (isdigit((unsigned char)*p) && (p == folded || p[-1] == ' '))
			return true;
	return false;
}

/* A number that the name has not is a house's, unless the name has another one. */
static int
words_fit(const struct looked *l, const char *folded, const char *around)
{
	unsigned	 used = 0;
	bool		 number, odd = false, open;
	int		 sum = 0, total = 0, size, fits, by;
	size_t		 i;

	for (i = 0; i < l->n; i++) {
		number = isdigit((unsigned char)*l->words[i]) != 0;
		open = l->open && i + 1 == l->n;
		size = number ? 1 : (int)strlen(l->words[i]);
		fits = best_of(l->words[i], folded, open, &used);
		if (fits < AROUND && (by = best_of(l->words[i], around, open, NULL) *
		    AROUND / SAME) > fits)
			fits = by;
		odd = odd || (number && fits == 0);
		sum += fits * size;
		total += size;
	}
	if (used == 0 || total == 0)
		return 0;
	return sum / total - unasked(folded, used) * 60 / 1000 -
	    (odd && has_number(folded) ? ANOTHER_NUMBER : 0);
}

int
name_rank(const struct looked *l, const struct name *n, const char *around,
    bool same_area)
{
	int	 rank = words_fit(l, n->folded, around), joined;

	if (rank < JOINED && (joined = joined_fits(l, n->folded)) > rank)
		rank = joined;
	if (rank < ENOUGH)
		return 0;
	rank += (int)(n->weight > 100 ? 100 : n->weight) / 5;
	if (same_area)
		rank += 60;
	if (l->street && n->kind == PLACE_STREET)
		rank += 30;
	if (n->kind == PLACE_ADDRESS)
		rank -= 15;
	return rank;
}
