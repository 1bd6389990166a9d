/*
 * geo.h: points and shapes on the ground, and how people write them.
 *
 * Everything is whole micro-degrees: about 11 cm, and the same on every machine.
 */
#ifndef DOMAIN_GEO_H
#define DOMAIN_GEO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

struct point {
	int64_t		 lat, lon;
};

struct box {
	int64_t		 south, north, west, east;
};

struct ring {
	struct point	*at;		/* the last joins the first */
	size_t		 n;
};

/* An area with its holes and islands: what lies in an odd number of rings is inside. */
struct shape {
	struct ring	*rings;
	size_t		 n;
	struct box	 box;
};

enum { GEO_TYPED_MAX = 1000, SHAPE_POINTS_MAX = 200000 };

/*
 * A point as people write it: "-6.2, 106.8", "6,2 LS 106,8 BT", degrees with
 * minutes and seconds, a link of a map, "geo:", a full plus code.  false: it
 * is none, or no place on earth.  What a short link hides only its maker knows.
 */
bool	 geo_read(const char *typed, struct point *);

/* "-950000 100350000,-951000 100350000,...;...": rings of three points and more. */
bool	 shape_read(struct arena *, const char *text, struct shape *);
bool	 shape_holds(const struct shape *, struct point);	/* on the edge: either */
int64_t	 shape_metres(const struct shape *, struct point);	/* to the nearest edge */
int64_t	 geo_metres(struct point, struct point);

bool	 geo_is_on_earth(struct point);		/* and not the 0, 0 that means nothing */
bool	 box_holds(const struct box *, struct point);

#endif
