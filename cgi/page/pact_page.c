/* pact_page.c: the integrity pact is read and signed, with a tick and the own name. */
#include "action/pact_action.h"
#include "domain/account.h"
#include "page/pact_page.h"
#include "page/session.h"
#include "page/signin_page.h"
#include "page/view.h"

struct signature {
	bool		 agree;
	const char	*name;
};

static const struct field fields[] = {
	FLAG(struct signature, agree, "L.signin.pact.agree", .required = true,
	    .missing = "L.signin.pact.agree_missing"),
	TEXT(struct signature, name, "L.signin.pact.name", .required = true, .max = 80,
	    .hint = "L.signin.pact.name_hint", .fill = "off"),
};

/* must, signed: this version was; version, ke */
static enum rc
show(struct visit *v, struct form *form)
{
	int64_t	 version;
	enum rc	 rc = pact_signed(&v->desk, &version);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.signin.pact.title");
	page_form(v, form);
	set_flag(v->vars, "must", session_owes(v) == OWES_PACT);
	set_flag(v->vars, "signed", version >= PACT_VERSION);
	set_int(v->vars, "pact_version", PACT_VERSION);
	set_text(v->vars, "ke", signin_wanted(v->req->method == POST ? &v->req->sent :
	    &v->req->query));
	return page_show(v, "pact.cs");
}

enum rc
pact_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

enum rc
pact_send(struct visit *v)
{
	struct signature typed;
	struct form	 form;
	enum rc		 rc;

	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &typed);
	if (rc == RC_OK && (rc = pact_sign(&v->desk, typed.name)) == RC_INPUT)
		form_fault(&form, "name", "L.signin.pact.other_name");
	if (page_again(v, &form, rc))
		return show(v, &form);
	if (rc == RC_OK)
		signin_next(v, session_owes(v), v->desk.who.role, signin_wanted(&v->req->sent));
	return rc;
}
