/* privacy_own_page.c: a reporter asks about the own data, with the tracking code. */
#include "action/privacy_action.h"
#include "domain/number.h"
#include "page/privacy_page.h"
#include "page/privacy_view.h"
#include "page/view.h"

struct own {
	const char	*code, *kind, *words, *number;
};

static const struct field fields[] = {
	TEXT(struct own, code, "L.portal.find.code", .required = true, .max = 40,
	    .missing = "L.portal.find.code_missing"),
	CODE(struct own, kind, "L.data.own.kind", .required = true, .missing = "L.form.choose"),
	AREA(struct own, words, "L.data.own.words", .max = 1500, .hint = "L.data.own.words_hint"),
	CODE(struct own, number, "L.data.own.number"),
};

/* A code that opens nothing leads to where codes are typed, whatever was wrong with it. */
static enum rc
ask_code(struct visit *v)
{
	http_redirect(v->req, "/lacak");
	return RC_OK;
}

enum rc
own_data_find(struct visit *v)
{
	return ask_code(v);
}

/* ticket, code, list.N: view_subject(), sub: what each kind is */
static enum rc
show(struct visit *v, struct form *form, const char *code)
{
	struct own_data		*own = arena_alloc(v->req->arena, sizeof(*own));
	struct vars		*item;
	enum subject_kind	 k;
	size_t			 i;
	enum rc			 rc;

	if ((rc = see_own_data(&v->desk, code, v->req->remote, own)) != RC_OK)
		return rc == RC_NOTFOUND ? ask_code(v) : rc;
	page_form(v, form);
	for (k = SUBJECT_NONE + 1; k < SUBJECT_KINDS; k++) {
		item = form_choice(form, v->vars, "kind", subject_kind_code(k),
		    view_code(v, "L.data.kind", subject_kind_code(k)));
		set_kept(item, "sub", view_code(v, "L.data.own.about", subject_kind_code(k)));
	}
	for (i = 0; i < own->n; i++)
		view_subject(v, vars_item(v->vars, "list"), &own->list[i]);
	set_text(v->vars, "ticket", own->t.number);
	set_kept(v->vars, "code", code_show(v->req->arena, code_read(v->req->arena, code)));
	v->req->referrer = "no-referrer";
	page_here(v, "lacak");
	page_title(v, "L.data.own.title");
	return page_show(v, "privacy_own.cs");
}

/* The code of the form sent, or NULL. */
static const char *
code_of(struct visit *v, struct form *form, struct own *in)
{
	enum rc	 rc = form_read(form, v->req->arena, fields, COUNT(fields), &v->req->sent, in);

	(void)rc;			/* the code is good or not, whatever else is wrong */
	return code_read(v->req->arena, in->code);
}

enum rc
own_data_show(struct visit *v)
{
	struct own	 in;
	struct form	 form;
	const char	*code = code_of(v, &form, &in);

	if (code == NULL)
		return ask_code(v);
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, code);
}

static void
point_at(struct visit *v, struct form *form, enum subject_fault fault)
{
	if (fault == SUBJECT_NO_WORDS)
		form_fault(form, "words", "L.data.fault.own_words");
	else if (fault == SUBJECT_AGAIN)
		form->notice = view_word(v, "L.data.fault.own_again");
}

enum rc
own_data_ask(struct visit *v)
{
	struct subject_ask	 q = { .token = page_token(v) };
	struct subject		 s;
	struct own		 in;
	struct form		 form;
	const char		*code = code_of(v, &form, &in);
	enum rc			 rc = RC_INPUT;

	if (code == NULL)
		return ask_code(v);
	if ((q.kind = subject_kind_of(in.kind)) == SUBJECT_NONE)
		form_fault(&form, "kind", "L.form.choose");
	q.words = in.words;
	if (form_ok(&form) &&
	    (rc = subject_ask(&v->desk, code, v->req->remote, &q, &s)) == RC_INPUT)
		point_at(v, &form, q.fault);
	if (page_again(v, &form, rc))
		return show(v, &form, code);
	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? ask_code(v) : rc;
	set_kept(v->vars, "thanks", view_say(v, "L.data.own.thanks", s.number,
	    view_moment(v, s.due)));
	/* What is asked next is not a second click on this one. */
	set_kept(v->vars, "token", secret_mint(v->desk.secret, v->req->arena, v->desk.now));
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, code);
}

enum rc
own_data_letter(struct visit *v)
{
	struct own	 in;
	struct form	 form;
	const char	*code = code_of(v, &form, &in), *letter;
	enum rc		 rc;

	if (code == NULL)
		return ask_code(v);
	if ((rc = see_own_letter(&v->desk, code, v->req->remote, in.number, &letter)) != RC_OK ||
	    (rc = view_person_letter(v, letter)) != RC_OK)
		return rc;
	set_kept(v->vars, "code", code_show(v->req->arena, code));
	v->req->referrer = "no-referrer";
	page_here(v, "lacak");
	page_title(v, "L.data.letter.title");
	return page_show(v, "privacy_letter.cs");
}

enum rc
privacy_public(struct visit *v)
{
	struct retention_view	 r;
	enum rc			 rc = see_retention(&v->desk, &r);

	if (rc != RC_OK)
		return rc;
	view_retention(v, &r);
	page_title(v, "L.data.public.title");
	return page_show(v, "privacy_public.cs");
}
