/* callout_page.c: volunteers are called to a ticket; who of them is really coming. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "page/callout_page.h"
#include "page/ticket_page.h"
#include "page/view.h"
#include "page/volunteer_page.h"

struct typed {
	const char	*keahlian;
	int64_t		 radius;
	const char	*pesan;
	struct many	 relawan;
};

static const struct field fields[] = {
	CODE(struct typed, keahlian, "L.callout.skill", .required = true),
	NUMBER(struct typed, radius, "L.callout.radius", .min = 1, .max = CALLOUT_KM),
	AREA(struct typed, pesan, "L.callout.words", .max = 300, .hint = "L.callout.words_hint"),
	MANY(struct typed, relawan, "L.callout.who"),
};

enum { RADIUS_USUAL = 10 };

/* --- who came -------------------------------------------------------------------------------- */

static void
view_tally(struct visit *v, struct vars *row, const struct turnout *t)
{
	set_kept(row, "asked", view_number(v, (int64_t)t->asked));
	set_kept(row, "yes", view_number(v, (int64_t)t->yes));
	set_kept(row, "no", view_number(v, (int64_t)t->no));
	set_kept(row, "silent", view_number(v, (int64_t)t->silent));
	set_kept(row, "arrived", view_number(v, (int64_t)t->arrived));
	set_kept(row, "here", view_number(v, (int64_t)t->here));
}

enum rc
view_turnout(struct visit *v, const struct ticket *t)
{
	struct vars	*row = vars_child(v->vars, "volunteers");
	struct turnout	 sum;
	bool		 any, may;
	enum rc		 rc = see_turnout(&v->desk, t, &sum, &any, &may);

	if (rc != RC_OK)
		return rc;
	set_flag(row, "any", any);
	set_flag(row, "may", may);
	set_flag(row, "shown", any || may);
	view_tally(v, row, &sum);
	return RC_OK;
}

/* What they said last, with its time; class and icon of the badge. */
static void
view_said(struct visit *v, struct vars *row, const struct callee *c)
{
	const char	*word = "L.callout.silent", *class = "", *icon = "clock", *more = NULL;

	if (c->left != 0) {
		word = "L.reason.callee_left";
		icon = "check-check";
		more = view_say(v, "L.callout.left_at", view_time(v, c->left));
	} else if (c->arrived != 0) {
		word = "L.reason.callee_arrived";
		class = "b-go";
		icon = "map-pin";
		more = view_say(v, "L.callout.arrived_at", view_time(v, c->arrived));
	} else if (c->answer == SAID_YES) {
		word = "L.callout.yes";
		class = "b-done";
		icon = "check";
		more = view_say(v, "L.callout.eta", view_time(v, c->eta));
	} else if (c->answer == SAID_NO) {
		word = "L.callout.no";
		icon = "x";
		more = view_say(v, "L.callout.said", view_time(v, c->said));
	}
	set_kept(row, "word", view_word(v, word));
	set_kept(row, "class", class);
	set_kept(row, "icon", icon);
	set_kept(row, "more", more);
	set_flag(row, "stood", c->stood != 0 && c->answer == SAID_YES && c->left == 0);
}

static const char *
distance(struct visit *v, int64_t metres)
{
	return metres < 0 ? view_word(v, "L.callout.far_unknown") : view_metres(v, metres);
}

static void
view_sheet(struct visit *v, const struct callout_sheet *s, const struct skill *skills, size_t n)
{
	struct vars	*row = vars_item(v->vars, "callout"), *one;
	size_t		 i;

	set_int(row, "id", s->c.id);
	set_kept(row, "skill", s->c.skill);
	for (i = 0; i < n; i++)
		if (strcmp(skills[i].code, s->c.skill) == 0)
			set_kept(row, "skill", view_skill(v, &skills[i]));
	set_kept(row, "at", view_say(v, "L.callout.at", view_time(v, s->c.at)));
	set_kept(row, "words", *s->c.words == '\0' ? NULL : s->c.words);
	if (s->c.ended != 0)
		set_kept(row, "ended", view_say(v, "L.callout.ended_at", view_time(v, s->c.ended)));
	view_tally(v, row, &s->turnout);
	for (i = 0; i < s->n; i++) {
		one = vars_item(row, "who");
		set_int(one, "id", s->rows[i].c.id);
		set_kept(one, "name", *s->rows[i].name == '\0' ?
		    view_word(v, "L.callout.forgotten") : s->rows[i].name);
		set_kept(one, "far", distance(v, s->rows[i].c.metres));
		set_flag(one, "opens", s->rows[i].opens);
		view_said(v, one, &s->rows[i].c);
	}
}

