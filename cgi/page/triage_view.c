/* triage_view.c: what the triage desk shows. */
#include <inttypes.h>
#include <string.h>

#include "page/calendar_page.h"
#include "page/call_list.h"
#include "page/triage_view.h"
#include "page/view.h"

enum { NEAR_ROWS = 5, STORY_ROWS = 12 };

const char *const triage_codes[TRIAGE_SHOW_COUNT] = {
	[TRIAGE_NEW] = "baru", [TRIAGE_ASKED] = "ditanya", [TRIAGE_BACK] = "kembali",
	[TRIAGE_COURT] = "sengketa",
};

/* --- the list ------------------------------------------------------------------- */

static void
show_row(struct visit *v, const struct triage_row *r, bool court)
{
	const struct ticket	*t = &r->t;
	struct vars		*row = vars_item(v->vars, "rows");

	set_kept(row, "number", t->number);
	set_kept(row, "title", t->title);
	set_kept(row, "place", t->place.text);
	set_kept(row, "area", view_area(v, t->place.area));
	set_kept(row, "category", view_category(v, t->category));
	set_kept(row, "age", view_age(v, t->recorded));
	set_kept(row, "from", r->from);
	if (r->mark != ACT_NONE)
		set_kept(row, "mark", view_code(v, "L.did", act_code(r->mark)));
	if (t->reporters > 1)
		set_kept(row, "others", view_callers(v, t->reporters));
	set_flag(row, "court", court);
	view_priority(v, row, t->priority);
	view_state(v, row, t->state);
	if (!view_paused(v, row, t->category))
		view_sla(v, row, t->state == ST_NEEDS_INFO ? "L.clock.answer" :
		    "L.clock.verify", t->since, t->due);
}

void
view_triage(struct visit *v, enum triage_show show, const struct triage *t)
{
	enum triage_show	 s;
	struct vars		*tab;
	size_t			 i;

	for (s = TRIAGE_NEW; s < TRIAGE_SHOW_COUNT; s++) {
		tab = vars_item(v->vars, "tabs");
		set_kept(tab, "code", triage_codes[s]);
		set_kept(tab, "word", view_code(v, "L.triage.show", triage_codes[s]));
		set_kept(tab, "count", view_number(v, t->counts[s]));
		set_flag(tab, "current", s == show);
	}
	for (i = 0; i < t->n; i++)
		show_row(v, &t->rows[i], show == TRIAGE_COURT);
}

/* --- one report -------------------------------------------------------------------- */

const struct move *
triage_move(const struct sheet_view *s, enum act act)
{
	size_t	 i;

	for (i = 0; i < s->may.n; i++)
		if (s->may.moves[i]->act == act)
			return s->may.moves[i];
	return NULL;
}

const struct move *
triage_sending(const struct sheet_view *s)
{
	const struct move	*m = triage_move(s, ACT_VERIFY);

	if (m == NULL)
		m = triage_move(s, ACT_ASSIGN);
	return m != NULL ? m : triage_move(s, ACT_ROUTE);
}

static void
show_ticket(struct visit *v, const struct sheet_view *s)
{
	const struct ticket	*t = &s->t;
	struct vars		*n = vars_child(v->vars, "t");

	set_kept(n, "number", t->number);
	set_kept(n, "title", t->title);
	set_kept(n, "detail", t->detail);
	set_kept(n, "place", t->place.text);
	set_kept(n, "area", view_area(v, t->place.area));
	if (t->place.lat != 0 || t->place.lon != 0)
		set_kept(n, "coords", arena_printf(v->req->arena, "%.5f, %.5f",
		    (double)t->place.lat / 1e6, (double)t->place.lon / 1e6));
	set_kept(n, "category", view_category(v, t->category));
	set_kept(n, "channel", view_code(v, "L.channel", t->channel));
	set_kept(n, "privacy", view_code(v, "L.privacy", privacy_code(t->privacy)));
	set_kept(n, "privacy_what", view_code(v, "L.triage.privacy",
	    privacy_code(t->privacy)));
	set_kept(n, "when", view_moment(v, t->recorded));
	set_kept(n, "iso", view_iso(v, t->recorded));
	set_kept(n, "reporters", view_number(v, t->reporters));
	set_kept(n, "merged", s->merged_number);
	set_flag(n, "open", t->open);
	view_priority(v, n, t->priority);
	view_state(v, n, t->state);
	view_sla(v, n, t->state == ST_NEEDS_INFO ? "L.clock.answer" : "L.clock.verify",
	    t->since, t->due);
}

