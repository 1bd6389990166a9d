/*
 * triage_page.c: the triage desk: what citizens reported, before an agency has it.
 *
 * A report has one form with a button for each thing that may become of it, so
 * whatever was typed for one is not lost when another is refused, or when a
 * colleague was faster.
 */
#include <string.h>

#include "domain/number.h"
#include "page/disaster_view.h"
#include "page/photo_page.h"
#include "page/step.h"
#include "page/triage_page.h"
#include "page/triage_view.h"
#include "page/view.h"

static const struct field	 fields[] = {
	{ .name = "do", .label = "L.common.actions", .kind = KIND_CODE,
	  .offset = MEMBER(struct triage_form, what, const char *) },
	NUMBER(struct triage_form, version, "L.common.ticket"),
	MANY(struct triage_form, agency, "L.intake.send_to"),
	CODE(struct triage_form, lead, "L.intake.lead"),
	FLAG(struct triage_form, publish, "L.triage.publish"),
	AREA(struct triage_form, note, "L.triage.note", .max = 1000),
	AREA(struct triage_form, ask, "L.triage.ask", .max = 1000),
	CODE(struct triage_form, category, "L.triage.category"),
	AREA(struct triage_form, why, "L.triage.why", .max = 1000),
	TEXT(struct triage_form, target, "L.triage.target", .max = 30),
	CODE(struct triage_form, dup, "L.triage.target"),
	AREA(struct triage_form, refer, "L.triage.refer", .max = 1000),
	CODE(struct triage_form, reason, "L.triage.reason"),
	AREA(struct triage_form, decline, "L.triage.decline", .max = 1000),
};

/* --- the list ----------------------------------------------------------------------- */

static enum triage_show
wanted(const struct visit *v)
{
	const char		*code = pairs_get(&v->req->query, "lihat");
	enum triage_show	 s;

	for (s = TRIAGE_NEW; code != NULL && s < TRIAGE_SHOW_COUNT; s++)
		if (strcmp(code, triage_codes[s]) == 0)
			return s;
	return TRIAGE_NEW;
}

enum rc
triage_list(struct visit *v)
{
	struct triage		 t;
	enum triage_show	 show = wanted(v);
	int64_t			 pulse;
	enum rc			 rc;

	/* The version first: a change after it shows up as a newer one. */
	if ((rc = see_work_version(&v->desk, &pulse)) != RC_OK ||
	    (rc = see_triage(&v->desk, show, &t)) != RC_OK)
		return rc;
	page_title(v, "L.triage.title");
	page_here(v, "triase");
	view_disasters(v);
	view_triage(v, show, &t);
	view_done(v);
	set_int(v->vars, "pulse", pulse);
	return page_show(v, "triage.cs");
}

/* --- one report -------------------------------------------------------------------------- */

/* Out of the address: "DRT-26-4312-K" and "drt 26 4312 k" are one. */
static const char *
number_of(const struct visit *v)
{
	const char	*number = number_read(v->req->arena, v->arg);

	return number == NULL ? "" : number;
}

static enum rc
show(struct visit *v, struct form *form, const struct triage_form *in,
    const struct sheet_view *s)
{
	enum rc	 rc;

	page_title_text(v, view_say(v, "L.triage.title_one", s->t.number));
	page_here(v, "triase");
	page_form(v, form);
	set_int(v->vars, "seen", s->t.version);
	view_triage_ticket(v, s, in);
	view_done(v);
	if ((rc = view_photos(v, &s->t)) != RC_OK)
		return rc;
	return page_show(v, "triage_ticket.cs");
}

enum rc
triage_show(struct visit *v)
{
	static const struct pairs	 nothing;
	struct triage_form		 in;
	struct sheet_view		 s;
	struct form			 form;
	enum rc				 rc;

	if ((rc = see_ticket(&v->desk, number_of(v), &s)) != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &nothing, &in);
	return rc == RC_OK ? show(v, &form, &in, &s) : rc;
}

/* --- what becomes of it --------------------------------------------------------------------- */

struct deciding {
	struct visit		*v;
	struct form		 form;
	struct triage_form	 in;
	struct sheet_view	 sheet;
	struct order		 order;
	struct verdict		 verdict;
	int64_t			 support[TRIAGE_AGENCIES];
};

/* Which field of the form a button cannot do without. */
static const struct button {
	const char	*code;
	enum act	 act;		/* ACT_NONE: verify and send */
	const char	*field;
} buttons[] = {
	{ "send", ACT_NONE, "agency" },
	{ "ask", ACT_ASK, "ask" },
	{ "reclassify", ACT_RECLASSIFY, "category" },
	{ "merge", ACT_MERGE, "target" },
	{ "refer", ACT_REFER, "refer" },
	{ "decline", ACT_DECLINE, "reason" },
};

static const struct button *
pressed(const struct triage_form *in)
{
	size_t	 i;

	for (i = 0; i < COUNT(buttons); i++)
		if (strcmp(buttons[i].code, in->what) == 0)
			return &buttons[i];
	return *in->dup != '\0' ? &buttons[3] : NULL;
}

