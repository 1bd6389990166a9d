/* beside_action.c: what stands beside a ticket: hand-offs, family, the notes that wait, words. */
#include "action/beside_action.h"
#include "action/core.h"
#include "action/family_action.h"
#include "action/handoff_action.h"
#include "action/unsent_action.h"
#include "store/assignment_store.h"
#include "store/beside_store.h"
#include "store/handoff_store.h"
#include "store/phrase_store.h"
#include "store/ticket_store.h"
#include "store/unsent_store.h"

/* Nothing but its number, where this person does not reach it. */
static enum rc
look_at(const struct desk *d, const struct ticket *t, struct relative *r)
{
	enum rc	 rc = core_reach(d, t);

	r->reached = rc == RC_OK;
	r->t = rc == RC_OK ? *t : (struct ticket){ .id = t->id, .number = t->number };
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
see_family(const struct desk *d, const struct ticket *t, struct beside *b)
{
	struct ticket_list	 l = { .max = BESIDE_CHILDREN };
	struct ticket		 up;
	enum rc			 rc = RC_OK;

	b->may_join = family_may(d->who.role) && t->open;
	if (t->parent != 0 && (rc = ticket_by_id(d->db, d->arena, t->parent, &up)) == RC_OK)
		rc = look_at(d, &up, &b->parent);
	if (rc != RC_OK || t->parent != 0)
		return rc;
	l.items = arena_alloc(d->arena, l.max * sizeof(*l.items));
	rc = list_children(d->db, d->arena, t->id, &l);
	b->children = arena_alloc(d->arena, l.n * sizeof(*b->children));
	for (; b->nchildren < l.n && rc == RC_OK; b->nchildren++)
		rc = look_at(d, &l.items[b->nchildren], &b->children[b->nchildren]);
	return rc;
}

static enum rc
see_handoffs(const struct desk *d, const struct ticket *t, struct beside *b)
{
	struct assignment	 p;
	enum rc			 rc;

	rc = handoff_list(d->db, d->arena, t->id, &b->handoffs, &b->nhandoffs, BESIDE_HANDOFFS);
	if (rc != RC_OK || !handoff_may(d->who.role) || !t->open)
		return rc;
	b->may_hand = true;
	if (!role_has_agency(d->who.role))
		return RC_OK;
	rc = assignment_of(d->db, d->arena, t->id, d->who.agency, &p);
	b->may_hand = rc == RC_OK;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
see_all(const struct desk *d, const char *number, bool lines, struct beside *b)
{
	struct ticket	 t;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, number, &t)) != RC_OK ||
	    (rc = core_reach(d, &t)) != RC_OK ||
	    (rc = see_handoffs(d, &t, b)) != RC_OK ||
	    (rc = see_family(d, &t, b)) != RC_OK ||
	    (rc = unsent_list(d->db, d->arena, t.id, &b->unsent, &b->nunsent,
	    UNSENT_MAX)) != RC_OK)
		return rc;
	return !lines ? RC_OK : message_of_ticket(d->db, d->arena, t.id, &b->lines, &b->nlines,
	    BESIDE_LINES);
}

enum rc
see_beside(const struct desk *d, const char *number, bool lines, struct beside *b)
{
	enum rc	 rc = db_read_begin(d->db);

	*b = (struct beside){ 0 };
	if (rc != RC_OK)
		return rc;
	rc = see_all(d, number, lines, b);
	db_read_end(d->db);
	return rc;
}

/* Everybody's, and those of the own agency. */
enum rc
see_phrases(const struct desk *d, const struct ticket *t, enum state part, struct phrase *out,
    size_t *n, size_t max)
{
	const struct category	*c = ref_category(d->ref, t->category);
	struct phrase		*list;
	size_t			 i, all;
	enum rc			 rc = phrase_list(d->db, d->arena, t->track, &list, &all);

	*n = 0;
	for (i = 0; i < all && *n < max && rc == RC_OK; i++)
		if ((list[i].agency == 0 || list[i].agency == d->who.agency ||
		    d->who.agency == 0) && phrase_fits(&list[i], c, t->state, part))
			out[(*n)++] = list[i];
	return rc;
}
