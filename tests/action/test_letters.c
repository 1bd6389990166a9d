/* test_letters.c: letters are written, sent, tried again, given up; on a clock of the test's own. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/file_action.h"
#include "action/move_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/outbox_store.h"

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

/* --- letters ---------------------------------------------------------------------------------- */

static struct letter	 last;
static int		 letters;
static enum rc		 mood;		/* of the mail server */

static enum rc
post(struct arena *a, const struct letter *l)
{
	(void)a;
	last = *l;
	letters++;
	return mood;
}

static struct tmpl	*tmpl;

static size_t
delivers(enum rc as)
{
	const struct post_office	 office = { .tmpl = tmpl, .server = "smtp://192.0.2.1",
		.from = "siaga@bahari.example", .url = "https://siaga.example", .send = post };
	struct desk			 d = city_as(&city, "worker");
	size_t				 n;

	mood = as;
	CHECK_INT(worker_letters(&d, &office, &n), RC_OK);
	return n;
}

static void
has(const char *words)
{
	if (strstr(last.text, words) == NULL)
		fail_msg("\"%s\" is not in:\n%s", words, last.text);
}

static void
has_not(const char *words)
{
	if (strstr(last.text, words) != NULL)
		fail_msg("\"%s\" is in:\n%s", words, last.text);
}

static int64_t
counted(const char *state)
{
	return strcmp(state, "sent") == 0 ?
	    city_count(&city, "SELECT count(*) FROM outbox WHERE state = 'sent'") :
	    strcmp(state, "dead") == 0 ?
	    city_count(&city, "SELECT count(*) FROM outbox WHERE state = 'dead'") :
	    city_count(&city, "SELECT count(*) FROM outbox WHERE state = 'waiting'");
}

static void
a_receipt_is_written_and_sent_once(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);

	(void)state;
	letters = 0;
	CHECK_INT(delivers(RC_OK), 1);
	CHECK_INT(delivers(RC_OK), 0);
	CHECK_INT(letters, 1);
	CHECK_TEXT(last.to, "upik@contoh.example");
	CHECK_TEXT(last.from, "siaga@bahari.example");
	CHECK(strstr(last.subject, r.ticket.number) != NULL);
	has(r.ticket.number);
	has("Lubang & <genangan>");	/* plain text: nothing is escaped */
	has("https://siaga.example/lacak");
	has_not(r.code);
	has_not("\n\n\n");
	CHECK_INT(counted("sent"), 1);
}

static void
each_step_has_its_letter(void **state)
{
	struct receipt	 r = city_resolved(&city, true);

	(void)state;
	/* receipt, verified, assigned, in progress, done and waiting, resolved */
	while (delivers(RC_OK) > 0)
		;
	(void)r;
	has("dinyatakan selesai");
	has("menyanggah lewat halaman lacak sampai 24 November 2026");
	CHECK_INT(counted("waiting"), 0);
	CHECK_INT(counted("dead"), 0);
}

static void
a_question_says_what_is_asked(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);

	(void)state;
	CHECK_INT(city_does(&city, "pengarah", &r, (struct order){ .act = ACT_ASK, .note = "Sisi mana?" }), RC_OK);
	delivers(RC_OK);
	has("Sisi mana?");
	has("paling lambat");
}

static void
an_anonymous_reporter_gets_none(void **state)
{
	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_ANONYMOUS);
	CHECK_INT(delivers(RC_OK), 0);
	CHECK_INT(counted("waiting"), 0);
}

static void
what_is_sensitive_stays_out(void **state)
{
	(void)state;
	city_filed(&city, "KDRT", true, PRIVACY_PUBLIC);
	letters = 0;
	while (delivers(RC_OK) > 0) {
		has_not("genangan");
		has_not("Veteran");
	}
	CHECK(letters >= 2);
}

static void
what_fails_is_tried_again_then_given_up(void **state)
{
	static const int64_t	 minutes[] = { 1, 5, 15, 60, 180, 360, 720 };
	const char		*id;
	size_t			 i;

	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	letters = 0;
	CHECK_INT(delivers(RC_BUSY), 0);
	id = last.message_id;
	for (i = 0; i < COUNT(minutes); i++) {
		wait(minutes[i] * MINUTE - SECOND);
		delivers(RC_BUSY);
		CHECK_INT(letters, (int)i + 1);
		wait(SECOND);
		delivers(RC_BUSY);
		CHECK_INT(letters, (int)i + 2);
		CHECK_TEXT(last.message_id, id);	/* a mailbox can see that it is the same */
	}
	CHECK_INT(letters, 8);
	CHECK_INT(counted("dead"), 1);
	wait(30 * (int64_t)DAY);
	CHECK_INT(delivers(RC_OK), 0);
}

