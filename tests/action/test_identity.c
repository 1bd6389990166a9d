/* test_identity.c: who sees what of a person, who opens it, who reads what is sensitive. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "action/citizen_action.h"
#include "action/identity_action.h"
#include "action/read_action.h"
#include "check.h"
#include "city.h"
#include "domain/mask.h"
#include "lib/spool.h"
#include "lib/when.h"

static struct desk	 d;
static char		 dir[] = "/tmp/siaga-identity.XXXXXX";

static int
open_city(void **state)
{
	(void)state;
	d = city_open();
	strcpy(dir, "/tmp/siaga-identity.XXXXXX");
	assert_non_null(mkdtemp(dir));
	return 0;
}

static const char *
in_dir(const char *file)
{
	return arena_printf(d.arena, "%s/%s", dir, file);
}

static int
close_city(void **state)
{
	static const char *const	 files[] = { "readings", "readings.taken" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(files); i++)
		unlink(in_dir(files[i]));
	CHECK_INT(rmdir(dir), 0);
	city_close(&d);
	return 0;
}

/* --- the table ------------------------------------------------------------------------------ */

/* Every row there is, told once more: privacy public, anonymous, confidential. */
static const struct row {
	const char	*role;
	enum stake	 stake;
	const char	*plain, *sensitive, *urgent;
} told[] = {
#define DESK	"smm-ssso ----sss- smm-ssso", "mmm-ssso ----sss- mmm-ssso", \
		"mmm-ssso ----sss- mmm-ssso"
#define LEAD	"sm--ssso ----sss- sm--ssso", "mm--ssso ----sss- mm--ssso", \
		"mm--ssso ----sss- mm--ssso"
#define HELP	"sm--sss- ----sss- ----sss-", "-------- -------- --------", \
		"------s- ------s- ------s-"
#define PAST	"----sss- ----sss- ----sss-", "-------- -------- --------", \
		"-------- -------- --------"
#define LOOK	"----sss- ----sss- ----sss-", "-----ss- -----ss- -----ss-", \
		"-----ss- -----ss- -----ss-"
#define NONE	"-------- -------- --------", "-------- -------- --------", \
		"-------- -------- --------"
#define ALIKE(role, x)	{ role, STAKE_NONE, x }, { role, STAKE_SUPPORTS, x }, \
			{ role, STAKE_LEADS, x }
#define AGENCY(role)	{ role, STAKE_NONE, PAST }, { role, STAKE_SUPPORTS, HELP }, \
			{ role, STAKE_LEADS, LEAD }
	ALIKE("visitor", NONE), ALIKE("reporter", NONE), ALIKE("call_taker", DESK),
	ALIKE("dispatcher", DESK), ALIKE("supervisor", DESK), AGENCY("opd_operator"),
	AGENCY("responder"), AGENCY("opd_head"), ALIKE("verifier", LOOK),
	ALIKE("executive", NONE), ALIKE("auditor", NONE), ALIKE("admin", NONE),
	ALIKE("worker", NONE),
};

static const char *
say_row(struct reader r, enum kind kind)
{
	static const char	 letters[] = { '-', 'm', 's' };
	static char		 out[32];
	char			*to = out;
	enum privacy		 p;
	enum thing		 t;

	for (p = PRIVACY_PUBLIC; p <= PRIVACY_CONFIDENTIAL; p++) {
		if (p != PRIVACY_PUBLIC)
			*to++ = ' ';
		for (t = 0; t < THING_COUNT; t++)
			*to++ = letters[mask_sight(r, kind, p, t)];
		*to++ = mask_opens(r, kind, p) ? 'o' : '-';
	}
	*to = '\0';
	return out;
}

static void
every_cell_is_as_told(void **state)
{
	struct reader	 r;
	size_t		 i;

	(void)state;
	CHECK_INT(COUNT(told), (ROLE_COUNT - 1) * STAKE_COUNT);
	for (i = 0; i < COUNT(told); i++) {
		r = (struct reader){ role_of(told[i].role), told[i].stake };
		CHECK(r.role != ROLE_NONE);
		CHECK_TEXT(say_row(r, KIND_PLAIN), told[i].plain);
		CHECK_TEXT(say_row(r, KIND_SENSITIVE), told[i].sensitive);
		CHECK_TEXT(say_row(r, KIND_URGENT), told[i].urgent);
	}
}

