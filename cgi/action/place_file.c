/* place_file.c: one record of a file of places: a row of a CSV, a feature of a GeoJSON. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "action/place_file.h"
#include "lib/text.h"

enum { OUTLINE_METRES = 25 };

static bool
read_row(struct arena *a, const struct rows *r, const char *head, struct feature *f,
    const char **why)
{
	const char	*text = arena_printf(a, "%s\n%s\n", head, r->record.data);

	if (sheet_parse(a, text, ',', &f->sheet) == RC_OK && f->sheet.n == 1)
		return true;
	*why = "not as many cells as the head has, or a quote out of place";
	return false;
}

static bool
read_object(const struct rows *r, struct feature *f, const char **why)
{
	*why = "is no JSON";
	if ((f->root = json_read(r->record.data)) == NULL)
		return false;
	f->geometry = json_get(f->root, "geometry");
	*why = "has no geometry";
	return f->geometry != NULL;
}

bool
feature_read(struct arena *a, const struct rows *r, const char *head, struct feature *f,
    const char **why)
{
	*f = (struct feature){ .arena = a };
	return r->json ? read_object(r, f, why) : read_row(a, r, head, f, why);
}

void
feature_end(struct feature *f)
{
	json_free(f->root);
	f->root = NULL;
}

/* A code may be written as a number. */
static const char *
property(const struct feature *f, const char *name)
{
	const struct json	*value = json_get(json_get(f->root, "properties"), name);

	if (value == NULL)
		value = json_get(f->root, name);
	if (*json_text(value) != '\0')
		return arena_text(f->arena, json_text(value));
	return isnan(json_number(value)) ? "" :
	    arena_printf(f->arena, "%lld", (long long)json_int(value));
}

const char *
feature_text(const struct feature *f, const char *const names[])
{
	const char	*found = "";
	char		*clean;
	size_t		 i;

	for (i = 0; names[i] != NULL && *found == '\0'; i++)
		found = f->root != NULL ? property(f, names[i]) :
		    sheet_cell(&f->sheet, 0, names[i]);
	if ((clean = text_clean(f->arena, found)) == NULL)
		return "";
	for (i = 0; clean[i] != '\0'; i++)
		if (clean[i] == '\n' || clean[i] == '\t')
			clean[i] = ' ';
	return clean;
}

/* --- geometry ------------------------------------------------------------------------ */

static bool
take(const struct json *pair, struct point *p)
{
	const struct json	*lon = json_first(pair), *lat = lon == NULL ? NULL :
				     json_next(lon);
	double			 x = json_number(lon), y = json_number(lat);

	if (!(fabs(x) <= 180) || !(fabs(y) <= 90))
		return false;
	*p = (struct point){ llround(y * 1e6), llround(x * 1e6) };
	return true;
}

static const struct json *
longer(const struct json *a, const struct json *b)
{
	return a == NULL || json_count(b) > json_count(a) ? b : a;
}

/* The longest list of points: the list itself, or in a list of them, or in lists of those. */
static const struct json *
longest(const struct json *list, int depth)
{
	const struct json	*best = NULL, *outer, *inner;

	if (depth == 0)
		return list;
	for (outer = json_first(list); outer != NULL; outer = json_next(outer)) {
		if (depth == 1)
			best = longer(best, outer);
		for (inner = json_first(outer); depth == 2 && inner != NULL; inner = json_next(inner))
			best = longer(best, inner);
	}
	return best;
}

static const char *
type_of(const struct feature *f)
{
	return json_text(json_get(f->geometry, "type"));
}

static bool
middle_of_box(const struct json *ring, struct point *out)
{
	const struct json	*item = json_first(ring);
	struct point		 p, low, high;

	if (item == NULL || !take(item, &low))
		return false;
	for (high = low; item != NULL; item = json_next(item)) {
		if (!take(item, &p))
			return false;
		low.lat = p.lat < low.lat ? p.lat : low.lat;
		low.lon = p.lon < low.lon ? p.lon : low.lon;
		high.lat = p.lat > high.lat ? p.lat : high.lat;
		high.lon = p.lon > high.lon ? p.lon : high.lon;
	}
	*out = (struct point){ (low.lat + high.lat) / 2, (low.lon + high.lon) / 2 };
	return true;
}

static bool
of_geometry(const struct feature *f, struct point *p)
{
	static const struct { const char *type; int depth; bool area; } types[] = {
		{ "LineString", 0, false }, { "MultiLineString", 1, false },
		{ "Polygon", 1, true }, { "MultiPolygon", 2, true },
	};
	const struct json	*at = json_get(f->geometry, "coordinates"), *list;
	size_t			 i;

	if (strcmp(type_of(f), "Point") == 0)
		return take(at, p);
	for (i = 0; i < COUNT(types); i++)
		if (strcmp(type_of(f), types[i].type) == 0) {
			list = longest(at, types[i].depth);
			return types[i].area ? middle_of_box(list, p) :
			    take(json_at(list, json_count(list) / 2), p);
		}
	return false;
}

