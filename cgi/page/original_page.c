/* original_page.c: a photo as it came: the question why, and the file. */
#include <inttypes.h>
#include <string.h>

#include "action/original_action.h"
#include "page/identity_page.h"
#include "page/original_page.h"
#include "page/photo_page.h"
#include "page/view.h"

struct why {
	const char	*alasan, *kata;
};

/* Whether words are needed is known only with the reason: the action says. */
static const struct field fields[] = {
	CODE(struct why, alasan, "L.photo.original.reason", .required = true),
	AREA(struct why, kata, "L.photo.original.words", .max = 500,
	    .hint = "L.photo.original.words_hint"),
};

/* ticket.*, photo_name, proof; none: why it stays closed; form.* */
static enum rc
show(struct visit *v, const struct form *form, const struct original *o)
{
	struct vars		*t = vars_child(v->vars, "ticket");
	const char *const	*codes;
	size_t			 i, n;

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.photo.original.title", o->t.number));
	set_text(t, "number", o->t.number);
	set_text(t, "title", o->t.title);
	view_priority(v, t, o->t.priority);
	view_state(v, t, o->t.state);
	set_kept(v->vars, "photo_name", o->s.name);
	set_flag(v->vars, "proof", o->s.kind == SHOT_PROOF);
	if (o->flaw == OPENING_ANONYMOUS)
		set_kept(v->vars, "none", view_word(v, "L.photo.original.anonymous"));
	page_form(v, form);
	codes = workflow_reasons(ACT_EXPORT, &n);
	for (i = 0; i < n; i++)
		(void)form_choice(form, v->vars, "alasan", codes[i],
		    view_code(v, "L.reason", codes[i]));
	return page_show(v, "original.cs");
}

enum rc
original_show(struct visit *v)
{
	const char	*name = photo_name(v);
	struct original	 o;
	struct form	 form;
	enum rc		 rc;

	if (name == NULL)
		return RC_NOTFOUND;
	if ((rc = original_ask(&v->desk, name, &o)) != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, &o);
}

/* As it came means: as somebody sent it.  No browser of ours opens it, it is a file. */
static enum rc
send(struct visit *v, const struct original *o)
{
	const char	*end = strcmp(o->s.type, "image/png") == 0 ? "png" :
	    strcmp(o->s.type, "image/webp") == 0 ? "webp" : "jpg";

	v->req->type = "application/octet-stream";
	v->req->cache = "no-store";
	http_header(v->req, "Content-Disposition", arena_printf(v->req->arena,
	    "attachment; filename=\"%s-foto-%" PRId64 ".%s\"", o->t.number, o->s.id, end));
	buf_add(&v->req->body, o->data.data, o->data.len);
	return RC_OK;
}

enum rc
original_send(struct visit *v)
{
	const char	*name = photo_name(v);
	struct original	 o;
	struct why	 why;
	struct form	 form;
	enum rc		 rc;

	if (name == NULL)
		return RC_NOTFOUND;
	if ((rc = original_ask(&v->desk, name, &o)) != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &why);
	if (rc == RC_OK)
		rc = original_open(&v->desk, name, why.alasan, why.kata, &o);
	if (rc == RC_OK)
		return send(v, &o);
	if (rc == RC_INPUT)
		opening_fault(v, &form, o.flaw, "L.photo.original.words_missing");
	if (o.flaw == OPENING_TOO_MANY)		/* nothing is wrong with what was typed */
		return show(v, &form, &o);
	return page_again(v, &form, rc) ? show(v, &form, &o) : rc;
}
