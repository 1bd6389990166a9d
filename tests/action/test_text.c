/* test_text.c: emergencies that are written: held, routed by nobody's hand, taken. */
#include "action/draft_action.h"
#include "check.h"
#include "lib/when.h"
#include "talks.h"

/* --- left alone -------------------------------------------------------------------------- */

static void
held_a_minute_it_goes_on_unsure(void **state)
{
	const char	*code = sends(fire("a"));
	struct talk	 t = now_is(code);
	struct desk	 d = city_as(&city, "petugas");
	bool		 unsure;

	(void)state;
	CHECK_INT(t.route, city.now + 60 * SECOND);
	CHECK_INT(talk_state(&t), TALK_WAITS);
	city.now += 60 * SECOND - 1;
	CHECK_INT(works(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 0);
	city.now += 1;
	CHECK_INT(works(), 1);
	CHECK_INT(works(), 0);
	t = now_is(code);
	CHECK_INT(talk_state(&t), TALK_ROUTED);
	CHECK_INT(t.routed, city.now);
	CHECK(city_count(&city, "SELECT count(*) FROM assignment") > 3);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE published = 0"
	    " AND channel = 'text' AND state = 'routed' AND happened_at < recorded_at"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'unsure'"
	    " AND role = 'worker'"), 1);
	CHECK_INT(text_is_unsure(&d, t.ticket, &unsure), RC_OK);
	CHECK(unsure);
	/* it is still in the queue: somebody reads it */
	CHECK_INT(takes("petugas", 0), RC_OK);
}

static void
nobody_is_sent_nowhere(void **state)
{
	struct text_report	 r = fire("a");
	struct desk		 d = city_as(&city, "reporter");
	const char		*code;
	bool			 again;

	(void)state;
	r.place = (struct place){ .text = "", .area = "" };
	CHECK_INT(text_send(&d, &r, &code, &again), RC_INPUT);
	r.place.lon = 100417200;	/* on the equator is somewhere */
	CHECK_INT(now_is(sends(r)).route, city.now + 60 * SECOND);
}

static void
the_wait_is_a_setting_and_nought_is_never(void **state)
{
	(void)state;
	sets("INSERT INTO setting (name, value) VALUES ('text_wait', '5')"
	    " ON CONFLICT (name) DO UPDATE SET value = '5'");
	CHECK_INT(now_is(sends(fire("a"))).route, city.now + 5 * SECOND);
	sets("UPDATE setting SET value = '0' WHERE name = 'text_wait'");
	CHECK_INT(now_is(sends(fire("b"))).route, 0);
	city.now += HOUR;
	CHECK_INT(works(), 1);
}

static void
no_more_than_so_many_in_ten_minutes(void **state)
{
	static const char *const	 tokens[] = { "a", "b", "c", "d" };
	size_t				 i;

	(void)state;
	sets("INSERT INTO setting (name, value) VALUES ('text_most', '2')"
	    " ON CONFLICT (name) DO UPDATE SET value = '2'");
	for (i = 0; i < COUNT(tokens); i++)
		(void)sends(fire(tokens[i]));
	city.now += MINUTE;
	CHECK_INT(works(), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 2);
	city.now += MINUTE;
	CHECK_INT(works(), 0);		/* not forgotten: later */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM talk WHERE route_at <> 0"), 2);
	city.now += 10 * MINUTE;
	CHECK_INT(works(), 2);
}

static void
who_sends_one_after_the_other_waits_behind(void **state)
{
	struct text_report	 r;
	struct text_lists	 l;
	struct desk		 d = city_as(&city, "petugas");
	int			 i;

	(void)state;
	for (i = 0; i < 6; i++) {
		r = fire(arena_printf(city.arena, "same%d", i));
		r.remote = "192.0.2.9";
		(void)sends(r);
	}
	r = fire("other");
	r.remote = "192.0.2.10";
	(void)sends(r);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM talk WHERE behind = 1"
	    " AND route_at = 0 AND id > 4"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM talk WHERE behind = 0"), 5);
	CHECK_INT(text_queue(&d, &l), RC_OK);
	CHECK_INT(l.nwaits, 7);
	CHECK_INT(l.waits[4].t.id, 7);		/* later, and yet before them */
	CHECK_INT(l.waits[5].t.id, 5);
	city.now += HOUR;
	CHECK_INT(works(), 5);
}

/* --- taken ------------------------------------------------------------------------------- */

