/*
 * invite_page.c: somebody new has a code, and chooses a password.
 *
 * The code is typed, and in no address: an address is kept by browsers, by
 * whoever carries the message, and by logs.
 */
#include "action/invite_action.h"
#include "page/invite_page.h"
#include "page/signin_page.h"
#include "page/view.h"

struct invited {
	const char	*code, *new, *again;
};

static const struct field fields[] = {
	TEXT(struct invited, code, "L.signin.invite.code", .required = true, .max = 30,
	    .hint = "L.signin.invite.code_hint", .fill = "off"),
	SECRET(struct invited, new, "L.admin.sandi.new", .required = true,
	    .hint = "L.admin.sandi.hint", .fill = "new-password"),
	SECRET(struct invited, again, "L.admin.sandi.again", .required = true,
	    .fill = "new-password"),
};

static enum rc
show(struct visit *v, struct form *form)
{
	page_title(v, "L.signin.invite.title");
	page_form(v, form);
	return page_show(v, "invite.cs");
}

enum rc
invite_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

static enum rc
use(struct visit *v, struct form *form, struct invite_order *o)
{
	enum rc	 rc = invite_use(&v->desk, o);

	if (o->flaw != FLAW_NONE)
		form_fault(form, "new", password_flaw_key(o->flaw));
	else if (rc == RC_INPUT && o->wait == 0)
		form_fault(form, "code", "L.signin.invite.wrong");
	return rc;
}

enum rc
invite_send(struct visit *v)
{
	struct invite_order	 o = { .remote = v->req->remote == NULL ? "" : v->req->remote };
	struct invited		 typed;
	struct form		 form;
	enum rc			 rc;

	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &typed);
	if (rc == RC_OK && !secret_same(typed.new, typed.again)) {
		form_fault(&form, "again", "L.admin.sandi.differ");
		rc = RC_INPUT;
	}
	o.code = typed.code;
	o.password = typed.new;
	if (rc == RC_OK)
		rc = use(v, &form, &o);
	if (signin_again(v, &form, rc, o.wait))
		return show(v, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/masuk?undangan=1");
	return rc;
}
