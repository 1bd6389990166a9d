/* identity_action.h: opening a reporter's identity, with a reason, on the record. */
#ifndef ACTION_IDENTITY_ACTION_H
#define ACTION_IDENTITY_ACTION_H

#include "action/desk.h"
#include "domain/ticket.h"

enum { OPENINGS_A_DAY = 30 };	/* by one person in 24 hours; more is no work, it is collecting */

/* Why it was not opened. */
enum opening_flaw { OPENING_FINE = 0, OPENING_NO_REASON, OPENING_NO_WORDS, OPENING_TOO_MANY,
       OPENING_ANONYMOUS, OPENING_NOTHING };

struct opening {
	const char	*number;	/* of the ticket */
	int64_t		 reporter;
	const char	*reason;	/* one of workflow_reasons(ACT_OPEN_IDENTITY) */
	const char	*words;		/* required where the category is sensitive, or "other" */
};

struct opened {
	struct ticket		 t;
	struct reporter		 r;
	bool			 sensitive;
	struct identity		 who;	/* only after identity_open() */
	enum opening_flaw	 flaw;
};

/*
 * For the form.  RC_NOTFOUND: out of reach, or no reporter of this ticket;
 * RC_FORBIDDEN: not for this reader.  Anonymous and empty ones are RC_OK with
 * a flaw: the page says why there is nothing to open.
 */
enum rc	 identity_ask(const struct desk *, const char *number, int64_t reporter,
	     struct opened *) MUST_USE;

/* RC_INPUT with a flaw; RC_OK only where the event is kept: first the record, then the name. */
enum rc	 identity_open(const struct desk *, const struct opening *, struct opened *) MUST_USE;

#endif
