/* disaster_view.c: disasters that are proposed, on supervisors' screens and on the wall. */
#include "action/see_disaster.h"
#include "page/disaster_view.h"
#include "page/step.h"
#include "page/view.h"

void
view_disasters(struct visit *v)
{
	struct disaster_row	 list[DISASTERS_SHOWN];
	const struct area	*area;
	struct vars		*row;
	size_t			 i, n;

	if (see_disasters(&v->desk, list, &n) != RC_OK)
		return;		/* a help only: it rings again */
	for (i = 0; i < n; i++) {
		area = *list[i].area == '\0' ? NULL : ref_area(v->desk.ref, list[i].area);
		row = vars_item(v->vars, "disaster");
		set_kept(row, "number", list[i].number);
		set_kept(row, "object", step_object(v->req->arena, LIFE_EMERGENCY, list[i].id));
		set_int(row, "version", list[i].version);
		set_kept(row, "title", list[i].title);
		set_kept(row, "where", area != NULL ? area->name : list[i].place);
		set_kept(row, "because", *list[i].because == '\0' ? NULL : list[i].because);
		set_kept(row, "age", view_age(v, list[i].proposed));
	}
	set_flag(v->vars, "disaster_mine", v->desk.who.role == ROLE_SUPERVISOR);
}

enum rc
disaster_strip(struct visit *v)
{
	view_disasters(v);
	set_kept(v->vars, "csrf", v->csrf);
	set_kept(v->vars, "token", page_token(v));
	return tmpl_render(v->tmpl, "part/disaster.cs", v->vars, &v->req->body);
}
