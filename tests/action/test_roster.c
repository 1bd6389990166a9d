/* test_roster.c: rosters, swaps and whom alarms reach, on a clock of the test's own. */
#include <string.h>

#include "action/duty_action.h"
#include "action/roster_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static int64_t		 damkar, seven;		/* the agency; today's first shift, 07.00 */

static int
setup(void **state)
{
	(void)state;
	city = city_open();
	damkar = ref_agency_code(city.ref, "DAMKAR")->id;
	seven = when_midnight(CITY_NOW, city.ref->zone) + 7 * HOUR;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

static int64_t
id_of(const char *login)
{
	return city_as(&city, login).who.id;
}

static enum rc
puts_on(const char *planner, const char *login, int64_t start, bool standby)
{
	struct desk	 d = city_as(&city, planner);
	bool		 tight;

	return roster_assign(&d, &(struct posting){ damkar, start, id_of(login), standby }, &tight);
}

static bool
is_told(const char *login, const char *step)
{
	int64_t	 ids[DUTY_PEOPLE];
	size_t	 n;

	CHECK_INT(duty_people(&city, step, damkar, ids, &n, DUTY_PEOPLE), RC_OK);
	CHECK(n > 0);
	while (n-- > 0)
		if (ids[n] == id_of(login))
			return true;
	return false;
}

/* The id of somebody's last row. */
static int64_t
row(void)
{
	return city_count(&city, "SELECT max(id) FROM duty WHERE ended_at = 0");
}

static int64_t
said(void)
{
	return city_count(&city, "SELECT count(*) FROM event WHERE act IN ('duty', 'swap')");
}

/* --- whom alarms reach ---------------------------------------------------------------------------- */

static void
only_those_on_duty_are_told(void **state)
{
	(void)state;
	CHECK(is_told("damkar", "duty_officer") && is_told("damkar2", "duty_officer") &&
	    is_told("damkar.kepala", "duty_officer"));
	CHECK_INT(puts_on("damkar.kepala", "damkar2", seven, true), RC_OK);
	CHECK(is_told("damkar2", "duty_officer") && !is_told("damkar", "duty_officer"));
	CHECK_INT(puts_on("damkar.kepala", "damkar", seven, false), RC_OK);
	CHECK(is_told("damkar", "duty_officer") && !is_told("damkar2", "duty_officer"));
	CHECK(!is_told("damkar.kepala", "duty_officer"));
	CHECK(is_told("damkar.kepala", "agency_head"));		/* no roster names a head */
	CHECK(is_told("penyelia", "supervisor") && is_told("walikota", "sekda"));
}

static void
a_shift_over_midnight_is_on_until_its_end(void **state)
{
	(void)state;
	CHECK_INT(puts_on("damkar.kepala", "damkar", seven + 16 * HOUR, false), RC_OK);
	CHECK(is_told("damkar2", "duty_officer"));		/* not yet: everybody is */
	city.now = seven + 16 * HOUR;
	CHECK(!is_told("damkar2", "duty_officer"));
	city.now = seven + 20 * HOUR;				/* 03.00 of the next day */
	CHECK(is_told("damkar", "duty_officer") && !is_told("damkar2", "duty_officer"));
	city.now = seven + DAY - 1;
	CHECK(!is_told("damkar2", "duty_officer"));
	city.now = seven + DAY;
	CHECK(is_told("damkar2", "duty_officer"));
}

static void
screens_of_others_are_quiet(void **state)
{
	struct desk	 on = city_as(&city, "damkar"), off = city_as(&city, "damkar2");
	enum called	 c;

	(void)state;
	CHECK_INT(duty_own_call(&off, &c), RC_OK);
	CHECK_INT(c, CALLED_ALL);
	CHECK_INT(puts_on("penyelia", "damkar", seven, false), RC_OK);
	CHECK_INT(duty_own_call(&on, &c), RC_OK);
	CHECK_INT(c, CALLED_ON);
	CHECK_INT(duty_own_call(&off, &c), RC_OK);
	CHECK_INT(c, CALLED_NO);
}

/* --- who may, and what fits -------------------------------------------------------------------------- */

static void
a_planner_plans_what_is_theirs(void **state)
{
	struct desk	 kepala = city_as(&city, "pupr.kepala");
	struct roster	 r;

	(void)state;
	CHECK_INT(puts_on("damkar", "damkar2", seven, false), RC_NOTFOUND);
	CHECK_INT(puts_on("pupr.kepala", "damkar", seven, false), RC_NOTFOUND);
	CHECK_INT(puts_on("pengarah", "damkar", seven, false), RC_NOTFOUND);
	CHECK_INT(puts_on("penyelia", "pupr", seven, false), RC_INPUT);	/* not one of theirs */
	CHECK_INT(puts_on("penyelia", "damkar", seven + HOUR, false), RC_INPUT);
	CHECK_INT(puts_on("penyelia", "damkar", seven - DAY, false), RC_INPUT);
	CHECK_INT(see_roster(&kepala, damkar, city.now, &r), RC_NOTFOUND);
	CHECK_INT(said(), 0);
	CHECK_INT(puts_on("penyelia", "damkar", seven, false), RC_OK);
	CHECK_INT(said(), 1);
}

static void
nobody_is_at_two_places_and_rest_is_warned_about(void **state)
{
	struct desk	 d = city_as(&city, "penyelia");
	bool		 tight;

	(void)state;
	CHECK_INT(puts_on("penyelia", "damkar", seven, false), RC_OK);
	CHECK_INT(puts_on("penyelia", "damkar", seven, true), RC_CONFLICT);
	CHECK_INT(roster_assign(&d, &(struct posting){ damkar, seven + 8 * HOUR, id_of("damkar"),
	    false }, &tight), RC_OK);
	CHECK(tight);
	CHECK_INT(roster_assign(&d, &(struct posting){ damkar, seven + DAY, id_of("damkar2"),
	    false }, &tight), RC_OK);
	CHECK(!tight);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM duty"), 3);
}

static void
whoever_was_taken_off_was_on(void **state)
{
	struct desk	 d = city_as(&city, "penyelia");
	int64_t		 id;

	(void)state;
	CHECK_INT(puts_on("penyelia", "damkar", seven, false), RC_OK);
	id = row();
	CHECK_INT(roster_remove(&d, id), RC_OK);
	CHECK_INT(roster_remove(&d, id), RC_CONFLICT);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM duty WHERE ended_at <> 0"), 1);
	CHECK_INT(puts_on("penyelia", "damkar", seven, false), RC_OK);	/* and again */
	city.now = seven + 8 * HOUR;
	d = city_as(&city, "penyelia");
	CHECK_INT(roster_remove(&d, row()), RC_CONFLICT);		/* it is past */
	CHECK_INT(said(), 3);
}

/* The city begins its shifts at other hours: what was planned stays where it was. */
static void
another_setting_does_not_move_the_past(void **state)
{
	struct desk	 d = city_as(&city, "damkar.kepala");
	struct roster	 r;

	(void)state;
	CHECK_INT(puts_on("damkar.kepala", "damkar", seven, false), RC_OK);
	CHECK_INT(db_script(city.db, "INSERT INTO setting (name, value) VALUES"
	    " ('shifts', '06.00 18.00') ON CONFLICT (name) DO UPDATE SET value = '06.00 18.00'"),
	    RC_OK);
	CHECK_INT(see_roster(&d, damkar, city.now, &r), RC_OK);
	CHECK_INT(r.shifts, 2);
	CHECK_INT(r.nrows, 1);
	CHECK_INT(r.rows[0].start, seven);
	CHECK_INT(r.rows[0].until, seven + 8 * HOUR);
	CHECK_INT(puts_on("damkar.kepala", "damkar2", seven, false), RC_INPUT);
	CHECK_INT(puts_on("damkar.kepala", "damkar", seven - HOUR, false), RC_CONFLICT);	/* half of it */
	CHECK_INT(puts_on("damkar.kepala", "damkar2", seven - HOUR, false), RC_OK);
	city.now = seven + 9 * HOUR;
	CHECK(is_told("damkar2", "duty_officer") && !is_told("damkar", "duty_officer"));
}

static void
a_week_is_copied_and_a_pattern_repeats(void **state)
{
	struct desk	 d = city_as(&city, "damkar.kepala");
	struct repeating r = { { damkar, when_midnight(CITY_NOW, city.ref->zone),
		id_of("damkar"), false }, "1 2 -", 7 };
	size_t		 n;

	(void)state;
	CHECK_INT(roster_fill(&d, &r, &n), RC_OK);
	CHECK_INT(n, 5);				/* 1 2 - 1 2 - 1 */
	CHECK_INT(roster_fill(&d, &r, &n), RC_OK);
	CHECK_INT(n, 0);				/* they are there already */
	r.pattern = "1 9";
	CHECK_INT(roster_fill(&d, &r, &n), RC_INPUT);
	CHECK_INT(roster_copy(&d, damkar, city.now + 7 * DAY, &n), RC_OK);
	CHECK_INT(n, 3);				/* Thursday, Friday, Sunday */
	CHECK_INT(said(), 8);
}

/* --- swaps ------------------------------------------------------------------------------------------ */

static int64_t
offered(const char *target)
{
	struct desk	 d = city_as(&city, "damkar");

	CHECK_INT(puts_on("damkar.kepala", "damkar", seven + DAY, false), RC_OK);
	CHECK_INT(swap_offer(&d, row(), target == NULL ? 0 : id_of(target), "Anak sakit"), RC_OK);
	CHECK_INT(swap_offer(&d, row(), 0, ""), RC_CONFLICT);
	return city_count(&city, "SELECT max(id) FROM swap");
}

static enum rc
steps(const char *login, int64_t id, enum swap_step s, struct swap *w)
{
	struct desk	 d = city_as(&city, login);

	return swap_step(&d, id, s, w);
}

static void
a_swap_is_offered_taken_and_granted(void **state)
{
	struct swap	 w;
	int64_t		 id = offered("damkar2"), before = said();

	(void)state;
	CHECK_INT(steps("damkar.kepala", id, SWAP_GRANT, &w), RC_CONFLICT);	/* nobody took it */
	CHECK_INT(steps("damkar.a1", id, SWAP_ACCEPT, &w), RC_NOTFOUND);	/* not to that one */
	CHECK_INT(steps("pupr", id, SWAP_ACCEPT, &w), RC_NOTFOUND);
	CHECK_INT(steps("damkar2", id, SWAP_ACCEPT, &w), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM duty WHERE ended_at = 0 AND account = "
	    "(SELECT id FROM account WHERE login = 'damkar')"), 1);
	CHECK_INT(steps("damkar2", id, SWAP_GRANT, &w), RC_NOTFOUND);
	CHECK_INT(steps("damkar.kepala", id, SWAP_GRANT, &w), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM duty WHERE ended_at = 0 AND account = "
	    "(SELECT id FROM account WHERE login = 'damkar2')"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM duty WHERE ended_at = 0"), 1);
	CHECK_INT(said(), before + 4);			/* accepted, off, on, granted */
}

static void
the_slower_of_two_is_told_by_whom(void **state)
{
	struct swap	 w;
	int64_t		 id = offered(NULL);

	(void)state;
	CHECK_INT(steps("damkar2", id, SWAP_ACCEPT, &w), RC_OK);
	CHECK_INT(steps("damkar.a1", id, SWAP_ACCEPT, &w), RC_CONFLICT);
	CHECK_TEXT(w.taker_name, "Yulia Fitri");
	CHECK_INT(steps("damkar", id, SWAP_WITHDRAW, &w), RC_OK);
	CHECK_INT(steps("damkar.kepala", id, SWAP_GRANT, &w), RC_CONFLICT);
}

static void
an_agency_may_let_swaps_pass(void **state)
{
	struct desk	 d = city_as(&city, "damkar.kepala");
	struct swap	 w;
	int64_t		 id = offered(NULL), want[SHIFTS_MAX] = { 2, 2, 1 };

	(void)state;
	CHECK_INT(roster_rules(&d, damkar, want, true), RC_OK);
	CHECK_INT(steps("damkar2", id, SWAP_ACCEPT, &w), RC_OK);
	CHECK_INT(city_count(&city, "SELECT account FROM duty WHERE ended_at = 0"), id_of("damkar2"));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM swap WHERE state = 'granted'"), 1);
}

static void
nobody_swaps_the_past_or_into_two_shifts(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	struct swap	 w;
	int64_t		 id = offered(NULL);

	(void)state;
	CHECK_INT(puts_on("damkar.kepala", "damkar2", seven + DAY, true), RC_OK);
	CHECK_INT(steps("damkar2", id, SWAP_ACCEPT, &w), RC_INPUT);
	CHECK_INT(steps("damkar.a1", id, SWAP_ACCEPT, &w), RC_OK);
	CHECK_INT(puts_on("damkar.kepala", "damkar.a1", seven + DAY, false), RC_OK);
	CHECK_INT(steps("damkar.kepala", id, SWAP_GRANT, &w), RC_INPUT);	/* meanwhile on duty */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM duty WHERE ended_at = 0"), 3);
	city.now = seven + DAY;
	CHECK_INT(steps("damkar.kepala", id, SWAP_GRANT, &w), RC_INPUT);
	d = city_as(&city, "damkar");
	CHECK_INT(swap_offer(&d, city_count(&city, "SELECT min(id) FROM duty"), 0, ""), RC_INPUT);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(only_those_on_duty_are_told, setup, teardown),
		cmocka_unit_test_setup_teardown(a_shift_over_midnight_is_on_until_its_end, setup, teardown),
		cmocka_unit_test_setup_teardown(screens_of_others_are_quiet, setup, teardown),
		cmocka_unit_test_setup_teardown(a_planner_plans_what_is_theirs, setup, teardown),
		cmocka_unit_test_setup_teardown(nobody_is_at_two_places_and_rest_is_warned_about, setup, teardown),
		cmocka_unit_test_setup_teardown(whoever_was_taken_off_was_on, setup, teardown),
		cmocka_unit_test_setup_teardown(another_setting_does_not_move_the_past, setup, teardown),
		cmocka_unit_test_setup_teardown(a_week_is_copied_and_a_pattern_repeats, setup, teardown),
		cmocka_unit_test_setup_teardown(a_swap_is_offered_taken_and_granted, setup, teardown),
		cmocka_unit_test_setup_teardown(the_slower_of_two_is_told_by_whom, setup, teardown),
		cmocka_unit_test_setup_teardown(an_agency_may_let_swaps_pass, setup, teardown),
		cmocka_unit_test_setup_teardown(nobody_swaps_the_past_or_into_two_shifts, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