static void
show_people(struct visit *v, const struct sheet_view *s)
{
	const struct person	*p;
	struct vars		*row;
	size_t			 i;

	for (i = 0; i < s->npeople; i++) {
		p = &s->people[i];
		row = vars_item(v->vars, "people");
		set_kept(row, "name", p->who.name);
		set_kept(row, "phone", p->who.phone);
		set_kept(row, "channel", view_code(v, "L.channel", p->r.channel));
		set_kept(row, "when", view_time(v, p->r.at));
		if (strcmp(p->r.words, s->t.detail) != 0)
			set_kept(row, "words", p->r.words);
	}
	for (i = 0; i < s->nanswers; i++) {
		row = vars_item(v->vars, "answers");
		set_kept(row, "asked", s->answers[i].asked);
		set_kept(row, "said", s->answers[i].said);
	}
}

static void
show_story(struct visit *v, const struct sheet_view *s)
{
	const struct event	*e;
	struct vars		*row;
	size_t			 i;

	for (i = 0; i < s->nevents && i < STORY_ROWS; i++) {
		e = &s->events[i];
		row = vars_item(v->vars, "story");
		view_act(v, row, e->act);
		set_kept(row, "who", e->who.name != NULL && *e->who.name != '\0' ?
		    e->who.name : view_role(v, e->who.role));
		set_kept(row, "when", view_time(v, e->at));
		set_kept(row, "iso", view_iso(v, e->at));
		set_kept(row, "note", e->note);
		set_flag(row, "public", e->public);
	}
}

static void
show_near(struct visit *v, const struct ticket *t)
{
	struct near_row	*rows;
	struct vars	*row;
	size_t		 i, n;

	if (see_near(&v->desk, ref_category(v->desk.ref, t->category), &t->place, &rows, &n,
	    NEAR_ROWS + 1) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		if (rows[i].t.id == t->id)
			continue;
		row = vars_item(v->vars, "near");
		set_kept(row, "number", rows[i].t.number);
		set_kept(row, "title", rows[i].t.title);
		set_kept(row, "place", rows[i].t.place.text);
		set_kept(row, "metres", view_metres(v, rows[i].metres));
		set_kept(row, "age", view_age(v, rows[i].t.recorded));
		set_kept(row, "callers", view_callers(v, rows[i].t.reporters));
		set_flag(row, "alike", rows[i].alike);
		/* A report joins another report; an emergency only another emergency. */
		set_flag(row, "joinable", rows[i].t.track == t->track);
		view_priority(v, row, rows[i].t.priority);
		view_state(v, row, rows[i].t.state);
	}
}

/* --- what may be done ----------------------------------------------------------------- */

static void
show_agency(struct visit *v, struct vars *row, const struct agency *g, bool picked, bool lead)
{
	set_kept(row, "code", g->code);
	set_kept(row, "id", arena_printf(v->req->arena, "g-%s", g->code));
	set_kept(row, "brief", g->brief);
	if (strcmp(g->standby, "ya") != 0)
		set_kept(row, "hours", view_code(v, "L.intake.standby", g->standby));
	set_flag(row, "picked", picked);
	set_flag(row, "own", g->own);
	set_flag(row, "lead", lead);
}

static bool
is_ticked(const struct triage_form *in, const char *code)
{
	size_t	 i;

	for (i = 0; i < in->agency.n; i++)
		if (strcmp(in->agency.items[i], code) == 0)
			return true;
	return false;
}

