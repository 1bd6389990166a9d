/* fill_action.h: a store full of tickets, for measuring. */
#ifndef ACTION_FILL_ACTION_H
#define ACTION_FILL_ACTION_H

#include "action/desk.h"

/*
 * n tickets of the last three years with their parts, reporters, calls and
 * chained events; the newest 0.3 percent, at least 3000 (or half), are open.
 * With them what the call desk asks: words of types, 100,000 names of places,
 * half as many calls that were none, drafts.
 * Rows are put in directly: no moves are played, but the rows are what moves
 * would have left.  RC_CONFLICT: there are tickets already; RC_FORBIDDEN: not
 * a demo store.
 */
enum rc	 fill_store(const struct desk *, int64_t n, void (*progress)(int percent)) MUST_USE;

#endif
