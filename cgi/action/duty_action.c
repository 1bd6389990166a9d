/* duty_action.c: who is to be told: the people behind a step of the ladder. */
#include <string.h>

#include "action/duty_action.h"
#include "action/roster_action.h"
#include "action/rule.h"
#include "lib/rc.h"
#include "lib/when.h"

enum { BEAT = 3 * MINUTE };

static const struct {
	const char	*step;
	enum role	 roles[2];
	enum role	 more;		/* also, where the roster names them */
	bool		 own;		/* of the agency; else of the city */
} steps[] = {
	{ "duty_officer", { ROLE_OPD_OPERATOR, ROLE_OPD_HEAD }, ROLE_RESPONDER, true },
	{ "agency_head", { ROLE_OPD_HEAD }, ROLE_NONE, true },
	{ "supervisor", { ROLE_SUPERVISOR }, ROLE_NONE, false },
	{ "sekda", { ROLE_EXECUTIVE }, ROLE_NONE, false },
};

/* Of those the roster names with one of these roles, the ones that are called. */
static void
call_rostered(const struct duty *rows, size_t nrows, unsigned roles, int64_t *ids, size_t *n,
    size_t max)
{
	size_t	 i;

	for (i = 0; i < nrows && *n < max; i++)
		if ((roles & DUTY_ROLE(rows[i].role)) != 0 &&
		    duty_called(rows, nrows, roles, rows[i].account) != CALLED_NO)
			ids[(*n)++] = rows[i].account;
}

static enum rc
call_all(const struct desk *d, size_t step, int64_t agency, int64_t *ids, size_t *n, size_t max)
{
	size_t	 j, got;
	enum rc	 rc = RC_OK;

	for (j = 0; j < COUNT(steps[step].roles) && rc == RC_OK; j++) {
		if (steps[step].roles[j] == ROLE_NONE)
			continue;
		rc = duty_role(d->db, steps[step].roles[j], agency, ids + *n, &got, max - *n);
		*n += got;
	}
	return rc;
}

static enum rc
call_step(const struct desk *d, size_t step, int64_t agency, int64_t *ids, size_t *n, size_t max)
{
	unsigned	 roles = DUTY_ROLE(steps[step].roles[0]) | DUTY_ROLE(steps[step].roles[1]) |
			    DUTY_ROLE(steps[step].more);
	struct duty	 rows[DUTY_NOW];
	size_t		 nrows;
	enum rc		 rc = duty_at(d->db, d->arena, agency, d->now, rows, &nrows, DUTY_NOW);

	roles &= ~DUTY_ROLE(ROLE_NONE);
	if (rc != RC_OK)
		return rc;
	if (duty_called(rows, nrows, roles, 0) == CALLED_ALL)
		return call_all(d, step, agency, ids, n, max);
	call_rostered(rows, nrows, roles, ids, n, max);
	return RC_OK;
}

enum rc
duty_people(const struct desk *d, const char *step, int64_t agency, int64_t *ids, size_t *n,
    size_t max)
{
	size_t	 i;

	*n = 0;
	for (i = 0; i < COUNT(steps); i++)
		if (strcmp(steps[i].step, step) == 0)
			return call_step(d, i, steps[i].own ? agency : 0, ids, n, max);
	return RC_OK;
}

enum rc
duty_own_call(const struct desk *d, enum called *called)
{
	struct duty	 rows[DUTY_NOW];
	size_t		 n;
	enum rc		 rc;

	*called = CALLED_ALL;
	if (!role_may(d->who.role, MAY_DUTY))
		return RC_OK;
	rc = duty_at(d->db, d->arena, roster_home(&d->who), d->now, rows, &n, DUTY_NOW);
	if (rc == RC_OK)
		*called = duty_called(rows, n, duty_peers(d->who.role), d->who.id);
	return rc;
}

enum rc
duty_beat(const struct desk *d)
{
	int64_t	 last;
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_DUTY))
		return RC_FORBIDDEN;
	if ((rc = seen_get(d->db, d->who.id, &last)) != RC_OK || last + BEAT > d->now)
		return rc;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, seen_put(d->db, d->who.id, d->now));
}

/* --- the wall --------------------------------------------------------------------------- */

enum rc
see_watch(const struct desk *d, int64_t agency, struct watch *w)
{
	struct shortage	 lacks[ROSTER_LACKS];
	struct duty	 rows[DUTY_NOW];
	size_t		 i, n, here;
	enum rc		 rc = duty_at(d->db, d->arena, agency, d->now, rows, &n, DUTY_NOW);

	*w = (struct watch){ .agency = agency };
	if (rc != RC_OK)
		return rc;
	w->planned = n > 0;
	w->on = (int64_t)duty_count(rows, n, d->now, &here);
	w->here = (int64_t)here;
	rc = shortage_list(d->db, agency, lacks, &n, COUNT(lacks));
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (lacks[i].rings == 0 || (w->lack != LACK_NONE && w->lack <= lacks[i].kind))
			continue;
		w->lack = lacks[i].kind;
		w->want = lacks[i].want;
	}
	return rc;
}

enum rc
see_watches(const struct desk *d, struct watch *list, size_t *n, size_t max)
{
	struct watch	 w;
	size_t		 i;
	enum rc		 rc = RC_OK;

	*n = 0;
	for (i = 0; i <= d->ref->nagencies && *n < max && rc == RC_OK; i++) {
		rc = see_watch(d, i == 0 ? 0 : d->ref->agencies[i - 1].id, &w);
		if (rc == RC_OK && (i == 0 || w.planned || w.lack != LACK_NONE))
			list[(*n)++] = w;
	}
	return rc;
}
