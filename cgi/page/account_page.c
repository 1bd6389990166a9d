/* account_page.c: one account: to look at, to change, a new one. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/totp_action.h"
#include "page/account_page.h"
#include "page/account_view.h"
#include "page/view.h"

/* --- a form ----------------------------------------------------------------------------- */

struct typed {
	const char	*login, *name, *role, *agency, *unit, *email;
	int64_t		 version;
};

/* A new account has no version yet, and a login cannot be changed. */
static const struct field fields[] = {
	TEXT(struct typed, login, "L.admin.akun.login", .required = true, .max = LOGIN_MAX,
	    .hint = "L.admin.akun.login_hint", .fill = "off"),
	TEXT(struct typed, name, "L.admin.akun.name", .required = true, .max = 80,
	    .fill = "off"),
	CODE(struct typed, role, "L.admin.akun.role", .required = true),
	CODE(struct typed, agency, "L.admin.akun.agency", .hint = "L.admin.akun.agency_hint"),
	CODE(struct typed, unit, "L.admin.akun.unit", .hint = "L.admin.akun.unit_hint"),
	MAIL(struct typed, email, "L.admin.akun.email", .fill = "off"),
	NUMBER(struct typed, version, "L.admin.akun.version"),
};

static const struct field	*const new_fields = fields, *const old_fields = fields + 1;
enum { NEW_FIELDS = COUNT(fields) - 1, OLD_FIELDS = COUNT(fields) - 1 };

/* What the action refused, at the field it is about. */
static void
point_at(struct visit *v, struct form *form, enum account_fault fault)
{
	static const struct {
		const char	*field, *key;
	} faults[ACCOUNT_FAULTS] = {
		[ACCOUNT_LOGIN] = { "login", "L.admin.fault.login" },
		[ACCOUNT_TAKEN] = { "login", "L.admin.fault.taken" },
		[ACCOUNT_NAME] = { "name", "L.form.required" },
		[ACCOUNT_ROLE] = { "role", "L.form.choose" },
		[ACCOUNT_NO_AGENCY] = { "agency", "L.admin.fault.no_agency" },
		[ACCOUNT_AN_AGENCY] = { "agency", "L.admin.fault.an_agency" },
		[ACCOUNT_UNIT] = { "unit", "L.admin.fault.unit" },
		[ACCOUNT_NO_UNIT] = { "unit", "L.admin.fault.no_unit" },
		[ACCOUNT_EMAIL] = { "email", "L.form.mail" },
		[ACCOUNT_SELF] = { NULL, "L.admin.fault.self" },
		[ACCOUNT_LAST_ADMIN] = { NULL, "L.admin.fault.last_admin" },
	};

	if (faults[fault].key == NULL)
		return;
	if (faults[fault].field != NULL)
		form_fault(form, faults[fault].field, faults[fault].key);
	else
		form->notice = view_word(v, faults[fault].key);
}

/* Codes become ids; what is not in the data is told at its field. */
static void
take(struct visit *v, struct form *form, const struct typed *in, struct account_order *o)
{
	const struct agency	*a = ref_agency_code(v->desk.ref, in->agency);
	size_t			 i;

	o->name = in->name;
	o->role = role_of(in->role);
	o->email = in->email;
	o->agency = a == NULL ? 0 : a->id;
	if (*in->agency != '\0' && a == NULL)
		form_fault(form, "agency", "L.form.choose");
	if (!is_city_admin(v))
		o->agency = v->desk.who.agency;
	for (i = 0; i < v->desk.ref->nunits; i++)
		if (strcmp(v->desk.ref->units[i].code, in->unit) == 0)
			o->unit = v->desk.ref->units[i].id;
	if (*in->unit != '\0' && o->unit == 0)
		form_fault(form, "unit", "L.form.choose");
}

/* After an action: a refusal is shown like any other bad input. */
static bool
again(struct visit *v, struct form *form, enum rc rc, const struct account_order *o)
{
	if (rc == RC_INPUT || (rc == RC_FORBIDDEN && o->fault != ACCOUNT_FINE)) {
		point_at(v, form, o->fault);
		rc = RC_INPUT;
	}
	return page_again(v, form, rc);
}

/* --- a new one ----------------------------------------------------------------------------- */

static enum rc
show_new(struct visit *v, struct form *form)
{
	page_title(v, "L.admin.akun.new");
	page_here(v, "akun");
	page_form(v, form);
	view_admin_menu(v, "akun");
	view_account_choices(v, form);
	return page_show(v, "account_new.cs");
}

enum rc
account_blank(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, new_fields, NEW_FIELDS);
	return show_new(v, &form);
}

static enum rc	 show_old(struct visit *, struct form *, int64_t id, const char *password);

enum rc
account_add(struct visit *v)
{
	struct account_order	 o = { .invite = true };
	struct typed		 in = { .version = 0 };
	const char		*password = "";
	struct form		 form;
	enum rc			 rc;

	rc = form_read(&form, v->req->arena, new_fields, NEW_FIELDS, &v->req->sent, &in);
	take(v, &form, &in, &o);
	o.login = in.login;
	if (form_ok(&form))
		rc = account_create(&v->desk, &o, &password);
	if (again(v, &form, rc, &o))
		return show_new(v, &form);
	if (rc != RC_OK)
		return rc;
	set_flag(v->vars, "made", true);
	return show_old(v, NULL, o.id, password);
}

/* --- one ------------------------------------------------------------------------------------- */

static enum rc
read_id(const struct visit *v, int64_t *id)
{
	char	*end;

	errno = 0;
	*id = strtoimax(v->arg, &end, 10);
	return errno == 0 && *end == '\0' && end != v->arg && *id > 0 ? RC_OK : RC_NOTFOUND;
}

