/* geo.c: points and shapes on the ground: inside, how far. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "domain/geo.h"

bool
geo_is_on_earth(struct point p)
{
	return p.lat >= -90000000 && p.lat <= 90000000 && p.lon >= -180000000 &&
	    p.lon <= 180000000 && (p.lat != 0 || p.lon != 0);
}

bool
box_holds(const struct box *b, struct point p)
{
	return p.lat >= b->south && p.lat <= b->north && p.lon >= b->west && p.lon <= b->east;
}

/* --- distances: on a plane whose longitudes are narrowed, good to a metre in a city --- */

static const double	 METRES = 0.111195, RADIAN = 3.14159265358979 / 180e6;

/* The nearest point of the edge from a to b, as seen from the point at 0, 0. */
static double
to_edge(double ax, double ay, double bx, double by)
{
	double	 dx = bx - ax, dy = by - ay, len = dx * dx + dy * dy;
	double	 t = len > 0 ? -(ax * dx + ay * dy) / len : 0;

	t = t < 0 ? 0 : t > 1 ? 1 : t;
	return hypot(ax + t * dx, ay + t * dy);
}

int64_t
geo_metres(struct point a, struct point b)
{
	double	 y = (double)(a.lat - b.lat) * METRES;
	double	 x = (double)(a.lon - b.lon) * METRES * cos((double)a.lat * RADIAN);

	return (int64_t)(hypot(x, y) + 0.5);
}

int64_t
shape_metres(const struct shape *s, struct point p)
{
	double			 narrow = METRES * cos((double)p.lat * RADIAN);
	double			 best = 1e12, d;
	const struct point	*a, *b;
	size_t			 i, j;

	for (i = 0; i < s->n; i++)
		for (j = 0; j < s->rings[i].n; j++) {
			a = &s->rings[i].at[j];
			b = &s->rings[i].at[(j + 1) % s->rings[i].n];
			d = to_edge((double)(a->lon - p.lon) * narrow,
			    (double)(a->lat - p.lat) * METRES,
			    (double)(b->lon - p.lon) * narrow,
			    (double)(b->lat - p.lat) * METRES);
			best = d < best ? d : best;
		}
	return (int64_t)(best + 0.5);
}

/* --- inside ------------------------------------------------------------------------- */

/*
 * Does the edge cross the line from p to the east?  Of its two ends only the
 * lower one counts, so that a corner is crossed once.  Products stay below 2^57.
 */
static bool
crosses(const struct point *a, const struct point *b, struct point p)
{
	int64_t	 side;

	if ((a->lat > p.lat) == (b->lat > p.lat))
		return false;
	side = (p.lat - a->lat) * (b->lon - a->lon) - (p.lon - a->lon) * (b->lat - a->lat);
	return b->lat > a->lat ? side > 0 : side < 0;
}

bool
shape_holds(const struct shape *s, struct point p)
{
	const struct ring	*r;
	bool			 inside = false;
	size_t			 i, j;

	if (!box_holds(&s->box, p))
		return false;
	for (i = 0; i < s->n; i++) {
		r = &s->rings[i];
		for (j = 0; j < r->n; j++)
			inside ^= crosses(&r->at[j], &r->at[(j + 1) % r->n], p);
	}
	return inside;
}

/* --- reading ------------------------------------------------------------------------- */

static bool
read_number(const char **text, int64_t limit, int64_t *out)
{
	char	*end;

	errno = 0;
	*out = strtoll(*text, &end, 10);
	if (end == *text || errno != 0 || *out < -limit || *out > limit)
		return false;
	*text = end;
	return true;
}

static bool
read_point(const char **text, struct point *p)
{
	return read_number(text, 90000000, &p->lat) && *(*text)++ == ' ' &&
	    read_number(text, 180000000, &p->lon);
}

static void
widen(struct box *b, struct point p)
{
	b->south = p.lat < b->south ? p.lat : b->south;
	b->north = p.lat > b->north ? p.lat : b->north;
	b->west = p.lon < b->west ? p.lon : b->west;
	b->east = p.lon > b->east ? p.lon : b->east;
}

/* How many there are at most: each but the last has a mark behind it. */
static size_t
count(const char *text, const char *marks)
{
	size_t	 n = 1;

	for (; *text != '\0'; text++)
		n += *text == marks[0] || *text == marks[1];
	return n;
}

bool
shape_read(struct arena *a, const char *text, struct shape *s)
{
	size_t		 most = count(text, ",;");
	struct point	*at = most > SHAPE_POINTS_MAX ? NULL : arena_alloc(a, most * sizeof(*at));
	struct ring	*r;

	*s = (struct shape){ .box = { 90000000, -90000000, 180000000, -180000000 } };
	s->rings = arena_alloc(a, count(text, ";;") * sizeof(*s->rings));
	while (at != NULL) {
		r = &s->rings[s->n++];
		r->at = at;
		do {
			if (!read_point(&text, &at[r->n]))
				return false;
			widen(&s->box, at[r->n++]);
		} while (*text == ',' && *++text != '\0');
		at += r->n;
		if (r->n < 3)
			return false;
		if (*text == '\0')
			return true;
		if (*text++ != ';')
			return false;
	}
	return false;
}
