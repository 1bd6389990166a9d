/* shift.h: when the shift of now began. */
#ifndef DOMAIN_SHIFT_H
#define DOMAIN_SHIFT_H

#include <stdbool.h>
#include <stdint.h>

#define SHIFTS	"07.00 15.00 23.00"	/* where the setting shifts says nothing */

/* "07.00 15.00 23.00": one to six times of the day, each later than the one before. */
bool	 shift_is_good(const char *starts);
/* The last start at or before now, in the city's zone; of "" or nonsense, of SHIFTS. */
int64_t	 shift_start(const char *starts, int64_t now, int zone);

#endif
