/* test_text_kept.c: what was written is its person's: told, erased, and forgotten in time. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/privacy_action.h"
#include "action/retention_action.h"
#include "action/text_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

#define LEFT	"SELECT count(*) FROM message WHERE side = 'in' AND words <> ''"

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

/* A conversation that became an incident; the receipt has the citizen's own code. */
static struct receipt
written(const char *token, const char *who)
{
	const struct place		 place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" };
	const struct text_report	 t = { .token = token, .words = "Api dari dapur",
		.place = place, .lang = "id", .channel = "text", .name = who,
		.phone = "081277450391", .sender = "" };
	const struct filing		 f = { .token = token, .title = "", .detail = "Api",
		.category = ref_category_code(city.ref, "KBR-BGN"), .channel = "text",
		.place = place, .privacy = PRIVACY_CONFIDENTIAL, .lang = "id",
		.who = { who, "081277450391", "", "" }, .priority = PRIORITY_COUNT,
		.rang = city.now };
	struct desk			 citizen = city_as(&city, "reporter");
	struct desk			 taker = city_as(&city, "petugas");
	struct talk			 own;
	struct receipt			 r;
	const char			*code;
	bool				 again;

	CHECK_INT(text_send(&citizen, &t, &code, &again), RC_OK);
	CHECK_INT(text_take(&taker, 0, &own), RC_OK);
	CHECK_INT(text_ask(&taker, own.id, arena_printf(city.arena, "%s?", token),
	    "Di mana neneknya?"), RC_OK);
	CHECK_INT(text_answer(&citizen, &own, arena_printf(city.arena, "%s!", token),
	    arena_printf(city.arena, "Nenek %s di kamar", who)), RC_OK);
	CHECK_INT(file_call(&taker, &f, &r), RC_OK);
	CHECK_INT(text_end(&taker, own.id), RC_OK);
	r.code = code;
	return r;
}

/* Asked for with the conversation's code, taken up, and granted. */
static struct subject
granted(const struct receipt *r, enum subject_kind kind)
{
	struct subject_ask	 q = { .token = secret_token(city.arena), .kind = kind,
		.words = "Punya saya" };
	struct desk		 admin = city_as(&city, "admin"), lead = city_as(&city, "penyelia");
	struct subject_decision	 o;
	struct subject_view	 v;
	struct subject		 s;
	int			 step;

	CHECK_INT(subject_ask(&city, r->code, here, &q, &s), RC_OK);
	for (step = 0; step < 2; step++) {
		CHECK_INT(see_subject(&admin, s.number, &v), RC_OK);
		o = (struct subject_decision){ .number = s.number, .version = v.s.version,
		    .reply = "Sudah kami kerjakan.", .reason = "",
		    .fix = { .name = "", .phone = "", .email = "", .nik = "" } };
		CHECK_INT(step == 0 ? subject_start(&admin, &o) : subject_grant(&lead, &o), RC_OK);
	}
	return s;
}

static void
the_letter_tells_both_sides_and_nobody_elses(void **state)
{
	struct receipt	 r = written("a", "Saidah"), other = written("b", "Rohana");
	struct subject	 s = granted(&r, SUBJECT_ACCESS);
	const char	*letter;

	(void)state;
	CHECK_INT(see_own_letter(&city, r.code, here, s.number, &letter), RC_OK);
	CHECK(strstr(letter, "\"side\":\"in\",\"said\":\"Api dari dapur\"") != NULL);
	CHECK(strstr(letter, "\"side\":\"out\",\"said\":\"Di mana neneknya?\"") != NULL);
	CHECK(strstr(letter, "\"side\":\"in\",\"said\":\"Nenek Saidah di kamar\"") != NULL);
	CHECK(strstr(letter, "Rohana") == NULL);
	CHECK_INT(see_own_letter(&city, other.code, here, s.number, &letter), RC_NOTFOUND);
}

static void
erased_the_words_are_gone_and_nobody_elses(void **state)
{
	struct receipt	 r = written("a", "Saidah");
	struct message	*lines;
	struct talk	 t;
	size_t		 n;

	(void)state;
	(void)written("b", "Rohana");
	CHECK_INT(city_count(&city, LEFT), 4);
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"), RC_OK);
	(void)granted(&r, SUBJECT_ERASE);
	CHECK_INT(city_count(&city, LEFT), 2);
	CHECK_INT(city_count(&city, LEFT " AND instr(words, 'Saidah')"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM talk WHERE sealed IS NULL"
	    " AND words = '' AND place = '' AND lat = 0 AND lon = 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM talk WHERE sealed IS NOT NULL"
	    " AND words = 'Api dari dapur'"), 1);
	/* its code still opens what is left: that there was something */
	CHECK_INT(text_open(&city, r.code, here, &t), RC_OK);
	CHECK_INT(text_lines(&city, &t, &lines, &n), RC_OK);
	CHECK_INT(n, 3);
	CHECK_TEXT(lines[0].words, "");
	CHECK_TEXT(lines[1].words, "Di mana neneknya?");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase'"
	    " AND instr(data, 'message')"), 1);
}

static void
a_year_later_they_are_forgotten(void **state)
{
	struct desk	 d;
	size_t		 n;

	(void)state;
	(void)written("a", "Saidah");
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"), RC_OK);
	city.now += 364 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, LEFT), 2);
	city.now += 2 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM message WHERE words <> ''"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM talk WHERE sealed IS NOT NULL"
	    " OR words <> '' OR place <> ''"), 0);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(the_letter_tells_both_sides_and_nobody_elses),
		T(erased_the_words_are_gone_and_nobody_elses),
		T(a_year_later_they_are_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
