/* test_gazette.c: names of places, as people look after them, and as they are forgotten. */
#include "action/gazette_action.h"
#include "action/place_action.h"
#include "action/retention_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/gazette_store.h"

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

static struct gazette_entry
named(const char *name)
{
	return (struct gazette_entry){ .n = { .name = name, .kind = PLACE_LANDMARK,
	    .area = "99.71.07.1001", .lat = -947100, .lon = 100417200 } };
}

static size_t
found(const char *typed)
{
	struct desk		 d = city_as(&city, "penyelia");
	struct gazette_entry	 list[GAZETTE_PAGE];
	size_t			 i, n, shown = 0;
	bool			 more;

	CHECK_INT(see_places(&d, typed, 0, list, &n, &more), RC_OK);
	for (i = 0; i < n; i++)
		shown += !list[i].hidden;
	return shown;
}

static void
a_name_is_added_corrected_and_hidden(void **state)
{
	struct desk		 d = city_as(&city, "penyelia");
	struct gazette_entry	 e = named("Pasar Ikan Zamrud"), twice = e, seen;

	(void)state;
	e.words[e.nwords++] = "Pasar Zamrut Lama";
	CHECK_INT(place_edit(&d, &e), RC_OK);
	CHECK_INT(found("pasar ikan zam"), 1);
	CHECK_INT(found("pasar zamrut"), 1);
	CHECK_INT(place_edit(&d, &twice), RC_CONFLICT);
	e.n.name = "Pasar Ikan Zamrud Baru";
	e.nwords = 0;
	CHECK_INT(place_edit(&d, &e), RC_OK);
	CHECK_INT(found("pasar ikan zamrud baru"), 1);
	CHECK_INT(found("pasar zamrut"), 0);
	CHECK_INT(see_place(&d, e.n.id, &seen), RC_OK);
	CHECK_INT(seen.nwords, 0);
	CHECK_INT(place_hide(&d, e.n.id, true), RC_OK);
	CHECK_INT(found("pasar ikan zamrud"), 0);
	CHECK_INT(place_hide(&d, e.n.id, false), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'place'"), 4);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM place_of o JOIN place p ON p.id ="
	    " o.place WHERE p.name = 'Pasar Ikan Zamrud Baru'") >= 3, 1);
}

static void
others_have_no_say_and_nonsense_is_refused(void **state)
{
	struct desk		 d = city_as(&city, "petugas");
	struct gazette_entry	 e = named("X");

	(void)state;
	CHECK_INT(place_edit(&d, &e), RC_FORBIDDEN);
	CHECK_INT(place_hide(&d, 1, true), RC_FORBIDDEN);
	d = city_as(&city, "admin");
	e.n.area = "1.2.3";
	CHECK_INT(place_edit(&d, &e), RC_INPUT);
	e = named("  ");
	CHECK_INT(place_edit(&d, &e), RC_INPUT);
	e = named("X");
	e.n.kind = PLACE_VILLAGE;
	CHECK_INT(place_edit(&d, &e), RC_INPUT);
}

static void
pages_go_on_where_the_last_ended(void **state)
{
	struct desk		 d = city_as(&city, "admin");
	struct gazette_entry	 list[GAZETTE_PAGE];
	size_t			 n, all = 0;
	int64_t			 after = 0;
	struct gazette_entry	 e;
	bool			 more = true;
	int			 i;

	(void)state;
	for (i = 0; i < 2 * GAZETTE_PAGE + 7; i++) {
		e = named(arena_printf(city.arena, "Gang Zamrud %d", i));
		CHECK_INT(place_edit(&d, &e), RC_OK);
	}
	while (more) {
		CHECK_INT(see_places(&d, "", after, list, &n, &more), RC_OK);
		all += n;
		after = list[n - 1].n.id;
	}
	CHECK_INT(all, city_count(&city, "SELECT count(*) FROM place"));
	CHECK_INT(all, 2 * GAZETTE_PAGE + 7);
}

static void
calls_from(const char *where, const char *token)
{
	struct desk	 d = city_as(&city, "petugas");
	struct receipt	 r;

	assert_int_equal(file_call(&d, &(struct filing){ .token = token,
	    .category = ref_category_code(city.ref, "PHN"), .place = { .text = where,
	    .area = "99.71.07.1001" }, .title = "", .detail = "", .channel = "call",
	    .privacy = PRIVACY_PUBLIC, .priority = PRIORITY_COUNT, .rang = city.now }, &r), RC_OK);
}

static void
an_address_is_forgotten_in_time_and_with_its_ticket(void **state)
{
	struct desk	 d;
	size_t		 n;

	(void)state;
	calls_from("Jl. Zamrud Hijau 17", "one");
	calls_from("Jl. Zamrud Biru 3", "two");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM place WHERE kind = 'address'"
	    " AND ticket <> 0"), 2);
	CHECK_INT(db_begin(city.db), RC_OK);
	CHECK_INT(db_finish(city.db, place_forget(city.db, city_count(&city,
	    "SELECT min(ticket) FROM place WHERE ticket <> 0"))), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM place WHERE kind = 'address'"
	    " AND ticket <> 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM place_of WHERE place NOT IN"
	    " (SELECT id FROM place)"), 0);
	city.now += 366 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM place WHERE kind = 'address'"
	    " AND used_at > 0"), 0);
}

static void
old_links_are_dropped(void **state)
{
	struct desk	 d = city_as(&city, "petugas");
	const char	*code;

	(void)state;
	CHECK_INT(locate_ask(&d, "call", &code), RC_OK);
	CHECK_INT(locate_forget(&d), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM locate"), 1);
	d.now += LOCATE_AGE + 1;
	CHECK_INT(locate_forget(&d), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM locate"), 0);
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(a_name_is_added_corrected_and_hidden),
		T(others_have_no_say_and_nonsense_is_refused),
		T(pages_go_on_where_the_last_ended),
		T(an_address_is_forgotten_in_time_and_with_its_ticket),
		T(old_links_are_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
