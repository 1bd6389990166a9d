/* test_words.c: what is taken teaches, red flags are in the store, near tickets are ranked. */
#include <string.h>

#include "action/see_action.h"
#include "action/words_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	d;
static int		made;

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

static const struct category *
kind(const char *code)
{
	return ref_category_code(d.ref, code);
}

static struct receipt
take_at(const char *code, const char *detail, enum privacy privacy, struct place place)
{
	struct desk	 desk = city_as(&d, "petugas");
	struct receipt	 r;

	assert_int_equal(file_call(&desk, &(struct filing){
	    .token = arena_printf(d.arena, "words-%d", ++made), .category = kind(code),
	    .place = place, .title = "", .detail = detail, .channel = "call",
	    .privacy = privacy, .priority = PRIORITY_COUNT, .rang = d.now }, &r), RC_OK);
	return r;
}

static struct receipt
take(const char *code, const char *detail, enum privacy privacy)
{
	return take_at(code, detail, privacy, (struct place){ .text = "Jl. Veteran 3",
	    .area = "" });
}

static const char *
first(const char *typed)
{
	struct desk		 desk = city_as(&d, "petugas");
	const struct category	*found[MATCH_MAX];
	size_t			 n;

	assert_int_equal(words_propose(&desk, typed, found, &n, MATCH_MAX), RC_OK);
	return n == 0 ? "" : found[0]->code;
}

static void
what_is_taken_teaches(void **state)
{
	int	 i;

	(void)state;
	CHECK_TEXT(first("wajan menyambar gorden"), "");
	for (i = 0; i < 5; i++)
		take("KBR-BGN", "Wajan menyambar gorden di dapur", PRIVACY_PUBLIC);
	CHECK_TEXT(first("wajan menyambar gorden"), "KBR-BGN");
	CHECK_TEXT(first("gorden"), "KBR-BGN");
}

/* Corrected by the desk, the words go with the ticket. */
static void
a_correction_teaches(void **state)
{
	struct receipt	 r;
	struct verdict	 v;
	struct desk	 desk = city_as(&d, "pengarah");

	(void)state;
	r = take("PHN", "Sesuatu bergemuruh dahsyat", PRIVACY_PUBLIC);
	CHECK_TEXT(first("bergemuruh"), "PHN");
	assert_int_equal(move(&desk, &(struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_RECLASSIFY, .number = r.ticket.number, .category = kind("GMP")->id,
	    .note = "Ternyata gempa" }, &v), RC_OK);
	CHECK_TEXT(first("bergemuruh"), "GMP");
}

/* The table holds no word anybody said, and of a sensitive ticket not even its hash. */
static void
no_name_is_kept(void **state)
{
	int64_t	 before = city_count(&d, "SELECT COUNT(*) FROM vocab WHERE word > 0");

	(void)state;
	take("KDRT", "Siti Rohana dipukul suami", PRIVACY_PUBLIC);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM vocab WHERE word > 0"), before + 2);
	take("KBR-BGN", "Bambang Sutejo", PRIVACY_CONFIDENTIAL);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM vocab WHERE word > 0"), before + 2);
	CHECK_TEXT(first("rohana"), "");
	CHECK_TEXT(first("sutejo"), "");
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM vocab WHERE typeof(word) <> 'integer'"), 0);
}

/* What nobody classified teaches nothing; a report from the web only once it was looked at. */
static void
only_the_desk_teaches(void **state)
{
	struct receipt	 r;
	int64_t		 before = city_count(&d, "SELECT COALESCE(SUM(n), 0) FROM vocab");

	(void)state;
	take("LAIN", "Kukuruyuk", PRIVACY_PUBLIC);
	CHECK_INT(city_count(&d, "SELECT SUM(n) FROM vocab"), before);
	r = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	CHECK_INT(city_count(&d, "SELECT SUM(n) FROM vocab"), before);
	assert_int_equal(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_VERIFY,
	    .life = LIFE_COMPLAINT }), RC_OK);
	CHECK(city_count(&d, "SELECT SUM(n) FROM vocab") > before);
}

static void
it_can_be_learnt_anew(void **state)
{
	int64_t	 n, before = city_count(&d, "SELECT COUNT(*) FROM vocab WHERE n > 0");

	(void)state;
	assert_int_equal(words_relearn(&d, &n), RC_OK);
	CHECK(n > 5);
	CHECK(city_count(&d, "SELECT COUNT(*) FROM vocab WHERE n > 0") >= before / 2);
	CHECK_TEXT(first("gorden"), "KBR-BGN");
}

