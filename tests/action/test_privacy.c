/* test_privacy.c: requests about personal data, from the first word to the last. */
#include <string.h>

#include "action/file_action.h"
#include "action/privacy_action.h"
#include "action/retention_action.h"
#include "action/see_action.h"
#include "action/verify_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static const char	 here[] = "192.0.2.7";

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

static struct subject
asked(const struct receipt *r, enum subject_kind kind, const char *words)
{
	struct subject_ask	 q = { .token = secret_token(city.arena), .kind = kind,
		.words = words };
	struct subject		 s;

	CHECK_INT(subject_ask(&city, r->code, here, &q, &s), RC_OK);
	return s;
}

static struct subject
now_is(const struct subject *s)
{
	struct desk		 d = city_as(&city, "admin");
	struct subject_view	 v;

	CHECK_INT(see_subject(&d, s->number, &v), RC_OK);
	return v.s;
}

static struct subject_decision
about(const struct subject *s)
{
	return (struct subject_decision){ .number = s->number, .version = now_is(s).version,
	    .reply = "Sudah kami kerjakan.", .reason = "", .name = "", .phone = "", .email = "" };
}

static void
start(const struct subject *s)
{
	struct desk			 d = city_as(&city, "admin");
	struct subject_decision		 o = about(s);

	CHECK_INT(subject_start(&d, &o), RC_OK);
}

static enum rc
grant(const struct subject *s, struct subject_decision *o)
{
	struct desk	 d = city_as(&city, "penyelia");

	(void)s;
	return subject_grant(&d, o);
}

/* --- asking ---------------------------------------------------------------------------------- */

static void
who_has_the_code_asks_and_has_three_days(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct subject_ask	 q = { .token = "satu", .kind = SUBJECT_ACCESS, .words = "" };
	struct subject		 s, again;
	struct own_data		 own;

	(void)state;
	CHECK_INT(subject_ask(&city, "K7QM-3XTD-9HWA", here, &q, &s), RC_NOTFOUND);
	CHECK_INT(subject_ask(&city, r.code, here, &q, &s), RC_OK);
	CHECK_TEXT(s.number, "PDP-26-000001");
	CHECK_INT(s.due, city.now + 72 * HOUR);
	CHECK_INT(subject_ask(&city, r.code, here, &q, &again), RC_OK);	/* a second click */
	CHECK_TEXT(again.number, s.number);
	q.kind = SUBJECT_CORRECT;
	q.words = "Bukan yang sama";
	CHECK_INT(subject_ask(&city, r.code, here, &q, &again), RC_CONFLICT);
	q.kind = SUBJECT_ACCESS;
	q.words = "";
	q.token = "dua";
	CHECK_INT(subject_ask(&city, r.code, here, &q, &again), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_AGAIN);
	q.kind = SUBJECT_ERASE;
	CHECK_INT(subject_ask(&city, r.code, here, &q, &again), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_NO_WORDS);
	CHECK_INT(see_own_data(&city, r.code, here, &own), RC_OK);
	CHECK_INT(own.n, 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'subject'"
	    " AND role = 'reporter' AND public = 0"), 1);
}

static void
the_desk_enters_what_came_by_hand(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct desk		 d = city_as(&city, "penyelia");
	struct subject_ask	 q = { .token = "satu", .kind = SUBJECT_ACCESS, .words = "",
		.about = "ADU-26-000009-X", .phone = "", .channel = "walk_in" };
	struct subject		 s;

	(void)state;
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_NOT_PROVED);
	q.proved = true;
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_NO_TICKET);
	q.about = r.ticket.number;
	q.phone = "089999999999";
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_NOBODY);
	q.phone = "081234567890";
	q.channel = "code";
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	q.channel = "letter";
	CHECK_INT(subject_enter(&d, &q, &s), RC_OK);
	CHECK_INT(s.reporter, r.reporter);
	d = city_as(&city, "petugas");
	CHECK_INT(subject_enter(&d, &q, &s), RC_FORBIDDEN);
}

