/* home_page.c: the first page, 112 before all else, and the page about this site. */
#include <string.h>

#include "action/citizen_action.h"
#include "page/home_page.h"
#include "page/public_view.h"
#include "page/view.h"

/* No province has this code. */
#define MADE_UP "99."

enum { HOME_ROWS = 6 };

/* numbers.{received,resolved,open} */
static void
view_numbers(struct visit *v, const struct public_numbers *n)
{
	struct vars	*out = vars_child(v->vars, "numbers");

	set_kept(out, "received", view_number(v, n->received));
	set_kept(out, "resolved", view_number(v, n->resolved));
	set_kept(out, "open", view_number(v, n->open));
}

enum rc
home_show(struct visit *v)
{
	static const struct public_filter	 newest = { .area = "" };
	struct public_numbers			 numbers;
	struct public_row			*rows;
	size_t					 n;
	bool					 more;
	enum rc					 rc;

	if ((rc = see_public_list(&v->desk, &newest, &rows, &n, &more)) != RC_OK ||
	    (rc = see_public_numbers(&v->desk, &numbers)) != RC_OK)
		return rc;
	view_public_rows(v, rows, n < HOME_ROWS ? n : HOME_ROWS);
	view_numbers(v, &numbers);
	page_here(v, "beranda");
	page_title(v, "L.portal.home.title");
	set_flag(v->vars, "no_strip", true);
	return page_show(v, "home.cs");
}

enum rc
home_about(struct visit *v)
{
	const char	*city = v->desk.ref->city;

	set_kept(v->vars, "what", view_say(v, "L.portal.about.what_text", city));
	if (strncmp(v->desk.ref->city_code, MADE_UP, strlen(MADE_UP)) == 0)
		set_kept(v->vars, "made_up", view_say(v, "L.portal.about.sources3", city));
	set_kept(v->vars, "code", view_say(v, "L.portal.about.code_text", VERSION));
	page_title(v, "L.portal.about.title");
	return page_show(v, "about.cs");
}
