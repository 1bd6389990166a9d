/* test_privacy.c: requests about personal data, from the first word to the last. */
#include <string.h>

#include "action/file_action.h"
#include "action/privacy_action.h"
#include "action/retention_action.h"
#include "action/citizen_action.h"
#include "action/see_action.h"
#include "action/verify_action.h"
#include "action/worker_action.h"
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
	(void)state;
	city_end(&city);
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
	    .reply = "Sudah kami kerjakan.", .reason = "",
	    .fix = { .name = "", .phone = "", .email = "", .nik = "" } };
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
		CHECK_INT(see_subjects(&d, &(struct subjects_filter){ 0 }, &list), RC_FORBIDDEN);
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
	o.fix.name = "Upik";			/* as it was */
	CHECK_INT(grant(&s, &o), RC_INPUT);
	o.fix.phone = "081200000001";
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'subject' AND"
	    " data LIKE '%\"step\":\"done\",\"changed\":[\"phone\"],\"emptied\":[]}'"), 1);
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
a_correction_may_empty_and_takes_the_nik(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct subject		 s = asked(&r, SUBJECT_CORRECT, "Tanpa nomor dan surel, ya");
	struct subject_decision	 o;
	struct subject_ask	 q = { .token = "satu", .kind = SUBJECT_ACCESS, .words = "",
		.about = r.ticket.number, .phone = "081234567890", .channel = "call",
		.proved = true };
	struct desk		 d = city_as(&city, "admin");
	const char		*letter;

	(void)state;
	start(&s);
	o = about(&s);
	o.fix.nik = "1371015703900";		/* too short */
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_BAD_NIK);
	o.fix.nik = "1371017203900001";		/* no woman is born on the 32nd */
	CHECK_INT(grant(&s, &o), RC_INPUT);
	o.fix.nik = "1371013203900001";		/* and no man */
	CHECK_INT(grant(&s, &o), RC_INPUT);
	o.fix.nik = "1371010003900001";
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_BAD_NIK);
	o.fix.nik = "1371015703900001";
	o.fix.phone = "081200000001";
	o.fix.no_phone = true;
	CHECK_INT(grant(&s, &o), RC_INPUT);
	CHECK_INT(o.fault, SUBJECT_BOTH);
	o.fix.phone = "";
	o.fix.no_email = true;
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'subject' AND data"
	    " LIKE '%\"changed\":[\"nik\"],\"emptied\":[\"phone\",\"email\"]}'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE instr(data, '1371015')"), 0);
	/* without a number nobody is found by it, and no letter is wanted any more */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE phone IS NULL"
	    " AND mail = 0 AND sealed IS NOT NULL"), 1);
	CHECK_INT(subject_enter(&d, &q, &s), RC_INPUT);
	CHECK_INT(q.fault, SUBJECT_NOBODY);
	q.phone = "";
	CHECK_INT(subject_enter(&d, &q, &s), RC_OK);
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(subject_print(&d, s.number, &letter), RC_OK);
	CHECK(strstr(letter, "\"nik\":\"1371015703900001\"") != NULL);
	CHECK(strstr(letter, "\"phone\":\"\"") != NULL);
	CHECK(strstr(letter, "upik@contoh.example") == NULL);
}

static void
who_is_emptied_of_everything_is_nobody(void **state)
{
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct subject		 s = asked(&r, SUBJECT_CORRECT, "Kosongkan semua");
	struct subject_decision	 o;

	(void)state;
	start(&s);
	o = about(&s);
	o.fix.no_name = o.fix.no_phone = o.fix.no_email = o.fix.no_nik = true;
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter WHERE sealed IS NULL"
	    " AND phone IS NULL AND mail = 0"), 1);
}

/* --- letters --------------------------------------------------------------------------------- */

static struct letter	 sent[8];
static size_t		 nsent;

static enum rc
send(struct arena *a, const struct letter *l)
{
	(void)a;
	CHECK(nsent < COUNT(sent));
	sent[nsent] = *l;
	sent[nsent].to = arena_text(city.arena, l->to);
	sent[nsent].subject = arena_text(city.arena, l->subject);
	sent[nsent++].text = arena_text(city.arena, l->text);
	return RC_OK;
}