static void
of_several_reporters_the_phone_says_who(void **state)
{
	struct receipt		 one = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	struct receipt		 two = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	struct desk		 d = city_as(&city, "admin");
	struct subject_ask	 q = { .token = "satu", .kind = SUBJECT_ACCESS, .words = "",
		.about = one.ticket.number, .phone = "", .channel = "call", .proved = true };
	struct subject		 s;

	(void)state;
	CHECK_INT(db_script(city.db, "UPDATE reporter SET ticket = 1"), RC_OK);
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_WHICH);
	(void)two;
}

static void
only_the_desk_sees_and_decides(void **state)
{
	static const char *const	 others[] = { "petugas", "pengarah", "pupr", "damkar.kepala",
		"verifikator", "walikota", "auditor" };
	struct receipt			 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	struct subject			 s = asked(&r, SUBJECT_ACCESS, "");
	struct subject_decision		 o = about(&s);
	struct subjects_view		 list;
	struct subject_view		 one;
	struct desk			 d;
	const char			*letter;
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(others); i++) {
		d = city_as(&city, others[i]);
		CHECK_INT(see_subjects(&d, &list), RC_FORBIDDEN);
		CHECK_INT(see_subject(&d, s.number, &one), RC_FORBIDDEN);
		CHECK_INT(subject_start(&d, &o), RC_FORBIDDEN);
		CHECK_INT(subject_grant(&d, &o), RC_FORBIDDEN);
		CHECK_INT(subject_refuse(&d, &o), RC_FORBIDDEN);
		CHECK_INT(subject_print(&d, s.number, &letter), RC_FORBIDDEN);
	}
}

/* --- answering ------------------------------------------------------------------------------- */

static void
access_is_a_letter_only_its_person_opens(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct receipt		 other = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct subject		 s = asked(&r, SUBJECT_ACCESS, "Semua, ya");
	struct subject_decision	 o = about(&s);
	struct desk		 d = city_as(&city, "admin");
	const char		*letter;

	(void)state;
	CHECK_INT(grant(&s, &o), RC_CONFLICT);		/* not taken up */
	start(&s);
	CHECK_INT(see_own_letter(&city, r.code, here, s.number, &letter), RC_NOTFOUND);
	CHECK_INT(grant(&s, &o), RC_CONFLICT);		/* of an older version */
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(see_own_letter(&city, r.code, here, s.number, &letter), RC_OK);
	CHECK(strstr(letter, "\"Upik\"") != NULL);
	CHECK(strstr(letter, "081234567890") != NULL);
	CHECK(strstr(letter, "Dalam sekali") != NULL);
	CHECK(strstr(letter, "upik@contoh.example") != NULL);
	CHECK_INT(see_own_letter(&city, other.code, here, s.number, &letter), RC_NOTFOUND);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'open_identity'"), 0);
	CHECK_INT(subject_print(&d, s.number, &letter), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'open_identity'"
	    " AND role = 'admin' AND object = 1"), 1);
	/* nothing of it lies open in the store */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM subject WHERE instr(answer, 'Upik')"
	    " OR instr(words, 'Semua')"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE instr(data, 'Upik')"
	    " OR instr(note, 'Upik') OR instr(data, '0812')"), 0);
	/* and it is kept thirty days */
	city.now += 30 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &(size_t){ 0 }), RC_OK);
	CHECK_INT(see_own_letter(&city, r.code, here, s.number, &letter), RC_NOTFOUND);
}

static void
who_opened_it_before_is_in_the_letter(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct subject		 s = asked(&r, SUBJECT_ACCESS, ""), next;
	struct subject_decision	 o;
	struct desk		 d = city_as(&city, "admin");
	const char		*letter;

	(void)state;
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(subject_print(&d, s.number, &letter), RC_OK);
	CHECK(strstr(letter, "\"opened\":[]") != NULL);
	next = asked(&r, SUBJECT_ACCESS, "");
	start(&next);
	o = about(&next);
	CHECK_INT(grant(&next, &o), RC_OK);
	CHECK_INT(see_own_letter(&city, r.code, here, next.number, &letter), RC_OK);
	CHECK(strstr(letter, "\"act\":\"open_identity\",\"role\":\"admin\"") != NULL);
}

