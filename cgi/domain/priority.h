/* priority.h: P0 to P5. */
#ifndef DOMAIN_PRIORITY_H
#define DOMAIN_PRIORITY_H

#include <stdint.h>

/* The number in the store is the number people say; smaller is more urgent. */
enum priority { P0 = 0, P1, P2, P3, P4, P5, PRIORITY_COUNT };

const char	*priority_code(enum priority);		/* "P1" */
enum priority	 priority_of(const char *code);		/* PRIORITY_COUNT where unknown */
int64_t		 priority_alarm(enum priority);		/* ms between alarms; 0: once */

#endif
