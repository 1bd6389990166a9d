/*
 * clock_core.h: the clocks of a ticket, read from what happened to it, and
 * their copies in the store.  The only place that writes a due column.
 */
#ifndef ACTION_CLOCK_CORE_H
#define ACTION_CLOCK_CORE_H

#include "action/core.h"
#include "domain/clocks.h"

/*
 * At the end of every act, in its transaction: the ticket's limit and those of
 * its open parts, from the beginning.  The ticket in memory learns its own.
 */
enum rc	 clocks_write(struct work_on *) MUST_USE;

/* The same where the calendar is another by now; an event says what moved. */
enum rc	 clocks_write_moved(struct work_on *, bool *moved) MUST_USE;

/* For what begins now, before there is anything to read. */
void	 clocks_enter(struct work_on *, enum state);		/* the ticket's limit in a state */
void	 clocks_give(const struct work_on *, struct assignment *);	/* a new part's */

/* The next limit of a part in its state; the list is ordered by it. */
void	 clocks_next(struct assignment *);

/* A transfer gave other limits: an event names the old and the new one. */
enum rc	 clocks_transferred(struct work_on *, const struct assignment *from,
	     const struct assignment *to) MUST_USE;

/* The calendar is another: every process reads it, the worker walks what is open. */
enum rc	 clocks_calendar(const struct desk *) MUST_USE;
/* The walk is not at its end: what is kept may be due by the old calendar. */
enum rc	 clocks_pending(const struct desk *, bool *) MUST_USE;
/* Left for later: a play that keeps to its old calendar reads nothing anew. */
enum rc	 clocks_leave(const struct desk *) MUST_USE;
/* Reference data is another: every process reads it with its next request. */
enum rc	 ref_touch(const struct desk *) MUST_USE;

#endif
