/* work_sheet.c: the worklist on paper, shift by shift, and as a file. */
#include "action/sheet_action.h"
#include "lib/when.h"
#include "page/view.h"
#include "page/work_filter.h"
#include "page/work_sheet.h"

/* row.{number,title,place,pr.*,state.*,units,agency,sent,limit} */
static void
view_row(const struct visit *v, struct vars *row, const struct work_row *r)
{
	const char	*area = view_area(v, r->t.place.area);

	set_kept(row, "number", r->t.number);
	set_kept(row, "title", r->t.title);
	set_kept(row, "place", *r->t.place.text != '\0' ? r->t.place.text : area);
	if (*r->t.place.text != '\0')
		set_kept(row, "area", area);
	view_priority(v, row, r->a.priority);
	view_state(v, row, r->a.state);
	set_kept(row, "units", r->a.units);
	set_kept(row, "agency", view_agency(v, r->a.agency));
	set_kept(row, "sent", view_time(v, r->a.sent));
	if (r->a.open && r->a.due != 0)
		set_kept(row, "limit", view_time(v, r->a.due));
	if (!r->a.open)
		set_kept(row, "ended", view_time(v, r->a.ended));
}

static const char *
name_of(const struct visit *v, const struct actor *who)
{
	return *who->name != '\0' ? who->name : who->role != ROLE_NONE ?
	    view_role(v, who->role) : "";
}

/*
 * heading, query, view, said.N.*, since, printed, by, most; open.N.*, ended.N.{...,by}:
 * a sheet to hand over with
 */
enum rc
work_sheet(struct visit *v)
{
	struct work_filter	 f = work_filter_read(v);
	struct work_sheet	 s;
	struct vars		*row;
	size_t			 i;
	enum rc			 rc = see_work_sheet(&v->desk, &f, &s);

	if (rc != RC_OK)
		return rc;
	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.list.sheet_title", work_heading(v, &f)));
	set_kept(v->vars, "heading", work_heading(v, &f));
	if (f.show != WORK_OPEN && f.show != WORK_PAST)
		set_kept(v->vars, "view", work_show_word(v, f.show));
	set_kept(v->vars, "query", work_query(v, &f, f.show));
	work_said(v, &f);
	set_kept(v->vars, "since", view_say(v, "L.list.shift_since", view_time(v, s.since)));
	set_kept(v->vars, "printed", view_moment(v, v->desk.now));
	set_flag(v->vars, "city_list", v->desk.who.agency == 0);
	for (i = 0; i < s.open.n; i++)
		view_row(v, vars_item(v->vars, "open"), &s.open.rows[i]);
	for (i = 0; i < s.nended; i++) {
		row = vars_item(v->vars, "ended");
		view_row(v, row, &s.ended[i].row);
		set_kept(row, "by", name_of(v, &s.ended[i].who));
	}
	if (s.more)
		set_kept(v->vars, "cut", view_say(v, "L.list.sheet_more",
		    view_number(v, WORK_SHEET_MAX)));
	set_kept(v->vars, "most", view_number(v, WORK_FILE_MAX));
	return page_show(v, "work_sheet.cs");
}

enum rc
work_csv(struct visit *v)
{
	struct work_filter	 f = work_filter_read(v);
	struct work_file	 file = { .out = &v->req->body, .query = work_query(v, &f, f.show) };
	struct civil		 c = when_civil(v->desk.now, v->desk.ref->zone);
	enum rc			 rc = export_work(&v->desk, &f, &file);

	if (rc != RC_OK) {
		buf_clear(&v->req->body);
		return rc;
	}
	v->req->type = "text/csv; charset=utf-8; header=present";
	http_header(v->req, "Content-Disposition", arena_printf(v->req->arena,
	    "attachment; filename=\"tugas-%04d%02d%02d-%02d%02d%02d%s.csv\"", c.year, c.month,
	    c.day, c.hour, c.minute, c.second, file.more ? "-sebagian" : ""));
	return RC_OK;
}
