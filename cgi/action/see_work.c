/* see_work.c: the worklist of an agency, of a unit, of the city. */
#include "action/core.h"
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

/* What is asked for of each list, and in which order it comes. */
static enum work_order
order_of(const struct work_filter *f)
{
	if (f->show == WORK_PAST)
		return WORK_BY_END;
	if (f->show == WORK_BACK)
		return WORK_BY_RETURN;
	if (f->show == WORK_QUIET || f->sort == WORK_SORT_SILENCE)
		return WORK_BY_SILENCE;
	return f->sort == WORK_SORT_AGE ? WORK_BY_AGE : WORK_BY_LIMIT;
}

/* Ended since midnight, sent back in the last days, silent until now. */
static int64_t
bound_of(const struct desk *d, const struct work_filter *f)
{
	int64_t	 today = when_midnight(d->now, d->ref->zone);

	return f->show == WORK_PAST ? (f->since != 0 ? f->since : today) :
	    f->show == WORK_BACK ? today - (WORK_BACK_DAYS - 1) * (int64_t)DAY :
	    f->show == WORK_QUIET ? d->now : 0;
}

/* Where the list begins: a descending one with what is newer than everything. */
static void
start_at(const struct work_filter *f, struct work_from *from)
{
	bool	 down = from->order == WORK_BY_AGE || from->order >= WORK_BY_END;

	from->priority = f->after_id != 0 ? f->after_priority : -1;
	from->at = f->after_id != 0 ? f->after_at : down ? INT64_MAX : 0;
	from->id = f->after_id != 0 ? f->after_id : down ? INT64_MAX : 0;
	if (from->order != WORK_BY_LIMIT || f->priority < 0)
		return;
	from->last_priority = f->priority;	/* only their part of the index is walked */
	if (f->after_id == 0) {
		from->priority = f->priority;
		from->at = from->id = -1;
	}
}

static enum rc
read_list(const struct desk *d, const struct work_filter *f, struct work_line **lines,
    size_t *n, size_t max)
{
	struct work_from	 from = {
		.order = order_of(f),
		.agency = agency_of(d, f),
		.last_priority = PRIORITY_COUNT,
		.only_priority = f->priority,
		.bound = bound_of(d, f),
		.area = f->area == NULL ? "" : f->area,
		.category = f->category,
		.late = f->show == WORK_LATE ? d->now : 0,
		.waits = f->show == WORK_UNACCEPTED ? WORK_NOT_ACCEPTED :
		    f->show == WORK_UNSEEN ? WORK_NOT_SEEN : WORK_ANY,
	};

	start_at(f, &from);
	return work_lines(d->db, d->arena, &from, lines, n, max);
}

static enum rc
read_lines(const struct desk *d, const struct work_filter *f, struct work_line **lines,
    size_t *n, size_t max)
{
	if (f->show != WORK_MINE)
		return read_list(d, f, lines, n, max);
	return role_may(d->who.role, MAY_ANY_TICKET) ?
	    work_waiting(d->db, d->arena, lines, n, max - 1) :
	    work_of_unit(d->db, d->arena, d->who.unit, lines, n, max - 1);
}

