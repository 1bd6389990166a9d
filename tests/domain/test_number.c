/* test_number.c: numbers people say, type wrongly and mix up. */
#include <string.h>

#include "check.h"
#include "domain/number.h"

static struct arena	 a;

static void
reads_what_people_type(void **state)
{
	const char	*n = number_make(&a, TRACK_EMERGENCY, 2026, 4312);

	(void)state;
	CHECK(strncmp(n, "DRT-26-004312-", 14) == 0);
	CHECK_TEXT(number_read(&a, n), n);
	CHECK_TEXT(number_read(&a, arena_printf(&a, " drt 26 004312 %c ", n[14])), n);
	CHECK_TEXT(number_read(&a, arena_printf(&a, "drt264312%c", n[14])), n);
}

/* Every single wrong character, and every two neighbours swapped, is noticed. */
static void
notices_mistakes(void **state)
{
	static const char	 all[] = "0123456789";
	char			*n, *wrong, keep;
	const char		*c;
	size_t			 i, at;

	(void)state;
	for (i = 1; i < 3000; i += 37) {
		n = number_make(&a, i % 2 ? TRACK_EMERGENCY : TRACK_COMPLAINT, 2026,
		    (int64_t)(i * 331));
		for (at = 4; at < strlen(n) - 2; at++) {
			wrong = arena_text(&a, n);
			if (wrong[at] == '-')
				continue;
			for (c = all; *c != '\0'; c++) {
				wrong[at] = *c;
				CHECK((number_read(&a, wrong) != NULL) == (*c == n[at]));
			}
			wrong = arena_text(&a, n);
			keep = wrong[at];
			if (wrong[at + 1] == '-' || wrong[at + 1] == keep)
				continue;
			wrong[at] = wrong[at + 1];
			wrong[at + 1] = keep;
			CHECK(number_read(&a, wrong) == NULL);
		}
	}
	arena_reset(&a);
}

static void
refuses_what_is_no_number(void **state)
{
	static const char *const	 bad[] = { "", "DRT", "DRT-26-", "XYZ-26-004312-K",
		"DRT-2K-004312-K", "112", "DRT-26-99999999999999999999999999-A",
		"<script>", "DRT-26-004312-" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		CHECK(number_read(&a, bad[i]) == NULL);
}

static void
codes_are_shown_and_read(void **state)
{
	(void)state;
	CHECK_TEXT(code_show(&a, "K7QM3XTD9HWA"), "K7QM-3XTD-9HWA");
	CHECK_TEXT(code_read(&a, " k7qm 3xtd-9hwa "), "K7QM3XTD9HWA");
	CHECK(code_read(&a, "K7QM-3XTD-9HW") == NULL);
	CHECK(code_read(&a, "K7QM-3XTD-9HWAA") == NULL);
	CHECK(code_read(&a, "K0QM-3XTD-9HWA") == NULL);	/* there is no zero in a code */
	CHECK_TEXT(voice_show(&a, "K72A"), "K7-2A");
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(reads_what_people_type),
		cmocka_unit_test(notices_mistakes),
		cmocka_unit_test(refuses_what_is_no_number),
		cmocka_unit_test(codes_are_shown_and_read),
	};
	int			 failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_reset(&a);
	return failed;
}
