/* silence_page.c: which agency lets the public wait for a word: a league table. */
#include <inttypes.h>

#include "action/silence_action.h"
#include "page/calendar_page.h"
#include "page/view.h"

/* rows.N.{rank,agency,full,open,over,late,p50,p90,longest,list} */
static void
view_one(struct visit *v, size_t rank, const struct silence_row *r)
{
	struct vars	*row = vars_item(v->vars, "rows");

	set_int(row, "rank", (int64_t)rank);
	set_kept(row, "agency", view_agency(v, r->agency));
	set_kept(row, "full", view_agency_name(v, r->agency));
	set_kept(row, "open", view_number(v, r->open));
	set_kept(row, "over", view_number(v, r->over));
	set_flag(row, "late", r->over > 0);
	set_kept(row, "p50", view_span(v, r->p50));
	set_kept(row, "p90", view_span(v, r->p90));
	set_kept(row, "longest", view_span(v, r->longest));
	if (role_may(v->desk.who.role, MAY_WORK))
		set_kept(row, "list", arena_printf(v->req->arena, "tampil=diam&opd=%" PRId64,
		    r->agency));
}

/* rows; open, over; cut: more is open than was looked at; age: when it was read */
enum rc
silence_show(struct visit *v)
{
	struct silence_view	 s;
	size_t			 i;
	enum rc			 rc = see_silence(&v->desk, &s);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.silence.title");
	page_here(v, "diam");
	for (i = 0; i < s.n; i++)
		view_one(v, i + 1, &s.rows[i]);
	set_kept(v->vars, "sum", view_say(v, "L.silence.sum", view_number(v, s.over),
	    view_number(v, s.open)));
	set_flag(v->vars, "cut", s.cut);
	set_kept(v->vars, "read", view_clock(v, v->desk.now));
	return page_show(v, "silence.cs");
}
