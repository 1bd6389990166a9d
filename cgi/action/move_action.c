/* move_action.c: every move of a ticket, an assignment, a unit: one door. */
#include "action/callout_action.h"
#include "action/disaster_action.h"
#include "action/effect.h"
#include "action/photo_core.h"
#include "action/rule.h"
#include "action/unsent_action.h"
#include "store/assignment_store.h"
#include "store/event_store.h"
#include "store/ticket_store.h"

/* The table has such a move for somebody, so the state is not what forbids it. */
static bool
anybody_may(enum life life, enum state from, enum act act)
{
	enum role	 r;

	for (r = ROLE_NONE + 1; r < ROLE_COUNT; r++)
		if (workflow_find(life, from, act, r) != NULL)
			return true;
	return false;
}

/* Finds the move, or says whether the person or the moment forbids it. */
static enum rc
find(struct work_on *w, enum life life, enum state from, int64_t version, struct verdict *v)
{
	v->state = from;
	if (w->o->version != 0 && w->o->version != version)
		return RC_CONFLICT;
	w->m = workflow_find(life, from, w->o->act, w->d->who.role);
	if (w->m != NULL && w->m->act != ACT_HANDLE)
		return RC_OK;
	w->m = NULL;
	return anybody_may(life, from, w->o->act) ? RC_FORBIDDEN : RC_CONFLICT;
}

/* What the order lacks, as NEED_ bits. */
static unsigned
lacking(const struct work_on *w)
{
	const struct order	*o = w->o;
	unsigned		 f = w->m->flags, lack = 0;

	if (f & NEED_NOTE && o->note[0] == '\0')
		lack |= NEED_NOTE;
	if (f & NEED_REASON && !workflow_is_reason(o->act, o->reason))
		lack |= NEED_REASON;
	if (f & NEED_AGENCY && ref_agency(w->d->ref, o->agency) == NULL)
		lack |= NEED_AGENCY;
	if (f & NEED_UNIT && ref_unit(w->d->ref, o->unit) == NULL)
		lack |= NEED_UNIT;
	if (f & NEED_UNTIL && o->until <= w->d->now)
		lack |= NEED_UNTIL;
	if (f & NEED_TARGET && o->target[0] == '\0')
		lack |= NEED_TARGET;
	if (f & NEED_CATEGORY && ref_category(w->d->ref, o->category) == NULL)
		lack |= NEED_CATEGORY;
	return lack;
}

static enum rc
allow(struct work_on *w, bool lead, struct verdict *v)
{
	struct facts	 f = { .lead = lead };
	enum rc		 rc = RC_OK;

	if ((v->missing = lacking(w)) != 0)
		return RC_INPUT;
	if (w->m->flags & OTHER_PERSON)
		rc = event_worked(w->d->db, w->t.id, w->d->who.id, &f.did_work);
	if (rc == RC_OK && w->m->flags & (IF_PROPOSED | NOT_DISASTER))
		rc = disaster_waits(w->d, w->t.id, &f.proposed);
	if (rc == RC_OK && w->m->flags & WORK_ENDED)
		rc = part_others_work(w, &f.others_work);
	if (rc == RC_OK && (v->missing = rule_refuses(w->d, &w->t, w->m, f)) != 0)
		rc = RC_FORBIDDEN;
	return rc;
}

/* Routed to an agency that is at work already, an emergency is handled at once. */
static enum rc
resume(struct work_on *w)
{
	struct assignment	 lead;
	enum rc			 rc;

	if (w->m->act != ACT_ROUTE)
		return RC_OK;
	rc = part_lead(w, &lead);
	if (rc != RC_OK || lead.accepted == 0)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if ((rc = part_handles(w)) != RC_OK)
		return rc;
	return ticket_save(w->d->db, &w->t);
}

