/*
 * callout_action.h: volunteers called to a ticket, and who is really coming.
 *
 * A dispatcher, a supervisor, or the head of an agency that has a part in the
 * ticket calls them.  Each gets a link of their own; what they say comes from
 * whoever has that link, and from nobody else.
 */
#ifndef ACTION_CALLOUT_ACTION_H
#define ACTION_CALLOUT_ACTION_H

#include "action/core.h"
#include "action/volunteer_action.h"
#include "store/callout_store.h"

enum { CALLEES_MAX = 50, CANDIDATES_MAX = 100, CALLOUTS_MAX = 10, CALLOUT_READ = 2000,
    CALLOUT_KM = 100 };

struct candidate {
	struct volunteer	 v;		/* no phone */
	int64_t			 metres;	/* -1 unknown */
	bool			 asked;		/* in a call-out of this ticket that goes on */
};

struct callee_view {
	struct callee		 c;
	const char		*name;		/* masked from some readers; "" forgotten */
	bool			 opens;
};

struct callout_sheet {
	struct callout		 c;
	struct callee_view	*rows;
	size_t			 n;
	struct turnout		 turnout;
};

struct callout_view {
	struct ticket		 t;
	bool			 may;		/* call out, end */
	struct callout_sheet	*sheets;	/* newest first */
	size_t			 nsheets;
	struct candidate	*list;		/* of a skill, the nearest first */
	size_t			 n;
	bool			 more;		/* than are listed */
};

/* skill "": no candidates are looked for.  RC_NOTFOUND: the ticket is out of reach. */
enum rc	 see_callout(const struct desk *, const char *number, const char *skill, int64_t radius,
	     struct callout_view *) MUST_USE;

struct callout_order {
	const char	*number, *token, *skill, *words;
	int64_t		 radius;
	const int64_t	*volunteers;
	size_t		 n;
};
/*
 * RC_INPUT: nobody is left to be called; who is not suitable (any more) is not
 * called.  RC_FORBIDDEN: not this person's; RC_CONFLICT: the ticket is over.
 * The same token again: RC_OK, and nothing happens.
 */
enum rc	 call_out(const struct desk *, const struct callout_order *, size_t *called) MUST_USE;
enum rc	 call_off(const struct desk *, const char *number, int64_t callout) MUST_USE;
/* Of a callee: number and address, with a reason; see volunteer_open(). */
enum rc	 callee_open(const struct desk *, const char *number, int64_t callee,
	     const char *reason, struct volunteer *) MUST_USE;

/* All call-outs of a ticket together; any: there was one; may: this person may call out. */
enum rc	 see_turnout(const struct desk *, const struct ticket *, struct turnout *, bool *any,
	     bool *may) MUST_USE;

/* The ticket has come to its end: with it its call-outs.  Inside its transaction. */
enum rc	 callout_close(struct work_on *) MUST_USE;

/* --- by the link ------------------------------------------------------------------------------ */

struct asked_view {
	struct callee		 c;
	struct callout		 callout;
	const struct category	*category;	/* NULL: it is not for everybody's ears */
	const char		*area;		/* a village's code, "" unknown */
	struct skill		 skill;
	bool			 may[STEP_COUNT];
};
/* RC_NOTFOUND: no such code, or this address has missed too often: the same answer. */
enum rc	 see_asked(const struct desk *, const char *code, const char *remote,
	     struct asked_view *) MUST_USE;
/* RC_CONFLICT: not (any more) to be said.  RC_INPUT: yes, but not when. */
enum rc	 callee_say(const struct desk *, const char *code, const char *remote,
	     enum callee_step, int64_t eta) MUST_USE;

#endif
