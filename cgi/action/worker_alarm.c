/* worker_alarm.c: what nobody accepts rings, again and louder. */
#include "action/core.h"
#include "action/worker_action.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/clock_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"
#include "store/worker_store.h"

enum { MANY = 100 };

/* A part that rings, and whom. */
struct bell {
	struct rung	 steps[LADDER_MAX];
	size_t		 n;
	int64_t		 since;		/* the limit: so long ago */
};

static void
ladder_of_part(const struct desk *d, const struct assignment *p, struct bell *b)
{
	const struct agency	*a = ref_agency(d->ref, p->agency);

	b->n = ladder_for(d->ref->ladder, d->ref->nladder, p->agency, a != NULL && a->own,
	    d->now, b->steps);
	b->since = d->now - (p->ack_due != 0 ? p->ack_due : p->sent);
}

static enum rc
record(struct work_on *w, const struct assignment *p, enum act act, const char *data)
{
	return core_record(w, &(struct record){ .life = LIFE_ASSIGNMENT, .object = p->id,
	    .act = act, .before = p->state, .after = p->state, .agency = p->agency,
	    .note = "", .data = data });
}

/* The agency hears of each step; so do the people behind it. */
static enum rc
escalate(struct work_on *w, const struct assignment *p, const char *who)
{
	enum rc	 rc = record(w, p, ACT_ESCALATE, who);

	if (rc == RC_OK)
		rc = core_tell_agency(w, "alarm", p->agency);
	return rc == RC_OK ? core_tell_step(w, who, p->agency) : rc;
}

static enum rc
ring(struct work_on *w, const struct assignment *p)
{
	const struct agency	*a = ref_agency(w->d->ref, p->agency);
	enum rc			 rc = record(w, p, ACT_ALARM, a == NULL ? "" : a->code);

	if (rc != RC_OK || p->alarms != 1)
		return rc;
	if ((rc = core_tell_agency(w, "alarm", p->agency)) != RC_OK)
		return rc;
	return core_tell_step(w, "duty_officer", p->agency);
}

/* One that rings once only may still have a step to wait for. */
static enum rc
ring_part(struct work_on *w, struct assignment *p)
{
	bool		 rings = p->alarms == 0 || priority_alarm(p->priority) != 0;
	size_t		 told = (size_t)p->steps;
	struct bell	 b;
	int64_t		 wait;
	enum rc		 rc;

	ladder_of_part(w->d, p, &b);
	p->alarms += rings;
	while ((size_t)p->steps < b.n && rung_is_due(&b.steps[p->steps], p->alarms, b.since))
		p->steps++;
	wait = ladder_wait(b.steps, b.n, (size_t)p->steps, p->priority, p->alarms, b.since);
	rc = alarm_set_part(w->d->db, p, wait == 0 ? 0 : w->d->now + wait);
	if (rc == RC_OK && rings)
		rc = ring(w, p);
	for (; told < (size_t)p->steps && rc == RC_OK; told++)
		rc = escalate(w, p, b.steps[told].who);
	if (rc != RC_OK || (rc = pulse_beat(w->d->db, p->agency)) != RC_OK)
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

/* What waits at the desk rings after 2, 4, 8, 16 ... minutes, and when a step has its turn. */
static int64_t
desk_wait(const struct rung *next, int64_t age)
{
	int64_t	 wait = age < DESK_ALARM ? DESK_ALARM : age < HOUR ? age : HOUR, until;

	if (next == NULL || next->minutes == 0)
		return wait;
	until = next->minutes * MINUTE - age;
	return until > 0 && until < wait ? until : wait;
}

static enum rc
record_ticket(struct work_on *w, enum act act, const char *data)
{
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = act, .before = w->t.state, .after = w->t.state,
	    .note = "", .data = data });
}

/* What was told before stands in the events, since the ticket is where it is. */
static enum rc
ring_ticket(struct work_on *w)
{
	const struct desk	*d = w->d;
	int64_t			 age = d->now - w->t.since;
	struct rung		 steps[LADDER_MAX];
	size_t			 n, told, next;
	int64_t			 alarms;
	enum rc			 rc;

	n = ladder_of(d->ref->ladder, d->ref->nladder, LADDER_DESK, 0, d->now, steps);
	if ((rc = ladder_told(d->db, w->t.id, w->t.since, &alarms, &told)) != RC_OK)
		return rc;
	for (next = told; next < n && rung_is_due(&steps[next], alarms + 1, age); next++)
		;
	if ((rc = alarm_set_ticket(d->db, &w->t, d->now + desk_wait(next < n ? &steps[next] : NULL,
	    age))) != RC_OK || (rc = record_ticket(w, ACT_ALARM, "triage")) != RC_OK)
		return rc;
	for (; told < next && rc == RC_OK; told++) {
		rc = record_ticket(w, ACT_ESCALATE, steps[told].who);
		if (rc == RC_OK)
			rc = core_tell_step(w, steps[told].who, d->ref->triage);
	}
	return rc == RC_OK ? pulse_beat(d->db, 0) : rc;
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
    enum rc (*one)(const struct desk *, int64_t))
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++) {
		if ((rc = db_begin(d->db)) != RC_OK)
			return rc;
		rc = db_finish(d->db, one(d, ids[i]));
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
