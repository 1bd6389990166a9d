/* test_session_action.c: signing in and out, throttling, devices, one's own password. */
#include <string.h>
#include <time.h>

#include "action/device.h"
#include "action/session_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/account_store.h"

static struct desk	 d;

static int
setup(void **state)
{
	(void)state;
	d = city_open();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&d);
	return 0;
}

static enum rc
enter(const char *login, const char *password, const char *remote, const char *device,
    struct signed_in *out)
{
	return session_begin(&d, &(struct sign_in){ .login = login, .password = password,
	    .remote = remote, .device = device, .old = "" }, out);
}

static struct signed_in
enter_well(const char *login)
{
	struct signed_in	 in;

	CHECK_INT(enter(login, DEMO_PASSWORD, "10.0.0.1", "", &in), RC_OK);
	return in;
}

static bool
is_in(const char *token)
{
	struct session	 s;

	return session_find(&d, token, &s) == RC_OK;
}

static void
a_cookie_says_who_it_is(void **state)
{
	struct signed_in	 in = enter_well("damkar.a1");
	struct session		 s;

	(void)state;
	CHECK_INT(session_find(&d, in.token, &s), RC_OK);
	CHECK_INT(s.who.role, ROLE_RESPONDER);
	CHECK(s.who.agency != 0 && s.who.unit != 0 && s.who.id != 0);
	CHECK_TEXT(s.who.name, "Yusrizal");
	CHECK_TEXT(s.csrf, in.session.csrf);
	CHECK(!s.renew);
	CHECK_INT(strlen(in.token), 43);
	CHECK(strcmp(in.token, in.session.csrf) != 0);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'sign_in'"), 1);
}

static void
no_other_cookie_says_anything(void **state)
{
	struct signed_in	 in = enter_well("petugas");
	struct session		 s;
	char			*bad = arena_text(d.arena, in.token);

	(void)state;
	bad[7] = bad[7] == 'a' ? 'b' : 'a';
	CHECK_INT(session_find(&d, bad, &s), RC_NOTFOUND);
	CHECK_INT(session_find(&d, "", &s), RC_NOTFOUND);
	CHECK_INT(session_find(&d, NULL, &s), RC_NOTFOUND);
	bad = arena_alloc(d.arena, 5000);
	memset(bad, 'a', 4999);
	CHECK_INT(session_find(&d, bad, &s), RC_NOTFOUND);
}

/* Who copies the store gets no cookie: neither the value nor its text is in it. */
static void
the_store_holds_no_cookie(void **state)
{
	enter_well("petugas");
	(void)state;
	CHECK_INT(city_count(&d, "SELECT length(hash) FROM session"), HASH_SIZE);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM session WHERE typeof(hash) = 'blob'"), 1);
}

static void
a_session_ends_by_itself(void **state)
{
	struct signed_in	 clerk = enter_well("petugas"), admin = enter_well("admin");

	(void)state;
	d.now += INT64_C(8) * HOUR;
	CHECK(is_in(clerk.token));
	CHECK(!is_in(admin.token));
	d.now += INT64_C(4) * HOUR - 1;
	CHECK(is_in(clerk.token));
	d.now += 1;
	CHECK(!is_in(clerk.token));
	enter_well("petugas");		/* sweeps what is over */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM session"), 1);
}

static void
a_session_can_be_ended(void **state)
{
	struct signed_in	 one = enter_well("petugas"), two = enter_well("petugas");

	(void)state;
	CHECK_INT(session_end(&d, one.token), RC_OK);
	CHECK(!is_in(one.token));
	CHECK(is_in(two.token));
	CHECK_INT(session_end(&d, one.token), RC_OK);	/* again */
	CHECK_INT(session_end_all(&d, two.session.who.id), RC_OK);
	CHECK(!is_in(two.token));
}

static void
signing_in_ends_the_old_session(void **state)
{
	struct signed_in	 old = enter_well("petugas"), new;

	(void)state;
	CHECK_INT(session_begin(&d, &(struct sign_in){ .login = "pengarah",
	    .password = DEMO_PASSWORD, .remote = "10.0.0.1", .device = "", .old = old.token },
	    &new), RC_OK);
	CHECK(!is_in(old.token));
	CHECK(is_in(new.token));
	CHECK(strcmp(old.token, new.token) != 0);
}

