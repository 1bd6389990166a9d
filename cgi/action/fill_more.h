/* fill_more.h: what the call desk asks of a store full of tickets.  For fill_action.c. */
#ifndef ACTION_FILL_MORE_H
#define ACTION_FILL_MORE_H

#include "action/desk.h"
#include "domain/ticket.h"

/* Splitmix64, from a seed that never changes: two stores are alike. */
struct dice {
	uint64_t	 state;
};
int64_t		 dice_roll(struct dice *, int64_t below);

/* Words as people use them: a few very often, very many hardly ever. */
const char	*fill_account(struct arena *, struct dice *, const struct category *);
const char	*fill_street(struct arena *, struct dice *);
/* Of so many people one: "0812...", the same for the same. */
const char	*fill_phone(struct arena *, int64_t who);

enum { FILL_CALLERS = 200000, FILL_NAMES = 100000 };

/* Names of places, calls that were none, drafts, what is taken most: until now, since start. */
enum rc		 fill_desk(const struct desk *, struct dice *, int64_t tickets,
		     int64_t start) MUST_USE;

#endif
