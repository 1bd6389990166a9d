/* core.c: what every act on a ticket does besides its own business. */
#include <string.h>

#include "action/clock_core.h"
#include "action/duty_action.h"
#include "action/notice_action.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/event_store.h"
#include "store/reporter_store.h"
#include "store/trail_store.h"

enum { MANY = 64, LETTERS = 500 };

/* An agency's people reach what their agency has, or had, a part in. */
static enum rc
agency_reach(const struct desk *d, const struct ticket *t)
{
	bool	 has = false;
	enum rc	 rc;

	if (d->who.role == ROLE_RESPONDER && d->who.unit != 0)
		rc = run_of_unit(d->db, t->id, d->who.unit, &has);
	else
		rc = assignment_had(d->db, t->id, d->who.agency, &has);
	return rc == RC_OK && !has ? RC_NOTFOUND : rc;
}

enum rc
core_reach(const struct desk *d, const struct ticket *t)
{
	switch (d->who.role) {
	case ROLE_DISPATCHER:
	case ROLE_SUPERVISOR:
	case ROLE_VERIFIER:
	case ROLE_WORKER:
	case ROLE_REPORTER:		/* came by the tracking code of this very ticket */
		return RC_OK;
	case ROLE_CALL_TAKER:
		return t->open || d->now - t->since < DAY ? RC_OK : RC_NOTFOUND;
	case ROLE_OPD_OPERATOR:
	case ROLE_OPD_HEAD:
	case ROLE_RESPONDER:
		return agency_reach(d, t);
	case ROLE_NONE:
	case ROLE_VISITOR:
	case ROLE_EXECUTIVE:
	case ROLE_AUDITOR:
	case ROLE_ADMIN:
	case ROLE_COUNT:
		break;
	}
	return RC_NOTFOUND;
}

int64_t
core_when(const struct work_on *w)
{
	return w->o != NULL && w->o->happened != 0 ? w->o->happened : w->d->now;
}

/* What else the event tells; of a phone's step that tells nothing, the phone's clock. */
static const char *
data_of(const struct work_on *w, const char *data)
{
	bool	 none = data == NULL || *data == '\0';

	return none && w->o != NULL && w->o->clock != NULL ? w->o->clock : data;
}

enum rc
core_record(struct work_on *w, const struct record *r)
{
	struct event	 e = {
		.at = w->d->now,
		.ticket = w->t.id,
		.life = r->life,
		.object = r->object,
		.act = r->act,
		.before = r->before,
		.after = r->after,
		.who = w->d->who,
		.behalf = r->agency != w->d->who.agency && w->d->who.id != 0 ? r->agency : 0,
		.public = r->public,
		.note = r->note,
		.data = data_of(w, r->data),
		.reporter = r->reporter,
	};
	enum rc		 rc = event_add(w->d->db, w->d->arena, &e);

	w->event = e.id;
	return rc;
}

void
core_enter(struct work_on *w, enum state s)
{
	if (w->t.state == s)
		return;
	w->t.state = s;
	w->t.since = w->d->now;
	w->t.open = workflow_is_open(track_life(w->t.track), s);
	if (s != ST_SCHEDULED && s != ST_ON_HOLD)
		w->t.until = 0;
	clocks_enter(w, s);
}

enum rc
core_beat(struct work_on *w)
{
	struct assignment	*list;
	size_t			 i, j, n;
	enum rc			 rc;

	if ((rc = clocks_write(w)) != RC_OK || (rc = pulse_beat(w->d->db, 0)) != RC_OK ||
	    (rc = assignment_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY)) != RC_OK)
		return rc;
	for (i = 0; i < n && rc == RC_OK; i++) {
		for (j = 0; list[j].agency != list[i].agency; j++)
			;
		if (j == i)		/* its first part; others were told with it */
			rc = pulse_beat(w->d->db, list[i].agency);
	}
	return rc;
}

enum rc
core_tell_reporters(const struct work_on *w, const char *kind)
{
	int64_t	*ids;
	size_t	 i, n;
	enum rc	 rc;

	rc = reporter_mailed(w->d->db, w->d->arena, w->t.id, &ids, &n, LETTERS);
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = outbox_add(w->d->db, kind, w->t.id, ids[i], 0, w->event, w->d->now);
	return rc;
}

enum rc
core_tell_agency(const struct work_on *w, const char *kind, int64_t agency)
{
	const struct agency	*a = ref_agency(w->d->ref, agency);

	if (a == NULL || a->email[0] == '\0')
		return RC_OK;
	return outbox_add(w->d->db, kind, w->t.id, 0, agency, w->event, w->d->now);
}

/* What came of an alarm is said as such; what else a step is told of waits for it. */
static enum rc
notice_of_step(const struct work_on *w, const char *step, enum notice *kind)
{
	struct event	 e;
	enum rc		 rc = outbox_event(w->d->db, w->d->arena, w->event, &e);

	*kind = strcmp(step, "duty_officer") == 0 ? NOTICE_ALARM : NOTICE_ESCALATE;
	if (rc == RC_OK && e.act != ACT_ALARM && e.act != ACT_ESCALATE)
		*kind = NOTICE_TASK;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
core_tell_step(const struct work_on *w, const char *step, int64_t agency)
{
	struct telling		 t = { .ticket = w->t.id, .agency = agency, .event = w->event,
		.urgent = w->t.priority <= P1 };
	int64_t			 people[DUTY_PEOPLE];
	size_t			 n;
	enum rc			 rc = notice_of_step(w, step, &t.kind);

	if (rc == RC_OK)
		rc = duty_people(w->d, step, agency, people, &n, COUNT(people));
	return rc == RC_OK ? notice_tell(w->d, &t, people, n) : rc;
}

struct desk
core_as_worker(const struct desk *d)
{
	struct desk	 worker = *d;

	worker.who = (struct actor){ .role = ROLE_WORKER, .name = "" };
	return worker;
}
