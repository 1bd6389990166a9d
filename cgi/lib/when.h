/*
 * when.h: civil time.  Instants are milliseconds since 1970, UTC; a zone is
 * minutes east of it (WIB 420, WITA 480, WIT 540; Indonesia has no summer time).
 */
#ifndef LIB_WHEN_H
#define LIB_WHEN_H

#include <stdint.h>

#include "lib/arena.h"

/* 64 bits wide: 25 days of milliseconds are too many for an int. */
#define SECOND	INT64_C(1000)
#define MINUTE	(60 * SECOND)
#define HOUR	(60 * MINUTE)
#define DAY	(24 * HOUR)

struct civil {
	int	year, month, day;	/* month 1..12 */
	int	hour, minute, second;
	int	weekday;		/* 0 is Sunday */
};

struct civil	 when_civil(int64_t at, int zone);
int64_t		 when_instant(const struct civil *, int zone);	/* weekday is ignored */
int64_t		 when_midnight(int64_t at, int zone);	/* the start of that civil day */
char		*when_iso(struct arena *, int64_t at);	/* "2026-11-21T07:32:05Z" */
char		*when_day(struct arena *, int64_t at, int zone);	/* "2026-11-21" */
char		*when_clock(struct arena *, int64_t at, int zone);	/* "14.32" */
char		*when_clock_s(struct arena *, int64_t at, int zone);	/* "14.32.05" */
/* "2026-11-21" or "2026-11-21T14:32" as a form sends it; RC_INPUT where it is no time. */
enum rc		 when_read(const char *text, int zone, int64_t *at) MUST_USE;

#endif
