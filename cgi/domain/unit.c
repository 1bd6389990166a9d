/* unit.c: how a unit stands now, and which one to send. */
#include <stdlib.h>
#include <string.h>

#include "domain/unit.h"
#include "lib/rc.h"

static const char *const	unreadies[UNREADY_COUNT] = {
	[UNREADY_NONE] = "", [UNREADY_BROKEN] = "broken", [UNREADY_SERVICE] = "service",
	[UNREADY_NO_CREW] = "no_crew", [UNREADY_NO_FUEL] = "no_fuel", [UNREADY_REST] = "rest",
	[UNREADY_TRAINING] = "training", [UNREADY_OTHER] = "other",
};

const char *
unready_code(enum unready u)
{
	return u < UNREADY_COUNT ? unreadies[u] : "";
}

enum unready
unready_of(const char *code)
{
	enum unready	 u;

	for (u = UNREADY_NONE + 1; u < UNREADY_COUNT; u++)
		if (strcmp(unreadies[u], code) == 0)
			return u;
	return UNREADY_NONE;
}

/* --- at work --------------------------------------------------------------------------- */

/* How far on a run is. */
static int
stage(enum state s)
{
	static const enum state	 order[] = {
		ST_ALERTED, ST_READY, ST_EN_ROUTE, ST_ON_SCENE, ST_AT_PATIENT, ST_TO_HOSPITAL,
		ST_AT_HOSPITAL
	};
	size_t			 i;

	for (i = 0; i < COUNT(order); i++)
		if (order[i] == s)
			return (int)i;
	return -1;
}

/* Below 0: a comes before b. */
static int
urgency(const struct at_work *a, const struct at_work *b)
{
	if (a->priority != b->priority)
		return a->priority < b->priority ? -1 : 1;
	if (a->state != b->state)
		return stage(b->state) - stage(a->state);
	return (a->run > b->run) - (a->run < b->run);
}

bool
unit_urgent(const struct at_work *list, size_t n, size_t *which)
{
	bool	 found = false;
	size_t	 i;

	for (i = 0; i < n; i++) {
		if (!workflow_is_open(LIFE_UNIT, list[i].state))
			continue;
		if (!found || urgency(&list[i], &list[*which]) < 0)
			*which = i;
		found = true;
	}
	return found;
}

enum stand_group
stand_group(const struct stand *s)
{
	return s->busy ? STAND_WORK : s->out != UNREADY_NONE ? STAND_OUT : STAND_READY;
}

int
stand_compare(const void *one, const void *two)
{
	const struct stand	*a = one, *b = two;
	enum stand_group	 x = stand_group(a), y = stand_group(b);

	if (x != y)
		return x < y ? -1 : 1;
	if (x == STAND_WORK && urgency(&a->work, &b->work) != 0)
		return urgency(&a->work, &b->work);
	return (a->u->id > b->u->id) - (a->u->id < b->u->id);
}

/* --- where ------------------------------------------------------------------------------- */

static bool
is_known(struct point p)
{
	return p.lat != 0 || p.lon != 0;
}

void
stand_place(struct stand *s, struct point scene, int64_t left, int64_t now)
{
	bool	 there = s->busy && stage(s->work.state) >= stage(ST_ON_SCENE);

	s->at = (struct point){ s->u->lat, s->u->lon };
	s->at_scene = there ? is_known(s->work.at) :
	    left != 0 && now - left < UNIT_LINGERS && is_known(scene);
	if (s->at_scene)
		s->at = there ? s->work.at : scene;
}

int64_t
unit_minutes(int64_t metres)
{
	enum { DETOUR = 14, TENTH = 10, METRES_A_MINUTE = 500 };	/* 30 km/h */

	return metres < 0 ? -1 :
	    (metres * DETOUR / TENTH + METRES_A_MINUTE - 1) / METRES_A_MINUTE;
}

/* --- whom to send ------------------------------------------------------------------------- */

static int
by_advice(const void *one, const void *two)
{
	static const int	 turn[STAND_GROUPS] = {
		[STAND_READY] = 0, [STAND_WORK] = 1, [STAND_OUT] = 2
	};
	const struct advice	*a = one, *b = two;
	int			 x = turn[stand_group(a->s)], y = turn[stand_group(b->s)];

	if (x != y)
		return x - y;
	if ((a->metres < 0) != (b->metres < 0))
		return a->metres < 0 ? 1 : -1;
	if (a->metres != b->metres)
		return a->metres < b->metres ? -1 : 1;
	return (a->s->u->id > b->s->u->id) - (a->s->u->id < b->s->u->id);
}

void
unit_advise(const struct stand *list, size_t n, struct point to, struct advice *out)
{
	size_t	 i;

	for (i = 0; i < n; i++) {
		out[i] = (struct advice){ &list[i], is_known(to) && is_known(list[i].at) ?
		    geo_metres(list[i].at, to) : -1, -1 };
		out[i].minutes = unit_minutes(out[i].metres);
	}
	qsort(out, n, sizeof(*out), by_advice);
}
