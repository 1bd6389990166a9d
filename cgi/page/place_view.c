/* place_view.c: where a call is about: what words and point mean, and how it is shown. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "page/place_view.h"
#include "page/view.h"

#define NEIGHBOURS	"TETANGGA"	/* the agency that stands for those beyond the city */

/* --- understanding ------------------------------------------------------------------- */

static void
from_point(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	const struct point	 p = { s->place.lat, s->place.lon };

	if (place_spot(&v->desk, p, &s->spot) != RC_OK)
		return;		/* a help only: the call goes on without */
	if (s->area == NULL && *in->village == '\0')
		s->area = s->spot.area;
}

static void
from_name(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	struct name	 n;

	if (place_exact(&v->desk, in->place, s->area == NULL ? "" : s->area->code, &n) != RC_OK)
		return;
	s->place.lat = n.lat;
	s->place.lon = n.lon;
	s->named = n.name;
	if (s->area == NULL && *in->village == '\0')
		s->area = ref_area(v->desk.ref, n.area);
}

void
place_understand(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	if (s->place.lat != 0 || s->place.lon != 0)
		from_point(v, in, s);
	else if (*in->place != '\0' && *in->coords == '\0')
		from_name(v, in, s);
	if (*in->over != '\0' && place_neighbour(&v->desk, in->over, &s->spot) != RC_OK)
		s->spot.neighbour_name = in->over;
}

bool
place_hand_over(const struct visit *v, const struct call_form *in, struct call_sense *s)
{
	const struct agency	*g = ref_agency_code(v->desk.ref, NEIGHBOURS);

	if (*in->over == '\0' || g == NULL)
		return false;
	s->agencies[0] = v->desk.ref->triage;
	s->agencies[1] = g->id;
	s->nagencies = 2;
	return true;
}

/* --- the point ------------------------------------------------------------------------ */

const char *
view_coords(const struct visit *v, struct point p)
{
	const char	*lat = p.lat < 0 ? "-" : "", *lon = p.lon < 0 ? "-" : "";
	int64_t		 y = p.lat < 0 ? -p.lat : p.lat, x = p.lon < 0 ? -p.lon : p.lon;

	return arena_printf(v->req->arena, "%s%" PRId64 ".%06" PRId64 ", %s%" PRId64 ".%06" PRId64,
	    lat, y / 1000000, y % 1000000, lon, x / 1000000, x % 1000000);
}

static const char *
why(const struct visit *v, const struct spot *s, const char *named)
{
	const char	*name = s->area == NULL ? "" : view_area(v, s->area->code);

	if (named != NULL)
		return view_say(v, "L.place.named", named);
	switch (s->how) {
	case SPOT_INSIDE:
		return view_say(v, "L.place.inside", name);
	case SPOT_EDGE:
		return view_say(v, "L.place.edge", name, view_metres(v, s->metres));
	case SPOT_NEAREST:
		return view_say(v, "L.place.nearest", name, view_metres(v, s->metres));
	case SPOT_OUTSIDE:
		return view_word(v, "L.place.outside");
	case SPOT_NONE:
		break;
	}
	return view_word(v, "L.place.unknown");
}

void
view_spot(struct visit *v, struct point p, const struct spot *s, const char *named, bool picked)
{
	struct vars	*spot = vars_child(v->vars, "spot");

	set_kept(spot, "text", why(v, s, named));
	set_kept(spot, "at", view_coords(v, p));
	set_int(spot, "lat", p.lat);
	set_int(spot, "lon", p.lon);
	if (s->area != NULL) {
		set_kept(spot, "code", s->area->code);
		set_kept(spot, "name", view_area(v, s->area->code));
	}
	if (s->how != SPOT_OUTSIDE && !picked)
		return;
	set_flag(spot, "outside", true);
	set_flag(spot, "picked", picked);
	set_kept(spot, "contact", s->contact);
	if (*s->neighbour != '\0') {
		set_kept(spot, "neighbour", s->neighbour);
		set_kept(spot, "over", view_say(v, "L.place.hand_over", s->neighbour_name));
	}
}

