/* test_json.c: JSON in and out. */
#include "check.h"
#include "lib/json.h"

static void
reads_values(void **state)
{
	struct arena	 a = { 0 };
	struct json	*j = json_read(" {\"t\": \"x\\u00e9\", \"n\": [1, -2.9, 9007199254740991, 1e300],"
	    " \"yes\": true, \"N\": 5} ");

	(void)state;
	CHECK(j != NULL);
	CHECK_TEXT(json_text(json_get(j, "t")), "x\xc3\xa9");
	CHECK(json_count(json_get(j, "n")) == 4);
	CHECK(json_int(json_at(json_get(j, "n"), 0)) == 1);
	CHECK(json_int(json_at(json_get(j, "n"), 1)) == -2);
	CHECK(json_int(json_at(json_get(j, "n"), 2)) == 9007199254740991);
	CHECK(json_int(json_at(json_get(j, "n"), 3)) == 0);
	CHECK(json_at(json_get(j, "n"), 4) == NULL);
	CHECK(json_int(json_get(j, "N")) == 5);		/* names mind their case */
	CHECK(json_true(json_get(j, "yes")));
	CHECK_TEXT(json_print(&a, json_get(j, "yes")), "true");
	json_free(j);
	arena_reset(&a);
}

static void
what_is_missing_is_empty(void **state)
{
	struct json	*j = json_read("[]");

	(void)state;
	CHECK(json_get(j, "x") == NULL);
	CHECK(json_get(NULL, "x") == NULL);
	CHECK(json_at(NULL, 0) == NULL);
	CHECK(json_count(NULL) == 0);
	CHECK_TEXT(json_text(NULL), "");
	CHECK(json_int(NULL) == 0);
	CHECK(!json_true(NULL));
	json_free(j);
	json_free(NULL);
}

static void
refuses_what_is_malformed(void **state)
{
	static const char *const	 bad[] = { "", "{", "[1,]", "{} x", "\"\xff\"", "nul", "'x'" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		CHECK(json_read(bad[i]) == NULL);
}

static void
writes_text_safe_in_a_page(void **state)
{
	struct buf	 b = { 0 };
	struct json	*j;

	(void)state;
	json_put_text(&b, "a\"b\\c\n\t</script>&'\x7f\xc3\xa9");
	CHECK_TEXT(b.data, "\"a\\\"b\\\\c\\n\\u0009\\u003c/script\\u003e\\u0026\\u0027\\u007f\xc3\xa9\"");
	j = json_read(b.data);
	CHECK_TEXT(json_text(j), "a\"b\\c\n\t</script>&'\x7f\xc3\xa9");
	json_free(j);
	buf_free(&b);
}

static void
tells_objects_and_texts_from_others(void **state)
{
	struct json	*j = json_read("{\"t\":\"x\",\"n\":1}"), *list = json_read("[1]");

	(void)state;
	CHECK(json_is_object(j) && !json_is_object(list) && !json_is_object(NULL));
	CHECK(json_is_text(json_get(j, "t")) && !json_is_text(json_get(j, "n")));
	CHECK(!json_is_text(json_get(j, "none")) && !json_is_text(NULL));
	json_free(j);
	json_free(list);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(reads_values),
		cmocka_unit_test(what_is_missing_is_empty),
		cmocka_unit_test(refuses_what_is_malformed),
		cmocka_unit_test(writes_text_safe_in_a_page),
		cmocka_unit_test(tells_objects_and_texts_from_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
