/* test_citizen.c: what a reporter and the public see, and what they do not. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/file_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 d;
static int		 tokens;

static int
open_city(void **state)
{
	(void)state;
	d = city_open();
	return 0;
}

static int
close_city(void **state)
{
	(void)state;
	city_close(&d);
	return 0;
}

static struct receipt
report(const char *category, enum privacy privacy)
{
	struct filing	 f = {
		.token = arena_printf(d.arena, "token-%d", ++tokens),
		.category = ref_category_code(d.ref, category),
		.place = { .text = "Jl. Veteran 9", .lat = -951000, .lon = 100361000 },
		.detail = "Lubang besar di depan pasar", .channel = "web", .privacy = privacy,
		.who = { "Pak Hendra", "081322102210", "hendra@example.id", "" }, .mail = true,
		.priority = PRIORITY_COUNT, .lang = "id",
	};
	struct receipt	 r;

	assert_int_equal(file_report(&d, &f, &r), RC_OK);
	return r;
}

static enum rc
act(const char *login, const char *number, enum act what, const char *note, bool publish)
{
	struct desk	 self = city_as(&d, login);
	struct verdict	 v;
	struct order	 o = { .number = number, .life = LIFE_COMPLAINT, .act = what,
	    .note = note, .publish = publish, .agency = ref_agency_code(d.ref, "PUPR")->id };

	return move(&self, &o, &v);
}

static enum rc
reply(const char *code, enum act what, const char *note, int64_t rating)
{
	struct verdict	 v;
	struct order	 o = { .act = what, .note = note, .rating = rating };

	return track_move(&d, code, "127.0.0.9", &o, &v);
}

static void
has(const struct track_view *v, enum act what, bool is_there)
{
	size_t	 i;
	bool	 found = false;

	for (i = 0; i < v->nevents; i++)
		found = found || v->events[i].act == what;
	CHECK(found == is_there);
}

/* From the report to the confirmation, each step read by the code. */
static void
follows_a_report_to_its_end(void **state)
{
	struct receipt		 r = report("JLN", PRIVACY_PUBLIC);
	struct track_view	 v;
	const char		*n = r.ticket.number;
	struct desk		 op = city_as(&d, "pupr");

	(void)state;
	CHECK_INT(track(&d, r.code, "127.0.0.9", &v), RC_OK);
	CHECK(v.t.state == ST_RECEIVED && v.holder->id == d.ref->triage && v.promised > d.now);
	CHECK_INT(act("pengarah", n, ACT_ASK, "Di sisi jalan yang mana?", false), RC_OK);
	CHECK_INT(track(&d, r.code, "127.0.0.9", &v), RC_OK);
	CHECK_TEXT(v.question, "Di sisi jalan yang mana?");
	CHECK(v.promised == 0);
	CHECK_INT(reply(r.code, ACT_ANSWER, "Sisi timur", 0), RC_OK);
	CHECK_INT(act("pengarah", n, ACT_VERIFY, "", true), RC_OK);
	CHECK_INT(act("pengarah", n, ACT_ASSIGN, "", false), RC_OK);
	CHECK_INT(act("pupr", n, ACT_START, "Regu berangkat besok pagi", false), RC_OK);
	CHECK_INT(note(&op, n, "Aspal habis, jangan bilang warga", false), RC_OK);
	CHECK_INT(note(&op, n, "Aspal sedang dipesan", true), RC_OK);
	CHECK_INT(act("pupr", n, ACT_SUBMIT, "Sudah ditambal", false), RC_OK);
	CHECK_INT(reply(r.code, ACT_CONFIRM, "", 5), RC_CONFLICT);	/* not yet validated */
	CHECK_INT(act("verifikator", n, ACT_VALIDATE, "", false), RC_OK);
	CHECK_INT(track(&d, r.code, "127.0.0.9", &v), RC_OK);
	CHECK(v.t.state == ST_RESOLVED && v.window_ends > d.now);
	has(&v, ACT_CREATE, true);
	has(&v, ACT_START, true);
	CHECK_INT(reply(r.code, ACT_CONFIRM, "", 5), RC_OK);
	CHECK_INT(track(&d, r.code, "127.0.0.9", &v), RC_OK);
	CHECK(v.t.state == ST_CLOSED && v.t.rating == 5 && v.may.n == 0);
}