void
view_call_place(struct visit *v, const struct call_form *in, const struct call_sense *s)
{
	const struct point	 p = { s->place.lat, s->place.lon };
	struct vars		*form = vars_child(v->vars, "form");
	bool			 known = p.lat != 0 || p.lon != 0;

	if (known || *in->over != '\0')
		view_spot(v, p, &s->spot, s->named, *in->over != '\0');
	if (known && (s->named != NULL || strchr(in->coords, ':') != NULL))
		set_kept(vars_child(form, "coords"), "value", view_coords(v, p));
	if (s->area != NULL && *in->village == '\0')
		set_kept(vars_child(form, "village"), "value", view_area(v, s->area->code));
	if (known && v->req->method == POST && view_map(v, p) == RC_OK)
		set_flag(v->vars, "map_shown", true);
}

/* --- the map ------------------------------------------------------------------------------ */

/* A drawing 1000 wide, its longitudes narrowed as they are on the ground. */
struct paper {
	struct box	 box;
	double		 scale, squeeze;	/* of a micro-degree; of a longitude */
};

enum { PAPER_WIDTH = 1000, PAPER_MARGIN = 20000 };

static int
x_of(const struct paper *p, int64_t lon)
{
	return (int)lround((double)(lon - p->box.west) * p->squeeze * p->scale);
}

static int
y_of(const struct paper *p, int64_t lat)
{
	return (int)lround((double)(p->box.north - lat) * p->scale);
}

static struct paper
lay_out(const struct box *box)
{
	struct paper	 p = { .box = *box };
	int64_t		 margin = (box->north - box->south) / 40 + PAPER_MARGIN / 10;

	p.box.south -= margin;
	p.box.north += margin;
	p.box.west -= margin;
	p.box.east += margin;
	p.squeeze = cos((double)(box->south + box->north) / 2e6 * 3.14159265358979 / 180);
	p.scale = PAPER_WIDTH / ((double)(p.box.east - p.box.west) * p.squeeze);
	return p;
}

/* "M10 20L..z": what lies far beyond the paper is not worth its bytes, and stays whole numbers. */
static const char *
path_of(const struct visit *v, const struct paper *p, const struct shape *s)
{
	struct buf	 b = { 0 };
	const char	*text;
	size_t		 i, j;

	for (i = 0; i < s->n; i++) {
		for (j = 0; j < s->rings[i].n; j++)
			buf_printf(&b, "%s%d %d", j == 0 ? "M" : "L", x_of(p, s->rings[i].at[j].lon),
			    y_of(p, s->rings[i].at[j].lat));
		buf_text(&b, "z");
	}
	text = arena_text(v->req->arena, b.data);
	buf_free(&b);
	return text;
}

static void
show_paper(struct visit *v, struct vars *map, const struct paper *p)
{
	struct arena	*a = v->req->arena;

	set_int(map, "north", p->box.north);
	set_int(map, "west", p->box.west);
	set_kept(map, "sx", arena_printf(a, "%.9f", p->scale * p->squeeze));
	set_kept(map, "sy", arena_printf(a, "%.9f", p->scale));
	set_int(map, "width", PAPER_WIDTH);
	set_int(map, "height", y_of(p, p->box.south));
}

enum rc
view_map(struct visit *v, struct point at)
{
	struct drawing	 d;
	struct paper	 p;
	struct vars	*map = vars_child(v->vars, "map"), *item;
	struct spot	 beyond;
	size_t		 i;
	enum rc		 rc = place_draw(&v->desk, &d);

	if (rc != RC_OK || d.n == 0 || d.box.south > d.box.north)
		return rc != RC_OK ? rc : RC_NOTFOUND;
	p = lay_out(&d.box);
	show_paper(v, map, &p);
	for (i = 0; i < d.n; i++) {
		item = d.items[i].neighbour ? vars_item(map, "beyond") : vars_item(map, "area");
		set_kept(item, "d", path_of(v, &p, &d.items[i].outline));
		if (!d.items[i].neighbour)
			set_kept(item, "name", view_area(v, d.items[i].code));
		else if (place_neighbour(&v->desk, d.items[i].code, &beyond) == RC_OK)
			set_kept(item, "name", beyond.neighbour_name);
	}
	if (box_holds(&p.box, at) && (at.lat != 0 || at.lon != 0)) {
		set_int(vars_child(map, "at"), "x", x_of(&p, at.lon));
		set_int(vars_child(map, "at"), "y", y_of(&p, at.lat));
	}
	return RC_OK;
}
