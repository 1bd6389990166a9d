/* red_flag.c: words that call for help at once, whatever else is said. */
#include <string.h>

#include "domain/match.h"
#include "domain/red_flag.h"

/* Is the word one of "tidak|gak|ga"? */
static bool
is_one_of(const char *word, size_t len, const char *others, size_t end)
{
	size_t	 i = 0, n;

	for (; i < end; i += n + 1) {
		n = strcspn(others + i, "|, ");
		if (n == len && strncmp(others + i, word, len) == 0)
			return true;
	}
	return false;
}

/* How much of the text, from here on, the phrase takes; 0 where it does not stand here. */
static size_t
stands(const char *text, const char *phrase, size_t end)
{
	size_t	 i = 0, at = 0, n, len;

	while (i < end) {
		n = strcspn(phrase + i, ", ");
		len = strcspn(text + at, " ");
		if (len == 0 || !is_one_of(text + at, len, phrase + i, n))
			return 0;
		i += n + (i + n < end);
		at += len + (text[at + len] == ' ' && i < end);
	}
	return at;
}

/* The words of the text that one of the phrases is, or NULL. */
static const char *
find(struct arena *a, const char *text, const char *words)
{
	const char	*p;
	size_t		 end, len;

	for (; *words != '\0'; words += end + (words[end] == ',')) {
		end = strcspn(words, ",");
		for (p = text; end > 0 && p != NULL; p = strchr(p, ' ')) {
			p += *p == ' ';
			if ((len = stands(p, words, end)) > 0)
				return arena_printf(a, "%.*s", (int)len, p);
		}
	}
	return NULL;
}

size_t
red_flags(struct arena *a, const struct red_flag *list, size_t n, const char *text,
    const struct red_flag **out, const char **found, size_t max)
{
	const char	*folded = match_fold(a, text), *words;
	size_t		 i, k, kept = 0;

	for (i = 0; i < n && *folded != '\0'; i++) {
		if ((words = find(a, folded, list[i].words)) == NULL)
			continue;
		for (k = kept; k > 0 && out[k - 1]->priority > list[i].priority; k--)
			if (k < max) {
				out[k] = out[k - 1];
				found[k] = found[k - 1];
			}
		if (k == max)
			continue;
		out[k] = &list[i];
		found[k] = words;
		kept += kept < max;
	}
	return kept;
}
