/* show.c: what a page's handler calls to be seen. */
#include <string.h>

#include "lib/when.h"
#include "page/app.h"
#include "page/view.h"

enum rc
page_show(struct visit *v, const char *file)
{
	view_frame(v);
	return tmpl_render(v->tmpl, file, v->vars, &v->req->body);
}

void
page_title(struct visit *v, const char *key)
{
	set_kept(v->vars, "title", tmpl_word(v->tmpl, v->lang, key));
}

void
page_title_text(struct visit *v, const char *text)
{
	set_text(v->vars, "title", text);
}

void
page_here(struct visit *v, const char *nav)
{
	set_text(v->vars, "here", nav);
}

/* A form shown again keeps its token: the same submission, tried once more. */
void
page_mint(struct visit *v)
{
	const char	*sent = page_token(v);

	if (vars_text(v->vars, "token") != NULL || v->desk.secret == NULL)
		return;
	if (!secret_minted(v->desk.secret, sent, v->desk.now, FORM_AGE))
		sent = secret_mint(v->desk.secret, v->req->arena, v->desk.now);
	set_kept(v->vars, "token", sent);
}

void
page_form(struct visit *v, const struct form *form)
{
	form_show(form, v->vars, v->tmpl, v->lang);
	page_mint(v);
}

bool
page_again(struct visit *v, struct form *form, enum rc rc)
{
	const char	*notice = NULL;

	if (rc == RC_INPUT || (rc == RC_OK && !form_ok(form))) {
		v->req->status = 422;
	} else if (rc == RC_BUSY) {
		v->req->status = 503;
		http_header(v->req, "Retry-After", "5");
		notice = "L.form.busy";
	} else if (rc == RC_CONFLICT) {
		v->req->status = 409;
		notice = "L.form.conflict";
	} else {
		return false;
	}
	if (notice != NULL && form->notice == NULL)
		form->notice = tmpl_word(v->tmpl, v->lang, notice);
	return true;
}

const char *
page_token(const struct visit *v)
{
	const char	*token = v->req->method == POST ?
	    pairs_get(&v->req->sent, "token") : NULL;

	return token == NULL ? "" : token;
}

/* One slash and no second one, nothing a header or an address could trip over. */
const char *
page_path(const char *wanted, const char *otherwise)
{
	const char	*p;

	if (wanted == NULL || wanted[0] != '/' || wanted[1] == '/' || wanted[1] == '\\' ||
	    strlen(wanted) > 400)
		return otherwise;
	for (p = wanted; *p != '\0'; p++)
		if (*p <= ' ' || *p > '~' || *p == '\\')
			return otherwise;
	return wanted;
}

void
page_days(const struct visit *v, struct form *form, const char *dari, const char *sampai,
    int64_t *from, int64_t *until)
{
	int	 zone = v->desk.ref->zone;

	if (*dari != '\0' && when_read(dari, zone, from) != RC_OK)
		form_fault(form, "dari", "L.form.bad_day");
	if (*sampai == '\0')
		return;
	if (when_read(sampai, zone, until) != RC_OK)
		form_fault(form, "sampai", "L.form.bad_day");
	else
		*until += DAY;			/* that day too */
	if (*from != 0 && *until != 0 && *from >= *until)
		form_fault(form, "sampai", "L.form.days_turned");
}
