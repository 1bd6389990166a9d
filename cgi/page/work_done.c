/* work_done.c: what became of one step for many tickets: of each, and in all. */
#include <inttypes.h>
#include <string.h>

#include "page/step.h"
#include "page/view.h"
#include "page/work_batch.h"

/* outcome.N.{good,busy,who,did,clock,why}: what became of one */
static void
view_outcome(struct visit *v, struct vars *out, const struct bulk_row *b)
{
	const struct event	*e = &b->verdict.rival;
	const char		*why;

	if (b->rc == RC_OK) {
		set_flag(out, "good", true);
	} else if (b->rc == RC_BUSY) {
		set_flag(out, "busy", true);
	} else if (b->rc == RC_CONFLICT) {
		set_text(out, "who", e->who.name != NULL && *e->who.name != '\0' ? e->who.name :
		    view_role(v, e->who.role));
		set_kept(out, "clock", e->at == 0 ? NULL : view_time(v, e->at));
		if (e->act != ACT_NONE)
			set_kept(out, "did", view_code(v, "L.did", act_code(e->act)));
	} else {
		why = step_refusal(v, b->verdict.missing);
		set_kept(out, "why", why != NULL ? why : view_word(v, b->rc == RC_NOTFOUND ?
		    "L.list.not_found" : b->rc == RC_INPUT ? "L.list.not_fit" :
		    "L.list.not_now"));
	}
}

/* Who was faster, each once: "2 lebih dulu diubah oleh Dedi Hartono, Sari Dewi". */
static const char *
rivals_of(const struct visit *v, const struct batch *b, int64_t *n)
{
	const char	*names = "", *name;
	size_t		 i;

	for (*n = 0, i = 0; i < b->n; i++) {
		if (b->rows[i].rc != RC_CONFLICT)
			continue;
		(*n)++;
		name = b->rows[i].verdict.rival.who.name;
		if (name != NULL && *name != '\0' && strstr(names, name) == NULL)
			names = arena_printf(v->req->arena, "%s%s%s", names,
			    *names == '\0' ? "" : ", ", name);
	}
	return *names == '\0' ? view_word(v, "L.list.others") : names;
}

static void
view_sum(struct visit *v, const struct batch *b)
{
	const char	*sum, *rivals;
	size_t		 i;
	int64_t		 good = 0, faster;

	for (i = 0; i < b->n; i++)
		good += b->rows[i].rc == RC_OK;
	rivals = rivals_of(v, b, &faster);
	sum = view_say(v, "L.list.sum_good", view_number(v, good));
	if (faster > 0)
		sum = arena_printf(v->req->arena, "%s, %s", sum,
		    view_say(v, "L.list.sum_faster", view_number(v, faster), rivals));
	if ((int64_t)b->n > good + faster)
		sum = arena_printf(v->req->arena, "%s, %s", sum, view_say(v, "L.list.sum_bad",
		    view_number(v, (int64_t)b->n - good - faster)));
	set_kept(v->vars, "sum", sum);
	set_flag(v->vars, "some_good", good > 0);
	set_flag(v->vars, "some_bad", good < (int64_t)b->n);
	if (good == 0)
		v->req->status = b->rows[0].rc == RC_BUSY ? 503 : 409;
}

static bool
may_act(const struct choices *may, enum act act)
{
	size_t	 i;

	for (i = 0; i < may->n; i++)
		if (may->moves[i]->act == act)
			return true;
	return false;
}

/* Of what was done, as it is now; what was not can be tried again with the same words. */
enum rc
batch_done(struct visit *v, struct batch *b)
{
	struct vars	*row;
	enum act	 undo = bulk_undo(b->act);
	size_t		 i;
	enum rc		 rc = bulk_see(&v->desk, b->rows, b->n);	/* as they are now */

	if (rc != RC_OK)
		return rc;
	batch_frame(v, b);
	for (i = 0; i < b->n; i++) {
		row = vars_item(v->vars, "outcome");
		set_kept(row, "value", arena_printf(v->req->arena, "%" PRId64 ".%" PRId64,
		    b->rows[i].part, b->rows[i].row.t.version));
		set_kept(row, "number", b->rows[i].row.t.number);
		set_kept(row, "title", b->rows[i].row.t.title);
		view_outcome(v, row, &b->rows[i]);
		set_flag(row, "undo", undo != ACT_NONE && b->rows[i].rc == RC_OK &&
		    may_act(&b->rows[i].may, undo));
	}
	view_sum(v, b);
	batch_ask(v, b);
	if (undo != ACT_NONE) {
		set_kept(v->vars, "undo", act_code(undo));
		set_kept(v->vars, "undo_word", view_code(v, "L.act", act_code(undo)));
	}
	return page_show(v, "work_done.cs");
}
