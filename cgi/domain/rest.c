/* rest.c: when somebody who takes calls has had enough for now. */
#include "domain/rest.h"

static bool
is_hard(const struct rest_rule *r, int64_t category)
{
	size_t	 i;

	for (i = 0; i < r->nhard; i++)
		if (r->hard[i] == category)
			return true;
	return false;
}

static int64_t
began(const struct rest_call *c)
{
	return c->answered != 0 ? c->answered : c->rang;
}

/* How many calls lie behind without a pause between; the one now may still go on. */
static size_t
chain(const struct rest_call *list, size_t n, int64_t since, int64_t now)
{
	int64_t	 next = now;
	size_t	 i;

	for (i = 0; i < n; i++) {
		if (next - list[i].closed >= REST_PAUSE || list[i].closed <= since)
			break;
		next = began(&list[i]);
	}
	return i;
}

struct rest_load
rest_weigh(const struct rest_rule *r, const struct rest_call *list, size_t n, int64_t since,
    int64_t now)
{
	struct rest_load	 load = { 0, 0 };
	size_t			 len = chain(list, n, since, now);

	while ((size_t)load.hard < len && is_hard(r, list[load.hard].category))
		load.hard++;
	if (len > 0)
		load.working = now - began(&list[len - 1]);
	return load;
}

bool
rest_is_due(const struct rest_rule *r, const struct rest_load *l)
{
	return l->hard >= r->in_a_row || l->working >= r->working;
}

bool
rest_is_night(int64_t minute, int64_t from, int64_t until)
{
	return from <= until ? minute >= from && minute < until :
	    minute >= from || minute < until;
}
