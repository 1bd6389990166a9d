/* test_password.c: which passwords are good enough. */
#include <string.h>

#include "check.h"
#include "domain/password.h"
#include "lib/rc.h"

static enum flaw
flaw(const char *password)
{
	return password_flaw(password, "dedi.hartono", "Dedi Hartono");
}

static void
length_counts_in_characters(void **state)
{
	char	 text[300];

	(void)state;
	CHECK_INT(flaw("kapal tujuh"), FLAW_SHORT);
	CHECK_INT(flaw("kapal tujuh9"), FLAW_NONE);
	/* twelve characters of two bytes each */
	CHECK_INT(flaw("\xc3\xa9\xc3\xa8\xc3\xa0\xc3\xb9\xc3\xa7\xc3\xa4"), FLAW_SHORT);
	memset(text, 0, sizeof(text));
	memset(text, 'x', 126);
	memcpy(text, "kapal tujuh layar", 17);
	CHECK_INT(flaw(text), FLAW_NONE);
	memset(text + 126, 'y', 3);
	CHECK_INT(flaw(text), FLAW_LONG);
	memset(text + 126, 'z', 170);
	CHECK_INT(flaw(text), FLAW_LONG);
}

static void
what_everybody_chooses_is_refused(void **state)
{
	static const char *const bad[] = {
		"password1234", "Password2024!", "indonesia1945", "INDONESIA1945",
		"bismillah12345", "123456789012", "210987654321", "aaaaaaaaaaaa", "121212121212",
		"abcdefghijklm", "zyxwvutsrqpo", "passwordpassword", "qwertyqwerty",
		"!!!rahasia2026", "correcthorsebatterystaple", "akucintakamu99", "merdekamerdeka",
		"kota-bahari-112",
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		if (flaw(bad[i]) != FLAW_COMMON)
			fail_msg("%s is not refused: %d", bad[i], flaw(bad[i]));
}

static void
no_composition_is_asked_for(void **state)
{
	static const char *const good[] = {
		"kuda lumping empat", "rumahpohontetangga", "8261 4417 3302", "MMXXVI TELUK BAYAN",
		"indonesia punya teluk", "password kucing tetangga",
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(good); i++)
		if (flaw(good[i]) != FLAW_NONE)
			fail_msg("%s is refused: %d", good[i], flaw(good[i]));
}

static void
ones_own_names_are_refused(void **state)
{
	(void)state;
	CHECK_INT(flaw("dedi.hartono.ok"), FLAW_OWN);
	CHECK_INT(flaw("sandinya HARTONO"), FLAW_OWN);
	CHECK_INT(flaw("dedi-teluk-bayan"), FLAW_OWN);
	CHECK_INT(password_flaw("kapal tni tujuh layar", "tni", "Serka Anton"), FLAW_OWN);
	/* "Hj." and "Sri" are in too many words */
	CHECK_INT(password_flaw("asri sekali di sini", "walikota", "Sri Hj. M"), FLAW_NONE);
	CHECK_INT(password_flaw("kapal tujuh layar", "", ""), FLAW_NONE);
}

static void
every_flaw_has_words(void **state)
{
	enum flaw	 f;

	(void)state;
	CHECK(password_flaw_key(FLAW_NONE) == NULL);
	for (f = FLAW_NONE + 1; f < FLAW_COUNT; f++)
		CHECK(password_flaw_key(f) != NULL);
	CHECK(password_flaw_key(FLAW_COUNT) == NULL);
}

static void
the_list_is_a_list(void **state)
{
	size_t	 i;

	(void)state;
	CHECK(ncommon_passwords > 300);
	for (i = 1; i < ncommon_passwords; i++)
		if (strcmp(common_passwords[i - 1], common_passwords[i]) >= 0)
			fail_msg("%s is not in its place", common_passwords[i]);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(length_counts_in_characters),
		cmocka_unit_test(what_everybody_chooses_is_refused),
		cmocka_unit_test(no_composition_is_asked_for),
		cmocka_unit_test(ones_own_names_are_refused),
		cmocka_unit_test(every_flaw_has_words),
		cmocka_unit_test(the_list_is_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
