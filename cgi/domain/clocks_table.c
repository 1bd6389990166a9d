/* clocks_table.c: what starts, pauses, resumes and stops each clock. */
#include "domain/clocks.h"
#include "lib/rc.h"

#define E	LIFE_EMERGENCY
#define C	LIFE_COMPLAINT
#define A	LIFE_ASSIGNMENT
#define K	LIFE_CALL
#define ANY	ACT_NONE
#define ON(c, life, act, after, does)	{ CLOCK_##c, life, act, after, STEP_##does, false }

/* An agency's part that comes to nothing owes nothing more. */
#define PART_ENDS(c) \
	ON(c, A, ANY, ST_DONE, STOP), ON(c, A, ANY, ST_REJECTED, STOP), \
	ON(c, A, ANY, ST_TRANSFERRED, STOP), ON(c, A, ANY, ST_NOT_NEEDED, STOP)

/* What ends the ticket or the call stops each of its clocks, but where a row says otherwise. */
static const struct clock_rule rules[] = {
	ON(ANSWER, K, ANY, ST_RINGING, START),
	ON(ANSWER, K, ANY, ST_ANSWERED, STOP),
	ON(ANSWER, K, ANY, ST_MISSED, STOP),
	ON(ANSWER, K, ANY, ST_CALLBACK_QUEUE, STOP),

	ON(PROCESS, K, ANY, ST_ANSWERED, START),
	ON(PROCESS, E, ANY, ST_NEW, START),
	ON(PROCESS, E, ANY, ST_ROUTED, STOP),
	ON(PROCESS, A, ANY, ST_SENT, STOP),

	/* of an agency's part; and of an emergency that waits for the first of them */
	ON(ACCEPT, A, ANY, ST_SENT, START),
	ON(ACCEPT, A, ANY, ST_ACCEPTED, STOP),
	ON(ACCEPT, A, ANY, ST_UNIT_SENT, STOP),
	ON(ACCEPT, A, ANY, ST_ON_SCENE, STOP),
	PART_ENDS(ACCEPT),
	ON(ACCEPT, E, ACT_REOPEN, ST_NONE, RESTART),
	ON(ACCEPT, E, ACT_ROUTE, ST_ROUTED, RESTART),
	ON(ACCEPT, E, ANY, ST_ROUTED, START),
	ON(ACCEPT, E, ANY, ST_HANDLING, STOP),

	ON(ARRIVE, A, ANY, ST_SENT, START),
	ON(ARRIVE, A, ANY, ST_ON_SCENE, STOP),
	PART_ENDS(ARRIVE),

	/* a dispute goes on counting against the agency; a reopening begins again */
	ON(FINISH, A, ANY, ST_SENT, START),
	PART_ENDS(FINISH),
	ON(FINISH, C, ACT_DISPUTE, ST_NONE, RESUME),
	ON(FINISH, E, ACT_CREATE, ST_NONE, START),
	ON(FINISH, E, ACT_REOPEN, ST_NONE, RESTART),
	ON(FINISH, E, ACT_UNMERGE, ST_NONE, RESUME),

	/* what is missing is asked for, and the clock waits for the answer */
	ON(VERIFY, C, ACT_CREATE, ST_NONE, START),
	ON(VERIFY, C, ANY, ST_NEEDS_INFO, PAUSE),
	ON(VERIFY, C, ANY, ST_RECEIVED, RESUME),	/* answered, or not the same after all */
	ON(VERIFY, C, ANY, ST_VERIFIED, STOP),
	ON(VERIFY, C, ANY, ST_ASSIGNED, STOP),

	ON(SORT, C, ANY, ST_VERIFIED, START),
	ON(SORT, C, ANY, ST_ASSIGNED, STOP),

	/* another agency has it from the beginning */
	ON(FOLLOW_UP, C, ACT_ASSIGN, ST_ASSIGNED, RESTART),
	ON(FOLLOW_UP, C, ACT_REOPEN, ST_NONE, RESTART),
	ON(FOLLOW_UP, C, ACT_TRANSFER, ST_ASSIGNED, RESTART),
	ON(FOLLOW_UP, C, ACT_TRANSFER, ST_DISPUTED, RESTART),
	ON(FOLLOW_UP, C, ANY, ST_ASSIGNED, START),
	ON(FOLLOW_UP, C, ANY, ST_DISPUTED, RESTART),
	ON(FOLLOW_UP, C, ANY, ST_IN_PROGRESS, STOP),

	/* scheduled and on hold stop neither this nor the silence */
	ON(CLASS, C, ANY, ST_VERIFIED, START),
	ON(CLASS, C, ACT_REOPEN, ST_NONE, RESTART),
	ON(CLASS, C, ACT_DISPUTE, ST_NONE, RESUME),
	ON(CLASS, C, ANY, ST_ASSIGNED, START),
	ON(CLASS, C, ANY, ST_IN_PROGRESS, START),

	ON(REPLY, C, ANY, ST_NEEDS_INFO, START),
	ON(REPLY, C, ANY, ST_RECEIVED, STOP),
	ON(REPLY, C, ANY, ST_VERIFIED, STOP),

	ON(CHECK, C, ANY, ST_AWAITING_VALIDATION, START),
	ON(CHECK, C, ANY, ST_IN_PROGRESS, STOP),

	ON(DISPUTE, C, ANY, ST_RESOLVED, START),
	ON(DISPUTE, C, ANY, ST_DISPUTED, STOP),
	ON(DISPUTE, C, ACT_REOPEN, ST_NONE, STOP),	/* nothing pending closes it */

	{ CLOCK_SILENCE, LIFE_NONE, ANY, ST_NONE, STEP_RESTART, true },
	ON(SILENCE, C, ACT_CREATE, ST_NONE, START),
	ON(SILENCE, E, ACT_CREATE, ST_NONE, START),
	ON(SILENCE, C, ACT_DISPUTE, ST_NONE, RESUME),
	ON(SILENCE, C, ACT_REOPEN, ST_NONE, RESTART),
	ON(SILENCE, E, ACT_REOPEN, ST_NONE, RESTART),
	ON(SILENCE, C, ACT_UNMERGE, ST_NONE, RESUME),
	ON(SILENCE, E, ACT_UNMERGE, ST_NONE, RESUME),

	/* these have no life in the workflow: received, and answered or told */
	ON(SUBJECT, LIFE_NONE, ACT_SUBJECT, ST_RECEIVED, START),
	ON(SUBJECT, LIFE_NONE, ACT_SUBJECT, ST_CLOSED, STOP),
	ON(BREACH, LIFE_NONE, ACT_BREACH, ST_RECEIVED, START),
	ON(BREACH, LIFE_NONE, ACT_BREACH, ST_CLOSED, STOP),
};

