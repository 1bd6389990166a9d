/* see_unit.c: the board of units, one unit, and which one to send. */
#include <stdlib.h>
#include <string.h>

#include "action/rule.h"
#include "action/unit_action.h"
#include "store/place_store.h"
#include "store/trail_store.h"

/* --- how they stand ------------------------------------------------------------------------ */

struct gathered {
	struct ready_row	*ready;
	struct work_run		*runs;
	struct crew_row		*crew;
	size_t			 nready, nruns, ncrew;
};

static enum rc
gather(const struct desk *d, int64_t agency, bool crews, struct gathered *g)
{
	enum rc	 rc;

	g->ready = arena_alloc(d->arena, (UNITS_MAX + 1) * sizeof(*g->ready));
	g->runs = arena_alloc(d->arena, RUNS_MAX * sizeof(*g->runs));
	g->crew = arena_alloc(d->arena, RUNS_MAX * sizeof(*g->crew));
	g->ncrew = 0;
	rc = ready_list(d->db, d->arena, agency, d->now, g->ready, &g->nready, UNITS_MAX + 1);
	if (rc == RC_OK)
		rc = run_open_list(d->db, d->arena, agency, g->runs, &g->nruns, RUNS_MAX);
	if (rc == RC_OK && crews)
		rc = crew_all(d->db, d->arena, agency, g->crew, &g->ncrew, RUNS_MAX);
	return rc;
}

/* All come by unit, so each list is walked once. */
static void
add_runs(const struct desk *d, const struct gathered *g, size_t *at, struct stand *s)
{
	struct at_work	*list = arena_alloc(d->arena, (g->nruns + 1) * sizeof(*list));
	size_t		 which;

	while (*at < g->nruns && g->runs[*at].unit < s->u->id)
		++*at;
	for (; *at < g->nruns && g->runs[*at].unit == s->u->id; ++*at)
		list[s->runs++] = g->runs[*at].w;
	if (!(s->busy = unit_urgent(list, s->runs, &which)))
		return;
	s->work = list[which];
	for (which = 0; which < s->runs; which++)
		if (list[which].finish > s->free_at)
			s->free_at = list[which].finish;
	if (s->free_at <= d->now)
		s->free_at = 0;
}

static void
add_crew(const struct desk *d, const struct gathered *g, size_t *at, struct stand *s)
{
	s->crew = "";
	while (*at < g->ncrew && g->crew[*at].unit < s->u->id)
		++*at;
	for (; *at < g->ncrew && g->crew[*at].unit == s->u->id; ++*at) {
		if (s->ncrew++ == 0)
			s->crew_at = g->crew[*at].at;
		s->crew = arena_printf(d->arena, "%s%s%s", s->crew, *s->crew == '\0' ? "" : ", ",
		    g->crew[*at].name);
	}
}

static enum rc
stands_of(const struct desk *d, int64_t agency, bool crews, struct stand **out, size_t *n)
{
	struct gathered		 g;
	const struct unit	*u;
	struct stand		*s;
	size_t			 i, run = 0, crew = 0;
	enum rc			 rc = gather(d, agency, crews, &g);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	*out = arena_alloc(d->arena, (g.nready + 1) * sizeof(**out));
	for (i = 0; i < g.nready; i++) {
		if ((u = ref_unit(d->ref, g.ready[i].unit)) == NULL)
			continue;	/* newer than what this process knows */
		s = &(*out)[(*n)++];
		*s = (struct stand){ .u = u, .out = g.ready[i].out, .note = g.ready[i].note,
		    .out_at = g.ready[i].out_at, .until = g.ready[i].until,
		    .expired = g.ready[i].expired };
		add_runs(d, &g, &run, s);
		add_crew(d, &g, &crew, s);
		stand_place(s, g.ready[i].scene, g.ready[i].left, d->now);
	}
	return RC_OK;
}

/* --- the board ------------------------------------------------------------------------------ */

static bool
reaches(const struct desk *d, int64_t agency)
{
	return !rule_is_agency_role(d->who.role) || d->who.agency == agency;
}

/* As core_reach() has it, of a ticket with a part of the unit's agency. */
bool
stand_reaches(const struct desk *d, const struct stand *s)
{
	if (d->who.role == ROLE_RESPONDER && d->who.unit != 0)
		return d->who.unit == s->u->id;
	if (rule_is_agency_role(d->who.role))
		return d->who.agency == s->u->agency;
	return role_may(d->who.role, MAY_ANY_TICKET) ||
	    (d->who.role == ROLE_CALL_TAKER && s->work.ticket_open);
}

enum rc
see_fleet(const struct desk *d, int64_t agency, struct fleet *f)
{
	size_t	 i;
	enum rc	 rc;

	*f = (struct fleet){ 0 };
	if (!role_may(d->who.role, MAY_UNITS))
		return RC_FORBIDDEN;
	if (agency != 0 && !reaches(d, agency))
		return RC_NOTFOUND;
	if (rule_is_agency_role(d->who.role))
		agency = d->who.agency;
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	/* The version first: a change after it shows up as a newer one. */
	rc = pulse_read(d->db, rule_is_agency_role(d->who.role) ? agency : 0, &f->version);
	if (rc == RC_OK)
		rc = stands_of(d, agency, true, &f->stands, &f->n);
	db_read_end(d->db);
	if (rc != RC_OK)
		return rc;
	if ((f->more = f->n > UNITS_MAX))
		f->n = UNITS_MAX;
	qsort(f->stands, f->n, sizeof(*f->stands), stand_compare);
	for (i = 0; i < f->n; i++)
		f->counts[stand_group(&f->stands[i])]++;
	return RC_OK;
}

