/* roster_action.c: people are put on duty and taken off. */
#include "action/roster_action.h"
#include "action/rule.h"
#include "domain/ticket.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/live_store.h"
#include "store/ref_store.h"
#include "store/trail_store.h"

enum { COPIED = 200 };

/* --- whose it is ------------------------------------------------------------------------ */

int64_t
roster_home(const struct actor *who)
{
	return rule_is_agency_role(who->role) ? who->agency : 0;
}

bool
roster_reaches(const struct desk *d, int64_t agency)
{
	if (agency != 0 && ref_agency(d->ref, agency) == NULL)
		return false;
	return !rule_is_agency_role(d->who.role) || d->who.agency == agency;
}

bool
roster_plans(const struct desk *d, int64_t agency)
{
	return role_may(d->who.role, MAY_PLAN) && roster_reaches(d, agency);
}

enum rc
roster_starts(const struct desk *d, const char **starts)
{
	return setting_get(d->db, d->arena, "shifts", starts);
}

/* --- what every change leaves behind ---------------------------------------------------- */

/* In the record no name: the roster forgets its own in time. */
enum rc
roster_tell(const struct desk *d, enum act act, int64_t agency, int64_t object, const char *what)
{
	struct event	 e = {
		.at = d->now, .object = object, .act = act, .who = d->who, .note = "",
		.behalf = agency != d->who.agency ? agency : 0,
		.data = arena_printf(d->arena, "{\"%s\":\"%s\"}", act_code(act), what),
	};
	enum rc		 rc = event_add(d->db, d->arena, &e);

	if (rc == RC_OK)
		rc = pulse_beat(d->db, 0);
	return rc == RC_OK && agency != 0 ? pulse_beat(d->db, agency) : rc;
}

enum rc
roster_signal(const struct desk *d, const char *kind, int64_t agency, int64_t account)
{
	const struct signal	 s = { .at = d->now, .agency = agency, .account = account,
		.role = agency == 0 && account == 0 ? ROLE_SUPERVISOR : ROLE_NONE,
		.kind = kind, .about = "" };

	return signal_add(d->db, &s);
}

/* Is there time for it, and rest before and behind? */
static enum rc
fits(const struct desk *d, const struct duty *new, bool *tight)
{
	struct duty	 own[ROSTER_SWAPS];
	size_t		 i, n;
	enum rc		 rc = duty_own(d->db, d->arena, new->account, new->start - DAY,
			    new->until + DUTY_REST, own, &n, COUNT(own));

	for (i = 0; i < n && rc == RC_OK; i++) {
		if (duty_overlaps(&own[i], new->start, new->until))
			return RC_CONFLICT;
		*tight |= duty_is_tight(&own[i], new->start, new->until);
	}
	return rc;
}

enum rc
roster_put(const struct desk *d, const struct duty *new, const char *what, bool *tight)
{
	int64_t	 id;
	enum rc	 rc;

	if ((rc = fits(d, new, tight)) != RC_OK ||
	    (rc = duty_add(d->db, new, d->now, d->who.id, &id)) != RC_OK)
		return rc;
	return roster_tell(d, ACT_DUTY, new->agency, id, what);
}

/* --- one -------------------------------------------------------------------------------- */

/* The shift that begins at start, by the setting of now. */
static bool
find_slot(const struct desk *d, const char *starts, int64_t start, int64_t *until)
{
	*until = shift_end(starts, start, d->ref->zone);
	return shift_start(starts, start, d->ref->zone) == start;
}

static enum rc
is_theirs(const struct desk *d, int64_t account, int64_t agency)
{
	struct duty_person	 p;
	enum rc			 rc = duty_person(d->db, d->arena, account, &p);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_INPUT : rc;
	return p.agency == agency && role_may(p.role, MAY_DUTY) ? RC_OK : RC_INPUT;
}

static enum rc
assign(const struct desk *d, const struct posting *p, bool *tight)
{
	struct duty	 new = { .agency = p->agency, .start = p->start, .account = p->account,
		.standby = p->standby };
	const char	*starts;
	enum rc		 rc;

	if ((rc = roster_starts(d, &starts)) != RC_OK ||
	    (rc = is_theirs(d, p->account, p->agency)) != RC_OK)
		return rc;
	if (!find_slot(d, starts, p->start, &new.until) || new.until <= d->now)
		return RC_INPUT;
	return roster_put(d, &new, p->standby ? "standby" : "on", tight);
}

enum rc
roster_assign(const struct desk *d, const struct posting *p, bool *tight)
{
	enum rc	 rc;

	*tight = false;
	if (!roster_plans(d, p->agency))
		return RC_NOTFOUND;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, assign(d, p, tight));
}

static enum rc
take_off(const struct desk *d, int64_t id)
{
	struct duty	 row;
	enum rc		 rc = duty_get(d->db, d->arena, id, &row);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	if (!roster_plans(d, row.agency))
		return RC_NOTFOUND;
	if (row.until <= d->now)
		return RC_CONFLICT;
	if ((rc = duty_end(d->db, id, d->now)) != RC_OK ||
	    (rc = swap_end_of(d->db, id, d->now, d->who.id)) != RC_OK)
		return rc;
	return roster_tell(d, ACT_DUTY, row.agency, id, "off");
}