/* What no change of the table may break. */
static void
the_table_keeps_its_promises(void **state)
{
	struct reader	 r, leads;
	enum kind	 k;
	enum privacy	 p;
	enum thing	 t;

	(void)state;
	for (r.role = ROLE_NONE; r.role < ROLE_COUNT; r.role++)
	for (r.stake = STAKE_NONE; r.stake < STAKE_COUNT; r.stake++)
	for (k = KIND_PLAIN; k < KIND_COUNT; k++)
	for (p = PRIVACY_NONE; p <= PRIVACY_CONFIDENTIAL + 1; p++)
	for (t = 0; t < THING_COUNT; t++) {
		leads = (struct reader){ r.role, STAKE_LEADS };
		CHECK(t != THING_PHONE || mask_sight(r, k, p, t) != SIGHT_SHOWN);
		CHECK(t != THING_NIK || mask_sight(r, k, p, t) == SIGHT_HIDDEN);
		CHECK(t > THING_NIK || p != PRIVACY_ANONYMOUS ||
		    mask_sight(r, k, p, t) == SIGHT_HIDDEN);
		CHECK(mask_sight(r, k, p, t) <= mask_sight(leads, k, p, t));
		CHECK(mask_sight(r, k, p, t) <= mask_sight(r, KIND_PLAIN, p, t));
		CHECK(!mask_opens(r, k, PRIVACY_ANONYMOUS));
		CHECK(!mask_opens(r, k, p) || role_may(r.role, MAY_OPEN_IDENTITY));
		if (p == PRIVACY_NONE || p > PRIVACY_CONFIDENTIAL)
			CHECK(mask_sight(r, k, p, t) == SIGHT_HIDDEN);
	}
}

static void
a_sheet_follows_the_table(void **state)
{
	struct receipt		 r = city_filed(&d, "MED-GD", true, PRIVACY_PUBLIC);
	struct desk		 desk = city_as(&d, "petugas"), lead = city_as(&d, "dinkes"),
				 help = city_as(&d, "rsud");
	struct sheet_view	 s;
	struct work		 w;
	struct work_filter	 all = { .priority = -1, .area = "" };

	(void)state;
	CHECK_INT(see_ticket(&desk, r.ticket.number, &s), RC_OK);
	CHECK_TEXT(s.people[0].who.name, "U••••");
	CHECK_TEXT(s.people[0].who.phone, "0812 •••• 7890");
	CHECK_TEXT(s.people[0].who.email, "u••••@contoh.example");
	CHECK(s.people[0].opens && !s.veiled);
	CHECK_INT(see_ticket(&lead, r.ticket.number, &s), RC_OK);
	CHECK_TEXT(s.people[0].who.email, "");
	CHECK_TEXT(s.t.title, "Lubang & <genangan>");
	CHECK(s.people[0].opens);
	CHECK_INT(see_ticket(&help, r.ticket.number, &s), RC_OK);
	CHECK(s.veiled && s.people[0].withheld && !s.people[0].opens);
	CHECK_TEXT(s.people[0].who.name, "");
	CHECK_TEXT(s.people[0].r.words, "");
	CHECK_TEXT(s.t.title, "Gawat darurat medis");
	CHECK_TEXT(s.t.detail, "");
	CHECK_TEXT(s.t.place.text, "Jl. Veteran 3 <dekat> \"pos\" & pasar");	/* they drive there */
	CHECK_INT(see_work(&help, &all, &w), RC_OK);
	CHECK_INT(w.n, 1);
	CHECK_TEXT(w.rows[0].t.title, "Gawat darurat medis");
	CHECK_INT(see_work(&lead, &all, &w), RC_OK);
	CHECK_TEXT(w.rows[0].t.title, "Lubang & <genangan>");
}

/* A sensitive complaint: who helps sees kind, area and time, in the list too. */
static struct receipt
handed_over(enum privacy privacy)
{
	struct receipt	 r = city_filed(&d, "BANSOS", false, privacy);
	int64_t		 dinsos = ref_agency_code(d.ref, "DINSOS")->id;

	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_ASSIGN,
	    .agency = dinsos }), RC_OK);
	return r;
}