/* The routing rule's on top, ticked; after a form came back, as it was ticked there. */
static void
show_agencies(struct visit *v, const struct sheet_view *s, const struct triage_form *in)
{
	const struct ref	*r = v->desk.ref;
	const struct category	*c = ref_category(r, s->t.category);
	int64_t			 ids[TRIAGE_AGENCIES];
	bool			 again = *in->what != '\0', listed;
	size_t			 i, k, n;

	n = c == NULL ? 0 : ref_route(r, c, s->t.place.area, v->desk.now, ids, COUNT(ids));
	for (i = 0; i < n; i++) {
		const struct agency	*g = ref_agency(r, ids[i]);

		if (g != NULL)
			show_agency(v, vars_item(v->vars, "agency"), g,
			    again ? is_ticked(in, g->code) : true,
			    again ? strcmp(in->lead, g->code) == 0 : i == 0);
	}
	for (i = 0; i < r->nagencies; i++) {
		for (k = 0, listed = false; k < n; k++)
			listed = listed || ids[k] == r->agencies[i].id;
		if (!listed)
			show_agency(v, vars_item(v->vars, "more"), &r->agencies[i],
			    is_ticked(in, r->agencies[i].code),
			    strcmp(in->lead, r->agencies[i].code) == 0);
	}
}

static void
show_categories(struct visit *v, const struct sheet_view *s, const struct triage_form *in)
{
	const struct ref	*r = v->desk.ref;
	const struct category	*c;
	struct vars		*row;
	size_t			 i;

	for (i = 0; i < r->ncategories; i++) {
		c = &r->categories[i];
		if (!c->current || c->id == s->t.category)
			continue;
		row = c->track == TRACK_EMERGENCY ? vars_item(v->vars, "emergencies") :
		    vars_item(v->vars, "complaints");
		set_kept(row, "code", c->code);
		set_kept(row, "name", view_category(v, c->id));
		set_flag(row, "picked", strcmp(in->category, c->code) == 0);
	}
}

static void
show_reasons(struct visit *v, const struct triage_form *in)
{
	const char *const	*codes;
	struct vars		*row;
	size_t			 i, n;

	codes = workflow_reasons(ACT_DECLINE, &n);
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "reasons");
		set_kept(row, "code", codes[i]);
		set_kept(row, "word", view_code(v, "L.reason", codes[i]));
		set_flag(row, "picked", strcmp(in->reason, codes[i]) == 0);
	}
}

static bool
needs(const struct move *m, unsigned flag)
{
	return m != NULL && (m->flags & flag) != 0;
}

static void
show_choices(struct visit *v, const struct sheet_view *s)
{
	struct vars		*may = vars_child(v->vars, "may");
	struct vars		*need = vars_child(v->vars, "need");
	const struct move	*send = triage_sending(s);

	set_flag(may, "send", send != NULL);
	set_flag(may, "verify", send != NULL && send->act == ACT_VERIFY);
	set_flag(may, "ask", triage_move(s, ACT_ASK) != NULL);
	set_flag(may, "reclassify", triage_move(s, ACT_RECLASSIFY) != NULL);
	set_flag(may, "merge", triage_move(s, ACT_MERGE) != NULL);
	set_flag(may, "refer", triage_move(s, ACT_REFER) != NULL);
	set_flag(may, "decline", triage_move(s, ACT_DECLINE) != NULL);
	set_flag(need, "note", needs(send, NEED_NOTE));
	set_flag(need, "why", needs(triage_move(s, ACT_RECLASSIFY), NEED_NOTE));
}

void
view_triage_ticket(struct visit *v, const struct sheet_view *s, const struct triage_form *in)
{
	show_ticket(v, s);
	show_people(v, s);
	show_story(v, s);
	show_near(v, &s->t);
	show_choices(v, s);
	show_agencies(v, s, in);
	show_categories(v, s, in);
	show_reasons(v, in);
}
