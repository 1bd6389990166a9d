/*
 * roster_action.h: who is on duty: the week's plan, swaps, who is there.
 *
 * An agency's people see their agency's, the desk's people all.  A head plans
 * the own agency, a supervisor any and the 112 desk, which is agency 0.
 */
#ifndef ACTION_ROSTER_ACTION_H
#define ACTION_ROSTER_ACTION_H

#include "action/desk.h"
#include "domain/shift.h"
#include "domain/workflow.h"
#include "store/duty_store.h"

enum { ROSTER_PEOPLE = 120, ROSTER_SWAPS = 40, ROSTER_OWN = 3, ROSTER_LACKS = 10, WEEK = 7 };

struct slot {
	int64_t	 start, until;
	int64_t	 want;			/* people on duty it needs; 0: nobody said */
};

struct roster {
	int64_t			 agency;
	int64_t			 monday;		/* its midnight */
	size_t			 shifts;		/* of a day */
	struct slot		 slots[WEEK][SHIFTS_MAX];
	struct duty		*rows;			/* of the week, by start */
	size_t			 nrows;
	struct duty		 own[ROSTER_OWN];	/* the next of whoever looks */
	size_t			 nown;
	struct duty		*now;			/* on duty and standing by, now */
	size_t			 nnow, on, here;	/* see duty_count() */
	struct duty_person	*people;		/* who could be put on */
	size_t			 npeople;
	struct swap		*swaps;
	size_t			 nswaps;
	struct shortage		 lacks[ROSTER_LACKS];	/* that rang */
	size_t			 nlacks;
	bool			 plans, belongs;	/* may plan it; is one of them */
	bool			 automatic;		/* swaps need no planner */
};

int64_t	 roster_home(const struct actor *);		/* whose roster one is on */
/* The setting shifts. */
enum rc	 roster_starts(const struct desk *, const char **) MUST_USE;
/* The week of an instant.  RC_NOTFOUND: out of reach, no such agency. */
enum rc	 see_roster(const struct desk *, int64_t agency, int64_t at, struct roster *) MUST_USE;
/* Somebody's own of the next days, for a calendar. */
enum rc	 see_own_shifts(const struct desk *, struct duty *, size_t *n, size_t max) MUST_USE;

/*
 * Into a shift that begins at start; *tight: with less than eight hours of rest.
 * RC_INPUT: no such shift, not one of theirs, over.  RC_CONFLICT: has another
 * shift at that time.
 */
struct posting {
	int64_t	 agency, start, account;
	bool	 standby;
};
enum rc	 roster_assign(const struct desk *, const struct posting *, bool *tight) MUST_USE;
/* RC_CONFLICT: was taken off already, or the shift is over. */
enum rc	 roster_remove(const struct desk *, int64_t duty) MUST_USE;
/* The week before, as far as it fits and is not past; *n: so many were put on. */
enum rc	 roster_copy(const struct desk *, int64_t agency, int64_t at, size_t *n) MUST_USE;
/* Somebody by a pattern from a day on, again and again; see duty_pattern(). */
struct repeating {
	struct posting	 who;		/* start: the first day's midnight */
	const char	*pattern;
	int64_t		 days;
};
enum rc	 roster_fill(const struct desk *, const struct repeating *, size_t *n) MUST_USE;
/* How many each shift of a day needs; do swaps need a planner. */
enum rc	 roster_rules(const struct desk *, int64_t agency, const int64_t want[SHIFTS_MAX],
	     bool automatic) MUST_USE;

/* --- swaps: swap_action.c --------------------------------------------------------------- */

/* target 0: to anybody.  RC_INPUT: not to that one, or past.  RC_CONFLICT: offered already. */
enum rc	 swap_offer(const struct desk *, int64_t duty, int64_t target, const char *note) MUST_USE;
enum swap_step { SWAP_ACCEPT = 1, SWAP_GRANT, SWAP_REFUSE, SWAP_WITHDRAW };
/*
 * RC_NOTFOUND: not one's own to answer.  RC_INPUT: past, or the taker is on duty
 * then.  RC_CONFLICT: somebody was faster; *now is the swap as it is.
 */
enum rc	 swap_step(const struct desk *, int64_t id, enum swap_step, struct swap *now) MUST_USE;

/* For actions of the roster, inside their transaction. */
bool	 roster_reaches(const struct desk *, int64_t agency);
bool	 roster_plans(const struct desk *, int64_t agency);
enum rc	 roster_tell(const struct desk *, enum act, int64_t agency, int64_t object,
	     const char *what) MUST_USE;
enum rc	 roster_put(const struct desk *, const struct duty *, const char *what,
	     bool *tight) MUST_USE;
/* Their screens hear of it: everybody's of an agency or the desk (account 0), or somebody's. */
enum rc	 roster_signal(const struct desk *, const char *kind, int64_t agency,
	     int64_t account) MUST_USE;

#endif