static void
every_wrong_way_gets_one_answer(void **state)
{
	struct signed_in	 in;

	(void)state;
	CHECK_INT(db_begin(d.db), RC_OK);
	CHECK_INT(db_finish(d.db, db_script(d.db,
	    "UPDATE account SET disabled_at = 5 WHERE login = 'petugas2';"
	    "UPDATE account SET password = '' WHERE login = 'petugas3';")), RC_OK);
	CHECK_INT(enter("petugas", "not the password", "10.0.0.1", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 0);
	CHECK_INT(enter("nobody-here", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 0);
	CHECK_INT(enter("petugas2", DEMO_PASSWORD, "10.0.0.3", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 0);
	CHECK_INT(enter("petugas3", DEMO_PASSWORD, "10.0.0.4", "", &in), RC_INPUT);
	CHECK_INT(enter("petugas3", "", "10.0.0.4", "", &in), RC_INPUT);
	CHECK_INT(enter("'; --", DEMO_PASSWORD, "10.0.0.5", "", &in), RC_INPUT);
	CHECK_INT(enter("", "", "", "", &in), RC_INPUT);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM session"), 0);
	/* each is counted by account and by address */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM throttle"), 12);
}

static int64_t
micros(const char *login)
{
	struct signed_in	 in;
	struct timespec		 a, b;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	CHECK_INT(enter(login, "not the password", "10.0.0.1", "", &in), RC_INPUT);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	return (b.tv_sec - a.tv_sec) * INT64_C(1000000) + (b.tv_nsec - a.tv_nsec) / 1000;
}

/* The best of four, in time of the processor: the machine does other things, too. */
static int64_t
quickest(const char *login)
{
	int64_t	 best = INT64_MAX, is;
	int	 i;

	for (i = 0; i < 4; i++) {
		d.now += INT64_C(2) * HOUR;
		if ((is = micros(login)) < best)
			best = is;
	}
	return best;
}

/* An argon2 of 19 MiB is ten milliseconds at the least; a look-up alone is not one. */
static void
who_does_not_exist_takes_as_long(void **state)
{
	int64_t	 known = quickest("petugas"), unknown = quickest("nobody-here");

	(void)state;
	CHECK(unknown > 3000);
	CHECK(unknown * 2 > known && known * 2 > unknown);
}

static void
case_does_not_matter_in_a_login(void **state)
{
	struct signed_in	 in;

	(void)state;
	CHECK_INT(enter("PetuGas", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_OK);
	CHECK_INT(enter("petugas", "Kota-Bahari-112", "10.0.0.1", "", &in), RC_INPUT);
}

/* --- throttling -------------------------------------------------------------------- */

static void
fail_times(const char *login, const char *remote, const char *device, int n)
{
	struct signed_in	 in;

	while (n-- > 0)
		CHECK_INT(enter(login, "not the password", remote, device, &in), RC_INPUT);
}

static void
guessing_gets_slow(void **state)
{
	struct signed_in	 in;

	(void)state;
	fail_times("petugas", "10.0.0.1", "", 6);
	/* now the right one is not even tried, from anywhere */
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 2000);
	CHECK_INT(enter("PETUGAS", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 2000);
	d.now += 2000;
	fail_times("petugas", "10.0.0.1", "", 1);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 4000);
	d.now += 4000;
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_OK);
	/* and all is forgotten */
	fail_times("petugas", "10.0.0.3", "", 5);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_OK);
}

static void
who_does_not_exist_gets_slow_too(void **state)
{
	struct signed_in	 in;

	(void)state;
	fail_times("nobody-here", "10.0.0.1", "", 6);
	CHECK_INT(enter("nobody-here", "x", "10.0.0.2", "", &in), RC_INPUT);
	CHECK_INT(in.wait, 2000);
}

static void
one_address_cannot_try_everybody(void **state)
{
	struct signed_in	 in;
	int			 i;

	(void)state;
	for (i = 0; i < 31; i++)
		fail_times(arena_printf(d.arena, "somebody%d", i), "10.0.0.1", "", 1);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_INPUT);
	CHECK(in.wait > 0);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.2", "", &in), RC_OK);
	/* signing in does not give the address its tries back */
	d.now += in.wait + 2000;
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_OK);
	fail_times("another", "10.0.0.1", "", 1);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_INPUT);
	CHECK(in.wait > 2000);
}

