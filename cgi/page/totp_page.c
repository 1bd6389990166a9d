/* totp_page.c: the second factor: the code at sign-in, its set-up, backup codes. */
#include "action/totp_action.h"
#include "lib/qr.h"
#include "lib/text.h"
#include "page/session.h"
#include "page/signin_page.h"
#include "page/totp_page.h"
#include "page/view.h"

struct coded {
	const char	*code, *seed;
};

/* At sign-in and for a change only the code; to set it up the sealed secret, too. */
static const struct field fields[] = {
	TEXT(struct coded, code, "L.signin.code.label", .required = true, .max = 20,
	    .fill = "one-time-code"),
	CODE(struct coded, seed, "L.signin.factor.seed", .max = 400),
};

/* --- at sign-in -------------------------------------------------------------------- */

/* ke, login, backup: a backup code is typed, not the app's */
static enum rc
show_code(struct visit *v, struct form *form, const char *login, const char *to)
{
	page_title(v, "L.signin.code.title");
	page_form(v, form);
	set_text(v->vars, "ke", to);
	set_text(v->vars, "login", login);
	set_flag(v->vars, "backup", pairs_get(&v->req->query, "cadangan") != NULL ||
	    pairs_get(&v->req->sent, "cadangan") != NULL);
	return page_show(v, "code.cs");
}

static enum rc
too_late(struct visit *v)
{
	http_cookie(v->req, HALF_COOKIE, "", 0);
	http_redirect(v->req, "/masuk?terlambat=1");
	return RC_OK;
}

enum rc
totp_show(struct visit *v)
{
	const char	*login;
	struct form	 form;
	enum rc		 rc = session_half(&v->desk, signin_cookie(v, HALF_COOKIE), &login);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? too_late(v) : rc;
	form_blank(&form, v->req->arena, fields, 1);
	return show_code(v, &form, login, signin_wanted(&v->req->query));
}

static enum rc
try_code(struct visit *v, struct form *form, const char *code, struct signed_in *out)
{
	struct code_try	 in = {
		.half = signin_cookie(v, HALF_COOKIE), .code = code,
		.device = signin_cookie(v, DEVICE_COOKIE), .agent = v->req->agent,
	};
	enum rc		 rc = session_confirm(&v->desk, &in, out);

	if (rc == RC_INPUT && out->wait == 0)
		form_fault(form, "code", "L.signin.code.wrong");
	if (rc == RC_INPUT && out->wait == 0 && out->left > 1)
		set_kept(v->vars, "left", view_say(v, "L.signin.code.left",
		    view_number(v, out->left - 1)));
	return rc;
}

enum rc
totp_send(struct visit *v)
{
	const char	*to = signin_wanted(&v->req->sent), *login;
	struct signed_in out = { .wait = 0 };
	struct coded	 typed;
	struct form	 form;
	enum rc		 rc = session_half(&v->desk, signin_cookie(v, HALF_COOKIE), &login);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? too_late(v) : rc;
	rc = form_read(&form, v->req->arena, fields, 1, &v->req->sent, &typed);
	if (!signin_is_fresh(v, &form))
		rc = RC_INPUT;
	else if (rc == RC_OK)
		rc = try_code(v, &form, typed.code, &out);
	if (rc == RC_NOTFOUND)
		return too_late(v);
	if (signin_again(v, &form, rc, out.wait))
		return show_code(v, &form, login, to);
	if (rc != RC_OK)
		return rc;
	signin_give(v, &out);
	signin_next(v, out.session.owes, out.session.who.role, to);
	return RC_OK;
}

/* --- one's own ------------------------------------------------------------------------ */

/*
 * What an app reads: the city and the login name the entry.  In the picture
 * and nowhere in an address.  qr.{path,side}, secret: to type, in fours
 */
static void
view_secret(struct visit *v, const char *login, const char *secret)
{
	struct arena	*a = v->req->arena;
	struct vars	*qr = vars_child(v->vars, "qr");
	const char	*issuer = text_url(a, arena_printf(a, "Siaga %s", v->desk.ref->city));
	const char	*spaced = "", *path, *p;
	int		 side;

	path = qr_path(a, arena_printf(a, "otpauth://totp/%s:%s?secret=%s&issuer=%s", issuer,
	    text_url(a, login), secret, issuer), &side);
	set_kept(qr, "path", path);
	set_int(qr, "side", side);
	for (p = secret; *p != '\0'; p += 4)
		spaced = arena_printf(a, "%s%s%.4s", spaced, *spaced == '\0' ? "" : " ", p);
	set_kept(v->vars, "secret", spaced);
}

