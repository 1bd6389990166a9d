/* verify_action.h: is the record what it was? */
#ifndef ACTION_VERIFY_ACTION_H
#define ACTION_VERIFY_ACTION_H

#include "action/desk.h"

struct chain {
	int64_t		 last;		/* the last good event; 0 none */
	const char	*head;		/* its hash, in hex */
};

/* Walks every event.  RC_CONFLICT: the one behind chain.last is not what was written. */
enum rc	 verify_chain(const struct desk *, struct chain *) MUST_USE;

#endif
