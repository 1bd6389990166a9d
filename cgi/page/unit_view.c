/* unit_view.c: how a unit stands, in words. */
#include <string.h>

#include "lib/when.h"
#include "page/unit_page.h"
#include "page/view.h"

static const char *
out_words(const struct visit *v, const struct stand *s)
{
	return view_code(v, "L.units.why", unready_code(s->out));
}

const char *
view_unready(const struct visit *v, const struct stand *s)
{
	switch (stand_group(s)) {
	case STAND_WORK:
		return view_say(v, "L.units.busy_at", view_code(v, "L.state",
		    state_code(s->work.state)), s->work.number);
	case STAND_OUT:
		return s->until == 0 ? view_say(v, "L.units.out_why", out_words(v, s)) :
		    view_say(v, "L.units.out_until", out_words(v, s), view_time(v, s->until));
	case STAND_READY:
	case STAND_GROUPS:
		break;
	}
	return "";
}

/* work.{state,number,to,title,place,more}, row.{since,age,free} */
static void
view_work_of(struct visit *v, struct vars *row, const struct stand *s)
{
	struct vars	*w = vars_child(row, "work");

	view_state(v, w, s->work.state);
	set_kept(w, "number", s->work.number);
	if (stand_reaches(&v->desk, s)) {
		set_flag(w, "opens", true);
		set_kept(w, "place", view_area(v, s->work.area));
	}
	if (s->runs > 1)
		set_kept(w, "more", view_say(v, "L.units.more_runs", view_number(v,
		    (int64_t)s->runs - 1)));
	set_kept(row, "since", view_time(v, s->work.since));
	set_kept(row, "age", view_age(v, s->work.since));
	if (s->free_at != 0)
		set_kept(row, "free", view_time(v, s->free_at));
}

static void
view_out_of(struct visit *v, struct vars *row, const struct stand *s)
{
	set_kept(row, "reason", out_words(v, s));
	set_kept(row, "note", *s->note == '\0' ? NULL : s->note);
	set_kept(row, "since", view_time(v, s->out_at));
	set_kept(row, "age", view_age(v, s->out_at));
	if (s->until == 0)
		return;
	set_kept(row, "until", view_time(v, s->until));
	set_flag(row, "overdue", s->until <= v->desk.now);
}

/*
 * row.{id,code,name,kind,plate,load,agency,base,crew,seats,expired,at_scene}
 * and one of row.{working,ready,out}; a unit that is at work may be out, too:
 * then row.out stands beside row.working.
 */
void
view_stand(struct visit *v, struct vars *row, const struct stand *s)
{
	const struct unit	*u = s->u;
	int64_t			 today = when_midnight(v->desk.now, v->desk.ref->zone);

	set_int(row, "id", u->id);
	set_kept(row, "code", u->code);
	set_kept(row, "name", u->name);
	set_kept(row, "kind", *u->kind == '\0' ? NULL : u->kind);
	set_kept(row, "plate", *u->plate == '\0' ? NULL : u->plate);
	set_kept(row, "agency", view_agency(v, u->agency));
	set_kept(row, "base", *u->base == '\0' ? NULL : u->base);
	set_kept(row, "crew", s->crew == NULL || *s->crew == '\0' ? NULL : s->crew);
	set_flag(row, "crew_old", s->ncrew > 0 && s->crew_at < today);
	if (u->crew > 0)
		set_kept(row, "seats", view_number(v, u->crew));
	if (s->expired > 0)
		set_kept(row, "expired", view_say(v, "L.units.expired",
		    view_number(v, s->expired)));
	set_flag(row, "working", s->busy);
	set_flag(row, "out", s->out != UNREADY_NONE);
	set_flag(row, "ready", stand_group(s) == STAND_READY);
	if (s->out != UNREADY_NONE)
		view_out_of(v, row, s);
	if (s->busy)
		view_work_of(v, row, s);
}
