/* interlock_action.h: what must be safe before anybody works: asked, answered, taken back. */
#ifndef ACTION_INTERLOCK_ACTION_H
#define ACTION_INTERLOCK_ACTION_H

#include "action/desk.h"
#include "domain/interlock.h"

enum { MAX_LOCKS = 40 };

struct work_on;

/*
 * The ticket asks what this card wants to be safe; for actions, inside their
 * transaction.  Once for each: asking again changes nothing.  No card, no locks.
 */
enum rc	 interlock_ask(const struct work_on *, const struct card *) MUST_USE;

/*
 * What a ticket asks, and what was asked by those merged into it: what was said
 * to those stays theirs, and goes back with them.  One nobody answered is not
 * asked twice for being on both.
 */
enum rc	 interlock_all(const struct desk *, int64_t ticket, struct interlock **,
	     size_t *n) MUST_USE;
enum rc	 interlock_open(const struct desk *, int64_t ticket, bool *) MUST_USE;

struct lock_order {
	const char	*number;	/* of the ticket */
	int64_t		 id, revision;	/* as the person saw it */
	enum lock_state	 state;		/* becomes */
};

/*
 * RC_CONFLICT: somebody was faster, and "now" says how it stands; or the ticket
 * is closed.  RC_FORBIDDEN: not of an agency that is on the ticket.
 */
enum rc	 interlock_answer(const struct desk *, const struct lock_order *,
	     struct interlock *now) MUST_USE;

#endif
