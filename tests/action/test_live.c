/* test_live.c: whose screens hear what. */
#include <string.h>

#include "action/see_live.h"
#include "check.h"
#include "city.h"
#include "store/live_store.h"

static struct desk	 city;

static int
open_city(void **state)
{
	(void)state;
	city = city_open();
	return 0;
}

static int
close_city(void **state)
{
	(void)state;
	city_close(&city);
	return 0;
}

static enum rc
add(struct signal s)
{
	enum rc	 rc = db_begin(city.db);

	if (s.at == 0)
		s.at = city.now;
	return rc == RC_OK ? db_finish(city.db, signal_add(city.db, &s)) : rc;
}

static int64_t
reach_of(const char *login)
{
	struct desk	 d = city_as(&city, login);

	return live_reach(&d.who);
}

static void
everybody_follows_the_pulse_of_what_they_reach(void **state)
{
	struct desk	 damkar = city_as(&city, "damkar");
	struct actor	 nowhere = { .id = 5, .role = ROLE_OPD_OPERATOR };
	struct actor	 nobody = { .role = ROLE_VISITOR };

	(void)state;
	CHECK(damkar.who.agency > 0);
	CHECK_INT(live_reach(&damkar.who), damkar.who.agency);
	CHECK_INT(live_reach(&nowhere), -1);
	CHECK_INT(live_reach(&nobody), -1);
	CHECK_INT(reach_of("damkar.a1"), damkar.who.agency);
	CHECK_INT(reach_of("damkar.kepala"), damkar.who.agency);
	CHECK_INT(reach_of("petugas"), 0);
	CHECK_INT(reach_of("pengarah"), 0);
	CHECK_INT(reach_of("penyelia"), 0);
	CHECK_INT(reach_of("verifikator"), 0);
	CHECK_INT(reach_of("walikota"), 0);
	CHECK_INT(reach_of("auditor"), -1);
	CHECK_INT(reach_of("admin"), -1);
}

/* The route is in no table of an app: who may have a line is said here, and in test_live.mjs. */
static void
whoever_has_a_pulse_may_see_the_list_it_is_of(void **state)
{
	enum role	 r;
	struct actor	 a = { .id = 1, .agency = 1, .name = "" };

	(void)state;
	for (r = ROLE_NONE; r < ROLE_COUNT; r++) {
		a.role = r;
		if (live_reach(&a) >= 0)
			CHECK(role_may(r, MAY_SIGN));
		if (live_reach(&a) == 0)
			CHECK(role_may(r, MAY_ANY_TICKET) || role_may(r, MAY_COMMAND) ||
			    role_may(r, MAY_TAKE));
	}
}

static void
a_pulse_is_of_one_agency(void **state)
{
	struct pulses	*p = arena_new(city.arena, struct pulses);

	(void)state;
	assert_int_equal(db_script(city.db, "DELETE FROM pulse; INSERT INTO pulse VALUES (0, 7), (3, 5)"),
	    RC_OK);
	CHECK_INT(see_pulses(&city, p), RC_OK);
	CHECK_INT(p->n, 2);
	CHECK_INT(pulse_of(p, 0), 7);
	CHECK_INT(pulse_of(p, 3), 5);
	CHECK_INT(pulse_of(p, 4), 0);
	CHECK_INT(pulse_of(p, -1), 0);
}

static void
a_signal_reaches_who_is_all_it_names(void **state)
{
	static const struct actor	 op = { .id = 9, .role = ROLE_OPD_OPERATOR, .agency = 3 };
	static const struct { struct signal s; bool yes; } cases[] = {
		{ { .agency = 3 }, true }, { { .agency = 4 }, false },
		{ { .role = ROLE_OPD_OPERATOR }, true }, { { .role = ROLE_DISPATCHER }, false },
		{ { .account = 9 }, true }, { { .account = 8 }, false },
		{ { .agency = 3, .role = ROLE_OPD_OPERATOR }, true },
		{ { .agency = 3, .role = ROLE_OPD_HEAD }, false },
		{ { .agency = 4, .account = 9 }, false },
		{ { .at = 1 }, false },			/* to nobody is not to everybody */
	};
	static const struct actor	 nobody = { .role = ROLE_VISITOR };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		CHECK_INT(signal_reaches(&cases[i].s, &op), cases[i].yes);
		CHECK(!signal_reaches(&cases[i].s, &nobody));
	}
}

