/* match.c: what a person typed, and which category or village that is. */
#include <string.h>

#include "domain/match.h"

/* From "it is this" to "it may be this". */
enum fit { FIT_NONE = 0, FIT_TEXT, FIT_START, FIT_WORD, FIT_NAME };

struct found {
	enum fit	 best;
	size_t		 weight;	/* of FIT_TEXT: the longest word found */
	size_t		 n;
};

static bool
is_wordy(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

char *
match_fold(struct arena *a, const char *text)
{
	char	*out = arena_alloc(a, strlen(text) + 1), *p = out, c;

	for (; *text != '\0'; text++) {
		c = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
		if (is_wordy(c))
			*p++ = c;
		else if (p > out && p[-1] != ' ')
			*p++ = ' ';
	}
	if (p > out && p[-1] == ' ')
		p--;
	*p = '\0';
	return out;
}

/* Is there a word in text that begins like the first len bytes of start? */
static bool
has_start(const char *text, const char *start, size_t len)
{
	const char	*p = text;

	while (p != NULL) {
		if (strncmp(p, start, len) == 0)
			return true;
		if ((p = strchr(p, ' ')) != NULL)
			p++;
	}
	return false;
}

/* Every word typed begins a word of the text. */
static bool
starts_all(const char *text, const char *typed)
{
	size_t	 len;

	for (; *typed != '\0'; typed += len + (typed[len] == ' ')) {
		len = strcspn(typed, " ");
		if (!has_start(text, typed, len))
			return false;
	}
	return true;
}

/* The phrase stands in the text, as words of its own. */
static bool
holds(const char *text, const char *phrase)
{
	size_t		 len = strlen(phrase);
	const char	*p = text;

	if (len == 0)
		return false;
	while ((p = strstr(p, phrase)) != NULL) {
		if ((p == text || p[-1] == ' ') && (p[len] == ' ' || p[len] == '\0'))
			return true;
		p++;
	}
	return false;
}

/* A caller's words, one after the other: "api,rumah terbakar,asap tebal". */
static enum fit
fit_words(struct arena *a, const char *words, const char *typed, size_t *weight)
{
	enum fit	 best = FIT_NONE;
	const char	*phrase;
	size_t		 len;

	for (; *words != '\0'; words += len + (words[len] == ',')) {
		len = strcspn(words, ",");
		phrase = match_fold(a, arena_printf(a, "%.*s", (int)len, words));
		if (strcmp(phrase, typed) == 0)
			return FIT_WORD;
		if (starts_all(phrase, typed)) {
			best = FIT_START;
		} else if (best < FIT_START && holds(typed, phrase)) {
			best = FIT_TEXT;
			if (strlen(phrase) > *weight)
				*weight = strlen(phrase);
		}
	}
	return best;
}

static enum fit
fit(struct arena *a, const struct category *c, const char *typed, size_t *weight)
{
	const char	*name = match_fold(a, c->name), *english = match_fold(a, c->name_en);
	enum fit	 words;

	*weight = 0;
	if (strcmp(name, typed) == 0 || strcmp(english, typed) == 0 ||
	    strcmp(match_fold(a, c->code), typed) == 0)
		return FIT_NAME;
	words = fit_words(a, c->words, typed, weight);
	if (words == FIT_WORD)
		return words;
	if (starts_all(name, typed) || starts_all(english, typed))
		return FIT_START;
	return words;
}

/* Only the best kind of fit counts; of words in a text, only the longest. */
static void
keep(struct found *f, const struct category *c, enum fit kind, size_t weight,
    const struct category **out, size_t max)
{
	if (kind == FIT_NONE || kind < f->best || (kind == FIT_TEXT && weight < f->weight))
		return;
	if (kind > f->best || (kind == FIT_TEXT && weight > f->weight))
		f->n = 0;
	f->best = kind;
	f->weight = weight;
	if (f->n < max)
		out[f->n++] = c;
}

size_t
match_begun(const struct ref *r, struct arena *a, const char *typed,
    const struct category **out, size_t max, bool *begun)
{
	static const enum track	 order[] = { TRACK_EMERGENCY, TRACK_COMPLAINT };
	struct found		 f = { 0 };
	const struct category	*c;
	enum fit		 kind;
	size_t			 i, t, weight;

	typed = match_fold(a, typed);
	for (t = 0; *typed != '\0' && t < COUNT(order); t++)
		for (i = 0; i < r->ncategories; i++) {
			c = &r->categories[i];
			if (!c->current || c->track != order[t])
				continue;
			kind = fit(a, c, typed, &weight);
			keep(&f, c, kind, weight, out, max);
		}
	*begun = f.best > FIT_TEXT;
	return f.n;
}

size_t
match_category(const struct ref *r, struct arena *a, const char *typed,
    const struct category **out, size_t max)
{
	bool	 begun;

	return match_begun(r, a, typed, out, max, &begun);
}

/* The name alone, or with its district behind it. */
static enum fit
fit_village(const struct ref *r, struct arena *a, const struct area *v, const char *typed)
{
	const char	*name = match_fold(a, v->name);
	const char	*full = match_fold(a, arena_printf(a, "%s %s", v->name,
			    ref_district_name(r, v->code)));

	if (strcmp(full, typed) == 0)
		return FIT_NAME;
	if (strcmp(name, typed) == 0)
		return FIT_WORD;
	return starts_all(full, typed) ? FIT_START : FIT_NONE;
}

size_t
match_village(const struct ref *r, struct arena *a, const char *typed,
    const struct area **out, size_t max)
{
	enum fit	 best = FIT_NONE, kind;
	size_t		 i, n = 0;

	typed = match_fold(a, typed);
	for (i = 0; *typed != '\0' && i < r->nareas; i++) {
		if (r->areas[i].level != AREA_VILLAGE)
			continue;
		kind = fit_village(r, a, &r->areas[i], typed);
		if (kind == FIT_NONE || kind < best)
			continue;
		if (kind > best)
			n = 0;
		best = kind;
		if (n < max)
			out[n++] = &r->areas[i];
	}
	return n;
}
