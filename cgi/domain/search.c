/* search.c: words of tickets, and of those who look for one. */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"
#include "domain/search.h"
#include "lib/text.h"

enum { LONG_NUMBER = 6, LONG_WORD = 40, YEARS = 4, SEQUENCE = 6, VOICE = 4,
    UNCHECKED = 11 /* "DRT26004312" */ };

/* Words of any sentence, in order. */
static const char *const	plain[] = {
	"ada", "adalah", "agar", "akan", "an", "and", "apa", "at", "atau", "bahwa", "dan", "dari",
	"dengan", "di", "dia", "for", "from", "in", "ini", "is", "itu", "jl", "jln", "juga", "kami",
	"karena", "ke", "kita", "kok", "lagi", "lah", "maka", "masih", "mohon", "no", "nya", "of",
	"oleh", "on", "pada", "para", "pun", "sangat", "saya", "secara", "sedang", "segera",
	"sejak", "serta", "sudah", "supaya", "telah", "tentang", "terhadap", "tersebut", "the",
	"to", "tolong", "untuk", "with", "yang",
};

static int
by_word(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t
digits(const char *word)
{
	size_t	 n = 0;

	for (; *word != '\0'; word++)
		n += isdigit((unsigned char)*word) != 0;
	return n;
}

static bool
is_number(const char *word)
{
	return word[strspn(word, "0123456789")] == '\0';
}

static bool
tells(const char *word)
{
	size_t	 len = strlen(word);

	if (len > LONG_WORD || digits(word) >= LONG_NUMBER)
		return false;
	return (len > 1 || isdigit((unsigned char)*word)) &&
	    bsearch(&word, plain, COUNT(plain), sizeof(*plain), by_word) == NULL;
}

/* "0812 3456-7890": pieces of one number, whatever stands between them but words. */
static bool
goes_on(const char *end, const char *next)
{
	for (; end < next; end++)
		if (strchr(" .-/()+\t", *end) == NULL)
			return false;
	return true;
}

static size_t
place_in(const char *const *list, size_t n, const char *word)
{
	size_t	 i;

	for (i = 0; i < n && strcmp(list[i], word) != 0; i++)
		;
	return i;
}

/* A text cut to words; pieces of a number are held back until it is known how long it is. */
struct cutter {
	struct arena	*arena;
	const char	**out;
	size_t		 n, max;
	const char	*held[LONG_NUMBER];
	size_t		 nheld, held_digits;
	bool		 dropped;
};

static void
keep(struct cutter *c, const char *word)
{
	if (!tells(word))
		c->dropped = c->dropped || digits(word) >= LONG_NUMBER;
	else if (c->n < c->max && place_in(c->out, c->n, word) == c->n)
		c->out[c->n++] = word;
}

static void
let_go(struct cutter *c)
{
	size_t	 i;

	for (i = 0; i < c->nheld && c->held_digits < LONG_NUMBER; i++)
		keep(c, c->held[i]);
	c->dropped = c->dropped || c->held_digits >= LONG_NUMBER;
	c->nheld = c->held_digits = 0;
}

static void
take(struct cutter *c, const char *word)
{
	if (!is_number(word)) {
		keep(c, word);
		return;
	}
	c->held_digits += strlen(word);
	if (c->nheld < LONG_NUMBER)
		c->held[c->nheld++] = word;
}

static void
cut(struct cutter *c, const char *text)
{
	const char	*end = text;
	char		*word;
	size_t		 len;

	while ((len = text_word(&text)) > 0) {
		word = text_plain(c->arena, text, len);
		if (!is_number(word) || !goes_on(end, text))
			let_go(c);
		take(c, word);
		end = text += len;
	}
	let_go(c);
}

size_t
said_words(struct arena *a, const char *text, const char **out, size_t n, size_t max)
{
	struct cutter	 c = { .arena = a, .out = out, .n = n, .max = max };

	cut(&c, text);
	return c.n;
}

/* --- what is looked for ------------------------------------------------------------------ */

/* Of a track and year; the sequence, or how it begins. */
static void
add_part(struct arena *a, struct sought *s, const char *front)
{
	char	*to;

	if (s->nparts == SOUGHT_PARTS)
		return;
	to = arena_text(a, front);
	to[strlen(to) - 1]++;		/* a digit or "-": what follows it is no letter of ours */
	s->parts[s->nparts++] = (struct part_number){ front, to };
}

/* "26" of what begins so. */
static int
two_digits(const char *text)
{
	return (text[0] - '0') * 10 + text[1] - '0';
}

static void
add_sequence(struct arena *a, struct sought *s, const char *track, int year, const char *text)
{
	add_part(a, s, arena_printf(a, "%s-%02d-%0*" PRIdMAX "-", track, year % 100, SEQUENCE,
	    strtoimax(text, NULL, 10)));
}

static const char *
track_of(const char *letters)
{
	return strncmp(letters, "DRT", 3) == 0 ? "DRT" :
	    strncmp(letters, "ADU", 3) == 0 ? "ADU" : NULL;
}

/* "DRT-26-0043", "DRT26004312", "adu 26 12": of the sequence all, or the beginning. */
static void
read_named(struct arena *a, const char *letters, struct sought *s)
{
	const char	*track = track_of(letters), *rest = letters + 5;
	size_t		 len;

	if (track == NULL || !isdigit((unsigned char)letters[3]) ||
	    !isdigit((unsigned char)letters[4]))
		return;
	len = strspn(rest, "0123456789");
	if (len > SEQUENCE || rest[len] != '\0')
		return;
	if (len > 0)
		add_sequence(a, s, track, two_digits(letters + 3), rest);
	if (len < SEQUENCE)
		add_part(a, s, arena_printf(a, "%s-%.2s-%s", track, letters + 3, rest));
}

/* "26-004312" is of a year; "4312" may be of any. */
static void
read_bare(struct arena *a, const char *typed, const char *letters, int year, struct sought *s)
{
	static const char *const	 tracks[] = { "DRT", "ADU" };
	size_t				 len = strlen(letters), t;
	int				 y;

	if (!is_number(letters) || len < 3 || len > SEQUENCE + 2)
		return;
	if (len > 2 && isdigit((unsigned char)typed[0]) && isdigit((unsigned char)typed[1]) &&
	    (typed[2] == '-' || typed[2] == ' ' || len == SEQUENCE + 2))
		for (t = 0; t < COUNT(tracks); t++)
			add_sequence(a, s, tracks[t], two_digits(letters), letters + 2);
	for (y = 0; y < YEARS && len <= SEQUENCE; y++)
		for (t = 0; t < COUNT(tracks); t++)
			add_sequence(a, s, tracks[t], year - y, letters);
}

static char *
letters_of(struct arena *a, const char *typed)
{
	char	*out = arena_alloc(a, strlen(typed) + 1), *p = out;

	for (; *typed != '\0'; typed++)
		if (isalnum((unsigned char)*typed))
			*p++ = (char)toupper((unsigned char)*typed);
		else if (strchr(" -.", *typed) == NULL)
			return NULL;	/* no number has it */
	return out;
}

static void
read_number(struct arena *a, const char *typed, int year, struct sought *s)
{
	const char	*letters = letters_of(a, typed);
	size_t		 n;

	if (letters == NULL || strlen(letters) > 24)
		return;
	if (!is_number(letters + (strlen(letters) == UNCHECKED ? 3 : 0)))
		s->number = number_read(a, typed);
	read_named(a, letters, s);
	if (s->number != NULL || s->nparts > 0)
		s->n = 0;		/* it is no word */
	read_bare(a, typed, letters, year, s);
	n = strcspn(typed, "-");
	if (strlen(letters) == VOICE && strpbrk(letters, "01OIL") == NULL &&
	    (n == 2 || digits(letters) > 0))
		s->voice = voice_show(a, letters);
}

void
search_read(struct arena *a, const char *typed, int year, struct sought *s)
{
	struct cutter	 c = { .arena = a, .out = s->words, .max = SOUGHT_WORDS };
	const char	*text = text_trim(a, typed);

	*s = (struct sought){ .n = 0 };
	cut(&c, text_length(text) > SOUGHT_MAX ? text_cut(a, text, SOUGHT_MAX) : text);
	s->n = c.n;
	s->unsaid = c.dropped;
	read_number(a, text, year, s);
}

/* --- what fits ------------------------------------------------------------------------------ */

enum fits
search_fits(const char *sought, const char *word)
{
	size_t	 len = strlen(sought);

	if (strncmp(sought, word, len) != 0)
		return FITS_NOT;
	if (word[len] == '\0')
		return FITS_WHOLE;
	return len >= SOUGHT_BEGUN && !is_number(sought) ? FITS_BEGUN : FITS_NOT;
}

static enum fits
fits_one(const char *sought, const char *const *words, size_t n)
{
	enum fits	 best = FITS_NOT, f;

	while (n-- > 0 && best != FITS_WHOLE)
		if ((f = search_fits(sought, words[n])) > best)
			best = f;
	return best;
}

int
search_score(struct arena *a, const struct sought *s, const char *const text[IN_FIELDS])
{
	static const int	 worth[IN_FIELDS] = { [IN_TITLE] = 6, [IN_PLACE] = 5, [IN_KIND] = 4,
		[IN_AREA] = 3, [IN_DETAIL] = 2, [IN_AGENCY] = 2 };
	const char		*words[SAID_WORDS];
	int			 best[SOUGHT_WORDS] = { 0 }, sum = 0, value;
	size_t			 i, n;
	enum field_of		 f;

	for (f = IN_TITLE; f < IN_FIELDS; f++) {
		n = said_words(a, text[f], words, 0, SAID_WORDS);
		for (i = 0; i < s->n; i++) {
			value = worth[f] * (int)fits_one(s->words[i], words, n);
			if (value > best[i])
				best[i] = value;
		}
	}
	for (i = 0; i < s->n; i++) {
		if (best[i] == 0)
			return 0;
		sum += best[i];
	}
	return s->n == 0 ? 0 : 10 * sum / (int)s->n;
}

/* --- shown in its text --------------------------------------------------------------------- */

static bool
is_hit(struct arena *a, const struct sought *s, const char *word, size_t len)
{
	const char	*folded = text_plain(a, word, len);
	size_t		 i;

	for (i = 0; i < s->n; i++)
		if (search_fits(s->words[i], folded) != FITS_NOT)
			return true;
	return false;
}

/* A third of the room stands before the first hit; from where a word begins. */
static const char *
beginning(const char *text, const char *hit, size_t max)
{
	const char	*from = hit;
	size_t		 n = 0;

	while (from > text && n < max / 3)
		n += ((unsigned char)*--from & 0xc0) != 0x80;
	if (from == text)
		return text;
	while (from < hit && *from != ' ')
		from++;
	return from < hit ? from + 1 : hit;
}

static const char *
first_hit(struct arena *a, const struct sought *s, const char *text)
{
	size_t	 len;

	for (; (len = text_word(&text)) > 0; text += len)
		if (is_hit(a, s, text, len))
			return text;
	return NULL;
}

static size_t
add_piece(struct arena *a, struct piece *out, size_t n, const char *from, const char *to, bool hit)
{
	if (n < PIECES_MAX && to > from)
		out[n++] = (struct piece){ arena_printf(a, "%.*s", (int)(to - from), from), hit };
	return n;
}

size_t
search_pieces(struct arena *a, const struct sought *s, const char *text, size_t max,
    struct piece out[PIECES_MAX])
{
	const char	*hit = first_hit(a, s, text), *from, *p;
	size_t		 n = 0, len;

	if (hit == NULL)
		return 0;
	from = beginning(text, hit, max);
	if (from > text)
		out[n++] = (struct piece){ "\u2026", false };
	text = p = text_cut(a, from, max);
	while ((len = text_word(&p)) > 0 && n + 2 < PIECES_MAX) {
		if (is_hit(a, s, p, len)) {
			n = add_piece(a, out, n, text, p, false);
			n = add_piece(a, out, n, p, p + len, true);
			text = p + len;
		}
		p += len;
	}
	return add_piece(a, out, n, text, text + strlen(text), false);
}
