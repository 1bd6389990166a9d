/* breach_page.c: the register of failures to protect personal data, and its letters. */
#include <string.h>

#include "action/breach_action.h"
#include "page/breach_page.h"
#include "page/privacy_view.h"
#include "page/view.h"

struct typed {
	const char	*happened, *found, *data, *cause, *measures, *told, *told_at, *learnt;
	int64_t		 people, version;
};

/* Each form of the page needs its own fields and no other's: so they are read, so shown. */
#define FIELDS(need)	{ \
	TEXT(struct typed, happened, "L.breach.happened", .required = need, .max = 20), \
	TEXT(struct typed, found, "L.breach.found", .required = need, .max = 20, \
	    .hint = "L.breach.found_hint"), \
	AREA(struct typed, data, "L.breach.data", .required = need, .max = 1500, \
	    .hint = "L.breach.data_hint"), \
	NUMBER(struct typed, people, "L.breach.people", .max = 100000000, \
	    .hint = "L.breach.people_hint"), \
	AREA(struct typed, cause, "L.breach.cause", .required = need, .max = 3000), \
	AREA(struct typed, measures, "L.breach.measures", .required = need, .max = 3000, \
	    .hint = "L.breach.measures_hint"), \
	TEXT(struct typed, told_at, "L.breach.told_at", .required = need, .max = 20), \
	AREA(struct typed, told, "L.breach.told", .required = need, .max = 1500, \
	    .hint = "L.breach.told_hint"), \
	AREA(struct typed, learnt, "L.breach.learnt", .required = need, .max = 3000, \
	    .hint = "L.breach.learnt_hint"), \
	NUMBER(struct typed, version, "L.data.one.version"), \
}
static const struct field	fields[] = FIELDS(false), shown[] = FIELDS(true);

/* As a form's datetime-local has it. */
static const char *
moment_text(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, v->desk.ref->zone);

	return at == 0 ? "" : arena_printf(v->req->arena, "%04d-%02d-%02dT%02d:%02d", c.year,
	    c.month, c.day, c.hour, c.minute);
}

/* number, state, class, happened, found, people, data, cause, measures, told, ..., clock */
static void
view_breach(const struct visit *v, struct vars *row, const struct breach *b)
{
	static const char *const	 classes[BREACH_STATES] = {
		[BREACH_OPEN] = "b-red", [BREACH_NOTIFIED] = "b-acc", [BREACH_CLOSED] = "b-done",
	};

	set_kept(row, "number", b->number);
	set_kept(row, "state", view_code(v, "L.breach.state", breach_state_code(b->state)));
	set_kept(row, "class", classes[b->state] == NULL ? "" : classes[b->state]);
	set_flag(row, "is_open", b->state == BREACH_OPEN);
	set_flag(row, "is_told", b->state == BREACH_NOTIFIED);
	set_flag(row, "is_closed", b->state == BREACH_CLOSED);
	set_kept(row, "happened", view_moment(v, b->happened));
	set_kept(row, "found", view_moment(v, b->found));
	set_kept(row, "people", view_number(v, b->people));
	set_kept(row, "data", b->data);
	set_kept(row, "cause", b->cause);
	set_kept(row, "measures", b->measures);
	set_kept(row, "told", b->told);
	set_kept(row, "told_at", view_moment(v, b->told_at));
	set_flag(row, "told_late", b->told_at > b->due);
	set_kept(row, "learnt", b->learnt);
	set_kept(row, "closed", view_time(v, b->closed));
	set_int(row, "version", b->version);
	if (b->state == BREACH_OPEN)
		view_data_clock(v, row, b->due);
}

enum rc
breaches_page(struct visit *v)
{
	struct breaches_view	*list = arena_alloc(v->req->arena, sizeof(*list));
	size_t			 i;
	enum rc			 rc;

	if ((rc = see_breaches(&v->desk, list)) != RC_OK)
		return rc;
	for (i = 0; i < list->nopen; i++)
		view_breach(v, vars_item(v->vars, "open"), &list->open[i]);
	for (i = 0; i < list->nclosed; i++)
		view_breach(v, vars_item(v->vars, "closed"), &list->closed[i]);
	page_title(v, "L.breach.title");
	view_desk_menu(v, "kebocoran");
	return page_show(v, "breaches.cs");
}

/* --- forms ----------------------------------------------------------------------------------- */

static int64_t
read_moment(struct visit *v, struct form *form, const char *field, const char *text)
{
	int64_t	 at = 0;

	if (*text == '\0')
		form_fault(form, field, "L.form.required");
	else if (when_read(text, v->desk.ref->zone, &at) != RC_OK)
		form_fault(form, field, "L.breach.fault.moment");
	return at;
}

static void
need(struct form *form, const char *field, const char *text)
{
	if (*text == '\0')
		form_fault(form, field, "L.form.required");
}

static void
take(struct form *form, const struct typed *in, struct breach_order *o)
{
	need(form, "data", in->data);
	need(form, "cause", in->cause);
	need(form, "measures", in->measures);
	o->data = in->data;
	o->cause = in->cause;
	o->measures = in->measures;
	o->people = in->people;
	o->version = in->version;
}

static void
point_at(struct form *form, const char *field, enum breach_fault fault)
{
	if (fault == BREACH_FUTURE)
		form_fault(form, field, "L.breach.fault.future");
	else if (fault == BREACH_BEFORE)
		form_fault(form, field, "L.breach.fault.before");
}