static void
the_most_taken_stand_ready(void **state)
{
	const struct category	*list[USUAL_MAX];
	size_t			 i, k, n;

	(void)state;
	for (i = 0; i < 9; i++)
		take("HWN-ULR", "ular", PRIVACY_PUBLIC);
	assert_int_equal(words_usual(&d, list, &n, USUAL_MAX), RC_OK);
	CHECK_INT(n, USUAL_MAX);
	CHECK_TEXT(list[0]->code, "HWN-ULR");
	for (i = 0; i < n; i++)
		for (k = 0; k < i; k++)
			CHECK(list[i] != list[k]);
	d.now += 31 * (int64_t)DAY;
	assert_int_equal(words_usual(&d, list, &n, USUAL_MAX), RC_OK);
	CHECK(n == USUAL_MAX && strcmp(list[0]->code, "HWN-ULR") != 0);
	d.now = CITY_NOW;
}

static void
the_citys_red_flags_are_known(void **state)
{
	const struct red_flag	*out[RED_FLAGS_SHOWN];
	const char		*found[RED_FLAGS_SHOWN], *why;
	struct red_flag		*list;
	size_t			 n;

	(void)state;
	assert_int_equal(words_flags(&d, &list, &n), RC_OK);
	CHECK(n >= 10);
	CHECK_INT(red_flags(d.arena, list, n, "bapak saya ga nafas", out, found, 3), 1);
	CHECK_TEXT(out[0]->category, "MED-GD");
	CHECK(out[0]->priority == P1);
	CHECK_TEXT(out[0]->card, "SOP-06");
	CHECK_INT(red_flags(d.arena, list, n, "orangnya bawa senjata", out, found, 3), 1);
	CHECK_INT(red_flags(d.arena, list, n, "ada kebakaran rumah, api besar", out, found, 3), 0);
	CHECK_INT(red_flags(d.arena, list, n, "tidak ada korban", out, found, 3), 0);
	assert_int_equal(words_flags_import(&d, "db/data", "agencies.tsv", &why, &n), RC_INPUT);
	CHECK(strstr(why, "kata") != NULL);
	assert_int_equal(words_flags_import(&d, "db/data", "red_flags.tsv", &why, &n), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM red_flag"), (int64_t)n);
}

/* --- near ------------------------------------------------------------------------------ */

static struct place
spot(int64_t north)
{
	return (struct place){ .text = "Jl. Pantai", .area = "", .lat = -950000 + north,
	    .lon = 100360000 };
}

static void
words_decide_between_neighbours(void **state)
{
	struct place	 here = spot(0);
	struct near_row	*rows;
	struct receipt	 kitchen, shop;
	size_t		 n;

	(void)state;
	kitchen = take_at("KBR-BGN", "Dapur nenek berasap", PRIVACY_PUBLIC, spot(500));
	shop = take_at("KBR-BGN", "Toko cat meledak", PRIVACY_PUBLIC, spot(300));
	assert_int_equal(see_near(&d, kind("KBR-BGN"), &here, &rows, &n, 5), RC_OK);
	CHECK_INT(n, 2);
	CHECK_TEXT(rows[0].t.number, shop.ticket.number);
	CHECK(rows[0].alike && rows[1].alike);
	assert_int_equal(see_near_words(&d, kind("KBR-BGN"), &here, "asap dari dapur nenek",
	    &rows, &n, 5), RC_OK);
	CHECK_INT(n, 2);
	CHECK_TEXT(rows[0].t.number, kitchen.ticket.number);
	CHECK_INT(rows[0].shared, 2);
	CHECK_INT(rows[1].shared, 0);
}

/* A hundred yards to the south burn three hundred; the one here is not crowded out. */
static void
a_disaster_around_hides_nothing_here(void **state)
{
	struct place	 here = spot(40000);
	struct near_row	*rows;
	struct receipt	 r;
	size_t		 i, n;

	(void)state;
	r = take_at("KBR-BGN", "Gudang", PRIVACY_PUBLIC, spot(40100));
	for (i = 0; i < 300; i++)
		take_at("KBR-BGN", "Ruko", PRIVACY_PUBLIC, spot(35500));
	assert_int_equal(see_near(&d, kind("KBR-BGN"), &here, &rows, &n, 5), RC_OK);
	CHECK_INT(n, 5);
	CHECK_TEXT(rows[0].t.number, r.ticket.number);
	CHECK(rows[0].alike && !rows[1].alike);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(what_is_taken_teaches),
		cmocka_unit_test(a_correction_teaches),
		cmocka_unit_test(no_name_is_kept),
		cmocka_unit_test(only_the_desk_teaches),
		cmocka_unit_test(it_can_be_learnt_anew),
		cmocka_unit_test(the_most_taken_stand_ready),
		cmocka_unit_test(the_citys_red_flags_are_known),
		cmocka_unit_test(words_decide_between_neighbours),
		cmocka_unit_test(a_disaster_around_hides_nothing_here),
	};

	return cmocka_run_group_tests_name("words", tests, open_city, close_city);
}
