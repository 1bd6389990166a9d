/* silence_action.c: how long each agency has let the public wait for a word. */
#include <stdlib.h>

#include "action/silence_action.h"
#include "store/clock_store.h"

enum { LOOKED_AT = 20000 };

/* The longest comes first: of n, the one that p per cent do not exceed.  Nearest rank. */
static int64_t
percentile(const struct silence *list, size_t n, size_t p, int64_t now)
{
	size_t	 rank = (n * p + 99) / 100;

	return now - list[n - rank].since;
}

static void
sum_up(const struct silence *list, size_t n, int64_t now, struct silence_row *r)
{
	size_t	 i;

	*r = (struct silence_row){ .agency = list[0].agency, .open = (int64_t)n,
	    .p50 = percentile(list, n, 50, now), .p90 = percentile(list, n, 90, now),
	    .longest = now - list[0].since };
	for (i = 0; i < n; i++)
		r->over += list[i].due <= now;
}

static int
worst_first(const void *one, const void *other)
{
	const struct silence_row	*a = one, *b = other;

	if (a->over != b->over)
		return a->over < b->over ? 1 : -1;
	return (a->p90 < b->p90) - (a->p90 > b->p90);
}

enum rc
see_silence(const struct desk *d, struct silence_view *v)
{
	struct silence	*list = arena_alloc(d->arena, LOOKED_AT * sizeof(*list));
	size_t		 i, n, from;
	enum rc		 rc;

	*v = (struct silence_view){ 0 };
	if (!role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	rc = silence_ages(d->db, list, &n, LOOKED_AT);
	v->cut = n == LOOKED_AT;
	for (from = i = 0; i < n && v->n < SILENCE_AGENCIES; i++) {
		if (i + 1 < n && list[i + 1].agency == list[from].agency)
			continue;
		sum_up(list + from, i + 1 - from, d->now, &v->rows[v->n]);
		v->open += v->rows[v->n].open;
		v->over += v->rows[v->n++].over;
		from = i + 1;
	}
	qsort(v->rows, v->n, sizeof(*v->rows), worst_first);
	return rc;
}
