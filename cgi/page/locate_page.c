/*
 * locate_page.c: the page behind the link that a call taker sends: here I am.
 *
 * With script a button asks the telephone; without, what a map application
 * copies is pasted.  Who has the link may send, and read nothing.
 */
#include "action/place_action.h"
#include "lib/form.h"
#include "page/place_page.h"
#include "page/view.h"

struct here {
	const char	*at;
	int64_t		 metres;
};

static const struct field	 fields[] = {
	TEXT(struct here, at, "L.place.here", .required = true, .max = 400,
	    .hint = "L.place.here_hint", .missing = "L.place.here_missing"),
	NUMBER(struct here, metres, "L.place.exact", .max = 100000),
};

static enum rc
show(struct visit *v, struct form *form)
{
	v->req->referrer = "no-referrer";	/* the code is in the address */
	page_title(v, "L.place.title");
	set_flag(v->vars, "no_strip", true);	/* they are on the telephone already */
	set_kept(v->vars, "code", v->arg);
	page_form(v, form);
	return page_show(v, "locate.cs");
}

enum rc
locate_form(struct visit *v)
{
	struct form	 form;
	enum rc		 rc = locate_open(&v->desk, v->arg);

	if (rc != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

enum rc
locate_post(struct visit *v)
{
	struct here	 h;
	struct form	 form;
	struct point	 p = { 0, 0 };
	enum rc		 rc = locate_open(&v->desk, v->arg);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &h);
	if (form_ok(&form) && !geo_read(h.at, &p))
		form_fault(&form, "at", "L.place.here_bad");
	if (form_ok(&form))
		rc = locate_send(&v->desk, v->arg, p, h.metres);
	if (page_again(v, &form, rc))
		return show(v, &form);
	if (rc != RC_OK)
		return rc;
	v->req->referrer = "no-referrer";
	page_title(v, "L.place.sent");
	set_flag(v->vars, "no_strip", true);
	set_kept(v->vars, "code", v->arg);
	set_flag(v->vars, "done", true);
	return page_show(v, "locate.cs");
}
