/* test_interlock.c: what must be safe first: asked once, answered by who is on the ticket. */
#include "action/interlock_action.h"
#include "action/see_action.h"
#include "check.h"
#include "city.h"

static struct desk	 city;
static struct receipt	 fire;

/* A house fire as the web brings it: DAMKAR leads, PLN is told. */
static int
setup(void **state)
{
	(void)state;
	city = city_open();
	fire = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&city);
	return 0;
}

static struct sheet_view
sheet(const char *login)
{
	struct desk		 d = city_as(&city, login);
	struct sheet_view	 s;

	assert_int_equal(see_ticket(&d, fire.ticket.number, &s), RC_OK);
	return s;
}

static enum rc
answers(const char *login, const struct interlock *k, enum lock_state state,
    struct interlock *now)
{
	struct desk	 d = city_as(&city, login);

	return interlock_answer(&d, &(struct lock_order){ .number = fire.ticket.number,
	    .id = k->id, .revision = k->revision, .state = state }, now);
}

static void
a_fire_asks_what_its_card_says(void **state)
{
	struct sheet_view	 s = sheet("damkar");

	(void)state;
	CHECK_INT(s.nlocks, 2);
	CHECK_TEXT(s.locks[0].asked, "PLN sudah memadamkan listrik?");
	CHECK_TEXT(s.locks[0].card, "SOP-01");
	CHECK_INT(s.locks[0].version, 1);
	CHECK_INT(s.locks[0].agency, ref_agency_code(city.ref, "PLN")->id);
	CHECK_INT(s.locks[0].state, LOCK_OPEN);
	CHECK(s.may_lock);
	city_filed(&city, "JLN", false, PRIVACY_PUBLIC);	/* a complaint asks nothing */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM interlock"), 2);
}

/* The row of the worklist says so, until the last one is answered. */
static void
every_agency_sees_who_said_so(void **state)
{
	struct desk		 d = city_as(&city, "damkar");
	struct work_filter	 f = { .priority = -1, .area = "" };
	struct sheet_view	 s = sheet("pln");
	struct interlock	 now;
	struct work		 w;

	(void)state;
	CHECK_INT(see_work(&d, &f, &w), RC_OK);
	CHECK(w.n > 0 && w.rows[0].locked);
	CHECK_INT(answers("pln", &s.locks[0], LOCK_CONFIRMED, &now), RC_OK);
	CHECK_INT(answers("petugas", &s.locks[1], LOCK_WAIVED, &now), RC_OK);
	s = sheet("damkar");
	CHECK_INT(s.locks[0].state, LOCK_CONFIRMED);
	CHECK_TEXT(s.locks[0].who.name, "Irwan Syah");
	CHECK_INT(s.locks[0].who.agency, ref_agency_code(city.ref, "PLN")->id);
	CHECK_INT(s.locks[0].who.role, ROLE_OPD_OPERATOR);
	CHECK_INT(s.locks[0].at, city.now);
	CHECK_INT(s.locks[1].state, LOCK_WAIVED);
	CHECK_INT(see_work(&d, &f, &w), RC_OK);
	CHECK(!w.rows[0].locked);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act IN"
	    " ('lock_confirm', 'lock_waive') AND note LIKE '%?'"), 2);
}

static void
the_slower_is_told(void **state)
{
	struct sheet_view	 s = sheet("damkar");
	struct interlock	 now;

	(void)state;
	CHECK_INT(answers("pln", &s.locks[0], LOCK_CONFIRMED, &now), RC_OK);
	CHECK_INT(answers("damkar", &s.locks[0], LOCK_WAIVED, &now), RC_CONFLICT);
	CHECK_TEXT(now.who.name, "Irwan Syah");
	CHECK_INT(now.state, LOCK_CONFIRMED);
	CHECK_INT(answers("damkar", &now, LOCK_OPEN, &now), RC_OK);	/* taken back */
	CHECK_INT(sheet("pln").locks[0].state, LOCK_OPEN);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'lock_revoke'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act LIKE 'lock_%'"), 2);
}

