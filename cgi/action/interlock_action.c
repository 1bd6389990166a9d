/* interlock_action.c: what must be safe before anybody works: asked, answered, taken back. */
#include <string.h>

#include "action/core.h"
#include "action/interlock_action.h"
#include "domain/sop.h"
#include "store/assignment_store.h"
#include "store/interlock_store.h"
#include "store/list_store.h"
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

/* --- with those that were merged into it --------------------------------------------- */

enum { FAMILY = 64 };

/* Itself, then those that went into it, and into those. */
static enum rc
family_of(const struct desk *d, int64_t ticket, int64_t *ids, size_t *n)
{
	size_t	 i, found;
	enum rc	 rc = RC_OK;

	ids[0] = ticket;
	*n = 1;
	for (i = 0; i < *n && *n < FAMILY && rc == RC_OK; i++) {
		rc = list_merged(d->db, ids[i], &ids[*n], &found, FAMILY - *n);
		*n += found;
	}
	return rc;
}

static bool
is_asked(const struct interlock *k, const struct interlock *list, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (list[i].no == k->no && strcmp(list[i].card, k->card) == 0)
			return true;
	return false;
}

static enum rc
add_those_of(const struct desk *d, int64_t ticket, bool own, struct interlock *list, size_t *n)
{
	struct interlock	*found;
	struct ticket		 t = { .number = "" };
	size_t			 i, nfound;
	enum rc			 rc;

	rc = interlock_list(d->db, d->arena, ticket, &found, &nfound, MAX_LOCKS);
	if (rc == RC_OK && !own && nfound > 0)
		rc = ticket_by_id(d->db, d->arena, ticket, &t);
	for (i = 0; i < nfound && *n < MAX_LOCKS && rc == RC_OK; i++) {
		if (found[i].state == LOCK_OPEN && is_asked(&found[i], list, *n))
			continue;
		found[i].from = t.number;
		list[(*n)++] = found[i];
	}
	return rc;
}

enum rc
interlock_all(const struct desk *d, int64_t ticket, struct interlock **list, size_t *n)
{
	int64_t	 ids[FAMILY];
	size_t	 i, nids;
	enum rc	 rc = family_of(d, ticket, ids, &nids);

	*list = arena_alloc(d->arena, MAX_LOCKS * sizeof(**list));
	*n = 0;
	for (i = 0; i < nids && rc == RC_OK; i++)
		rc = add_those_of(d, ids[i], i == 0, *list, n);
	return rc;
}

enum rc
interlock_open(const struct desk *d, int64_t ticket, bool *yes)
{
	struct interlock	*list;
	int64_t			 ids[FAMILY];
	size_t			 i, n;
	enum rc			 rc = interlock_waits(d->db, ticket, yes);

	if (rc != RC_OK || *yes)
		return rc;
	/* Asked for each row of a list: mostly nothing was merged into it. */
	if ((rc = family_of(d, ticket, ids, &n)) != RC_OK || n == 1)
		return rc;
	rc = interlock_all(d, ticket, &list, &n);
	for (i = 0; i < n && rc == RC_OK; i++)
		*yes = *yes || list[i].state == LOCK_OPEN;
	return rc;
}

/* --- answered -------------------------------------------------------------------------- */

static bool
is_family(const struct desk *d, int64_t ticket, int64_t other)
{
	int64_t	 ids[FAMILY];
	size_t	 i, n;

	if (ticket == other)
		return true;
	if (family_of(d, ticket, ids, &n) != RC_OK)
		return false;
	for (i = 0; i < n; i++)
		if (ids[i] == other)
			return true;
	return false;
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
	if (!is_family(d, w.t.id, k->ticket))
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