bool
feature_is_line(const struct feature *f)
{
	return f->root != NULL && strstr(type_of(f), "LineString") != NULL;
}

/* A spreadsheet of ours writes a comma where a point is meant. */
static const char *
with_point(struct arena *a, const char *number)
{
	char	*text = arena_text(a, number), *comma = strchr(text, ',');

	if (comma != NULL)
		*comma = '.';
	return text;
}

/* Two columns of degrees, or one with both. */
static bool
of_cells(const struct feature *f, struct point *p)
{
	static const char *const	 lat[] = { "lat", "lintang", "latitude", "y", NULL };
	static const char *const	 lon[] = { "lon", "bujur", "longitude", "lng", "long", "x", NULL };
	static const char *const	 both[] = { "koordinat", "coordinates", "titik", NULL };
	const char			*a = feature_text(f, lat), *b = feature_text(f, lon);

	return geo_read(*a == '\0' || *b == '\0' ? feature_text(f, both) :
	    arena_printf(f->arena, "%s;%s", with_point(f->arena, a), with_point(f->arena, b)), p);
}

bool
feature_point(const struct feature *f, struct point *p)
{
	return f->root == NULL ? of_cells(f, p) : of_geometry(f, p) && geo_is_on_earth(*p);
}

/* --- shapes --------------------------------------------------------------------------- */

static void
put(struct buf *b, struct point p, bool first)
{
	buf_printf(b, "%s%lld %lld", !first ? "," : b->len > 0 ? ";" : "", (long long)p.lat,
	    (long long)p.lon);
}

/* The points of a ring, without one after the other; the last may repeat the first. */
static bool
read_ring(struct arena *a, const struct json *list, struct ring *r)
{
	const struct json	*item;
	struct point		 p;

	r->at = arena_alloc(a, (json_count(list) + 1) * sizeof(*r->at));
	for (r->n = 0, item = json_first(list); item != NULL; item = json_next(item)) {
		if (!take(item, &p))
			return false;
		if (r->n == 0 || p.lat != r->at[r->n - 1].lat || p.lon != r->at[r->n - 1].lon)
			r->at[r->n++] = p;
	}
	if (r->n > 1 && r->at[0].lat == r->at[r->n - 1].lat && r->at[0].lon == r->at[r->n - 1].lon)
		r->n--;
	return r->n >= 3;
}

/* Points nearer than a pixel to the last one are not drawn. */
static void
put_ring(struct buf *shape, struct buf *outline, const struct ring *r)
{
	size_t	 i, last = 0, drawn = 1;

	for (i = 0; i < r->n; i++)
		put(shape, r->at[i], i == 0);
	put(outline, r->at[0], true);
	for (i = 1; i < r->n; i++)
		if (geo_metres(r->at[i], r->at[last]) >= OUTLINE_METRES || drawn + r->n - i <= 3) {
			put(outline, r->at[i], false);
			last = i;
			drawn++;
		}
}

static bool
put_polygon(const struct feature *f, const struct json *rings, struct buf *shape,
    struct buf *outline)
{
	const struct json	*item;
	struct ring		 r;

	for (item = json_first(rings); item != NULL; item = json_next(item)) {
		if (!read_ring(f->arena, item, &r))
			return false;
		put_ring(shape, outline, &r);
	}
	return shape->len > 0;
}

static bool
put_geometry(const struct feature *f, struct buf *shape, struct buf *outline)
{
	const struct json	*at = json_get(f->geometry, "coordinates"), *item;

	if (strcmp(type_of(f), "Polygon") == 0)
		return put_polygon(f, at, shape, outline);
	if (strcmp(type_of(f), "MultiPolygon") != 0)
		return false;
	for (item = json_first(at); item != NULL; item = json_next(item))
		if (!put_polygon(f, item, shape, outline))
			return false;
	return shape->len > 0;
}

bool
feature_shape(const struct feature *f, const char **shape, const char **outline,
    struct box *box)
{
	struct buf	 s = { 0 }, o = { 0 };
	struct shape	 read;
	bool		 good = f->root != NULL && put_geometry(f, &s, &o);

	if (good) {
		*shape = arena_text(f->arena, s.data);
		*outline = arena_text(f->arena, o.data);
		good = shape_read(f->arena, *shape, &read);
		*box = read.box;
	}
	buf_free(&s);
	buf_free(&o);
	return good;
}
