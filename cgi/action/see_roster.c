/* see_roster.c: the week's roster, and who is there now. */
#include "action/roster_action.h"
#include "action/rule.h"
#include "lib/when.h"

enum { OWN_DAYS = 60 };

static enum rc
read_slots(const struct desk *d, struct roster *r)
{
	int64_t		 day[SHIFTS_MAX + 1], want[SHIFTS_MAX] = { 0 }, midnight;
	const char	*starts;
	size_t		 i, k;
	enum rc		 rc = roster_starts(d, &starts);

	if (rc != RC_OK)
		return rc;
	for (k = 0; k < WEEK && rc == RC_OK; k++) {
		midnight = r->monday + (int64_t)k * DAY;
		r->shifts = shift_day(starts, midnight, day);
		for (i = 0; i < r->shifts && rc == RC_OK; i++) {
			if (k == 0)
				rc = strength_get(d->db, r->agency, (day[i] - midnight) / MINUTE,
				    &want[i]);
			r->slots[k][i] = (struct slot){ day[i], day[i + 1], want[i] };
		}
	}
	return rc;
}

static enum rc
read_people(const struct desk *d, struct roster *r)
{
	enum role	 role;
	size_t		 got;
	enum rc		 rc = RC_OK;

	r->people = arena_alloc(d->arena, ROSTER_PEOPLE * sizeof(*r->people));
	for (role = 0; role < ROLE_COUNT && rc == RC_OK; role++) {
		if (!role_may(role, MAY_DUTY) || rule_is_agency_role(role) != (r->agency != 0))
			continue;
		rc = duty_people_of(d->db, d->arena, role, r->agency, r->people + r->npeople,
		    &got, ROSTER_PEOPLE - r->npeople);
		r->npeople += got;
	}
	return rc;
}

/* What is only watched and has not rung is nobody's business yet. */
static enum rc
read_lacks(const struct desk *d, struct roster *r)
{
	size_t	 i, n = 0;
	enum rc	 rc = shortage_list(d->db, r->agency, r->lacks, &r->nlacks, ROSTER_LACKS);

	for (i = 0; i < r->nlacks; i++)
		if (r->lacks[i].rings > 0)
			r->lacks[n++] = r->lacks[i];
	r->nlacks = n;
	return rc;
}

static enum rc
read_now(const struct desk *d, struct roster *r)
{
	enum rc	 rc;

	r->now = arena_alloc(d->arena, DUTY_NOW * sizeof(*r->now));
	r->swaps = arena_alloc(d->arena, ROSTER_SWAPS * sizeof(*r->swaps));
	if ((rc = duty_at(d->db, d->arena, r->agency, d->now, r->now, &r->nnow, DUTY_NOW)) != RC_OK)
		return rc;
	r->on = duty_count(r->now, r->nnow, d->now, &r->here);
	if ((rc = duty_auto(d->db, r->agency, &r->automatic)) != RC_OK ||
	    (rc = read_lacks(d, r)) != RC_OK)
		return rc;
	return swap_list(d->db, d->arena, r->agency, d->now, r->swaps, &r->nswaps, ROSTER_SWAPS);
}

static enum rc
read_rows(const struct desk *d, struct roster *r)
{
	enum rc	 rc;

	r->rows = arena_alloc(d->arena, DUTY_ROWS * sizeof(*r->rows));
	rc = duty_between(d->db, d->arena, r->agency, r->slots[0][0].start,
	    r->slots[0][0].start + WEEK * DAY, r->rows, &r->nrows, DUTY_ROWS);
	if (rc == RC_OK && r->belongs)
		rc = duty_own(d->db, d->arena, d->who.id, d->now - DAY, d->now + OWN_DAYS * DAY,
		    r->own, &r->nown, ROSTER_OWN);
	return rc;
}

enum rc
see_roster(const struct desk *d, int64_t agency, int64_t at, struct roster *r)
{
	int	 weekday = (when_civil(at, d->ref->zone).weekday + 6) % WEEK;
	enum rc	 rc;

	*r = (struct roster){ .agency = agency, .plans = roster_plans(d, agency),
		.monday = when_midnight(at, d->ref->zone) - weekday * DAY,
		.belongs = roster_home(&d->who) == agency };
	if (!role_may(d->who.role, MAY_DUTY))
		return RC_FORBIDDEN;
	if (!roster_reaches(d, agency))
		return RC_NOTFOUND;
	if ((rc = read_slots(d, r)) != RC_OK || (rc = read_rows(d, r)) != RC_OK ||
	    (rc = read_now(d, r)) != RC_OK)
		return rc;
	return read_people(d, r);
}

enum rc
see_own_shifts(const struct desk *d, struct duty *rows, size_t *n, size_t max)
{
	return duty_own(d->db, d->arena, d->who.id, d->now - DAY, d->now + OWN_DAYS * DAY, rows, n,
	    max);
}
