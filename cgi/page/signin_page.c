/* signin_page.c: the door: signing in and out, and one's own password. */
#include <inttypes.h>
#include <string.h>

#include "action/session_action.h"
#include "lib/text.h"
#include "page/session.h"
#include "page/signin_page.h"
#include "page/view.h"

enum { DEVICE_DAYS = 400, DAY_SECONDS = 24 * 3600 };	/* browsers keep none longer */

/* --- where to --------------------------------------------------------------------- */

/* The first screen of a role. */
static const char *
first_screen(enum role role)
{
	static const char *const	 screens[ROLE_COUNT] = {
		[ROLE_CALL_TAKER] = "/panggilan", [ROLE_DISPATCHER] = "/triase",
		[ROLE_SUPERVISOR] = "/komando", [ROLE_OPD_OPERATOR] = "/tugas",
		[ROLE_RESPONDER] = "/lapangan", [ROLE_OPD_HEAD] = "/tugas",
		[ROLE_VERIFIER] = "/tugas", [ROLE_EXECUTIVE] = "/komando",
		[ROLE_AUDITOR] = "/audit", [ROLE_ADMIN] = "/akun",
	};

	return role < ROLE_COUNT && screens[role] != NULL ? screens[role] : "/sandi";
}

/* "" where it would lead nowhere: home, and the door itself. */
const char *
signin_wanted(const struct pairs *p)
{
	const char	*path = page_path(pairs_get(p, "ke"), "");

	return strcmp(path, "/") == 0 || strncmp(path, "/masuk", 6) == 0 ||
	    strncmp(path, "/keluar", 7) == 0 ? "" : path;
}

const char *
signin_cookie(const struct visit *v, const char *name)
{
	const char	*value = http_cookie_get(v->req, name);

	return value == NULL ? "" : value;
}

void
signin_give(struct visit *v, const struct signed_in *in)
{
	if (in->half) {
		http_cookie(v->req, HALF_COOKIE, in->token, (int)(in->lasts / 1000));
		return;
	}
	if (*signin_cookie(v, HALF_COOKIE) != '\0')
		http_cookie(v->req, HALF_COOKIE, "", 0);
	http_cookie(v->req, SESSION_COOKIE, in->token, (int)(in->lasts / 1000));
	http_cookie(v->req, DEVICE_COOKIE, in->device, DEVICE_DAYS * DAY_SECONDS);
}

/* What is still owed, or where one wanted to go, or the first screen. */
void
signin_next(struct visit *v, enum owes owes, enum role role, const char *to)
{
	const char	*first = session_owed_path(owes);

	if (*first == '\0')
		http_redirect(v->req, "%s", *to != '\0' ? to : first_screen(role));
	else if (*to == '\0')
		http_redirect(v->req, "%s", first);
	else
		http_redirect(v->req, "%s?ke=%s", first, text_url(v->req->arena, to));
}

/* --- signing in ----------------------------------------------------------------------- */

struct signin {
	const char	*login, *password;
};

static const struct field signin_fields[] = {
	TEXT(struct signin, login, "L.admin.login", .required = true, .max = 80,
	    .fill = "username"),
	SECRET(struct signin, password, "L.admin.password", .required = true,
	    .fill = "current-password"),
};

/* Of what happened just before: signed_out, invited, late. */
static void
view_before(struct visit *v)
{
	const struct pairs	*p = &v->req->query;

	set_flag(v->vars, "signed_out", pairs_get(p, "keluar") != NULL);
	set_flag(v->vars, "invited", pairs_get(p, "undangan") != NULL);
	set_flag(v->vars, "late", pairs_get(p, "terlambat") != NULL);
}

/* ke, view_before(); me where somebody is signed in */
static enum rc
show_signin(struct visit *v, struct form *form, const char *to)
{
	page_title(v, "L.admin.signin.title");
	page_form(v, form);
	set_text(v->vars, "ke", to);
	view_before(v);
	return page_show(v, "signin.cs");
}

enum rc
signin_show(struct visit *v)
{
	enum owes	 owes = session_owes(v);
	struct form	 form;

	/* Who still owes something is sent here by session_load(). */
	if (owes != OWES_NOTHING) {
		signin_next(v, owes, v->desk.who.role, signin_wanted(&v->req->query));
		return RC_OK;
	}
	form_blank(&form, v->req->arena, signin_fields, COUNT(signin_fields));
	return show_signin(v, &form, signin_wanted(&v->req->query));
}

static void
wait_a_little(struct visit *v, struct form *form, int64_t ms)
{
	v->req->status = 429;
	http_header(v->req, "Retry-After",
	    arena_printf(v->req->arena, "%" PRId64, ms / 1000 + 1));
	form->notice = view_say(v, "L.admin.signin.wait", view_span(v, ms + 999));
}

static enum rc
try_signin(struct visit *v, struct form *form, const struct signin *typed, struct signed_in *out)
{
	struct sign_in	 in = {
		.login = typed->login, .password = typed->password,
		.remote = v->req->remote == NULL ? "" : v->req->remote,
		.device = signin_cookie(v, DEVICE_COOKIE),
		.old = signin_cookie(v, SESSION_COOKIE), .agent = v->req->agent,
		.aside = v->req->aside != NULL && *v->req->aside != '\0',
	};
	enum rc		 rc = session_begin(&v->desk, &in, out);

	if (rc == RC_INPUT && out->wait == 0)
		form_fault(form, "password", "L.admin.signin.wrong");
	return rc;
}