static void
post_goes_out(struct tmpl *tmpl)
{
	struct desk			 d = city_as(&city, "worker");
	const struct post_office	 office = { .tmpl = tmpl, .server = "smtp://x",
		.from = "siaga@bahari.example", .url = "https://siaga.example", .send = send };
	size_t				 n;

	nsent = 0;
	CHECK_INT(worker_letters(&d, &office, &n), RC_OK);
	CHECK_INT(worker_privacy_mail(&d, &office), RC_OK);
}

static void
who_asks_is_told_and_told_of_the_answer(void **state)
{
	struct tmpl		*tmpl = tmpl_open("templates");
	struct receipt		 r = city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	struct receipt		 silent = city_filed(&city, "JLN", false, PRIVACY_ANONYMOUS);
	struct subject		 s, t;
	struct subject_decision	 o;
	size_t			 i;

	(void)state;
	post_goes_out(tmpl);			/* the receipt of the report */
	s = asked(&r, SUBJECT_ACCESS, "");
	t = asked(&silent, SUBJECT_ACCESS, "");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE kind = 'data_in'"), 1);
	post_goes_out(tmpl);
	CHECK_INT(nsent, 1);
	CHECK_TEXT(sent[0].to, "upik@contoh.example");
	CHECK_TEXT(sent[0].subject, "Permintaan data pribadi PDP-26-000001 kami terima");
	CHECK(strstr(sent[0].text, "https://siaga.example/lacak") != NULL);
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	start(&t);
	o = about(&t);
	CHECK_INT(grant(&t, &o), RC_OK);
	post_goes_out(tmpl);
	CHECK_INT(nsent, 1);
	CHECK_TEXT(sent[0].subject, "Permintaan data pribadi PDP-26-000001 sudah dijawab");
	CHECK(strstr(sent[0].text, "sudah kami penuhi") != NULL);
	for (i = 0; i < nsent; i++)
		CHECK(strstr(sent[i].text, "Upik") == NULL && strstr(sent[i].text, "0812") ==
		    NULL && strstr(sent[i].text, r.ticket.number) == NULL);
	tmpl_close(tmpl);
}

static void
who_is_erased_gets_one_last_letter(void **state)
{
	struct tmpl		*tmpl = tmpl_open("templates");
	struct receipt		 r = city_resolved(&city, true);
	struct subject		 s = asked(&r, SUBJECT_ERASE, "Sudah selesai");
	struct subject_decision	 o;

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_CONFIRM, .rating = 5,
	    .note = "", .version = city_count(&city, "SELECT version FROM ticket") }), RC_OK);
	CHECK_INT(db_script(city.db, "UPDATE outbox SET state = 'sent'"), RC_OK);
	CHECK_INT(db_script(city.db, "UPDATE setting SET value = 'siaga@bahari.example'"
	    " WHERE name = 'mail_from'"), RC_OK);
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE sealed IS NOT NULL"
	    " AND instr(sealed, 'upik') = 0"), 1);
	post_goes_out(tmpl);
	CHECK_INT(nsent, 1);
	CHECK_TEXT(sent[0].to, "upik@contoh.example");
	CHECK(strstr(sent[0].text, "Ini surat terakhir") != NULL);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE sealed IS NOT NULL"), 0);
	tmpl_close(tmpl);
}

/* --- what was said on the way ---------------------------------------------------------------- */

/* A dispute in the reporter's words, its event's note, and the chain. */
static void
words_are_forgotten_and_the_chain_holds(void **state)
{
	struct receipt		 r = city_resolved(&city, true);
	struct subject		 s = asked(&r, SUBJECT_ERASE, "Hapus");
	struct subject_decision	 o;
	struct track_view	 v;
	struct chain		 chain;
	struct desk		 d = city_as(&city, "auditor");

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE,
	    .note = "Saya Upik Banun, lubangnya masih ada",
	    .version = city_count(&city, "SELECT version FROM ticket") }), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE instr(note, 'Banun')"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'dispute'"
	    " AND note GLOB 'said:*' AND length(note) = 69"), 1);
	CHECK_INT(track(&city, r.code, here, &v), RC_OK);
	CHECK_TEXT(v.events[0].note, "Saya Upik Banun, lubangnya masih ada");
	CHECK(!v.events[0].faded);
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"), RC_OK);
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM said WHERE words IS NOT NULL"
	    " OR salt IS NOT NULL"), 0);
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	CHECK_INT(track(&city, r.code, here, &v), RC_OK);
	CHECK_TEXT(v.events[v.nevents > 1 && v.events[0].act != ACT_DISPUTE ? 1 : 0].note, "");
	CHECK(v.events[v.events[0].act != ACT_DISPUTE ? 1 : 0].faded);
}

