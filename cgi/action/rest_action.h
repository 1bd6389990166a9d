/*
 * rest_action.h: rest for those who take calls.
 *
 * What weighs is derived from their last calls and kept nowhere; only that a
 * break was offered is, for a month.  The supervisor reads it, and each their
 * own; nobody is compared with anybody.
 */
#ifndef ACTION_REST_ACTION_H
#define ACTION_REST_ACTION_H

#include "action/desk.h"
#include "domain/rest.h"

enum { REST_ROWS = 40 };

struct rest_row {
	int64_t			 account;
	const char		*name;
	struct rest_load	 load;
	bool			 hard, working, alone;	/* why */
	struct relief		 last;			/* break of the last hours; id 0 none */
};

/* Those who should rest, of this shift.  RC_FORBIDDEN: a supervisor reads it. */
enum rc	 rest_see(const struct desk *, struct rest_row *, size_t *n) MUST_USE;
/* RC_CONFLICT: one is offered already. */
enum rc	 rest_offer(const struct desk *, int64_t account) MUST_USE;
/* One's own offer; id 0: none.  And by whom. */
enum rc	 rest_own(const struct desk *, struct relief *, const char **giver) MUST_USE;
enum rc	 rest_answer(const struct desk *, bool take) MUST_USE;

#endif
