/* test_ladder.c: every alarm and step of the ladder in its time, on a clock of the test's own. */
#include "action/ladder_action.h"
#include "action/move_action.h"
#include "action/ref_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "domain/ladder.h"
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

/* The worker looks every second; so does this, until then. */
static void
until(int64_t at)
{
	struct desk	 d;
	size_t		 n;

	for (; city.now <= at; city.now += SECOND) {
		d = city_as(&city, "worker");
		CHECK_INT(worker_alarms(&d, &n), RC_OK);
	}
	city.now = at;
}

#define OF_LEAD	" FROM event e JOIN assignment a ON a.id = e.object AND e.life = 'assignment'" \
	" AND a.lead = 1 WHERE e.act = "
#define STEP(who) \
	city_count(&city, "SELECT COALESCE(min(e.at), 0)" OF_LEAD "'escalate' AND e.data = '" who "'")

static int64_t
alarms(void)
{
	return city_count(&city, "SELECT count(*)" OF_LEAD "'alarm'");
}

static int64_t
escalations(void)
{
	return city_count(&city, "SELECT count(*)" OF_LEAD "'escalate'");
}

static void
fresh(void)
{
	city.ref = ref_current(city.db, city.now);
}

static enum rc
changes(const char *who, enum ladder_scope scope, int64_t agency, const struct rung *list,
    size_t n, int64_t from)
{
	struct desk	 d = city_as(&city, who);
	enum rc		 rc = ladder_change(&d, scope, agency, list, n, from);

	fresh();
	return rc;
}

static int64_t
agency(const char *code)
{
	return ref_agency_code(city.ref, code)->id;
}

/* --- alarms by priority ------------------------------------------------------------------- */

/* P1: each fifteen seconds from the limit on; a step after each three. */
static void
a_critical_one(void **state)
{
	int64_t	 limit = city.now + MINUTE;	/* KBR-KND is to be accepted in one */

	(void)state;
	city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);
	until(limit - SECOND);
	CHECK_INT(alarms(), 0);
	until(limit);
	CHECK_INT(alarms(), 1);
	until(limit + 14 * SECOND);
	CHECK_INT(alarms(), 1);
	until(limit + 15 * SECOND);
	CHECK_INT(alarms(), 2);
	until(limit + 4 * MINUTE);
	CHECK_INT(STEP("duty_officer"), limit + 30 * SECOND);
	CHECK_INT(STEP("agency_head"), limit + 75 * SECOND);
	CHECK_INT(STEP("supervisor"), limit + 120 * SECOND);
	CHECK_INT(STEP("sekda"), limit + 165 * SECOND);
	CHECK_INT(escalations(), 4);
	/* then ever more seldom: 15, 30, 60 s ... and never again a step */
	until(limit + HOUR);
	CHECK_INT(escalations(), 4);
	CHECK(alarms() < 25);
}

/* A disaster rings as often, until the supervisor accepts it and somebody the task. */
static void
a_disaster(void **state)
{
	struct receipt	 r = city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);
	int64_t		 first;

	(void)state;
	CHECK_INT(city_does(&city, "penyelia", &r, (struct order){ .act = ACT_DISASTER }), RC_OK);
	CHECK_INT(city_count(&city, "SELECT priority FROM assignment WHERE lead = 1"), P0);
	until(city.now + 15 * SECOND);
	first = city_count(&city, "SELECT min(e.at)" OF_LEAD "'alarm'");
	until(first + 30 * SECOND);
	CHECK_INT(alarms(), 3);
	CHECK_INT(city_does(&city, "damkar", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT }), RC_OK);
	until(first + 10 * MINUTE);
	CHECK_INT(alarms(), 3);
}

/* P2: each minute; whoever accepts stops alarms and steps. */
static void
a_high_one_until_it_is_accepted(void **state)
{
	int64_t		 limit = city.now + 3 * MINUTE;
	struct receipt	 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);

	(void)state;
	until(limit + 59 * SECOND);
	CHECK_INT(alarms(), 1);
	until(limit + 3 * MINUTE);
	CHECK_INT(alarms(), 4);
	CHECK_INT(STEP("duty_officer"), limit + 2 * MINUTE);
	CHECK_INT(city_does(&city, "damkar", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT }), RC_OK);
	until(limit + HOUR);
	CHECK_INT(alarms(), 4);
	CHECK_INT(escalations(), 1);
}

/* P3: once. */
static void
a_moderate_one(void **state)
{
	int64_t	 limit = city.now + 10 * MINUTE;

	(void)state;
	city_filed(&city, "HWN-LAIN", false, PRIVACY_PUBLIC);
	until(limit - SECOND);
	CHECK_INT(alarms(), 0);
	until(limit + 2 * HOUR);
	CHECK_INT(alarms(), 1);
	CHECK_INT(escalations(), 0);
}

/* An agency that is not ours: the supervisor is told, and it rings no more. */
static void
an_outside_one(void **state)
{
	int64_t	 limit = city.now + MINUTE;

	(void)state;
	city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);
	until(limit + 10 * MINUTE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event e JOIN assignment a ON"
	    " a.id = e.object JOIN agency g ON g.id = a.agency WHERE g.code = 'POLRES'"
	    " AND e.act = 'escalate' AND e.data = 'supervisor'"), 1);
	CHECK_INT(city_count(&city, "SELECT a.alarms * 10 + (a.alarm_at = 0) FROM assignment a"
	    " JOIN agency g ON g.id = a.agency WHERE g.code = 'POLRES'"), 31);
}

