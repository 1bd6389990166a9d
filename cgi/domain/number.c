/* number.c: the numbers people say aloud. */
#include <ctype.h>
#include <stdbool.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"

enum { SEQUENCE_DIGITS = 6, CODE_LETTERS = 12 };

static const char check_letters[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
static const char *const prefixes[TRACK_COUNT] = {
	[TRACK_EMERGENCY] = "DRT", [TRACK_COMPLAINT] = "ADU",
};

/* The weights are 2, 3, 4, ...; the track is a digit of weight 1. */
static char
check_of(enum track track, const char *text)
{
	unsigned	 sum = track, weight = 1;

	for (; *text != '\0'; text++)
		if (isdigit((unsigned char)*text))
			sum += ++weight * (unsigned)(*text - '0');
	return check_letters[sum % (sizeof(check_letters) - 1)];
}

char *
number_make(struct arena *a, enum track track, int year, int64_t sequence)
{
	const char	*prefix = track < TRACK_COUNT ? prefixes[track] : "";
	char		*text = arena_printf(a, "%s-%02d-%0*" PRId64, prefix, year % 100,
	    SEQUENCE_DIGITS, sequence);

	return arena_printf(a, "%s-%c", text, check_of(track, text));
}

/* Letters and digits of what was typed, in capitals; NULL where it is too long. */
static char *
letters_of(struct arena *a, const char *typed, size_t max)
{
	char	*out = arena_alloc(a, max + 1);
	size_t	 n = 0;

	for (; *typed != '\0'; typed++) {
		if (!isalnum((unsigned char)*typed))
			continue;
		if (n == max)
			return NULL;
		out[n++] = (char)toupper((unsigned char)*typed);
	}
	return out;
}

static bool
all_digits(const char *text, size_t n)
{
	for (; n > 0; n--)
		if (!isdigit((unsigned char)*text++))
			return false;
	return true;
}

char *
number_read(struct arena *a, const char *typed)
{
	char		*text = letters_of(a, typed, 24), *out;
	enum track	 t;
	size_t		 len;

	if (text == NULL || (len = strlen(text)) < 7)
		return NULL;
	for (t = TRACK_NONE + 1; t < TRACK_COUNT; t++) {
		if (strncmp(text, prefixes[t], 3) != 0)
			continue;
		if (!all_digits(text + 3, len - 4))
			return NULL;
		out = number_make(a, t, (text[3] - '0') * 10 + text[4] - '0',
		    strtoimax(arena_printf(a, "%.*s", (int)len - 6, text + 5), NULL, 10));
		return out[strlen(out) - 1] == text[len - 1] ? out : NULL;
	}
	return NULL;
}

char *
code_show(struct arena *a, const char *letters)
{
	return arena_printf(a, "%.4s-%.4s-%.4s", letters, letters + 4, letters + 8);
}

char *
code_read(struct arena *a, const char *typed)
{
	char	*text = letters_of(a, typed, CODE_LETTERS);

	if (text == NULL || strlen(text) != CODE_LETTERS || strpbrk(text, "01OIL") != NULL)
		return NULL;
	return text;
}

char *
voice_show(struct arena *a, const char *letters)
{
	return arena_printf(a, "%.2s-%s", letters, letters + 2);
}