/* After the effects: the ticket's own state, its event, letters, pulses. */
static enum rc
settle(struct work_on *w, enum state from)
{
	enum rc	 rc;

	core_enter(w, w->m->to);
	if ((rc = ticket_save(w->d->db, &w->t)) != RC_OK ||
	    (rc = callout_close(w)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = w->m->life,
	    .object = w->t.id, .act = w->m->act, .before = from, .after = w->m->to,
	    .agency = w->m->flags & LEAD_ONLY ? w->t.lead : w->d->who.agency,
	    .public = (w->m->flags & (NOTE_PUBLIC | TELL_REPORTER)) != 0,
	    .note = w->o->note, .data = w->o->reason,
	    .reporter = w->o->reporter })) != RC_OK)
		return rc;
	if ((rc = resume(w)) != RC_OK)
		return rc;
	if (w->m->flags & TELL_REPORTER)
		rc = core_tell_reporters(w, "moved");
	if (rc == RC_OK && w->m->flags & TELL_AGENCY)
		rc = core_tell_agency(w, "moved", w->t.lead);
	return rc == RC_OK ? core_beat(w) : rc;
}

static enum rc
move_ticket(struct work_on *w, struct verdict *v)
{
	enum state	 from = w->t.state;
	enum rc		 rc;

	if ((rc = find(w, track_life(w->t.track), from, w->t.version, v)) != RC_OK ||
	    (rc = allow(w, true, v)) != RC_OK)
		return rc;
	rc = effect_before(w);
	if (rc == RC_INPUT)
		v->missing = w->m->flags & (NEED_AGENCY | NEED_TARGET | NEED_CATEGORY | NEED_UNTIL);
	return rc == RC_OK ? settle(w, from) : rc;
}

/* Of an agency's people, only its own; a desk may act for any. */
static enum rc
own_part(const struct work_on *w, const struct assignment *p)
{
	if (p->ticket != w->t.id)
		return RC_NOTFOUND;
	return rule_is_agency_role(w->d->who.role) && p->agency != w->d->who.agency ? RC_NOTFOUND : RC_OK;
}

static enum rc
find_part(const struct work_on *w, struct assignment *p)
{
	enum rc	 rc;

	if (w->o->object != 0)
		rc = assignment_by_id(w->d->db, w->d->arena, w->o->object, p);
	else
		rc = assignment_of(w->d->db, w->d->arena, w->t.id,
		    w->d->who.agency != 0 ? w->d->who.agency : w->t.lead, p);
	return rc == RC_OK ? own_part(w, p) : rc;
}

static enum rc
move_part(struct work_on *w, struct verdict *v)
{
	struct assignment	 p;
	enum rc			 rc;

	if ((rc = find_part(w, &p)) != RC_OK ||
	    (rc = find(w, LIFE_ASSIGNMENT, p.state, p.version, v)) != RC_OK ||
	    (rc = allow(w, p.lead, v)) != RC_OK)
		return rc;
	rc = effect_part(w, &p);
	if (rc == RC_INPUT)
		v->missing = w->m->flags & (NEED_AGENCY | NEED_UNIT);
	if (rc == RC_FORBIDDEN)
		v->missing = w->refused;
	return rc == RC_OK ? core_beat(w) : rc;
}

static enum rc
move_run(struct work_on *w, struct verdict *v)
{
	struct assignment	 p;
	struct run		 r;
	enum rc			 rc;

	if ((rc = run_by_id(w->d->db, w->o->object, &r)) != RC_OK ||
	    (rc = assignment_by_id(w->d->db, w->d->arena, r.assignment, &p)) != RC_OK ||
	    (rc = own_part(w, &p)) != RC_OK)
		return rc;
	if (w->d->who.role == ROLE_RESPONDER && w->d->who.unit != 0 &&
	    w->d->who.unit != r.unit)
		return RC_NOTFOUND;
	if ((rc = find(w, LIFE_UNIT, r.state, r.version, v)) != RC_OK ||
	    (rc = allow(w, p.lead, v)) != RC_OK ||
	    (rc = effect_run(w, &p, &r)) != RC_OK)
		return rc;
	return core_beat(w);
}

static enum rc
one(struct work_on *w, struct verdict *v)
{
	if (w->o->life == LIFE_ASSIGNMENT)
		return move_part(w, v);
	if (w->o->life == LIFE_UNIT)
		return move_run(w, v);
	return w->o->life == LIFE_EMERGENCY || w->o->life == LIFE_COMPLAINT ?
	    move_ticket(w, v) : RC_INPUT;
}

