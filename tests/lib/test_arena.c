/* test_arena.c: memory for one request, and text that grows. */
#include <stdint.h>
#include <string.h>

#include "check.h"
#include "lib/arena.h"
#include "lib/buf.h"

static void
pieces_are_apart_zeroed_and_stay(void **state)
{
	struct arena	 a = { 0 };
	char		*p[200];
	size_t		 i, j;

	(void)state;
	for (i = 0; i < COUNT(p); i++) {
		p[i] = arena_alloc(&a, 1000 + i);
		for (j = 0; j < 1000 + i; j++)
			CHECK(p[i][j] == 0);
		memset(p[i], (int)i, 1000 + i);
	}
	for (i = 0; i < COUNT(p); i++)
		CHECK(p[i][0] == (char)i && p[i][999 + i] == (char)i);
	arena_reset(&a);
	CHECK(a.blocks == NULL);
}

static void
big_pieces_fit_too(void **state)
{
	struct arena	 a = { 0 };
	char		*big = arena_alloc(&a, 1000000), *small = arena_alloc(&a, 10);

	(void)state;
	memset(big, 1, 1000000);
	CHECK(small[0] == 0);
	arena_reset(&a);
	arena_reset(&a);		/* nothing twice */
}

static void
copies_text(void **state)
{
	struct arena	 a = { 0 };
	struct bytes	 none = { NULL, 0 };

	(void)state;
	CHECK_TEXT(arena_text(&a, "x"), "x");
	CHECK_TEXT(arena_text(&a, NULL), "");
	CHECK_TEXT(arena_printf(&a, "%s-%d", "x", 7), "x-7");
	CHECK(arena_bytes(&a, none).data == NULL);
	CHECK(memcmp(arena_bytes(&a, (struct bytes){ "a\0b", 3 }).data, "a\0b", 3) == 0);
	arena_reset(&a);
}

static void
a_buf_grows(void **state)
{
	struct buf	 b = { 0 };
	int		 i;

	(void)state;
	for (i = 0; i < 5000; i++)
		buf_printf(&b, "%04d", i);
	CHECK(b.len == 20000 && b.data[b.len] == '\0');
	CHECK(memcmp(b.data + 4 * 4321, "4321", 4) == 0);
	buf_clear(&b);
	CHECK_TEXT(b.data, "");
	buf_text(&b, "again");
	buf_add(&b, NULL, 0);
	CHECK_TEXT(b.data, "again");
	buf_free(&b);
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(pieces_are_apart_zeroed_and_stay),
		cmocka_unit_test(big_pieces_fit_too),
		cmocka_unit_test(copies_text),
		cmocka_unit_test(a_buf_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
