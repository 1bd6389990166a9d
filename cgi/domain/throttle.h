/*
 * throttle.h: failed tries cost time, more with each.
 *
 * Nobody is locked out for good: a stranger who fails on purpose buys
 * others a short wait at most, and none on a device that is known.
 */
#ifndef DOMAIN_THROTTLE_H
#define DOMAIN_THROTTLE_H

#include <stdint.h>

struct throttle {
	int64_t	 fails, until, last;	/* until, last: ms UTC */
};

/* What a kind of key gets.  Times in ms. */
struct budget {
	int64_t	 free;		/* fails that cost nothing */
	int64_t	 first;		/* the wait after the next one; doubled with each */
	int64_t	 longest;
	int64_t	 forget;	/* after so long without a fail all is forgotten */
};

/* Before a try: ms still to wait, 0 go ahead. */
int64_t	 throttle_wait(const struct throttle *, const struct budget *, int64_t now);
/* After a failed one. */
void	 throttle_miss(struct throttle *, const struct budget *, int64_t now);

#endif
