/*
 * work_view.c: what the template of the worklist sees.
 *
 * Fifty rows are the cost of this page.  So what many rows share (the badge
 * of a state, the shape of a priority, a button) is made once and shared, and
 * a row sets little of its own.
 */
#include "action/unit_action.h"
#include "lib/when.h"
#include "page/calendar_page.h"
#include "page/step.h"
#include "page/view.h"
#include "page/work_view.h"

/* Which limit comes next, from when it runs, and what it waits for. */
struct limit {
	int64_t		 from, due;
	const char	*key;
};

static struct limit
next_limit(const struct work_row *r)
{
	const struct assignment	*a = &r->a;

	if (!a->open || a->due == 0)
		return (struct limit){ 0 };
	if (a->accepted == 0 && a->ack_due != 0)
		return (struct limit){ a->sent, a->ack_due, "L.clock.accept" };
	if (a->arrived == 0 && a->arrive_due != 0)
		return (struct limit){ a->sent, a->arrive_due, "L.clock.arrive" };
	if (a->finish_due != 0)
		return (struct limit){ a->sent, a->finish_due, "L.clock.finish" };
	return (struct limit){ 0 };
}

/* A script counts minutes and seconds; hours and days change too slowly. */
static void
view_limit(const struct visit *v, struct vars *row, const struct work_row *r)
{
	struct limit	 l = next_limit(r);
	int64_t		 left = (l.due - v->desk.now) / SECOND;

	if (l.due == 0 || view_paused(v, row, r->t.category))
		return;
	view_sla(v, row, l.key, l.from, l.due);
	if (left < 3600 && left > -3600)
		set_int(row, "left", left);
}

/* Two names cost less than one text made of them. */
static void
view_place(const struct visit *v, struct vars *row, const struct place *p)
{
	const struct ref	*ref = v->desk.ref;
	const struct area	*area = *p->area == '\0' ? NULL : ref_area(ref, p->area);
	const struct area	*over = area == NULL || area->level != AREA_VILLAGE ? NULL :
	    ref_area(ref, area->parent);

	set_kept(row, "place", *p->text != '\0' || area == NULL ? p->text : area->name);
	if (area != NULL && *p->text != '\0')
		set_kept(row, "area", area->name);
	if (over != NULL)
		set_kept(row, "district", over->name);
}

static bool
is_waiting(const struct assignment *a)
{
	return a->state == ST_SENT || a->state == ST_SEEN;
}

static bool
is_urgent(const struct work_row *r)
{
	return r->a.priority <= P1 && is_waiting(&r->a);
}

/* A button that does it, or a link to the form of what needs words. */
static void
view_next(const struct visit *v, struct vars *row, const struct work_row *r)
{
	const struct move	*m = r->next;

	if (m == NULL)
		return;
	view_act(v, row, m->act);
	if (step_is_simple(m))
		set_kept(row, "step", step_value(v->req->arena, r->t.number, m,
		    r->next_object, r->next_version));
	else
		set_kept(row, "form", step_object(v->req->arena, m->life, r->next_object));
	set_kept(row, "class", is_urgent(r) ? "btn-r" : "btn-2");
}

/*
 * A complaint says more by its own state than by that of the leading part;
 * what waits to be checked or closed has ended as a part.
 */
static enum state
state_shown(const struct work_row *r)
{
	if (r->a.open)
		return r->a.lead && r->t.track == TRACK_COMPLAINT && r->t.state != ST_ASSIGNED ?
		    r->t.state : r->a.state;
	return r->t.state == ST_RESOLVED ? r->t.state : r->a.state;
}

/* Most rows have none of these: one question to the template instead of four. */
static void
view_marks(const struct visit *v, struct vars *row, const struct work_row *r)
{
	bool	 unseen = r->a.state == ST_SENT;
	bool	 quiet = r->a.open && r->a.quiet_due != 0 && r->a.quiet_due <= v->desk.now;

	if (!unseen && !quiet && !r->locked && r->t.reporters <= 1)
		return;
	set_kept(row, "marks", "1");
	set_flag(row, "unseen", unseen);
	set_flag(row, "quiet", quiet);
	set_flag(row, "locked", r->locked);
	if (r->t.reporters > 1)
		set_int(row, "others", r->t.reporters);
}

/* What the template asks for most often comes first: it is found by walking the list. */
static void
view_row(const struct visit *v, struct vars *row, const struct work_row *r)
{
	set_kept(row, "number", r->t.number);
	view_marks(v, row, r);
	view_next(v, row, r);
	view_priority(v, row, r->a.priority);
	view_limit(v, row, r);
	view_state(v, row, state_shown(r));
	set_int(row, "key", r->a.id);
	set_kept(row, "title", r->t.title);
	view_place(v, row, &r->t.place);
	set_kept(row, "age", view_age(v, r->t.recorded));
	if (*r->a.units != '\0')
		set_kept(row, "units", r->a.units);
	else if (r->a.state == ST_REJECTED)
		set_kept(row, "units", view_say(v, "L.list.now_with",
		    view_agency(v, r->t.lead)));
	set_flag(row, "fresh", is_waiting(&r->a));
	if (v->desk.who.agency == 0)
		set_kept(row, "agency", view_agency(v, r->a.agency));
}

/* No unit has been sent yet, and one should be. */
static bool
wants_unit(const struct work_row *r)
{
	return r->a.open && r->t.track == TRACK_EMERGENCY && *r->a.units == '\0' &&
	    (is_waiting(&r->a) || r->a.state == ST_ACCEPTED);
}

/* How units stand is read once for the page, and only where a row asks for it. */
static size_t
read_fleet(struct visit *v, const struct work *w, struct stand **stands)
{
	size_t	 i, n;

	for (i = 0; i < w->n && !wants_unit(&w->rows[i]); i++)
		;
	return i < w->n && fleet_read(&v->desk, v->desk.who.agency, stands, &n) == RC_OK ? n : 0;
}

void
view_work(struct visit *v, const struct work *w)
{
	struct stand		*stands = NULL;
	const struct work_row	*r;
	const char		*names;
	struct vars		*row;
	size_t			 i, n = read_fleet(v, w, &stands);

	for (i = 0; i < w->n; i++) {
		r = &w->rows[i];
		row = vars_item(v->vars, "work");
		view_row(v, row, r);
		names = n > 0 && wants_unit(r) ? fleet_names(&v->desk, stands, n, r->a.agency,
		    &r->t.place, 2) : "";
		if (*names != '\0')
			set_kept(row, "units", view_say(v, "L.units.suggest", names));
	}
}

void
view_alert(struct visit *v, const struct work *w)
{
	const struct work_row	*first = NULL;
	struct vars		*alert;
	size_t			 i;
	int64_t			 n = 0;

	for (i = 0; i < w->n; i++) {
		if (!is_urgent(&w->rows[i]))
			continue;
		if (n++ == 0)
			first = &w->rows[i];
	}
	if (first == NULL)
		return;
	alert = vars_child(v->vars, "alert");
	view_row(v, alert, first);
	if (n > 1)
		set_int(alert, "more", n - 1);
}
