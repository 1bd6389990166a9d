/*
 * test_clocks.c: what starts, pauses, resumes and stops each clock: a table.
 */
#include <string.h>

#include "check.h"
#include "domain/clocks.h"
#include "lib/rc.h"
#include "lib/when.h"

enum { WIB = 420 };

static const struct calendar	 office = { .zone = WIB, .opens = 8 * 60, .closes = 15 * 60 + 30 };
static const struct category	 hole = { .track = TRACK_COMPLAINT, .ack = 1350, .finish = 6300,
	.quiet = 2250, .office = true };
static const struct category	 fire = { .track = TRACK_EMERGENCY, .ack = 1, .arrive = 15,
	.finish = 240 };

#define T0	INT64_C(1795055400000)	/* Thursday, 19 November 2026, 09.30 WIB */

#define E	LIFE_EMERGENCY
#define C	LIFE_COMPLAINT
#define A	LIFE_ASSIGNMENT
#define K	LIFE_CALL
#define N	LIFE_NONE
#define ON(minute, life, act, before, after) \
	{ T0 + (minute) * MINUTE, life, ACT_##act, ST_##before, ST_##after, false, 0 }
#define WORDS(minute, life, act, before, after) \
	{ T0 + (minute) * MINUTE, life, ACT_##act, ST_##before, ST_##after, true, 0 }

/* After these ticks, at `minute`: how the clock stands, minutes used, minutes left. */
struct row {
	enum clock		 clock;
	const struct category	*c;
	struct tick		 ticks[6];
	int			 minute;
	enum clock_state	 state;
	int			 used, left;
};

static const struct row	 table[] = {
	{ CLOCK_PROCESS, &fire, { ON(0, K, PICK_UP, RINGING, ANSWERED) }, 1, CLOCK_RUNNING, 1, 0 },
	{ CLOCK_PROCESS, &fire, { ON(0, K, PICK_UP, RINGING, ANSWERED),
	    ON(2, A, ROUTE, NONE, SENT) }, 9, CLOCK_STOPPED, 2, 0 },
	{ CLOCK_PROCESS, &fire, { ON(0, E, CREATE, NONE, NEW), ON(3, E, ROUTE, NEW, ROUTED) }, 9,
	    CLOCK_STOPPED, 3, 0 },
	{ CLOCK_PROCESS, &fire, { ON(0, K, PICK_UP, RINGING, ANSWERED),
	    ON(4, K, END, ANSWERED, CLOSED) }, 9, CLOCK_STOPPED, 4, 0 },

	{ CLOCK_ACCEPT, &fire, { ON(0, A, ROUTE, NONE, SENT) }, 0, CLOCK_RUNNING, 0, 1 },
	{ CLOCK_ACCEPT, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(1, A, SEE, SENT, SEEN) }, 3,
	    CLOCK_RUNNING, 3, 0 },
	{ CLOCK_ACCEPT, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(1, A, ACCEPT, SENT, ACCEPTED) },
	    9, CLOCK_STOPPED, 1, 0 },
	{ CLOCK_ACCEPT, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(2, A, SEND_UNIT, SENT, UNIT_SENT)
	    }, 9, CLOCK_STOPPED, 2, 0 },
	{ CLOCK_ACCEPT, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(2, A, REJECT, SENT, REJECTED) },
	    9, CLOCK_STOPPED, 2, 0 },
	/* given back and given again: from nothing */
	{ CLOCK_ACCEPT, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(2, A, TRANSFER, SENT, TRANSFERRED),
	    ON(7, A, ROUTE, NONE, SENT) }, 8, CLOCK_RUNNING, 1, 0 },
	{ CLOCK_ACCEPT, &fire, { ON(0, E, ROUTE, NEW, ROUTED), ON(3, E, ROUTE, ROUTED, ROUTED) }, 4,
	    CLOCK_RUNNING, 1, 0 },
	{ CLOCK_ACCEPT, &fire, { ON(0, E, ROUTE, NEW, ROUTED), ON(3, E, HANDLE, ROUTED, HANDLING) },
	    9, CLOCK_STOPPED, 3, 0 },
	{ CLOCK_ACCEPT, &fire, { ON(0, E, ROUTE, NEW, ROUTED), ON(3, E, HANDLE, ROUTED, HANDLING),
	    ON(9, E, RESOLVE, HANDLING, RESOLVED), ON(20, E, REOPEN, RESOLVED, REOPENED) }, 22,
	    CLOCK_RUNNING, 2, 0 },

	{ CLOCK_ARRIVE, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(1, A, ACCEPT, SENT, ACCEPTED) }, 9,
	    CLOCK_RUNNING, 9, 6 },
	{ CLOCK_ARRIVE, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(9, A, ARRIVE, ACCEPTED, ON_SCENE) },
	    30, CLOCK_STOPPED, 9, 6 },
	{ CLOCK_ARRIVE, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(5, A, RELEASE, SENT, NOT_NEEDED) },
	    30, CLOCK_STOPPED, 5, 10 },

	{ CLOCK_FINISH, &fire, { ON(0, A, ROUTE, NONE, SENT), ON(60, A, FINISH, ON_SCENE, DONE) },
	    99, CLOCK_STOPPED, 60, 180 },
	{ CLOCK_FINISH, &fire, { ON(0, E, CREATE, NONE, NEW), ON(1, E, ROUTE, NEW, ROUTED) }, 40,
	    CLOCK_RUNNING, 40, 200 },
	{ CLOCK_FINISH, &fire, { ON(0, E, CREATE, NONE, NEW), ON(50, E, RESOLVE, HANDLING, RESOLVED)
	    }, 99, CLOCK_STOPPED, 50, 190 },
	{ CLOCK_FINISH, &fire, { ON(0, E, CREATE, NONE, NEW), ON(50, E, RESOLVE, HANDLING, RESOLVED),
	    ON(80, E, REOPEN, RESOLVED, REOPENED) }, 90, CLOCK_RUNNING, 10, 230 },
	{ CLOCK_FINISH, &fire, { ON(0, E, CREATE, NONE, NEW), ON(9, E, MERGE, NEW, MERGED),
	    ON(60, E, UNMERGE, MERGED, ROUTED) }, 70, CLOCK_RUNNING, 19, 221 },
	/* a dispute goes on counting against the agency */
	{ CLOCK_FINISH, &hole, { ON(0, A, ROUTE, NONE, SENT), ON(100, A, FINISH, ACCEPTED, DONE),
	    ON(200, C, DISPUTE, RESOLVED, DISPUTED), ON(200, A, ROUTE, NONE, SENT) }, 230,
	    CLOCK_RUNNING, 130, 6170 },

	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED) }, 60, CLOCK_RUNNING, 60, 1290 },
	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    ON(60, C, ASK, RECEIVED, NEEDS_INFO) }, 90, CLOCK_PAUSED, 60, 1290 },
	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    ON(60, C, ASK, RECEIVED, NEEDS_INFO), ON(90, C, ANSWER, NEEDS_INFO, RECEIVED) }, 100,
	    CLOCK_RUNNING, 70, 1280 },
	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    ON(60, C, ASK, RECEIVED, NEEDS_INFO), ON(90, C, ARCHIVE, NEEDS_INFO, ARCHIVED),
	    ON(200, C, ANSWER, ARCHIVED, RECEIVED) }, 210, CLOCK_RUNNING, 70, 1280 },
	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    ON(60, C, VERIFY, RECEIVED, VERIFIED) }, 300, CLOCK_STOPPED, 60, 1290 },
	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    ON(60, C, MERGE, RECEIVED, DUPLICATE) }, 300, CLOCK_STOPPED, 60, 1290 },
	{ CLOCK_VERIFY, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    ON(60, C, MERGE, RECEIVED, DUPLICATE), ON(90, C, UNMERGE, DUPLICATE, RECEIVED) }, 100,
	    CLOCK_RUNNING, 70, 1280 },

	{ CLOCK_SORT, &hole, { ON(0, C, VERIFY, RECEIVED, VERIFIED) }, 30, CLOCK_RUNNING, 30, 1320 },
	{ CLOCK_SORT, &hole, { ON(0, C, VERIFY, RECEIVED, VERIFIED),
	    ON(40, C, ASSIGN, VERIFIED, ASSIGNED) }, 90, CLOCK_STOPPED, 40, 1310 },

	{ CLOCK_FOLLOW_UP, &hole, { ON(0, C, ASSIGN, VERIFIED, ASSIGNED) }, 60, CLOCK_RUNNING, 60,
	    2190 },
	{ CLOCK_FOLLOW_UP, &hole, { ON(0, C, ASSIGN, VERIFIED, ASSIGNED),
	    WORDS(60, C, START, ASSIGNED, IN_PROGRESS) }, 90, CLOCK_STOPPED, 60, 2190 },
	{ CLOCK_FOLLOW_UP, &hole, { ON(0, C, ASSIGN, VERIFIED, ASSIGNED),
	    ON(60, C, ASSIGN, ASSIGNED, ASSIGNED) }, 90, CLOCK_RUNNING, 30, 2220 },
	{ CLOCK_FOLLOW_UP, &hole, { ON(0, C, ASSIGN, VERIFIED, ASSIGNED),
	    ON(60, C, TRANSFER, ASSIGNED, ASSIGNED) }, 90, CLOCK_RUNNING, 30, 2220 },
	{ CLOCK_FOLLOW_UP, &hole, { ON(0, C, DISPUTE, RESOLVED, DISPUTED),
	    WORDS(9, C, NOTE, DISPUTED, DISPUTED) }, 30, CLOCK_RUNNING, 30, 2220 },
	{ CLOCK_FOLLOW_UP, &hole, { ON(0, C, ASSIGN, VERIFIED, ASSIGNED),
	    ON(10, C, WITHDRAW, ASSIGNED, WITHDRAWN) }, 30, CLOCK_STOPPED, 10, 2240 },

	{ CLOCK_CLASS, &hole, { ON(0, C, VERIFY, RECEIVED, VERIFIED),
	    ON(10, C, ASSIGN, VERIFIED, ASSIGNED), ON(20, C, START, ASSIGNED, IN_PROGRESS),
	    ON(30, C, HOLD, IN_PROGRESS, ON_HOLD) }, 60, CLOCK_RUNNING, 60, 6240 },
	{ CLOCK_CLASS, &hole, { ON(0, C, VERIFY, RECEIVED, VERIFIED),
	    ON(60, C, VALIDATE, AWAITING_VALIDATION, RESOLVED),
	    ON(90, C, DISPUTE, RESOLVED, DISPUTED) }, 100, CLOCK_RUNNING, 70, 6230 },
	{ CLOCK_CLASS, &hole, { ON(0, C, VERIFY, RECEIVED, VERIFIED),
	    ON(60, C, VALIDATE, AWAITING_VALIDATION, RESOLVED),
	    ON(90, C, CONFIRM, RESOLVED, CLOSED), ON(100, C, REOPEN, CLOSED, ASSIGNED) }, 110,
	    CLOCK_RUNNING, 10, 6290 },

	{ CLOCK_REPLY, &hole, { ON(0, C, ASK, RECEIVED, NEEDS_INFO) }, 60, CLOCK_RUNNING, 60, 4440 },
	{ CLOCK_REPLY, &hole, { ON(0, C, ASK, RECEIVED, NEEDS_INFO),
	    ON(60, C, ANSWER, NEEDS_INFO, RECEIVED) }, 90, CLOCK_STOPPED, 60, 4440 },
	/* asked again: the whole time again */
	{ CLOCK_REPLY, &hole, { ON(0, C, ASK, RECEIVED, NEEDS_INFO),
	    ON(60, C, ANSWER, NEEDS_INFO, RECEIVED), ON(90, C, ASK, RECEIVED, NEEDS_INFO) }, 100,
	    CLOCK_RUNNING, 10, 4490 },

	{ CLOCK_CHECK, &hole, { ON(0, C, SUBMIT, IN_PROGRESS, AWAITING_VALIDATION) }, 9,
	    CLOCK_RUNNING, 9, 1341 },
	{ CLOCK_CHECK, &hole, { ON(0, C, SUBMIT, IN_PROGRESS, AWAITING_VALIDATION),
	    ON(9, C, RETURN, AWAITING_VALIDATION, IN_PROGRESS) }, 60, CLOCK_STOPPED, 9, 1341 },
	{ CLOCK_CHECK, &hole, { ON(0, C, SUBMIT, IN_PROGRESS, AWAITING_VALIDATION),
	    ON(9, C, VALIDATE, AWAITING_VALIDATION, RESOLVED) }, 60, CLOCK_STOPPED, 9, 1341 },

	{ CLOCK_DISPUTE, &hole, { ON(0, C, VALIDATE, AWAITING_VALIDATION, RESOLVED) }, 9,
	    CLOCK_RUNNING, 9, 1341 },
	{ CLOCK_DISPUTE, &hole, { ON(0, C, VALIDATE, AWAITING_VALIDATION, RESOLVED),
	    ON(9, C, DISPUTE, RESOLVED, DISPUTED) }, 60, CLOCK_STOPPED, 9, 1341 },
	{ CLOCK_DISPUTE, &hole, { ON(0, C, VALIDATE, AWAITING_VALIDATION, RESOLVED),
	    ON(9, C, CONFIRM, RESOLVED, CLOSED) }, 60, CLOCK_STOPPED, 9, 1341 },

	{ CLOCK_SILENCE, &hole, { ON(0, C, CREATE, NONE, RECEIVED) }, 60, CLOCK_RUNNING, 60, 2190 },
	{ CLOCK_SILENCE, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    WORDS(60, C, NOTE, IN_PROGRESS, IN_PROGRESS) }, 90, CLOCK_RUNNING, 30, 2220 },
	/* scheduled and on hold do not stop it; a note nobody outside reads says nothing */
	{ CLOCK_SILENCE, &hole, { WORDS(0, C, SCHEDULE, IN_PROGRESS, SCHEDULED),
	    ON(60, C, NOTE, SCHEDULED, SCHEDULED) }, 90, CLOCK_RUNNING, 90, 2160 },
	{ CLOCK_SILENCE, &hole, { WORDS(0, C, HOLD, IN_PROGRESS, ON_HOLD),
	    ON(60, C, RESUME, ON_HOLD, IN_PROGRESS) }, 90, CLOCK_RUNNING, 90, 2160 },
	{ CLOCK_SILENCE, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    WORDS(60, C, VALIDATE, AWAITING_VALIDATION, RESOLVED) }, 90, CLOCK_STOPPED, 60, 2190 },
	{ CLOCK_SILENCE, &hole, { ON(0, C, CREATE, NONE, RECEIVED),
	    WORDS(60, C, VALIDATE, AWAITING_VALIDATION, RESOLVED),
	    ON(90, C, DISPUTE, RESOLVED, DISPUTED) }, 100, CLOCK_RUNNING, 70, 2180 },

	{ CLOCK_SUBJECT, NULL, { ON(0, N, SUBJECT, NONE, RECEIVED) }, 60, CLOCK_RUNNING, 60, 4260 },
	{ CLOCK_SUBJECT, NULL, { ON(0, N, SUBJECT, NONE, RECEIVED),
	    ON(60, N, SUBJECT, RECEIVED, CLOSED) }, 90, CLOCK_STOPPED, 60, 4260 },
	{ CLOCK_BREACH, NULL, { ON(0, N, BREACH, NONE, RECEIVED) }, 60, CLOCK_RUNNING, 60, 4260 },
	{ CLOCK_BREACH, NULL, { ON(0, N, BREACH, NONE, RECEIVED),
	    ON(60, N, BREACH, RECEIVED, CLOSED) }, 90, CLOCK_STOPPED, 60, 4260 },
};

