/*
 * burst_action.h: many hang-ups at once: something large has happened, or lines are broken.
 *
 * Counted by an index over the last minutes, of the city and of each line.
 * A warning stays until a supervisor has looked and says what it was; calls
 * from before that are not counted again.
 */
#ifndef ACTION_BURST_ACTION_H
#define ACTION_BURST_ACTION_H

#include "action/desk.h"
#include "store/burst_store.h"

/* Settings burst_calls, burst_line_calls, burst_minutes. */
enum { BURST_CALLS = 7, BURST_LINE_CALLS = 4, BURST_MINUTES = 2, BURSTS_SHOWN = 5 };

/* Not yet explained; for desks, supervisors and the wallboard. */
enum rc	 see_bursts(const struct desk *, struct burst *list, size_t *n) MUST_USE;
/* RC_CONFLICT: it was explained already; out says what was written. */
enum rc	 burst_explain(const struct desk *, int64_t id, const char *note,
	     struct burst *out) MUST_USE;

/* The worker: *n new ones. */
enum rc	 worker_bursts(const struct desk *, size_t *n) MUST_USE;

#endif
