/* paper.c: numbered sheets for the hours without the system, and what became of each. */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/paper.h"

enum { PREFIX = 3, DIGITS_MAX = 9 };

static const char *const codes[SHEET_STATE_COUNT] = {
	[SHEET_OPEN] = "open", [SHEET_USED] = "used", [SHEET_SPOILED] = "spoiled",
	[SHEET_UNUSED] = "unused", [SHEET_LOST] = "lost", [SHEET_DOUBLED] = "doubled",
};

const char *
sheet_code(enum sheet_state s)
{
	return s < SHEET_STATE_COUNT ? codes[s] : "";
}

enum sheet_state
sheet_of(const char *code)
{
	enum sheet_state	 s;

	for (s = SHEET_OPEN; s < SHEET_STATE_COUNT; s++)
		if (strcmp(codes[s], code) == 0)
			break;
	return s;
}

bool
sheet_explains(enum sheet_state s)
{
	return s < SHEET_STATE_COUNT && s != SHEET_USED;
}

/* As a ticket's, from domain/number.c: weights below a prime. */
static char
check_of(int64_t no)
{
	static const char	 letters[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
	int64_t			 sum = 0, weight = 1;

	for (; no > 0; no /= 10)
		sum += ++weight * (no % 10);
	return letters[sum % (int64_t)(sizeof(letters) - 1)];
}

const char *
sheet_number(struct arena *a, int64_t no)
{
	return arena_printf(a, "LBR-%06" PRId64 "-%c", no, check_of(no));
}

int64_t
sheet_typed(struct arena *a, const char *typed)
{
	char	*text = arena_alloc(a, DIGITS_MAX + PREFIX + 2);
	size_t	 n = 0;
	int64_t	 no;

	for (; *typed != '\0'; typed++) {
		if (!isalnum((unsigned char)*typed))
			continue;
		if (n == DIGITS_MAX + PREFIX + 1)
			return 0;
		text[n++] = (char)toupper((unsigned char)*typed);
	}
	if (n < PREFIX + 2 || strncmp(text, "LBR", PREFIX) != 0 ||
	    strspn(text + PREFIX, "0123456789") < n - PREFIX - 1)
		return 0;
	no = strtoimax(arena_printf(a, "%.*s", (int)(n - PREFIX - 1), text + PREFIX), NULL, 10);
	return no > 0 && check_of(no) == text[n - 1] ? no : 0;
}
