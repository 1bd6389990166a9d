/* bulk_action.h: one step for many tickets of the worklist, each for itself. */
#ifndef ACTION_BULK_ACTION_H
#define ACTION_BULK_ACTION_H

#include "action/see_action.h"

enum { BULK_MAX = WORK_PAGE };

/* What one ticket of many was chosen as, and what became of it. */
struct bulk_row {
	int64_t			 part;		/* the assignment that stood in the list */
	int64_t			 version;	/* of its ticket as the person saw it; 0: whatever it is */
	struct work_row		 row;		/* as it is; number "" where it is out of reach */
	struct choices		 may;		/* all steps of the part, then of the ticket */
	enum rc			 rc;		/* of bulk_do() */
	struct verdict		 verdict;	/* and why: as of move() */
};

struct bulk {
	enum act	 act;		/* ACT_NOTE, too */
	bool		 public;	/* a note that the reporter reads */
	const char	*note, *reason, *target;	/* "" where none */
	int64_t		 agency;
	const char	*token;		/* of the form: what it did once it does not do again */
};

/* Fills row and may of each; RC_FORBIDDEN where there are no lists for this person. */
enum rc	 bulk_see(const struct desk *, struct bulk_row *, size_t n) MUST_USE;

/*
 * The steps that are legal for all of them and ask for the same: nothing, or
 * a sentence, a reason, another ticket, another agency.  Moves of the first.
 */
size_t	 bulk_steps(const struct bulk_row *, size_t n, struct choices *);
/* The step of this act, or NULL: not all of them have it. */
const struct move *bulk_step(const struct bulk_row *, size_t n, enum act);

/*
 * A transaction and an event for each.  What stops one stops no other, but for
 * a store that is busy: then the rest is RC_BUSY, too, and not tried.
 */
void	 bulk_do(const struct desk *, const struct bulk *, struct bulk_row *, size_t n);

/* The act that takes it back, or ACT_NONE. */
enum act bulk_undo(enum act);

#endif
