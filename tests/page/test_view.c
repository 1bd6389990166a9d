/* test_view.c: badges, times, numbers: what people read, in both languages. */
#include <string.h>

#include "check.h"
#include "lib/sheet.h"
#include "lib/when.h"
#include "page/view.h"

static struct tmpl	*tmpl;
static struct arena	 arena;
static struct ref	 ref = { .city = "Kota Bahari", .zone = 420, .zone_name = "WIB" };
static struct req	 req = { .arena = &arena };
static struct visit	 v;

/* 21 November 2026, 14.32.05 WIB */
static const int64_t	 NOW = INT64_C(1795246325000);

static int
start(void **state)
{
	(void)state;
	tmpl = tmpl_open("templates");
	v = (struct visit){ .req = &req, .tmpl = tmpl, .desk = { .ref = &ref, .now = NOW } };
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	arena_reset(&arena);
	tmpl_close(tmpl);
	return 0;
}

static void
has(const char *family, const char *code)
{
	const char	*key = arena_printf(&arena, "%s.%s", family, code);
	enum lang	 lang;

	for (lang = 0; lang < LANG_COUNT; lang++)
		if (!tmpl_has(tmpl, lang, key))
			fail_msg("no %s in %s", key, tmpl_lang(lang));
}

/* A code of the domain without words would be read aloud as it is. */
static void
every_code_has_words(void **state)
{
	const char *const	*codes;
	int			 i;
	size_t			 r, n;

	(void)state;
	for (i = ST_NONE + 1; i < ST_COUNT; i++)
		has("L.state", state_code((enum state)i));
	for (i = ACT_NONE + 1; i < ACT_COUNT; i++) {
		has("L.act", act_code((enum act)i));
		has("L.did", act_code((enum act)i));
		codes = workflow_reasons((enum act)i, &n);
		for (r = 0; r < n; r++)
			has("L.reason", codes[r]);
	}
	for (i = LIFE_NONE + 1; i < LIFE_COUNT; i++)
		has("L.life", life_code((enum life)i));
	for (i = ROLE_NONE + 1; i < ROLE_COUNT; i++)
		has("L.role", role_code((enum role)i));
	for (i = P0; i < PRIORITY_COUNT; i++)
		has("L.priority", priority_code((enum priority)i));
}

static void
every_code_has_a_look(void **state)
{
	struct vars	*row;
	int		 i;

	(void)state;
	for (i = ST_NONE + 1; i < ST_COUNT; i++) {
		view_state(&v, row = vars_new(&arena, LANG_ID), (enum state)i);
		CHECK(vars_text(row, "state.icon") != NULL);
		CHECK(vars_text(row, "state.class") != NULL);
		CHECK_TEXT(vars_text(row, "state.code"), state_code((enum state)i));
	}
	for (i = ACT_NONE + 1; i < ACT_COUNT; i++) {
		view_act(&v, row = vars_new(&arena, LANG_ID), (enum act)i);
		CHECK(vars_text(row, "act.icon") != NULL);
	}
	for (i = P0; i < PRIORITY_COUNT; i++) {
		view_priority(&v, row = vars_new(&arena, LANG_ID), (enum priority)i);
		CHECK(vars_text(row, "pr.shape") != NULL);
	}
	CHECK_TEXT(vars_text(row, "pr.class"), "pr5");
	view_state(&v, row = vars_new(&arena, LANG_ID), ST_NONE);
	CHECK(vars_text(row, "state.code") == NULL);
}

static void
pictured(const char *sprite, const char *icon)
{
	if (strstr(sprite, arena_printf(&arena, "id=\"i-%s\"", icon)) == NULL)
		fail_msg("no icon %s", icon);
}

/* A picture named in a table of ours, or in the city's, is in the sprite. */
static void
every_icon_is_drawn(void **state)
{
	struct sheet	 categories;
	const char	*sprite, *icon;
	struct vars	*row;
	size_t		 i;

	(void)state;
	assert_int_equal(file_read(&arena, "static/icons.svg", 1 << 20, &sprite), RC_OK);
	for (i = ST_NONE + 1; i < ST_COUNT; i++) {
		view_state(&v, row = vars_new(&arena, LANG_ID), (enum state)i);
		pictured(sprite, vars_text(row, "state.icon"));
	}
	for (i = ACT_NONE + 1; i < ACT_COUNT; i++) {
		view_act(&v, row = vars_new(&arena, LANG_ID), (enum act)i);
		pictured(sprite, vars_text(row, "act.icon"));
	}
	assert_int_equal(sheet_read(&arena, "db/data/categories.tsv", '\t', &categories), RC_OK);
	for (i = 0; i < categories.n; i++)
		if (*(icon = sheet_cell(&categories, i, "ikon")) != '\0')
			pictured(sprite, icon);
}

static void
badges_speak_the_visitors_language(void **state)
{
	struct vars	*row = vars_new(&arena, LANG_ID);

	(void)state;
	view_state(&v, row, ST_ON_SCENE);
	CHECK_TEXT(vars_text(row, "state.word"), "Di lokasi");
	v.lang = LANG_EN;
	view_state(&v, row, ST_ON_SCENE);
	view_priority(&v, row, P1);
	v.lang = LANG_ID;
	CHECK_TEXT(vars_text(row, "state.word"), "On scene");
	CHECK_TEXT(vars_text(row, "pr.word"), "Critical");
}

