/*
 * see_near.c: open tickets that may be the same incident, the most alike first.
 *
 * Two steps, so that a night with ten thousand open tickets is no slower to
 * search: of all around only where, when and what kind is read; the texts
 * are read of the nearest alone, and compared with what was typed.
 */
#include <stdlib.h>
#include <string.h>

#include "action/see_action.h"
#include "domain/propose.h"
#include "lib/when.h"
#include "store/list_store.h"
#include "store/ticket_store.h"

/* Its own square may be full; of each around it the newest will do. */
enum { HERE_MAX = 1000, AROUND_MAX = 150, AREA_MAX = 400, SPOTS_MAX = 2600, READ_MAX = 60 };

/* What is far for a ticket of no known type. */
enum { USUAL_RADIUS = 500, USUAL_WINDOW = 24 * 60, WORDS_COUNT = 4 };

struct nearby {
	const struct desk	*d;
	const struct category	*c;
	const struct place	*p;
	const char		*words[TYPED_MAX];
	size_t			 nwords;
	struct spot_list	 l;
};

static bool
is_alike(const struct nearby *q, const struct spot_row *s, int64_t metres)
{
	const struct category	*other = ref_category(q->d->ref, s->category);

	if (q->c == NULL || other == NULL || strcmp(q->c->group, other->group) != 0 ||
	    s->recorded < q->d->now - q->c->window * MINUTE)
		return false;
	return metres >= 0 ? metres <= q->c->radius : strcmp(q->p->area, s->area) == 0;
}

/* How unlike: radii away, and windows ago; in the same village, but no point: one radius. */
static double
cost(const struct nearby *q, int64_t recorded, int64_t metres)
{
	int64_t	 radius = q->c != NULL && q->c->radius > 0 ? q->c->radius : USUAL_RADIUS;
	int64_t	 window = q->c != NULL && q->c->window > 0 ? q->c->window : USUAL_WINDOW;
	double	 far = metres < 0 ? 1.0 : (double)metres / (double)radius;

	return far + (double)(q->d->now - recorded) / (double)(window * MINUTE);
}

static void
weigh(struct nearby *q)
{
	struct spot_row	*s;
	int64_t		 metres;
	size_t		 i;

	for (i = 0; i < q->l.n; i++) {
		s = &q->l.items[i];
		metres = place_metres(q->p, &(struct place){ "", s->area, s->lat, s->lon });
		s->metres = metres;
		s->alike = is_alike(q, s, metres);
		s->cost = cost(q, s->recorded, metres);
	}
}

static int
by_cost(const void *a, const void *b)
{
	const struct spot_row	*x = a, *y = b;

	if (x->alike != y->alike)
		return x->alike ? -1 : 1;
	if (x->cost < y->cost || x->cost > y->cost)
		return x->cost < y->cost ? -1 : 1;
	return x->id > y->id ? -1 : x->id < y->id;
}

static enum rc
find_all(struct nearby *q)
{
	int64_t	 cell = place_cell(q->p), since = q->d->now - DAY;
	int	 row, column;
	enum rc	 rc = RC_OK;

	if (q->c != NULL && q->c->window * MINUTE > DAY)
		since = q->d->now - q->c->window * MINUTE;
	if (cell != 0)
		rc = near_spots(q->d->db, q->d->arena, cell, since, HERE_MAX, &q->l);
	for (row = -1; row <= 1 && cell != 0; row++)
		for (column = -1; column <= 1 && rc == RC_OK; column++)
			if (row != 0 || column != 0)
				rc = near_spots(q->d->db, q->d->arena, cell + row * CELL_ROW + column,
				    since, AROUND_MAX, &q->l);
	if (rc == RC_OK && q->p->area[0] != '\0')
		rc = near_area_spots(q->d->db, q->d->arena, q->p->area, since, AREA_MAX, &q->l);
	return rc;
}

/* Found by its square and by its village: once is enough. */
static void
drop_doubles(struct nearby *q)
{
	size_t	 i, n = 0;

	for (i = 0; i < q->l.n; i++)
		if (n == 0 || q->l.items[n - 1].id != q->l.items[i].id)
			q->l.items[n++] = q->l.items[i];
	q->l.n = n;
}

static int
by_rank(const void *a, const void *b)
{
	const struct near_row	*x = a, *y = b;

	if (x->alike != y->alike)
		return x->alike ? -1 : 1;
	if (x->cost < y->cost || x->cost > y->cost)
		return x->cost < y->cost ? -1 : 1;
	return x->t.id > y->t.id ? -1 : x->t.id < y->t.id;
}

/* Each word they share is worth half a radius. */
static enum rc
read_texts(struct nearby *q, struct near_row *rows, size_t n)
{
	struct near_row	*r;
	size_t		 i;
	enum rc		 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK; i++) {
		r = &rows[i];
		rc = ticket_by_id(q->d->db, q->d->arena, q->l.items[i].id, &r->t);
		r->metres = q->l.items[i].metres;
		r->alike = q->l.items[i].alike;
		r->shared = rc != RC_OK ? 0 : words_shared(q->d->arena, q->words, q->nwords,
		    arena_printf(q->d->arena, "%s %s %s", r->t.title, r->t.detail,
		    r->t.place.text));
		r->cost = q->l.items[i].cost -
		    0.5 * (double)(r->shared > WORDS_COUNT ? WORDS_COUNT : r->shared);
	}
	return rc;
}

enum rc
see_near_words(const struct desk *d, const struct category *c, const struct place *p,
    const char *words, struct near_row **rows, size_t *n, size_t max)
{
	struct nearby	 q = { .d = d, .c = c, .p = p, .l = { .max = SPOTS_MAX } };
	enum rc		 rc;

	q.nwords = typed_words(d->arena, words, q.words);
	q.l.items = arena_alloc(d->arena, q.l.max * sizeof(*q.l.items));
	*rows = arena_alloc(d->arena, READ_MAX * sizeof(**rows));
	*n = 0;
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = find_all(&q)) == RC_OK) {
		weigh(&q);
		qsort(q.l.items, q.l.n, sizeof(*q.l.items), by_cost);
		drop_doubles(&q);
		*n = q.l.n < READ_MAX ? q.l.n : READ_MAX;
		rc = read_texts(&q, *rows, *n);
	}
	db_read_end(d->db);
	qsort(*rows, *n, sizeof(**rows), by_rank);
	if (*n > max)
		*n = max;
	return rc;
}

enum rc
see_near(const struct desk *d, const struct category *c, const struct place *p,
    struct near_row **rows, size_t *n, size_t max)
{
	return see_near_words(d, c, p, "", rows, n, max);
}
