/* see_board.c: the wallboard: the city at a glance. */
#include "action/board_action.h"
#include "action/next_step.h"
#include "lib/when.h"
#include "store/list_store.h"
#include "store/trail_store.h"
#include "store/work_store.h"

enum { INCIDENTS = 12, LATE = 8, LOOKED_AT = 200, CALLS = 6 };

/* Of the city's open work, the emergencies; or what is late. */
static enum rc
read_rows(const struct desk *d, bool late, struct work_row **rows, size_t *n, size_t max)
{
	struct work_from	 from = { .priority = -1, .last_priority = PRIORITY_COUNT,
	    .only_priority = -1, .area = "", .late = late ? d->now : 0 };
	struct work_line	*lines;
	size_t			 i, found;
	enum rc			 rc;

	*rows = arena_alloc(d->arena, max * sizeof(**rows));
	*n = 0;
	rc = work_lines(d->db, d->arena, &from, &lines, &found, LOOKED_AT);
	for (i = 0; i < found && *n < max && rc == RC_OK; i++)
		if (late || lines[i].t.track == TRACK_EMERGENCY)
			(*rows)[(*n)++] = (struct work_row){ .a = lines[i].a,
			    .t = lines[i].t };
	return rc;
}

static enum rc
count_tickets(const struct desk *d, struct board *b)
{
	enum priority	 p;
	enum rc		 rc = RC_OK;

	for (p = P0; p < PRIORITY_COUNT && rc == RC_OK; p++)
		if ((rc = count_open(d->db, TRACK_EMERGENCY, p, &b->emergencies[p])) == RC_OK)
			rc = count_open(d->db, TRACK_COMPLAINT, p, &b->complaints[p]);
	return rc;
}

static enum rc
count_agencies(const struct desk *d, struct board *b)
{
	struct work_count	 c;
	struct board_agency	*a;
	size_t			 i;
	enum rc			 rc = RC_OK;

	b->agencies = arena_alloc(d->arena, d->ref->nagencies * sizeof(*b->agencies));
	for (i = 0; i < d->ref->nagencies && rc == RC_OK; i++) {
		rc = work_counts(d->db, d->ref->agencies[i].id, d->now, &c);
		if (rc != RC_OK || c.open == 0)
			continue;
		a = &b->agencies[b->nagencies++];
		*a = (struct board_agency){ &d->ref->agencies[i], c.open, c.unaccepted,
		    c.late, c.open - c.unaccepted };
	}
	return rc;
}

static enum rc
count_day(const struct desk *d, struct board *b)
{
	enum rc	 rc;
	size_t	 i;

	rc = count_calls(d->db, when_midnight(d->now, d->ref->zone), b->calls_by_hour, &b->junk);
	for (i = 0; i < COUNT(b->calls_by_hour); i++)
		b->calls += b->calls_by_hour[i];
	if (rc != RC_OK || (rc = list_state_count(d->db, ST_RECEIVED, &b->waiting)) != RC_OK)
		return rc;
	return see_calls(d, "", &b->last_calls, &b->nlast_calls, CALLS);
}

enum rc
see_board(const struct desk *d, struct board *b)
{
	enum rc	 rc;

	*b = (struct board){ 0 };
	if (!role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	if ((rc = pulse_read(d->db, 0, &b->version)) != RC_OK ||
	    (rc = read_rows(d, false, &b->incidents, &b->nincidents, INCIDENTS)) != RC_OK ||
	    (rc = read_rows(d, true, &b->late, &b->nlate, LATE)) != RC_OK ||
	    (rc = count_tickets(d, b)) != RC_OK ||
	    (rc = count_agencies(d, b)) != RC_OK)
		return rc;
	return count_day(d, b);
}
