/*
 * handoff_action.h: what is given to a body that is not the city's.
 *
 * The receipt says who took it there, when, and under what number; the lead
 * stays with an agency of ours, and so does its clock.  Where no answer comes
 * by the time that was agreed, we are told to ask again.
 */
#ifndef ACTION_HANDOFF_ACTION_H
#define ACTION_HANDOFF_ACTION_H

#include "action/desk.h"
#include "domain/handoff.h"

struct handing {
	const char		*number;	/* of the ticket */
	const char		*token;		/* of the form */
	int64_t			 agency;	/* to whom, one that is not ours; 0: name says */
	const char		*name, *taker, *reference;
	const char		*words;		/* what was asked of them */
	enum handoff_way	 way;
	int64_t			 at, ask;
};

/* What may be wrong with it: the first that is. */
enum handing_fault { HANDING_OK = 0, HANDING_WHOM, HANDING_WAY, HANDING_WORDS, HANDING_AT,
	HANDING_ASK };

/* May this person hand a ticket off at all?  Reach is asked again by the action. */
bool	 handoff_may(enum role);
/* RC_INPUT: *fault says; RC_CONFLICT: the ticket is not open any more.  Twice is once. */
enum rc	 hand_off(const struct desk *, const struct handing *, enum handing_fault *) MUST_USE;

struct handoff_word {
	const char	*number;
	int64_t		 id, version;
	const char	*words;		/* what they said */
	const char	*reference;	/* their number, where it is new; "" */
	bool		 closes;	/* nothing more is needed of them */
	int64_t		 ask;		/* when to ask again; 0 not */
};
/* RC_CONFLICT: somebody was faster, or it is closed. */
enum rc	 handoff_say(const struct desk *, const struct handoff_word *) MUST_USE;

/* Reminders that are due: an event, a pulse, whoever is on duty there. */
enum rc	 worker_handoffs(const struct desk *, size_t *n) MUST_USE;

#endif
