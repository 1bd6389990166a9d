/* clock.h: limits: from an instant and minutes to the instant they end, office hours minded. */
#ifndef DOMAIN_CLOCK_H
#define DOMAIN_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Office hours and the days without any.  Days are days since 1970 in the city's zone. */
struct calendar {
	int		 zone;		/* minutes east of UTC */
	int		 opens, closes;	/* minutes after midnight, Monday to Friday */
	const int64_t	*holidays;	/* sorted */
	size_t		 n;
};

/*
 * When `minutes` after `from` are over.  With office set only minutes in
 * office hours count.  0 minutes is no limit: 0.
 */
int64_t		 clock_due(const struct calendar *, int64_t from, int64_t minutes, bool office);
int64_t		 clock_due_days(const struct calendar *, int64_t from, int64_t working_days);
bool		 clock_is_working_day(const struct calendar *, int64_t day);

enum { VERIFY_DAYS = 3, FOLLOW_UP_DAYS = 5, SILENCE_DAYS = 10, DISPUTE_DAYS = 3 };

#endif
