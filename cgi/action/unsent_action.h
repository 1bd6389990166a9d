/*
 * unsent_action.h: a public note can be taken back for some seconds.
 *
 * The event is written at once, as all are.  For that long nobody outside
 * reads it, and no letter tells of it; taken back it stays in the record, with
 * an event that says so, and nobody outside ever reads it.
 */
#ifndef ACTION_UNSENT_ACTION_H
#define ACTION_UNSENT_ACTION_H

#include "action/core.h"
#include "domain/handoff.h"

enum { UNSENT_SECONDS = 30, UNSENT_MAX = 50 };

/* The act's own event waits; where the setting note_wait is 0 it is told of at once. */
enum rc	 unsent_hold(struct work_on *) MUST_USE;

/* RC_FORBIDDEN: somebody else's; RC_CONFLICT: its letters have gone. */
enum rc	 note_take_back(const struct desk *, const char *number, int64_t event) MUST_USE;

/* Takes out of a list of events what nobody outside may read: not yet, or never. */
enum rc	 unsent_hide(const struct desk *, int64_t ticket, struct event *, size_t *n) MUST_USE;

/* Letters of notes nobody took back. */
enum rc	 worker_unsent(const struct desk *, size_t *n) MUST_USE;

#endif
