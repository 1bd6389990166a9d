/* see_field.c: what a crew sees on its phone: its open work, whole, the most urgent first. */
#include <stdlib.h>
#include <string.h>

#include "action/field_action.h"
#include "store/field_store.h"

enum { MANY = 50, STEPS = 100 };

static int
by_urgency(const void *a, const void *b)
{
	const struct assignment	*x = &((const struct work_row *)a)->a;
	const struct assignment	*y = &((const struct work_row *)b)->a;

	if (x->priority != y->priority)
		return x->priority < y->priority ? -1 : 1;
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static enum rc
read_rows(const struct desk *d, struct work *w)
{
	bool				 crew = d->who.role == ROLE_RESPONDER && d->who.unit != 0;
	const struct work_filter	 f = { .show = crew ? WORK_MINE : WORK_OPEN,
					     .priority = -1, .area = "" };
	enum rc				 rc;

	rc = see_work_rows(d, &f, crew ? MANY : FIELD_JOBS + FIELD_REST + 1, w);
	if (rc == RC_OK && w->n > 1)
		qsort(w->rows, w->n, sizeof(*w->rows), by_urgency);
	return rc;
}

/* The wanted one to the front, where it is among them; the others keep their order. */
static void
put_first(struct work *w, const char *number)
{
	struct work_row	 wanted;
	size_t		 i;

	for (i = 0; number != NULL && i < w->n; i++)
		if (strcmp(w->rows[i].t.number, number) == 0) {
			wanted = w->rows[i];
			memmove(&w->rows[1], &w->rows[0], i * sizeof(*w->rows));
			w->rows[0] = wanted;
			return;
		}
}

static void
find_own(const struct desk *d, struct job *j)
{
	size_t	 i;

	for (i = 0; i < j->s.nparts; i++)
		if (j->s.parts[i].mine && j->s.parts[i].a.open)
			j->part = &j->s.parts[i];
	for (i = 0; i < j->s.nrides; i++)
		if (j->s.rides[i].r.open && d->who.unit != 0 &&
		    j->s.rides[i].r.unit == d->who.unit)
			j->ride = &j->s.rides[i];
}

enum rc
see_field(const struct desk *d, const char *first, struct field_view *v)
{
	struct work	 w;
	size_t		 i;
	enum rc		 rc;

	*v = (struct field_view){ .njobs = 0 };
	if (!role_may(d->who.role, MAY_FIELD))
		return RC_FORBIDDEN;
	if ((rc = see_work_version(d, &v->version)) != RC_OK || (rc = read_rows(d, &w)) != RC_OK)
		return rc;
	put_first(&w, first);
	for (i = 0; i < w.n && v->njobs < FIELD_JOBS && rc == RC_OK; i++) {
		rc = see_ticket(d, w.rows[i].t.number, &v->jobs[v->njobs].s);
		if (rc == RC_OK)
			find_own(d, &v->jobs[v->njobs++]);
		else if (rc == RC_NOTFOUND)
			rc = RC_OK;		/* it went away meanwhile */
	}
	v->rest = w.rows + i;
	v->nrest = w.n - i;
	v->more = w.more || v->nrest > FIELD_REST;
	if (v->nrest > FIELD_REST)
		v->nrest = FIELD_REST;
	return rc;
}

/* Where a crew was is for its own agency, and for those who send crews. */
enum rc
see_field_steps(const struct desk *d, const struct ticket *t, struct field_step **list,
    size_t *n)
{
	struct field_step	*f;
	size_t			 i;
	enum rc			 rc = field_step_list(d->db, d->arena, t->id, list, n, STEPS);

	for (i = 0; i < *n && rc == RC_OK; i++) {
		f = &(*list)[i];
		if (f->located && (role_may(d->who.role, MAY_FOR_AGENCY) ||
		    (d->who.agency != 0 && d->who.agency == f->agency)))
			f->metres = place_metres(&t->place,
			    &(struct place){ .lat = f->lat, .lon = f->lon });
		else
			f->located = false;
		if (!f->located)
			f->lat = f->lon = f->accuracy = 0;
	}
	return rc;
}
