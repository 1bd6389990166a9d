/* test_disaster.c: a disaster is proposed, rings, and is accepted or declined. */
#include "action/disaster_action.h"
#include "action/see_action.h"
#include "action/see_disaster.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static int		 made;

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

static struct receipt
takes(const char *code, bool proposes)
{
	static const struct answer	 five = { .card = "SOP-04", .version = 1, .question = 5,
		.asked = "Berapa rumah kena?", .said = "≥5" };
	struct desk			 d = city_as(&city, "petugas");
	struct receipt			 r;

	assert_int_equal(file_call(&d, &(struct filing){
	    .token = arena_printf(city.arena, "disaster-%d", ++made),
	    .category = ref_category_code(city.ref, code), .place = { .text = "Jl. Bukit 3" },
	    .title = "", .detail = "", .channel = "call", .privacy = PRIVACY_PUBLIC,
	    .priority = PRIORITY_COUNT, .rang = city.now, .answers = &five, .nanswers = proposes,
	    .disaster = proposes ? &five : NULL }, &r), RC_OK);
	return r;
}

static enum rc
says(const char *who, const struct receipt *r, enum act act, const char *note)
{
	return city_does(&city, who, r, (struct order){ .life = LIFE_EMERGENCY, .act = act,
	    .note = note });
}

static bool
is_offered(const char *who, const struct receipt *r, enum act act)
{
	struct desk		 d = city_as(&city, who);
	struct sheet_view	 s;
	size_t			 i;

	assert_int_equal(see_ticket(&d, r->ticket.number, &s), RC_OK);
	for (i = 0; i < s.may.n; i++)
		if (s.may.moves[i]->act == act)
			return true;
	return false;
}

static size_t
rings(int64_t after)
{
	struct desk	 d;
	size_t		 n;

	city.now += after;
	d = city_as(&city, "worker");
	CHECK_INT(worker_disasters(&d, &n), RC_OK);
	return n;
}

static void
an_answer_proposes_and_supervisors_hear(void **state)
{
	struct desk		 d = city_as(&city, "penyelia");
	struct disaster_row	 list[DISASTERS_SHOWN];
	struct receipt		 r = takes("LGS", true);
	size_t			 n;

	(void)state;
	CHECK(r.ticket.priority != P0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal WHERE kind = 'disaster'"
	    " AND role = 'supervisor' AND about = (SELECT number FROM ticket)"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'propose'"
	    " AND note LIKE 'SOP-04, 5:%'"), 1);
	CHECK_INT(see_disasters(&d, list, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_TEXT(list[0].number, r.ticket.number);
	CHECK(is_offered("penyelia", &r, ACT_NO_DISASTER));
	CHECK(!is_offered("pengarah", &r, ACT_DISASTER));
	takes("LGS", false);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM disaster"), 1);
}

static void
it_rings_until_somebody_says_a_word(void **state)
{
	struct receipt	 r = takes("LGS", true);
	int		 i;

	(void)state;
	CHECK_INT(rings(14 * SECOND), 0);
	for (i = 0; i < 3; i++)
		CHECK_INT(rings(15 * SECOND), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal WHERE kind = 'disaster'"), 4);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'alarm'"
	    " AND data = 'disaster'"), 3);
	CHECK_INT(says("pengarah", &r, ACT_DISASTER, ""), RC_FORBIDDEN);
	CHECK_INT(says("penyelia", &r, ACT_DISASTER, ""), RC_OK);
	CHECK_INT(rings(HOUR), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE priority = 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE priority <> 0"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE alarm_at > 0") > 0, 1);
	CHECK(!is_offered("penyelia", &r, ACT_DISASTER));
}

static void
it_is_declined_with_a_reason(void **state)
{
	struct receipt	 r = takes("LGS", true);

	(void)state;
	CHECK_INT(says("penyelia", &r, ACT_NO_DISASTER, ""), RC_INPUT);
	CHECK_INT(says("penyelia", &r, ACT_NO_DISASTER, "Hanya dua rumah"), RC_OK);
	CHECK_INT(rings(HOUR), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'no_disaster'"
	    " AND note = 'Hanya dua rumah' AND role = 'supervisor'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE priority = 0"), 0);
	CHECK(!is_offered("penyelia", &r, ACT_NO_DISASTER));
	CHECK(is_offered("penyelia", &r, ACT_DISASTER));	/* it may become one yet */
}

static void
what_is_p0_by_itself_waits_too(void **state)
{
	struct receipt	 r = takes("GMP", false);

	(void)state;
	CHECK_INT(r.ticket.priority, P0);
	CHECK_INT(rings(15 * SECOND), 1);
	CHECK_INT(says("penyelia", &r, ACT_NO_DISASTER, "Getaran kecil"), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE priority = 1"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE priority = 0"), 0);
}

static void
it_goes_along_with_a_merge(void **state)
{
	struct receipt	 a = takes("LGS", true), b = takes("LGS", false);

	(void)state;
	CHECK_INT(city_does(&city, "petugas", &a, (struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_MERGE, .target = b.ticket.number }), RC_OK);
	CHECK(is_offered("penyelia", &b, ACT_NO_DISASTER));
	CHECK_INT(rings(15 * SECOND), 2);
	CHECK_INT(rings(15 * SECOND), 1);	/* the one that is closed rings no more */
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(an_answer_proposes_and_supervisors_hear), T(it_rings_until_somebody_says_a_word),
		T(it_is_declined_with_a_reason), T(what_is_p0_by_itself_waits_too),
		T(it_goes_along_with_a_merge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
