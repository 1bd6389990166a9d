/* suspension.h: office hours that do not count, because a disaster has the city. */
#ifndef DOMAIN_SUSPENSION_H
#define DOMAIN_SUSPENSION_H

#include <stdint.h>

enum { SUSPENSION_DAYS = 30, SUSPENSION_TEXT = 500 };	/* at once; again where it goes on */

struct suspension {
	int64_t		 id, disaster;	/* a ticket's */
	const char	*number;	/* of that ticket */
	int64_t		 from, until, lifted;	/* lifted 0: it ends, or ended, by itself */
	const char	*reason;
	int64_t		 account;
	const char	*by;		/* that account's name */
};

#endif
