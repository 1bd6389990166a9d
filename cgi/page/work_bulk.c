/*
 * work_bulk.c: one step for many tickets of the list.
 *
 * What is ticked is posted here; the answer says which steps all of them have.
 * A step without questions is done at once, one with questions has a form.
 * Then it is said of each ticket what became of it, and what was not done can
 * be tried again with the same words.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/bulk_action.h"
#include "domain/number.h"
#include "page/step.h"
#include "page/view.h"
#include "page/work_batch.h"
#include "page/work_bulk.h"
#include "page/work_filter.h"

enum { PICKED = 0, ACT, REASON, AGENCY, TARGET, WORDS, NFIELDS };

static const struct field fields[NFIELDS] = {
	[PICKED] = MANY(struct ask, pilih, "L.list.pick"),
	[ACT] = CODE(struct ask, tindakan, "L.common.actions"),
	[REASON] = CODE(struct ask, alasan, "L.need.reason"),
	[AGENCY] = CODE(struct ask, opd, "L.need.agency"),
	[TARGET] = TEXT(struct ask, tujuan, "L.need.target", .max = 30,
	    .hint = "L.list.target_hint"),
	[WORDS] = AREA(struct ask, catatan, "L.worklist.note_inside", .max = 2000),
};

/* --- reading ----------------------------------------------------------------------------- */

/* In the order they stand in; one that comes twice counts once. */
static void
read_rows(struct arena *a, struct batch *b)
{
	size_t	 i, j;
	char	*end;
	int64_t	 part;

	b->rows = arena_alloc(a, BULK_MAX * sizeof(*b->rows));
	for (i = 0; i < b->in.pilih.n && b->n < BULK_MAX; i++) {
		part = strtoimax(b->in.pilih.items[i], &end, 10);
		for (j = 0; j < b->n && b->rows[j].part != part; j++)
			;
		if (part <= 0 || j < b->n)
			continue;
		b->rows[b->n].version = *end == '.' ? strtoimax(end + 1, NULL, 10) : 0;
		b->rows[b->n++].part = part;
	}
}

/* Only what this step asks for is asked. */
static void
require(struct arena *a, struct batch *b)
{
	struct field	*list = arena_alloc(a, NFIELDS * sizeof(*list));
	unsigned	 flags = b->m != NULL ? b->m->flags : NEED_NOTE;

	memcpy(list, fields, sizeof(fields));
	list[REASON].required = (flags & NEED_REASON) != 0;
	list[AGENCY].required = (flags & NEED_AGENCY) != 0;
	list[TARGET].required = (flags & NEED_TARGET) != 0;
	list[WORDS].required = (flags & NEED_NOTE) != 0;
	if (b->tell || (flags & (NOTE_PUBLIC | TELL_REPORTER)) != 0) {
		list[WORDS].label = "L.worklist.note_public";
		list[WORDS].hint = "L.worklist.note_public_hint";
	}
	b->form.fields = list;
}

static enum rc
read_batch(struct visit *v, struct batch *b)
{
	enum rc	 rc;

	*b = (struct batch){ 0 };
	/* What is wrong with it is said once it is known what is asked. */
	rc = form_read(&b->form, v->req->arena, fields, NFIELDS, &v->req->sent, &b->in);
	if (rc != RC_OK && rc != RC_INPUT)
		return rc;
	read_rows(v->req->arena, b);
	b->tell = strcmp(b->in.tindakan, "tell") == 0;
	b->act = b->tell ? ACT_NOTE : act_of(b->in.tindakan);
	if ((rc = bulk_see(&v->desk, b->rows, b->n)) != RC_OK)
		return rc;
	b->m = bulk_step(b->rows, b->n, b->act);
	require(v->req->arena, b);
	return RC_OK;
}

/* --- what the template sees -------------------------------------------------------------- */

static void
view_rows(struct visit *v, const struct batch *b)
{
	const struct work_row	*r;
	struct vars		*row;
	size_t			 i;

	for (i = 0; i < b->n; i++) {
		r = &b->rows[i].row;
		row = vars_item(v->vars, "picked");
		set_kept(row, "value", arena_printf(v->req->arena, "%" PRId64 ".%" PRId64,
		    b->rows[i].part, r->t.version));
		set_kept(row, "number", *r->t.number == '\0' ? NULL : r->t.number);
		set_kept(row, "title", r->t.title);
		if (*r->t.number == '\0')
			continue;
		set_kept(row, "place", *r->t.place.text != '\0' ? r->t.place.text :
		    view_area(v, r->t.place.area));
		view_priority(v, row, r->a.priority);
		view_state(v, row, r->a.open ? r->a.state : r->t.state);
	}
}

/* steps.N.{act.*,simple,danger}: what all of them have */
static void
view_steps(struct visit *v, const struct batch *b)
{
	struct choices	 all;
	struct vars	*step;
	size_t		 i;

	bulk_steps(b->rows, b->n, &all);
	for (i = 0; i < all.n; i++) {
		step = vars_item(v->vars, "steps");
		view_act(v, step, all.moves[i]->act);
		set_flag(step, "simple", step_is_simple(all.moves[i]));
	}
	set_flag(v->vars, "stepless", all.n == 0);
}

void
batch_frame(struct visit *v, const struct batch *b)
{
	struct work_filter	 f = work_filter_read(v);

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.list.many_title", view_number(v, (int64_t)b->n)));
	set_kept(v->vars, "heading", work_heading(v, &f));
	set_kept(v->vars, "query", work_query(v, &f, f.show));
	view_rows(v, b);
}

