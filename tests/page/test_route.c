/* test_route.c: from a method and a path to a handler. */
#include "check.h"
#include "page/app.h"

static struct arena	 arena;

static enum rc
nothing(struct visit *v)
{
	(void)v;
	return RC_OK;
}

static const struct route routes[] = {
	{ GET,  "/",              MAY_VISIT, nothing, 0 },
	{ GET,  "/tiket/*",       MAY_VISIT, nothing, 0 },
	{ POST, "/tiket/*/catat", MAY_VISIT, nothing, 0 },
	{ GET,  "/lapor",         MAY_VISIT, nothing, 0 },
	{ POST, "/lapor",         MAY_VISIT, nothing, 0 },
};

static struct found
look(enum method method, const char *path)
{
	return route_find(routes, COUNT(routes), &arena, method, path);
}

static void
a_path_finds_its_row(void **state)
{
	(void)state;
	CHECK(look(GET, "/").route == &routes[0]);
	CHECK(look(GET, "/lapor").route == &routes[3]);
	CHECK(look(POST, "/lapor").route == &routes[4]);
	CHECK_TEXT(look(GET, "/lapor").arg, "");
}

static void
the_star_is_one_segment(void **state)
{
	(void)state;
	CHECK_TEXT(look(GET, "/tiket/DRT-26-000001-K").arg, "DRT-26-000001-K");
	CHECK_TEXT(look(POST, "/tiket/7/catat").arg, "7");
	CHECK(look(GET, "/tiket/").route == NULL);
	CHECK(look(GET, "/tiket/7/8").route == NULL);
	CHECK_TEXT(look(GET, "/tiket/7/8").allow, "");
}

static void
another_method_is_told_which(void **state)
{
	(void)state;
	CHECK(look(POST, "/tiket/7").route == NULL);
	CHECK_TEXT(look(POST, "/tiket/7").allow, "GET, HEAD");
	CHECK_TEXT(look(GET, "/tiket/7/catat").allow, "POST");
	CHECK_TEXT(look(METHOD_OTHER, "/lapor").allow, "GET, HEAD, POST");
	CHECK_TEXT(look(GET, "/nowhere").allow, "");
}

static void
near_is_not_there(void **state)
{
	(void)state;
	CHECK(look(GET, "/lapor/").route == NULL);
	CHECK(look(GET, "/Lapor").route == NULL);
	CHECK(look(GET, "").route == NULL);
	CHECK(look(GET, "//lapor").route == NULL);
}

static int
stop(void **state)
{
	(void)state;
	arena_reset(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_path_finds_its_row),
		cmocka_unit_test(the_star_is_one_segment),
		cmocka_unit_test(another_method_is_told_which),
		cmocka_unit_test(near_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, stop);
}
