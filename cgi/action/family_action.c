/* family_action.c: a major incident and the tickets under it. */
#include "action/core.h"
#include "action/effect.h"
#include "action/family_action.h"
#include "action/unsent_action.h"
#include "store/beside_store.h"
#include "store/ticket_store.h"

bool
family_may(enum role r)
{
	return role_may(r, MAY_FOR_AGENCY);
}

static enum rc
find(const struct desk *d, const char *number, struct work_on *w)
{
	enum rc	 rc;

	*w = (struct work_on){ .d = d };
	rc = ticket_by_number(d->db, d->arena, number, &w->t);
	return rc == RC_OK ? core_reach(d, &w->t) : rc;
}

/* On the time lines of both. */
static enum rc
record(struct work_on *w, enum act act, const char *other)
{
	enum rc	 rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = act, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = "", .data = other });

	return rc == RC_OK ? core_beat(w) : rc;
}

static enum rc
fault_of(const struct desk *d, const struct ticket *child, const struct ticket *parent,
    enum family_fault *fault)
{
	bool	 has = false;
	enum rc	 rc = has_children(d->db, child->id, &has);

	*fault = child->id == parent->id ? FAMILY_SELF :
	    !child->open || !parent->open ? FAMILY_CLOSED :
	    child->parent != 0 ? FAMILY_HAS_PARENT :
	    parent->parent != 0 ? FAMILY_IS_CHILD : has ? FAMILY_IS_PARENT : FAMILY_OK;
	return rc == RC_OK && *fault != FAMILY_OK ? RC_INPUT : rc;
}

static enum rc
join(const struct desk *d, const char *child, const char *parent, enum family_fault *fault)
{
	struct work_on	 w, up;
	enum rc		 rc;

	if ((rc = find(d, child, &w)) != RC_OK)
		return rc;
	if (!family_may(d->who.role))
		return RC_FORBIDDEN;
	if ((rc = find(d, parent, &up)) == RC_NOTFOUND) {
		*fault = FAMILY_NONE;
		return RC_INPUT;
	}
	if (rc != RC_OK || (rc = fault_of(d, &w.t, &up.t, fault)) != RC_OK)
		return rc;
	w.t.parent = up.t.id;
	if ((rc = ticket_save(d->db, &w.t)) != RC_OK ||
	    (rc = record(&w, ACT_JOIN, up.t.number)) != RC_OK)
		return rc;
	return record(&up, ACT_JOIN, w.t.number);
}

enum rc
family_join(const struct desk *d, const char *child, const char *parent,
    enum family_fault *fault)
{
	enum rc	 rc = db_begin(d->db);

	*fault = FAMILY_OK;
	return rc == RC_OK ? db_finish(d->db, join(d, child, parent, fault)) : rc;
}

static enum rc
leave(const struct desk *d, const char *child)
{
	struct work_on	 w, up = { .d = d };
	enum rc		 rc;

	if ((rc = find(d, child, &w)) != RC_OK)
		return rc;
	if (!family_may(d->who.role))
		return RC_FORBIDDEN;
	if (w.t.parent == 0)
		return RC_CONFLICT;
	if ((rc = ticket_by_id(d->db, d->arena, w.t.parent, &up.t)) != RC_OK)
		return rc;
	w.t.parent = 0;
	if ((rc = ticket_save(d->db, &w.t)) != RC_OK ||
	    (rc = record(&w, ACT_LEAVE, up.t.number)) != RC_OK)
		return rc;
	return record(&up, ACT_LEAVE, w.t.number);
}

enum rc
family_leave(const struct desk *d, const char *child)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, leave(d, child)) : rc;
}

/* --- one sentence for all ----------------------------------------------------------------- */

static enum rc
say(struct work_on *w, const char *words)
{
	enum rc	 rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_NOTE, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .public = true, .note = words });

	if (rc == RC_OK)
		rc = unsent_hold(w);
	return rc == RC_OK ? core_beat(w) : rc;
}

static enum rc
children_of(const struct desk *d, int64_t parent, struct ticket_list *l)
{
	*l = (struct ticket_list){ .max = FAMILY_MAX };
	l->items = arena_alloc(d->arena, l->max * sizeof(*l->items));
	return list_children(d->db, d->arena, parent, l);
}

static enum rc
tell(const struct desk *d, const char *parent, const char *words, size_t *n)
{
	struct ticket_list	 l;
	struct work_on		 w, child;
	size_t			 i;
	enum rc			 rc;

	if ((rc = find(d, parent, &w)) != RC_OK || (rc = say(&w, words)) != RC_OK ||
	    (rc = children_of(d, w.t.id, &l)) != RC_OK)
		return rc;
	for (i = 0; i < l.n && rc == RC_OK; i++) {
		child = (struct work_on){ .d = d, .t = l.items[i] };
		if (!child.t.open || core_reach(d, &child.t) != RC_OK)
			continue;
		if ((rc = say(&child, words)) == RC_OK)
			++*n;
	}
	return rc;
}

enum rc
family_tell(const struct desk *d, const char *parent, const char *words, size_t *n)
{
	enum rc	 rc;

	*n = 0;
	if (*words == '\0')
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, tell(d, parent, words, n)) : rc;
}

/* --- closed together ------------------------------------------------------------------------ */

/* Each in its own transaction, by the rule of its own move: not by who did its work. */
static enum rc
close_one(const struct desk *d, const struct ticket *t, struct family_close *c)
{
	const struct order	 o = { .number = t->number, .life = track_life(t->track),
		.act = ACT_CLOSE, .reason = c->reason, .note = c->words };
	struct verdict		 v;
	enum rc			 rc;

	if (t->state != ST_RESOLVED)
		return RC_OK;
	rc = move(d, &o, &v);
	if (rc == RC_BUSY || rc == RC_FAIL)
		return rc;
	if (rc == RC_OK)
		c->done++;
	else
		c->left++;
	return RC_OK;
}

enum rc
family_close(const struct desk *d, struct family_close *c)
{
	struct ticket_list	 l;
	struct work_on		 w;
	size_t			 i;
	enum rc			 rc;

	c->done = c->left = 0;
	if (!workflow_is_reason(ACT_CLOSE, c->reason))
		return RC_INPUT;
	if ((rc = find(d, c->parent, &w)) != RC_OK ||
	    (rc = children_of(d, w.t.id, &l)) != RC_OK)
		return rc;
	for (i = 0; i < l.n && rc == RC_OK; i++)
		rc = close_one(d, &l.items[i], c);
	return rc;
}
