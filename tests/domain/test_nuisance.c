/* test_nuisance.c: how a number's bad history counts and fades; when a shift began. */
#include "check.h"
#include "domain/nuisance.h"
#include "domain/shift.h"
#include "lib/rc.h"
#include "lib/when.h"

#define NOW	INT64_C(1795055400000)	/* Thursday, 19 November 2026, 09.30 WIB */
#define WIB	420

/* Calls, newest first: "p" prank, "g" ghost, "e" emergency, "c" complaint, "w" wrong number. */
static const char *
type_of(char letter)
{
	switch (letter) {
	case 'p': return "prank";
	case 'g': return "ghost";
	case 'e': return "emergency";
	case 'c': return "complaint";
	default: return "wrong_number";
	}
}

static void
a_score_fades_and_one_incident_wipes_it(void **state)
{
	static const struct {
		const char	*types;
		int		 ages[4];	/* days */
		int64_t		 days, score, calls;
		bool		 asks;
	} table[] = {
		{ "", { 0 }, 30, 0, 0, false },
		{ "p", { 0 }, 30, 100, 1, false },
		{ "pp", { 0, 0 }, 30, 200, 2, true },
		{ "pp", { 0, 14 }, 30, 172, 2, true },
		{ "pp", { 0, 30 }, 30, 150, 2, true },
		{ "pp", { 0, 31 }, 30, 149, 2, false },
		{ "pp", { 30, 30 }, 30, 100, 2, false },
		{ "p", { 89 }, 30, 13, 1, false },
		{ "p", { 90 }, 30, 0, 0, false },
		{ "gg", { 0, 0 }, 30, 100, 2, false },
		{ "ggg", { 0, 0, 0 }, 30, 150, 3, true },
		{ "wwww", { 0, 0, 0, 0 }, 30, 0, 0, false },
		{ "epp", { 0, 1, 1 }, 30, 0, 0, false },
		{ "pepp", { 0, 1, 1, 1 }, 30, 100, 1, false },
		{ "cppp", { 5, 6, 6, 6 }, 30, 0, 0, false },
		{ "pp", { 7, 7 }, 7, 100, 2, false },
		{ "pp", { -1, 0 }, 30, 200, 2, true },	/* a clock that was put back */
	};
	struct past_call	 calls[4];
	int64_t			 score;
	size_t			 i, n;

	(void)state;
	for (i = 0; i < COUNT(table); i++) {
		for (n = 0; table[i].types[n] != '\0'; n++)
			calls[n] = (struct past_call){ type_of(table[i].types[n]),
			    NOW - table[i].ages[n] * DAY };
		score = nuisance_score(calls, n, NOW, table[i].days);
		if (score != table[i].score || nuisance_asks(score) != table[i].asks ||
		    nuisance_calls(calls, n, NOW, table[i].days) != table[i].calls)
			fail_msg("row %zu: %lld", i, (long long)score);
	}
}

static void
a_shift_began_at_its_start(void **state)
{
	/* Yesterday's last one goes on until the first of today begins. */
	static const struct { const char *starts; int hour, minute; } table[] = {
		{ "07.00 15.00 23.00", 7, 0 }, { "09.30", 9, 30 }, { "09.31", -15, 31 },
		{ "", 7, 0 }, { "kacau", 7, 0 }, { "08:00 20:00", 8, 0 }, { "12.00 20.00", -4, 0 },
	};
	int64_t	 midnight = when_midnight(NOW, WIB);
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(table); i++)
		CHECK_INT(shift_start(table[i].starts, NOW, WIB), midnight +
		    table[i].hour * HOUR + table[i].minute * MINUTE);
	CHECK(shift_is_good("07.00 15.00 23.00") && shift_is_good("00:00"));
	CHECK(!shift_is_good("") && !shift_is_good("7.00") && !shift_is_good("24.00"));
	CHECK(!shift_is_good("15.00 07.00") && !shift_is_good("07.00,15.00"));
	CHECK(!shift_is_good("01.00 02.00 03.00 04.00 05.00 06.00 07.00"));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(a_score_fades_and_one_incident_wipes_it),
		cmocka_unit_test(a_shift_began_at_its_start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