void
work_after(struct work_filter *f, const struct work_row *last)
{
	f->after_priority = (int64_t)last->a.priority;
	f->after_id = last->a.id;
	switch (order_of(f)) {
	case WORK_BY_LIMIT:
	case WORK_BY_AGE:
		f->after_at = last->a.due;
		break;
	case WORK_BY_SILENCE:
		f->after_at = last->a.quiet_due;
		break;
	case WORK_BY_END:
	case WORK_BY_RETURN:
		f->after_at = last->a.ended;
		break;
	case WORK_BY_COUNT:
		break;
	}
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
read_counts(const struct desk *d, int64_t agency, int64_t counts[WORK_SHOW_COUNT])
{
	struct work_count	 c;
	int64_t			 today = when_midnight(d->now, d->ref->zone);
	enum rc			 rc;

	if ((rc = work_counts(d->db, agency, d->now, &c)) != RC_OK ||
	    (rc = work_ended_count(d->db, agency, today, &counts[WORK_PAST])) != RC_OK ||
	    (rc = work_quiet_count(d->db, agency, d->now, &counts[WORK_QUIET])) != RC_OK ||
	    (rc = work_return_count(d->db, agency, today - (WORK_BACK_DAYS - 1) * (int64_t)DAY,
	    &counts[WORK_BACK])) != RC_OK)
		return rc;
	counts[WORK_OPEN] = c.open;
	counts[WORK_UNACCEPTED] = c.unaccepted;
	counts[WORK_LATE] = c.late;
	if (c.unaccepted > 0 &&
	    (rc = work_unseen_count(d->db, agency, &counts[WORK_UNSEEN])) != RC_OK)
		return rc;
	return role_may(d->who.role, MAY_ANY_TICKET) ?
	    work_waiting_count(d->db, &counts[WORK_MINE]) :
	    d->who.unit == 0 ? RC_OK :
	    work_unit_count(d->db, d->who.unit, &counts[WORK_MINE]);
}

static enum rc
read_loudest(const struct desk *d, int64_t agency, struct work *w)
{
	int64_t	 priority = -1;
	enum rc	 rc = RC_OK;

	if (w->counts[WORK_UNACCEPTED] > 0)
		rc = work_loudest(d->db, agency, &priority);
	w->loudest = (int)priority;
	return rc;
}

static enum rc
fill_rows(const struct desk *d, const struct work_line *lines, size_t n, size_t max,
    struct work *w)
{
	size_t	 i;
	enum rc	 rc = RC_OK;

	w->more = n > max;
	w->n = w->more ? max : n;
	w->rows = arena_alloc(d->arena, w->n * sizeof(*w->rows));
	for (i = 0; i < w->n && rc == RC_OK; i++)
		rc = fill_row(d, &lines[i], &w->rows[i]);
	return rc;
}

enum rc
see_work_rows(const struct desk *d, const struct work_filter *f, size_t max, struct work *w)
{
	struct work_line	*lines;
	size_t			 n;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_WORK))
		return RC_FORBIDDEN;
	rc = read_lines(d, f, &lines, &n, max + 1);
	return rc == RC_OK ? fill_rows(d, lines, n, max, w) : rc;
}

enum rc
see_work(const struct desk *d, const struct work_filter *f, struct work *w)
{
	enum rc	 rc;

	*w = (struct work){ 0 };
	if (!role_may(d->who.role, MAY_WORK))
		return RC_FORBIDDEN;
	/* The version first: a change after it shows up as a newer version. */
	if ((rc = see_work_version(d, &w->version)) != RC_OK ||
	    (rc = read_counts(d, agency_of(d, f), w->counts)) != RC_OK ||
	    (rc = read_loudest(d, agency_of(d, f), w)) != RC_OK)
		return rc;
	return see_work_rows(d, f, WORK_PAGE, w);
}

enum rc
see_work_row(const struct desk *d, int64_t assignment, struct work_row *row)
{
	struct work_line	 l;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_WORK))
		return RC_FORBIDDEN;
	if ((rc = work_one(d->db, d->arena, assignment, &l)) != RC_OK)
		return rc;
	if (rule_is_agency_role(d->who.role) && l.a.agency != d->who.agency)
		return RC_NOTFOUND;
	if ((rc = core_reach(d, &l.t)) != RC_OK)
		return rc;
	*row = (struct work_row){ 0 };
	return fill_row(d, &l, row);
}

enum rc
see_work_version(const struct desk *d, int64_t *version)
{
	if (!role_may(d->who.role, MAY_WORK) && !role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	return pulse_read(d->db, rule_is_agency_role(d->who.role) ? d->who.agency : 0,
	    version);
}
