/* handoff_action.c: what is given to a body that is not the city's, and asked about again. */
#include "action/core.h"
#include "action/handoff_action.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/handoff_store.h"
#include "store/ticket_store.h"

enum { MANY = 50 };

bool
handoff_may(enum role r)
{
	return role_may(r, MAY_FOR_AGENCY) || role_may(r, MAY_TAKE) || r == ROLE_OPD_OPERATOR ||
	    r == ROLE_OPD_HEAD;
}

/* Of agencies, those that are at work on it. */
static enum rc
has_part(const struct desk *d, int64_t ticket)
{
	struct assignment	 p;
	enum rc			 rc;

	if (!role_has_agency(d->who.role))
		return RC_OK;
	rc = assignment_of(d->db, d->arena, ticket, d->who.agency, &p);
	return rc == RC_NOTFOUND ? RC_FORBIDDEN : rc;
}

/* The ticket, where this person may hand it off. */
static enum rc
open_work(const struct desk *d, const char *number, struct work_on *w)
{
	enum rc	 rc;

	*w = (struct work_on){ .d = d };
	if ((rc = ticket_by_number(d->db, d->arena, number, &w->t)) != RC_OK ||
	    (rc = core_reach(d, &w->t)) != RC_OK)
		return rc;
	return handoff_may(d->who.role) ? RC_OK : RC_FORBIDDEN;
}

static const char *
name_of(const struct desk *d, const struct handoff *h)
{
	const struct agency	*a = ref_agency(d->ref, h->agency);

	return a == NULL ? h->name : a->code;
}

static enum rc
record(struct work_on *w, const struct handoff *h, enum act act, const char *words)
{
	enum rc	 rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = act, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = words, .data = name_of(w->d, h) });

	return rc == RC_OK ? core_beat(w) : rc;
}

static enum handing_fault
fault_of(const struct desk *d, const struct handing *in, const struct ticket *t)
{
	const struct agency	*a = ref_agency(d->ref, in->agency);

	if (in->agency != 0 ? a == NULL || a->own : *in->name == '\0')
		return HANDING_WHOM;
	if (in->way == WAY_NONE || in->way >= WAYS)
		return HANDING_WAY;
	if (*in->words == '\0')
		return HANDING_WORDS;
	/* A minute of grace: the clock on a wall is not ours. */
	if (in->at > d->now + MINUTE || in->at < t->recorded - DAY)
		return HANDING_AT;
	return in->ask <= d->now || in->ask <= in->at ? HANDING_ASK : HANDING_OK;
}

static enum rc
hand(const struct desk *d, const struct handing *in, enum handing_fault *fault)
{
	struct work_on	 w;
	struct handoff	 h = { .giver = d->who.agency, .agency = in->agency,
		.name = in->agency != 0 ? "" : in->name, .way = in->way, .taker = in->taker,
		.reference = in->reference, .at = in->at, .ask = in->ask, .remind = in->ask };
	enum rc		 rc = open_work(d, in->number, &w);

	if (rc != RC_OK)
		return rc;
	if (!w.t.open)
		return RC_CONFLICT;
	if ((rc = has_part(d, w.t.id)) != RC_OK)
		return rc;
	if ((*fault = fault_of(d, in, &w.t)) != HANDING_OK)
		return RC_INPUT;
	h.ticket = w.t.id;
	rc = handoff_insert(d->db, &h, in->token);
	if (rc != RC_OK)
		return rc == RC_CONFLICT ? RC_OK : rc;	/* the second press of one button */
	return record(&w, &h, ACT_HANDOFF, in->words);
}

enum rc
hand_off(const struct desk *d, const struct handing *in, enum handing_fault *fault)
{
	enum rc	 rc = db_begin(d->db);

	*fault = HANDING_OK;
	return rc == RC_OK ? db_finish(d->db, hand(d, in, fault)) : rc;
}

/* --- their answer ---------------------------------------------------------------------------- */

static enum rc
say(const struct desk *d, const struct handoff_word *in)
{
	struct work_on	 w;
	struct handoff	 h;
	enum rc		 rc;

	if ((rc = open_work(d, in->number, &w)) != RC_OK ||
	    (rc = handoff_by_id(d->db, d->arena, in->id, &h)) != RC_OK)
		return rc;
	if (h.ticket != w.t.id)
		return RC_NOTFOUND;
	if (h.version != in->version || h.state == HANDOFF_CLOSED)
		return RC_CONFLICT;
	if (*in->words == '\0' || (in->ask != 0 && in->ask <= d->now))
		return RC_INPUT;
	h.state = in->closes ? HANDOFF_CLOSED : HANDOFF_ANSWERED;
	h.said = d->now;
	h.remind = in->closes ? 0 : in->ask;
	h.ask = h.remind != 0 ? h.remind : h.ask;
	h.reminders = 0;
	h.reference = *in->reference != '\0' ? in->reference : h.reference;
	if ((rc = handoff_save(d->db, &h)) != RC_OK)
		return rc;
	return record(&w, &h, ACT_HANDOFF_SAID, in->words);
}

enum rc
handoff_say(const struct desk *d, const struct handoff_word *in)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, say(d, in)) : rc;
}

/* --- the worker ------------------------------------------------------------------------------ */

/* Who handed it off asks again: its duty officer, or the desk's. */
static enum rc
remind(const struct desk *d, int64_t id)
{
	struct work_on	 w = { .d = d };
	struct handoff	 h;
	enum rc		 rc;

	if ((rc = handoff_by_id(d->db, d->arena, id, &h)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, h.ticket, &w.t)) != RC_OK)
		return rc;
	if (h.remind == 0 || h.remind > d->now)
		return RC_OK;
	if (!w.t.open || h.state == HANDOFF_CLOSED) {
		h.remind = 0;
		return handoff_save(d->db, &h);
	}
	h.reminders++;
	h.remind = handoff_next(&h, d->now);
	if ((rc = handoff_save(d->db, &h)) != RC_OK ||
	    (rc = record(&w, &h, ACT_HANDOFF_ASK, "")) != RC_OK)
		return rc;
	return core_tell_step(&w, "duty_officer", h.giver != 0 ? h.giver : d->ref->triage);
}

enum rc
worker_handoffs(const struct desk *d, size_t *n)
{
	int64_t	 ids[MANY];
	size_t	 i;
	enum rc	 rc = handoff_due(d->db, d->now, ids, n, MANY);

	for (i = 0; i < *n && rc == RC_OK; i++)
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, remind(d, ids[i]));
	return rc;
}
