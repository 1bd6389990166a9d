/*
 * answer_page.c: the page behind a volunteer's link: what, which village, yes
 * or no, there, home.  Who has the link may answer; of the ticket nothing
 * else is told.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"
#include "lib/when.h"
#include "page/callout_page.h"
#include "page/view.h"
#include "page/volunteer_page.h"

struct typed {
	const char	*jam;
};

static const struct field fields[] = {
	TEXT(struct typed, jam, "L.answer.time", .max = 5, .hint = "L.answer.time_hint"),
};

/* Where they stand, in one sentence. */
static const char *
stands(struct visit *v, const struct callee *c)
{
	if (c->left != 0)
		return view_say(v, "L.answer.is_left", view_clock(v, c->left));
	if (c->arrived != 0)
		return view_say(v, "L.answer.is_here", view_clock(v, c->arrived));
	if (c->stood != 0)
		return view_word(v, "L.answer.is_over");
	if (c->answer == SAID_YES)
		return view_say(v, "L.answer.is_yes", view_clock(v, c->eta));
	return c->answer == SAID_NO ? view_word(v, "L.answer.is_no") : NULL;
}

static const char *
category_of(const struct visit *v, const struct asked_view *a)
{
	return a->category == NULL ? view_word(v, "L.volunteer.help") :
	    view_category(v, a->category->id);
}

static enum rc
show(struct visit *v, struct form *form)
{
	const struct area	*area;
	struct asked_view	 a;
	enum rc			 rc = see_asked(&v->desk, v->arg, v->req->remote, &a);

	v->req->referrer = "no-referrer";	/* the code is in the address */
	if (rc != RC_OK)
		return rc;
	page_title(v, "L.answer.title");
	set_flag(v->vars, "no_strip", true);
	page_form(v, form);
	set_flag(vars_child(vars_child(v->vars, "form"), "jam"), "required", true);
	area = ref_area(v->desk.ref, a.area);
	set_kept(v->vars, "code", code_show(v->req->arena, code_read(v->req->arena, v->arg)));
	set_kept(v->vars, "lead", view_say(v, "L.answer.lead", v->desk.ref->city));
	set_kept(v->vars, "what", category_of(v, &a));
	set_kept(v->vars, "where", area == NULL ? view_word(v, "L.answer.where_unknown") :
	    area->name);
	set_kept(v->vars, "skill", view_skill(v, &a.skill));
	set_kept(v->vars, "words", *a.callout.words == '\0' ? NULL : a.callout.words);
	set_kept(v->vars, "stands", stands(v, &a.c));
	set_flag(v->vars, "silent", a.c.answer == SAID_NOTHING);
	set_flag(v->vars, "may_yes", a.may[STEP_YES]);
	set_flag(v->vars, "may_no", a.may[STEP_NO]);
	set_flag(v->vars, "may_arrive", a.may[STEP_ARRIVED]);
	set_flag(v->vars, "may_leave", a.may[STEP_LEFT]);
	return page_show(v, "answer.cs");
}

enum rc
answer_page(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

/* "14.30" or "14:30": today, or tomorrow where that is over; -1: it is no time. */
static int64_t
time_of(const struct visit *v, const char *text)
{
	char		*end;
	long		 hour = strtol(text, &end, 10), minute;
	int64_t		 at;

	if (end == text || (*end != '.' && *end != ':') || hour < 0 || hour > 23)
		return -1;
	text = end + 1;
	minute = strtol(text, &end, 10);
	if (end == text || *end != '\0' || minute < 0 || minute > 59)
		return -1;
	at = when_midnight(v->desk.now, v->desk.ref->zone) + hour * HOUR + minute * MINUTE;
	return at < v->desk.now ? at + DAY : at;
}

enum rc
answer_send(struct visit *v)
{
	const char		*what = pairs_get(&v->req->sent, "jawab");
	enum callee_step	 step = what == NULL ? STEP_NONE : callee_step_of(what);
	struct form		 form;
	struct typed		 t;
	int64_t			 eta = 0;
	enum rc			 rc;

	v->req->referrer = "no-referrer";
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &t);
	if (step == STEP_YES && (eta = time_of(v, t.jam)) < 0)
		form_fault(&form, "jam", "L.answer.time_bad");
	if (rc == RC_OK && form_ok(&form))
		rc = callee_say(&v->desk, v->arg, v->req->remote, step, eta);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.answer.too_late");
	if (page_again(v, &form, rc))
		return show(v, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/relawan/jawab/%s", code_show(v->req->arena,
		    code_read(v->req->arena, v->arg)));
	return rc;
}
