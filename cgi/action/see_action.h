/* see_action.h: what a person may read of tickets: one sheet, and lists. */
#ifndef ACTION_SEE_ACTION_H
#define ACTION_SEE_ACTION_H

#include "action/move_action.h"
#include "domain/field.h"
#include "domain/interlock.h"

/* One part of a ticket as this person sees it. */
struct part {
	struct assignment	 a;
	bool			 mine;		/* of the actor's agency */
	struct choices		 may;
};

struct ride {
	struct run		 r;
	struct choices		 may;
};

struct person {				/* a reporter, masked as this reader may see it */
	struct reporter		 r;
	struct identity		 who;	/* "" where hidden, masked where domain/mask.h says so */
	bool			 opens;		/* it may be opened, with a reason */
	bool			 withheld;	/* there is something, but not for this reader */
};

struct sheet_view {
	struct ticket		 t;
	struct choices		 may;		/* the ticket's own moves */
	struct part		*parts;
	size_t			 nparts;
	struct ride		*rides;
	size_t			 nrides;
	struct event		*events;	/* newest first, names filled, at most 200 */
	size_t			 nevents;
	struct answer		*answers;
	size_t			 nanswers;
	struct interlock	*locks;		/* what must be safe first; all who see it see these */
	size_t			 nlocks;
	bool			 may_lock;	/* this person may answer them */
	struct person		*people;	/* at most 50 */
	size_t			 npeople;
	bool			 veiled;	/* the account is not for this reader */
	bool			 proposed;	/* as a disaster: a supervisor has yet to say */
	const char		*merged_number;	/* of the ticket it went into, "" */
	struct field_step	*steps;		/* from the field; see_field_steps() fills them */
	size_t			 nsteps;
};

/* RC_NOTFOUND also where it is out of reach. */
enum rc	 see_ticket(const struct desk *, const char *number, struct sheet_view *) MUST_USE;

/* --- the worklist ------------------------------------------------------- */

enum work_show {
	WORK_OPEN = 0, WORK_UNACCEPTED, WORK_UNSEEN, WORK_LATE, WORK_MINE,
	WORK_QUIET,		/* a word to whoever reported is overdue */
	WORK_BACK,		/* sent back in the last days, and open elsewhere */
	WORK_PAST, WORK_SHOW_COUNT
};
/* What is quiet, sent back or ended has an order of its own. */
enum work_sort { WORK_SORT_LIMIT = 0, WORK_SORT_AGE, WORK_SORT_SILENCE, WORK_SORT_COUNT };

struct work_filter {
	enum work_show	 show;
	enum work_sort	 sort;
	int		 priority;	/* -1 all */
	const char	*area;		/* a district's code, "" all */
	int64_t		 category;	/* 0 all */
	int64_t		 agency;	/* for those who see all: 0 the city (lead assignments) */
	int64_t		 since;		/* PAST: ended since then; 0 today */
	/* the last row of the page before; all 0 for the first page: work_after() */
	int64_t		 after_priority, after_at, after_id;
};

struct work_row {
	struct assignment	 a;
	struct ticket		 t;	/* number, track, state, category, title, place, area, recorded,
					   reporters, display, version: the rest is not filled */
	bool			 locked;	/* of the gravest: something is not safe yet */
	const struct move	*next;	/* the next legal step of this person, or NULL */
	enum life		 next_life;	/* whose step it is */
	int64_t			 next_object, next_version;
};

enum { WORK_PAGE = 50, WORK_BACK_DAYS = 7, WORK_UNSEEN_MAX = 100 };

struct work {
	struct work_row	*rows;
	size_t		 n;
	bool		 more;
	/* for the chips, each capped at 999, of the unseen at WORK_UNSEEN_MAX */
	int64_t		 counts[WORK_SHOW_COUNT];
	int		 loudest;	/* the gravest priority that still makes a sound; -1 none */
	int64_t		 version;	/* of the pulse: changes when a row may have changed */
};

enum rc	 see_work(const struct desk *, const struct work_filter *, struct work *) MUST_USE;
/* The rows alone, at most max; more: there are others behind them. */
enum rc	 see_work_rows(const struct desk *, const struct work_filter *, size_t max,
	     struct work *) MUST_USE;
/* The filter of the page behind this row. */
void	 work_after(struct work_filter *, const struct work_row *);
/* One part, as a row of the list; RC_NOTFOUND where it is out of reach. */
enum rc	 see_work_row(const struct desk *, int64_t assignment, struct work_row *) MUST_USE;
enum rc	 see_work_version(const struct desk *, int64_t *version) MUST_USE;	/* cheap: for polling */

/* --- the triage desk ------------------------------------------------------ */

struct triage_row {
	struct ticket	 t;
	const char	*from;		/* who sent it back and why, "" */
	enum act	 mark;		/* ACT_DRAFT, ACT_LATE: how it came; ACT_NONE */
};
/*
 * Complaints received / waiting for an answer / sent back to the desk, oldest limit
 * first / before the arbiter, who came first.
 */
enum triage_show { TRIAGE_NEW = 0, TRIAGE_ASKED, TRIAGE_BACK, TRIAGE_COURT, TRIAGE_SHOW_COUNT };
struct triage {
	struct triage_row	*rows;
	size_t			 n;
	int64_t			 counts[TRIAGE_SHOW_COUNT];
};
enum rc	 see_triage(const struct desk *, enum triage_show, struct triage *) MUST_USE;

/* --- near -------------------------------------------------------------------- */

struct near_row {
	struct ticket	 t;
	int64_t		 metres;	/* -1 unknown */
	bool		 alike;		/* same category group, within its radius and window */
	size_t		 shared;	/* words it has of those that were typed */
	double		 cost;		/* how unlike: what the list is ordered by */
};
/* Open tickets near a place, the most alike first; for the call desk and the report form. */
enum rc	 see_near(const struct desk *, const struct category *, const struct place *,
	     struct near_row **, size_t *n, size_t max) MUST_USE;
/* The same, ranked by place, time and the words that were typed. */
enum rc	 see_near_words(const struct desk *, const struct category *, const struct place *,
	     const char *words, struct near_row **, size_t *n, size_t max) MUST_USE;

/* --- calls ------------------------------------------------------------------- */

struct call_row {
	struct call	 c;
	const char	*number;	/* of its ticket, "" */
	const char	*title;
	const char	*phone;		/* masked */
};
/* The last calls of a number (keyed look-up), newest first; phone "" gives today's last calls. */
enum rc	 see_calls(const struct desk *, const char *phone, struct call_row **, size_t *n,
	     size_t max) MUST_USE;

#endif
