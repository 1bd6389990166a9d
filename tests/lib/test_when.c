/* test_when.c: civil time. */
#include "check.h"
#include "lib/when.h"

enum { WIB = 420, WITA = 480, WIT = 540 };

static struct arena	 a;

static int
teardown(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

/* Instants from date -u -d ... +%s. */
static void
knows_dates(void **state)
{
	static const struct { int64_t at; const char *iso; int weekday; }	 known[] = {
		{ 0, "1970-01-01T00:00:00Z", 4 },
		{ -1, "1969-12-31T23:59:59Z", 3 },
		{ INT64_C(951782400000), "2000-02-29T00:00:00Z", 2 },
		{ INT64_C(1795246325000), "2026-11-21T07:32:05Z", 6 },
		{ INT64_C(4107542400000), "2100-03-01T00:00:00Z", 1 },
		{ INT64_C(-62135596800000), "0001-01-01T00:00:00Z", 1 },
	};
	size_t									 i;
	struct civil								 c;

	(void)state;
	for (i = 0; i < COUNT(known); i++) {
		c = when_civil(known[i].at, 0);
		CHECK_TEXT(when_iso(&a, known[i].at), known[i].iso);
		CHECK(c.weekday == known[i].weekday);
	}
}

static void
goes_there_and_back(void **state)
{
	struct civil	 c;
	int64_t		 at;

	(void)state;
	for (at = INT64_C(-3000000000000); at < INT64_C(5000000000000); at += INT64_C(7654321) * SECOND) {
		c = when_civil(at, WIT);
		CHECK(when_instant(&c, WIT) == at);
		CHECK(c.weekday >= 0 && c.weekday <= 6);
		c = when_civil(at, -600);
		CHECK(when_instant(&c, -600) == at);
	}
	when_civil(INT64_MAX, 900);		/* no overflow; the sanitizer watches */
	when_civil(INT64_MIN, -900);
}

static void
shows_the_city_s_hour(void **state)
{
	int64_t	 at = INT64_C(1795246325000);

	(void)state;
	CHECK_TEXT(when_clock(&a, at, WIB), "14.32");
	CHECK_TEXT(when_clock_s(&a, at, WITA), "15.32.05");
	CHECK_TEXT(when_day(&a, at, WIB), "2026-11-21");
	CHECK_TEXT(when_day(&a, at + 10 * (int64_t)HOUR, WIB), "2026-11-22");
	CHECK_TEXT(when_iso(&a, when_midnight(at, WIB)), "2026-11-20T17:00:00Z");
	CHECK(when_midnight(when_midnight(at, WIB), WIB) == when_midnight(at, WIB));
}

static void
reads_what_a_form_sends(void **state)
{
	int64_t	 at;

	(void)state;
	CHECK(when_read("2026-11-21T14:32", WIB, &at) == RC_OK);
	CHECK_TEXT(when_iso(&a, at), "2026-11-21T07:32:00Z");
	CHECK(when_read("2026-11-21", WITA, &at) == RC_OK);
	CHECK_TEXT(when_iso(&a, at), "2026-11-20T16:00:00Z");
	CHECK(when_read("2028-02-29", 0, &at) == RC_OK);
}

static void
refuses_what_is_no_time(void **state)
{
	static const char *const	 bad[] = {
		"", "2026", "2026-13-01", "2026-00-10", "2026-02-30", "2027-02-29", "2026-04-31",
		"2026-11-21T24:00", "2026-11-21T12:60", "2026-11-21T12", "2026-11-21 12:00",
		"2026-11-21T12:00:00", "21-11-2026", "2026-1-1", "2026-11-00", "x026-11-21", "2026-11-2",
	};
	size_t				 i;
	int64_t				 at;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		CHECK(when_read(bad[i], WIB, &at) == RC_INPUT);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_teardown(knows_dates, teardown),
		cmocka_unit_test_teardown(goes_there_and_back, teardown),
		cmocka_unit_test_teardown(shows_the_city_s_hour, teardown),
		cmocka_unit_test_teardown(reads_what_a_form_sends, teardown),
		cmocka_unit_test_teardown(refuses_what_is_no_time, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
