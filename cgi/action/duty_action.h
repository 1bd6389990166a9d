/* duty_action.h: who is to be told: the people behind a step of the ladder. */
#ifndef ACTION_DUTY_ACTION_H
#define ACTION_DUTY_ACTION_H

#include "action/desk.h"

enum { DUTY_PEOPLE = 32 };	/* told at most for one step */

/*
 * The accounts behind "duty_officer" or "agency_head" of an agency, behind
 * "supervisor" or "sekda" (then the agency does not matter): at most max ids.
 * An unknown step is nobody.  Only people on duty, where a roster says who is.
 */
enum rc	 duty_people(const struct desk *, const char *step, int64_t agency, int64_t *ids,
	     size_t *n, size_t max) MUST_USE;

#endif
