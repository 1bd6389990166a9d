/*
 * family_action.h: a major incident and the tickets under it.
 *
 * One level: a parent has no parent, a child no children.  Each keeps its own
 * agencies and clocks; what joins them is that one sentence reaches all.
 */
#ifndef ACTION_FAMILY_ACTION_H
#define ACTION_FAMILY_ACTION_H

#include "action/desk.h"
#include "domain/ticket.h"

enum { FAMILY_MAX = 200 };

bool	 family_may(enum role);		/* joins and parts tickets */

/* Why two tickets cannot be joined. */
enum family_fault { FAMILY_OK = 0, FAMILY_SELF, FAMILY_NONE, FAMILY_CLOSED, FAMILY_HAS_PARENT,
	FAMILY_IS_CHILD, FAMILY_IS_PARENT };
/* RC_INPUT: *fault says; RC_NOTFOUND: the child is out of reach. */
enum rc	 family_join(const struct desk *, const char *child, const char *parent,
	     enum family_fault *) MUST_USE;
enum rc	 family_leave(const struct desk *, const char *child) MUST_USE;

/*
 * One public sentence on the parent and on each open child in reach: every
 * reporter gets it once.  *n counts the children.
 */
enum rc	 family_tell(const struct desk *, const char *parent, const char *words,
	     size_t *n) MUST_USE;

/* Closes the children that are resolved, each by its own move; *done and *left count. */
struct family_close {
	const char	*parent, *reason, *words;
	size_t		 done, left;
};
enum rc	 family_close(const struct desk *, struct family_close *) MUST_USE;

#endif
