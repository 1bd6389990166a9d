/* test_clock_core.c: the limits of a ticket, on a clock of the test's own. */
#include <string.h>

#include "action/move_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "domain/clocks.h"
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

static int64_t
agency(const char *code)
{
	return ref_agency_code(city.ref, code)->id;
}

static void
does(const char *login, const struct receipt *r, struct order o)
{
	CHECK_INT(city_does(&city, login, r, o), RC_OK);
}

/* A pothole that Public Works has begun to mend. */
static struct receipt
begun(void)
{
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);

	does("pengarah", &r, (struct order){ .act = ACT_VERIFY });
	does("pengarah", &r, (struct order){ .act = ACT_ASSIGN, .agency = agency("PUPR") });
	does("pupr", &r, (struct order){ .act = ACT_START, .note = "Mulai." });
	return r;
}

static int64_t
due(void)
{
	return city_count(&city, "SELECT due_at FROM ticket ORDER BY id LIMIT 1");
}

static int64_t
office_due(int64_t from, int64_t minutes)
{
	return clock_due(&city.ref->calendar, from, minutes, true);
}

/* --- pauses ------------------------------------------------------------------------------ */

static void
an_answer_goes_on_with_what_was_left(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	int64_t		 filed = city.now, used;

	(void)state;
	CHECK_INT(due(), office_due(filed, 3 * 450));
	city.now += 2 * HOUR;		/* of office time: it is Thursday morning */
	does("pengarah", &r, (struct order){ .act = ACT_ASK, .note = "Di mana?" });
	CHECK_INT(due(), office_due(city.now, 10 * 450));
	city.now += 4 * DAY;
	used = clock_between(&city.ref->calendar, filed, filed + 2 * HOUR, true);
	CHECK_INT(used, 2 * HOUR);
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_ANSWER, .note = "Di sini." }),
	    RC_OK);
	CHECK_INT(due(), office_due(city.now, 3 * 450 - used / MINUTE));
}

/* Put off or on hold, the public still waits for a word. */
static void
what_is_put_off_is_not_silent_for_ever(void **state)
{
	struct receipt	 r = begun();
	int64_t		 said;

	(void)state;
	city.now += DAY;
	said = city.now;
	does("pupr", &r, (struct order){ .act = ACT_SCHEDULE, .note = "Pekan depan.",
	    .until = city.now + 30 * DAY });
	CHECK_INT(due(), city.now + 30 * DAY);
	CHECK_INT(city_count(&city, "SELECT quiet_due FROM assignment WHERE open = 1 AND lead = 1"),
	    office_due(said, 2250));
	CHECK_INT(city_count(&city, "SELECT quiet_from FROM assignment WHERE open = 1"
	    " AND lead = 1"), said);
	city.now += DAY;
	does("pupr", &r, (struct order){ .act = ACT_RESUME });
	CHECK_INT(city_count(&city, "SELECT quiet_from FROM assignment WHERE open = 1"
	    " AND lead = 1"), said);
}

/* --- dispute, reopening ---------------------------------------------------------------------- */

static void
a_dispute_goes_on_counting(void **state)
{
	struct receipt	 r = begun();
	int64_t		 sent = city.now, used;

	(void)state;
	city.now += 3 * HOUR;
	does("pupr", &r, (struct order){ .act = ACT_SUBMIT, .note = "Beres." });
	does("verifikator", &r, (struct order){ .act = ACT_VALIDATE });
	used = clock_between(&city.ref->calendar, sent, city.now, true);
	city.now += DAY;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE, .note = "Belum." }),
	    RC_OK);
	CHECK_INT(city_count(&city, "SELECT finish_due FROM assignment WHERE open = 1 AND lead = 1"),
	    office_due(city.now, 6300 - used / MINUTE));
	CHECK_INT(due(), office_due(city.now, 5 * 450));	/* its first follow-up, from now */
	does("pupr", &r, (struct order){ .act = ACT_START, .note = "Kami kerjakan lagi." });
	CHECK_INT(due(), office_due(city.now, 6300 - used / MINUTE));
}

