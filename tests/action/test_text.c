/* test_text.c: emergencies that are written: held, taken, routed by nobody's hand, ended. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/draft_action.h"
#include "action/privacy_action.h"
#include "action/text_action.h"
#include "action/verify_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static int		 said;

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
	struct chain	 chain;
	struct desk	 d = city_as(&city, "auditor");

	(void)state;
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	city_close(&city);
	return 0;
}

/* --- what is done often ----------------------------------------------------------------- */

static struct text_report
fire(const char *token)
{
	return (struct text_report){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" },
	    .words = "Api dari dapur", .name = "Ratna", .phone = "081277450391", .lang = "id",
	    .channel = "text", .sender = "" };
}

static const char *
sends(struct text_report r)
{
	struct desk	 d = city_as(&city, "reporter");
	const char	*code;
	bool		 again;

	CHECK_INT(text_send(&d, &r, &code, &again), RC_OK);
	CHECK(!again);
	return code;
}

static struct talk
now_is(const char *code)
{
	struct desk	 d = city_as(&city, "reporter");
	struct talk	 t;

	CHECK_INT(text_open(&d, code, "192.0.2.7", &t), RC_OK);
	return t;
}

static enum rc
takes(const char *login, int64_t id)
{
	struct desk	 d = city_as(&city, login);
	struct talk	 t;

	return text_take(&d, id, &t);
}

static enum rc
answers(const char *code, const char *words)
{
	struct desk		 d = city_as(&city, "reporter");
	const struct talk	 t = now_is(code);

	return text_answer(&d, &t, arena_printf(d.arena, "line%d", said++), words);
}

static size_t
works(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_texts(&d, &n), RC_OK);
	return n;
}

static void
sets(const char *script)
{
	CHECK_INT(db_script(city.db, script), RC_OK);
}

/* The call's form, as the taker who has it sends it. */
static struct filing
form(const char *token)
{
	return (struct filing){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = "",
	    .detail = "Api dari dapur, nenek di dalam", .channel = "text",
	    .privacy = PRIVACY_CONFIDENTIAL, .who = { "Ratna", "081277450391", "", "" },
	    .lang = "id", .priority = PRIORITY_COUNT, .rang = city.now };
}

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

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(held_a_minute_it_goes_on_unsure), T(nobody_is_sent_nowhere),
		T(the_wait_is_a_setting_and_nought_is_never), T(no_more_than_so_many_in_ten_minutes),
		T(who_sends_one_after_the_other_waits_behind),
		T(taken_it_is_somebodys_and_goes_nowhere),
		T(another_takes_it_over_with_what_was_typed), T(put_back_it_waits_once_more),
		T(a_taker_who_dies_leaves_it_to_others),
		T(sent_by_a_person_it_is_sure_and_the_code_stays),
		T(routed_it_is_confirmed_by_who_sends_it_and_is_no_junk),
		T(junk_is_a_call_that_was_none), T(joined_it_is_one_reporter_more),
		T(routed_it_is_not_joined), T(a_day_of_silence_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
