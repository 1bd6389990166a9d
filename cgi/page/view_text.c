/* view_text.c: times, numbers and names as people read them, in both languages. */
#include <inttypes.h>
#include <string.h>

#include "lib/when.h"
#include "page/view.h"

static int
zone(const struct visit *v)
{
	return v->desk.ref == NULL ? 420 : v->desk.ref->zone;
}

static const char *
month(const struct visit *v, const char *family, int n)
{
	return view_word(v, arena_printf(v->req->arena, "%s.m%d", family, n));
}

/* --- times ------------------------------------------------------------------------ */

static const char *
clock_of(const struct visit *v, const struct civil *c)
{
	return arena_printf(v->req->arena, v->lang == LANG_ID ? "%02d.%02d" : "%02d:%02d",
	    c->hour, c->minute);
}

const char *
view_clock(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, zone(v));

	return clock_of(v, &c);
}

const char *
view_time(const struct visit *v, int64_t at)
{
	struct civil	 c, today;

	if (at == 0)
		return "";
	c = when_civil(at, zone(v));
	today = when_civil(v->desk.now, zone(v));
	if (c.year != today.year)
		return arena_printf(v->req->arena, "%d %s %d, %s", c.day,
		    month(v, "L.month_short", c.month), c.year, clock_of(v, &c));
	if (c.month == today.month && c.day == today.day)
		return clock_of(v, &c);
	return arena_printf(v->req->arena, "%d %s %s", c.day,
	    month(v, "L.month_short", c.month), clock_of(v, &c));
}

static const char *
date_of(const struct visit *v, const struct civil *c)
{
	return arena_printf(v->req->arena, "%d %s %d", c->day,
	    month(v, "L.month", c->month), c->year);
}

const char *
view_date(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, zone(v));

	return at == 0 ? "" : date_of(v, &c);
}

const char *
view_moment(const struct visit *v, int64_t at)
{
	struct civil	 c = when_civil(at, zone(v));

	return at == 0 ? "" : arena_printf(v->req->arena, "%s, %s, %s %s",
	    view_word(v, arena_printf(v->req->arena, "L.weekday.d%d", c.weekday)),
	    date_of(v, &c), clock_of(v, &c),
	    v->desk.ref == NULL ? "WIB" : v->desk.ref->zone_name);
}

const char *
view_iso(const struct visit *v, int64_t at)
{
	return at == 0 ? "" : when_iso(v->req->arena, at);
}

/* --- spans --------------------------------------------------------------------------- */

/* A list has a hundred of these; printf() would be the most of their cost. */
static const char *
figure(struct arena *a, int64_t n)
{
	char	*text = arena_alloc(a, 21), *p = text + 20;

	do {
		*--p = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	return p;
}

static const char *
units(const struct visit *v, const char *key, int64_t big, int64_t small)
{
	return tmpl_say(v->tmpl, v->lang, v->req->arena, key,
	    figure(v->req->arena, big), figure(v->req->arena, small));
}

const char *
view_span(const struct visit *v, int64_t ms)
{
	if (ms < MINUTE)
		return units(v, "L.span.seconds", ms < 0 ? 0 : ms / SECOND, 0);
	if (ms < HOUR)
		return units(v, "L.span.minutes", ms / MINUTE, 0);
	if (ms < DAY && ms % HOUR < MINUTE)
		return units(v, "L.span.hours", ms / HOUR, 0);
	if (ms < DAY)
		return units(v, "L.span.hours_minutes", ms / HOUR, ms % HOUR / MINUTE);
	return units(v, "L.span.days", ms / DAY, 0);
}

const char *
view_age(const struct visit *v, int64_t at)
{
	return at == 0 ? "" : view_span(v, v->desk.now - at);
}

static const char *
countdown(const struct visit *v, int64_t ms)
{
	return ms >= HOUR ? view_span(v, ms) : arena_printf(v->req->arena,
	    "%" PRId64 ":%02" PRId64, ms / MINUTE, ms % MINUTE / SECOND);
}

const char *
view_left(const struct visit *v, int64_t due)
{
	if (due == 0)
		return "";
	return v->desk.now < due ? countdown(v, due - v->desk.now) :
	    view_say(v, "L.span.late", countdown(v, v->desk.now - due));
}

/* --- numbers ------------------------------------------------------------------------- */

const char *
view_number(const struct visit *v, int64_t n)
{
	const char	*plain = arena_printf(v->req->arena, "%" PRId64, n);
	size_t		 len = strlen(plain), i;
	char		*text = arena_alloc(v->req->arena, 2 * len + 1), *to = text;

	for (i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0 && plain[i - 1] != '-')
			*to++ = v->lang == LANG_ID ? '.' : ',';
		*to++ = plain[i];
	}
	return text;
}

const char *
view_metres(const struct visit *v, int64_t metres)
{
	if (metres < 0)
		return "";
	if (metres < 950)
		return arena_printf(v->req->arena, "%" PRId64 " m", (metres + 5) / 10 * 10);
	metres = (metres + 50) / 100;
	return arena_printf(v->req->arena, "%" PRId64 "%c%" PRId64 " km", metres / 10,
	    v->lang == LANG_ID ? ',' : '.', metres % 10);
}

/* --- names ----------------------------------------------------------------------------- */

const char *
view_agency(const struct visit *v, int64_t id)
{
	const struct agency	*a = v->desk.ref == NULL ? NULL : ref_agency(v->desk.ref, id);

	return a == NULL ? "" : a->brief;
}

const char *
view_agency_name(const struct visit *v, int64_t id)
{
	const struct agency	*a = v->desk.ref == NULL ? NULL : ref_agency(v->desk.ref, id);

	return a == NULL ? "" : a->name;
}

const char *
view_category(const struct visit *v, int64_t id)
{
	const struct category	*c = v->desk.ref == NULL ? NULL : ref_category(v->desk.ref, id);

	return c == NULL ? "" : v->lang == LANG_ID || *c->name_en == '\0' ? c->name : c->name_en;
}

const char *
view_area(const struct visit *v, const char *code)
{
	const struct area	*a = *code == '\0' || v->desk.ref == NULL ? NULL :
	    ref_area(v->desk.ref, code);
	const char		*district;

	if (a == NULL)
		return "";
	district = a->level == AREA_VILLAGE ? ref_district_name(v->desk.ref, code) : "";
	return *district == '\0' ? a->name :
	    arena_printf(v->req->arena, "%s, %s", a->name, district);
}

const char *
view_role(const struct visit *v, enum role role)
{
	return role == ROLE_NONE ? "" : view_code(v, "L.role", role_code(role));
}

static const char *
degrees(struct arena *a, int64_t micro, char point)
{
	int64_t	 whole = micro < 0 ? -micro : micro;

	return arena_printf(a, "%s%" PRId64 "%c%06" PRId64, micro < 0 ? "-" : "",
	    whole / 1000000, point, whole % 1000000);
}

void
view_where(const struct visit *v, struct vars *node, const struct place *p)
{
	struct arena	*a = v->req->arena;
	char		 point = v->lang == LANG_ID ? ',' : '.';

	set_kept(node, "place", *p->text == '\0' ? NULL : p->text);
	set_kept(node, "area", *p->area == '\0' ? NULL : view_area(v, p->area));
	if (p->lat == 0 && p->lon == 0)
		return;
	set_kept(node, "geo", arena_printf(a, "%s,%s", degrees(a, p->lat, '.'),
	    degrees(a, p->lon, '.')));
	set_kept(node, "coordinates", arena_printf(a, "%s; %s", degrees(a, p->lat, point),
	    degrees(a, p->lon, point)));
}