static void
what_can_never_be_sent_is_given_up_at_once(void **state)
{
	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	delivers(RC_INPUT);
	CHECK_INT(counted("dead"), 1);
}

static void
a_server_that_is_down_is_asked_once(void **state)
{
	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	letters = 0;
	delivers(RC_BUSY);
	CHECK_INT(letters, 1);
	/* those not tried have lost no try */
	CHECK_INT(city_count(&city, "SELECT total(tries) FROM outbox"), 1);
	wait(MINUTE);
	CHECK_INT(delivers(RC_OK), 3);
}

/* At most so many, by whoever holds that lease. */
static enum rc
takes(const char *lease, int64_t held, size_t max)
{
	return outbox_take(city.db, &(struct taking){ .lease = lease, .channel = CHANNEL_MAIL,
	    .now = city.now, .until = city.now + held, .max = max }, false);
}

static void
a_worker_that_dies_gives_its_letters_back(void **state)
{
	struct post	 posts[10];
	size_t		 n;

	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	/* it took them, and died */
	CHECK_INT(db_begin(city.db), RC_OK);
	CHECK_INT(db_finish(city.db, takes("dead", 10 * MINUTE, 10)), RC_OK);
	wait(9 * MINUTE);
	CHECK_INT(delivers(RC_OK), 0);
	wait(MINUTE);
	CHECK_INT(delivers(RC_OK), 1);
	/* it was not dead after all: but its lease is over */
	CHECK_INT(outbox_taken(city.db, city.arena, "dead", posts, &n, 10), RC_OK);
	CHECK_INT(n, 0);
	CHECK_INT(outbox_end(city.db, 1, "dead", "sent", "", city.now), RC_CONFLICT);
	CHECK_INT(counted("sent"), 1);
}

static void
two_workers_never_take_the_same(void **state)
{
	struct post	 one[10], two[10];
	size_t		 i, n, m;

	(void)state;
	for (i = 0; i < 5; i++)
		city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	CHECK_INT(takes("a", MINUTE, 3), RC_OK);
	CHECK_INT(takes("b", MINUTE, 3), RC_OK);
	CHECK_INT(outbox_taken(city.db, city.arena, "a", one, &n, 10), RC_OK);
	CHECK_INT(outbox_taken(city.db, city.arena, "b", two, &m, 10), RC_OK);
	CHECK_INT(n, 3);
	CHECK_INT(m, 2);
	for (i = 0; i < m; i++)
		CHECK(two[i].id != one[0].id && two[i].id != one[1].id && two[i].id != one[2].id);
}

static void
an_agency_is_told(void **state)
{
	struct receipt	 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);

	(void)state;
	CHECK_INT(delivers(RC_OK), 3);
	CHECK(strstr(last.to, "piket.") == last.to);
	has(r.ticket.number);
	has("https://siaga.example/tiket/");
	has("Jl. Veteran 3 <dekat> \"pos\" & pasar, Pasar Lama, Pasar Muara");
	CHECK(strstr(last.subject, "P2") != NULL);
	wait(3 * MINUTE);
	rings();
	CHECK_INT(delivers(RC_OK), 3);
	has("belum diterima");
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(a_receipt_is_written_and_sent_once),
		TEST(each_step_has_its_letter),
		TEST(a_question_says_what_is_asked),
		TEST(an_anonymous_reporter_gets_none),
		TEST(what_is_sensitive_stays_out),
		TEST(what_fails_is_tried_again_then_given_up),
		TEST(what_can_never_be_sent_is_given_up_at_once),
		TEST(a_server_that_is_down_is_asked_once),
		TEST(a_worker_that_dies_gives_its_letters_back),
		TEST(two_workers_never_take_the_same),
		TEST(an_agency_is_told),
	};
	int	 failed;

	tmpl = tmpl_open("templates");
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	tmpl_close(tmpl);
	return failed;
}
