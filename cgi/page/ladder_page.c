/* ladder_page.c: who is told when nobody accepts: looked at, changed from a day on. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/ladder_action.h"
#include "lib/when.h"
#include "page/account_view.h"
#include "page/calendar_page.h"
#include "page/view.h"

struct climb {
	int64_t		 who1, per1, who2, per2, who3, per3, who4, per4, who5, per5, who6, per6;
	const char	*n1, *n2, *n3, *n4, *n5, *n6, *from;
};

enum { PER_ALARM = 1, PER_MINUTE = 2 };

static const struct choice whos[] = {
	{ 1, "L.ladder.who.duty_officer" }, { 2, "L.ladder.who.agency_head" },
	{ 3, "L.ladder.who.supervisor" }, { 4, "L.ladder.who.sekda" }, { 0, NULL }
};
static const struct choice pers[] = {
	{ PER_ALARM, "L.ladder.alarms" }, { PER_MINUTE, "L.ladder.minutes" }, { 0, NULL }
};

#define STEP(k) \
	PICK(struct climb, who##k, "L.ladder.step_who", .choices = whos), \
	CODE(struct climb, n##k, "L.ladder.step_after", .max = 3), \
	PICK(struct climb, per##k, "L.ladder.step_per", .choices = pers)

static const struct field fields[] = {
	STEP(1), STEP(2), STEP(3), STEP(4), STEP(5), STEP(6),
	TEXT(struct climb, from, "L.ladder.from", .max = 10, .hint = "L.ladder.from_hint"),
};
static const char *const	who_names[] = { "who1", "who2", "who3", "who4", "who5", "who6" };
static const char *const	n_names[] = { "n1", "n2", "n3", "n4", "n5", "n6" };

/* --- whose --------------------------------------------------------------------------- */

static const struct { const char *code; enum ladder_scope scope; } scopes[] = {
	{ "kota", LADDER_OWN }, { "luar", LADDER_OUTSIDE }, { "triase", LADDER_DESK },
};

struct whose {
	enum ladder_scope	 scope;
	int64_t			 agency;
	const char		*code;
};

static enum rc
whose_of(const struct visit *v, struct whose *w)
{
	const struct agency	*a;
	size_t			 i;

	for (i = 0; i < COUNT(scopes); i++)
		if (strcmp(scopes[i].code, v->arg) == 0) {
			*w = (struct whose){ scopes[i].scope, 0, scopes[i].code };
			return RC_OK;
		}
	if ((a = ref_agency_code(v->desk.ref, v->arg)) == NULL)
		return RC_NOTFOUND;
	*w = (struct whose){ LADDER_AGENCY, a->id, a->code };
	return RC_OK;
}

static const char *
title_of(const struct visit *v, const struct whose *w)
{
	return w->scope == LADDER_AGENCY ? view_agency_name(v, w->agency) :
	    view_code(v, "L.ladder.of", ladder_code(w->scope));
}

/* --- all of them ------------------------------------------------------------------------ */

static const char *
after_of(const struct visit *v, const struct rung *g)
{
	return g->alarms > 0 ? view_say(v, "L.ladder.after_alarms", view_number(v, g->alarms)) :
	    view_say(v, "L.ladder.after_minutes", view_number(v, g->minutes));
}

static void
view_steps(const struct visit *v, struct vars *item, const struct rung *steps, size_t n)
{
	struct vars	*step;
	size_t		 i;

	for (i = 0; i < n; i++) {
		step = vars_item(item, "steps");
		set_kept(step, "who", view_code(v, "L.ladder.who", steps[i].who));
		set_kept(step, "after", after_of(v, &steps[i]));
	}
}

/* The first day of steps that are not in force yet; 0 none. */
static int64_t
coming(const struct visit *v, const struct whose *w)
{
	const struct ref	*r = v->desk.ref;
	size_t			 i;

	for (i = 0; i < r->nladder; i++)
		if (r->ladder[i].scope == w->scope && r->ladder[i].agency == w->agency &&
		    r->ladder[i].from > v->desk.now && r->ladder[i].to == 0)
			return r->ladder[i].from;
	return 0;
}

