/* test_qr.c: QR codes. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "lib/qr.h"

/* Draws the path on a grid again. */
static int
dark(const char *path, char grid[64][64])
{
	int	 x, y, w, back, used, n = 0;

	memset(grid, 0, 64 * 64);
	for (; *path != '\0'; path += used) {
		CHECK(sscanf(path, "M%d %dh%dv1h-%dz%n", &x, &y, &w, &back, &used) == 4);
		CHECK(w == back && w > 0 && x + w <= 64 && y < 64);
		for (n += w; w > 0; w--)
			grid[y][x + w - 1] = 1;
	}
	return n;
}

/* Each code has three eyes: a ring of 7 around a square of 3. */
static void
draws_the_eyes(void **state)
{
	struct arena	 a = { 0 };
	char		 grid[64][64];
	char		*path;
	int		 side = 0;

	(void)state;
	path = qr_path(&a, "https://siaga.example/lacak?kode=K7QM-3XTD-9HWA", &side);
	CHECK(path != NULL);
	CHECK(side == 29 || side == 33);
	CHECK(dark(path, grid) > side * side / 4);
	CHECK(strncmp(path, "M0 0h7v1h-7z", 12) == 0);
	CHECK(memcmp(grid[0] + side - 7, "\1\1\1\1\1\1\1", 7) == 0);
	CHECK(memcmp(grid[side - 1], "\1\1\1\1\1\1\1\0", 8) == 0);
	CHECK(memcmp(grid[3], "\1\0\1\1\1\0\1\0", 8) == 0);
	arena_reset(&a);
}

static void
says_when_it_is_too_long(void **state)
{
	static char	 text[4000];
	struct arena	 a = { 0 };
	int		 side;

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	CHECK(qr_path(&a, text, &side) == NULL);
	arena_reset(&a);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(draws_the_eyes),
		cmocka_unit_test(says_when_it_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
