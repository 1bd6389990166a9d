/*
 * clock.h: the city's calendar: from an instant and a limit to the instant it
 * ends, office hours minded.  What clocks there are: domain/clocks.h.
 */
#ifndef DOMAIN_CLOCK_H
#define DOMAIN_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Office hours do not count in it: a disaster has the city.  Until is behind it. */
struct pause {
	int64_t		 from, until;	/* ms UTC */
};

/* A day without office hours: "nasional", "cuti bersama", "daerah", and who said so. */
struct holiday {
	int64_t		 day;		/* days since 1970 in the city's zone */
	const char	*name, *kind, *source;
};

/* Office hours and the days without any.  Days are days since 1970 in the city's zone. */
struct calendar {
	int		 zone;		/* minutes east of UTC */
	int		 opens, closes;	/* minutes after midnight, Monday to Friday */
	const int64_t	*holidays;	/* sorted */
	size_t		 n;
	const struct pause *pauses;	/* sorted, none in another */
	size_t		 npauses;
};

/*
 * When `minutes` after `from` are over.  With office set only minutes in
 * office hours count.  0 minutes is no limit: 0.
 */
int64_t		 clock_due(const struct calendar *, int64_t from, int64_t minutes, bool office);
int64_t		 clock_due_days(const struct calendar *, int64_t from, int64_t working_days);
/* The same in ms; at most ten years on, so that bad data ends, too. */
int64_t		 clock_due_ms(const struct calendar *, int64_t from, int64_t ms, bool office);
/* How many ms count between two instants; 0 where the second is the earlier one. */
int64_t		 clock_between(const struct calendar *, int64_t from, int64_t to, bool office);
bool		 clock_is_working_day(const struct calendar *, int64_t day);
/* The day of an instant, and its first instant. */
int64_t		 clock_day(const struct calendar *, int64_t at);
int64_t		 clock_day_start(const struct calendar *, int64_t day);
/* The pause at that instant; NULL none. */
const struct pause *clock_pause(const struct calendar *, int64_t at);

/* Working days.  Sources: SP4N-LAPOR (DOMAIN, "Clocks"); sorting and checking: own decision. */
enum { VERIFY_DAYS = 3, FOLLOW_UP_DAYS = 5, SILENCE_DAYS = 10, DISPUTE_DAYS = 3,
    SORT_DAYS = 3, CHECK_DAYS = 3 };

#endif