static void
helpers_see_little_of_what_is_sensitive(void **state)
{
	struct receipt		 r = handed_over(PRIVACY_PUBLIC);
	struct desk		 lead = city_as(&d, "dinsos"), help = city_as(&d, "kelurahan");
	struct sheet_view	 s;
	struct work		 w;
	struct work_filter	 all = { .priority = -1, .area = "" };
	size_t			 i;

	(void)state;
	CHECK_INT(note(&lead, r.ticket.number, "Bu Upik sudah ditemui", false), RC_OK);
	CHECK_INT(note(&help, r.ticket.number, "Kami bantu", false), RC_OK);
	CHECK_INT(see_ticket(&help, r.ticket.number, &s), RC_OK);
	CHECK(s.veiled);
	CHECK_TEXT(s.t.title, "Keluhan bantuan sosial");
	CHECK_TEXT(s.t.place.text, "");
	CHECK_TEXT(s.t.place.area, "99.71.07.1001");
	CHECK(s.t.place.lat == 0 && s.t.place.lon == 0);
	for (i = 0; i < s.nevents; i++)
		CHECK(strstr(s.events[i].note, "Upik") == NULL);
	CHECK_TEXT(s.events[0].note, "Kami bantu");		/* the own words stay */
	CHECK_INT(see_work(&help, &all, &w), RC_OK);
	CHECK_TEXT(w.rows[0].t.title, "Keluhan bantuan sosial");
	CHECK_TEXT(w.rows[0].t.place.text, "");
	CHECK_INT(see_ticket(&lead, r.ticket.number, &s), RC_OK);
	CHECK(!s.veiled && *s.t.place.text != '\0');
}

/* --- opening ------------------------------------------------------------------------------ */

static int64_t
openings(void)
{
	return city_count(&d, "SELECT count(*) FROM event WHERE act = 'open_identity'");
}

static enum rc
opens(const char *login, const struct receipt *r, const char *reason, const char *words,
    struct opened *o)
{
	const struct opening	 in = { r->ticket.number, r->reporter, reason, words };
	struct desk		 as = city_as(&d, login);

	return identity_open(&as, &in, o);
}

