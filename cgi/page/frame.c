/* frame.c: what every layout shows: the visitor's taste, the menu, who is signed in. */
#include <string.h>

#include "page/view.h"

enum { NEAR_ITEMS = 7 };		/* of the menu, in the bar itself */

/* The staff's menu, in its order.  Only what exists, and what a role may. */
static const struct {
	const char	*code, *path, *icon;
	enum may	 may, or;
} items[] = {
	{ "panggilan", "panggilan", "phone-call", MAY_TAKE, MAY_NOTHING },
	{ "triase", "triase", "inbox", MAY_TRIAGE, MAY_NOTHING },
	{ "tugas", "tugas", "clipboard-list", MAY_WORK, MAY_NOTHING },
	{ "lapangan", "lapangan", "smartphone", MAY_FIELD, MAY_NOTHING },
	{ "cari", "cari", "search", MAY_SEARCH, MAY_NOTHING },
	{ "unit", "unit", "truck", MAY_UNITS, MAY_NOTHING },
	{ "piket", "piket", "calendar-days", MAY_DUTY, MAY_NOTHING },
	{ "komando", "komando", "monitor", MAY_COMMAND, MAY_NOTHING },
	{ "diam", "komando/diam", "volume-x", MAY_COMMAND, MAY_NOTHING },
	{ "jeda", "kalender/bencana", "pause", MAY_LEAD_DESK, MAY_NOTHING },
	{ "akun", "akun", "users", MAY_ACCOUNTS, MAY_OWN_ACCOUNTS },
	{ "opd", "opd", "building-2", MAY_REFDATA, MAY_NOTHING },
	{ "kategori", "kategori", "settings", MAY_REFDATA, MAY_NOTHING },
	{ "kalender", "kalender", "calendar-days", MAY_REFDATA, MAY_NOTHING },
	{ "eskalasi", "eskalasi", "trending-up", MAY_REFDATA, MAY_NOTHING },
	{ "sop", "sop", "book-open", MAY_SOP, MAY_NOTHING },
	{ "frasa", "frasa", "message-square-text", MAY_SOP, MAY_NOTHING },
	{ "tempat", "tempat", "map-pinned", MAY_PLACES, MAY_NOTHING },
	{ "pengiriman", "pengiriman", "bell", MAY_DELIVERIES, MAY_NOTHING },
	{ "privasi", "privasi", "shield-check", MAY_PRIVACY_DESK, MAY_NOTHING },
	{ "audit", "audit", "scroll-text", MAY_AUDIT, MAY_NOTHING },
	{ "daftar", "panggilan/daftar", "list", MAY_CALLS, MAY_NOTHING },
};

static bool
may_see(const struct visit *v, size_t i)
{
	if (strcmp(items[i].code, "daftar") == 0 && role_may(v->desk.who.role, MAY_TAKE))
		return false;		/* theirs stands beside the desk */
	return role_may(v->desk.who.role, items[i].may) ||
	    role_may(v->desk.who.role, items[i].or);
}

/* Is it where one is? */
static bool
view_item(const struct visit *v, struct vars *item, size_t i)
{
	const char	*here = vars_text(v->vars, "here");
	bool		 current = here != NULL && strcmp(here, items[i].code) == 0;

	set_kept(item, "path", items[i].path);
	set_kept(item, "icon", items[i].icon);
	set_kept(item, "word", view_code(v, "L.nav", items[i].code));
	set_flag(item, "current", current);
	return current;
}

/* What has no room in the bar, for it is not worked with all day, stands behind one button. */
static void
view_nav(struct visit *v)
{
	size_t	 i, n = 0, most = 0;

	for (i = 0; i < COUNT(items); i++)
		most += may_see(v, i);
	most = most > NEAR_ITEMS + 1 ? NEAR_ITEMS : most;
	for (i = 0; i < COUNT(items); i++) {
		if (!may_see(v, i))
			continue;
		if (vars_text(v->vars, "home") == NULL || (items[i].may == MAY_FIELD &&
		    v->desk.who.role == ROLE_RESPONDER))
			set_kept(v->vars, "home", items[i].path);
		if (n++ < most)
			view_item(v, vars_item(v->vars, "nav"), i);
		else if (view_item(v, vars_item(v->vars, "far"), i))
			set_flag(v->vars, "here_far", true);
	}
}

/* The first letters of the first and the last word of a name. */
static const char *
initials(struct arena *a, const char *name)
{
	const char	*last = strrchr(name, ' ');
	size_t		 first = 1, second = 0;

	while (((unsigned char)name[first] & 0xc0) == 0x80)
		first++;
	last = last == NULL ? "" : last + 1;
	if (*last != '\0')
		for (second = 1; ((unsigned char)last[second] & 0xc0) == 0x80; second++)
			;
	return *name == '\0' ? "" :
	    arena_printf(a, "%.*s%.*s", (int)first, name, (int)second, last);
}

static void
view_me(struct visit *v)
{
	const struct actor	*who = &v->desk.who;
	const char		*name = who->name == NULL ? "" : who->name;
	struct vars		*me = vars_child(v->vars, "me");

	set_text(me, "name", name);
	set_kept(me, "initials", initials(v->req->arena, name));
	set_kept(me, "role", view_role(v, who->role));
	if (who->agency != 0)
		set_kept(me, "agency", view_agency(v, who->agency));
}

/* Where a switch of language or theme comes back to: here, where here is a GET. */
static const char *
path_of(const struct req *q)
{
	const char	*path = q->path == NULL ? "/" : q->path;

	return *q->query_text == '\0' || q->method != GET ? path :
	    arena_printf(q->arena, "%s?%s", path, q->query_text);
}

static void
view_taste(struct visit *v)
{
	const char	*theme = http_cookie_get(v->req, "tema");
	bool		 light = theme != NULL && strcmp(theme, "terang") == 0;
	bool		 dark = theme != NULL && strcmp(theme, "gelap") == 0;

	set_kept(v->vars, "lang", tmpl_lang(v->lang));
	set_flag(v->vars, "lang_id", v->lang == LANG_ID);
	set_flag(v->vars, "lang_en", v->lang == LANG_EN);
	if (light || dark)
		set_kept(v->vars, "theme", light ? "light" : "dark");
	set_flag(v->vars, "theme_light", light);
	set_flag(v->vars, "theme_dark", dark);
	set_flag(v->vars, "theme_auto", !light && !dark);
}

void
view_frame(struct visit *v)
{
	view_taste(v);
	set_text(v->vars, "path", page_path(path_of(v->req), "/"));
	set_kept(v->vars, "city", v->desk.ref == NULL ? "" : v->desk.ref->city);
	set_kept(v->vars, "version", VERSION);
	if (v->desk.who.id == 0)
		return;
	set_flag(v->vars, "staff", true);
	set_kept(v->vars, "csrf", v->csrf);
	page_mint(v);
	set_flag(v->vars, "beats", role_may(v->desk.who.role, MAY_DUTY));
	view_me(v);
	view_nav(v);
}
