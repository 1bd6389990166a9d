/* ticket_print.c: one ticket on a sheet of paper. */
#include <string.h>

#include "page/interlock_page.h"
#include "page/ticket_beside.h"
#include "page/ticket_handoff.h"
#include "page/ticket_page.h"
#include "page/ticket_view.h"
#include "page/view.h"

enum rc
ticket_print(struct visit *v)
{
	const char		*number = ticket_number(v);
	struct sheet_view	 s;
	struct beside		 b;
	enum rc			 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if ((rc = see_ticket(&v->desk, number, &s)) != RC_OK)
		return rc;
	page_title_text(v, arena_printf(v->req->arena, "%s %s", s.t.number, s.t.title));
	view_ticket(v, &s);
	view_stages(v, &s);
	view_parts(v, &s);
	view_people(v, &s);
	view_locks(v, &s);
	if ((rc = view_beside(v, &s, &b)) != RC_OK)
		return rc;
	view_line(v, &s, &b, LINE_ALL);
	set_kept(v->vars, "printed", view_moment(v, v->desk.now));
	set_kept(v->vars, "printer", v->desk.who.name);
	return page_show(v, "ticket_print.cs");
}
