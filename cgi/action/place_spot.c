/* place_spot.c: what a point is in: a village, its edge, or beyond the city; and the map of it. */
#include <stdlib.h>
#include <string.h>

#include "action/place_action.h"
#include "store/place_store.h"

/* Boundaries whose boxes come as near: SPOT_METRES and somewhat more, in micro-degrees. */
enum { NEAR = 3000, ABOUT = 24 };

struct edge {
	const struct boundary	*b;
	int64_t			 metres;
	bool			 inside;
};

static bool
is_better(const struct edge *a, const struct edge *b)
{
	return b->b == NULL || (a->inside != b->inside ? a->inside : a->metres < b->metres);
}

/* The one it is in, or the nearest; of ours and of neighbours one each. */
static enum rc
measure(const struct desk *d, struct point p, struct edge best[2])
{
	struct boundary	 *list = arena_alloc(d->arena, ABOUT * sizeof(*list));
	struct shape	 s;
	struct edge	 e;
	size_t		 i, n;
	enum rc		 rc = boundary_at(d->db, d->arena, p, NEAR, list, &n, ABOUT);

	for (i = 0; i < n && rc == RC_OK; i++) {
		if (!shape_read(d->arena, list[i].shape, &s))
			continue;
		e = (struct edge){ .b = &list[i], .inside = shape_holds(&s, p) };
		e.metres = e.inside ? 0 : shape_metres(&s, p);
		if (is_better(&e, &best[list[i].neighbour]))
			best[list[i].neighbour] = e;
	}
	return rc;
}

static void
nearest_centre(const struct desk *d, struct point p, struct spot *out)
{
	const struct area	*v;
	int64_t			 metres;
	size_t			 i;

	for (i = 0; i < d->ref->nareas; i++) {
		v = &d->ref->areas[i];
		if (v->level != AREA_VILLAGE || (v->lat == 0 && v->lon == 0))
			continue;
		metres = geo_metres(p, (struct point){ v->lat, v->lon });
		if (metres > SPOT_FAR || (out->area != NULL && metres >= out->metres))
			continue;
		out->how = SPOT_NEAREST;
		out->area = v;
		out->metres = metres;
	}
}

enum rc
place_neighbour(const struct desk *d, const char *code, struct spot *out)
{
	struct neighbour	 n = { "", "", "" };
	enum rc			 rc = *code == '\0' ? RC_NOTFOUND :
				     neighbour_get(d->db, d->arena, code, &n);

	out->neighbour = n.code;
	out->neighbour_name = n.name;
	out->contact = n.contact;
	return rc;
}

/* Only neighbours without a boundary of their own are guessed, and only if there is one. */
static enum rc
beyond(const struct desk *d, const struct edge *e, struct spot *out)
{
	struct neighbour	*all;
	size_t			 n;
	enum rc			 rc = RC_NOTFOUND;

	if (e->b != NULL)
		rc = place_neighbour(d, e->b->code, out);
	if (rc != RC_NOTFOUND || (rc = neighbour_all(d->db, d->arena, &all, &n)) != RC_OK)
		return rc;
	if (n == 1) {
		out->neighbour = all[0].code;
		out->neighbour_name = all[0].name;
		out->contact = all[0].contact;
	}
	return RC_OK;
}

static enum rc
decide(const struct desk *d, const struct edge *ours, const struct edge *theirs,
    struct spot *out)
{
	if (ours->b != NULL && (ours->inside || (!theirs->inside && ours->metres <= SPOT_METRES))) {
		out->how = ours->inside ? SPOT_INSIDE : SPOT_EDGE;
		out->area = ref_area(d->ref, ours->b->code);
		out->metres = ours->metres;
		return RC_OK;
	}
	out->how = SPOT_OUTSIDE;
	return beyond(d, theirs, out);
}

enum rc
place_spot(const struct desk *d, struct point p, struct spot *out)
{
	struct edge	 best[2] = { { .b = NULL }, { .b = NULL } };
	bool		 known;
	enum rc		 rc;

	*out = (struct spot){ .neighbour = "", .neighbour_name = "", .contact = "" };
	if (!geo_is_on_earth(p))
		return RC_INPUT;
	if ((rc = boundary_known(d->db, &known)) != RC_OK)
		return rc;
	if (!known) {
		nearest_centre(d, p, out);
		return RC_OK;
	}
	if ((rc = measure(d, p, best)) != RC_OK)
		return rc;
	return decide(d, &best[0], &best[1], out);
}

/* --- the map ----------------------------------------------------------------------------- */

static void
take_in(struct box *all, const struct box *one)
{
	all->south = one->south < all->south ? one->south : all->south;
	all->north = one->north > all->north ? one->north : all->north;
	all->west = one->west < all->west ? one->west : all->west;
	all->east = one->east > all->east ? one->east : all->east;
}

enum rc
place_draw(const struct desk *d, struct drawing *out)
{
	struct boundary	*list;
	struct drawn	*one;
	size_t		 i, n;
	enum rc		 rc = boundary_all(d->db, d->arena, &list, &n);

	*out = (struct drawing){ .box = { 90000000, -90000000, 180000000, -180000000 } };
	if (rc != RC_OK)
		return rc;
	out->items = arena_alloc(d->arena, (n + 1) * sizeof(*out->items));
	for (i = 0; i < n; i++) {
		one = &out->items[out->n];
		*one = (struct drawn){ .code = list[i].code, .neighbour = list[i].neighbour };
		if (!shape_read(d->arena, list[i].outline, &one->outline))
			continue;
		out->n++;
		if (!list[i].neighbour)
			take_in(&out->box, &list[i].box);
	}
	return RC_OK;
}