enum rc
see_fleet_version(const struct desk *d, int64_t *version)
{
	if (!role_may(d->who.role, MAY_UNITS))
		return RC_FORBIDDEN;
	return pulse_read(d->db, rule_is_agency_role(d->who.role) ? d->who.agency : 0, version);
}

/* --- one unit ------------------------------------------------------------------------------ */

static enum rc
read_sheet(const struct desk *d, int64_t id, struct unit_sheet *s)
{
	enum rc	 rc;

	if ((rc = unit_get(d->db, d->arena, id, &s->row)) != RC_OK)
		return rc;
	if (!reaches(d, s->row.u.agency))
		return RC_NOTFOUND;
	rc = outage_now(d->db, d->arena, id, &s->outage);
	if ((rc != RC_OK && rc != RC_NOTFOUND) ||
	    (rc = crew_list(d->db, d->arena, id, s->crew, &s->ncrew, UNIT_CREW)) != RC_OK ||
	    (rc = kit_list(d->db, d->arena, id, s->kit, &s->nkit, UNIT_KIT)) != RC_OK ||
	    (rc = unit_history(d->db, d->arena, id, s->past, &s->npast, UNIT_PAST)) != RC_OK)
		return rc;
	s->keeps = role_may(d->who.role, MAY_CREW);
	s->states = s->row.valid_to == 0 && (role_may(d->who.role, MAY_FOR_AGENCY) ||
	    (rule_is_agency_role(d->who.role) && (d->who.role != ROLE_RESPONDER ||
	    d->who.unit == 0 || d->who.unit == id)));
	return s->keeps ? unit_people(d->db, d->arena, s->row.u.agency, s->people, &s->npeople,
	    UNIT_PEOPLE) : RC_OK;
}

enum rc
see_unit(const struct desk *d, int64_t id, struct unit_sheet *s)
{
	struct stand	*list;
	size_t		 i, n;
	enum rc		 rc;

	*s = (struct unit_sheet){ 0 };
	if (!role_may(d->who.role, MAY_UNITS))
		return RC_FORBIDDEN;
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = read_sheet(d, id, s)) == RC_OK)
		rc = stands_of(d, s->row.u.agency, false, &list, &n);
	db_read_end(d->db);
	for (i = 0; rc == RC_OK && i < n; i++)
		if (list[i].u->id == id)
			s->stand = list[i];
	return rc;
}

enum rc
see_units(const struct desk *d, int64_t after, struct unit_row *list, size_t *n, bool *more)
{
	enum rc	 rc;

	*n = 0;
	*more = false;
	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	rc = unit_rows(d->db, d->arena, rule_is_agency_role(d->who.role) ? d->who.agency : 0,
	    after, list, n, UNIT_PAGE + 1);
	if ((*more = *n > UNIT_PAGE))
		*n = UNIT_PAGE;
	return rc;
}

enum rc
unit_find_base(const struct desk *d, const char *name, struct point *p)
{
	enum { ENOUGH = 2 };
	struct name_list	 l = { .max = ENOUGH };
	const char		*folded = name_fold(d->arena, name);
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_CREW))
		return RC_FORBIDDEN;
	if (*folded == '\0')
		return RC_NOTFOUND;
	l.items = arena_alloc(d->arena, l.max * sizeof(*l.items));
	if ((rc = place_by_name(d->db, d->arena, folded, &l)) != RC_OK)
		return rc;
	if (l.n != 1)
		return RC_NOTFOUND;
	*p = (struct point){ l.items[0].lat, l.items[0].lon };
	return RC_OK;
}

/* --- whom to send --------------------------------------------------------------------------- */

enum rc
fleet_read(const struct desk *d, int64_t agency, struct stand **out, size_t *n)
{
	return stands_of(d, agency, false, out, n);
}

/* A ticket without a point of its own is in the middle of its village. */
static struct point
point_of(const struct desk *d, const struct place *p)
{
	const struct area	*a = ref_area(d->ref, p->area);

	if (p->lat != 0 || p->lon != 0 || a == NULL)
		return (struct point){ p->lat, p->lon };
	return (struct point){ a->lat, a->lon };
}

size_t
fleet_advise(const struct desk *d, const struct stand *all, size_t n, int64_t agency,
    const struct place *to, struct advice **out)
{
	struct stand	*own = arena_alloc(d->arena, (n + 1) * sizeof(*own));
	size_t		 i, k = 0;

	for (i = 0; i < n; i++)
		if (all[i].u->agency == agency)
			own[k++] = all[i];
	*out = arena_alloc(d->arena, (k + 1) * sizeof(**out));
	unit_advise(own, k, point_of(d, to), *out);
	return k;
}

const char *
fleet_names(const struct desk *d, const struct stand *all, size_t n, int64_t agency,
    const struct place *to, size_t max)
{
	struct advice	*a;
	const char	*names = "";
	size_t		 i, k = fleet_advise(d, all, n, agency, to, &a);

	for (i = 0; i < k && i < max && stand_group(a[i].s) == STAND_READY; i++)
		names = arena_printf(d->arena, "%s%s%s", names, i == 0 ? "" : ", ",
		    a[i].s->u->code);
	return names;
}
