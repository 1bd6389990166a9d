/* test_rest.c: when somebody who takes calls has had enough; what a talk is. */
#include <string.h>

#include "check.h"
#include "domain/rest.h"
#include "domain/talk.h"
#include "lib/rc.h"

enum { MIN = 60 * 1000 };

static const int64_t		 hard[] = { 7, 9 };
static const struct rest_rule	 rule = { hard, COUNT(hard), 3, 120 * INT64_C(60000) };

/* Calls of four minutes, one every five, the newest first. */
static size_t
calls(struct rest_call *list, size_t n, int64_t now, int64_t category)
{
	size_t	 i;

	for (i = 0; i < n; i++) {
		list[i].closed = now - (int64_t)i * 5 * MIN - MIN;
		list[i].answered = list[i].rang = list[i].closed - 4 * MIN;
		list[i].category = category;
	}
	return n;
}

static void
hard_calls_in_a_row_weigh(void **state)
{
	struct rest_call	 list[5];
	struct rest_load	 load;
	int64_t			 now = 1000000000;

	(void)state;
	load = rest_weigh(&rule, list, calls(list, 3, now, 7), 0, now);
	CHECK_INT(load.hard, 3);
	CHECK(rest_is_due(&rule, &load));
	list[1].category = 1;			/* an easy one between */
	load = rest_weigh(&rule, list, 3, 0, now);
	CHECK_INT(load.hard, 1);
	CHECK(!rest_is_due(&rule, &load));
}

static void
a_pause_ends_it(void **state)
{
	struct rest_call	 list[5];
	struct rest_load	 load;
	int64_t			 now = 1000000000;

	(void)state;
	calls(list, 3, now, 9);
	load = rest_weigh(&rule, list, 3, 0, now + 14 * MIN);
	CHECK_INT(load.hard, 0);		/* 15 minutes since the last */
	CHECK_INT(load.working, 0);
	load = rest_weigh(&rule, list, 3, list[0].closed, now);
	CHECK_INT(load.hard, 0);		/* they rested since */
	list[1].closed -= 20 * MIN;
	load = rest_weigh(&rule, list, 3, 0, now);
	CHECK_INT(load.hard, 1);
}

static void
long_work_is_work_without_a_pause(void **state)
{
	struct rest_call	 list[40];
	struct rest_load	 load;
	int64_t			 now = 1000000000;

	(void)state;
	load = rest_weigh(&rule, list, calls(list, 23, now, 1), 0, now);
	CHECK(!rest_is_due(&rule, &load));
	load = rest_weigh(&rule, list, calls(list, 24, now, 1), 0, now);
	CHECK_INT(load.working, 120 * MIN);
	CHECK(rest_is_due(&rule, &load));
}

static void
night_goes_over_midnight(void **state)
{
	(void)state;
	CHECK(rest_is_night(23 * 60, 22 * 60, 5 * 60));
	CHECK(rest_is_night(0, 22 * 60, 5 * 60));
	CHECK(!rest_is_night(5 * 60, 22 * 60, 5 * 60));
	CHECK(!rest_is_night(12 * 60, 22 * 60, 5 * 60));
	CHECK(rest_is_night(60, 0, 4 * 60));
}

static void
a_talk_says_where_it_stands(void **state)
{
	struct talk	 t = { .token = "" };

	(void)state;
	CHECK_INT(talk_state(&t), TALK_WAITS);
	CHECK(talk_waits(&t));
	t.ticket = 3;
	CHECK_INT(talk_state(&t), TALK_ROUTED);
	CHECK(talk_waits(&t));
	t.account = 5;
	CHECK_INT(talk_state(&t), TALK_READ);
	CHECK(!talk_waits(&t));
	t.sure = 1;
	CHECK_INT(talk_state(&t), TALK_SENT);
	t.ended = 1;
	CHECK_INT(talk_state(&t), TALK_OVER);
}

static void
a_channel_is_one_of_the_list(void **state)
{
	(void)state;
	CHECK_TEXT(talk_channel("whatsapp"), "whatsapp");
	CHECK_TEXT(talk_channel(""), "call");
	CHECK_TEXT(talk_channel("pigeon"), "call");
	CHECK_TEXT(talk_channel("text"), "call");	/* is typed by nobody */
	CHECK_INT(side_of("in"), SIDE_IN);
	CHECK_INT(side_of("x"), SIDE_WE);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(hard_calls_in_a_row_weigh),
		cmocka_unit_test(a_pause_ends_it),
		cmocka_unit_test(long_work_is_work_without_a_pause),
		cmocka_unit_test(night_goes_over_midnight),
		cmocka_unit_test(a_talk_says_where_it_stands),
		cmocka_unit_test(a_channel_is_one_of_the_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
