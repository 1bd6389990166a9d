/*
 * demo_action.h: a fortnight in an invented city, played through the real actions.
 *
 * Everything a person could have done is done by an account of the demo city,
 * at a time of its own, so that lists, clocks and figures look like life.  The
 * same seed, days and end give the same tickets.
 */
#ifndef ACTION_DEMO_ACTION_H
#define ACTION_DEMO_ACTION_H

#include "action/desk.h"

struct demo_plan {
	int64_t		 until;		/* when it ends: now */
	int64_t		 days;
	int64_t		 rate;		/* percent: 100 is about 250 calls a day */
	uint64_t	 seed;
	const char	*files;		/* the folder of texts-bahari.tsv and phrases-bahari.tsv */
	void		(*progress)(int percent);
};

struct demo_tally {
	int64_t		 calls, junk, incidents, attached, reports;
	int64_t		 acts;		/* moves, notes and all of the above */
	int64_t		 alarms, closings;
	int64_t		 refused;	/* moves that were not possible; the first in why */
};

/* A report whose code the demo lets everybody know, to try the reporter's page with. */
struct demo_code {
	const char	*code, *number, *state;
};

/*
 * RC_FORBIDDEN: not a demo store.  RC_CONFLICT: something has happened in it
 * already.  RC_INPUT, RC_NOTFOUND: the texts are bad.  *why says more.
 * Until it is over the store is not durable; it is whole again at the end.
 */
enum rc	 demo_play(const struct desk *, const struct demo_plan *, struct demo_tally *,
	     const char **why) MUST_USE;

enum { DEMO_CODES = 3 };
/* Those of the last play; *n may be 0. */
enum rc	 demo_codes(struct db *, struct arena *, struct demo_code *, size_t *n) MUST_USE;

#endif
