/* retention_page.c: how long data is kept, and what stops the worker from forgetting it. */
#include "domain/number.h"
#include "page/privacy_page.h"
#include "page/privacy_view.h"
#include "page/view.h"

struct stop {
	const char	*why, *number, *held_for;
	bool		 on;
};

/* Each form of the page needs its own fields and no other's: so they are read, so shown. */
#define FIELDS(need)	{ \
	AREA(struct stop, why, "L.data.keep.why", .required = need, .max = 500, \
	    .hint = "L.data.keep.why_hint"), \
	TEXT(struct stop, number, "L.data.new.number", .required = need, .max = 40), \
	TEXT(struct stop, held_for, "L.data.keep.held_for", .required = need, .max = 200, \
	    .hint = "L.data.keep.held_for_hint"), \
	FLAG(struct stop, on, "L.data.keep.on"), \
}
static const struct field	fields[] = FIELDS(false), shown[] = FIELDS(true);

/* keep.N, frozen: view_retention(); held.N.{number,why,since}; may_switch */
static enum rc
show(struct visit *v, struct form *form)
{
	struct retention_view	 r;
	struct held		 held[HELD_MAX];
	struct vars		*row;
	size_t			 i, n;
	enum rc			 rc;

	if ((rc = see_retention(&v->desk, &r)) != RC_OK ||
	    (rc = see_held(&v->desk, held, &n)) != RC_OK)
		return rc;
	page_title(v, "L.data.keep.title");
	view_desk_menu(v, "penyimpanan");
	form->fields = shown;
	page_form(v, form);
	view_retention(v, &r);
	set_flag(v->vars, "may_switch", v->desk.who.role == ROLE_SUPERVISOR);
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "held");
		set_kept(row, "number", held[i].number);
		set_kept(row, "why", held[i].why);
		set_kept(row, "since", view_time(v, held[i].at));
	}
	return page_show(v, "privacy_keep.cs");
}

enum rc
retention_page(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

static enum rc
done(struct visit *v, struct form *form, enum rc rc)
{
	if (page_again(v, form, rc))
		return show(v, form);
	if (rc == RC_OK)
		http_redirect(v->req, "/privasi/penyimpanan");
	return rc;
}

enum rc
retention_switch(struct visit *v)
{
	struct stop	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (rc == RC_OK && *in.why == '\0')
		form_fault(&form, "why", "L.form.required");
	if (form_ok(&form))
		rc = retention_freeze(&v->desk, in.on, in.why);
	return done(v, &form, rc);
}

enum rc
retention_hold(struct visit *v)
{
	struct stop	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);
	const char	*number = number_read(v->req->arena, in.number);

	if (rc == RC_OK && number == NULL)
		form_fault(&form, "number", "L.data.fault.no_ticket");
	if (rc == RC_OK && *in.held_for == '\0')
		form_fault(&form, "held_for", "L.form.required");
	if (form_ok(&form) && (rc = hold_add(&v->desk, number, in.held_for)) == RC_INPUT)
		form_fault(&form, "number", "L.data.fault.no_ticket");
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.data.fault.held_already");
	return done(v, &form, rc);
}

enum rc
retention_release(struct visit *v)
{
	struct stop	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (rc == RC_OK)
		rc = hold_release(&v->desk, in.number);
	return done(v, &form, rc);
}
