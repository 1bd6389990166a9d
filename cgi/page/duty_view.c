/* duty_view.c: what other screens say of who is on duty. */
#include <inttypes.h>
#include <string.h>

#include "action/duty_action.h"
#include "action/rule.h"
#include "page/duty_page.h"
#include "page/view.h"

enum { SHOWN_NOTES = 4, SHOWN_WATCHES = 7, SHOWN_NAMES = 6 };

const char *
duty_name(const struct visit *v, int64_t agency)
{
	return agency == 0 ? view_word(v, "L.duty.desk") : view_agency(v, agency);
}

const char *
view_shift(const struct visit *v, int64_t start, int64_t until)
{
	struct civil	 c = when_civil(start, v->desk.ref->zone);
	struct arena	*a = v->req->arena;

	return arena_printf(a, "%s, %s, %s–%s", view_word(v, arena_printf(a, "L.weekday.d%d",
	    c.weekday)), view_date(v, start), view_clock(v, start), view_clock(v, until));
}

void
view_duty(struct visit *v)
{
	struct handover	 notes[SHOWN_NOTES];
	enum called	 called;
	struct vars	*item;
	size_t		 i, n;

	if (duty_own_call(&v->desk, &called) == RC_OK) {
		set_flag(v->vars, "off_duty", called == CALLED_NO);
		set_flag(v->vars, "standby", called == CALLED_STANDBY);
	}
	if (see_unread(&v->desk, notes, &n, SHOWN_NOTES) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		item = vars_item(v->vars, "note");
		set_int(item, "id", notes[i].id);
		set_kept(item, "words", view_say(v, "L.duty.note_for_you", notes[i].name,
		    view_clock(v, notes[i].signed_at)));
	}
}

/* --- the wall --------------------------------------------------------------------------- */

static const char *
watch_text(const struct visit *v, const struct watch *w)
{
	const char	*on = view_number(v, w->on);

	if (w->lack == LACK_SHORT)
		return view_say(v, "L.duty.lack_short", on, view_number(v, w->want));
	if (w->lack == LACK_ABSENT)
		return view_word(v, "L.duty.lack_absent");
	if (w->lack == LACK_UNREAD)
		return view_word(v, "L.duty.lack_unread");
	if (!w->planned)
		return view_word(v, "L.duty.unplanned");
	return view_say(v, "L.duty.here", view_number(v, w->here), on);
}

/* Those the city can be sure of only with a roster: its own, round the clock. */
static void
view_unplanned(struct visit *v, const struct watch *list, size_t n)
{
	const struct ref	*r = v->desk.ref;
	const char		*names = "";
	size_t			 i, k, found = 0;

	for (i = 0; i < r->nagencies; i++) {
		if (strcmp(r->agencies[i].standby, "ya") != 0 || !r->agencies[i].own)
			continue;
		for (k = 0; k < n; k++)
			if (list[k].agency == r->agencies[i].id && list[k].planned)
				break;
		if (k < n)
			continue;
		if (found++ < SHOWN_NAMES)
			names = arena_printf(v->req->arena, "%s%s%s", names,
			    *names == '\0' ? "" : ", ", r->agencies[i].brief);
	}
	if (found > SHOWN_NAMES)
		names = arena_printf(v->req->arena, "%s +%zu", names, found - SHOWN_NAMES);
	if (found > 0)
		set_kept(v->vars, "unplanned", names);
}

void
view_watches(struct visit *v)
{
	struct watch	*list = arena_alloc(v->req->arena, WATCHES * sizeof(*list));
	struct vars	*item;
	size_t		 i, n, shown = 0;
	bool		 lacks;
	int		 pass;

	if (see_watches(&v->desk, list, &n, WATCHES) != RC_OK)
		return;
	for (pass = 0; pass < 2; pass++)		/* what lacks comes first */
		for (i = 0; i < n && shown < SHOWN_WATCHES; i++) {
			lacks = list[i].lack != LACK_NONE;
			if (lacks != (pass == 0))
				continue;
			shown++;
			item = vars_item(v->vars, "watch");
			set_kept(item, "name", duty_name(v, list[i].agency));
			set_kept(item, "text", watch_text(v, &list[i]));
			set_kept(item, "class", lacks ? "red b" : !list[i].planned ||
			    list[i].here < list[i].on ? "amb" : "grn");
		}
	view_unplanned(v, list, n);
}

void
view_lacks(struct visit *v, const struct shortage *list, size_t n)
{
	struct watch	 w;
	struct vars	*item;
	size_t		 i;

	for (i = 0; i < n; i++) {
		w = (struct watch){ .on = list[i].have, .want = list[i].want,
			.lack = list[i].kind };
		item = vars_item(v->vars, "lack");
		set_kept(item, "text", watch_text(v, &w));
		set_kept(item, "since", view_time(v, list[i].at));
	}
}
