/* test_totp.c: the codes are RFC 6238's, drift by one step, and are good once. */
#include <string.h>

#include "check.h"
#include "lib/secret.h"
#include "lib/totp.h"

/* "12345678901234567890", the secret of RFC 6238, appendix B. */
static const char	 secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
static struct arena	 a;

static void
codes_are_those_of_the_standard(void **state)
{
	/* the last six of its eight digits, for SHA-1 */
	static const struct {
		int64_t		 seconds;
		const char	*code;
	} table[] = {
		{ 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" },
		{ 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(table); i++) {
		CHECK_TEXT(totp_code(&a, secret, table[i].seconds * 1000), table[i].code);
		CHECK_INT(totp_step(secret, table[i].code, table[i].seconds * 1000, 0),
		    table[i].seconds / 30);
	}
}

static void
a_clock_may_be_one_step_off(void **state)
{
	const int64_t	 now = INT64_C(1795055400000);
	const char	*code = totp_code(&a, secret, now);

	(void)state;
	CHECK_INT(totp_step(secret, code, now - 30000, 0), now / 30000);
	CHECK_INT(totp_step(secret, code, now + 30000, 0), now / 30000);
	CHECK_INT(totp_step(secret, code, now - 60000, 0), 0);
	CHECK_INT(totp_step(secret, code, now + 60000, 0), 0);
}

static void
a_code_is_good_once(void **state)
{
	const int64_t	 now = INT64_C(1795055400000), step = now / 30000;
	const char	*before = totp_code(&a, secret, now - 30000);

	(void)state;
	CHECK_INT(totp_step(secret, totp_code(&a, secret, now), now, step - 1), step);
	CHECK_INT(totp_step(secret, totp_code(&a, secret, now), now, step), 0);
	CHECK_INT(totp_step(secret, before, now, step), 0);	/* nor is an older one */
}

static void
nothing_else_is_a_code(void **state)
{
	static const char *const	 bad[] = {
		"", "0", "28708", "2870820", "287 082", "28708a", "-87082", "\n87082"
	};
	size_t	 i;

	(void)state;
	CHECK(totp_is_code("287082"));
	for (i = 0; i < COUNT(bad); i++) {
		CHECK(!totp_is_code(bad[i]));
		CHECK_INT(totp_step(secret, bad[i], 59000, 0), 0);
	}
}

static void
secrets_are_new_each_time(void **state)
{
	const char	*one = totp_secret(&a), *two = totp_secret(&a);

	(void)state;
	CHECK_INT(strlen(one), TOTP_LETTERS);
	CHECK_INT(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), TOTP_LETTERS);
	CHECK(strcmp(one, two) != 0);
	CHECK_INT(strlen(totp_code(&a, one, 0)), TOTP_DIGITS);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(codes_are_those_of_the_standard),
		cmocka_unit_test(a_clock_may_be_one_step_off),
		cmocka_unit_test(a_code_is_good_once),
		cmocka_unit_test(nothing_else_is_a_code),
		cmocka_unit_test(secrets_are_new_each_time),
	};
	int	 bad;

	secret_start();
	bad = cmocka_run_group_tests(tests, NULL, NULL);
	arena_reset(&a);
	return bad;
}
