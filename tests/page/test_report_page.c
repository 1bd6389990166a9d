/* test_report_page.c: what a phone says of where it is, and what the call desk types of it. */
#include "check.h"
#include "page/call_form.h"
#include "page/report_page.h"

static int64_t	 lat, lon;

static void
a_point_is_two_numbers(void **state)
{
	(void)state;
	CHECK(report_point("-0.94710,100.41720", &lat, &lon));
	CHECK_INT(lat, -947100);
	CHECK_INT(lon, 100417200);
	CHECK(report_point("geo:-0.94710,100.41720", &lat, &lon));
	CHECK_INT(lat, -947100);
	CHECK(report_point("5.5, 95.3", &lat, &lon));
	CHECK_INT(lat, 5500000);
	CHECK_INT(lon, 95300000);
}

static void
a_point_is_near_indonesia(void **state)
{
	(void)state;
	CHECK(!report_point("48.85000,2.35000", &lat, &lon));
	CHECK(!report_point("100.41720,-0.94710", &lat, &lon));
	CHECK(!report_point("-0.94710,179.00000", &lat, &lon));
	CHECK(!report_point("-20.00000,110.00000", &lat, &lon));
}

static void
anything_else_is_no_point(void **state)
{
	static const char *const	 bad[] = {
		"", ",", "1", "1,", ",100", "x,y", "nan,nan", "inf,100", "0x1,100", "1e0,100",
		"-0.9,100.4,5", "-0.9;100.4", "-0.9 100.4", "geo:", "-0.9,100.4?z=1",
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		CHECK(!report_point(bad[i], &lat, &lon));
}

/* 0.5164 is a little less than it says, as a double; the desk's point is the citizen's. */
static void
the_call_desk_reads_the_same_point(void **state)
{
	int64_t	 lat2, lon2;

	(void)state;
	CHECK(report_point("0.5164, 104.4514", &lat, &lon));
	CHECK(call_coords("0.5164, 104.4514", &lat2, &lon2));
	CHECK_INT(lat2, 516400);
	CHECK(lat == lat2 && lon == lon2);
	CHECK(!call_coords("0,0", &lat2, &lon2) && !call_coords("91,0", &lat2, &lon2));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_point_is_two_numbers),
		cmocka_unit_test(a_point_is_near_indonesia),
		cmocka_unit_test(anything_else_is_no_point),
		cmocka_unit_test(the_call_desk_reads_the_same_point),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