const struct clock_rule *
clock_table(size_t *n)
{
	*n = COUNT(rules);
	return rules;
}

enum clock
clock_of(enum track track, enum state s)
{
	static const struct { enum track track; enum state state; enum clock clock; } all[] = {
		{ TRACK_EMERGENCY, ST_NEW, CLOCK_PROCESS },
		{ TRACK_EMERGENCY, ST_ROUTED, CLOCK_ACCEPT },
		{ TRACK_EMERGENCY, ST_REOPENED, CLOCK_ACCEPT },
		{ TRACK_EMERGENCY, ST_HANDLING, CLOCK_FINISH },
		{ TRACK_EMERGENCY, ST_UNDER_CONTROL, CLOCK_FINISH },
		{ TRACK_COMPLAINT, ST_RECEIVED, CLOCK_VERIFY },
		{ TRACK_COMPLAINT, ST_NEEDS_INFO, CLOCK_REPLY },
		{ TRACK_COMPLAINT, ST_VERIFIED, CLOCK_SORT },
		{ TRACK_COMPLAINT, ST_ASSIGNED, CLOCK_FOLLOW_UP },
		{ TRACK_COMPLAINT, ST_DISPUTED, CLOCK_FOLLOW_UP },
		{ TRACK_COMPLAINT, ST_IN_PROGRESS, CLOCK_CLASS },
		{ TRACK_COMPLAINT, ST_AWAITING_VALIDATION, CLOCK_CHECK },
		{ TRACK_COMPLAINT, ST_RESOLVED, CLOCK_DISPUTE },
	};
	size_t	 i;

	for (i = 0; i < COUNT(all); i++)
		if (all[i].track == track && all[i].state == s)
			return all[i].clock;
	return CLOCK_NONE;
}

const char *
clock_code(enum clock clock)
{
	static const char *const	 codes[CLOCK_COUNT] = {
		"", "call_answer", "process", "accept", "arrive", "finish", "verify", "sort",
		"follow_up", "class", "answer", "validate", "dispute", "silence", "subject",
		"breach",
	};

	return clock < CLOCK_COUNT ? codes[clock] : "";
}
