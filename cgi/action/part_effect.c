/* part_effect.c: what each act on an assignment or a unit does, and what follows for the ticket. */
#include <string.h>

#include "action/court_action.h"
#include "action/effect.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

/* The leading agency sent it back: the triage desk leads until it is routed anew. */
static enum rc
reject(struct work_on *w, struct assignment *p)
{
	bool	 was_lead = p->lead, stays = false;
	enum rc	 rc = RC_OK;

	if (p->agency == w->d->ref->triage && was_lead)
		return RC_FORBIDDEN;	/* the desk itself cannot send it back to the desk */
	if (was_lead && strcmp(w->o->reason, "not_ours") == 0)
		rc = court_bounce(w, p, &stays);
	if (rc != RC_OK || stays)
		return rc;
	rc = part_move(w, p, ACT_REJECT, ST_REJECTED, w->o->note, w->o->reason);
	if (rc != RC_OK || !was_lead)
		return rc;
	w->t.lead = w->d->ref->triage;
	w->t.alarm = w->d->now + DESK_ALARM;
	return part_give(w, w->t.lead, true);
}

static enum rc
transfer(struct work_on *w, struct assignment *p)
{
	const struct agency	*to = ref_agency(w->d->ref, w->o->agency);
	bool			 was_lead = p->lead;
	enum rc			 rc;

	if (to == NULL || to->id == p->agency || (was_lead && !to->own))
		return RC_INPUT;
	if (was_lead && ((rc = court_binds(w, p)) != RC_OK ||
	    (rc = court_route(w, to->id)) != RC_OK))
		return rc;
	if ((rc = part_move(w, p, ACT_TRANSFER, ST_TRANSFERRED, w->o->note, to->code)) != RC_OK)
		return rc;
	if (was_lead) {
		w->t.lead = to->id;
		w->t.alarm = 0;
	}
	if ((rc = part_give(w, to->id, was_lead)) != RC_OK)
		return rc;
	return part_passed(w, p, to->id);
}

static enum rc
send_unit(struct work_on *w, struct assignment *p)
{
	const struct unit	*u = ref_unit(w->d->ref, w->o->unit);
	struct run		 r;
	enum rc			 rc;

	if (u == NULL || u->agency != p->agency)
		return RC_INPUT;
	r = (struct run){ .assignment = p->id, .ticket = w->t.id, .unit = u->id,
	    .state = ST_ALERTED, .open = true, .alerted = w->d->now };
	rc = run_insert(w->d->db, &r);
	if (rc == RC_CONFLICT)
		return RC_INPUT;	/* this unit is already on its way */
	if (rc != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = LIFE_UNIT, .object = r.id,
	    .act = ACT_SEND_UNIT, .after = ST_ALERTED, .agency = p->agency,
	    .data = u->code })) != RC_OK)
		return rc;
	return part_move(w, p, ACT_SEND_UNIT, w->m->to, w->o->note, u->code);
}

/* A ticket of which only a part moved is still new to everybody else. */
static enum rc
save_ticket(struct work_on *w)
{
	enum act	 a = w->m->act;
	enum rc		 rc = RC_OK;

	if (w->t.track == TRACK_EMERGENCY &&
	    (a == ACT_ACCEPT || a == ACT_SEND_UNIT || a == ACT_ARRIVE))
		rc = part_handles(w);
	return rc == RC_OK ? ticket_save(w->d->db, &w->t) : rc;
}

enum rc
effect_part(struct work_on *w, struct assignment *p)
{
	enum rc	 rc;

	if (w->m->act == ACT_REJECT)
		rc = reject(w, p);
	else if (w->m->act == ACT_TRANSFER)
		rc = transfer(w, p);
	else if (w->m->act == ACT_SEND_UNIT)
		rc = send_unit(w, p);
	else
		rc = part_move(w, p, w->m->act, w->m->to, w->o->note, w->o->reason);
	/* Seeing changes nothing of the ticket; its version stays. */
	if (rc == RC_OK && w->m->act != ACT_SEE)
		rc = save_ticket(w);
	return rc;
}

/* The first unit that arrives has the assignment arrive. */
static enum rc
part_follows(struct work_on *w, struct assignment *p)
{
	enum rc	 rc;

	if (w->m->to == ST_ON_SCENE && p->arrived == 0)
		return part_move(w, p, ACT_ARRIVE, ST_ON_SCENE, "", "");
	if ((rc = run_units(w->d->db, w->d->arena, p->id, &p->units)) != RC_OK)
		return rc;
	return assignment_save(w->d->db, p);
}

enum rc
effect_run(struct work_on *w, struct assignment *p, struct run *r)
{
	enum state	 from = r->state;
	enum rc		 rc;

	r->state = w->m->to;
	r->open = workflow_is_open(LIFE_UNIT, r->state);
	r->since = core_when(w);
	if (r->state == ST_EN_ROUTE && r->departed == 0)
		r->departed = core_when(w);
	if (r->state == ST_ON_SCENE && r->arrived == 0)
		r->arrived = core_when(w);
	if (!r->open)
		r->ended = core_when(w);
	if ((rc = run_save(w->d->db, r)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = LIFE_UNIT, .object = r->id,
	    .act = w->m->act, .before = from, .after = r->state, .agency = p->agency,
	    .note = w->o->note })) != RC_OK)
		return rc;
	return p->open ? part_follows(w, p) : RC_OK;
}