/* What nobody classified: after two minutes, and the supervisor after eight. */
static void
the_triage_desk(void **state)
{
	int64_t		 at = city.now;
	struct receipt	 r = city_filed(&city, "LAIN", false, PRIVACY_PUBLIC);

	(void)state;
	until(at + 2 * MINUTE - SECOND);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'alarm'"), 0);
	until(at + 2 * MINUTE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'alarm'"
	    " AND life = 'complaint' AND data = 'triage'"), 1);
	until(at + 20 * MINUTE);
	CHECK_INT(city_count(&city, "SELECT at FROM event WHERE act = 'escalate'"), at + 8 * MINUTE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'escalate'"
	    " AND data = 'supervisor'"), 1);
	CHECK_INT(city_does(&city, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	until(at + HOUR);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'alarm'"), 4);
}

/* --- as data --------------------------------------------------------------------------------- */

static const struct rung	 quick[] = {
	{ .who = "agency_head", .minutes = 1 }, { .who = "sekda", .minutes = 5 },
};

/* Its own, in minutes; the others keep theirs; from its day on. */
static void
an_agency_of_its_own_kind(void **state)
{
	int64_t	 limit;

	(void)state;
	CHECK_INT(changes("admin", LADDER_AGENCY, agency("DAMKAR"), quick, 2,
	    city.now + 2 * MINUTE), RC_OK);
	limit = city.now + MINUTE;
	city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);
	until(limit + 50 * SECOND);
	CHECK_INT(STEP("duty_officer"), limit + 30 * SECOND);	/* not yet in force */
	city.now += DAY;
	limit = city.now + 3 * MINUTE;
	CHECK_INT(db_script(city.db, "UPDATE assignment SET alarm_at = 0"), RC_OK);
	city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	until(limit + 6 * MINUTE);
	CHECK_INT(STEP("sekda"), limit + 5 * MINUTE);
	CHECK_INT(STEP("agency_head"), limit + MINUTE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'ladder' AND"
	    " json_extract(data, '$.new[1].who') = 'sekda' AND json_extract(data, '$.agency')"
	    " = 'DAMKAR' AND json_array_length(data, '$.old') = 0"), 1);
	/* the usual one again */
	CHECK_INT(changes("admin", LADDER_AGENCY, agency("DAMKAR"), NULL, 0, 0), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ladder WHERE scope = 'agency'"
	    " AND valid_to = 0"), 0);
}

/* What rings once may still climb: a step in minutes has its turn without an alarm. */
static void
a_step_in_minutes_needs_no_alarm(void **state)
{
	int64_t	 limit = city.now + 10 * MINUTE;

	(void)state;
	CHECK_INT(changes("admin", LADDER_OWN, 0, quick, 2, 0), RC_OK);
	city_filed(&city, "HWN-LAIN", false, PRIVACY_PUBLIC);
	until(limit + HOUR);
	CHECK_INT(alarms(), 1);
	CHECK_INT(STEP("agency_head"), limit + MINUTE);
	CHECK_INT(STEP("sekda"), limit + 5 * MINUTE);
}

/* The desk's step has its minute, whatever the rhythm of its alarms. */
static void
a_desk_of_another_kind(void **state)
{
	static const struct rung	 five[] = { { .who = "supervisor", .minutes = 5 } };
	int64_t				 at = city.now;

	(void)state;
	CHECK_INT(changes("admin", LADDER_DESK, 0, five, 1, 0), RC_OK);
	city_filed(&city, "LAIN", false, PRIVACY_PUBLIC);
	until(at + 20 * MINUTE);
	CHECK_INT(city_count(&city, "SELECT at FROM event WHERE act = 'escalate'"), at + 5 * MINUTE);
}

static void
who_may_and_what_is_refused(void **state)
{
	static const struct rung	 back[] = {
		{ .who = "supervisor", .alarms = 6 }, { .who = "sekda", .alarms = 3 },
	}, nobody[] = { { .who = "mayor", .alarms = 3 } }, both[] = {
		{ .who = "sekda", .alarms = 3, .minutes = 3 } };

	(void)state;
	CHECK_INT(changes("penyelia", LADDER_OWN, 0, quick, 2, 0), RC_FORBIDDEN);
	CHECK_INT(changes("damkar.kepala", LADDER_AGENCY, agency("DAMKAR"), quick, 2, 0),
	    RC_FORBIDDEN);
	CHECK_INT(changes("admin", LADDER_OWN, 0, back, 2, 0), RC_INPUT);
	CHECK_INT(changes("admin", LADDER_OWN, 0, nobody, 1, 0), RC_INPUT);
	CHECK_INT(changes("admin", LADDER_OWN, 0, both, 1, 0), RC_INPUT);
	CHECK_INT(changes("admin", LADDER_OWN, 0, NULL, 0, 0), RC_INPUT);
	CHECK_INT(changes("admin", LADDER_AGENCY, 9999, quick, 2, 0), RC_NOTFOUND);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'ladder'"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ladder"), 6);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(a_critical_one),
		TEST(a_disaster),
		TEST(a_high_one_until_it_is_accepted),
		TEST(a_moderate_one),
		TEST(an_outside_one),
		TEST(the_triage_desk),
		TEST(an_agency_of_its_own_kind),
		TEST(a_step_in_minutes_needs_no_alarm),
		TEST(a_desk_of_another_kind),
		TEST(who_may_and_what_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