static void
what_could_not_be_told_is_refused(void **state)
{
	static const struct signal	 bad[] = {
		{ .kind = "call-rings", .about = "1" },			/* to whom? */
		{ .account = 1, .kind = "", .about = "1" },
		{ .account = 1, .kind = "Call", .about = "1" },
		{ .account = 1, .kind = "a b", .about = "1" },
		{ .account = 1, .kind = "pulse", .about = "1" },
		{ .account = 1, .kind = "end", .about = "1" },
		{ .account = 1, .kind = "call-rings", .about = "Jl. Melati 12" },
		{ .account = 1, .kind = "call-rings", .about = "1\n\nevent: end" },
		{ .account = 1, .kind = "call-rings-and-rings-and-", .about = "1" },
		{ .account = 1, .kind = "call-rings", .about =
		  "01234567890123456789012345678901234567890123456789012345678901234" },
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		CHECK(!signal_is_good(&bad[i]));
		CHECK_INT(add(bad[i]), RC_FAIL);
	}
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal"), 0);
}

static void
signals_are_read_from_where_one_was(void **state)
{
	struct signal	*list;
	int64_t		 id, last;
	size_t		 n;

	(void)state;
	CHECK_INT(add((struct signal){ .at = city.now - 60000, .role = ROLE_CALL_TAKER,
	    .kind = "call-rings", .about = "1" }), RC_OK);
	CHECK_INT(add((struct signal){ .agency = 3, .kind = "call-out", .about = "2" }), RC_OK);
	CHECK_INT(add((struct signal){ .account = 9, .kind = "taken", .about = "" }), RC_OK);
	CHECK_INT(see_last_signal(&city, &last), RC_OK);
	CHECK_INT(see_signals_since(&city, city.now - 10000, &id), RC_OK);
	CHECK_INT(last - id, 2);
	CHECK_INT(see_signals(&city, id, &list, &n), RC_OK);
	CHECK_INT(n, 2);
	CHECK_INT(list[0].agency, 3);
	CHECK_TEXT(list[0].kind, "call-out");
	CHECK_TEXT(list[0].about, "2");
	CHECK_INT(list[1].account, 9);
	CHECK_INT(list[1].id, last);
	CHECK_INT(see_signals(&city, last, &list, &n), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(see_signals(&city, 0, &list, &n), RC_OK);
	CHECK_INT(n, 3);
	CHECK_INT(list[0].role, ROLE_CALL_TAKER);
}

/* Else the next one would have an id that some screen has heard already. */
static void
old_ones_are_forgotten_but_for_the_newest(void **state)
{
	struct desk	 later = city;
	int64_t		 last, again;

	(void)state;
	CHECK_INT(see_last_signal(&city, &last), RC_OK);
	CHECK_INT(live_forget(&city), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal"), 3);
	later.now += INT64_C(11) * 60 * 1000;
	CHECK_INT(live_forget(&later), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal"), 1);
	CHECK_INT(live_forget(&later), RC_OK);
	CHECK_INT(add((struct signal){ .account = 1, .kind = "x", .about = "" }), RC_OK);
	CHECK_INT(see_last_signal(&city, &again), RC_OK);
	CHECK_INT(again, last + 1);
}

static void
a_role_that_is_no_more_is_nobody(void **state)
{
	struct signal		*list;
	size_t			 n;
	enum role		 r;

	(void)state;
	assert_int_equal(db_script(city.db, "DELETE FROM signal; INSERT INTO signal"
	    " (at, agency, role, kind) VALUES (1, 3, 'astronaut', 'x')"), RC_OK);
	CHECK_INT(see_signals(&city, 0, &list, &n), RC_OK);
	CHECK_INT(n, 1);
	for (r = ROLE_NONE; r < ROLE_COUNT; r++)
		CHECK(!signal_reaches(&list[0], &(struct actor){ .id = 1, .role = r, .agency = 3 }));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(everybody_follows_the_pulse_of_what_they_reach),
		cmocka_unit_test(whoever_has_a_pulse_may_see_the_list_it_is_of),
		cmocka_unit_test(a_pulse_is_of_one_agency),
		cmocka_unit_test(a_signal_reaches_who_is_all_it_names),
		cmocka_unit_test(what_could_not_be_told_is_refused),
		cmocka_unit_test(signals_are_read_from_where_one_was),
		cmocka_unit_test(old_ones_are_forgotten_but_for_the_newest),
		cmocka_unit_test(a_role_that_is_no_more_is_nobody),
	};

	return cmocka_run_group_tests(tests, open_city, close_city);
}