static void
times_are_as_short_as_they_can_be(void **state)
{
	(void)state;
	CHECK_TEXT(view_time(&v, NOW), "14.32");
	CHECK_TEXT(view_time(&v, NOW - DAY), "20 Nov 14.32");
	CHECK_TEXT(view_time(&v, NOW - 400 * (int64_t)DAY), "17 Okt 2025, 14.32");
	CHECK_TEXT(view_time(&v, 0), "");
	CHECK_TEXT(view_date(&v, NOW), "21 November 2026");
	CHECK_TEXT(view_moment(&v, NOW), "Sabtu, 21 November 2026, 14.32 WIB");
	CHECK_TEXT(view_iso(&v, NOW), "2026-11-21T07:32:05Z");
	v.lang = LANG_EN;
	CHECK_TEXT(view_time(&v, NOW - 400 * (int64_t)DAY), "17 Oct 2025, 14:32");
	CHECK_TEXT(view_moment(&v, NOW), "Saturday, 21 November 2026, 14:32 WIB");
	v.lang = LANG_ID;
}

static void
spans_have_one_or_two_units(void **state)
{
	(void)state;
	CHECK_TEXT(view_span(&v, -5), "0 dtk");
	CHECK_TEXT(view_span(&v, 42 * SECOND), "42 dtk");
	CHECK_TEXT(view_span(&v, MINUTE - 1), "59 dtk");
	CHECK_TEXT(view_span(&v, 9 * MINUTE), "9 mnt");
	CHECK_TEXT(view_span(&v, HOUR), "1 j");
	CHECK_TEXT(view_span(&v, 70 * MINUTE), "1 j 10 m");
	CHECK_TEXT(view_span(&v, 3 * (int64_t)DAY + 5), "3 h");
	CHECK_TEXT(view_age(&v, NOW - 9 * MINUTE), "9 mnt");
}

static void
what_is_left_turns_to_late(void **state)
{
	struct vars	*row = vars_new(&arena, LANG_ID);

	(void)state;
	CHECK_TEXT(view_left(&v, NOW + 320 * SECOND), "5:20");
	CHECK_TEXT(view_left(&v, NOW + 70 * MINUTE), "1 j 10 m");
	CHECK_TEXT(view_left(&v, NOW), "lewat 0:00");
	CHECK_TEXT(view_left(&v, NOW - 185 * SECOND), "lewat 3:05");
	view_sla(&v, row, "L.clock.arrive", NOW - MINUTE, NOW + 3 * MINUTE);
	CHECK_TEXT(vars_text(row, "sla.text"), "tiba 3:00");
	CHECK_TEXT(vars_text(row, "sla.class"), "");
	CHECK_TEXT(vars_text(row, "sla.width"), "25");
	view_sla(&v, row, "L.clock.arrive", NOW - 3 * MINUTE, NOW + MINUTE);
	CHECK_TEXT(vars_text(row, "sla.class"), "w");
	view_sla(&v, row, "L.clock.arrive", NOW - 3 * MINUTE, NOW - 1);
	CHECK_TEXT(vars_text(row, "sla.class"), "x");
	CHECK_TEXT(vars_text(row, "sla.width"), "100");
	CHECK_TEXT(vars_text(row, "sla.icon"), "timer-off");
	view_sla(&v, row, "L.clock.arrive", NOW - MINUTE, NOW);
	CHECK_TEXT(vars_text(row, "sla.text"), "lewat 0:00");
	row = vars_new(&arena, LANG_ID);
	view_sla(&v, row, "L.clock.arrive", NOW, 0);
	CHECK(vars_text(row, "sla.text") == NULL);
}

static void
numbers_have_their_points(void **state)
{
	(void)state;
	CHECK_TEXT(view_number(&v, 0), "0");
	CHECK_TEXT(view_number(&v, 999), "999");
	CHECK_TEXT(view_number(&v, 1000), "1.000");
	CHECK_TEXT(view_number(&v, -123456), "-123.456");
	CHECK_TEXT(view_number(&v, 1234567), "1.234.567");
	CHECK_TEXT(view_metres(&v, 347), "350 m");
	CHECK_TEXT(view_metres(&v, 1240), "1,2 km");
	CHECK_TEXT(view_metres(&v, 949), "950 m");
	CHECK_TEXT(view_metres(&v, 960), "1,0 km");
	CHECK_TEXT(view_metres(&v, -1), "");
	v.lang = LANG_EN;
	CHECK_TEXT(view_number(&v, 1234567), "1,234,567");
	CHECK_TEXT(view_metres(&v, 1240), "1.2 km");
	v.lang = LANG_ID;
}

static void
names_that_are_not_there_are_empty(void **state)
{
	(void)state;
	CHECK_TEXT(view_agency(&v, 77), "");
	CHECK_TEXT(view_area(&v, ""), "");
	CHECK_TEXT(view_role(&v, ROLE_NONE), "");
	CHECK_TEXT(view_role(&v, ROLE_DISPATCHER), "Pengarah");
	CHECK_TEXT(view_code(&v, "L.reason", ""), "");
	CHECK_TEXT(view_code(&v, "L.reason", "prank"), "Iseng");
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_code_has_words),
		cmocka_unit_test(every_code_has_a_look),
		cmocka_unit_test(every_icon_is_drawn),
		cmocka_unit_test(badges_speak_the_visitors_language),
		cmocka_unit_test(times_are_as_short_as_they_can_be),
		cmocka_unit_test(spans_have_one_or_two_units),
		cmocka_unit_test(what_is_left_turns_to_late),
		cmocka_unit_test(numbers_have_their_points),
		cmocka_unit_test(names_that_are_not_there_are_empty),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
