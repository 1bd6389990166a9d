/* test_field.c: when a step of a phone happened. */
#include "check.h"
#include "domain/field.h"

#define NOW	INT64_C(1795055400000)
#define FROM	(NOW - 3 * HOUR)

static struct moment
came(int64_t pressed, int64_t sent)
{
	return field_moment((struct phone_time){ pressed, sent }, FROM, NOW);
}

static void
a_wrong_clock_does_not_matter(void **state)
{
	static const int64_t	 wrong[] = { 0, -DAY, 400 * DAY, -NOW + HOUR, 7 * MINUTE };
	struct moment		 m;
	size_t			 i;

	(void)state;
	for (i = 0; i < COUNT(wrong); i++) {
		m = came(NOW + wrong[i] - 25 * MINUTE, NOW + wrong[i]);
		CHECK_INT(m.at, NOW - 25 * MINUTE);
		CHECK_INT(m.device, m.at);
		CHECK_INT(m.doubt, DOUBT_NONE);
	}
}

static void
a_phone_that_says_nothing_means_now(void **state)
{
	static const struct phone_time	 none[] = { { 0, 0 }, { NOW, 0 }, { 0, NOW }, { -5, NOW } };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(none); i++) {
		CHECK_INT(field_moment(none[i], FROM, NOW).at, NOW);
		CHECK_INT(field_moment(none[i], FROM, NOW).device, 0);
		CHECK_INT(field_moment(none[i], FROM, NOW).doubt, DOUBT_NONE);
	}
}

static void
what_cannot_be_is_of_now(void **state)
{
	struct moment	 m = came(NOW + 1, NOW);

	(void)state;
	CHECK_INT(m.doubt, DOUBT_AHEAD);
	CHECK_INT(m.at, NOW);
	CHECK_INT(m.device, NOW + 1);
	m = came(NOW - 3 * HOUR - 1, NOW);
	CHECK_INT(m.doubt, DOUBT_BEFORE);
	CHECK_INT(m.at, NOW);
	CHECK_INT(m.device, FROM - 1);
	CHECK_INT(came(FROM, NOW).doubt, DOUBT_NONE);	/* at once is possible */
	CHECK_INT(came(FROM, NOW).at, FROM);
}

static void
two_days_are_the_limit(void **state)
{
	struct phone_time	 p = { NOW - 48 * HOUR, NOW };

	(void)state;
	CHECK_INT(field_moment(p, NOW - 9 * DAY, NOW).doubt, DOUBT_NONE);
	CHECK_INT(field_moment(p, NOW - 9 * DAY, NOW).at, NOW - 48 * HOUR);
	p.pressed--;
	CHECK_INT(field_moment(p, NOW - 9 * DAY, NOW).doubt, DOUBT_OLD);
	CHECK_INT(field_moment(p, NOW - 9 * DAY, NOW).at, NOW);
	CHECK_INT(field_moment((struct phone_time){ 1, INT64_MAX }, 0, NOW).at, NOW);
}

static void
codes_come_back(void **state)
{
	int	 i;

	(void)state;
	for (i = 0; i < DOUBT_COUNT; i++)
		CHECK_INT(doubt_of(doubt_code((enum doubt)i)), i);
	for (i = 1; i < OUTCOME_COUNT; i++)
		CHECK_INT(outcome_of(outcome_code((enum outcome)i)), i);
	CHECK_INT(outcome_of("x"), OUTCOME_NONE);
	CHECK_INT(doubt_of("x"), DOUBT_NONE);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_wrong_clock_does_not_matter),
		cmocka_unit_test(a_phone_that_says_nothing_means_now),
		cmocka_unit_test(what_cannot_be_is_of_now),
		cmocka_unit_test(two_days_are_the_limit),
		cmocka_unit_test(codes_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
