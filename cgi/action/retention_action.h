/* retention_action.h: what has been kept long enough is forgotten, but not in a disaster. */
#ifndef ACTION_RETENTION_ACTION_H
#define ACTION_RETENTION_ACTION_H

#include "action/desk.h"
#include "domain/subject.h"

/*
 * The worker forgets at most 50 rows of each class, each class in a
 * transaction and with an event of its own; *n counts the rows.  In a disaster
 * nothing.
 */
enum rc	 worker_retention(const struct desk *, size_t *n) MUST_USE;

struct retention_view {
	struct retention	 rows[DATA_CLASSES];
	size_t			 n;
	bool			 frozen;
};
/* A disaster: nothing is forgotten until it is over. */
enum rc	 retention_frozen(const struct desk *, bool *) MUST_USE;
/* For everybody: it is what the city promises. */
enum rc	 see_retention(const struct desk *, struct retention_view *) MUST_USE;

/* A supervisor says that there is a disaster, or that it is over, and why.  An event. */
enum rc	 retention_freeze(const struct desk *, bool frozen, const char *why) MUST_USE;

/*
 * A ticket keeps what belongs to it, whatever its age: a case is running.
 * RC_INPUT: no such ticket, or no reason.  Each is an event of the ticket.
 */
enum rc	 hold_add(const struct desk *, const char *number, const char *why) MUST_USE;
enum rc	 hold_release(const struct desk *, const char *number) MUST_USE;

enum { HELD_MAX = 100 };
enum rc	 see_held(const struct desk *, struct held *, size_t *n) MUST_USE;

#endif
