/* ladder_action.h: who is told when nobody accepts: changed, from a day on. */
#ifndef ACTION_LADDER_ACTION_H
#define ACTION_LADDER_ACTION_H

#include "action/desk.h"

enum { LADDER_WAIT = 999 };	/* alarms or minutes at most */

/*
 * These steps, from an instant on (0: now).  Only who, alarms and minutes are
 * read.  None, of an agency's own: it has the usual one again.
 * RC_INPUT: none, too many, or one that comes no later than the one before.
 */
enum rc	 ladder_change(const struct desk *, enum ladder_scope, int64_t agency,
	     const struct rung *, size_t n, int64_t from) MUST_USE;

#endif
