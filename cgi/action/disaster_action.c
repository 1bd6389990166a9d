/* disaster_action.c: a disaster is proposed, rings, and is accepted or declined. */
#include <string.h>

#include "action/disaster_action.h"
#include "action/see_disaster.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/disaster_store.h"
#include "store/live_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"

enum { MANY = 64, AT_ONCE = 20, OFTEN = 12, THEN = 42, SELDOM = HOUR };

static enum rc
find(const struct desk *d, int64_t ticket, struct disaster *out)
{
	enum rc	 rc = disaster_of(d->db, d->arena, ticket, out);

	if (rc != RC_NOTFOUND)
		return rc;
	*out = (struct disaster){ .ticket = ticket, .state = "", .because = "" };
	return RC_OK;
}

static enum rc
call_supervisors(const struct work_on *w)
{
	return signal_add(w->d->db, &(struct signal){ .at = w->d->now, .role = ROLE_SUPERVISOR,
	    .kind = "disaster", .about = w->t.number });
}

static enum rc
record(struct work_on *w, enum act act, const char *note, const char *data)
{
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = act, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = note, .data = data });
}

/* --- proposed --------------------------------------------------------------------- */

static enum rc
propose(struct work_on *w, const char *because, enum priority usual)
{
	struct disaster	 d;
	enum rc		 rc;

	if ((rc = find(w->d, w->t.id, &d)) != RC_OK || *d.state == 'p')
		return rc;
	d = (struct disaster){ .ticket = w->t.id, .state = "proposed", .because = because,
	    .usual = usual, .proposed = w->d->now, .alarm = w->d->now + 15 * SECOND };
	if ((rc = disaster_put(w->d->db, &d)) != RC_OK ||
	    (rc = record(w, ACT_PROPOSE, because, "")) != RC_OK)
		return rc;
	return call_supervisors(w);
}

enum rc
disaster_propose(struct work_on *w, const struct answer *because)
{
	enum priority	 usual = w->t.priority != P0 ? w->t.priority :
	    w->c->priority != P0 ? w->c->priority : P1;

	return propose(w, because == NULL ? "" : arena_printf(w->d->arena, "%s, %d: %s %s",
	    because->card, (int)because->question, because->asked, because->said), usual);
}

enum rc
disaster_by_call(struct work_on *w, const struct answer *because)
{
	if (w->t.track != TRACK_EMERGENCY || (because == NULL && w->t.priority != P0))
		return RC_OK;
	return disaster_propose(w, because);
}

enum rc
disaster_follow(struct work_on *w, const struct ticket *into)
{
	struct work_on	 other = *w;
	struct disaster	 d;
	enum rc		 rc = find(w->d, w->t.id, &d);

	if (rc != RC_OK || *d.state != 'p' || into->track != TRACK_EMERGENCY)
		return rc;
	other.t = *into;
	return propose(&other, d.because, into->priority != P0 ? into->priority : P1);
}

/* --- decided ---------------------------------------------------------------------- */

/* What nobody has accepted rings as what it is now. */
static enum rc
set_priority(struct work_on *w, enum priority p)
{
	struct assignment	*list;
	size_t			 i, n;
	enum rc			 rc;

	w->t.priority = p;
	rc = assignment_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (!list[i].open)
			continue;
		list[i].priority = p;
		if (list[i].accepted == 0)
			list[i].alarm = priority_alarm(p) == 0 ? 0 :
			    w->d->now + priority_alarm(p);
		rc = assignment_save(w->d->db, &list[i]);
	}
	return rc;
}

static enum rc
decide(struct work_on *w, struct disaster *d, const char *state)
{
	d->state = state;
	d->alarm = 0;
	if (d->proposed == 0) {
		d->proposed = w->d->now;
		d->usual = w->t.priority;
	}
	return disaster_put(w->d->db, d);
}

enum rc
disaster_accept(struct work_on *w)
{
	struct disaster	 d;
	enum rc		 rc;

	if ((rc = find(w->d, w->t.id, &d)) != RC_OK ||
	    (rc = decide(w, &d, "accepted")) != RC_OK)
		return rc;
	return set_priority(w, P0);
}

enum rc
disaster_decline(struct work_on *w)
{
	struct disaster	 d;
	enum rc		 rc;

	if ((rc = find(w->d, w->t.id, &d)) != RC_OK ||
	    (rc = decide(w, &d, "declined")) != RC_OK)
		return rc;
	return w->t.priority == P0 ? set_priority(w, d.usual) : RC_OK;
}

enum rc
disaster_waits(const struct desk *d, int64_t ticket, bool *yes)
{
	struct disaster	 found;
	enum rc		 rc = find(d, ticket, &found);

	*yes = rc == RC_OK && *found.state == 'p';
	return rc;
}

/* --- it rings ---------------------------------------------------------------------- */

/* Every quarter of a minute, then every minute, then every hour: never not at all. */
static int64_t
wait_of(int64_t alarms)
{
	return alarms < OFTEN ? 15 * SECOND : alarms < THEN ? MINUTE : SELDOM;
}

static enum rc
ring(const struct desk *desk, int64_t id)
{
	struct work_on	 w = { .d = desk };
	struct disaster	 d;
	enum rc		 rc;

	if ((rc = disaster_of(desk->db, desk->arena, id, &d)) != RC_OK ||
	    (rc = ticket_by_id(desk->db, desk->arena, id, &w.t)) != RC_OK)
		return rc;
	if (d.alarm == 0 || d.alarm > desk->now)
		return RC_OK;
	d.alarms++;
	d.alarm = w.t.open && *d.state == 'p' ? desk->now + wait_of(d.alarms) : 0;
	if ((rc = disaster_put(desk->db, &d)) != RC_OK || d.alarm == 0)
		return rc;
	if ((rc = record(&w, ACT_ALARM, "", "disaster")) != RC_OK ||
	    (rc = call_supervisors(&w)) != RC_OK)
		return rc;
	return pulse_beat(desk->db, 0);
}

enum rc
worker_disasters(const struct desk *d, size_t *n)
{
	int64_t	 ids[AT_ONCE];
	size_t	 i;
	enum rc	 rc = disaster_due(d->db, d->now, ids, n, COUNT(ids));

	for (i = 0; i < *n && rc == RC_OK; i++) {
		if ((rc = db_begin(d->db)) != RC_OK)
			return rc;
		rc = db_finish(d->db, ring(d, ids[i]));
	}
	return rc;
}

/* --- seen --------------------------------------------------------------------------- */

enum rc
see_disasters(const struct desk *d, struct disaster_row *list, size_t *n)
{
	*n = 0;
	if (!role_may(d->who.role, MAY_COMMAND))
		return RC_OK;
	return disaster_waiting(d->db, d->arena, list, n, DISASTERS_SHOWN);
}
