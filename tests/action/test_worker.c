/* test_worker.c: alarms and closings, on a clock of the test's own. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/file_action.h"
#include "action/move_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
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

static void
wait(int64_t ms)
{
	city.now += ms;
}

static size_t
rings(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_alarms(&d, &n), RC_OK);
	return n;
}

static size_t
closes(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_closings(&d, &n), RC_OK);
	return n;
}

/* --- alarms ---------------------------------------------------------------------------- */

static void
an_alarm_repeats_until_it_is_accepted(void **state)
{
	struct receipt	 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);	/* P2, three minutes */
	int64_t		 version;

	(void)state;
	wait(3 * MINUTE - SECOND);
	CHECK_INT(rings(), 0);
	wait(SECOND);
	CHECK_INT(rings(), 3);		/* Damkar and its two helpers */
	CHECK_INT(rings(), 0);
	wait(59 * SECOND);
	CHECK_INT(rings(), 0);
	wait(SECOND);
	version = city_count(&city, "SELECT version FROM assignment WHERE lead = 1");
	CHECK_INT(rings(), 3);
	/* an alarm is no news to who is about to accept */
	CHECK_INT(city_count(&city, "SELECT version FROM assignment WHERE lead = 1"), version);
	CHECK_INT(city_does(&city, "damkar", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT, .version = version }), RC_OK);
	wait(MINUTE);
	CHECK_INT(rings(), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'alarm'"
	    " AND role = 'worker' AND life = 'assignment'"), 8);
	CHECK_INT(city_count(&city, "SELECT alarms FROM assignment WHERE lead = 1"), 2);
}

static void
a_minor_one_rings_once(void **state)
{
	(void)state;
	city_filed(&city, "HWN-LAIN", false, PRIVACY_PUBLIC);		/* P3 */
	wait(10 * MINUTE);
	CHECK_INT(rings(), 3);
	wait(DAY);
	CHECK_INT(rings(), 0);
}

static void
the_ladder_is_climbed_then_it_gets_quiet(void **state)
{
	int	 i;

	(void)state;
	city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);		/* P1: each 15 s */
	wait(MINUTE);
	for (i = 0; i < 12; i++) {
		CHECK(rings() > 0);
		wait(15 * SECOND);
	}
	CHECK_INT(city_count(&city, "SELECT alarms FROM assignment WHERE lead = 1"), 12);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event e JOIN assignment a ON"
	    " a.id = e.object WHERE a.lead = 1 AND e.act = 'escalate'"), 4);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event e JOIN assignment a ON"
	    " a.id = e.object WHERE a.lead = 1 AND e.act = 'escalate' AND e.data = 'sekda'"), 1);
	/* the police is not ours: the supervisor is told, and it rings no more */
	CHECK_INT(city_count(&city, "SELECT a.alarms * 10 + (a.alarm_at = 0) FROM assignment a"
	    " JOIN agency g ON g.id = a.agency WHERE g.code = 'POLRES'"), 31);
	for (i = 0; i < 20; i++) {
		rings();
		wait(HOUR);
	}
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'escalate'"
	    " AND data = 'sekda'"), 3);		/* Damkar, Dishub, Dinkes: once each */
	rings();
	wait(59 * MINUTE);
	CHECK_INT(rings(), 0);
	/* one letter for the first alarm, one for each step */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox o JOIN agency g ON"
	    " g.id = o.agency WHERE o.kind = 'alarm' AND g.code = 'DAMKAR'"), 5);
}

