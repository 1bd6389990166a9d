/* test_suspension.c: holidays and suspensions: limits of complaints move by what does not count. */
#include "action/calendar_action.h"
#include "action/clock_core.h"
#include "action/move_action.h"
#include "action/ref_action.h"
#include "action/worker_action.h"
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
	city_end(&city);
	return 0;
}

static void
fresh(void)
{
	city.ref = ref_current(city.db, city.now);
}

/* The worker's turns, until all is read anew; how many limits moved. */
static size_t
walks(void)
{
	struct desk	 d = city_as(&city, "worker");
	bool		 pending = true;
	size_t		 n, all = 0;

	fresh();
	while (pending) {
		CHECK_INT(worker_clocks(&d, &n), RC_OK);
		CHECK(n <= 50);
		all += n;
		CHECK_INT(clocks_pending(&d, &pending), RC_OK);
	}
	return all;
}

static int64_t
due(void)
{
	return city_count(&city, "SELECT due_at FROM ticket WHERE track = 2 ORDER BY id LIMIT 1");
}

static enum rc
suspends(const char *who, int64_t ms)
{
	struct desk	 d = city_as(&city, who);
	enum rc		 rc = clocks_suspend(&d, city.now + ms, "Banjir besar");

	fresh();
	return rc;
}

static void
disaster(void)
{
	struct receipt	 r = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);

	CHECK_INT(city_does(&city, "penyelia", &r, (struct order){ .act = ACT_DISASTER }), RC_OK);
}

/* --- suspension ---------------------------------------------------------------------------- */

static void
only_in_a_disaster_and_by_the_supervisor(void **state)
{
	struct suspension_view	 v;
	struct desk		 d = city_as(&city, "penyelia");

	(void)state;
	CHECK_INT(suspends("penyelia", DAY), RC_FORBIDDEN);	/* none is in force */
	disaster();
	CHECK_INT(suspends("pengarah", DAY), RC_FORBIDDEN);
	CHECK_INT(suspends("admin", DAY), RC_FORBIDDEN);
	CHECK_INT(suspends("penyelia", 0), RC_INPUT);
	CHECK_INT(suspends("penyelia", 31 * DAY), RC_INPUT);	/* never without an end */
	CHECK_INT(clocks_suspend(&d, city.now + DAY, ""), RC_INPUT);
	CHECK_INT(suspends("penyelia", DAY), RC_OK);
	CHECK_INT(suspends("penyelia", DAY), RC_CONFLICT);
	CHECK_INT(see_suspensions(&d, &v), RC_OK);
	CHECK(v.may && v.now != NULL && v.disaster != 0);
	CHECK_TEXT(v.now->reason, "Banjir besar");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'suspend'"
	    " AND note = 'Banjir besar' AND ticket = 1"), 1);
	d = city_as(&city, "pupr");
	CHECK_INT(see_suspensions(&d, &v), RC_FORBIDDEN);
}

static void
limits_move_by_what_was_suspended(void **state)
{
	int64_t	 before, fire;

	(void)state;
	disaster();
	city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	before = due();
	fire = city_count(&city, "SELECT due_at FROM ticket WHERE track = 1");
	CHECK_INT(suspends("penyelia", 2 * DAY), RC_OK);
	CHECK_INT(walks(), 1);
	CHECK(due() > before);
	CHECK(due() == clock_due(&city.ref->calendar, CITY_NOW, 1350, true));
	CHECK_INT(clock_between(&city.ref->calendar, CITY_NOW, CITY_NOW + 2 * DAY, true), 0);
	CHECK_INT(city_count(&city, "SELECT due_at FROM ticket WHERE track = 1"), fire);
	CHECK_INT(city_count(&city, "SELECT json_extract(data, '$.new') - json_extract(data,"
	    " '$.old') FROM event WHERE act = 'clock'"), due() - before);
	/* lifted after three hours: by three hours they moved, and by no more */
	city.now += 3 * HOUR;
	CHECK_INT(clocks_lift(&(struct desk){ .db = city.db, .arena = city.arena, .ref = city.ref,
	    .now = city.now, .who = city_as(&city, "penyelia").who }, "Surut"), RC_OK);
	CHECK_INT(walks(), 1);
	CHECK_INT(clock_between(&city.ref->calendar, before, due(), true), 3 * HOUR);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'lift'"
	    " AND note = 'Surut'"), 1);
	CHECK_INT(walks(), 0);
}

