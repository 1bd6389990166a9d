/* test_draft.c: calls that were not taken to their end. */
#include <string.h>

#include "action/draft_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/ticket_store.h"

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

static enum rc
keeps(const char *login, const char *token, const char *body)
{
	struct desk	 d = city_as(&city, login);

	return draft_keep(&d, token, body, d.now);
}

static size_t
works(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_drafts(&d, &n), RC_OK);
	return n;
}

static struct filing
fire(const char *token)
{
	return (struct filing){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = "",
	    .detail = "Api dari dapur", .channel = "call", .privacy = PRIVACY_PUBLIC,
	    .who = { "Ratna", "081277450391", "", "" }, .lang = "id",
	    .priority = PRIORITY_COUNT, .rang = city.now, .late = true };
}

static void
sends(const struct filing *f, struct receipt *r)
{
	struct desk	 d = city_as(&city, "petugas");

	CHECK_INT(file_call(&d, f, r), RC_OK);
}

static void
one_that_is_saved_is_not_left(void **state)
{
	int	 i;

	(void)state;
	for (i = 0; i < 5; i++) {
		CHECK_INT(keeps("petugas", "a", "place=Jl.+Rimbo+2"), RC_OK);
		city.now += (int64_t)DRAFT_MINUTES * MINUTE - SECOND;
		CHECK_INT(works(), 0);
	}
	city.now += SECOND;
	CHECK_INT(works(), 1);
	CHECK_INT(works(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE place = 'Jl. Rimbo 2'"), 1);
}

static void
the_setting_says_how_long(void **state)
{
	(void)state;
	CHECK_INT(setting_write(city.db, "draft_minutes", "0"), RC_INPUT);
	CHECK_INT(setting_write(city.db, "draft_minutes", "3"), RC_OK);
	CHECK_INT(keeps("petugas", "a", "detail=api"), RC_OK);
	city.now += 3 * MINUTE;
	CHECK_INT(works(), 1);
}

static void
what_is_known_is_the_ticket(void **state)
{
	(void)state;
	CHECK_INT(keeps("petugas", "a", "type=rumah+terbakar&place=Jl.+Rimbo+2&village=Pasar+Lama"
	    "&phone=0812-7745-0391&name=Ratna&card=SOP-01&a1=1&priority=P2&coords=xx"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket t JOIN category c ON"
	    " c.id = t.category WHERE c.code = 'KBR-BGN' AND t.state = 'new' AND t.priority = 2"
	    " AND t.area <> '' AND t.place = 'Jl. Rimbo 2; xx' AND t.alarm_at > 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM answer"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'draft'"
	    " AND role = 'worker'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call c JOIN account a ON a.id = c.taker"
	    " WHERE c.type = 'emergency' AND c.ticket <> 0 AND a.login = 'petugas'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft WHERE sealed IS NOT NULL"), 0);
}

/* Words of no type are the title: they stand where words are forgotten, too. */
static void
a_title_is_always_part_of_the_words(void **state)
{
	(void)state;
	CHECK_INT(keeps("petugas", "a", "type=kakek+marah+sekali&place=Jl.+Rimbo+2"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"
	    " WHERE title = 'kakek marah sekali' AND detail = title"), 1);
}

static void
a_number_alone_is_called_back(void **state)
{
	(void)state;
	CHECK_INT(keeps("petugas", "a", "phone=081277450391"), RC_OK);
	CHECK_INT(keeps("petugas", "b", "name=Ratna"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'dropped'"
	    " AND state = 'callback_queue' AND sealed IS NOT NULL"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'dropped'"
	    " AND state = 'closed'"), 1);
}

static void
its_own_form_completes_it_once(void **state)
{
	struct filing	 f = fire("a");
	struct receipt	 r;

	(void)state;
	CHECK_INT(keeps("petugas", "a", "type=rumah+terbakar&place=Jl.+Rimbo"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	sends(&f, &r);
	CHECK(!r.again && r.told > 0 && *r.code != '\0');
	CHECK_TEXT(r.ticket.place.text, "Jl. Rimbo 2");
	CHECK_INT(r.ticket.state, ST_ROUTED);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE words = 'Api dari dapur'"), 1);
	sends(&f, &r);
	CHECK(r.again);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE lead = 1"), 1);
}

static void
what_somebody_works_on_is_only_told(void **state)
{
	struct filing	 f = fire("a");
	struct receipt	 r = { .code = "" };
	struct desk	 d = city_as(&city, "pengarah");

	(void)state;
	CHECK_INT(keeps("petugas", "a", "type=rumah+terbakar&place=Jl.+Rimbo"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	(void)d;
	assert_int_equal(db_script(city.db, "UPDATE ticket SET state = 'handling'"), RC_OK);
	sends(&f, &r);
	CHECK_TEXT(r.ticket.place.text, "Jl. Rimbo");
	CHECK_INT(r.told, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'note'"
	    " AND note LIKE '%Jl. Rimbo 2%Api dari dapur'"), 1);
}

static void
another_track_gets_a_ticket_of_its_own(void **state)
{
	struct filing	 f = fire("a");
	struct receipt	 r;

	(void)state;
	CHECK_INT(keeps("petugas", "a", "place=Jl.+Rimbo"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	sends(&f, &r);
	CHECK_INT(r.ticket.state, ST_ROUTED);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'duplicate'"
	    " AND open = 0 AND merged <> 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter r JOIN ticket t ON"
	    " t.id = r.ticket WHERE t.state = 'routed'"), 1);
	sends(&f, &r);
	CHECK(r.again);
	CHECK_INT(r.ticket.state, ST_ROUTED);
}

static void
a_call_back_that_was_an_incident_is_one(void **state)
{
	struct filing	 f = fire("a");
	struct receipt	 r;

	(void)state;
	CHECK_INT(keeps("petugas", "a", "phone=081277450391"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	sends(&f, &r);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE state = 'closed'"
	    " AND type = 'emergency' AND ticket <> 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call"), 1);
}

/* What a fresh one asks, teaches and proposes, a late one does, too. */
static void
it_asks_and_teaches_as_a_fresh_one(void **state)
{
	struct filing	 f = fire("a");
	struct receipt	 r;

	(void)state;
	f.said = "api dapur nenek";
	CHECK_INT(keeps("petugas", "a", "type=pohon+tumbang&place=Jl.+Rimbo"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM taken"), 0);
	sends(&f, &r);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM interlock WHERE card = 'SOP-01'"), 2);
	CHECK_INT(city_count(&city, "SELECT sum(n) FROM taken"), 1);
	CHECK(city_count(&city, "SELECT count(*) FROM vocab WHERE word <> 0") > 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM place WHERE kind = 'address'"
	    " AND name = 'Jl. Rimbo 2'"), 1);
	sends(&f, &r);
	CHECK_INT(city_count(&city, "SELECT sum(n) FROM taken"), 1);
}

static enum rc
joins(const char *token, const struct receipt *to, struct receipt *r)
{
	struct desk	 d = city_as(&city, "petugas");
	struct filing	 f = fire(token);

	f.detail = "Saya juga lihat";
	return file_attach(&d, &f, to->ticket.number, r);
}

static void
plus_one_takes_the_ticket_of_its_draft_along(void **state)
{
	struct filing	 f = fire("first");
	struct receipt	 known, r, left = { .code = "" };

	(void)state;
	sends(&f, &known);
	CHECK_INT(keeps("petugas", "a", "type=rumah+terbakar&place=Jl.+Rimbo"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	CHECK_INT(joins("a", &known, &r), RC_OK);
	CHECK(!r.again && *r.code != '\0');
	CHECK_TEXT(r.ticket.number, known.ticket.number);
	CHECK_INT(r.ticket.reporters, 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE open = 1"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE words = 'Saya juga lihat'"
	    " AND ticket <> origin"), 1);
	CHECK_INT(joins("a", &known, &r), RC_OK);
	CHECK(r.again);
	CHECK_TEXT(r.ticket.number, known.ticket.number);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'merged'"), 1);
	left.ticket.id = city_count(&city, "SELECT id FROM ticket WHERE state = 'merged'");
	CHECK_INT(ticket_by_id(city.db, city.arena, left.ticket.id, &left.ticket), RC_OK);
	CHECK_INT(city_does(&city, "pengarah", &left, (struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_UNMERGE }), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE open = 1"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE ticket = origin"), 2);
}

static void
plus_one_is_refused_where_somebody_works(void **state)
{
	struct filing	 f = fire("first");
	struct receipt	 known, r;

	(void)state;
	sends(&f, &known);
	CHECK_INT(keeps("petugas", "a", "type=rumah+terbakar&place=Jl.+Rimbo"), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	CHECK_INT(works(), 1);
	assert_int_equal(db_script(city.db, "UPDATE ticket SET state = 'handling'"), RC_OK);
	CHECK_INT(joins("a", &known, &r), RC_CONFLICT);
	CHECK(r.ticket.id != 0 && r.ticket.id != known.ticket.id);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE open = 1"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft"), 1);
}

static void
a_call_that_is_closed_has_no_draft(void **state)
{
	struct filing	 f = fire("a");
	struct receipt	 r;

	(void)state;
	CHECK_INT(keeps("petugas", "a", "place=Jl.+Rimbo"), RC_OK);
	sends(&f, &r);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft"), 0);
	CHECK_INT(keeps("petugas", "a", "place=Jl.+Rimbo"), RC_CONFLICT);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft"), 0);
}

static void
it_is_its_takers_alone(void **state)
{
	struct desk	 d = city_as(&city, "pengarah");
	struct draft	 list[DRAFTS_MAX];
	struct receipt	 r;
	char		 token[] = "b0";
	size_t		 i, n;

	(void)state;
	CHECK_INT(keeps("damkar", "a", "place=x"), RC_FORBIDDEN);
	CHECK_INT(keeps("petugas", "a", "place=x"), RC_OK);
	CHECK_INT(keeps("pengarah", "a", "place=y"), RC_CONFLICT);
	CHECK_INT(draft_list(&d, list, &n), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(draft_close(&d, 1, &r), RC_NOTFOUND);
	d = city_as(&city, "petugas");
	CHECK_INT(draft_list(&d, list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_TEXT(pairs_get(&list[0].said, "place"), "x");
	for (i = 1; i < DRAFTS_MAX; i++) {
		token[1] = (char)('a' + i);
		CHECK_INT(keeps("petugas", token, "place=x"), RC_OK);
	}
	CHECK_INT(keeps("petugas", "zz", "place=x"), RC_INPUT);
	CHECK_INT(keeps("petugas", "a", ""), RC_OK);
	CHECK_INT(keeps("petugas", "zz", "place=x"), RC_OK);
}

static void
a_token_is_forgotten_after_a_day(void **state)
{
	(void)state;
	CHECK_INT(keeps("petugas", "a", "place=x"), RC_OK);
	city.now += DAY;
	CHECK_INT(works(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft"), 1);
	city.now += DAY;
	CHECK_INT(works(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft"), 0);
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(one_that_is_saved_is_not_left), T(the_setting_says_how_long),
		T(what_is_known_is_the_ticket), T(a_number_alone_is_called_back),
		T(a_title_is_always_part_of_the_words), T(a_number_alone_is_called_back),
		T(its_own_form_completes_it_once), T(what_somebody_works_on_is_only_told),
		T(another_track_gets_a_ticket_of_its_own),
		T(a_call_back_that_was_an_incident_is_one),
		T(it_asks_and_teaches_as_a_fresh_one),
		T(plus_one_takes_the_ticket_of_its_draft_along),
		T(plus_one_is_refused_where_somebody_works),
		T(a_call_that_is_closed_has_no_draft), T(it_is_its_takers_alone),
		T(a_token_is_forgotten_after_a_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