static void
words_kept_apart_cannot_be_changed(void **state)
{
	struct receipt	 r = city_resolved(&city, true);
	struct chain	 chain;
	struct desk	 d = city_as(&city, "auditor");
	int64_t		 event;

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE,
	    .note = "Belum beres",
	    .version = city_count(&city, "SELECT version FROM ticket") }), RC_OK);
	event = city_count(&city, "SELECT event FROM said");
	CHECK(db_script(city.db, "UPDATE said SET words = 'Sudah beres'") != RC_OK);
	CHECK(db_script(city.db, "DELETE FROM said") != RC_OK);
	CHECK_INT(db_script(city.db, "DROP TRIGGER said_only_fades;"
	    "UPDATE said SET words = 'Sudah beres'"), RC_OK);
	CHECK_INT(verify_chain(&d, &chain), RC_CONFLICT);
	CHECK_INT(chain.last, event - 1);
	CHECK_INT(chain.fault, CHAIN_HASH);
	/* nor can words be put over somebody else's */
	CHECK_INT(db_script(city.db, "UPDATE said SET words = 'Belum beres'"), RC_OK);
	CHECK_INT(verify_chain(&d, &chain), RC_OK);
	CHECK_INT(db_script(city.db, "INSERT INTO said (event, ticket, reporter, at)"
	    " VALUES (2, 1, 1, 1)"), RC_OK);
	CHECK_INT(verify_chain(&d, &chain), RC_CONFLICT);
	CHECK_INT(db_script(city.db, "DROP TRIGGER said_leaves_a_place;"
	    "DELETE FROM said WHERE event = 2"), RC_OK);
}

static void
old_words_are_forgotten_by_the_worker(void **state)
{
	struct receipt	 r = city_resolved(&city, true);
	struct desk	 d;
	size_t		 n;

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE,
	    .note = "Belum beres",
	    .version = city_count(&city, "SELECT version FROM ticket") }), RC_OK);
	city.now += 365 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM said WHERE words IS NOT NULL"), 1);
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"), RC_OK);
	city.now += 365 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM said WHERE words IS NOT NULL"), 0);
}

/* Of two who reported the same, neither reads what the other wrote. */
static void
another_reporters_words_are_not_yours(void **state)
{
	struct receipt		 r = city_resolved(&city, true);
	struct receipt		 other = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	struct track_view	 v;
	struct subject		 s;
	struct subject_decision	 o;
	const char		*letter;

	(void)state;
	CHECK_INT(city_answers(&city, &r, (struct order){ .act = ACT_DISPUTE,
	    .note = "Saya Upik Banun", .version = city_count(&city,
	    "SELECT version FROM ticket WHERE id = 1") }), RC_OK);
	CHECK_INT(db_script(city.db, "UPDATE reporter SET ticket = 1"), RC_OK);
	CHECK_INT(track(&city, other.code, here, &v), RC_OK);
	CHECK_INT(v.events[0].act, ACT_DISPUTE);
	CHECK_TEXT(v.events[0].note, "");
	s = asked(&other, SUBJECT_ACCESS, "");
	start(&s);
	o = about(&s);
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(see_own_letter(&city, other.code, here, s.number, &letter), RC_OK);
	CHECK(strstr(letter, "Banun") == NULL);
}

/* --- the clock ------------------------------------------------------------------------------- */

static void
the_worker_warns_once_with_a_day_left_and_once_after(void **state)
{
	struct tmpl	*tmpl = tmpl_open("templates");
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	struct subject	 s = asked(&r, SUBJECT_ACCESS, "");
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	(void)state;
	CHECK_INT(db_script(city.db, "INSERT INTO setting (name, value) VALUES ('privacy_mail',"
	    " 'dpo@bahari.example') ON CONFLICT (name) DO UPDATE SET value = excluded.value;"
	    "UPDATE outbox SET state = 'sent'"), RC_OK);
	d.now = s.received + 48 * HOUR - 1;
	CHECK_INT(worker_privacy(&d, &n), RC_OK);
	CHECK_INT(n, 0);
	city.now = d.now = s.received + 48 * HOUR;
	CHECK_INT(worker_privacy(&d, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(worker_privacy(&d, &n), RC_OK);
	CHECK_INT(n, 0);
	post_goes_out(tmpl);
	CHECK_INT(nsent, 1);
	CHECK_TEXT(sent[0].to, "dpo@bahari.example");
	CHECK(strstr(sent[0].subject, "0 lewat waktu, 1 tinggal") != NULL);
	CHECK(strstr(sent[0].text, s.number) != NULL);
	post_goes_out(tmpl);
	CHECK_INT(nsent, 0);
	city.now = d.now = s.due;
	CHECK_INT(worker_privacy(&d, &n), RC_OK);
	CHECK_INT(n, 1);
	post_goes_out(tmpl);
	CHECK(strstr(sent[0].subject, "1 lewat waktu, 0 tinggal") != NULL);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'subject' AND role ="
	    " 'worker' AND (data LIKE '%\"step\":\"soon\"}' OR data LIKE '%\"step\":\"late\"}')"), 2);
	/* what is answered is warned of no more */
	start(&s);
	tmpl_close(tmpl);
}

