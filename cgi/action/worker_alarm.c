/* worker_alarm.c: what nobody accepts rings, again and louder. */
#include "action/core.h"
#include "action/worker_action.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"
#include "store/worker_store.h"

enum {
	MANY = 100,
	IN_VAIN = 3,			/* alarms until the next of the ladder is told */
	DESK_ALARM = 2 * MINUTE,
	DESK_PATIENCE = 8 * MINUTE,	/* then the supervisor knows of it, too */
	SELDOM = HOUR,
};

/* Who is told, one after the other.  Source: DOMAIN, "Assignment". */
static const char *const	ladder[] = { "duty_officer", "agency_head", "supervisor", "sekda" };
/* An agency that is not ours has no ladder of ours: the desk calls it. */
static const char *const	ladder_outside[] = { "supervisor" };

static size_t
ladder_of(const struct desk *d, const struct assignment *p, const char *const **steps)
{
	const struct agency	*a = ref_agency(d->ref, p->agency);
	bool			 own = a != NULL && a->own;

	*steps = own ? ladder : ladder_outside;
	return own ? COUNT(ladder) : COUNT(ladder_outside);
}

/* After the ladder's end each alarm waits twice as long as the one before, up to an hour. */
static int64_t
next_alarm(const struct desk *d, const struct assignment *p, size_t steps)
{
	int64_t	 wait = priority_alarm(p->priority), over = p->alarms - IN_VAIN * (int64_t)steps;

	if (wait == 0 || (steps == COUNT(ladder_outside) && over >= 0))
		return 0;
	for (; over > 0 && wait < SELDOM; over--)
		wait *= 2;
	return d->now + (wait < SELDOM ? wait : SELDOM);
}

static enum rc
record(struct work_on *w, const struct assignment *p, enum act act, const char *data)
{
	return core_record(w, &(struct record){ .life = LIFE_ASSIGNMENT, .object = p->id,
	    .act = act, .before = p->state, .after = p->state, .agency = p->agency,
	    .note = "", .data = data });
}

static enum rc
escalate(struct work_on *w, const struct assignment *p, const char *const *steps, size_t n)
{
	int64_t	 step = p->alarms / IN_VAIN - 1;
	enum rc	 rc;

	if (p->alarms % IN_VAIN != 0 || step < 0 || step >= (int64_t)n)
		return RC_OK;
	rc = record(w, p, ACT_ESCALATE, steps[step]);
	return rc == RC_OK ? core_tell_agency(w, "alarm", p->agency) : rc;
}

static enum rc
ring_part(struct work_on *w, struct assignment *p)
{
	const struct agency	*a = ref_agency(w->d->ref, p->agency);
	const char *const	*steps;
	size_t			 n = ladder_of(w->d, p, &steps);
	enum rc			 rc;

	p->alarms++;
	if ((rc = alarm_set_part(w->d->db, p, next_alarm(w->d, p, n))) != RC_OK ||
	    (rc = record(w, p, ACT_ALARM, a == NULL ? "" : a->code)) != RC_OK)
		return rc;
	if (p->alarms == 1 && (rc = core_tell_agency(w, "alarm", p->agency)) != RC_OK)
		return rc;
	if ((rc = escalate(w, p, steps, n)) != RC_OK ||
	    (rc = pulse_beat(w->d->db, p->agency)) != RC_OK)
		return rc;
	return pulse_beat(w->d->db, 0);
}

/* It may have been accepted since it was found due. */
static enum rc
alarm_part(const struct desk *d, int64_t id)
{
	struct work_on		 w = { .d = d };
	struct assignment	 p;
	enum rc			 rc;

	if ((rc = assignment_by_id(d->db, d->arena, id, &p)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, p.ticket, &w.t)) != RC_OK)
		return rc;
	if (p.alarm == 0 || p.alarm > d->now)
		return RC_OK;
	if (!p.open || p.accepted != 0)
		return alarm_set_part(d->db, &p, 0);
	return ring_part(&w, &p);
}

/* What waits at the triage desk rings after 2, 4, 8, 16 ... minutes. */
static enum rc
ring_ticket(struct work_on *w)
{
	const struct desk	*d = w->d;
	int64_t			 age = d->now - w->t.since, wait = age;
	struct record		 r = { .life = track_life(w->t.track), .object = w->t.id,
		.act = ACT_ALARM, .before = w->t.state, .after = w->t.state, .note = "",
		.data = "triage" };
	enum rc			 rc;

	if (wait < DESK_ALARM)
		wait = DESK_ALARM;
	if (wait > SELDOM)
		wait = SELDOM;
	if ((rc = alarm_set_ticket(d->db, &w->t, d->now + wait)) != RC_OK ||
	    (rc = core_record(w, &r)) != RC_OK)
		return rc;
	if (age >= DESK_PATIENCE && age < 2 * DESK_PATIENCE) {
		r.act = ACT_ESCALATE;
		r.data = "supervisor";
		if ((rc = core_record(w, &r)) != RC_OK)
			return rc;
	}
	return pulse_beat(d->db, 0);
}

static enum rc
alarm_ticket(const struct desk *d, int64_t id)
{
	struct work_on	 w = { .d = d };
	enum rc		 rc = ticket_by_id(d->db, d->arena, id, &w.t);

	if (rc != RC_OK || w.t.alarm == 0 || w.t.alarm > d->now)
		return rc;
	return w.t.open ? ring_ticket(&w) : alarm_set_ticket(d->db, &w.t, 0);
}

/* One transaction each: a person who accepts waits for one alarm, not for a hundred. */
static enum rc
ring_all(const struct desk *d, const int64_t *ids, size_t n,
    enum rc (*ring)(const struct desk *, int64_t))
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++) {
		if ((rc = db_begin(d->db)) != RC_OK)
			return rc;
		rc = db_finish(d->db, ring(d, ids[i]));
	}
	return rc;
}

enum rc
worker_alarms(const struct desk *d, size_t *count)
{
	int64_t	 ids[MANY];
	size_t	 n;
	enum rc	 rc;

	*count = 0;
	if ((rc = alarm_parts(d->db, d->now, ids, &n, MANY)) != RC_OK ||
	    (rc = ring_all(d, ids, n, alarm_part)) != RC_OK)
		return rc;
	*count = n;
	if ((rc = alarm_tickets(d->db, d->now, ids, &n, MANY)) != RC_OK)
		return rc;
	*count += n;
	return ring_all(d, ids, n, alarm_ticket);
}
