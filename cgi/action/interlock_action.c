/* interlock_action.c: what must be safe before anybody works: asked, answered, taken back. */
#include "action/core.h"
#include "action/interlock_action.h"
#include "domain/sop.h"
#include "store/assignment_store.h"
#include "store/interlock_store.h"
#include "store/ticket_store.h"

enum rc
interlock_ask(const struct work_on *w, const struct card *card)
{
	const struct sop	*sop = sop_read(w->d->arena, card, false);
	const struct agency	*g;
	size_t			 i;
	enum rc			 rc = RC_OK;

	for (i = 0; sop != NULL && i < sop->nlocks && rc == RC_OK; i++) {
		g = ref_agency_code(w->d->ref, sop->locks[i].agency);
		rc = interlock_add(w->d->db, &(struct interlock){ .ticket = w->t.id,
		    .card = card->code, .version = card->version, .no = (int64_t)i + 1,
		    .asked = sop->locks[i].ask, .agency = g == NULL ? 0 : g->id });
	}
	return rc;
}

/* Who only had a part, or refused it, has no say about safety any more. */
static enum rc
may_answer(const struct desk *d, const struct ticket *t)
{
	struct assignment	 p;
	enum rc			 rc;

	if ((rc = core_reach(d, t)) != RC_OK)
		return rc;		/* first: to them there is no such ticket */
	if (!lock_may(d->who.role))
		return RC_FORBIDDEN;
	if (!role_has_agency(d->who.role))
		return RC_OK;
	rc = assignment_of(d->db, d->arena, t->id, d->who.agency, &p);
	return rc == RC_NOTFOUND ? RC_FORBIDDEN : rc;
}

static enum rc
record(struct work_on *w, const struct interlock *k, enum act act)
{
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = act, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = k->asked, .data = "" });
}

static enum rc
answer(const struct desk *d, const struct lock_order *o, struct interlock *k)
{
	struct work_on	 w = { .d = d };
	enum act	 act;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, o->number, &w.t)) != RC_OK ||
	    (rc = may_answer(d, &w.t)) != RC_OK ||
	    (rc = interlock_by_id(d->db, d->arena, o->id, k)) != RC_OK)
		return rc;
	if (k->ticket != w.t.id)
		return RC_NOTFOUND;
	act = lock_act(k->state, o->state);
	if (!w.t.open || k->revision != o->revision || act == ACT_NONE)
		return RC_CONFLICT;
	k->state = o->state;
	k->who = d->who;
	k->at = d->now;
	if ((rc = interlock_save(d->db, k)) != RC_OK ||
	    (rc = record(&w, k, act)) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
interlock_answer(const struct desk *d, const struct lock_order *o, struct interlock *now)
{
	enum rc	 rc;

	*now = (struct interlock){ .card = "", .asked = "", .who = { .name = "" } };
	if (o->state >= LOCK_STATE_COUNT)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, answer(d, o, now));
}
