/*
 * court_action.h: whose a ticket is, when two agencies said: not ours.
 *
 * The leading agency sends it back, the desk gives it to another, and that one
 * sends it back too: then the arbiter decides, a supervisor.  The ruling binds:
 * who has it by a ruling can only object, for a new reason, and keeps it
 * meanwhile.  It can become a rule of routing from a day on.
 */
#ifndef ACTION_COURT_ACTION_H
#define ACTION_COURT_ACTION_H

#include "action/core.h"
#include "domain/handoff.h"

/* --- for the effects of moves --- */

/* A part is sent back as not ours: *stays where it stays with its agency, which objects. */
enum rc	 court_bounce(struct work_on *, const struct assignment *, bool *stays) MUST_USE;
/* A part is handed on by its agency: RC_FORBIDDEN where it has it by a ruling. */
enum rc	 court_binds(struct work_on *, const struct assignment *) MUST_USE;
/*
 * It is given to an agency: while it waits for the arbiter only by him, and that
 * decides it; from who has it by a ruling not by the desk.
 */
enum rc	 court_route(struct work_on *, int64_t agency) MUST_USE;

/* The arbiter hears of cases he has not heard of: whoever is on duty as supervisor. */
enum rc	 worker_courts(const struct desk *, size_t *n) MUST_USE;

/* --- for pages --- */

struct court_reason {		/* of an agency that said: not ours */
	int64_t		 agency;
	const char	*who, *words;
	int64_t		 at;
};

enum { COURT_REASONS = 6 };

struct court_view {
	struct court		 c;
	bool			 waits;
	struct court_reason	 reasons[COURT_REASONS];	/* oldest first */
	size_t			 nreasons;
	const char		*words;		/* of the ruling, "" */
	const char		*arbiter;	/* who decided, "" */
	bool			 may_rule;	/* this person decides now */
	const char		*rule_area;	/* of the rule it became, "" everywhere; NULL none */
	int64_t			 rule_from;
};
/* RC_NOTFOUND: out of reach.  has: it was before the arbiter. */
enum rc	 see_court(const struct desk *, const char *number, struct court_view *,
	     bool *has) MUST_USE;

struct ruling_word {
	const char	*number;
	int64_t		 court;		/* the case as it was seen */
	int64_t		 agency;
	const char	*words;
	bool		 as_rule;
	const char	*area;		/* of the rule; "" everywhere */
	int64_t		 from;		/* in force from then */
};
enum ruling_fault { RULING_OK = 0, RULING_AGENCY, RULING_WORDS, RULING_AREA, RULING_FROM };
/* RC_FORBIDDEN: no arbiter; RC_CONFLICT: decided meanwhile. */
enum rc	 rule_on(const struct desk *, const struct ruling_word *, enum ruling_fault *) MUST_USE;

#endif
