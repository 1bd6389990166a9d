/* test_silence.c: too long without a word, a limit that passed: told once, and to whom. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/silence_action.h"
#include "action/unsent_action.h"
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

static size_t
told(enum rc (*who)(const struct desk *, size_t *))
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(who(&d, &n), RC_OK);
	return n;
}

static void
does(const char *login, const struct receipt *r, struct order o)
{
	CHECK_INT(city_does(&city, login, r, o), RC_OK);
}

static struct receipt
begun(const char *category, const char *agency, const char *login, bool mail)
{
	struct receipt	 r = city_filed(&city, category, mail, PRIVACY_PUBLIC);

	does("pengarah", &r, (struct order){ .act = ACT_VERIFY });
	does("pengarah", &r, (struct order){ .act = ACT_ASSIGN,
	    .agency = ref_agency_code(city.ref, agency)->id });
	does(login, &r, (struct order){ .act = ACT_START, .note = "Kami mulai." });
	return r;
}

static void
writes(const struct receipt *r, const char *text, bool public)
{
	struct desk	 d = city_as(&city, "pupr");

	CHECK_INT(note(&d, r->ticket.number, text, public), RC_OK);
}

static int64_t
quiet_due(void)
{
	return city_count(&city, "SELECT max(quiet_due) FROM assignment WHERE open = 1");
}

/* --- silence -------------------------------------------------------------------------------- */

static void
a_silence_is_told_of_once(void **state)
{
	struct receipt	 r = begun("JLN", "PUPR", "pupr", false);
	int64_t		 said = city.now, beats;

	(void)state;
	CHECK_INT(quiet_due(), clock_due(&city.ref->calendar, said, 2250, true));
	city.now = quiet_due() - SECOND;
	CHECK_INT(told(worker_silences), 0);
	city.now += SECOND;
	beats = city_count(&city, "SELECT sum(value) FROM pulse");
	CHECK_INT(told(worker_silences), 1);
	CHECK_INT(told(worker_silences), 0);
	CHECK_INT(city_count(&city, "SELECT sum(value) FROM pulse"), beats + 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'silence'"
	    " AND role = 'worker' AND public = 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox o JOIN agency g ON g.id = o.agency"
	    " WHERE o.kind = 'silence' AND g.code = 'PUPR'"), 1);
	/* an internal note says nothing to the public, nor does what the reporter writes */
	writes(&r, "Menunggu aspal.", false);
	CHECK(quiet_due() <= city.now);
	writes(&r, "Aspal datang besok.", true);
	CHECK_INT(quiet_due(), clock_due(&city.ref->calendar, city.now, 2250, true));
	CHECK_INT(told(worker_silences), 0);
	city.now = quiet_due();
	CHECK_INT(told(worker_silences), 1);	/* another silence */
}

/* What nobody outside has read broke no silence. */
static void
a_note_taken_back_breaks_no_silence(void **state)
{
	struct receipt	 r = begun("JLN", "PUPR", "pupr", false);
	struct desk	 d;
	int64_t		 before = quiet_due();

	(void)state;
	city.now += HOUR;
	writes(&r, "Salah tiket.", true);
	CHECK(quiet_due() > before);
	d = city_as(&city, "pupr");
	CHECK_INT(note_take_back(&d, r.ticket.number,
	    city_count(&city, "SELECT max(event) FROM unsent")), RC_OK);
	CHECK_INT(quiet_due(), before);
}

static void
what_is_over_owes_no_word(void **state)
{
	struct receipt	 r = begun("JLN", "PUPR", "pupr", false);

	(void)state;
	does("pupr", &r, (struct order){ .act = ACT_SUBMIT, .note = "Beres." });
	CHECK(quiet_due() > 0);		/* the verifier has not said so yet */
	does("verifikator", &r, (struct order){ .act = ACT_VALIDATE });
	city.now += 60 * DAY;
	CHECK_INT(told(worker_silences), 0);
	city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);	/* an emergency has clocks of minutes */
	CHECK_INT(city_count(&city, "SELECT max(quiet_due) FROM assignment WHERE open = 1"), 0);
}

/* Whoever reported spoke last: the agency's silence is as old as its own last words. */
static void
a_dispute_breaks_no_silence(void **state)
{
	struct receipt	 r = begun("JLN", "PUPR", "pupr", false);
	int64_t		 said;

	(void)state;
	city.now += HOUR;
	said = city.now;
	does("pupr", &r, (struct order){ .act = ACT_SUBMIT, .note = "Beres." });
	city.now += HOUR;
	does("verifikator", &r, (struct order){ .act = ACT_VALIDATE });
	city.now += DAY;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE, .note = "Belum." }),
	    RC_OK);
	CHECK_INT(city_count(&city, "SELECT quiet_from FROM assignment WHERE open = 1 AND lead = 1"),
	    said);
}