enum rc
roster_remove(const struct desk *d, int64_t id)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PLAN))
		return RC_NOTFOUND;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, take_off(d, id));
}

/* --- many ------------------------------------------------------------------------------- */

/* One of many: what does not fit is left out, and only counted where it was put. */
static enum rc
put_some(const struct desk *d, const char *starts, struct duty *new, const char *what, size_t *n)
{
	bool	 tight = false;
	enum rc	 rc;

	if (!find_slot(d, starts, new->start, &new->until) || new->until <= d->now)
		return RC_OK;
	rc = is_theirs(d, new->account, new->agency);
	if (rc == RC_OK && (rc = roster_put(d, new, what, &tight)) == RC_OK)
		++*n;
	return rc == RC_CONFLICT || rc == RC_INPUT ? RC_OK : rc;
}

static int64_t
monday_of(const struct desk *d, int64_t at)
{
	return when_midnight(at, d->ref->zone) -
	    (when_civil(at, d->ref->zone).weekday + 6) % WEEK * DAY;
}

static enum rc
copy(const struct desk *d, int64_t agency, int64_t at, size_t *n)
{
	struct duty	*rows = arena_alloc(d->arena, COPIED * sizeof(*rows));
	int64_t		 day[SHIFTS_MAX + 1];
	const char	*starts;
	size_t		 i, found;
	enum rc		 rc;

	if ((rc = roster_starts(d, &starts)) != RC_OK)
		return rc;
	shift_day(starts, monday_of(d, at), day);
	rc = duty_between(d->db, d->arena, agency, day[0] - WEEK * DAY, day[0], rows, &found,
	    COPIED);
	for (i = 0; i < found && rc == RC_OK; i++) {
		rows[i].start += WEEK * DAY;
		rc = put_some(d, starts, &rows[i], rows[i].standby ? "standby" : "on", n);
	}
	return rc;
}

enum rc
roster_copy(const struct desk *d, int64_t agency, int64_t at, size_t *n)
{
	enum rc	 rc;

	*n = 0;
	if (!roster_plans(d, agency))
		return RC_NOTFOUND;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, copy(d, agency, at, n));
}

static enum rc
fill(const struct desk *d, const struct repeating *r, size_t *n)
{
	size_t		 pattern[PATTERN_DAYS], len, shifts;
	int64_t		 day[SHIFTS_MAX + 1], i;
	struct duty	 new;
	const char	*starts;
	enum rc		 rc;

	if ((rc = roster_starts(d, &starts)) != RC_OK ||
	    (rc = is_theirs(d, r->who.account, r->who.agency)) != RC_OK)
		return rc;
	shifts = shift_day(starts, when_midnight(r->who.start, d->ref->zone), day);
	if ((len = duty_pattern(r->pattern, shifts, pattern)) == 0)
		return RC_INPUT;
	for (i = 0; i < r->days && rc == RC_OK; i++) {
		if (pattern[(size_t)i % len] == 0)
			continue;
		new = (struct duty){ .agency = r->who.agency, .account = r->who.account,
			.start = day[pattern[(size_t)i % len] - 1] + i * DAY,
			.standby = r->who.standby };
		rc = put_some(d, starts, &new, new.standby ? "standby" : "on", n);
	}
	return rc;
}

enum rc
roster_fill(const struct desk *d, const struct repeating *r, size_t *n)
{
	enum rc	 rc;

	*n = 0;
	if (!roster_plans(d, r->who.agency))
		return RC_NOTFOUND;
	if (r->days < 1 || r->days > PATTERN_DAYS)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, fill(d, r, n));
}

static enum rc
put_rules(const struct desk *d, int64_t agency, const int64_t want[SHIFTS_MAX], bool automatic)
{
	int64_t		 midnight = when_midnight(d->now, d->ref->zone), day[SHIFTS_MAX + 1];
	const char	*starts;
	size_t		 i, n;
	enum rc		 rc = roster_starts(d, &starts);

	if (rc != RC_OK)
		return rc;
	n = shift_day(starts, midnight, day);
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (want[i] < 0 || want[i] > 99)
			return RC_INPUT;
		rc = strength_put(d->db, agency, (day[i] - midnight) / MINUTE, want[i], d->now,
		    d->who.id);
	}
	if (rc == RC_OK)
		rc = duty_auto_put(d->db, agency, automatic, d->now, d->who.id);
	return rc == RC_OK ? roster_tell(d, ACT_DUTY, agency, agency, "rules") : rc;
}

enum rc
roster_rules(const struct desk *d, int64_t agency, const int64_t want[SHIFTS_MAX], bool automatic)
{
	enum rc	 rc;

	if (!roster_plans(d, agency))
		return RC_NOTFOUND;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, put_rules(d, agency, want, automatic));
}