/* --- whom to call ---------------------------------------------------------------------------- */

static void
view_list(struct visit *v, const struct form *form, const struct callout_view *c)
{
	struct vars	*item;
	size_t		 i, fresh = 0;

	for (i = 0; i < c->n; i++) {
		item = form_choice(form, v->vars, "relawan", arena_printf(v->req->arena,
		    "%" PRId64, c->list[i].v.id), c->list[i].v.name);
		set_kept(item, "sub", arena_printf(v->req->arena, "%s · %s%s%s",
		    distance(v, c->list[i].metres), view_area(v, c->list[i].v.area),
		    c->list[i].asked ? " · " : "", c->list[i].asked ?
		    view_word(v, "L.callout.asked_already") : ""));
		if (v->req->method == GET && !c->list[i].asked && fresh++ < CALLEES_MAX)
			set_flag(item, "picked", true);
	}
	set_flag(v->vars, "listed", c->n > 0);
	set_flag(v->vars, "more", c->more);
}

static enum rc
show(struct visit *v, struct form *form, const char *number, const char *skill, int64_t km)
{
	struct skill		 all[SKILLS_MAX];
	struct callout_view	 c;
	size_t			 i, n = 0;
	enum rc			 rc = see_callout(&v->desk, number, skill, km * 1000, &c);

	if (rc != RC_OK || (rc = see_skills(&v->desk, all, &n)) != RC_OK)
		return rc;
	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.callout.title", c.t.number));
	page_form(v, form);
	set_flag(vars_child(vars_child(v->vars, "form"), "radius"), "required", true);
	set_flag(vars_child(vars_child(v->vars, "form"), "relawan"), "required", true);
	set_kept(v->vars, "number", c.t.number);
	set_kept(v->vars, "place", view_area(v, c.t.place.area));
	set_flag(v->vars, "may", c.may);
	for (i = 0; i < n; i++)
		(void)form_choice(form, v->vars, "keahlian", all[i].code, view_skill(v, &all[i]));
	for (i = 0; i < c.nsheets; i++)
		view_sheet(v, &c.sheets[i], all, n);
	set_flag(v->vars, "sought", c.may && *skill != '\0');
	if (c.may && *skill != '\0')
		view_list(v, form, &c);
	set_flag(v->vars, "called", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "callout.cs");
}

/* What is odd in the address is as if it were not there. */
enum rc
callout_page(struct visit *v)
{
	const char	*number = ticket_number(v);
	struct typed	 t;
	struct form	 form;

	if (number == NULL)
		return RC_NOTFOUND;
	if (form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->query, &t) != RC_OK)
		t = (struct typed){ .keahlian = "", .pesan = "" };
	if (t.radius < 1 || t.radius > CALLOUT_KM)
		t.radius = RADIUS_USUAL;
	t.relawan = (struct many){ 0 };
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &t);
	return show(v, &form, number, t.keahlian, t.radius);
}

/* --- calling, and calling off ---------------------------------------------------------------- */

static enum rc
call(struct visit *v, struct form *form, const char *number, const struct typed *t)
{
	size_t			 n = t->relawan.n;
	int64_t			*ids = arena_alloc(v->req->arena, (n + 1) * sizeof(*ids));
	struct callout_order	 o = { .number = number, .token = page_token(v),
		.skill = t->keahlian, .words = t->pesan, .radius = t->radius * 1000,
		.volunteers = ids };
	size_t			 called;
	enum rc			 rc;

	for (; o.n < n; o.n++)
		ids[o.n] = route_id(t->relawan.items[o.n]);
	rc = call_out(&v->desk, &o, &called);
	if (rc == RC_INPUT)
		form_fault(form, "relawan", "L.callout.nobody");
	if (rc == RC_CONFLICT)
		form->notice = view_word(v, "L.callout.over");
	return rc;
}