static void
a_correction_seals_anew_and_tells_no_values(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct subject		 s = asked(&r, SUBJECT_CORRECT, "Nomor saya 081200000001");
	struct subject_decision	 o;
	struct subject_ask	 q = { .token = "satu", .kind = SUBJECT_ACCESS, .words = "",
		.about = r.ticket.number, .phone = "081234567890", .channel = "call",
		.proved = true };
	struct desk		 d = city_as(&city, "admin");

	(void)state;
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_NO_CHANGE);
	o.name = "Upik";			/* as it was */
	CHECK_INT(grant(&s, &o), RC_INPUT);
	o.phone = "081200000001";
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'subject' AND"
	    " data LIKE '%\"step\":\"done\",\"changed\":[\"phone\"]}'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE instr(data, '0812')"), 0);
	/* the old number finds nobody, the new one does, and the letter has it */
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	q.phone = "081200000001";
	CHECK_INT(subject_enter(&d, &q, &s), RC_OK);
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	{
		const char	*letter;

		CHECK_INT(subject_print(&d, s.number, &letter), RC_OK);
		CHECK(strstr(letter, "\"phone\":\"081200000001\"") != NULL);
		CHECK(strstr(letter, "\"name\":\"Upik\"") != NULL);
		CHECK(strstr(letter, "081234567890") == NULL);
	}
}

static void
erasure_waits_for_the_work_and_for_the_law(void **state)
{
	struct receipt		 r = city_resolved(&city, true);
	struct subject		 s = asked(&r, SUBJECT_ERASE, "Sudah selesai");
	struct desk		 d = city_as(&city, "admin");
	struct subject_decision	 o;

	(void)state;
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_OPEN_TICKET);
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_CONFIRM, .rating = 5,
	    .note = "", .version = city_count(&city, "SELECT version FROM ticket") }), RC_OK);
	CHECK_INT(hold_add(&d, r.ticket.number, "LP/12"), RC_OK);
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_HELD);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE sealed IS NOT NULL"), 1);
	CHECK_INT(hold_release(&d, r.ticket.number), RC_OK);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE sealed IS NULL AND"
	    " phone IS NULL AND words = '' AND mail = 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE detail = '' AND"
	    " title NOT LIKE 'Lubang & <%'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase'"
	    " AND role = 'supervisor'"), 1);
	/* the code still shows that it was done; nothing is left to correct */
	s = asked(&r, SUBJECT_CORRECT, "Nama saya Siti");
	start(&s);
	o = about(&s);
	o.name = "Siti";
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_NO_IDENTITY);
}

static void
a_refusal_has_a_reason_of_the_law_and_words(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	struct subject		 s = asked(&r, SUBJECT_ERASE, "Hapus");
	struct desk		 d = city_as(&city, "admin");
	struct subject_decision	 o;

	(void)state;
	start(&s);
	o = about(&s);
	CHECK_INT(subject_refuse(&d, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_NO_REASON);
	o.reason = "danger";			/* of another kind */
	CHECK_INT(subject_refuse(&d, &o), RC_INPUT);
	o.reason = "open_ticket";
	o.reply = "";
	CHECK_INT(subject_refuse(&d, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_NO_WORDS);
	o.reply = "Laporan masih dikerjakan.";
	CHECK_INT(subject_refuse(&d, &o), RC_OK);
	CHECK_INT(subject_refuse(&d, &o), RC_CONFLICT);
	CHECK_INT(now_is(&s).state, SUBJECT_REFUSED);
	CHECK_TEXT(now_is(&s).reason, "open_ticket");
	asked(&r, SUBJECT_ERASE, "Sekali lagi");	/* may be asked again */
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(who_has_the_code_asks_and_has_three_days),
		T(the_desk_enters_what_came_by_hand),
		T(of_several_reporters_the_phone_says_who),
		T(only_the_desk_sees_and_decides),
		T(access_is_a_letter_only_its_person_opens),
		T(who_opened_it_before_is_in_the_letter),
		T(a_correction_seals_anew_and_tells_no_values),
		T(erasure_waits_for_the_work_and_for_the_law),
		T(a_refusal_has_a_reason_of_the_law_and_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