static void
a_subscriber_is_one_address(void **state)
{
	struct signed_in	 in;
	int			 i;

	(void)state;
	for (i = 0; i < 31; i++)
		fail_times(arena_printf(d.arena, "somebody%d", i),
		    arena_printf(d.arena, "2001:db8:1:2::%x", i + 1), "", 1);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "2001:db8:1:2:ffff::9", "", &in), RC_INPUT);
	CHECK(in.wait > 0);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "2001:db8:1:3::1", "", &in), RC_OK);
}

/* A stranger who fails on purpose does not keep the shift from its desk. */
static void
a_known_device_keeps_its_own_budget(void **state)
{
	struct signed_in	 in = enter_well("petugas"), again;
	const char		*device = in.device;

	(void)state;
	fail_times("petugas", "10.6.6.6", "", 12);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &again), RC_INPUT);
	CHECK(again.wait > 0);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.6.6.6", device, &again), RC_OK);
	/* but it is no free ride for who found the device */
	fail_times("petugas", "10.0.0.1", device, 6);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", device, &again), RC_INPUT);
	CHECK_INT(again.wait, 2000);
}

/* Nor at another desk of ours, where this account never was. */
static void
a_shift_changes_desks(void **state)
{
	struct signed_in	 in = enter_well("petugas"), other;

	(void)state;
	fail_times("pengarah", "10.6.6.6", "", 6);
	CHECK_INT(enter("pengarah", DEMO_PASSWORD, "10.0.0.1", "", &other), RC_INPUT);
	CHECK(other.wait > 0);
	CHECK_INT(enter("pengarah", DEMO_PASSWORD, "10.6.6.6", in.device, &other), RC_OK);
	CHECK(device_knows(d.secret, d.arena, other.device, "petugas"));
	CHECK(device_knows(d.secret, d.arena, other.device, "pengarah"));
	CHECK(!device_knows(d.secret, d.arena, other.device, "admin"));
}

/* A device is got by signing in: by ever new ones nobody guesses more. */
static void
colleagues_cannot_guess_either(void **state)
{
	struct signed_in	 one = enter_well("petugas"), two = enter_well("petugas2"), in;
	const char		*own = enter_well("admin").device;
	int			 i;

	(void)state;
	fail_times("admin", "10.0.0.1", one.device, 3);
	fail_times("admin", "10.0.0.1", two.device, 3);
	CHECK_INT(enter("admin", DEMO_PASSWORD, "10.0.0.1", two.device, &in), RC_INPUT);
	CHECK_INT(in.wait, 2000);
	CHECK_INT(enter("admin", DEMO_PASSWORD, "10.0.0.1", enter_well("petugas3").device, &in),
	    RC_INPUT);
	CHECK_INT(in.wait, 2000);
	/* who owns it is not held back, nor is somebody at a desk that is strange to us */
	CHECK_INT(enter("admin", DEMO_PASSWORD, "10.0.0.1", own, &in), RC_OK);
	CHECK_INT(enter("admin", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_OK);
	/* and from one desk not everybody is tried */
	for (i = 0; i < 31; i++)
		fail_times(arena_printf(d.arena, "somebody%d", i), "10.0.0.1", one.device, 1);
	CHECK_INT(enter("auditor", DEMO_PASSWORD, "10.0.0.1", one.device, &in), RC_INPUT);
	CHECK(in.wait > 0);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", one.device, &in), RC_OK);
}

/* What goes on is asked for nothing, whatever was counted. */
static void
a_running_shift_goes_on(void **state)
{
	struct signed_in	 in = enter_well("petugas"), again;
	int			 i;

	(void)state;
	for (i = 0; i < 20; i++) {
		fail_times("petugas", "10.0.0.1", "", 1);
		d.now += INT64_C(16) * 60 * 1000;	/* longer than the longest wait */
	}
	fail_times("petugas", "10.0.0.1", "", 1);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &again), RC_INPUT);
	CHECK_INT(again.wait, INT64_C(15) * 60 * 1000);
	CHECK(is_in(in.token));
	CHECK_INT(session_end(&d, in.token), RC_OK);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", in.device, &again), RC_OK);
}