/* No name of the staff, no internal word, in anything a reporter or the public gets. */
static void
never_shows_what_is_internal(void **state)
{
	struct receipt		 r = report("JLN", PRIVACY_PUBLIC);
	struct desk		 op = city_as(&d, "pupr");
	const char		*n = r.ticket.number;
	struct track_view	 v[2];
	size_t			 i, j;

	(void)state;
	CHECK_INT(act("pengarah", n, ACT_ASK, "Siapa nama Anda?", false), RC_OK);
	CHECK_INT(reply(r.code, ACT_ANSWER, "Nama saya Hendra", 0), RC_OK);
	CHECK_INT(act("pengarah", n, ACT_VERIFY, "", true), RC_OK);
	CHECK_INT(act("pengarah", n, ACT_ASSIGN, "", false), RC_OK);
	CHECK_INT(note(&op, n, "rahasia dapur", false), RC_OK);
	CHECK_INT(note(&op, n, "boleh dibaca", true), RC_OK);
	d.now += MINUTE;		/* until then it can be taken back */
	CHECK_INT(track(&d, r.code, "127.0.0.9", &v[0]), RC_OK);
	CHECK_INT(see_public(&d, n, &v[1]), RC_OK);
	for (i = 0; i < 2; i++) {
		for (j = 0; j < v[i].nevents; j++) {
			CHECK(strstr(v[i].events[j].note, "rahasia") == NULL);
			CHECK_TEXT(v[i].events[j].who.name, "");
			CHECK_INT(v[i].events[j].who.id, 0);
		}
		has(&v[i], ACT_NOTE, true);
	}
	/* A question and its answer are the reporter's; strangers read that there was one. */
	has(&v[1], ACT_ANSWER, true);
	for (j = 0; j < v[1].nevents; j++)
		CHECK(strstr(v[1].events[j].note, "nama") == NULL &&
		    strstr(v[1].events[j].note, "Nama") == NULL);
}

static void
disputes_within_the_window_only(void **state)
{
	struct receipt	 r = report("JLN", PRIVACY_PUBLIC);
	const char	*n = r.ticket.number;

	(void)state;
	CHECK_INT(act("pengarah", n, ACT_VERIFY, "", true), RC_OK);
	CHECK_INT(act("pengarah", n, ACT_ASSIGN, "", false), RC_OK);
	CHECK_INT(act("pupr", n, ACT_START, "Mulai", false), RC_OK);
	CHECK_INT(act("pupr", n, ACT_SUBMIT, "Selesai", false), RC_OK);
	CHECK_INT(act("verifikator", n, ACT_VALIDATE, "", false), RC_OK);
	CHECK_INT(reply(r.code, ACT_DISPUTE, "", 0), RC_INPUT);	/* needs words */
	CHECK_INT(reply(r.code, ACT_DISPUTE, "Masih berlubang", 0), RC_OK);
	CHECK_INT(act("pupr", n, ACT_START, "Ulang", false), RC_OK);
	CHECK_INT(act("pupr", n, ACT_SUBMIT, "Selesai lagi", false), RC_OK);
	CHECK_INT(act("verifikator", n, ACT_VALIDATE, "", false), RC_OK);
	d.now += 8 * DAY;
	CHECK_INT(reply(r.code, ACT_DISPUTE, "Terlambat", 0), RC_FORBIDDEN);
}

