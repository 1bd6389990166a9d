/* bulk_action.c: one step for many tickets of the worklist, each for itself. */
#include <string.h>

#include "action/bulk_action.h"
#include "action/core.h"
#include "action/next_step.h"
#include "lib/json.h"
#include "store/event_store.h"

/* What needs a look at each ticket, or a choice that differs, is no step for many. */
enum { ONE_BY_ONE = NEED_UNIT | NEED_CATEGORY | NEED_UNTIL | IF_PROPOSED | NOT_DISASTER,
       ASKED = NEED_NOTE | NEED_REASON | NEED_AGENCY | NEED_TARGET,
       LOOKED_BACK = 12 };

static bool
is_for_many(const struct move *m)
{
	if ((m->flags & (ONE_BY_ONE | AUTOMATIC)) != 0 || m->act == ACT_VERIFY)
		return false;
	return (m->flags & NEED_AGENCY) == 0 || m->act == ACT_TRANSFER;
}

static void
add(struct choices *all, const struct choices *some)
{
	size_t	 i;

	for (i = 0; i < some->n && all->n < COUNT(all->moves); i++)
		all->moves[all->n++] = some->moves[i];
}

static void
fill_may(const struct desk *d, struct bulk_row *b)
{
	struct work_row	*r = &b->row;
	struct choices	 some;

	if (r->a.open) {
		choices_of(d, &r->t, LIFE_ASSIGNMENT, r->a.state,
		    (struct facts){ .lead = r->a.lead }, &some);
		add(&b->may, &some);
	}
	choices_of(d, &r->t, track_life(r->t.track), r->t.state,
	    (struct facts){ .lead = true }, &some);
	add(&b->may, &some);
}

enum rc
bulk_see(const struct desk *d, struct bulk_row *rows, size_t n)
{
	size_t	 i;
	enum rc	 rc;

	for (i = 0; i < n; i++) {
		rows[i].may.n = 0;
		rc = see_work_row(d, rows[i].part, &rows[i].row);
		if (rc == RC_NOTFOUND)
			rows[i].row = (struct work_row){ .t = { .number = "", .title = "" } };
		else if (rc != RC_OK)
			return rc;
		else
			fill_may(d, &rows[i]);
	}
	return RC_OK;
}

/* --- what all of them have --------------------------------------------------------------- */

static const struct move *
choice_of(const struct choices *may, enum act act)
{
	size_t	 i;

	for (i = 0; i < may->n; i++)
		if (may->moves[i]->act == act)
			return may->moves[i];
	return NULL;
}

const struct move *
bulk_step(const struct bulk_row *rows, size_t n, enum act act)
{
	const struct move	*first = n == 0 ? NULL : choice_of(&rows[0].may, act), *m;
	size_t			 i;

	if (first != NULL && !is_for_many(first))
		return NULL;
	for (i = 1; i < n && first != NULL; i++) {
		m = choice_of(&rows[i].may, act);
		if (m == NULL || (m->flags & ASKED) != (first->flags & ASKED))
			return NULL;
	}
	return first;
}

size_t
bulk_steps(const struct bulk_row *rows, size_t n, struct choices *out)
{
	size_t	 i;

	out->n = 0;
	for (i = 0; n > 0 && i < rows[0].may.n; i++)
		if (bulk_step(rows, n, rows[0].may.moves[i]->act) != NULL)
			out->moves[out->n++] = rows[0].may.moves[i];
	return out->n;
}

enum act
bulk_undo(enum act act)
{
	return act == ACT_MERGE ? ACT_UNMERGE : ACT_NONE;
}

/* --- doing ------------------------------------------------------------------------------- */

/* Whose act it is, of this ticket: asked of the table, for where the state has moved on. */
static enum life
life_of(const struct bulk_row *b, enum act act)
{
	const struct move	*may = choice_of(&b->may, act), *m, *end;
	enum life		 ticket = track_life(b->row.t.track);
	size_t			 n;

	if (may != NULL)
		return may->life;
	for (m = workflow_table(&n), end = m + n; m < end; m++)
		if (m->act == act && (m->life == LIFE_ASSIGNMENT || m->life == ticket))
			return m->life;
	return LIFE_NONE;
}