/* Where a pool for them is, strangers are not tried, nor counted, nor told apart. */
static void
strangers_are_sent_aside(void **state)
{
	struct signed_in	 known = enter_well("petugas"), in;
	struct sign_in		 try = { .login = "petugas", .password = "not the password",
					 .remote = "10.0.0.1", .device = "", .old = "", .aside = true };
	const char		*device = known.device;

	(void)state;
	CHECK_INT(session_begin(&d, &try, &in), RC_OK);
	CHECK(in.aside && in.token == NULL);
	try.login = "nobody-here";
	CHECK_INT(session_begin(&d, &try, &in), RC_OK);
	CHECK(in.aside);
	try.device = "abc.00000000000000000000000000000000";
	CHECK_INT(session_begin(&d, &try, &in), RC_OK);
	CHECK(in.aside);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM throttle"), 0);
	/* a device of ours is served here, right or wrong */
	try.device = device;
	CHECK_INT(session_begin(&d, &try, &in), RC_INPUT);
	CHECK(!in.aside);
	try.login = "petugas";
	try.password = DEMO_PASSWORD;
	CHECK_INT(session_begin(&d, &try, &in), RC_OK);
	CHECK(!in.aside && in.token != NULL);
	/* and who has to wait is told at once */
	fail_times("pengarah", "10.6.6.6", "", 6);
	try.login = "pengarah";
	try.device = "";
	CHECK_INT(session_begin(&d, &try, &in), RC_INPUT);
	CHECK(!in.aside && in.wait > 0);
}

static void
marks_of_a_device_cannot_be_made(void **state)
{
	const char	*one = device_add(d.secret, d.arena, "", "petugas"), *two;
	char		*bad;
	int		 i;

	(void)state;
	CHECK(device_is_ours(d.secret, d.arena, one) && !device_is_ours(d.secret, d.arena, ""));
	CHECK(!device_is_ours(d.secret, d.arena, "abc.00000000000000000000000000000000"));
	CHECK(!device_knows(d.secret, d.arena, "", "petugas"));
	CHECK(!device_knows(d.secret, d.arena, ".", "petugas"));
	CHECK(!device_knows(d.secret, d.arena, "abc.00000000000000000000000000000000", "petugas"));
	CHECK(device_knows(d.secret, d.arena, one, "petugas"));
	bad = arena_text(d.arena, one);
	bad[0] = bad[0] == 'a' ? 'b' : 'a';	/* another device */
	CHECK(!device_knows(d.secret, d.arena, bad, "petugas"));
	CHECK(!device_is_ours(d.secret, d.arena, bad));
	bad = arena_text(d.arena, one);
	bad[strlen(bad) - 1] ^= 1;		/* another mark */
	CHECK(!device_knows(d.secret, d.arena, bad, "petugas"));
	bad[strlen(bad) - 1] = '\0';		/* a short one */
	CHECK(!device_knows(d.secret, d.arena, bad, "petugas"));
	CHECK_TEXT(device_id(d.arena, "a\nb.0123"), "");	/* goes back into no header */
	/* it does not grow without end, and forgets the oldest */
	two = one;
	for (i = 0; i < 40; i++)
		two = device_add(d.secret, d.arena, two, arena_printf(d.arena, "user%d", i));
	CHECK(strlen(two) < 500);
	CHECK(device_is_ours(d.secret, d.arena, two));
	CHECK(device_knows(d.secret, d.arena, two, "user28"));
	CHECK(device_knows(d.secret, d.arena, two, "user39"));
	CHECK(!device_knows(d.secret, d.arena, two, "user27"));
	CHECK(!device_knows(d.secret, d.arena, two, "petugas"));
	/* nor is one twice in it */
	CHECK_INT(strlen(device_add(d.secret, d.arena, two, "user39")), strlen(two));
}

/* --- hashes and passwords --------------------------------------------------------------- */

