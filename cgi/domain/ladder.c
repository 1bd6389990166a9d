/* ladder.c: who is told, one after the other, when nobody accepts. */
#include <string.h>

#include "domain/ladder.h"

#define SELDOM	HOUR

const char *const	ladder_who[] = { "duty_officer", "agency_head", "supervisor", "sekda", NULL };

static const char *const	codes[LADDER_SCOPES] = { "", "own", "outside", "agency", "desk" };

const char *
ladder_code(enum ladder_scope s)
{
	return s < LADDER_SCOPES ? codes[s] : "";
}

enum ladder_scope
ladder_scope_of(const char *code)
{
	enum ladder_scope	 s;

	for (s = LADDER_NONE + 1; s < LADDER_SCOPES; s++)
		if (strcmp(codes[s], code) == 0)
			return s;
	return LADDER_NONE;
}

bool
ladder_is_who(const char *who)
{
	const char *const	*w;

	for (w = ladder_who; *w != NULL; w++)
		if (strcmp(*w, who) == 0)
			return true;
	return false;
}

size_t
ladder_of(const struct rung *all, size_t n, enum ladder_scope scope, int64_t agency, int64_t at,
    struct rung *out)
{
	size_t	 i, found = 0;

	for (i = 0; i < n && found < LADDER_MAX; i++)
		if (all[i].scope == scope && all[i].agency == agency && all[i].from <= at &&
		    (all[i].to == 0 || all[i].to > at))
			out[found++] = all[i];
	return found;
}

size_t
ladder_for(const struct rung *all, size_t n, int64_t agency, bool own, int64_t at,
    struct rung *out)
{
	size_t	 found = ladder_of(all, n, LADDER_AGENCY, agency, at, out);

	return found > 0 ? found :
	    ladder_of(all, n, own ? LADDER_OWN : LADDER_OUTSIDE, 0, at, out);
}

bool
rung_is_due(const struct rung *r, int64_t alarms, int64_t since)
{
	return r->alarms > 0 ? alarms >= r->alarms : since >= r->minutes * MINUTE;
}

/* How many alarms there were since the last step was told. */
static int64_t
in_vain(const struct rung *last, int64_t wait, int64_t alarms, int64_t since)
{
	if (last->alarms > 0)
		return alarms - last->alarms;
	return (since - last->minutes * MINUTE) / wait;
}

int64_t
ladder_wait(const struct rung *steps, size_t n, size_t told, enum priority p, int64_t alarms,
    int64_t since)
{
	int64_t	 wait = priority_alarm(p), over, until;

	if (told >= n && n > 0 && wait > 0) {
		if (steps[n - 1].scope == LADDER_OUTSIDE)
			return 0;
		for (over = in_vain(&steps[n - 1], wait, alarms, since); over > 0 && wait < SELDOM;
		    over--)
			wait *= 2;
		return wait < SELDOM ? wait : SELDOM;
	}
	if (told < n && steps[told].alarms == 0) {
		until = steps[told].minutes * MINUTE - since;
		until = until > 0 ? until : 1;
		wait = wait == 0 || until < wait ? until : wait;
	}
	return wait;
}