static enum rc
open_work(struct work_on *w, const struct desk *d, const struct order *o)
{
	enum rc	 rc;

	*w = (struct work_on){ .d = d, .o = o };
	if ((rc = ticket_by_number(d->db, d->arena, o->number, &w->t)) != RC_OK ||
	    (rc = core_reach(d, &w->t)) != RC_OK)
		return rc;
	w->c = ref_category(d->ref, w->t.category);
	return w->c == NULL ? RC_FAIL : RC_OK;
}

/* An order with nothing left NULL, so that nobody below need ask. */
static struct order
filled(const struct order *o)
{
	struct order	 full = *o;

	full.note = o->note == NULL ? "" : o->note;
	full.reason = o->reason == NULL ? "" : o->reason;
	full.target = o->target == NULL ? "" : o->target;
	return full;
}

static enum rc
run(const struct desk *d, const struct order *o, struct verdict *v)
{
	struct work_on	 w;
	enum rc		 rc;

	if ((rc = open_work(&w, d, o)) == RC_OK && (rc = one(&w, v)) == RC_OK)
		rc = photo_keep(&w, o->photos, SHOT_PROOF, 0);
	v->ticket = w.became.id != 0 ? w.became : w.t;
	if (rc == RC_CONFLICT &&
	    event_last(d->db, d->arena, w.t.id, d->who.id != 0, &v->rival) != RC_OK)
		v->rival = (struct event){ .who = { .name = "" }, .note = "", .data = "" };
	return rc;
}

enum rc
core_move(const struct desk *d, const struct order *o, struct verdict *v)
{
	const struct order	 full = filled(o);

	*v = (struct verdict){ 0 };
	return run(d, &full, v);
}

enum rc
move_inside(const struct desk *d, const struct order *o, struct verdict *v)
{
	struct order	 full = filled(o);

	return run(d, &full, v);
}

enum rc
move(const struct desk *d, const struct order *o, struct verdict *v)
{
	struct order	 full = filled(o);
	enum rc		 rc;

	*v = (struct verdict){ 0 };
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, run(d, &full, v));
	photo_end(o->photos, rc);
	return rc;
}

/* The second of two moves sees the first one's version. */
static enum rc
both(const struct desk *d, const struct order *o, struct verdict *v)
{
	struct order	 first = *o, second = *o;
	enum rc		 rc;

	first.act = ACT_VERIFY;
	first.note = "";
	if ((rc = run(d, &first, v)) != RC_OK)
		return rc;
	second.act = ACT_ASSIGN;
	second.version = 0;
	return run(d, &second, v);
}

enum rc
verify_and_send(const struct desk *d, const struct order *o, struct verdict *v)
{
	struct order	 full = filled(o);
	struct ticket	 t;
	enum rc		 rc;

	*v = (struct verdict){ 0 };
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = ticket_by_number(d->db, d->arena, o->number, &t)) == RC_OK) {
		full.life = track_life(t.track);
		if (t.state == ST_RECEIVED) {
			rc = both(d, &full, v);
		} else {
			full.act = t.track == TRACK_EMERGENCY ? ACT_ROUTE : ACT_ASSIGN;
			rc = run(d, &full, v);
		}
	}
	return db_finish(d->db, rc);
}

enum rc
core_note(const struct desk *d, const struct order *o, bool public)
{
	struct work_on	 w;
	enum rc		 rc;

	if ((rc = open_work(&w, d, o)) != RC_OK ||
	    (rc = core_record(&w, &(struct record){ .life = track_life(w.t.track),
	    .object = w.t.id, .act = o->act, .before = w.t.state, .after = w.t.state,
	    .agency = d->who.agency, .public = public, .note = o->note })) != RC_OK)
		return rc;
	/* Of an emergency, what a crew photographs is not for whoever reported it. */
	if ((rc = photo_keep(&w, o->photos, w.t.track == TRACK_COMPLAINT ? SHOT_PROOF :
	    SHOT_REPORT, 0)) != RC_OK)
		return rc;
	if (public && (rc = unsent_hold(&w)) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
note(const struct desk *d, const char *number, const char *text, bool public)
{
	enum rc	 rc;

	if (text[0] == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, core_note(d, &(struct order){ .number = number,
	    .act = ACT_NOTE, .note = text }, public));
}
