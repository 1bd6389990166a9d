/* account_view.c: what templates see of accounts. */
#include <string.h>

#include "lib/json.h"
#include "page/account_view.h"
#include "page/view.h"

bool
is_city_admin(const struct visit *v)
{
	return role_may(v->desk.who.role, MAY_ACCOUNTS);
}

/* A role's colour in lists: who answers, who leads, who works, who watches. */
static const char *
role_class(enum role role)
{
	static const char *const	 classes[ROLE_COUNT] = {
		[ROLE_CALL_TAKER] = "b-new", [ROLE_DISPATCHER] = "b-new",
		[ROLE_SUPERVISOR] = "b-asg", [ROLE_OPD_OPERATOR] = "b-acc",
		[ROLE_RESPONDER] = "b-go", [ROLE_OPD_HEAD] = "b-acc",
		[ROLE_VERIFIER] = "b-done", [ROLE_ADMIN] = "b-red",
	};

	return role < ROLE_COUNT && classes[role] != NULL ? classes[role] : "";
}

static const char *
unit_name(const struct visit *v, int64_t id)
{
	const struct unit	*u = id == 0 ? NULL : ref_unit(v->desk.ref, id);

	return u == NULL ? "" : arena_printf(v->req->arena, "%s %s", u->code, u->name);
}

/*
 * id, version, login, name, agency, unit, email, role, role_class,
 * in_use | disabled (and since), renew: a password for once, mine: the visitor's own,
 * may: this visitor may change it; strong: with a second factor, needs_factor
 */
void
view_account(const struct visit *v, struct vars *row, const struct account *a)
{
	set_int(row, "id", a->id);
	set_int(row, "version", a->version);
	set_kept(row, "login", a->login);
	set_kept(row, "name", a->name);
	set_kept(row, "agency", view_agency(v, a->agency));
	set_kept(row, "unit", unit_name(v, a->unit));
	set_kept(row, "email", a->email);
	set_kept(row, "role", view_role(v, a->role));
	set_kept(row, "role_class", role_class(a->role));
	set_flag(row, "in_use", a->disabled == 0);
	set_flag(row, "disabled", a->disabled != 0);
	set_kept(row, "since", view_time(v, a->disabled));
	set_flag(row, "renew", a->renew && a->disabled == 0);
	set_flag(row, "strong", a->strong);
	set_flag(row, "needs_factor", account_needs_factor(a->role));
	set_flag(row, "mine", a->id == v->desk.who.id);
	set_flag(row, "may", account_may(&v->desk.who, a));
}

/* --- what was changed ------------------------------------------------------------------ */

static const char *
or_none(const struct visit *v, const char *text)
{
	return *text == '\0' ? view_word(v, "L.common.none") : text;
}

static const char *
role_word(const struct visit *v, const struct json *j)
{
	return view_role(v, role_of(json_text(j)));
}

static const char *
agency_word(const struct visit *v, const struct json *j)
{
	return view_agency(v, json_int(j));
}

static const char *
unit_word(const struct visit *v, const struct json *j)
{
	return unit_name(v, json_int(j));
}

/* One line for each thing that was changed: change.lines.N.text */
static void
view_change_lines(const struct visit *v, struct vars *item, const struct json *data)
{
	static const struct {
		const char	*name, *key;
		const char	*(*word)(const struct visit *, const struct json *);
	} parts[] = {
		{ "role", "L.admin.change.role", role_word },
		{ "agency", "L.admin.change.agency", agency_word },
		{ "unit", "L.admin.change.unit", unit_word },
		{ "name", "L.admin.change.name", NULL },
		{ "email", "L.admin.change.email", NULL },
	};
	const struct json	*part;
	struct vars		*line;
	size_t			 i;

	for (i = 0; i < COUNT(parts); i++) {
		if ((part = json_get(data, parts[i].name)) == NULL)
			continue;
		line = vars_item(item, "lines");
		set_kept(line, "text", parts[i].word == NULL ? view_word(v, parts[i].key) :
		    view_say(v, parts[i].key, or_none(v, parts[i].word(v, json_at(part, 0))),
		    or_none(v, parts[i].word(v, json_at(part, 1)))));
	}
}