/* Somebody else may have ended it. */
static enum rc
end(struct visit *v, const char *number, const char *callout)
{
	enum rc	 rc = call_off(&v->desk, number, route_id(callout));

	if (rc != RC_OK && rc != RC_CONFLICT)
		return rc;
	http_redirect(v->req, "/tiket/%s/relawan", number);
	return RC_OK;
}

enum rc
callout_send(struct visit *v)
{
	const char	*number = ticket_number(v), *over = pairs_get(&v->req->sent, "akhiri");
	struct typed	 t;
	struct form	 form;
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if (over != NULL)
		return end(v, number, over);
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &t);
	if (t.radius < 1)
		form_fault(&form, "radius", "L.form.required");
	if (rc == RC_OK && form_ok(&form))
		rc = call(v, &form, number, &t);
	if (page_again(v, &form, rc))
		return show(v, &form, number, t.keahlian, t.radius < 1 ? RADIUS_USUAL : t.radius);
	if (rc == RC_OK)
		http_redirect(v->req, "/tiket/%s/relawan?jadi=1", number);
	return rc;
}

/* --- a number -------------------------------------------------------------------------------- */

struct why {
	const char	*alasan;
};

static const struct field why_fields[] = {
	TEXT(struct why, alasan, "L.volunteer.why", .required = true, .max = 200),
};

static const struct callee_view *
find_callee(const struct callout_view *c, int64_t id)
{
	size_t	 i, k;

	for (i = 0; i < c->nsheets; i++)
		for (k = 0; k < c->sheets[i].n; k++)
			if (c->sheets[i].rows[k].c.id == id)
				return &c->sheets[i].rows[k];
	return NULL;
}

static enum rc
show_number(struct visit *v, struct form *form, const char *number,
    const struct volunteer *opened)
{
	const struct callee_view	*one;
	struct callout_view		 c;
	enum rc				 rc = see_callout(&v->desk, number, "", 0, &c);

	if (rc != RC_OK)
		return rc;
	if ((one = find_callee(&c, route_id(v->arg))) == NULL || one->c.volunteer == 0)
		return RC_NOTFOUND;
	if (!one->opens)
		return RC_FORBIDDEN;
	page_here(v, "tugas");
	page_title(v, "L.callout.number_title");
	page_form(v, form);
	set_kept(v->vars, "number", c.t.number);
	set_kept(v->vars, "id", v->arg);
	set_kept(v->vars, "heading", view_say(v, "L.callout.number_of", one->name));
	if (opened != NULL) {
		set_kept(v->vars, "phone", opened->phone);
		set_kept(v->vars, "email", *opened->email == '\0' ? NULL : opened->email);
	}
	return page_show(v, "callout_number.cs");
}

enum rc
callee_ask(struct visit *v)
{
	const char	*number = ticket_number(v);
	struct form	 form;

	form_blank(&form, v->req->arena, why_fields, COUNT(why_fields));
	return number == NULL ? RC_NOTFOUND : show_number(v, &form, number, NULL);
}

enum rc
callee_number(struct visit *v)
{
	const char		*number = ticket_number(v);
	struct volunteer	 opened = { .phone = "", .email = "" };
	struct form		 form;
	struct why		 w;
	enum rc			 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	rc = form_read(&form, v->req->arena, why_fields, COUNT(why_fields), &v->req->sent, &w);
	if (rc == RC_OK)
		rc = callee_open(&v->desk, number, route_id(v->arg), w.alasan, &opened);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.volunteer.too_many");
	if (page_again(v, &form, rc))
		return show_number(v, &form, number, NULL);
	return rc == RC_OK ? show_number(v, &form, number, &opened) : rc;
}
