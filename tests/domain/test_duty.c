/* test_duty.c: when shifts begin, who is called, patterns: with nothing but numbers. */
#include "check.h"
#include "domain/duty.h"
#include "domain/shift.h"
#include "lib/when.h"

#define WIB	420
#define NOON	INT64_C(1795064400000)	/* Thursday, 19 November 2026, 12.00 WIB */

static void
a_day_has_one_to_six_shifts(void **state)
{
	int64_t	 day[SHIFTS_MAX + 1], midnight = when_midnight(NOON, WIB);

	(void)state;
	CHECK_INT(shift_day("07.00 15.00 23.00", midnight, day), 3);
	CHECK_INT(day[2] - midnight, 23 * HOUR);
	CHECK_INT(day[3] - midnight, 31 * HOUR);
	CHECK_INT(shift_day("08.00", midnight, day), 1);
	CHECK_INT(day[1] - day[0], DAY);
	CHECK_INT(shift_day("", midnight, day), 3);
	CHECK_INT(shift_day("9 17", midnight, day), 3);
}

static void
a_shift_goes_on_over_midnight(void **state)
{
	int64_t	 midnight = when_midnight(NOON, WIB);

	(void)state;
	CHECK_INT(shift_start("07.00 15.00 23.00", midnight + HOUR, WIB), midnight - HOUR);
	CHECK_INT(shift_end("07.00 15.00 23.00", midnight + HOUR, WIB), midnight + 7 * HOUR);
	CHECK_INT(shift_end("07.00 15.00 23.00", midnight - HOUR, WIB), midnight + 7 * HOUR);
	CHECK_INT(shift_start("07.00 15.00 23.00", NOON, WIB), midnight + 7 * HOUR);
	CHECK_INT(shift_end("07.00 15.00 23.00", NOON, WIB), midnight + 15 * HOUR);
	CHECK_INT(shift_start("12.00", NOON, WIB), NOON);
	CHECK_INT(shift_end("12.00", NOON, WIB), NOON + DAY);
}

/* On duty first, then who stands by, then everybody: an alarm never reaches nobody. */
static void
who_is_called(void **state)
{
	const unsigned		 all = duty_peers(ROLE_OPD_OPERATOR);
	const struct duty	 rows[] = {
		{ .account = 1, .role = ROLE_OPD_OPERATOR },
		{ .account = 2, .role = ROLE_OPD_OPERATOR, .standby = true },
	};

	(void)state;
	CHECK_INT(duty_called(rows, 2, all, 1), CALLED_ON);
	CHECK_INT(duty_called(rows, 2, all, 2), CALLED_NO);
	CHECK_INT(duty_called(rows, 2, all, 3), CALLED_NO);
	CHECK_INT(duty_called(rows + 1, 1, all, 2), CALLED_STANDBY);
	CHECK_INT(duty_called(rows + 1, 1, all, 3), CALLED_NO);
	CHECK_INT(duty_called(rows, 0, all, 3), CALLED_ALL);
	CHECK_INT(duty_called(rows, 2, DUTY_ROLE(ROLE_OPD_HEAD), 9), CALLED_ALL);
	CHECK(duty_peers(ROLE_OPD_HEAD) == all && duty_peers(ROLE_CALL_TAKER) != duty_peers(ROLE_SUPERVISOR));
}

static void
eight_hours_of_rest(void **state)
{
	const struct duty	 d = { .start = NOON, .until = NOON + 8 * HOUR };

	(void)state;
	CHECK(duty_overlaps(&d, NOON + 7 * HOUR, NOON + 15 * HOUR));
	CHECK(!duty_overlaps(&d, NOON + 8 * HOUR, NOON + 16 * HOUR));
	CHECK(duty_is_tight(&d, NOON + 8 * HOUR, NOON + 16 * HOUR));
	CHECK(duty_is_tight(&d, NOON - 15 * HOUR, NOON - 8 * HOUR + 1));
	CHECK(!duty_is_tight(&d, NOON - 16 * HOUR, NOON - 8 * HOUR));
	CHECK(!duty_is_tight(&d, NOON + 16 * HOUR, NOON + 24 * HOUR));
}

static void
patterns(void **state)
{
	size_t	 days[PATTERN_DAYS];

	(void)state;
	CHECK_INT(duty_pattern("1 1 2 2 3 3 - -", 3, days), 8);
	CHECK_INT(days[5], 3);
	CHECK_INT(days[6], 0);
	CHECK_INT(duty_pattern("4", 3, days), 0);
	CHECK_INT(duty_pattern("12", 3, days), 0);
	CHECK_INT(duty_pattern("1 x", 3, days), 0);
	CHECK_INT(duty_pattern("", 3, days), 0);
	CHECK_INT(duty_pattern("1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", 3, days), 0);
}

static void
a_lack_rings_ever_more_seldom(void **state)
{
	enum lack	 k;

	(void)state;
	CHECK_INT(lack_wait(LACK_SHORT, 0), 0);
	CHECK_INT(lack_wait(LACK_ABSENT, 0), DUTY_HERE);
	CHECK_INT(lack_wait(LACK_SHORT, 1), 15 * MINUTE);
	CHECK_INT(lack_wait(LACK_SHORT, 2), 30 * MINUTE);
	CHECK_INT(lack_wait(LACK_UNREAD, 9), HOUR);
	for (k = LACK_SHORT; k < LACK_COUNT; k++)
		CHECK_INT(lack_of(lack_code(k)), k);
	CHECK_INT(lack_of("x"), LACK_NONE);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_day_has_one_to_six_shifts),
		cmocka_unit_test(a_shift_goes_on_over_midnight),
		cmocka_unit_test(who_is_called),
		cmocka_unit_test(eight_hours_of_rest),
		cmocka_unit_test(patterns),
		cmocka_unit_test(a_lack_rings_ever_more_seldom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
