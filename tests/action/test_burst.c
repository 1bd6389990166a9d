/* test_burst.c: many hang-ups at once. */
#include "action/burst_action.h"
#include "action/callback_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;

static int
setup(void **state)
{
	(void)state;
	city = city_open();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&city);
	return 0;
}

static size_t
bursts(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_bursts(&d, &n), RC_OK);
	return n;
}

static void
hang_up(int n, const char *line)
{
	static int	 serial;
	struct desk	 d = city_as(&city, "worker");
	struct missed	 m;
	int64_t		 call;
	bool		 again;

	for (; n > 0; n--) {
		city.now += 10 * SECOND;
		m = (struct missed){ .token = arena_printf(city.arena, "h%d", ++serial),
		    .number = "", .line = line, .rang = city.now };
		d.now = city.now;
		assert_int_equal(db_begin(d.db), RC_OK);
		assert_int_equal(db_finish(d.db, call_missed(&d, &m, &call, &again)), RC_OK);
	}
}

static void
a_burst_is_seen_once_and_explained(void **state)
{
	struct desk	 d;
	struct burst	 list[BURSTS_SHOWN], b;
	size_t		 n;

	(void)state;
	hang_up(6, "");
	CHECK_INT(bursts(), 0);
	hang_up(1, "");
	CHECK_INT(bursts(), 1);
	CHECK_INT(bursts(), 0);
	hang_up(2, "");
	CHECK_INT(bursts(), 0);
	d = city_as(&city, "petugas");
	CHECK_INT(see_bursts(&d, list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(list[0].calls, 9);
	CHECK_INT(burst_explain(&d, list[0].id, "latihan", &b), RC_FORBIDDEN);
	d = city_as(&city, "penyelia");
	CHECK_INT(burst_explain(&d, list[0].id, "", &b), RC_INPUT);
	CHECK_INT(burst_explain(&d, list[0].id, "kabel putus", &b), RC_OK);
	CHECK_INT(burst_explain(&d, list[0].id, "lain", &b), RC_CONFLICT);
	CHECK_TEXT(b.note, "kabel putus");
	CHECK_INT(bursts(), 0);			/* those are explained */
	hang_up(7, "");
	CHECK_INT(bursts(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'burst'"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'burst_end'"
	    " AND note = 'kabel putus'"), 1);
}

static void
hang_ups_far_apart_are_none(void **state)
{
	int	 i;

	(void)state;
	for (i = 0; i < 10; i++) {
		hang_up(1, "");
		city.now += MINUTE;
		CHECK_INT(bursts(), 0);
	}
}

static void
one_line_and_the_settings(void **state)
{
	struct desk	 d = city_as(&city, "penyelia");
	struct burst	 list[BURSTS_SHOWN];
	size_t		 n;

	(void)state;
	hang_up(4, "112-3");
	CHECK_INT(bursts(), 1);
	CHECK_INT(see_bursts(&d, list, &n), RC_OK);
	CHECK_TEXT(list[0].line, "112-3");
	CHECK_INT(setting_write(city.db, "burst_calls", "5"), RC_OK);
	hang_up(1, "");
	CHECK_INT(bursts(), 1);
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(a_burst_is_seen_once_and_explained), T(hang_ups_far_apart_are_none),
		T(one_line_and_the_settings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
