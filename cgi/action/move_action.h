/* move_action.h: every move of a ticket, an assignment, a unit: one door. */
#ifndef ACTION_MOVE_ACTION_H
#define ACTION_MOVE_ACTION_H

#include "action/photo_action.h"
#include "domain/ticket.h"

struct order {
	const char	*number;	/* of the ticket */
	enum life	 life;		/* LIFE_EMERGENCY or LIFE_COMPLAINT may both stand for "the ticket" */
	enum act	 act;
	int64_t		 object;	/* id of the assignment or run; 0: the actor's agency's open one */
	int64_t		 version;	/* of that object as the person saw it; 0: whatever it is */
	const char	*note;		/* "" where none */
	int64_t		 reporter;	/* whose words the note is; 0: of the staff's */
	const char	*reason;	/* one of workflow_reasons(act), "" where none */
	int64_t		 agency;	/* for NEED_AGENCY */
	const int64_t	*support;	/* ROUTE, ASSIGN: supporting agencies; NULL: the routing rule's */
	size_t		 nsupport;
	int64_t		 unit;		/* for NEED_UNIT */
	int64_t		 until;		/* for NEED_UNTIL */
	int64_t		 category;	/* for NEED_CATEGORY */
	const char	*target;	/* number, for NEED_TARGET */
	int64_t		 rating;	/* CONFIRM: 1..5, 0 none */
	bool		 publish;	/* VERIFY: the public may see it */
	const struct photos *photos;	/* developed, of the work; NULL none */
	int64_t		 happened;	/* by who did it, where it comes late; 0: now */
	const char	*clock;		/* what a phone said of that, for the record; NULL nothing */
};

/* Who was faster (RC_CONFLICT), or what is missing (RC_INPUT). */
struct verdict {
	struct event	 rival;		/* the last event on the ticket, with the actor's name */
	enum state	 state;		/* where the object is now */
	unsigned	 missing;	/* NEED_ bits not met; or the rule that refused */
	struct ticket	 ticket;	/* after the move */
};

/*
 * RC_NOTFOUND out of reach; RC_CONFLICT the object is elsewhere by now (by
 * version or state); RC_FORBIDDEN the table has no such move for this role
 * though the state stands; RC_INPUT something it needs is missing
 * (verdict.missing).  The slower of two people loses nothing: the page shows
 * its form again with verdict.rival.  Photos are dropped where the move is not made.
 */
enum rc	 move(const struct desk *, const struct order *, struct verdict *) MUST_USE;

/* A note on the time line, public or internal.  Not a move. */
enum rc	 note(const struct desk *, const char *number, const char *text, bool public) MUST_USE;

/* The triage desk's main key: VERIFY then ASSIGN, or ROUTE a waiting emergency; one transaction. */
enum rc	 verify_and_send(const struct desk *, const struct order *, struct verdict *) MUST_USE;

/* What this person may do with an object now, in the order of buttons. */
struct choices {
	const struct move	*moves[24];
	size_t			 n;
};

#endif
