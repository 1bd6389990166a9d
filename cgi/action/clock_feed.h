/* clock_feed.h: what happened to a ticket, as clocks are fed with it.  For clock_core.c. */
#ifndef ACTION_CLOCK_FEED_H
#define ACTION_CLOCK_FEED_H

#include "action/core.h"
#include "domain/clocks.h"

struct feed {
	struct assignment	*parts;
	size_t			 nparts;
	struct tick		*ticks;		/* of the ticket, and of the parts with their agency */
	size_t			 n;
	struct tick		*own;		/* room for one object's */
};

enum rc	 feed_read(const struct work_on *, struct feed *) MUST_USE;

/* The ticks of the ticket itself; those of an agency's parts: into own.  Returns how many. */
size_t	 feed_ticket(struct feed *);
size_t	 feed_part(struct feed *, const struct assignment *);

#endif
