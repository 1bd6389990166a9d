/* field.c: steps that were made on a phone: when they happened, what became of them. */
#include <string.h>

#include "domain/field.h"

static const char *const doubts[DOUBT_COUNT] = { "", "ahead", "before", "old" };
static const char *const outcomes[OUTCOME_COUNT] = { "", "done", "noted", "refused" };

struct moment
field_moment(struct phone_time p, int64_t from, int64_t now)
{
	struct moment	 m = { .at = now };

	if (p.pressed <= 0 || p.sent <= 0)
		return m;
	if (p.sent < p.pressed) {		/* its clock was set back meanwhile */
		m.device = p.pressed;
		m.doubt = DOUBT_AHEAD;
		return m;
	}
	m.device = now - (p.sent - p.pressed);
	m.doubt = p.sent - p.pressed > FIELD_OLDEST ? DOUBT_OLD :
	    m.device < from ? DOUBT_BEFORE : DOUBT_NONE;
	if (m.doubt == DOUBT_NONE)
		m.at = m.device;
	return m;
}

const char *
doubt_code(enum doubt d)
{
	return d < DOUBT_COUNT ? doubts[d] : "";
}

enum doubt
doubt_of(const char *code)
{
	enum doubt	 d;

	for (d = DOUBT_NONE + 1; d < DOUBT_COUNT; d++)
		if (strcmp(doubts[d], code) == 0)
			return d;
	return DOUBT_NONE;
}

const char *
outcome_code(enum outcome o)
{
	return o < OUTCOME_COUNT ? outcomes[o] : "";
}

enum outcome
outcome_of(const char *code)
{
	enum outcome	 o;

	for (o = OUTCOME_NONE + 1; o < OUTCOME_COUNT; o++)
		if (strcmp(outcomes[o], code) == 0)
			return o;
	return OUTCOME_NONE;
}