static void
the_list_is_read_in_pages_and_the_late_first(void **state)
{
	struct subjects_view	*v = arena_alloc(city.arena, sizeof(*v));
	struct subjects_filter	 f = { .list = SUBJECTS_OPEN };
	struct desk		 d = city_as(&city, "admin");
	struct privacy_load	 load;
	struct receipt		 r;
	struct subject		 late, s;
	size_t			 i;

	(void)state;
	r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
	late = asked(&r, SUBJECT_ACCESS, "");
	city.now += 73 * HOUR;
	for (i = 0; i < SUBJECTS_SHOWN + 1; i++) {
		r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);
		s = asked(&r, SUBJECT_ACCESS, "");
	}
	d = city_as(&city, "admin");
	CHECK_INT(see_subjects(&d, &f, v), RC_OK);
	CHECK_INT(v->n, SUBJECTS_SHOWN);
	CHECK(v->more);
	CHECK_TEXT(v->rows[0].number, late.number);
	f.at = v->rows[v->n - 1].due;
	f.id = v->rows[v->n - 1].id;
	CHECK_INT(see_subjects(&d, &f, v), RC_OK);
	CHECK_INT(v->n, 2);
	CHECK(!v->more);
	CHECK_TEXT(v->rows[1].number, s.number);
	f = (struct subjects_filter){ .list = SUBJECTS_LATE };
	CHECK_INT(see_subjects(&d, &f, v), RC_OK);
	CHECK_INT(v->n, 1);
	start(&late);
	f.list = SUBJECTS_IN_WORK;
	CHECK_INT(see_subjects(&d, &f, v), RC_OK);
	CHECK_INT(v->n, 1);
	f.list = SUBJECTS_REFUSED;
	CHECK_INT(see_subjects(&d, &f, v), RC_OK);
	CHECK_INT(v->n, 0);
	CHECK_INT(see_privacy_load(&d, &load), RC_OK);
	CHECK_INT(load.requests, SUBJECTS_SHOWN + 2);
	CHECK_INT(load.requests_late, 1);
}

/* As if the only reporter had called, and the exchange had recorded it. */
static void
was_recorded(void)
{
	CHECK_INT(db_script(city.db, "INSERT INTO gateway (id, code, kind, sealed, added_at)"
	    " VALUES (1, 'pbx', 'phone', x'00', 1);"
	    " INSERT INTO call (id, token, state, type, line, rang_at)"
	    " VALUES (7, 'seven', 'closed', 'complaint', '112', 1);"
	    " INSERT INTO ring (gateway, name, call, sealed) VALUES (1, 'a', 7, x'01');"
	    " UPDATE reporter SET call = 7 WHERE id > 0"), RC_OK);
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
	was_recorded();
	CHECK_INT(grant(&s, &o), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ring WHERE sealed IS NULL"), 1);
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
	o.fix.name = "Siti";
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
		T(a_correction_may_empty_and_takes_the_nik),
		T(who_is_emptied_of_everything_is_nobody),
		T(who_asks_is_told_and_told_of_the_answer),
		T(who_is_erased_gets_one_last_letter),
		T(words_are_forgotten_and_the_chain_holds),
		T(words_kept_apart_cannot_be_changed),
		T(old_words_are_forgotten_by_the_worker),
		T(another_reporters_words_are_not_yours),
		T(the_worker_warns_once_with_a_day_left_and_once_after),
		T(the_list_is_read_in_pages_and_the_late_first),
		T(erasure_waits_for_the_work_and_for_the_law),
		T(a_refusal_has_a_reason_of_the_law_and_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