/* ladders.N.{code,title,own,steps.N.{who,after},coming} */
static bool
view_ladder(struct visit *v, const struct whose *w)
{
	const struct ref	*r = v->desk.ref;
	struct rung		 steps[LADDER_MAX];
	size_t			 n = ladder_of(r->ladder, r->nladder, w->scope, w->agency,
				    v->desk.now, steps);
	int64_t			 from = coming(v, w);
	struct vars		*item;

	if (n == 0 && from == 0)
		return false;
	item = vars_item(v->vars, "ladders");
	set_kept(item, "code", w->code);
	set_kept(item, "title", title_of(v, w));
	set_flag(item, "own", w->scope == LADDER_AGENCY);
	if (from != 0)
		set_kept(item, "coming", view_date(v, from));
	view_steps(v, item, steps, n);
	return true;
}

/* others.N.{code,name}: agencies that have the usual one */
enum rc
ladders_show(struct visit *v)
{
	const struct ref	*r = v->desk.ref;
	struct vars		*other;
	struct whose		 w;
	size_t			 i;

	page_title(v, "L.ladder.title");
	page_here(v, "eskalasi");
	view_admin_menu(v, "eskalasi");
	for (i = 0; i < COUNT(scopes); i++)
		view_ladder(v, &(struct whose){ scopes[i].scope, 0, scopes[i].code });
	for (i = 0; i < r->nagencies; i++) {
		w = (struct whose){ LADDER_AGENCY, r->agencies[i].id, r->agencies[i].code };
		if (view_ladder(v, &w))
			continue;
		other = vars_item(v->vars, "others");
		set_kept(other, "code", w.code);
		set_kept(other, "name", r->agencies[i].brief);
	}
	return page_show(v, "ladders.cs");
}

/* --- one of them ------------------------------------------------------------------------- */

static int64_t
who_number(const char *who)
{
	int64_t	 i;

	for (i = 0; ladder_who[i] != NULL; i++)
		if (strcmp(ladder_who[i], who) == 0)
			return i + 1;
	return 0;
}

/* The usual one where this agency has none of its own: most changes are small. */
static struct climb
climb_of(const struct visit *v, const struct whose *w)
{
	const struct ref	*r = v->desk.ref;
	const struct agency	*a = ref_agency(r, w->agency);
	struct climb		 c = { .from = "", .n1 = "", .n2 = "", .n3 = "", .n4 = "",
					.n5 = "", .n6 = "" };
	int64_t			*at[][2] = { { &c.who1, &c.per1 }, { &c.who2, &c.per2 },
		{ &c.who3, &c.per3 }, { &c.who4, &c.per4 }, { &c.who5, &c.per5 },
		{ &c.who6, &c.per6 } };
	const char		**after[] = { &c.n1, &c.n2, &c.n3, &c.n4, &c.n5, &c.n6 };
	struct rung		 steps[LADDER_MAX];
	size_t			 i, n;

	n = w->scope == LADDER_AGENCY ? ladder_for(r->ladder, r->nladder, w->agency,
	    a != NULL && a->own, v->desk.now, steps) :
	    ladder_of(r->ladder, r->nladder, w->scope, 0, v->desk.now, steps);
	for (i = 0; i < n; i++) {
		*at[i][0] = who_number(steps[i].who);
		*after[i] = arena_printf(v->req->arena, "%" PRId64,
		    steps[i].alarms > 0 ? steps[i].alarms : steps[i].minutes);
		*at[i][1] = steps[i].alarms > 0 ? PER_ALARM : PER_MINUTE;
	}
	return c;
}

