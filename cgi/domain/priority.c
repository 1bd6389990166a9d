/* priority.c: P0 to P5.  Alarm intervals: DOMAIN, "Priorities". */
#include <string.h>

#include "domain/priority.h"
#include "lib/when.h"

static const struct {
	const char	*code;
	int64_t		 alarm;
} priorities[PRIORITY_COUNT] = {
	[P0] = { "P0", 15 * SECOND },	/* until the supervisor accepts */
	[P1] = { "P1", 15 * SECOND },
	[P2] = { "P2", 60 * SECOND },
	[P3] = { "P3", 0 },
	[P4] = { "P4", 0 },
	[P5] = { "P5", 0 },
};

const char *
priority_code(enum priority p)
{
	return p < PRIORITY_COUNT ? priorities[p].code : "";
}

enum priority
priority_of(const char *code)
{
	enum priority	 p;

	for (p = P0; p < PRIORITY_COUNT; p++)
		if (strcmp(priorities[p].code, code) == 0)
			return p;
	return PRIORITY_COUNT;
}

int64_t
priority_alarm(enum priority p)
{
	return p < PRIORITY_COUNT ? priorities[p].alarm : 0;
}