static void
read_row(const struct row *r, struct reading *out)
{
	size_t	 n;

	for (n = 0; n < COUNT(r->ticks) && r->ticks[n].at != 0; n++)
		;
	clock_read(r->clock, &office, clock_limit(r->clock, &office, r->c), r->ticks, n,
	    T0 + r->minute * MINUTE, out);
}

static void
each_start_pause_and_stop(void **state)
{
	struct reading	 r;
	size_t		 i;

	(void)state;
	for (i = 0; i < COUNT(table); i++) {
		read_row(&table[i], &r);
		if (r.state != table[i].state || r.used != table[i].used * MINUTE ||
		    r.left != table[i].left * MINUTE)
			print_error("row %zu (%s): state %d used %lld left %lld\n", i,
			    clock_code(table[i].clock), r.state, (long long)(r.used / MINUTE),
			    (long long)(r.left / MINUTE));
		assert_int_equal(r.state, table[i].state);
		assert_int_equal(r.used, table[i].used * MINUTE);
		assert_int_equal(r.left, table[i].left * MINUTE);
	}
}

/* A call's answer is measured in seconds; every other clock stands in the table above. */
static void
a_ring_is_answered_in_seconds(void **state)
{
	const struct tick	 t[] = { ON(0, K, NONE, NONE, RINGING),
		{ T0 + 9 * SECOND, K, ACT_PICK_UP, ST_RINGING, ST_ANSWERED, false, 0 } };
	struct reading		 r;
	bool			 seen[CLOCK_COUNT] = { [CLOCK_ANSWER] = true };
	size_t			 i;
	int			 c;

	(void)state;
	clock_read(CLOCK_ANSWER, &office, clock_limit(CLOCK_ANSWER, &office, NULL), t, 1, T0 + 9000,
	    &r);
	CHECK(r.state == CLOCK_RUNNING && r.due == T0 + 15 * SECOND && r.left == 6 * SECOND);
	clock_read(CLOCK_ANSWER, &office, clock_limit(CLOCK_ANSWER, &office, NULL), t, 2, T0 + DAY,
	    &r);
	CHECK(r.state == CLOCK_STOPPED && r.used == 9 * SECOND);
	for (i = 0; i < COUNT(table); i++)
		seen[table[i].clock] = true;
	for (c = CLOCK_NONE + 1; c < CLOCK_COUNT; c++)
		CHECK(seen[c]);
}

/* 5, 14 or 60 working days: what a category promises, never more than its class. */
static void
classes_of_complaints(void **state)
{
	static const struct { int64_t finish; int64_t days; } all[] = {
		{ 450, 5 }, { 2250, 5 }, { 2251, 14 }, { 6300, 14 }, { 27000, 60 }, { 90000, 60 },
		{ 0, 60 },
	};
	struct category	 c = hole;
	size_t		 i;

	(void)state;
	for (i = 0; i < COUNT(all); i++) {
		c.finish = all[i].finish;
		CHECK_INT(clock_class(&office, &c), all[i].days);
		CHECK(clock_limit(CLOCK_CLASS, &office, &c).ms <= all[i].days * 450 * MINUTE);
	}
}

#define TEST(f)	cmocka_unit_test(f)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(each_start_pause_and_stop),
		TEST(a_ring_is_answered_in_seconds),
		TEST(classes_of_complaints),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
