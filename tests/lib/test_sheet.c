/* test_sheet.c: tables in text files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "lib/sheet.h"

static struct arena	 a;
static struct sheet	 s;

static int
teardown(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

static void
reads_tabs(void **state)
{
	(void)state;
	CHECK(sheet_parse(&a, "kode\tnama\r\nA\tSatu \"dua\"\r\n\nB\t\n", '\t', &s) == RC_OK);
	CHECK(s.columns == 2 && s.n == 2);
	CHECK_TEXT(sheet_cell(&s, 0, "kode"), "A");
	CHECK_TEXT(sheet_cell(&s, 0, "nama"), "Satu \"dua\"");
	CHECK_TEXT(sheet_cell(&s, 1, "kode"), "B");
	CHECK_TEXT(sheet_cell(&s, 1, "nama"), "");
	CHECK_TEXT(sheet_cell(&s, 1, "none"), "");
}

static void
reads_quotes(void **state)
{
	(void)state;
	CHECK(sheet_parse(&a, "\xef\xbb\xbfx,y\n\"a,b\",\"say \"\"yes\"\"\nnow\"\n,\"\"", ',', &s) == RC_OK);
	CHECK(s.n == 2);
	CHECK_TEXT(sheet_cell(&s, 0, "x"), "a,b");
	CHECK_TEXT(sheet_cell(&s, 0, "y"), "say \"yes\"\nnow");
	CHECK_TEXT(sheet_cell(&s, 1, "x"), "");
	CHECK_TEXT(sheet_cell(&s, 1, "y"), "");
}

static void
refuses_what_is_no_table(void **state)
{
	static const char *const	 bad[] = {
		"x,y\n1\n", "x,y\n1,2,3\n", "x\n\"open", "x\n\"open\"\"", "x\n\"a\"b\n",
		"x\n\xff\n", "x,y\n1,2\r3,4\n",
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		CHECK(sheet_parse(&a, bad[i], ',', &s) == RC_INPUT);
}

static void
an_empty_file_has_one_nameless_column(void **state)
{
	(void)state;
	CHECK(sheet_parse(&a, "", ',', &s) == RC_OK);
	CHECK(s.columns == 1 && s.n == 0);
}

static void
reads_files(void **state)
{
	char		 path[] = "/tmp/test_sheet.XXXXXX";
	int		 fd = mkstemp(path);
	const char	*text;

	(void)state;
	CHECK(write(fd, "a\tb\n1\t2\n", 8) == 8);
	CHECK(sheet_read(&a, path, '\t', &s) == RC_OK);
	CHECK_TEXT(sheet_cell(&s, 0, "b"), "2");
	CHECK(file_read(&a, path, 8, &text) == RC_OK);
	CHECK_TEXT(text, "a\tb\n1\t2\n");
	CHECK(file_read(&a, path, 7, &text) == RC_INPUT);
	CHECK(write(fd, "\0", 1) == 1);
	CHECK(file_read(&a, path, 100, &text) == RC_INPUT);
	close(fd);
	unlink(path);
	CHECK(sheet_read(&a, path, '\t', &s) == RC_NOTFOUND);
}

/* What we ship is whole. */
static void
our_own_data_are_tables(void **state)
{
	(void)state;
	CHECK(sheet_read(&a, "db/data/areas.csv", ',', &s) == RC_OK);
	CHECK(s.n > 100);
	CHECK(sheet_read(&a, "db/data/agencies.tsv", '\t', &s) == RC_OK);
	CHECK(s.n > 20);
	CHECK(sheet_read(&a, "db/data/categories.tsv", '\t', &s) == RC_OK);
	CHECK(s.n > 40);
}

#define T(f)	cmocka_unit_test_teardown(f, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(reads_tabs),
		T(reads_quotes),
		T(refuses_what_is_no_table),
		T(an_empty_file_has_one_nameless_column),
		T(reads_files),
		T(our_own_data_are_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
