/* handoff.c: what was given to a body that is not the city's; which phrases fit a ticket. */
#include <string.h>

#include "domain/handoff.h"
#include "lib/rc.h"
#include "lib/when.h"

static const char *const	ways[WAYS] = {
	[WAY_NONE] = "", [WAY_PHONE] = "phone", [WAY_RADIO] = "radio",
	[WAY_MESSAGE] = "message", [WAY_LETTER] = "letter", [WAY_PERSON] = "person",
};

static const char *const	states[HANDOFF_STATES] = {
	[HANDOFF_WAITING] = "waiting", [HANDOFF_ANSWERED] = "answered",
	[HANDOFF_CLOSED] = "closed",
};

const char *
handoff_way_code(enum handoff_way w)
{
	return w < WAYS ? ways[w] : "";
}

enum handoff_way
handoff_way_of(const char *code)
{
	enum handoff_way	 w;

	for (w = WAY_PHONE; w < WAYS; w++)
		if (strcmp(ways[w], code) == 0)
			return w;
	return WAY_NONE;
}

const char *
handoff_state_code(enum handoff_state s)
{
	return s < HANDOFF_STATES ? states[s] : "";
}

enum handoff_state
handoff_state_of(const char *code)
{
	enum handoff_state	 s;

	for (s = HANDOFF_WAITING; s < HANDOFF_STATES; s++)
		if (strcmp(states[s], code) == 0)
			return s;
	return HANDOFF_CLOSED;
}

/* The first wait is what was agreed; a body that stays silent is asked ever more seldom. */
int64_t
handoff_next(const struct handoff *h, int64_t now)
{
	int64_t	 i, wait = h->ask - h->at;

	if (wait < 5 * MINUTE)
		wait = 5 * MINUTE;
	for (i = 0; i < h->reminders && wait < DAY; i++)
		wait *= 2;
	return now + (wait < DAY ? wait : DAY);
}

bool
phrase_fits(const struct phrase *p, const struct category *c, enum state ticket, enum state part)
{
	if (*p->category != '\0' && (c == NULL || (strcmp(p->category, c->code) != 0 &&
	    strcmp(p->category, c->group) != 0)))
		return false;
	return *p->state == '\0' || strcmp(p->state, state_code(ticket)) == 0 ||
	    (part != ST_NONE && strcmp(p->state, state_code(part)) == 0);
}