/* --- the league table ------------------------------------------------------------------ */

static void
the_league_of_silence(void **state)
{
	struct silence_view	 v;
	struct desk		 d = city_as(&city, "pengarah");
	int64_t			 pupr = ref_agency_code(city.ref, "PUPR")->id;
	int			 i;

	(void)state;
	CHECK_INT(see_silence(&d, &v), RC_OK);
	CHECK_INT(v.n, 0);
	for (i = 0; i < 10; i++) {
		begun("JLN", "PUPR", "pupr", false);
		city.now += DAY;
	}
	begun("SMP", "DLH", "dlh", false);
	d = city_as(&city, "pengarah");
	CHECK_INT(see_silence(&d, &v), RC_OK);
	CHECK_INT(v.n, 2);
	CHECK_INT(v.rows[0].agency, pupr);	/* the worst comes first */
	CHECK_INT(v.rows[0].open, 10);
	CHECK_INT(v.rows[0].longest, 10 * DAY);
	CHECK_INT(v.rows[0].p50, 5 * DAY);	/* 1, 2, ... 10 days: half are no older */
	CHECK_INT(v.rows[0].p90, 9 * DAY);
	CHECK_INT(v.rows[0].over, city_count(&city, "SELECT count(*) FROM assignment a JOIN agency g"
	    " ON g.id = a.agency WHERE g.code = 'PUPR' AND a.open = 1 AND a.lead = 1 AND quiet_due"
	    " <= (SELECT max(at) FROM event)"));
	CHECK(v.rows[0].over > 0 && v.over == v.rows[0].over && v.open == 11);
	CHECK_INT(v.rows[1].longest, 0);
	d = city_as(&city, "walikota");
	CHECK_INT(see_silence(&d, &v), RC_OK);
	d = city_as(&city, "pupr");
	CHECK_INT(see_silence(&d, &v), RC_FORBIDDEN);
}

/* --- a limit passes -------------------------------------------------------------------- */

static struct letter	 last;
static int		 letters;

static enum rc
post(struct arena *a, const struct letter *l)
{
	(void)a;
	letters++;
	last = *l;
	return RC_OK;
}

static void
delivers(void)
{
	struct tmpl			*tmpl = tmpl_open("templates");
	const struct post_office	 office = { .tmpl = tmpl, .server = "smtp://192.0.2.1",
		.from = "siaga@bahari.example", .url = "https://siaga.example", .send = post };
	struct desk			 d;
	size_t				 n;

	told(worker_overdue);
	letters = 0;
	d = city_as(&city, "worker");
	CHECK_INT(worker_letters(&d, &office, &n), RC_OK);
	tmpl_close(tmpl);
}

static void
whoever_reported_is_told_once(void **state)
{
	int64_t	 due;

	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	delivers();			/* the receipt */
	due = city_count(&city, "SELECT due_at FROM ticket");
	city.now = due - SECOND;
	delivers();
	CHECK_INT(letters, 0);
	city.now = due;
	delivers();
	CHECK_INT(letters, 1);
	CHECK(strstr(last.subject, "Batas waktu laporan ADU-26-") != NULL);
	CHECK(strstr(last.text, "sudah lewat") != NULL);
	CHECK(strstr(last.text, "24 November 2026, 09.30 WIB") != NULL);
	city.now += 5 * DAY;
	delivers();
	CHECK_INT(letters, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'overdue'"
	    " AND public = 1 AND role = 'worker'"), 1);
}

static void
each_limit_is_another(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);

	(void)state;
	CHECK_INT(db_script(city.db, "UPDATE reporter SET lang = 'en'"), RC_OK);
	city.now += 10 * DAY;
	CHECK_INT(told(worker_overdue), 1);
	does("pengarah", &r, (struct order){ .act = ACT_VERIFY });
	CHECK_INT(told(worker_overdue), 0);
	city.now += 10 * DAY;
	delivers();
	CHECK(strstr(last.text, "has passed") != NULL);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'overdue'"), 2);
	/* what waits for the reporter, or for a day that was named, is nobody's delay */
	r = begun("JLN", "PUPR", "pupr", true);
	does("pupr", &r, (struct order){ .act = ACT_SCHEDULE, .note = "Nanti.",
	    .until = city.now + DAY });
	city.now += DAY;
	told(worker_overdue);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'overdue'"), 2);
	/* an emergency has alarms, and no letters of this kind */
	city_filed(&city, "KBR-KND", true, PRIVACY_PUBLIC);
	city.now += DAY;
	CHECK_INT(told(worker_overdue), 0);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(a_silence_is_told_of_once),
		TEST(a_note_taken_back_breaks_no_silence),
		TEST(what_is_over_owes_no_word),
		TEST(a_dispute_breaks_no_silence),
		TEST(the_league_of_silence),
		TEST(whoever_reported_is_told_once),
		TEST(each_limit_is_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