/*
 * What the events of this form carry, where they tell nothing else: its token,
 * and a hash of what it said, for a page may be gone back to and say another thing.
 */
static const char *
trace_of(const struct desk *d, const struct bulk *k)
{
	unsigned char	 hash[HASH_SIZE];
	struct buf	 b = { 0 };
	const char	*text;

	if (*k->token == '\0')
		return NULL;
	buf_printf(&b, "%s\n%d\n%s\n%s\n%s\n%lld", act_code(k->act), k->public, k->note,
	    k->reason, k->target, (long long)k->agency);
	secret_hash((struct bytes){ b.data, b.len }, (struct bytes){ "", 0 }, hash);
	buf_clear(&b);
	buf_text(&b, "{\"form\":");
	json_put_text(&b, k->token);
	buf_printf(&b, ",\"said\":\"%s\"}", secret_hex(d->arena, (struct bytes){ hash, 8 }));
	text = arena_text(d->arena, b.data);
	buf_free(&b);
	return text;
}

/* This very form did it before: it was sent twice. */
static bool
is_done(const struct desk *d, const struct bulk_row *b, const struct order *o)
{
	struct event	*events;
	size_t		 i, n;

	if (o->clock == NULL || event_list(d->db, d->arena, b->row.t.id, false, &events, &n,
	    LOOKED_BACK) != RC_OK)
		return false;
	for (i = 0; i < n; i++)
		if (events[i].who.id == d->who.id && strcmp(events[i].data, o->clock) == 0)
			return true;
	return false;
}

/* Or it left another trace: this person was the last, and it is where the act leads. */
static bool
is_there(const struct desk *d, const struct order *o, const struct verdict *v)
{
	const struct move	*m, *end;
	size_t			 n;

	if (v->rival.who.id != d->who.id)
		return false;
	for (m = workflow_table(&n), end = m + n; m < end; m++)
		if (m->life == o->life && m->act == o->act && m->to == v->state && m->from != m->to)
			return true;
	return false;
}

static enum rc
write_down(const struct desk *d, const struct order *o, bool public)
{
	enum rc	 rc;

	if (*o->note == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, core_note(d, o, public));
}

static enum rc
do_one(const struct desk *d, const struct bulk *k, struct order *o, struct bulk_row *b)
{
	enum rc	 rc;

	b->verdict = (struct verdict){ 0 };
	if (*b->row.t.number == '\0')
		return RC_NOTFOUND;
	o->number = b->row.t.number;
	if (is_done(d, b, o))
		return RC_OK;
	if (k->act == ACT_NOTE)
		return write_down(d, o, k->public);
	o->life = life_of(b, k->act);
	o->object = o->life == LIFE_ASSIGNMENT ? b->row.a.id : b->row.t.id;
	o->version = o->life == LIFE_ASSIGNMENT ? 0 : b->version;
	if (k->act == ACT_MERGE && strcmp(k->target, o->number) == 0)
		return RC_OK;		/* the one that the others go into */
	rc = move(d, o, &b->verdict);
	return rc == RC_CONFLICT && is_there(d, o, &b->verdict) ? RC_OK : rc;
}

void
bulk_do(const struct desk *d, const struct bulk *k, struct bulk_row *rows, size_t n)
{
	struct order	 o = { .act = k->act, .note = k->note, .reason = k->reason,
			    .target = k->target, .agency = k->agency,
			    .clock = trace_of(d, k) };
	size_t		 i;
	enum rc		 rc = RC_OK;

	for (i = 0; i < n; i++)
		rc = rows[i].rc = rc == RC_BUSY ? RC_BUSY : do_one(d, k, &o, &rows[i]);
}
