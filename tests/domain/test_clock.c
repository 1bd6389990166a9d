/* test_clock.c: limits in minutes and in working days. */
#include "check.h"
#include "domain/clock.h"
#include "lib/rc.h"
#include "lib/when.h"

enum { WIB = 420 };

static const int64_t	 holidays[] = { 20780 };	/* Monday, 23 November 2026 */
static const struct calendar	 office = {
	.zone = WIB, .opens = 8 * 60, .closes = 15 * 60 + 30, .holidays = holidays, .n = 0,
};

static int64_t
at(int day, int hour, int minute)
{
	return when_instant(&(struct civil){ .year = 2026, .month = 11, .day = day,
	    .hour = hour, .minute = minute }, WIB);
}

static void
minutes_round_the_clock(void **state)
{
	(void)state;
	CHECK(clock_due(&office, at(21, 23, 50), 15, false) == at(22, 0, 5));
	CHECK(clock_due(&office, at(21, 23, 50), 0, false) == 0);	/* no limit */
	CHECK(clock_due(&office, at(21, 23, 50), -5, true) == 0);
}

static void
minutes_in_office_hours(void **state)
{
	(void)state;
	/* Thursday 19 November 2026 */
	CHECK(clock_due(&office, at(19, 9, 0), 60, true) == at(19, 10, 0));
	CHECK(clock_due(&office, at(19, 15, 0), 60, true) == at(20, 8, 30));
	CHECK(clock_due(&office, at(19, 6, 0), 60, true) == at(19, 9, 0));
	CHECK(clock_due(&office, at(19, 20, 0), 60, true) == at(20, 9, 0));
	/* Friday evening goes to Monday. */
	CHECK(clock_due(&office, at(20, 15, 30), 30, true) == at(23, 8, 30));
	/* 450 minutes are one working day, ended at its end. */
	CHECK(clock_due(&office, at(19, 8, 0), 450, true) == at(19, 15, 30));
	CHECK(clock_due(&office, at(19, 8, 0), 451, true) == at(20, 8, 1));
}

static void
working_days(void **state)
{
	struct calendar	 with = office;

	(void)state;
	CHECK(clock_due_days(&office, at(19, 10, 0), 3) == at(24, 10, 0));
	with.n = COUNT(holidays);
	CHECK(!clock_is_working_day(&with, holidays[0]));
	CHECK(clock_is_working_day(&office, holidays[0]));
	CHECK(clock_due_days(&with, at(19, 10, 0), 3) == at(25, 10, 0));
	CHECK(!clock_is_working_day(&office, 20778));	/* Saturday 21 */
	CHECK(!clock_is_working_day(&office, 20779));	/* Sunday 22 */
}

/* Later beginnings never end earlier; more minutes never end earlier. */
static void
limits_are_in_order(void **state)
{
	int64_t	 from, due, last = 0, minutes;

	(void)state;
	for (from = at(1, 0, 0); from < at(29, 0, 0); from += 37 * MINUTE) {
		due = clock_due(&office, from, 1350, true);
		CHECK(due > from && due >= last);
		last = due;
	}
	for (last = 0, minutes = 1; minutes < 30000; minutes += 89) {
		due = clock_due(&office, at(19, 9, 0), minutes, true);
		CHECK(due > last);
		last = due;
	}
}

/* A calendar without an office hour must end, too. */
static void
bad_calendars_end(void **state)
{
	struct calendar	 closed = office;

	(void)state;
	closed.closes = closed.opens;
	CHECK(clock_due(&closed, at(19, 9, 0), 60, true) > at(19, 9, 0));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(minutes_round_the_clock),
		cmocka_unit_test(minutes_in_office_hours),
		cmocka_unit_test(working_days),
		cmocka_unit_test(limits_are_in_order),
		cmocka_unit_test(bad_calendars_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
