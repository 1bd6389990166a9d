/* duty.c: who is on duty, who stands by at home, and who is therefore called. */
#include <ctype.h>
#include <string.h>

#include "domain/duty.h"
#include "lib/when.h"

unsigned
duty_peers(enum role role)
{
	static const unsigned	 agency = DUTY_ROLE(ROLE_OPD_OPERATOR) | DUTY_ROLE(ROLE_RESPONDER) |
				    DUTY_ROLE(ROLE_OPD_HEAD);

	return (agency & DUTY_ROLE(role)) != 0 ? agency : DUTY_ROLE(role);
}

enum called
duty_called(const struct duty *rows, size_t n, unsigned roles, int64_t account)
{
	bool	 any[2] = { false, false }, own[2] = { false, false };
	size_t	 i;

	for (i = 0; i < n; i++) {
		if ((roles & DUTY_ROLE(rows[i].role)) == 0)
			continue;
		any[rows[i].standby] = true;
		own[rows[i].standby] |= rows[i].account == account;
	}
	if (any[0])
		return own[0] ? CALLED_ON : CALLED_NO;
	if (any[1])
		return own[1] ? CALLED_STANDBY : CALLED_NO;
	return CALLED_ALL;
}

bool
duty_overlaps(const struct duty *a, int64_t start, int64_t until)
{
	return a->start < until && start < a->until;
}

bool
duty_is_tight(const struct duty *a, int64_t start, int64_t until)
{
	int64_t	 gap = a->start >= until ? a->start - until : start - a->until;

	return !duty_overlaps(a, start, until) && gap < DUTY_REST;
}

size_t
duty_count(const struct duty *rows, size_t n, int64_t now, size_t *here)
{
	size_t	 i, on = 0;

	for (i = *here = 0; i < n; i++) {
		if (rows[i].standby)
			continue;
		on++;
		*here += rows[i].seen != 0 && rows[i].seen + DUTY_HERE > now;
	}
	return on;
}

size_t
duty_pattern(const char *text, size_t shifts, size_t out[PATTERN_DAYS])
{
	size_t	 n = 0, which;

	for (; *text != '\0'; text++) {
		if (*text == ' ')
			continue;
		which = isdigit((unsigned char)*text) ? (size_t)(*text - '0') : 0;
		if (n == PATTERN_DAYS || which > shifts || (which == 0 && *text != '-') ||
		    (text[1] != '\0' && text[1] != ' '))
			return 0;
		out[n++] = which;
	}
	return n;
}

int64_t
lack_wait(enum lack kind, int64_t rings)
{
	if (rings == 0)
		return kind == LACK_ABSENT ? DUTY_HERE : 0;
	return rings == 1 ? 15 * MINUTE : rings == 2 ? 30 * MINUTE : HOUR;
}

static const char *const lacks[LACK_COUNT] = {
	[LACK_NONE] = "", [LACK_SHORT] = "short", [LACK_ABSENT] = "absent",
	[LACK_UNREAD] = "unread",
};

const char *
lack_code(enum lack kind)
{
	return lacks[kind];
}

enum lack
lack_of(const char *code)
{
	enum lack	 k;

	for (k = LACK_SHORT; k < LACK_COUNT; k++)
		if (strcmp(lacks[k], code) == 0)
			return k;
	return LACK_NONE;
}