static void
fill(struct visit *v, struct form *form, const struct account *a)
{
	const struct agency	*agency = ref_agency(v->desk.ref, a->agency);
	const struct unit	*unit = ref_unit(v->desk.ref, a->unit);
	struct typed		 is = {
		.name = a->name, .role = role_code(a->role), .email = a->email,
		.agency = agency == NULL ? "" : agency->code,
		.unit = unit == NULL ? "" : unit->code, .version = a->version,
	};

	form_blank(form, v->req->arena, old_fields, OLD_FIELDS);
	form_fill(form, &is);
}

static void
view_done(struct visit *v)
{
	static const char *const	 done[] = { "saved", "off", "on", "phone" };
	const char			*what = pairs_get(&v->req->query, "jadi");
	size_t				 i;

	for (i = 0; what != NULL && i < COUNT(done); i++)
		if (strcmp(what, done[i]) == 0)
			set_kept(v->vars, "done", view_code(v, "L.admin.done", done[i]));
}

/*
 * account: view_account(); sessions, open_work; factor, factor_reset:
 * view_account_factor(); changes: view_account_changes(); done: what just happened;
 * password: a code for once, made: of a new account; invited: until when one waits
 */
static void
view_one(struct visit *v, const struct account_view *view, const char *password)
{
	view_account(v, vars_child(v->vars, "account"), &view->account);
	view_account_factor(v, view);
	view_account_changes(v, view);
	set_int(v->vars, "sessions", view->sessions);
	set_flag(v->vars, "signed_in", view->sessions > 0);
	if (view->invited > v->desk.now)
		set_kept(v->vars, "invited", view_time(v, view->invited));
	set_kept(v->vars, "open_work", view_say(v, "L.admin.off.work",
	    view_number(v, view->open_work), view_agency(v, view->account.agency)));
	set_flag(v->vars, "has_work", view->open_work > 0);
	set_kept(v->vars, "password", password);
}

/* The form as it was typed, or without one what is kept. */
static enum rc
show_old(struct visit *v, struct form *typed, int64_t id, const char *password)
{
	struct account_view	 view;
	struct form		 form;
	enum rc			 rc;

	if ((rc = see_account(&v->desk, id, &view)) != RC_OK)
		return rc;
	if (typed == NULL)
		fill(v, &form, &view.account);
	else
		form = *typed;
	if (v->req->status == 409 && view.nchanges > 0)
		form.notice = view_say(v, "L.admin.akun.faster", view.changes[0].by,
		    view_time(v, view.changes[0].at));
	page_title_text(v, view.account.name);
	page_here(v, "akun");
	page_form(v, &form);
	view_admin_menu(v, "akun");
	view_account_choices(v, &form);
	view_done(v);
	view_one(v, &view, password);
	return page_show(v, "account.cs");
}

enum rc
account_page(struct visit *v)
{
	int64_t	 id;
	enum rc	 rc = read_id(v, &id);

	return rc == RC_OK ? show_old(v, NULL, id, NULL) : rc;
}

static enum rc
back(struct visit *v, int64_t id, const char *done)
{
	http_redirect(v->req, "/akun/%" PRId64 "?jadi=%s", id, done);
	return RC_OK;
}

enum rc
account_edit(struct visit *v)
{
	struct account_order	 o = { .id = 0 };
	struct typed		 in;
	struct form		 form;
	enum rc			 rc;

	if ((rc = read_id(v, &o.id)) != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, old_fields, OLD_FIELDS, &v->req->sent, &in);
	take(v, &form, &in, &o);
	o.version = in.version;
	if (form_ok(&form))
		rc = account_change(&v->desk, &o);
	if (again(v, &form, rc, &o))
		return show_old(v, &form, o.id, NULL);
	return rc == RC_OK ? back(v, o.id, "saved") : rc;
}

/* --- buttons --------------------------------------------------------------------------------- */

/* A button's refusal is told above the account as it is now. */
static enum rc
pressed(struct visit *v, struct account_order *o, enum rc rc, const char *done)
{
	struct account_view	 view;
	struct form		 form;

	if (rc == RC_OK)
		return back(v, o->id, done);
	if (see_account(&v->desk, o->id, &view) != RC_OK)
		return rc;
	fill(v, &form, &view.account);
	return again(v, &form, rc, o) ? show_old(v, &form, o->id, NULL) : rc;
}

static enum rc
read_press(struct visit *v, struct account_order *o)
{
	const char	*version = pairs_get(&v->req->sent, "version");
	char		*end;

	*o = (struct account_order){ .id = 0 };
	o->version = version == NULL ? 0 : strtoimax(version, &end, 10);
	return read_id(v, &o->id);
}

enum rc
account_new_key(struct visit *v)
{
	struct account_order	 o;
	const char		*password;
	enum rc			 rc;

	if ((rc = read_press(v, &o)) != RC_OK)
		return rc;
	o.invite = true;
	if ((rc = account_reset(&v->desk, &o, &password)) == RC_OK)
		return show_old(v, NULL, o.id, password);
	return pressed(v, &o, rc, "");
}

enum rc
account_lost_phone(struct visit *v)
{
	struct account_order	 o;
	enum rc			 rc = read_press(v, &o);

	return rc == RC_OK ? pressed(v, &o, account_factor_reset(&v->desk, &o), "phone") : rc;
}

enum rc
account_switch_off(struct visit *v)
{
	struct account_order	 o;
	enum rc			 rc = read_press(v, &o);

	return rc == RC_OK ? pressed(v, &o, account_disable(&v->desk, &o), "off") : rc;
}

enum rc
account_switch_on(struct visit *v)
{
	struct account_order	 o;
	enum rc			 rc = read_press(v, &o);

	return rc == RC_OK ? pressed(v, &o, account_enable(&v->desk, &o), "on") : rc;
}