static void
a_reopening_starts_new_clocks(void **state)
{
	struct receipt	 r = city_resolved(&city, false);
	struct desk	 worker = city_as(&city, "worker");
	size_t		 n;

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_CONFIRM, .rating = 2 }), RC_OK);
	CHECK_INT(due(), 0);
	city.now += 20 * DAY;
	does("penyelia", &r, (struct order){ .act = ACT_REOPEN, .note = "Rusak lagi." });
	CHECK_INT(due(), office_due(city.now, 5 * 450));
	CHECK_INT(city_count(&city, "SELECT finish_due FROM assignment WHERE open = 1 AND lead = 1"),
	    office_due(city.now, 6300));
	does("pupr", &r, (struct order){ .act = ACT_START, .note = "Mulai lagi." });
	CHECK_INT(due(), office_due(city.now, 6300));
	worker.now = city.now + 90 * DAY;
	CHECK_INT(worker_closings(&worker, &n), RC_OK);
	CHECK_INT(n, 0);
}

/* --- transfer: invariant 9 -------------------------------------------------------------------- */

static void
a_transfer_recomputes_and_says_so(void **state)
{
	struct receipt	 r = begun();
	int64_t		 old = city_count(&city, "SELECT finish_due FROM assignment WHERE open = 1"
			    " AND lead = 1");

	(void)state;
	city.now += 2 * DAY;
	does("pupr", &r, (struct order){ .life = LIFE_ASSIGNMENT, .act = ACT_TRANSFER,
	    .agency = agency("DLH"), .note = "Pohonnya." });
	CHECK_INT(city_count(&city, "SELECT ack_due FROM assignment WHERE open = 1 AND lead = 1"),
	    office_due(city.now, 1350));
	CHECK_INT(city_count(&city, "SELECT finish_due FROM assignment WHERE open = 1 AND lead = 1"),
	    office_due(city.now, 6300));
	CHECK_INT(city_count(&city, "SELECT json_extract(data, '$.old') FROM event"
	    " WHERE act = 'clock' AND life = 'assignment'"), old);
	CHECK_INT(city_count(&city, "SELECT json_extract(data, '$.new') = (SELECT finish_due"
	    " FROM assignment WHERE open = 1 AND lead = 1) AND json_extract(data, '$.from') = 'PUPR'"
	    " AND json_extract(data, '$.to') = 'DLH' FROM event WHERE act = 'clock'"), 1);
	/* what was promised to whoever reported stays */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'clock'"), 1);
}

/* The desk routes it elsewhere: whoever has it now has the whole first follow-up. */
static void
routed_anew_it_is_followed_up_anew(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);

	(void)state;
	does("pengarah", &r, (struct order){ .act = ACT_VERIFY });
	does("pengarah", &r, (struct order){ .act = ACT_ASSIGN, .agency = agency("PUPR") });
	CHECK_INT(due(), office_due(city.now, 5 * 450));
	city.now += DAY;
	does("pengarah", &r, (struct order){ .act = ACT_ASSIGN, .agency = agency("DLH"),
	    .note = "Taman." });
	CHECK_INT(due(), office_due(city.now, 5 * 450));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'clock'"), 1);
}

/* --- an emergency -------------------------------------------------------------------- */

static void
an_emergency_as_a_whole(void **state)
{
	struct receipt	 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	int64_t		 at = city.now;

	(void)state;
	CHECK_INT(due(), at + 3 * MINUTE);
	city.now += MINUTE;
	does("damkar", &r, (struct order){ .life = LIFE_ASSIGNMENT, .act = ACT_ACCEPT });
	CHECK_INT(due(), at + 120 * MINUTE);	/* happened to resolved */
	CHECK_INT(city_count(&city, "SELECT max(quiet_due) FROM assignment"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE lead = 1"
	    " AND ack_due = sent_at + 180000 AND alarm_at = 0"), 1);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(an_answer_goes_on_with_what_was_left),
		TEST(what_is_put_off_is_not_silent_for_ever),
		TEST(a_dispute_goes_on_counting),
		TEST(a_reopening_starts_new_clocks),
		TEST(a_transfer_recomputes_and_says_so),
		TEST(routed_anew_it_is_followed_up_anew),
		TEST(an_emergency_as_a_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