/* A wrong code, a wrong number and a throttled address get one and the same answer. */
static void
guessing_does_not_pay(void **state)
{
	struct receipt		 r = report("JLN", PRIVACY_PUBLIC);
	struct track_view	 v;
	int			 i;

	(void)state;
	CHECK_INT(track(&d, "not a code", "10.0.0.1", &v), RC_NOTFOUND);
	for (i = 0; i < 30; i++)
		CHECK_INT(track(&d, "K7QM-3XTD-9HWA", "10.0.0.1", &v), RC_NOTFOUND);
	CHECK_INT(track(&d, r.code, "10.0.0.1", &v), RC_NOTFOUND);	/* throttled */
	CHECK_INT(track(&d, r.code, "10.0.0.2", &v), RC_OK);	/* others are not */
	d.now += HOUR;
	CHECK_INT(track(&d, r.code, "10.0.0.1", &v), RC_OK);
}

static void
keeps_private_what_is_private(void **state)
{
	struct receipt		 open = report("JLN", PRIVACY_PUBLIC);
	struct receipt		 secret = report("JLN", PRIVACY_CONFIDENTIAL);
	struct receipt		 fire = report("PHN", PRIVACY_PUBLIC);
	struct receipt		 quiet = report("BANSOS", PRIVACY_PUBLIC);
	struct public_row	*rows;
	struct track_view	 v;
	size_t			 i, n;
	bool			 more;

	(void)state;
	/* Nothing is public before the desk looked at it. */
	CHECK_INT(see_public(&d, open.ticket.number, &v), RC_NOTFOUND);
	CHECK_INT(act("pengarah", open.ticket.number, ACT_VERIFY, "", true), RC_OK);
	CHECK_INT(act("pengarah", secret.ticket.number, ACT_VERIFY, "", true), RC_OK);
	CHECK_INT(act("pengarah", quiet.ticket.number, ACT_VERIFY, "", true), RC_OK);
	CHECK_INT(see_public(&d, open.ticket.number, &v), RC_OK);
	CHECK_INT(see_public(&d, secret.ticket.number, &v), RC_NOTFOUND);
	CHECK_INT(see_public(&d, quiet.ticket.number, &v), RC_NOTFOUND);
	/* Of an emergency: kind, place in the large, time.  No words. */
	CHECK_INT(see_public(&d, fire.ticket.number, &v), RC_OK);
	CHECK_TEXT(v.t.detail, "");
	CHECK_TEXT(v.t.place.text, "");
	CHECK(v.t.place.lat == 0 && v.nevents == 0);
	CHECK_INT(see_public_list(&d, &(struct public_filter){ 0 }, &rows, &n, &more), RC_OK);
	CHECK_INT(n, 2);
	for (i = 0; i < n; i++)
		if (rows[i].t.track == TRACK_EMERGENCY)
			CHECK_TEXT(rows[i].t.title, "");
}

/* The seal: nothing of a person is in the store in the clear; anonymous is nobody. */
static void
identities_are_sealed(void **state)
{
	struct receipt		 r = report("JLN", PRIVACY_PUBLIC), anon;
	struct desk		 desk = city_as(&d, "pengarah");
	struct sheet_view	 s;

	(void)state;
	anon = report("JLN", PRIVACY_ANONYMOUS);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM reporter"
	    " WHERE instr(CAST(sealed AS TEXT), 'Hendra') > 0"), 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM reporter WHERE sealed IS NULL"
	    " AND phone IS NULL AND mail = 0"), 1);
	CHECK_INT(see_ticket(&desk, r.ticket.number, &s), RC_OK);
	CHECK_TEXT(s.people[0].who.name, "Pak Hendra");
	CHECK_TEXT(s.people[0].who.phone, "0813 •••• 2210");
	CHECK_INT(see_ticket(&desk, anon.ticket.number, &s), RC_OK);
	CHECK_TEXT(s.people[0].who.name, "");
}

int
main(void)
{
#define TEST(f)	cmocka_unit_test_setup_teardown(f, open_city, close_city)
	const struct CMUnitTest	 tests[] = {
		TEST(follows_a_report_to_its_end),
		TEST(never_shows_what_is_internal),
		TEST(disputes_within_the_window_only),
		TEST(guessing_does_not_pay),
		TEST(keeps_private_what_is_private),
		TEST(identities_are_sealed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
