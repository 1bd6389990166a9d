/* ticket.c: small questions about tickets and places. */
#include <math.h>
#include <string.h>

#include "domain/ticket.h"
#include "lib/rc.h"

static const char *const privacies[] = { "", "public", "anonymous", "confidential" };

const char *
privacy_code(enum privacy p)
{
	return p < COUNT(privacies) ? privacies[p] : "";
}

enum privacy
privacy_of(const char *code)
{
	enum privacy	 p;

	for (p = PRIVACY_PUBLIC; p < COUNT(privacies); p++)
		if (strcmp(privacies[p], code) == 0)
			return p;
	return PRIVACY_NONE;
}

static bool
is_known(const struct place *p)
{
	return p->lat != 0 || p->lon != 0;
}

int64_t
place_cell(const struct place *p)
{
	enum { SIDE = 5000, HALF_TURN = 180000000 };	/* micro-degrees */

	if (!is_known(p))
		return 0;
	return (p->lat + HALF_TURN) / SIDE * CELL_ROW + (p->lon + HALF_TURN) / SIDE;
}

/* On a plane with its longitudes narrowed: good to a metre within a city. */
int64_t
place_metres(const struct place *a, const struct place *b)
{
	const double	 metres = 0.111195, radian = 3.14159265358979 / 180e6;
	double		 dlat, dlon;

	if (!is_known(a) || !is_known(b))
		return -1;
	dlat = (double)(a->lat - b->lat) * metres;
	dlon = (double)(a->lon - b->lon) * metres * cos((double)a->lat * radian);
	return (int64_t)(sqrt(dlat * dlat + dlon * dlon) + 0.5);
}