static void
what_waits_at_the_desk_rings(void **state)
{
	struct receipt	 r = city_filed(&city, "LAIN", false, PRIVACY_PUBLIC);
	int		 i;

	(void)state;
	wait(2 * MINUTE);
	CHECK_INT(rings(), 1);
	for (i = 0; i < 30; i++) {
		wait(MINUTE);
		rings();
	}
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'alarm'"
	    " AND life = 'complaint'"), 5);		/* 2, 4, 8, 16, 32 minutes */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'escalate'"), 1);
	CHECK_INT(city_does(&city, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	wait(DAY);
	CHECK_INT(rings(), 0);
}

static void
screens_hear_an_alarm(void **state)
{
	int64_t	 before;

	(void)state;
	city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	before = city_count(&city, "SELECT total(value) FROM pulse WHERE agency <> 0");
	wait(3 * MINUTE);
	rings();
	CHECK_INT(city_count(&city, "SELECT total(value) FROM pulse WHERE agency <> 0"), before + 3);
}

/* --- closings ------------------------------------------------------------------------------ */

static void
what_nobody_disputes_is_closed(void **state)
{
	struct receipt	 r = city_resolved(&city, false);
	int64_t		 due = city_count(&city, "SELECT due_at FROM ticket");

	(void)state;
	CHECK_INT(r.ticket.id, 1);
	CHECK_INT(due, clock_due_days(&city.ref->calendar, city.now, DISPUTE_DAYS));
	city.now = due - 1;
	CHECK_INT(closes(), 0);
	city.now = due;
	CHECK_INT(closes(), 1);
	CHECK_INT(closes(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'closed'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'close'"
	    " AND role = 'worker' AND before = 'resolved'"), 1);
}

/* Invariant 4: there is nothing pending that could close it behind somebody's back. */
static void
reopening_cancels_the_closing(void **state)
{
	struct receipt	 r = city_resolved(&city, false);
	int64_t		 due = city_count(&city, "SELECT due_at FROM ticket");

	(void)state;
	wait(HOUR);
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE, .note = "Belum." }), RC_OK);
	city.now = due + 30 * (int64_t)DAY;
	CHECK_INT(closes(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'disputed'"), 1);
}

static void
a_closed_one_that_is_reopened_stays_open(void **state)
{
	struct receipt	 r = city_resolved(&city, false);

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_CONFIRM, .rating = 5 }), RC_OK);
	CHECK_INT(city_does(&city, "penyelia", &r, (struct order){ .act = ACT_REOPEN, .note = "Lagi." }), RC_OK);
	wait(30 * (int64_t)DAY);
	CHECK_INT(closes(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'assigned'"), 1);
}

static void
a_question_without_answer_is_archived(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	int64_t		 due;

	(void)state;
	CHECK_INT(city_does(&city, "pengarah", &r, (struct order){ .act = ACT_ASK, .note = "Di mana?" }), RC_OK);
	due = city_count(&city, "SELECT due_at FROM ticket");
	CHECK_INT(due, clock_due_days(&city.ref->calendar, city.now, SILENCE_DAYS));
	city.now = due - 1;
	CHECK_INT(closes(), 0);
	city.now = due;
	CHECK_INT(closes(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'archived'"), 1);
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_ANSWER, .note = "Di sini." }), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'received'"), 1);
}

static void
what_was_put_off_begins_again(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	int64_t		 pupr = ref_agency_code(city.ref, "PUPR")->id, until;

	(void)state;
	CHECK_INT(city_does(&city, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	CHECK_INT(city_does(&city, "pengarah", &r, (struct order){ .act = ACT_ASSIGN, .agency = pupr }), RC_OK);
	CHECK_INT(city_does(&city, "pupr", &r, (struct order){ .act = ACT_START, .note = "Mulai." }), RC_OK);
	until = city.now + 2 * (int64_t)DAY;
	CHECK_INT(city_does(&city, "pupr", &r, (struct order){ .act = ACT_SCHEDULE, .note = "Lusa.",
	    .until = until }), RC_OK);
	city.now = until - 1;
	CHECK_INT(closes(), 0);
	city.now = until;
	CHECK_INT(closes(), 1);
	CHECK_INT(city_does(&city, "pupr", &r, (struct order){ .act = ACT_HOLD, .note = "Aspal habis.",
	    .until = until + DAY }), RC_OK);
	city.now = until + DAY;
	CHECK_INT(closes(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE state = 'in_progress'"), 1);
}

/* --- what is old -------------------------------------------------------------------------------- */

static void
old_sessions_are_forgotten(void **state)
{
	struct desk	 d = city_as(&city, "worker");

	(void)state;
	CHECK_INT(db_script(city.db, "INSERT INTO session (hash, account, csrf, created_at,"
	    " expires_at) VALUES (x'01', 1, 'x', 0, 1), (x'02', 1, 'x', 0, 9000000000000);"
	    "INSERT INTO throttle (key, fails, until, last_at) VALUES (x'01', 3, 0, 1)"), RC_OK);
	CHECK_INT(worker_sweep(&d), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM session"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM throttle"), 0);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(an_alarm_repeats_until_it_is_accepted),
		TEST(a_minor_one_rings_once),
		TEST(the_ladder_is_climbed_then_it_gets_quiet),
		TEST(what_waits_at_the_desk_rings),
		TEST(screens_hear_an_alarm),
		TEST(what_nobody_disputes_is_closed),
		TEST(reopening_cancels_the_closing),
		TEST(a_closed_one_that_is_reopened_stays_open),
		TEST(a_question_without_answer_is_archived),
		TEST(what_was_put_off_begins_again),
		TEST(old_sessions_are_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