/* What one is shown when it did not work: the name stays, the password goes. */
bool
signin_again(struct visit *v, struct form *form, enum rc rc, int64_t wait)
{
	if (wait == 0)
		return page_again(v, form, rc);
	wait_a_little(v, form, wait);
	return true;
}

/* A visitor's form: it must be one of ours, and not from yesterday. */
bool
signin_is_fresh(struct visit *v, struct form *form)
{
	if (secret_minted(v->desk.secret, page_token(v), v->desk.now, FORM_AGE))
		return true;
	form->notice = view_word(v, "L.admin.signin.stale");
	return false;
}

/* Too many strangers wait for their passwords to be looked at: page_again() says when. */
static enum rc
no_room(struct visit *v, struct form *form)
{
	form->notice = view_word(v, "L.admin.signin.full");
	return RC_BUSY;
}

/* To the code where one is needed, with the way kept. */
static void
go_on(struct visit *v, const struct signed_in *in, const char *to)
{
	if (in->aside) {
		http_aside(v->req);
		return;
	}
	signin_give(v, in);
	if (!in->half)
		signin_next(v, in->session.owes, in->session.who.role, to);
	else if (*to == '\0')
		http_redirect(v->req, "/masuk/kode");
	else
		http_redirect(v->req, "/masuk/kode?ke=%s", text_url(v->req->arena, to));
}

enum rc
signin_send(struct visit *v)
{
	const char	*to = signin_wanted(&v->req->sent);
	struct signed_in out = { .wait = 0 };
	struct signin	 typed;
	struct form	 form;
	enum rc		 rc;

	rc = form_read(&form, v->req->arena, signin_fields, COUNT(signin_fields),
	    &v->req->sent, &typed);
	if (v->req->full)
		rc = no_room(v, &form);
	else if (!signin_is_fresh(v, &form))
		rc = RC_INPUT;
	else if (rc == RC_OK)
		rc = try_signin(v, &form, &typed, &out);
	if (signin_again(v, &form, rc, out.wait))
		return show_signin(v, &form, to);
	if (rc == RC_OK)
		go_on(v, &out, to);
	return rc;
}

enum rc
signout_send(struct visit *v)
{
	enum rc	 rc = session_end(&v->desk, signin_cookie(v, SESSION_COOKIE));

	if (rc != RC_OK)
		return rc;
	http_cookie(v->req, SESSION_COOKIE, "", 0);
	http_redirect(v->req, "/masuk?keluar=1");
	return RC_OK;
}

/* At a shared desk: the next one signs in, and is where this one was. */
enum rc
signin_switch(struct visit *v)
{
	const char	*to = signin_wanted(&v->req->sent);
	enum rc		 rc = session_end(&v->desk, signin_cookie(v, SESSION_COOKIE));

	if (rc != RC_OK)
		return rc;
	http_cookie(v->req, SESSION_COOKIE, "", 0);
	http_redirect(v->req, "/masuk?keluar=1&ke=%s", text_url(v->req->arena,
	    *to == '\0' ? "/" : to));
	return RC_OK;
}

/* --- one's own password ---------------------------------------------------------------- */

struct passwords {
	const char	*old, *new, *again;
};

static const struct field password_fields[] = {
	SECRET(struct passwords, old, "L.admin.sandi.old", .required = true,
	    .fill = "current-password"),
	SECRET(struct passwords, new, "L.admin.sandi.new", .required = true,
	    .hint = "L.admin.sandi.hint", .fill = "new-password"),
	SECRET(struct passwords, again, "L.admin.sandi.again", .required = true,
	    .fill = "new-password"),
};

/* must: a new one first; changed: it was just done */
static enum rc
show_password(struct visit *v, struct form *form)
{
	page_title(v, "L.admin.sandi.title");
	page_form(v, form);
	set_flag(v->vars, "must", session_owes(v) == OWES_PASSWORD);
	set_flag(v->vars, "changed", pairs_get(&v->req->query, "diganti") != NULL);
	return page_show(v, "password.cs");
}

enum rc
password_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, password_fields, COUNT(password_fields));
	return show_password(v, &form);
}

static enum rc
try_password(struct visit *v, struct form *form, const struct passwords *typed,
    struct signed_in *out)
{
	struct new_password	 p = {
		.old = typed->old, .new = typed->new, .device = signin_cookie(v, DEVICE_COOKIE),
		.agent = v->req->agent,
	};
	enum flaw		 flaw;
	enum rc			 rc = session_new_password(&v->desk, &p, out, &flaw);

	if (flaw != FLAW_NONE)
		form_fault(form, "new", password_flaw_key(flaw));
	else if (rc == RC_INPUT && out->wait == 0)
		form_fault(form, "old", "L.admin.sandi.wrong");
	return rc;
}

enum rc
password_send(struct visit *v)
{
	struct signed_in	 out = { .wait = 0 };
	struct passwords	 typed;
	struct form		 form;
	bool			 had_to = session_owes(v) == OWES_PASSWORD;
	enum rc			 rc;

	rc = form_read(&form, v->req->arena, password_fields, COUNT(password_fields),
	    &v->req->sent, &typed);
	if (rc == RC_OK && !secret_same(typed.new, typed.again)) {
		form_fault(&form, "again", "L.admin.sandi.differ");
		rc = RC_INPUT;
	}
	if (rc == RC_OK)
		rc = try_password(v, &form, &typed, &out);
	if (signin_again(v, &form, rc, out.wait))
		return show_password(v, &form);
	if (rc != RC_OK)
		return rc;
	signin_give(v, &out);
	signin_next(v, out.session.owes, v->desk.who.role, had_to ? "" : "/sandi?diganti=1");
	return RC_OK;
}
