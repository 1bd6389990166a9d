/* ticket_court.c: whose a ticket is: both reasons side by side, and the arbiter's ruling. */
#include <string.h>

#include "action/court_action.h"
#include "action/see_action.h"
#include "lib/when.h"
#include "page/step.h"
#include "page/ticket_beside.h"
#include "page/ticket_handoff.h"
#include "page/ticket_page.h"
#include "page/ticket_view.h"
#include "page/view.h"

struct ruled {
	int64_t		 perkara;
	const char	*opd, *alasan;
	bool		 aturan;
	const char	*wilayah, *mulai;
};

static const struct field fields[] = {
	NUMBER(struct ruled, perkara, "L.worklist.view"),
	CODE(struct ruled, opd, "L.handoff.whose", .required = true),
	AREA(struct ruled, alasan, "L.handoff.ruling", .required = true, .max = 1000,
	    .hint = "L.handoff.ruling_hint"),
	FLAG(struct ruled, aturan, "L.handoff.as_rule", .hint = "L.handoff.as_rule_hint"),
	CODE(struct ruled, wilayah, "L.handoff.rule_where"),
	TEXT(struct ruled, mulai, "L.handoff.rule_from", .max = 10),
};

static const char	 everywhere[] = "semua";

/* Where the rule may hold: everywhere, the ticket's district, its village. */
static void
choose_area(struct visit *v, const struct form *f, const char *area)
{
	const struct area	*village = *area == '\0' ? NULL : ref_area(v->desk.ref, area);
	const struct area	*district = village == NULL ? NULL :
	    ref_area(v->desk.ref, village->parent);

	(void)form_choice(f, v->vars, "wilayah", everywhere, v->desk.ref->city);
	if (district != NULL && district->level == AREA_DISTRICT)
		(void)form_choice(f, v->vars, "wilayah", district->code, view_say(v,
		    "L.handoff.district", district->name));
	if (village != NULL)
		(void)form_choice(f, v->vars, "wilayah", village->code, view_say(v,
		    "L.handoff.village", village->name));
}

static void
choose_agency(struct visit *v, const struct form *f)
{
	const struct ref	*ref = v->desk.ref;
	size_t			 i;

	for (i = 0; i < ref->nagencies; i++)
		if (ref->agencies[i].own && ref->agencies[i].id != ref->triage)
			(void)form_choice(f, v->vars, "opd", ref->agencies[i].code,
			    arena_printf(v->req->arena, "%s · %s", ref->agencies[i].brief,
			    ref->agencies[i].name));
}

static enum rc
show(struct visit *v, const struct form *f, const struct sheet_view *s)
{
	enum rc	 rc;

	page_here(v, role_may(v->desk.who.role, MAY_TRIAGE) ? "triase" : "tugas");
	page_title_text(v, view_say(v, "L.handoff.court_title", s->t.number));
	view_ticket(v, s);
	if ((rc = view_court(v, s)) != RC_OK)
		return rc;
	page_form(v, f);
	choose_agency(v, f);
	choose_area(v, f, s->t.place.area);
	return page_show(v, "ticket_court.cs");
}

/* The ticket, where it was ever before the arbiter. */
static enum rc
read_case(struct visit *v, struct sheet_view *s, struct court_view *c)
{
	const char	*number = ticket_number(v);
	bool		 has;
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if ((rc = see_ticket(&v->desk, number, s)) != RC_OK ||
	    (rc = see_court(&v->desk, number, c, &has)) != RC_OK)
		return rc;
	return has ? RC_OK : RC_NOTFOUND;
}

enum rc
court_form(struct visit *v)
{
	struct sheet_view	 s;
	struct court_view	 c;
	struct form		 f;
	struct ruled		 in = { .opd = "", .alasan = "", .wilayah = everywhere };
	enum rc			 rc = read_case(v, &s, &c);

	if (rc != RC_OK)
		return rc;
	in.mulai = when_day(v->req->arena, v->desk.now + DAY, v->desk.ref->zone);
	form_blank(&f, v->req->arena, fields, COUNT(fields));
	form_fill(&f, &in);
	return show(v, &f, &s);
}

static void
blame(struct form *f, enum ruling_fault fault)
{
	static const struct {
		const char	*field, *key;
	} faults[] = {
		[RULING_AGENCY] = { "opd", "L.worklist.agency_bad" },
		[RULING_WORDS] = { "alasan", "L.form.required" },
		[RULING_AREA] = { "wilayah", "L.form.choose" },
		[RULING_FROM] = { "mulai", "L.handoff.from_past" },
	};

	if (fault != RULING_OK)
		form_fault(f, faults[fault].field, faults[fault].key);
}

static enum rc
rule(struct visit *v, struct form *f, const struct ruled *in, const char *number)
{
	const struct agency	*a = ref_agency_code(v->desk.ref, in->opd);
	struct ruling_word	 w = { .number = number, .court = in->perkara,
		.agency = a == NULL ? 0 : a->id, .words = in->alasan, .as_rule = in->aturan,
		.area = strcmp(in->wilayah, everywhere) == 0 ? "" : in->wilayah };
	enum ruling_fault	 fault = RULING_OK;
	enum rc			 rc;

	if (in->aturan && *in->wilayah == '\0')
		form_fault(f, "wilayah", "L.form.choose");
	if (in->aturan && when_read(in->mulai, v->desk.ref->zone, &w.from) != RC_OK)
		form_fault(f, "mulai", "L.worklist.until_bad");
	if (!form_ok(f))
		return RC_INPUT;
	rc = rule_on(&v->desk, &w, &fault);
	blame(f, fault);
	return rc;
}

enum rc
court_send(struct visit *v)
{
	struct sheet_view	 s;
	struct court_view	 c;
	struct form		 f;
	struct ruled		 in;
	enum rc			 rc = read_case(v, &s, &c);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&f, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	if (rc == RC_OK)
		rc = rule(v, &f, &in, s.t.number);
	if (page_again(v, &f, rc))
		return show(v, &f, &s);
	if (rc != RC_OK)
		return rc;
	step_done(v, ACT_RULE, s.t.number);
	http_redirect(v->req, "/tiket/%s", s.t.number);
	return RC_OK;
}