static void
taken_it_is_somebodys_and_goes_nowhere(void **state)
{
	const char	*code = sends(fire("a"));
	struct desk	 d = city_as(&city, "petugas2"), damkar = city_as(&city, "damkar");
	struct talk	 t = now_is(code);
	struct text_row	 row;

	(void)state;
	CHECK_INT(text_take(&damkar, t.id, &t), RC_FORBIDDEN);
	CHECK_INT(takes("petugas", t.id), RC_OK);
	CHECK_INT(takes("petugas2", t.id), RC_CONFLICT);
	CHECK_INT(takes("petugas2", 0), RC_NOTFOUND);
	CHECK_INT(text_see(&d, t.id, &row), RC_NOTFOUND);
	CHECK_INT(text_ask(&d, t.id, "q", "Di mana?"), RC_CONFLICT);
	city.now += HOUR;
	CHECK_INT(works(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 0);
	t = now_is(code);
	CHECK_INT(talk_state(&t), TALK_READ);
	CHECK_INT(answers(code, "Cepat"), RC_OK);
}

static void
another_takes_it_over_with_what_was_typed(void **state)
{
	const char	*code = sends(fire("a"));
	struct talk	 t = now_is(code);
	struct desk	 one = city_as(&city, "petugas"), two = city_as(&city, "petugas2");
	struct filing	 f = form("a");
	struct receipt	 r;
	struct draft	 drafts[DRAFTS_MAX];
	size_t		 n;

	(void)state;
	CHECK_INT(text_take_over(&two, t.id, &t), RC_CONFLICT);		/* nobody has it */
	CHECK_INT(takes("petugas", t.id), RC_OK);
	CHECK_INT(text_take_over(&one, t.id, &t), RC_CONFLICT);		/* one's own */
	CHECK_INT(draft_keep(&one, "a", "category=KBR-BGN&place=Jl.+Rimbo+9", one.now), RC_OK);
	CHECK_INT(text_take_over(&two, t.id, &t), RC_OK);
	CHECK_INT(draft_list(&two, drafts, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_TEXT(pairs_get(&drafts[0].said, "place"), "Jl. Rimbo 9");
	CHECK_INT(draft_list(&one, drafts, &n), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(file_call(&one, &f, &r), RC_CONFLICT);
	CHECK_INT(file_call(&two, &f, &r), RC_OK);
	CHECK_INT(text_take_over(&one, t.id, &t), RC_CONFLICT);		/* it is sent */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
}

static void
put_back_it_waits_once_more(void **state)
{
	const char	*code = sends(fire("a"));
	struct talk	 t = now_is(code);
	struct desk	 one = city_as(&city, "petugas"), two = city_as(&city, "petugas2");

	(void)state;
	CHECK_INT(text_put_back(&one, t.id), RC_CONFLICT);
	CHECK_INT(takes("petugas", t.id), RC_OK);
	CHECK_INT(text_put_back(&two, t.id), RC_CONFLICT);
	city.now += 5 * MINUTE;
	one = city_as(&city, "petugas");
	CHECK_INT(text_put_back(&one, t.id), RC_OK);
	CHECK_INT(works(), 0);			/* a minute anew */
	CHECK_INT(now_is(code).route, city.now + MINUTE);
	CHECK_INT(takes("petugas2", 0), RC_OK);
	two = city_as(&city, "petugas2");
	CHECK_INT(text_put_back(&two, t.id), RC_OK);
	city.now += MINUTE;
	CHECK_INT(works(), 1);
}

/* The browser dead, the session over: what is known goes to its draft's end, once. */
static void
a_taker_who_dies_leaves_it_to_others(void **state)
{
	const char	*code = sends(fire("a"));
	struct talk	 t = now_is(code);
	struct desk	 d;
	size_t		 n;

	(void)state;
	CHECK_INT(takes("petugas", t.id), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	d = city_as(&city, "worker");
	CHECK_INT(worker_drafts(&d, &n), RC_OK);
	CHECK_INT(n, 1);
	t = now_is(code);
	CHECK_INT(t.account, 0);
	CHECK(t.ticket != 0);
	CHECK_INT(t.sure, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
	CHECK_INT(takes("petugas2", 0), RC_OK);
	CHECK_INT(works(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, talks_setup, talks_teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(held_a_minute_it_goes_on_unsure), T(nobody_is_sent_nowhere),
		T(the_wait_is_a_setting_and_nought_is_never),
		T(no_more_than_so_many_in_ten_minutes),
		T(who_sends_one_after_the_other_waits_behind),
		T(taken_it_is_somebodys_and_goes_nowhere),
		T(another_takes_it_over_with_what_was_typed), T(put_back_it_waits_once_more),
		T(a_taker_who_dies_leaves_it_to_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
