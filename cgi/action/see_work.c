/* see_work.c: the worklist of an agency, of a unit, of the city. */
#include "action/interlock_action.h"
#include "action/next_step.h"
#include "action/person.h"
#include "lib/when.h"
#include "store/trail_store.h"
#include "store/work_store.h"

/* Whose list it is: an agency's people see theirs, the others the city's or one they choose. */
static int64_t
agency_of(const struct desk *d, const struct work_filter *f)
{
	return role_may(d->who.role, MAY_ANY_TICKET) ? f->agency : d->who.agency;
}

static enum rc
read_open(const struct desk *d, const struct work_filter *f, struct work_line **lines,
    size_t *n)
{
	struct work_from	 from = {
		.agency = agency_of(d, f),
		.priority = f->after_id == 0 ? -1 : f->after_priority,
		.due = f->after_due,
		.id = f->after_id,
		.last_priority = f->priority < 0 ? PRIORITY_COUNT : f->priority,
		.area = f->area == NULL ? "" : f->area,
		.late = f->show == WORK_LATE ? d->now : 0,
		.unaccepted = f->show == WORK_UNACCEPTED,
	};

	if (f->priority >= 0 && f->after_id == 0) {
		from.priority = f->priority;
		from.due = from.id = -1;
	}
	return work_open(d->db, d->arena, &from, lines, n, WORK_PAGE + 1);
}

static enum rc
read_lines(const struct desk *d, const struct work_filter *f, struct work_line **lines,
    size_t *n)
{
	int64_t	 today = when_midnight(d->now, d->ref->zone);

	switch (f->show) {
	case WORK_OPEN:
	case WORK_UNACCEPTED:
	case WORK_LATE:
		return read_open(d, f, lines, n);
	case WORK_MINE:
		return role_may(d->who.role, MAY_ANY_TICKET) ?
		    work_waiting(d->db, d->arena, lines, n, WORK_PAGE) :
		    work_of_unit(d->db, d->arena, d->who.unit, lines, n, WORK_PAGE);
	case WORK_PAST:
		return work_ended(d->db, d->arena, agency_of(d, f), today, lines, n,
		    WORK_PAGE);
	case WORK_SHOW_COUNT:
		break;
	}
	return RC_INPUT;
}

static enum rc
fill_row(const struct desk *d, const struct work_line *l, struct work_row *row)
{
	struct run	 r;
	enum rc		 rc = RC_NOTFOUND;

	row->a = l->a;
	row->t = l->t;
	row->t.open = workflow_is_open(track_life(l->t.track), l->t.state);
	row->t.privacy = PRIVACY_CONFIDENTIAL;		/* not read for a list: the strictest */
	person_veil(d, person_glance(d, &row->t, &row->a, 1), &row->t);
	if (l->a.open && (l->a.state == ST_UNIT_SENT || l->a.state == ST_ON_SCENE))
		rc = work_first_run(d->db, l->a.id, &r);
	next_step(d, row, rc == RC_OK ? &r : NULL);
	if ((rc == RC_OK || rc == RC_NOTFOUND) && l->a.open && l->a.priority <= P1)
		rc = interlock_open(d, l->t.id, &row->locked);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
read_counts(const struct desk *d, const struct work_filter *f, int64_t counts[WORK_SHOW_COUNT])
{
	struct work_count	 c;
	int64_t			 agency = agency_of(d, f);
	enum rc			 rc;

	if ((rc = work_counts(d->db, agency, d->now, &c)) != RC_OK ||
	    (rc = work_ended_count(d->db, agency, when_midnight(d->now, d->ref->zone),
	    &counts[WORK_PAST])) != RC_OK)
		return rc;
	counts[WORK_OPEN] = c.open;
	counts[WORK_UNACCEPTED] = c.unaccepted;
	counts[WORK_LATE] = c.late;
	return role_may(d->who.role, MAY_ANY_TICKET) ?
	    work_waiting_count(d->db, &counts[WORK_MINE]) :
	    work_unit_count(d->db, d->who.unit, &counts[WORK_MINE]);
}

enum rc
see_work(const struct desk *d, const struct work_filter *f, struct work *w)
{
	struct work_line	*lines;
	size_t			 i, n;
	enum rc			 rc;

	*w = (struct work){ 0 };
	if (!role_may(d->who.role, MAY_WORK))
		return RC_FORBIDDEN;
	/* The version first: a change after it shows up as a newer version. */
	if ((rc = see_work_version(d, &w->version)) != RC_OK ||
	    (rc = read_counts(d, f, w->counts)) != RC_OK ||
	    (rc = read_lines(d, f, &lines, &n)) != RC_OK)
		return rc;
	w->more = n > WORK_PAGE;
	w->n = w->more ? WORK_PAGE : n;
	w->rows = arena_alloc(d->arena, w->n * sizeof(*w->rows));
	for (i = 0; i < w->n && rc == RC_OK; i++)
		rc = fill_row(d, &lines[i], &w->rows[i]);
	return rc;
}

enum rc
see_work_version(const struct desk *d, int64_t *version)
{
	if (!role_may(d->who.role, MAY_WORK) && !role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	return pulse_read(d->db, rule_is_agency_role(d->who.role) ? d->who.agency : 0,
	    version);
}