/* What begins in it, begins when it ends. */
static void
new_complaints_wait_for_its_end(void **state)
{
	(void)state;
	disaster();
	CHECK_INT(suspends("penyelia", 4 * HOUR), RC_OK);
	city.now += HOUR;
	city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	CHECK_INT(due(), clock_due(&city.ref->calendar, CITY_NOW + 4 * HOUR, 1350, true));
	/* it ends by itself; whoever forgot it does not stop the city */
	city.now += 3 * HOUR;
	CHECK(clock_pause(&city.ref->calendar, city.now) == NULL);
	CHECK_INT(suspends("penyelia", HOUR), RC_OK);
}

/* Nothing falls due by the old calendar while limits are read anew. */
static void
nothing_ends_before_all_is_read(void **state)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	(void)state;
	city_resolved(&city, false);
	disaster();
	city.now = due() - HOUR;
	CHECK_INT(suspends("penyelia", 5 * DAY), RC_OK);
	d = city_as(&city, "worker");
	d.now += 2 * HOUR;
	CHECK_INT(worker_closings(&d, &n), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(walks(), 1);
	CHECK_INT(worker_closings(&d, &n), RC_OK);
	CHECK_INT(n, 0);
	d.now = due();
	CHECK_INT(worker_closings(&d, &n), RC_OK);
	CHECK_INT(n, 1);
}

/* --- holidays -------------------------------------------------------------------------------- */

static enum rc
enters(const char *who, int64_t day, const char *name, const char *kind)
{
	struct desk	 d = city_as(&city, who);
	enum rc		 rc = holiday_enter(&d, &(struct holiday){ .day = day, .name = name,
		.kind = kind, .source = "Keputusan Wali Kota" });

	fresh();
	return rc;
}

static void
a_holiday_moves_what_runs(void **state)
{
	int64_t		 monday = clock_day(&city.ref->calendar, CITY_NOW) + 4, before, i;
	struct desk	 admin = city_as(&city, "admin");

	(void)state;
	for (i = 0; i < 120; i++)		/* more than one turn of the worker */
		city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	before = due();
	CHECK_INT(enters("penyelia", monday, "Hari jadi", "daerah"), RC_FORBIDDEN);
	CHECK_INT(enters("admin", monday, "", "daerah"), RC_INPUT);
	CHECK_INT(enters("admin", monday, "Hari jadi", "pasar"), RC_INPUT);
	CHECK_INT(enters("admin", monday, "Hari jadi", "daerah"), RC_OK);
	CHECK_INT(enters("admin", monday, "Lain", "daerah"), RC_CONFLICT);
	city_filed(&city, "JLN", false, PRIVACY_PUBLIC);	/* honours it at once */
	CHECK_INT(city_count(&city, "SELECT max(due_at) FROM ticket"), before + DAY);
	CHECK_INT(walks(), 120);
	CHECK_INT(due(), before + DAY);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'calendar'"
	    " AND json_extract(data, '$.name') = 'Hari jadi' AND json_extract(data, '$.what')"
	    " = 'add' AND json_extract(data, '$.day') = '2026-11-23'"), 1);
	CHECK_INT(holiday_drop(&admin, monday), RC_OK);
	CHECK_INT(holiday_drop(&admin, monday), RC_NOTFOUND);
	CHECK_INT(walks(), 121);
	CHECK_INT(due(), before);
	CHECK_INT(walks(), 0);
}

/* What was decided stays with who decided it. */
static void
holidays_say_who_set_them(void **state)
{
	struct holiday	 list[HOLIDAYS_MAX];
	struct desk	 d = city_as(&city, "admin");
	size_t		 i, n;

	(void)state;
	CHECK_INT(see_holidays(&d, 2026, list, &n), RC_OK);
	CHECK(n > 20);
	for (i = 0; i < n; i++)
		CHECK(list[i].name[0] != '\0' && list[i].kind[0] != '\0' &&
		    list[i].source[0] != '\0');
	CHECK_INT(see_holidays(&d, 2031, list, &n), RC_OK);
	CHECK_INT(n, 0);
	d = city_as(&city, "penyelia");
	CHECK_INT(see_holidays(&d, 2026, list, &n), RC_FORBIDDEN);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(only_in_a_disaster_and_by_the_supervisor),
		TEST(limits_move_by_what_was_suspended),
		TEST(new_complaints_wait_for_its_end),
		TEST(nothing_ends_before_all_is_read),
		TEST(a_holiday_moves_what_runs),
		TEST(holidays_say_who_set_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
