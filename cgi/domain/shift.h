/* shift.h: when shifts begin. */
#ifndef DOMAIN_SHIFT_H
#define DOMAIN_SHIFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHIFTS	"07.00 15.00 23.00"	/* where the setting shifts says nothing */

/* "07.00 15.00 23.00": one to six times of the day, each later than the one before. */
bool	 shift_is_good(const char *starts);
/* The last start at or before now, in the city's zone; of "" or nonsense, of SHIFTS. */
int64_t	 shift_start(const char *starts, int64_t now, int zone);
/* The first start behind now. */
int64_t	 shift_end(const char *starts, int64_t now, int zone);

enum { SHIFTS_MAX = 6 };
/* The starts of a civil day, and behind them the first of the next day: how many, without that. */
size_t	 shift_day(const char *starts, int64_t midnight, int64_t out[SHIFTS_MAX + 1]);

#endif