static void
others_have_no_say(void **state)
{
	struct sheet_view	 s = sheet("penyelia");
	struct interlock	 now, other = s.locks[0];

	(void)state;
	CHECK_INT(answers("dinsos", &s.locks[0], LOCK_CONFIRMED, &now), RC_NOTFOUND);
	CHECK_INT(answers("walikota", &s.locks[0], LOCK_CONFIRMED, &now), RC_NOTFOUND);
	CHECK_INT(answers("verifikator", &s.locks[0], LOCK_CONFIRMED, &now), RC_FORBIDDEN);
	CHECK(!sheet("verifikator").may_lock);
	other.id = 9999;
	CHECK_INT(answers("pln", &other, LOCK_CONFIRMED, &now), RC_NOTFOUND);
	CHECK_INT(answers("pln", &s.locks[0], LOCK_OPEN, &now), RC_CONFLICT);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM interlock WHERE state <> 'open'"), 0);
}

/* Another kind of emergency asks its own, and what was asked stays. */
static void
another_kind_asks_more(void **state)
{
	(void)state;
	CHECK_INT(city_does(&city, "penyelia", &fire, (struct order){ .act = ACT_RECLASSIFY,
	    .category = ref_category_code(city.ref, "LAKA-JLN")->id, .note = "Mobil terbakar",
	    .reason = "" }), RC_OK);
	CHECK_INT(sheet("damkar").nlocks, 4);
}

/* Both asked; what PLN said to the one stays said, by whom and for which, and goes back with it. */
static void
they_follow_a_merge_and_its_undo(void **state)
{
	struct receipt		 other = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);
	struct receipt		 first = fire;
	struct interlock	 now;
	struct sheet_view	 s;

	(void)state;
	fire = other;
	s = sheet("pln");
	CHECK_INT(answers("pln", &s.locks[0], LOCK_CONFIRMED, &now), RC_OK);
	CHECK_INT(city_does(&city, "pengarah", &other, (struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_MERGE, .target = first.ticket.number }), RC_OK);
	fire = first;
	s = sheet("damkar");
	CHECK_INT(s.nlocks, 3);		/* the open one that both ask is asked once */
	CHECK_INT(s.locks[2].state, LOCK_CONFIRMED);
	CHECK_TEXT(s.locks[2].from, other.ticket.number);
	CHECK_INT(s.locks[2].who.id, city_as(&city, "pln").who.id);
	CHECK_TEXT(s.locks[0].from, "");
	CHECK_INT(answers("damkar", &s.locks[2], LOCK_OPEN, &now), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event e JOIN ticket t ON t.id ="
	    " e.ticket WHERE e.act = 'lock_revoke' AND t.open = 1"), 1);
	CHECK_INT(sheet("damkar").nlocks, 2);
	CHECK_INT(city_does(&city, "pengarah", &other, (struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_UNMERGE }), RC_OK);
	CHECK_INT(sheet("damkar").nlocks, 2);
	fire = other;
	s = sheet("pln");
	CHECK_INT(s.nlocks, 2);
	CHECK_TEXT(s.locks[0].from, "");
	s.locks[0].id = city_count(&city, "SELECT min(id) FROM interlock");
	CHECK_INT(answers("pln", &s.locks[0], LOCK_CONFIRMED, &now), RC_NOTFOUND);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(a_fire_asks_what_its_card_says, setup, teardown),
		cmocka_unit_test_setup_teardown(every_agency_sees_who_said_so, setup, teardown),
		cmocka_unit_test_setup_teardown(the_slower_is_told, setup, teardown),
		cmocka_unit_test_setup_teardown(others_have_no_say, setup, teardown),
		cmocka_unit_test_setup_teardown(another_kind_asks_more, setup, teardown),
		cmocka_unit_test_setup_teardown(they_follow_a_merge_and_its_undo, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