/* The lead is the one marked, where it may lead; else the first that may. */
static void
order_agencies(struct deciding *d)
{
	const struct ref	*r = d->v->desk.ref;
	const struct agency	*g, *lead = ref_agency_code(r, d->in.lead);
	size_t			 i;

	for (i = 0; i < d->in.agency.n; i++) {
		g = ref_agency_code(r, d->in.agency.items[i]);
		if (g != NULL && g->own && (d->order.agency == 0 || g == lead))
			d->order.agency = g->id;
	}
	for (i = 0; i < d->in.agency.n && d->order.nsupport < TRIAGE_AGENCIES; i++) {
		g = ref_agency_code(r, d->in.agency.items[i]);
		if (g != NULL && g->id != d->order.agency)
			d->support[d->order.nsupport++] = g->id;
	}
	d->order.support = d->support;
	d->order.publish = d->in.publish;
	d->order.note = d->in.note;
	if (d->in.agency.n == 0)
		form_fault(&d->form, "agency", "L.intake.agency_missing");
	else if (d->order.agency == 0)
		form_fault(&d->form, "agency", "L.intake.agency_own");
}

static void
order_category(struct deciding *d)
{
	const struct category	*c = *d->in.category == '\0' ? NULL :
				    ref_category_code(d->v->desk.ref, d->in.category);

	if (c == NULL)
		form_fault(&d->form, "category", "L.form.choose");
	else
		d->order.category = c->id;
	d->order.note = d->in.why;
}

static void
order_target(struct deciding *d)
{
	d->order.target = number_read(d->v->req->arena,
	    *d->in.dup != '\0' ? d->in.dup : d->in.target);
	if (d->order.target == NULL)
		form_fault(&d->form, "target", "L.triage.target_bad");
}

static void
order_words(struct deciding *d, const char *field, const char *words)
{
	d->order.note = words;
	if (*words == '\0')
		form_fault(&d->form, field, "L.form.required");
}

/* Fills the order from what the button is about; faults where something is missing. */
static void
make_order(struct deciding *d, enum act act)
{
	d->order = (struct order){
		.number = d->sheet.t.number, .life = track_life(d->sheet.t.track),
		.act = act, .version = d->in.version,
	};
	if (act == ACT_NONE)
		order_agencies(d);
	else if (act == ACT_RECLASSIFY)
		order_category(d);
	else if (act == ACT_MERGE)
		order_target(d);
	else if (act == ACT_ASK)
		order_words(d, "ask", d->in.ask);
	else if (act == ACT_REFER)
		order_words(d, "refer", d->in.refer);
	else
		d->order.note = d->in.decline;
	d->order.reason = d->in.reason;
	if (act == ACT_DECLINE && !workflow_is_reason(ACT_DECLINE, d->in.reason))
		form_fault(&d->form, "reason", "L.form.choose");
}

/* What the action missed, beside the field that could have said it. */
static void
say_missing(struct deciding *d, const struct button *b)
{
	const char	*why = step_refusal(d->v, d->verdict.missing);

	if (why != NULL)
		d->form.notice = why;
	else if (d->verdict.missing & NEED_NOTE)
		form_fault(&d->form, b->act == ACT_RECLASSIFY ? "why" : "note",
		    "L.form.required");
	else
		form_fault(&d->form, b->field, b->act == ACT_MERGE ?
		    "L.triage.target_bad" : "L.form.choose");
}

static void
say_rival(struct deciding *d)
{
	const struct event	*e = &d->verdict.rival;
	const struct visit	*v = d->v;

	if (e->act == ACT_NONE)
		return;
	d->form.notice = view_say(v, "L.triage.faster",
	    e->who.name != NULL && *e->who.name != '\0' ? e->who.name :
	    view_role(v, e->who.role), view_code(v, "L.did", act_code(e->act)),
	    view_clock(v, e->at), view_code(v, "L.state", state_code(d->sheet.t.state)));
}

/* The ticket as it is by now, with everything that was typed. */
static enum rc
show_again(struct deciding *d, const struct button *b, enum rc rc)
{
	enum rc	 seen = see_ticket(&d->v->desk, number_of(d->v), &d->sheet);

	if (seen != RC_OK)
		return seen;
	if (rc == RC_FORBIDDEN && d->verdict.missing != 0)
		rc = RC_INPUT;
	if (rc == RC_INPUT && form_ok(&d->form))
		say_missing(d, b);
	if (rc == RC_CONFLICT)
		say_rival(d);
	if (!page_again(d->v, &d->form, rc))
		return rc;
	return show(d->v, &d->form, &d->in, &d->sheet);
}

static enum rc
decide(struct deciding *d, const struct button *b)
{
	enum rc	 rc = RC_INPUT;

	make_order(d, b->act);
	if (form_ok(&d->form))
		rc = b->act == ACT_NONE ?
		    verify_and_send(&d->v->desk, &d->order, &d->verdict) :
		    move(&d->v->desk, &d->order, &d->verdict);
	if (rc != RC_OK)
		return show_again(d, b, rc);
	step_done(d->v, b->act != ACT_NONE ? b->act : d->sheet.t.track == TRACK_EMERGENCY ?
	    ACT_ROUTE : ACT_ASSIGN, d->verdict.ticket.number);
	/* With another category the desk still has it, unless it became an emergency. */
	if (b->act == ACT_RECLASSIFY && d->verdict.ticket.id == d->sheet.t.id)
		http_redirect(d->v->req, "/triase/%s", d->sheet.t.number);
	else
		http_redirect(d->v->req, "/triase");
	return RC_OK;
}

enum rc
triage_act(struct visit *v)
{
	struct deciding		 d = { .v = v };
	const struct button	*b;
	enum rc			 rc;

	if ((rc = see_ticket(&v->desk, number_of(v), &d.sheet)) != RC_OK)
		return rc;
	rc = form_read(&d.form, v->req->arena, fields, COUNT(fields), &v->req->sent, &d.in);
	b = pressed(&d.in);
	if (b != NULL)
		return decide(&d, b);
	if (rc == RC_INPUT)
		v->req->status = 422;
	return show(v, &d.form, &d.in, &d.sheet);
}
