/*
 * ring.h: a call as the telephone exchange tells of it.
 *
 * Its words come late, twice, and in any order.  Each is a fact that is merged
 * in; merging is the same whichever comes first, so that the state is, too.
 */
#ifndef DOMAIN_RING_H
#define DOMAIN_RING_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/workflow.h"

enum ring_event {
	RING_NONE = 0, RING_RINGING, RING_ANSWERED, RING_ENDED, RING_ABANDONED, RING_COUNT
};

enum {
	RING_LINE = 32, RING_EXTENSION = 16, RING_LINK = 500,	/* characters at most */
	RING_LONG = 3 * 60 * 1000,	/* ms: nobody lets it ring so long; something is broken */
	RING_GRACE = 20 * 1000,		/* after its end, for a word that is late */
	RING_OVER = 10 * 60 * 1000,	/* and then nothing more is waited for */
	SEAT_HOURS = 12,
};

/* Times in ms UTC, 0 unknown; words "" where unknown. */
struct ringing {
	int64_t		 id, call;
	int64_t		 rang, answered, ended, left;
	const char	*number;	/* as text_phone() writes it */
	const char	*line, *extension, *link;
};

struct ring_said {			/* one word of the exchange */
	enum ring_event	 event;
	const char	*call;		/* the exchange's name of it */
	const char	*number, *line, *extension, *link;
	int64_t		 at;
};

enum ring_event	 ring_event_of(const char *);	/* "ringing"; RING_NONE where unknown */
const char	*ring_event_code(enum ring_event);
/* Nothing in the second may be NULL. */
void		 ring_merge(struct ringing *, const struct ring_said *);
int64_t		 ring_began(const struct ringing *);	/* the first time known */
/* ST_RINGING, ST_ANSWERED or ST_MISSED.  One that ended is missed after RING_GRACE. */
enum state	 ring_state(const struct ringing *, int64_t now);
bool		 ring_is_extension(const char *);	/* what a telephone may be called */
bool		 ring_is_link(const char *);		/* http or https, without spaces */

#endif