/* code, whose, own: this agency has one of its own; n: of each step of the form */
static enum rc
show(struct visit *v, struct form *form, const struct whose *w)
{
	const struct ref	*r = v->desk.ref;
	struct rung		 steps[LADDER_MAX];

	page_title(v, "L.ladder.change");
	page_here(v, "eskalasi");
	view_admin_menu(v, "eskalasi");
	page_form(v, form);
	set_kept(v->vars, "code", w->code);
	set_kept(v->vars, "whose", title_of(v, w));
	set_flag(v->vars, "own", w->scope == LADDER_AGENCY && ladder_of(r->ladder, r->nladder,
	    w->scope, w->agency, v->desk.now, steps) > 0);
	return page_show(v, "ladder.cs");
}

enum rc
ladder_form(struct visit *v)
{
	struct form	 form;
	struct climb	 c;
	struct whose	 w;
	enum rc		 rc = whose_of(v, &w);

	if (rc != RC_OK)
		return rc;
	c = climb_of(v, &w);
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &c);
	return show(v, &form, &w);
}

/* A step is whole or empty; what is empty is left out. */
static size_t
read_steps(struct form *form, const struct climb *c, struct rung *out)
{
	const int64_t	 in[][2] = { { c->who1, c->per1 }, { c->who2, c->per2 },
		{ c->who3, c->per3 }, { c->who4, c->per4 }, { c->who5, c->per5 },
		{ c->who6, c->per6 } };
	const char	*after[] = { c->n1, c->n2, c->n3, c->n4, c->n5, c->n6 };
	int64_t		 count;
	size_t		 i, n = 0;

	for (i = 0; i < COUNT(in); i++) {
		count = strspn(after[i], "0123456789") == strlen(after[i]) ?
		    strtoimax(after[i], NULL, 10) : 0;
		if (in[i][0] == 0 && *after[i] == '\0')
			continue;
		if (in[i][0] == 0)
			form_fault(form, who_names[i], "L.form.choose");
		if (count == 0)
			form_fault(form, n_names[i], "L.ladder.fault.after");
		if (in[i][0] == 0)
			continue;
		out[n++] = (struct rung){ .who = ladder_who[in[i][0] - 1],
		    .alarms = in[i][1] != PER_MINUTE ? count : 0,
		    .minutes = in[i][1] == PER_MINUTE ? count : 0 };
	}
	if (n == 0)
		form_fault(form, who_names[0], "L.ladder.fault.none");
	return n;
}

enum rc
ladder_send(struct visit *v)
{
	struct rung	 steps[LADDER_MAX];
	struct form	 form;
	struct climb	 c;
	struct whose	 w;
	int64_t		 from = 0;
	size_t		 n;
	enum rc		 rc = whose_of(v, &w);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &c);
	n = rc == RC_OK ? read_steps(&form, &c, steps) : 0;
	if (rc == RC_OK && *c.from != '\0' && (when_read(c.from, v->desk.ref->zone, &from) != RC_OK ||
	    from < when_midnight(v->desk.now, v->desk.ref->zone)))
		form_fault(&form, "from", "L.ladder.fault.from");
	if (form_ok(&form)) {
		rc = ladder_change(&v->desk, w.scope, w.agency, steps, n, from);
		if (rc == RC_INPUT)
			form_fault(&form, "n1", "L.ladder.fault.order");
	}
	if (page_again(v, &form, rc))
		return show(v, &form, &w);
	if (rc == RC_OK)
		http_redirect(v->req, "/eskalasi");
	return rc;
}

enum rc
ladder_usual(struct visit *v)
{
	struct whose	 w;
	enum rc		 rc = whose_of(v, &w);

	if (rc == RC_OK && w.scope != LADDER_AGENCY)
		rc = RC_NOTFOUND;
	if (rc == RC_OK)
		rc = ladder_change(&v->desk, w.scope, w.agency, NULL, 0, 0);
	if (rc == RC_OK)
		http_redirect(v->req, "/eskalasi");
	return rc;
}