static void
view_choices(struct visit *v, const struct batch *b)
{
	const struct ref	*ref = v->desk.ref;
	const char *const	*codes;
	size_t			 i, n;

	codes = workflow_reasons(b->act, &n);
	for (i = 0; i < n && (b->m->flags & NEED_REASON) != 0; i++)
		(void)form_choice(&b->form, v->vars, "alasan", codes[i],
		    view_code(v, "L.reason", codes[i]));
	for (i = 0; i < ref->nagencies && (b->m->flags & NEED_AGENCY) != 0; i++)
		if (ref->agencies[i].own && ref->agencies[i].id != ref->triage)
			(void)form_choice(&b->form, v->vars, "opd", ref->agencies[i].code,
			    ref->agencies[i].brief);
}

void
batch_ask(struct visit *v, struct batch *b)
{
	struct vars	*ask = vars_child(v->vars, "ask");
	unsigned	 flags = b->m != NULL ? b->m->flags : NEED_NOTE;

	view_act(v, ask, b->act);
	set_kept(ask, "code", b->in.tindakan);
	if (b->act == ACT_NOTE)
		set_kept(ask, "word", view_word(v, b->tell ? "L.list.tell" : "L.list.note"));
	else
		set_kept(ask, "word", view_code(v, "L.act", act_code(b->act)));
	set_flag(ask, "reason", (flags & NEED_REASON) != 0);
	set_flag(ask, "agency", (flags & NEED_AGENCY) != 0);
	set_flag(ask, "target", (flags & NEED_TARGET) != 0);
	set_flag(ask, "public", b->tell || (flags & (NOTE_PUBLIC | TELL_REPORTER)) != 0);
	page_form(v, &b->form);
	if (b->m != NULL)
		view_choices(v, b);
	if (b->act == ACT_MERGE && *b->in.tujuan == '\0' && b->n > 0)
		set_kept(v->vars, "suggested", b->rows[0].row.t.number);
}

static enum rc
show_batch(struct visit *v, struct batch *b)
{
	batch_frame(v, b);
	if (b->act != ACT_NONE && (b->m != NULL || b->act == ACT_NOTE))
		batch_ask(v, b);
	else
		set_flag(v->vars, "gone", b->act != ACT_NONE);
	view_steps(v, b);
	return page_show(v, "work_bulk.cs");
}

enum rc
work_pick(struct visit *v)
{
	struct batch	 b;
	enum rc		 rc = read_batch(v, &b);

	if (rc != RC_OK)
		return rc;
	return show_batch(v, &b);
}

/* --- doing ------------------------------------------------------------------------------- */

/* Checks what was said; faults beside the fields. */
static void
read_said(struct visit *v, struct batch *b, struct bulk *k)
{
	const struct agency	*a;
	unsigned		 flags = b->m != NULL ? b->m->flags : NEED_NOTE;
	enum rc			 rc;

	/* Again, now that it is known what the step asks for. */
	rc = form_read(&b->form, v->req->arena, b->form.fields, NFIELDS, &v->req->sent, &b->in);
	*k = (struct bulk){ .act = b->act, .public = b->tell, .note = b->in.catatan,
	    .reason = "", .target = "", .token = page_token(v) };
	if (rc != RC_OK)
		return;
	if ((flags & NEED_REASON) != 0 && !workflow_is_reason(b->act, b->in.alasan))
		form_fault(&b->form, "alasan", "L.form.choose");
	else if ((flags & NEED_REASON) != 0)
		k->reason = b->in.alasan;
	if ((flags & NEED_AGENCY) != 0) {
		if ((a = ref_agency_code(v->desk.ref, b->in.opd)) == NULL)
			form_fault(&b->form, "opd", "L.form.choose");
		else
			k->agency = a->id;
	}
	if ((flags & NEED_TARGET) != 0 &&
	    (k->target = number_read(v->req->arena, b->in.tujuan)) == NULL)
		form_fault(&b->form, "tujuan", "L.worklist.target_bad");
}

/*
 * What was sent twice, and what a colleague did meanwhile, has no such step any
 * more; the table knows it still, and bulk_do() says of each what happened.
 */
static const struct move *
of_table(enum act act, enum role role)
{
	const struct move	*m, *end;
	size_t			 n;

	for (m = workflow_table(&n), end = m + n; m < end; m++)
		if (m->act == act && (m->roles & 1u << role) != 0 &&
		    (m->flags & (AUTOMATIC | NEED_UNIT | NEED_CATEGORY | NEED_UNTIL)) == 0 &&
		    (m->life == LIFE_ASSIGNMENT || m->life == LIFE_EMERGENCY ||
		    m->life == LIFE_COMPLAINT))
			return m;
	return NULL;
}

enum rc
work_many(struct visit *v)
{
	struct work_filter	 f = work_filter_read(v);
	struct batch		 b;
	struct bulk		 k;
	enum rc			 rc = read_batch(v, &b);

	if (rc != RC_OK)
		return rc;
	if (b.n == 0) {
		http_redirect(v->req, "/tugas%s", work_query(v, &f, f.show));
		return RC_OK;
	}
	if (b.m == NULL && b.act != ACT_NOTE &&
	    (b.m = of_table(b.act, v->desk.who.role)) == NULL)
		return RC_INPUT;
	require(v->req->arena, &b);
	read_said(v, &b, &k);
	if (!form_ok(&b.form)) {
		v->req->status = 422;
		return show_batch(v, &b);
	}
	bulk_do(&v->desk, &k, b.rows, b.n);
	return batch_done(v, &b);
}
