/* test_account.c: who may sign in, and who may say so; failed tries cost time. */
#include "check.h"
#include "domain/account.h"
#include "domain/throttle.h"
#include "lib/rc.h"

static const struct actor admin = { 1, ROLE_ADMIN, 0, 0, "" };
static const struct actor head = { 2, ROLE_OPD_HEAD, 3, 0, "" };

static void
logins_have_one_form(void **state)
{
	static const char *const good[] = {
		"tni", "damkar.a1", "19850312", "siti-2_b", "a23456789012345678901234567890123456789b",
	};
	static const char *const bad[] = {
		"", "ab", "Admin", ".abc", "abc.", "-abc", "a b", "a/b", "ab\xc3\xa9", "a'b",
		"a23456789012345678901234567890123456789bc",
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(good); i++)
		if (!account_is_login(good[i]))
			fail_msg("%s", good[i]);
	for (i = 0; i < COUNT(bad); i++)
		if (account_is_login(bad[i]))
			fail_msg("%s", bad[i]);
}

/* For every role there is: only admins and the system make everybody. */
static void
only_admins_give_every_role(void **state)
{
	enum role	 by, role;
	struct actor	 who;
	bool		 may, want;

	(void)state;
	for (by = ROLE_NONE; by < ROLE_COUNT; by++)
		for (role = ROLE_NONE; role < ROLE_COUNT; role++) {
			who = (struct actor){ .id = 9, .role = by, .agency = 3 };
			may = account_may_give(&who, role, 3);
			want = (by == ROLE_ADMIN || by == ROLE_WORKER) ? account_is_role(role) :
			    by == ROLE_OPD_HEAD &&
			    (role == ROLE_OPD_OPERATOR || role == ROLE_RESPONDER);
			if (may != want)
				fail_msg("%s gives %s", role_code(by), role_code(role));
		}
}

static void
a_head_stays_in_the_own_agency(void **state)
{
	struct account	 a = { .role = ROLE_RESPONDER, .agency = 3 };

	(void)state;
	CHECK(account_may(&head, &a));
	a.agency = 4;
	CHECK(!account_may(&head, &a));
	CHECK(account_may(&admin, &a));
	a = (struct account){ .role = ROLE_OPD_HEAD, .agency = 3 };
	CHECK(!account_may(&head, &a));		/* not even the own one */
	CHECK(!account_may_give(&(struct actor){ .role = ROLE_OPD_HEAD }, ROLE_RESPONDER, 0));
}

static void
an_admins_session_is_shorter(void **state)
{
	(void)state;
	CHECK_INT(account_session(ROLE_ADMIN), INT64_C(8) * 3600 * 1000);
	CHECK_INT(account_session(ROLE_CALL_TAKER), INT64_C(12) * 3600 * 1000);
	CHECK_INT(account_session(ROLE_RESPONDER), INT64_C(12) * 3600 * 1000);
}

static const struct budget budget = { 3, 1000, 8000, 60000 };

static void
each_failed_try_costs_more(void **state)
{
	static const int64_t	 waits[] = { 0, 0, 0, 1000, 2000, 4000, 8000, 8000, 8000 };
	struct throttle		 t = { 0 };
	size_t			 i;

	(void)state;
	for (i = 0; i < COUNT(waits); i++) {
		throttle_miss(&t, &budget, 5000);
		CHECK_INT(throttle_wait(&t, &budget, 5000), waits[i]);
	}
	CHECK_INT(throttle_wait(&t, &budget, 12999), 1);
	CHECK_INT(throttle_wait(&t, &budget, 13000), 0);
}

static void
quiet_makes_good(void **state)
{
	struct throttle	 t = { 9, 0, 5000 };

	(void)state;
	throttle_miss(&t, &budget, 5000 + 60001);
	CHECK_INT(t.fails, 1);
	CHECK_INT(throttle_wait(&t, &budget, 5000 + 60001), 0);
	throttle_miss(&t, &budget, 5000 + 60001 + 60000);
	CHECK_INT(t.fails, 2);
}

/* The clock went back a year: nobody waits a year. */
static void
a_clock_set_back_locks_nobody_out(void **state)
{
	struct throttle	 t = { 9, INT64_C(31536000000), INT64_C(31536000000) };

	(void)state;
	CHECK_INT(throttle_wait(&t, &budget, 1000), 8000);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(logins_have_one_form),
		cmocka_unit_test(only_admins_give_every_role),
		cmocka_unit_test(a_head_stays_in_the_own_agency),
		cmocka_unit_test(an_admins_session_is_shorter),
		cmocka_unit_test(each_failed_try_costs_more),
		cmocka_unit_test(quiet_makes_good),
		cmocka_unit_test(a_clock_set_back_locks_nobody_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