static void
an_old_hash_is_made_anew(void **state)
{
	struct account		 a;
	struct signed_in	 in;
	const char		*before, *after;

	(void)state;
	CHECK_INT(account_by_login(d.db, d.arena, "petugas", &a, &before), RC_OK);
	CHECK(!secret_password_is_old(before));
	CHECK_INT(db_begin(d.db), RC_OK);
	/* of DEMO_PASSWORD in one pass over 8 KiB */
	CHECK_INT(db_finish(d.db, account_save_password(d.db, a.id,
	    "$argon2id$v=19$m=8,t=1,p=1$gbwtZ/jbmySRX2XatHHPpw"
	    "$97oeYkYRasN/yxZYgfq9lW2biBG9ETAu8ElxVsdsvGg", false)), RC_OK);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_OK);
	CHECK_INT(account_by_login(d.db, d.arena, "petugas", &a, &after), RC_OK);
	CHECK(!secret_password_is_old(after));
	CHECK(strncmp(after, "$argon2id$v=19$m=8,", 19) != 0);
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &in), RC_OK);
}

static enum rc
renew(const char *login, const char *old, const char *new, struct signed_in *out,
    enum flaw *flaw)
{
	struct desk	 as = city_as(&d, login);

	return session_new_password(&as, &(struct new_password){ .old = old,
	    .new = new, .device = "" }, out, flaw);
}

static void
a_new_password_ends_every_session(void **state)
{
	struct signed_in	 one = enter_well("petugas"), two = enter_well("petugas"), new;
	enum flaw		 flaw;

	(void)state;
	CHECK_INT(renew("petugas", DEMO_PASSWORD, "kuda lumping empat", &new, &flaw), RC_OK);
	CHECK(!is_in(one.token));
	CHECK(!is_in(two.token));
	CHECK(is_in(new.token));
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &one), RC_INPUT);
	CHECK_INT(enter("petugas", "kuda lumping empat", "10.0.0.1", "", &one), RC_OK);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'account'"
	    " AND data = '{\"what\":\"password\"}'"), 1);
}

static void
a_bad_new_password_changes_nothing(void **state)
{
	struct signed_in	 in = enter_well("petugas"), out;
	enum flaw		 flaw;

	(void)state;
	CHECK_INT(renew("petugas", DEMO_PASSWORD, "short", &out, &flaw), RC_INPUT);
	CHECK_INT(flaw, FLAW_SHORT);
	CHECK_INT(renew("petugas", DEMO_PASSWORD, "indonesia2026", &out, &flaw), RC_INPUT);
	CHECK_INT(flaw, FLAW_COMMON);
	CHECK_INT(renew("petugas", DEMO_PASSWORD, "nuraini nuraini 12", &out, &flaw), RC_INPUT);
	CHECK_INT(flaw, FLAW_OWN);
	CHECK_INT(renew("petugas", "not the old one", "kuda lumping empat", &out, &flaw), RC_INPUT);
	CHECK_INT(flaw, FLAW_NONE);
	CHECK_INT(out.wait, 0);
	CHECK(is_in(in.token));
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &out), RC_OK);
}

static void
a_found_session_cannot_guess_the_password(void **state)
{
	struct signed_in	 out;
	enum flaw		 flaw;
	int			 i;

	(void)state;
	for (i = 0; i < 6; i++)
		CHECK_INT(renew("petugas", "a guess", "kuda lumping empat", &out, &flaw), RC_INPUT);
	CHECK_INT(renew("petugas", DEMO_PASSWORD, "kuda lumping empat", &out, &flaw), RC_INPUT);
	CHECK_INT(out.wait, 2000);
	/* the door is not touched by it */
	CHECK_INT(enter("petugas", DEMO_PASSWORD, "10.0.0.1", "", &out), RC_OK);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(a_cookie_says_who_it_is),
		T(no_other_cookie_says_anything),
		T(the_store_holds_no_cookie),
		T(a_session_ends_by_itself),
		T(a_session_can_be_ended),
		T(signing_in_ends_the_old_session),
		T(every_wrong_way_gets_one_answer),
		T(who_does_not_exist_takes_as_long),
		T(case_does_not_matter_in_a_login),
		T(guessing_gets_slow),
		T(who_does_not_exist_gets_slow_too),
		T(one_address_cannot_try_everybody),
		T(a_subscriber_is_one_address),
		T(a_known_device_keeps_its_own_budget),
		T(a_shift_changes_desks),
		T(colleagues_cannot_guess_either),
		T(a_running_shift_goes_on),
		T(strangers_are_sent_aside),
		T(marks_of_a_device_cannot_be_made),
		T(an_old_hash_is_made_anew),
		T(a_new_password_ends_every_session),
		T(a_bad_new_password_changes_nothing),
		T(a_found_session_cannot_guess_the_password),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
