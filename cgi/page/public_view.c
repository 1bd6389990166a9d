/* public_view.c: what several of the citizens' screens show alike. */
#include <string.h>

#include "lib/when.h"
#include "page/public_view.h"
#include "page/view.h"

bool
view_is_full(const struct ticket *t)
{
	return t->track == TRACK_COMPLAINT && t->display == DISPLAY_FULL && t->published &&
	    t->privacy != PRIVACY_CONFIDENTIAL;
}

const char *
view_place(const struct visit *v, const struct place *p)
{
	const char	*area = view_area(v, p->area);

	if (*p->text == '\0' || *area == '\0')
		return *area == '\0' ? p->text : area;
	return arena_printf(v->req->arena, "%s, %s", p->text, area);
}

const char *
view_day_time(const struct visit *v, int64_t at)
{
	int64_t	 today = when_midnight(v->desk.now, v->desk.ref->zone);

	return at >= today && at < today + DAY ?
	    view_say(v, "L.portal.today", view_clock(v, at)) : view_time(v, at);
}

const char *
view_long_span(const struct visit *v, int64_t ms)
{
	static const struct { int64_t unit; const char *one, *many; } units[] = {
		{ DAY, "L.portal.span.day", "L.portal.span.days" },
		{ HOUR, "L.portal.span.hour", "L.portal.span.hours" },
		{ MINUTE, "L.portal.span.minute", "L.portal.span.minutes" },
	};
	size_t	 i = ms >= 2 * DAY ? 0 : ms >= 2 * HOUR ? 1 : 2;
	int64_t	 n = ms < units[i].unit ? 1 : ms / units[i].unit;

	return view_say(v, n == 1 ? units[i].one : units[i].many, view_number(v, n));
}

static const char *
icon_of(const struct visit *v, int64_t category)
{
	const struct category	*c = ref_category(v->desk.ref, category);

	return c == NULL || *c->icon == '\0' ? "ellipsis" : c->icon;
}

/* --- rows ------------------------------------------------------------------------- */

/* What is shown of an emergency: its kind, its village, its time; of a complaint its state, too. */
static void
view_row(struct visit *v, struct vars *row, const struct ticket *t)
{
	bool	 full = view_is_full(t);

	set_text(row, "number", t->number);
	set_kept(row, "title", full ? t->title : view_category(v, t->category));
	set_kept(row, "place", full ? view_place(v, &t->place) : view_area(v, t->place.area));
	set_kept(row, "icon", icon_of(v, t->category));
	set_kept(row, "when", view_day_time(v, t->recorded));
	set_kept(row, "iso", view_iso(v, t->recorded));
	set_flag(row, "emergency", t->track == TRACK_EMERGENCY);
	if (t->track == TRACK_EMERGENCY)
		return;
	set_kept(row, "kind", view_category(v, t->category));
	set_kept(row, "agency", view_agency(v, t->lead));
	if (t->reporters > 1)
		set_kept(row, "reporters", view_say(v, "L.portal.track.reporters",
		    view_number(v, t->reporters)));
	view_state(v, row, t->state);
}

void
view_public_rows(struct visit *v, const struct public_row *rows, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		view_row(v, vars_item(v->vars, "rows"), &rows[i].t);
}

void
view_similar(struct visit *v, const struct near_row *rows, size_t n)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < n; i++) {
		if (!rows[i].alike || !view_is_full(&rows[i].t))
			continue;
		row = vars_item(v->vars, "similar");
		view_row(v, row, &rows[i].t);
		set_kept(row, "metres", view_metres(v, rows[i].metres));
	}
}

/* --- choices ------------------------------------------------------------------------ */

void
view_areas(struct visit *v, const struct form *form)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*district = NULL, *village;
	size_t			 i;

	for (i = 0; i < ref->nareas; i++) {
		if (ref->areas[i].level == AREA_DISTRICT) {
			district = vars_item(v->vars, "areas");
			set_kept(district, "name", ref->areas[i].name);
		}
		if (ref->areas[i].level != AREA_VILLAGE || district == NULL)
			continue;
		village = vars_item(district, "village");
		set_kept(village, "code", ref->areas[i].code);
		set_kept(village, "name", ref->areas[i].name);
		set_flag(village, "picked", form_has(form, "area", ref->areas[i].code));
	}
}

/* The category with the next tile after this one, or NULL. */
static const struct category *
next_tile(const struct ref *ref, int64_t after)
{
	const struct category	*next = NULL, *c;

	for (c = ref->categories; c < ref->categories + ref->ncategories; c++)
		if (c->tile > after && (next == NULL || c->tile < next->tile))
			next = c;
	return next;
}

/*
 * Names are the city's data; what they mean to a citizen, and the one that
 * stands for all the rest, is said in the catalogues where they know it.
 */
static const char *
said_of(const struct visit *v, const char *family, const char *code)
{
	char	*key = arena_printf(v->req->arena, "%s.%s", family, code), *p;

	for (p = key; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	return tmpl_has(v->tmpl, v->lang, key) ? view_word(v, key) : NULL;
}

void
view_tiles(struct visit *v, const struct form *form)
{
	const struct category	*c;
	struct vars		*tile;
	const char		*name;
	int64_t			 at = 0;

	while ((c = next_tile(v->desk.ref, at)) != NULL) {
		at = c->tile;
		if ((name = said_of(v, "L.portal.tile", c->code)) == NULL)
			name = view_category(v, c->id);
		tile = form_choice(form, v->vars, "category", c->code, name);
		set_kept(tile, "sub", said_of(v, "L.portal.tile_sub", c->code));
		set_kept(tile, "icon", icon_of(v, c->id));
	}
}

/* --- the time line -------------------------------------------------------------------- */

/* What happened, in a citizen's words; "you" only where the reporter reads. */
static const char *
did(const struct visit *v, enum act act, bool own)
{
	static const char *const	 families[] = { "L.portal.did_public", "L.portal.did" };
	const char			*key;
	size_t				 i;

	for (i = own; i < COUNT(families); i++) {
		key = arena_printf(v->req->arena, "%s.%s", families[i], act_code(act));
		if (tmpl_has(v->tmpl, v->lang, key))
			return view_word(v, key);
	}
	return view_word(v, "L.portal.did.other");
}

static const char *
by_whom(const struct visit *v, const struct event *e)
{
	int64_t	 agency = e->behalf != 0 ? e->behalf : e->who.agency;

	if (e->who.role == ROLE_REPORTER || e->act == ACT_CREATE)
		return "";
	return agency != 0 ? view_agency_name(v, agency) :
	    view_word(v, "L.portal.track.holder_none");
}

void
view_story(struct visit *v, const struct event *events, size_t n, bool own)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "events");
		set_kept(row, "did", did(v, events[i].act, own));
		view_act(v, row, events[i].act);
		set_kept(row, "when", view_day_time(v, events[i].at));
		set_kept(row, "iso", view_iso(v, events[i].at));
		set_kept(row, "who", by_whom(v, &events[i]));
		if (own || (events[i].who.role != ROLE_REPORTER && events[i].act != ACT_ASK))
			set_text(row, "note", events[i].faded ?
			    view_word(v, "L.data.faded") : events[i].note);
		set_flag(row, "mine", events[i].who.role == ROLE_REPORTER);
		set_flag(row, "now", i == 0);
	}
}
