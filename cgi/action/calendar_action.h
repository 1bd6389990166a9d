/*
 * calendar_action.h: days and hours that do not count: holidays, and office
 * hours while a disaster has the city.
 *
 * A suspension always has an end, thirty days away at most: a clock that
 * waits for somebody to remember it would be lost.  It can be lifted before,
 * and set again.  It is data of the calendar as a holiday is: nothing of a
 * ticket is changed by it, limits are only read anew (worker_clocks).
 */
#ifndef ACTION_CALENDAR_ACTION_H
#define ACTION_CALENDAR_ACTION_H

#include "action/desk.h"
#include "domain/suspension.h"

enum { HOLIDAYS_MAX = 120, SUSPENSIONS_SHOWN = 20, HOLIDAY_TEXT = 120 };

/* What kinds there are, NULL at the end: "nasional", ... */
extern const char *const holiday_kinds[];

/* A year's, in their order.  RC_FORBIDDEN */
enum rc	 see_holidays(const struct desk *, int year, struct holiday *, size_t *n) MUST_USE;
/* RC_CONFLICT: that day is one already; RC_INPUT: no name, no kind, no such day. */
enum rc	 holiday_enter(const struct desk *, const struct holiday *) MUST_USE;
enum rc	 holiday_drop(const struct desk *, int64_t day) MUST_USE;	/* RC_NOTFOUND */

struct suspension_view {
	struct suspension	 list[SUSPENSIONS_SHOWN];	/* the newest first */
	size_t			 n;
	const struct suspension	*now;		/* in force; NULL none */
	int64_t			 disaster;	/* in force: its ticket; 0 none */
	const char		*number, *title;
	bool			 may;		/* this reader may suspend and lift */
};
enum rc	 see_suspensions(const struct desk *, struct suspension_view *) MUST_USE;

/* RC_FORBIDDEN: no disaster is in force; RC_CONFLICT: they are suspended; RC_INPUT. */
enum rc	 clocks_suspend(const struct desk *, int64_t until, const char *reason) MUST_USE;
/* RC_CONFLICT: they run. */
enum rc	 clocks_lift(const struct desk *, const char *note) MUST_USE;

#endif