static enum rc
show_new(struct visit *v, struct form *form)
{
	page_title(v, "L.breach.new");
	view_desk_menu(v, "kebocoran");
	form->fields = shown;
	page_form(v, form);
	return page_show(v, "breach_new.cs");
}

enum rc
breach_blank(struct visit *v)
{
	struct form	 form;
	struct typed	 now = { .happened = "", .data = "", .cause = "", .measures = "",
		.told = "", .told_at = "", .learnt = "" };

	now.found = moment_text(v, v->desk.now);
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &now);
	return show_new(v, &form);
}

enum rc
breach_enter(struct visit *v)
{
	struct breach_order	 o = { .token = page_token(v), .told = "", .learnt = "" };
	struct typed		 in;
	struct breach		 b = { .number = "" };
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
				    &v->req->sent, &in);

	o.happened = read_moment(v, &form, "happened", in.happened);
	o.found = read_moment(v, &form, "found", in.found);
	take(&form, &in, &o);
	if (form_ok(&form) && (rc = breach_open(&v->desk, &o, &b)) == RC_INPUT)
		point_at(&form, o.found > v->desk.now ? "found" :
		    o.fault == BREACH_BEFORE ? "found" : "happened", o.fault);
	if (page_again(v, &form, rc))
		return show_new(v, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/privasi/kebocoran/%s", b.number);
	return rc;
}

/* --- one ------------------------------------------------------------------------------------- */

static enum rc
show_one(struct visit *v, struct form *form, const struct breach *b)
{
	page_title_text(v, b->number);
	view_desk_menu(v, "kebocoran");
	form->fields = shown;
	page_form(v, form);
	view_breach(v, vars_child(v->vars, "b"), b);
	return page_show(v, "breach.cs");
}

static void
fill(struct visit *v, struct form *form, const struct breach *b)
{
	struct typed	 is = {
		.happened = "", .found = "", .data = b->data, .cause = b->cause,
		.measures = b->measures, .people = b->people, .told = "",
		.told_at = moment_text(v, v->desk.now), .learnt = "", .version = b->version,
	};

	form_blank(form, v->req->arena, fields, COUNT(fields));
	form_fill(form, &is);
}

enum rc
breach_page(struct visit *v)
{
	struct breach	 b;
	struct form	 form;
	enum rc		 rc = see_breach(&v->desk, v->arg, &b);

	if (rc != RC_OK)
		return rc;
	fill(v, &form, &b);
	return show_one(v, &form, &b);
}

/* The page has several forms: what the others held is not lost with a fault in one. */
static void
complete(struct visit *v, struct form *form, const struct breach *b)
{
	struct form	 kept;
	size_t		 i;

	fill(v, &kept, b);
	for (i = 0; i < COUNT(fields); i++)
		if (pairs_count(&v->req->sent, fields[i].name) == 0)
			form->typed[i] = kept.typed[i];
}

/* Shown again with the state of now, so that who was slower sees it. */
static enum rc
done(struct visit *v, struct form *form, enum rc rc)
{
	struct breach	 b;

	if (page_again(v, form, rc)) {
		if ((rc = see_breach(&v->desk, v->arg, &b)) != RC_OK)
			return rc;
		complete(v, form, &b);
		return show_one(v, form, &b);
	}
	if (rc == RC_OK)
		http_redirect(v->req, "/privasi/kebocoran/%s", v->arg);
	return rc;
}

enum rc
breach_edit(struct visit *v)
{
	struct breach_order	 o = { .number = v->arg, .told = "", .learnt = "" };
	struct typed		 in;
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
				    &v->req->sent, &in);

	take(&form, &in, &o);
	if (form_ok(&form))
		rc = breach_change(&v->desk, &o);
	return done(v, &form, rc);
}

enum rc
breach_told(struct visit *v)
{
	struct breach_order	 o = { .number = v->arg };
	struct typed		 in;
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
				    &v->req->sent, &in);

	need(&form, "told", in.told);
	o.told_at = read_moment(v, &form, "told_at", in.told_at);
	o.told = in.told;
	o.version = in.version;
	if (form_ok(&form) && (rc = breach_notify(&v->desk, &o)) == RC_INPUT)
		point_at(&form, "told_at", o.fault);
	return done(v, &form, rc);
}

enum rc
breach_end(struct visit *v)
{
	struct breach_order	 o = { .number = v->arg };
	struct typed		 in;
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
				    &v->req->sent, &in);

	need(&form, "learnt", in.learnt);
	o.learnt = in.learnt;
	o.version = in.version;
	if (form_ok(&form))
		rc = breach_close(&v->desk, &o);
	return done(v, &form, rc);
}

/*
 * Source: UU 27/2022, article 46 (2): which data, when and how, and what was
 * done about it.  Letters of a government are in Indonesian.
 */
static enum rc
letter(struct visit *v, bool authority)
{
	struct breach	 b;
	enum rc		 rc = see_breach(&v->desk, v->arg, &b);

	if (rc != RC_OK)
		return rc;
	v->lang = LANG_ID;
	v->vars = vars_new(v->req->arena, LANG_ID);
	view_breach(v, vars_child(v->vars, "b"), &b);
	set_flag(v->vars, "authority", authority);
	set_kept(v->vars, "date", view_date(v, v->desk.now));
	set_kept(v->vars, "office", view_agency_name(v, v->desk.ref->triage));
	page_title(v, "L.breach.letter.title");
	page_here(v, "privasi");
	return page_show(v, "breach_letter.cs");
}

enum rc
breach_letter(struct visit *v)
{
	return letter(v, false);
}

enum rc
breach_notice(struct visit *v)
{
	return letter(v, true);
}