/* factor: "active since ..."; factor_reset: who last took it off, and when */
void
view_account_factor(const struct visit *v, const struct account_view *view)
{
	const struct account_change	*reset = &view->factor_reset;

	if (view->factor != 0)
		set_kept(v->vars, "factor", view_say(v, "L.signin.admin.since",
		    view_time(v, view->factor)));
	if (reset->at != 0)
		set_kept(v->vars, "factor_reset", view_say(v, "L.signin.admin.was_reset",
		    view_time(v, reset->at), *reset->by != '\0' ? reset->by :
		    view_word(v, "L.common.system")));
}

/* changes.N.{by,time,iso,lines.N.text} */
void
view_account_changes(const struct visit *v, const struct account_view *view)
{
	static const char *const	 known[] = {
		"create", "disable", "enable", "reset", "password"
	};
	struct json			*data;
	const char			*what;
	struct vars			*item;
	size_t				 i, k;

	for (i = 0; i < view->nchanges; i++) {
		item = vars_item(v->vars, "changes");
		set_kept(item, "by", *view->changes[i].by != '\0' ? view->changes[i].by :
		    view_word(v, "L.common.system"));
		set_kept(item, "time", view_time(v, view->changes[i].at));
		set_kept(item, "iso", view_iso(v, view->changes[i].at));
		if ((data = json_read(view->changes[i].data)) == NULL)
			continue;
		what = json_text(json_get(data, "what"));
		for (k = 0; k < COUNT(known); k++)
			if (strcmp(what, known[k]) == 0)
				set_kept(vars_item(item, "lines"), "text",
				    view_code(v, "L.admin.change", known[k]));
		view_change_lines(v, item, data);
		json_free(data);
	}
}

/* --- menus and choices -------------------------------------------------------------------- */

static size_t
count_categories(const struct ref *ref)
{
	size_t	 i, n = 0;

	for (i = 0; i < ref->ncategories; i++)
		n += ref->categories[i].current;
	return n;
}

/* menu.{akun,opd,kategori}, menu.agencies, menu.categories; nothing for who has one page only */
void
view_admin_menu(const struct visit *v, const char *here)
{
	struct vars	*menu;

	if (!is_city_admin(v))
		return;
	menu = vars_child(v->vars, "menu");
	set_int(menu, "agencies", (int64_t)v->desk.ref->nagencies);
	set_int(menu, "categories", (int64_t)count_categories(v->desk.ref));
	set_kept(menu, "here", here);
}

static void
view_roles(const struct visit *v, const struct form *form)
{
	struct vars	*item;
	enum role	 r;

	for (r = ROLE_NONE + 1; r < ROLE_COUNT; r++) {
		if (!account_may_give(&v->desk.who, r, v->desk.who.agency))
			continue;
		item = form_choice(form, v->vars, "role", role_code(r), view_role(v, r));
		set_kept(item, "sub", view_code(v, "L.admin.does", role_code(r)));
	}
}

void
view_account_choices(const struct visit *v, const struct form *form)
{
	const struct ref	*ref = v->desk.ref;
	const struct unit	*u;
	size_t			 i;

	view_roles(v, form);
	set_flag(v->vars, "any_agency", is_city_admin(v));
	for (i = 0; i < ref->nagencies; i++)
		form_choice(form, v->vars, "agency", ref->agencies[i].code, ref->agencies[i].brief);
	for (i = 0; i < ref->nunits; i++) {
		u = &ref->units[i];
		if (is_city_admin(v) || u->agency == v->desk.who.agency)
			form_choice(form, v->vars, "unit", u->code,
			    arena_printf(v->req->arena, "%s · %s %s", view_agency(v, u->agency),
			    u->code, u->name));
	}
}