static void
opening_needs_a_reason(void **state)
{
	struct receipt	 plain = city_filed(&d, "JLN", false, PRIVACY_CONFIDENTIAL);
	struct receipt	 grave = city_filed(&d, "KDRT", false, PRIVACY_CONFIDENTIAL);
	struct opened	 o;

	(void)state;
	CHECK_INT(opens("pengarah", &plain, "", "kata", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_NO_REASON);
	CHECK_INT(opens("pengarah", &plain, "curious", "kata", &o), RC_INPUT);
	CHECK_INT(opens("pengarah", &plain, "other", "", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_NO_WORDS);
	CHECK_INT(opens("pengarah", &grave, "ask_more", "", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_NO_WORDS);
	CHECK_TEXT(o.who.name, "");
	CHECK_INT(openings(), 0);
	CHECK_INT(opens("pengarah", &plain, "ask_more", "", &o), RC_OK);
	CHECK_TEXT(o.who.name, "Upik");
	CHECK_TEXT(o.who.phone, "081234567890");
	CHECK_INT(opens("dp3a", &grave, "find_them", "Alamat tidak ketemu", &o), RC_OK);
	CHECK_INT(openings(), 2);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'open_identity'"
	    " AND (public <> 0 OR ticket = 0 OR object = 0 OR actor = 0)"), 0);
}

static void
nobody_else_opens(void **state)
{
	static const struct { const char *login; enum rc rc; } who[] = {
		{ "polres", RC_FORBIDDEN },	/* helps */
		{ "verifikator", RC_FORBIDDEN },
		{ "pupr", RC_NOTFOUND }, { "auditor", RC_NOTFOUND }, { "admin", RC_NOTFOUND },
		{ "walikota", RC_NOTFOUND }, { "worker", RC_FORBIDDEN },
	};
	struct receipt	 r = city_filed(&d, "KDRT", false, PRIVACY_PUBLIC), odd = r;
	struct receipt	 other = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	struct opened	 o;
	size_t		 i;

	(void)state;
	for (i = 0; i < COUNT(who); i++) {
		CHECK_INT(opens(who[i].login, &r, "ask_more", "kata", &o), who[i].rc);
		CHECK_TEXT(o.who.name == NULL ? "" : o.who.name, "");
	}
	odd.reporter = other.reporter;		/* of another ticket */
	CHECK_INT(opens("pengarah", &odd, "ask_more", "kata", &o), RC_NOTFOUND);
	odd.reporter = 0;
	CHECK_INT(opens("pengarah", &odd, "ask_more", "kata", &o), RC_NOTFOUND);
	CHECK_INT(openings(), 0);
}

/* Who called 112 without giving a name has a number all the same; nobody opens it. */
static void
anonymous_stays_anonymous(void **state)
{
	struct receipt	 web = city_filed(&d, "JLN", false, PRIVACY_ANONYMOUS), call;
	struct desk	 taker = city_as(&d, "petugas");
	struct filing	 f = {
		.token = secret_token(d.arena), .category = ref_category_code(d.ref, "JLN"),
		.place = { .text = "Jl. Veteran 3", .area = "99.71.07.1001" }, .title = "Lubang",
		.detail = "", .channel = "call", .privacy = PRIVACY_ANONYMOUS,
		.who = { "", "081255667788", "", "" }, .lang = "id",
		.rang = CITY_NOW - 1000, .priority = PRIORITY_COUNT,
	};
	struct opened	 o;

	(void)state;
	CHECK_INT(opens("pengarah", &web, "ask_more", "kata", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_ANONYMOUS);
	CHECK_INT(file_report(&taker, &f, &call), RC_OK);
	CHECK_INT(opens("penyelia", &call, "by_law", "surat 12", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_ANONYMOUS);
	CHECK_INT(openings(), 0);
}

static void
the_reporter_sees_who_and_why(void **state)
{
	struct receipt		 r = city_filed(&d, "KDRT", false, PRIVACY_PUBLIC);
	struct receipt		 other = city_filed(&d, "KDRT", false, PRIVACY_PUBLIC);
	struct desk		 visitor = city_as(&d, "reporter");
	struct track_view	 t;
	struct opened		 o;
	size_t			 i;

	(void)state;
	CHECK_INT(track(&visitor, r.code, "192.0.2.7", &t), RC_OK);
	CHECK_INT(t.nopened, 0);
	CHECK_INT(opens("dp3a", &r, "find_them", "Alamat tidak ketemu", &o), RC_OK);
	d.now += MINUTE;
	CHECK_INT(opens("petugas", &r, "ask_more", "Minta ciri pelaku", &o), RC_OK);
	CHECK_INT(track(&visitor, r.code, "192.0.2.7", &t), RC_OK);
	CHECK_INT(t.nopened, 2);
	CHECK_INT(t.opened[0].who.role, ROLE_CALL_TAKER);
	CHECK_INT(t.opened[0].at, d.now);
	CHECK_TEXT(t.opened[1].data, "find_them");
	CHECK_TEXT(t.opened[1].note, "Alamat tidak ketemu");
	CHECK_INT(t.opened[1].who.agency, ref_agency_code(d.ref, "DP3AP2KB")->id);
	for (i = 0; i < t.nopened; i++)
		CHECK(t.opened[i].who.id == 0 && *t.opened[i].who.name == '\0');
	for (i = 0; i < t.nevents; i++)		/* and not as a step of the work */
		CHECK(t.events[i].act != ACT_OPEN_IDENTITY);
	CHECK_INT(track(&visitor, other.code, "192.0.2.7", &t), RC_OK);
	CHECK_INT(t.nopened, 0);
}

static void
thirty_a_day_are_enough(void **state)
{
	struct receipt	 r = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	struct opened	 o;
	int		 i;

	(void)state;
	for (i = 0; i < OPENINGS_A_DAY; i++) {
		d.now += SECOND;
		CHECK_INT(opens("pengarah", &r, "ask_more", "", &o), RC_OK);
	}
	CHECK_INT(opens("pengarah", &r, "ask_more", "", &o), RC_INPUT);
	CHECK_INT(o.flaw, OPENING_TOO_MANY);
	CHECK_TEXT(o.who.phone, "");
	CHECK_INT(openings(), OPENINGS_A_DAY);
	CHECK_INT(opens("pengarah2", &r, "ask_more", "", &o), RC_OK);	/* each for oneself */
	d.now += DAY;
	CHECK_INT(opens("pengarah", &r, "ask_more", "", &o), RC_OK);
}

/* --- reading ------------------------------------------------------------------------------ */

static int64_t
readings(void)
{
	return city_count(&d, "SELECT count(*) FROM event WHERE act = 'read'");
}

static void
looks_at(const char *login, const struct receipt *r)
{
	struct desk		 as = city_as(&d, login);
	struct sheet_view	 s;

	CHECK_INT(see_ticket(&as, r->ticket.number, &s), RC_OK);
}

static size_t
worked(void)
{
	struct desk	 worker = city_as(&d, "worker");
	size_t		 n;

	CHECK_INT(read_record(&worker, &n), RC_OK);
	return n;
}

static void
reading_what_is_sensitive_is_recorded(void **state)
{
	struct receipt		 grave = city_filed(&d, "KDRT", false, PRIVACY_PUBLIC);
	struct receipt		 plain = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	struct desk		 desk;
	struct sheet_view	 s;
	int64_t			 rows = city_count(&d, "SELECT count(*) FROM event");
	size_t			 i;

	(void)state;
	d.spool = in_dir("readings");
	CHECK_INT(worked(), 0);
	looks_at("pengarah", &grave);
	looks_at("pengarah", &plain);
	looks_at("polres", &grave);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event"), rows);	/* no write by reading */
	CHECK_INT(worked(), 2);
	CHECK_INT(readings(), 2);
	d.now += 9 * MINUTE;
	looks_at("pengarah", &grave);
	CHECK_INT(worked(), 0);				/* within ten minutes once */
	d.now += 2 * MINUTE;
	looks_at("pengarah", &grave);
	CHECK_INT(worked(), 1);
	CHECK_INT(access(in_dir("readings.taken"), F_OK), -1);
	desk = city_as(&d, "pengarah");
	CHECK_INT(see_ticket(&desk, grave.ticket.number, &s), RC_OK);
	for (i = 0; i < s.nevents; i++)			/* the time line is about the work */
		CHECK(s.events[i].act != ACT_READ);
}

static void
copy(const char *from, const char *to)
{
	char	 text[4096];
	FILE	*f = fopen(in_dir(from), "r");
	size_t	 n = fread(text, 1, sizeof(text), f);

	fclose(f);
	f = fopen(in_dir(to), "w");
	CHECK(fwrite(text, 1, n, f) == n);
	CHECK_INT(fclose(f), 0);
}

/* Killed behind the commit, before the file is gone: the lines come again. */
static void
a_killed_worker_records_nothing_twice(void **state)
{
	struct receipt	 r = city_filed(&d, "KDRT", false, PRIVACY_PUBLIC);

	(void)state;
	d.spool = in_dir("readings");
	looks_at("pengarah", &r);
	looks_at("polres", &r);
	copy("readings", "kept");
	CHECK_INT(worked(), 2);
	copy("kept", "readings.taken");
	looks_at("dp3a", &r);
	CHECK_INT(worked(), 0);		/* what was left behind comes first, and is known */
	CHECK_INT(worked(), 1);
	CHECK_INT(readings(), 3);
	unlink(in_dir("kept"));
}

static void
odd_lines_are_left_out(void **state)
{
	static const char	*const odd[] = {
		"", "x", "1 2 3", "1 2 3 boss 4", "1 0 3 dispatcher 4", "1 2 0 dispatcher 4",
		"1 2 3 dispatcher 4 5", "1 2 3 dispatcher", "9 9 9 "
		"ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd 9",
	};
	FILE			*f;
	size_t			 i;

	(void)state;
	d.spool = in_dir("readings");
	for (i = 0; i < COUNT(odd); i++)
		CHECK(spool_put(d.spool, odd[i]));
	f = fopen(d.spool, "a");
	for (i = 0; i < 1000; i++)
		fputs("9 9 9 ", f);
	fputs("\n5 1 2 dispatcher 0\n6 1 3 dispatcher", f);	/* torn */
	CHECK_INT(fclose(f), 0);
	CHECK_INT(worked(), 1);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'read' AND actor = 2"
	    " AND at = 5 AND role = 'dispatcher'"), 1);
}

/* Four put down lines while they are taken up: none is lost. */
static void
no_line_is_lost_in_a_crowd(void **state)
{
	enum { WRITERS = 4, LINES = 10000 };
	const char	*path = in_dir("readings");
	struct spool	*s;
	int		 i, j, left = WRITERS, taken = 0;

	(void)state;
	for (i = 0; i < WRITERS; i++)
		if (fork() == 0) {
			for (j = 0; j < LINES; j++)
				if (!spool_put(path, "a line"))
					_exit(1);
			_exit(0);
		}
	while (left > 0 || spool_take(path, &s) == RC_OK) {
		if (left > 0 && waitpid(-1, &i, WNOHANG) > 0) {
			CHECK(WIFEXITED(i) && WEXITSTATUS(i) == 0);
			left--;
		}
		if (left > 0 && spool_take(path, &s) != RC_OK)
			continue;
		if (left == 0 && access(in_dir("readings.taken"), F_OK) != 0)
			continue;
		while (spool_line(s) != NULL)
			taken++;
		spool_done(s);
	}
	CHECK_INT(taken, WRITERS * LINES);
}

int
main(void)
{
#define TEST(f)	cmocka_unit_test_setup_teardown(f, open_city, close_city)
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_cell_is_as_told),
		cmocka_unit_test(the_table_keeps_its_promises),
		TEST(a_sheet_follows_the_table),
		TEST(helpers_see_little_of_what_is_sensitive),
		TEST(opening_needs_a_reason),
		TEST(nobody_else_opens),
		TEST(anonymous_stays_anonymous),
		TEST(the_reporter_sees_who_and_why),
		TEST(thirty_a_day_are_enough),
		TEST(reading_what_is_sensitive_is_recorded),
		TEST(a_killed_worker_records_nothing_twice),
		TEST(odd_lines_are_left_out),
		TEST(no_line_is_lost_in_a_crowd),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
