/* test_csv.c: tables for other people's programs. */
#include <string.h>

#include "check.h"
#include "lib/csv.h"

static const char *
row_of(struct buf *b, const char *text)
{
	struct csv	 c = { .out = b };

	buf_clear(b);
	csv_text(&c, text);
	csv_end(&c);
	return b->data;
}

static void
separates_and_ends(void **state)
{
	struct buf	 b = { 0 };
	struct csv	 c = { .out = &b };

	(void)state;
	csv_text(&c, "a");
	csv_int(&c, -7);
	csv_text(&c, "");
	csv_text(&c, NULL);
	csv_text(&c, "b, c");
	csv_end(&c);
	csv_int(&c, 1);
	csv_end(&c);
	CHECK_TEXT(b.data, "\"a\",-7,,,\"b, c\"\r\n1\r\n");
	buf_free(&b);
}

static void
doubles_quotes_and_keeps_lines(void **state)
{
	struct buf	 b = { 0 };

	(void)state;
	CHECK_TEXT(row_of(&b, "\""), "\"\"\"\"\r\n");
	CHECK_TEXT(row_of(&b, "he \"said\"\nso"), "\"he \"\"said\"\"\nso\"\r\n");
	CHECK_TEXT(row_of(&b, "\"\""), "\"\"\"\"\"\"\r\n");
	buf_free(&b);
}

static void
no_text_is_a_formula(void **state)
{
	static const char *const	 bad[] = {
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", " @x",
		"=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "\xef\xbc\x9d" "1",
		"\xef\xbc\x8b" "1", "\xef\xbc\x8d" "1", "\xef\xbc\xa0" "x",
	};
	struct buf			 b = { 0 };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		if (strncmp(row_of(&b, bad[i]), "\"'", 2) != 0)
			fail_msg("%s", bad[i]);
	CHECK_TEXT(row_of(&b, "a=b"), "\"a=b\"\r\n");
	CHECK_TEXT(row_of(&b, " "), "\" \"\r\n");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(separates_and_ends),
		cmocka_unit_test(doubles_quotes_and_keeps_lines),
		cmocka_unit_test(no_text_is_a_formula),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
