/*
 * duty_action.h: who is to be told: the people behind a step of the ladder,
 * as far as a roster says who is on duty; and whose screens are to be quiet.
 */
#ifndef ACTION_DUTY_ACTION_H
#define ACTION_DUTY_ACTION_H

#include "action/desk.h"
#include "store/duty_store.h"

enum { DUTY_PEOPLE = 32 };	/* told at most for one step */

/*
 * The accounts behind "duty_officer" or "agency_head" of an agency, behind
 * "supervisor" or "sekda" (then the agency does not matter): at most max ids.
 * An unknown step is nobody.  Where the roster of now names some of the step's
 * people only those on duty, and where none is on duty those who stand by; else
 * all of them: see duty_called().
 */
enum rc	 duty_people(const struct desk *, const char *step, int64_t agency, int64_t *ids,
	     size_t *n, size_t max) MUST_USE;

/* How whoever looks stands to alarms of now: CALLED_NO, their screens make no sound. */
enum rc	 duty_own_call(const struct desk *, enum called *) MUST_USE;

/* Somebody's screen is open; kept at most every few minutes. */
enum rc	 duty_beat(const struct desk *) MUST_USE;

/* --- the wall --------------------------------------------------------------------------- */

struct watch {
	int64_t		 agency;	/* 0: the desk */
	bool		 planned;	/* a roster says who is on duty now */
	int64_t		 on, here;
	enum lack	 lack;		/* the worst that rings; LACK_NONE */
	int64_t		 want;
};
/* Of the desk and every agency that has a roster now or a warning. */
enum { WATCHES = 200 };
enum rc	 see_watches(const struct desk *, struct watch *, size_t *n, size_t max) MUST_USE;
/* Of one. */
enum rc	 see_watch(const struct desk *, int64_t agency, struct watch *) MUST_USE;

/* The worker: shifts that lack people, agencies where nobody is, notes nobody reads, ring. */
enum rc	 worker_duty(const struct desk *, size_t *n) MUST_USE;

#endif