/* on, needed, must, demo, since, backups; while it is set up: seed, view_secret() */
static enum rc
show_factor(struct visit *v, struct form *form, const char *sealed)
{
	struct factor_view	 f;
	const char		*secret = "";
	enum rc			 rc;

	if ((rc = see_factor(&v->desk, &f)) != RC_OK)
		return rc;
	if (!f.on && (*sealed == '\0' || factor_open(&v->desk, sealed, &secret) != RC_OK))
		factor_new(&v->desk, &secret, &sealed);
	page_title(v, "L.signin.factor.title");
	page_form(v, form);
	set_flag(v->vars, "on", f.on);
	set_flag(v->vars, "needed", f.needed);
	set_flag(v->vars, "must", session_owes(v) == OWES_FACTOR);
	set_flag(v->vars, "demo", v->desk.ref->demo && f.needed && !f.on);
	set_kept(v->vars, "since", view_time(v, f.since));
	set_kept(v->vars, "backups", view_number(v, f.backups));
	set_text(v->vars, "ke", signin_wanted(v->req->method == POST ? &v->req->sent :
	    &v->req->query));
	if (!f.on) {
		set_kept(v->vars, "seed", sealed);
		view_secret(v, f.login, secret);
	}
	return page_show(v, "factor.cs");
}

enum rc
factor_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, 1);
	return show_factor(v, &form, "");
}

/* codes.N.text, next: where the work goes on */
static enum rc
show_backups(struct visit *v, const struct backups *codes, bool renewed)
{
	const char	*to = signin_wanted(&v->req->sent);
	size_t		 i;

	for (i = 0; i < BACKUP_CODES; i++)
		set_kept(vars_item(v->vars, "codes"), "text", codes->codes[i]);
	page_title(v, "L.signin.backup.title");
	set_flag(v->vars, "renewed", renewed);
	set_text(v->vars, "next", *to == '\0' ? "" : to + 1);
	return page_show(v, "backup.cs");
}

enum rc
factor_send(struct visit *v)
{
	struct signed_in	 out = { .wait = 0 };
	struct backups		 codes;
	struct coded		 typed;
	struct form		 form;
	enum rc			 rc;

	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &typed);
	if (rc == RC_OK)
		rc = factor_on(&v->desk, &(struct factor_order){ .sealed = typed.seed,
		    .code = typed.code, .device = signin_cookie(v, DEVICE_COOKIE),
		    .agent = v->req->agent }, &codes, &out);
	if (rc == RC_INPUT && out.wait == 0)
		form_fault(&form, "code", "L.signin.factor.wrong");
	if (signin_again(v, &form, rc, out.wait))
		return show_factor(v, &form, typed.seed);
	if (rc != RC_OK)
		return rc;
	signin_give(v, &out);
	v->csrf = out.session.csrf;
	return show_backups(v, &codes, false);
}

enum rc
factor_renew(struct visit *v)
{
	struct backups	 codes;
	struct coded	 typed;
	struct form	 form;
	int64_t		 wait = 0;
	enum rc		 rc;

	rc = form_read(&form, v->req->arena, fields, 1, &v->req->sent, &typed);
	if (rc == RC_OK)
		rc = factor_backups(&v->desk, typed.code, &codes, &wait);
	if (rc == RC_INPUT && wait == 0)
		form_fault(&form, "code", "L.signin.code.wrong");
	if (signin_again(v, &form, rc, wait))
		return show_factor(v, &form, "");
	return rc == RC_OK ? show_backups(v, &codes, true) : rc;
}

enum rc
factor_end(struct visit *v)
{
	struct coded	 typed;
	struct form	 form;
	int64_t		 wait = 0;
	enum rc		 rc;

	rc = form_read(&form, v->req->arena, fields, 1, &v->req->sent, &typed);
	if (rc == RC_OK)
		rc = factor_off(&v->desk, typed.code, &wait);
	if (rc == RC_INPUT && wait == 0)
		form_fault(&form, "code", "L.signin.code.wrong");
	if (signin_again(v, &form, rc, wait))
		return show_factor(v, &form, "");
	if (rc == RC_OK)
		http_redirect(v->req, "/faktor-kedua");
	return rc;
}
