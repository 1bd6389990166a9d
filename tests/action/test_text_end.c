/* test_text_end.c: what becomes of written emergencies: sent, joined, junk, over. */
#include "action/citizen_action.h"
#include "check.h"
#include "lib/when.h"
#include "talks.h"

/* --- what becomes of it -------------------------------------------------------------------- */

static void
sent_by_a_person_it_is_sure_and_the_code_stays(void **state)
{
	const char		*code = sends(fire("a"));
	struct desk		 d = city_as(&city, "petugas");
	struct filing		 f = form("a");
	struct receipt		 r, again;
	struct track_view	 v;
	struct talk		 t = now_is(code);

	(void)state;
	CHECK_INT(takes("petugas", t.id), RC_OK);
	CHECK_INT(text_end(&d, t.id), RC_CONFLICT);	/* first it becomes something */
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	CHECK_INT(track(&city, code, "192.0.2.7", &v), RC_OK);
	CHECK_TEXT(v.t.number, r.ticket.number);
	t = now_is(code);
	CHECK_INT(talk_state(&t), TALK_SENT);
	CHECK_INT(file_call(&d, &f, &again), RC_OK);
	CHECK_TEXT(again.ticket.number, r.ticket.number);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act IN ('unsure', 'sure')"), 0);
	CHECK_INT(text_end(&d, t.id), RC_OK);
	CHECK_INT(answers(code, "Masih menyala"), RC_CONFLICT);
}

static void
routed_it_is_confirmed_by_who_sends_it_and_is_no_junk(void **state)
{
	const char	*code = sends(fire("a"));
	struct desk	 d;
	struct filing	 f;
	struct receipt	 r;
	struct talk	 t;

	(void)state;
	city.now += MINUTE;
	CHECK_INT(works(), 1);
	t = now_is(code);
	d = city_as(&city, "petugas");
	f = form("a");
	CHECK_INT(takes("petugas", t.id), RC_OK);
	CHECK_INT(file_disposition(&d, &f, "prank"), RC_CONFLICT);	/* engines are on the way */
	CHECK_INT(now_is(code).ended, 0);
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'sure'"
	    " AND role = 'call_taker'"), 1);
	CHECK(now_is(code).sure != 0);
}

static void
junk_is_a_call_that_was_none(void **state)
{
	const char	*code = sends(fire("a"));
	struct desk	 d = city_as(&city, "petugas");
	struct filing	 f = form("a");

	(void)state;
	CHECK_INT(takes("petugas", 0), RC_OK);
	CHECK_INT(file_disposition(&d, &f, "prank"), RC_OK);
	CHECK(now_is(code).ended != 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'prank'"
	    " AND channel = 'text'"), 1);
	CHECK_INT(answers(code, "Bohong"), RC_CONFLICT);
	city.now += HOUR;
	CHECK_INT(works(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 0);
}

static void
joined_it_is_one_reporter_more(void **state)
{
	struct receipt		 first = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC), r;
	const char		*code = sends(fire("a"));
	struct desk		 d = city_as(&city, "petugas");
	struct filing		 f = form("a");
	struct track_view	 v;

	(void)state;
	CHECK_INT(takes("petugas", 0), RC_OK);
	CHECK_INT(file_attach(&d, &f, first.ticket.number, &r), RC_OK);
	CHECK_INT(city_count(&city, "SELECT reporters FROM ticket"), 2);
	CHECK_INT(now_is(code).ticket, first.ticket.id);
	CHECK_INT(track(&city, code, "192.0.2.7", &v), RC_OK);
	CHECK_TEXT(v.t.number, first.ticket.number);
}

static void
routed_it_is_not_joined(void **state)
{
	struct receipt	 first = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC), r;
	struct desk	 d;
	struct filing	 f;

	(void)state;
	(void)sends(fire("a"));
	city.now += MINUTE;
	CHECK_INT(works(), 1);
	d = city_as(&city, "petugas");
	f = form("a");
	CHECK_INT(takes("petugas", 0), RC_OK);
	CHECK_INT(file_attach(&d, &f, first.ticket.number, &r), RC_CONFLICT);
}

/* --- its end ---------------------------------------------------------------------------------- */

static void
a_day_of_silence_ends_it(void **state)
{
	const char	*one, *two, *three;
	struct desk	 d = city_as(&city, "petugas");
	struct filing	 f = form("b");
	struct receipt	 r;

	(void)state;
	sets("INSERT INTO setting (name, value) VALUES ('text_wait', '0')"
	    " ON CONFLICT (name) DO UPDATE SET value = '0'");
	one = sends(fire("a"));
	two = sends(fire("b"));
	three = sends(fire("c"));
	CHECK_INT(takes("petugas", now_is(two).id), RC_OK);
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	city.now += DAY - 1;
	CHECK_INT(works(), 0);
	CHECK_INT(answers(three, "Masih di sini"), RC_OK);
	city.now += 2;
	CHECK_INT(works(), 1);
	CHECK(now_is(one).ended != 0);
	CHECK_INT(now_is(two).ended, 0);		/* its incident goes on */
	CHECK_INT(now_is(three).ended, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'ghost'"
	    " AND channel = 'text'"), 1);
	sets("UPDATE ticket SET open = 0, state = 'closed'");
	city.now += DAY;
	CHECK_INT(works(), 2);
	CHECK(now_is(two).ended != 0);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, talks_setup, talks_teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(sent_by_a_person_it_is_sure_and_the_code_stays),
		T(routed_it_is_confirmed_by_who_sends_it_and_is_no_junk),
		T(junk_is_a_call_that_was_none), T(joined_it_is_one_reporter_more),
		T(routed_it_is_not_joined), T(a_day_of_silence_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
