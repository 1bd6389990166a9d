/* test_signin.c: the second factor, invitations, the pact, one's own sessions. */
#include <string.h>

#include "action/device.h"
#include "action/invite_action.h"
#include "action/pact_action.h"
#include "action/totp_action.h"
#include "check.h"
#include "city.h"
#include "lib/totp.h"
#include "lib/when.h"

static struct desk		 d;
static struct ref		 real;		/* the same city, but no demo */

static int
setup(void **state)
{
	(void)state;
	d = city_open();
	real = *d.ref;
	CHECK(real.demo);
	real.demo = false;
	d.ref = &real;
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
enter(const char *login, const char *password, struct signed_in *out)
{
	return session_begin(&d, &(struct sign_in){ .login = login, .password = password,
	    .remote = "10.0.0.1", .device = "", .old = "" }, out);
}

static enum rc
confirm(const struct signed_in *half, const char *code, struct signed_in *out)
{
	return session_confirm(&d, &(struct code_try){ .half = half->token, .code = code,
	    .device = "", .agent = "" }, out);
}

static bool
is_in(const char *token)
{
	struct session	 s;

	return session_find(&d, token, &s) == RC_OK;
}

/* Somebody with a second factor; the secret comes back. */
static const char *
strengthen(const char *login, struct backups *codes)
{
	struct desk		 as = city_as(&d, login);
	struct factor_order	 o = { .device = "", .agent = "" };
	struct signed_in	 in;
	const char		*secret;

	factor_new(&as, &secret, &o.sealed);
	o.code = totp_code(d.arena, secret, d.now);
	CHECK_INT(factor_on(&as, &o, codes, &in), RC_OK);
	CHECK(is_in(in.token));
	d.now += 60000;
	return secret;
}

/* --- what is owed ------------------------------------------------------------------ */

static void
nobody_works_before_pact_and_factor(void **state)
{
	struct signed_in	 in;
	struct desk		 admin = city_as(&d, "admin");
	struct backups		 codes;
	struct session		 s;

	(void)state;
	CHECK_INT(enter("admin", DEMO_PASSWORD, &in), RC_OK);
	CHECK_INT(in.session.owes, OWES_PACT);
	CHECK_INT(pact_sign(&admin, "Rina Anggraini"), RC_OK);
	CHECK_INT(session_find(&d, in.token, &s), RC_OK);
	CHECK_INT(s.owes, OWES_FACTOR);
	strengthen("admin", &codes);
	CHECK(!is_in(in.token));		/* every session from before is over */
	CHECK_INT(enter("petugas", DEMO_PASSWORD, &in), RC_OK);
	CHECK_INT(in.session.owes, OWES_PACT);
	admin = city_as(&d, "petugas");
	CHECK_INT(pact_sign(&admin, "Sari Nuraini"), RC_OK);
	CHECK_INT(session_find(&d, in.token, &s), RC_OK);
	CHECK_INT(s.owes, OWES_NOTHING);	/* a call taker may, and need not */
}

static void
in_a_demo_both_are_offers(void **state)
{
	struct signed_in	 in;

	(void)state;
	real.demo = true;
	CHECK_INT(enter("admin", DEMO_PASSWORD, &in), RC_OK);
	CHECK_INT(in.session.owes, OWES_NOTHING);
}

static void
the_pact_is_signed_once_in_the_own_name(void **state)
{
	struct desk	 as = city_as(&d, "petugas");
	int64_t		 version;

	(void)state;
	CHECK_INT(pact_sign(&as, "Somebody Else"), RC_INPUT);
	CHECK_INT(pact_sign(&as, ""), RC_INPUT);
	CHECK_INT(pact_signed(&as, &version), RC_OK);
	CHECK_INT(version, 0);
	CHECK_INT(pact_sign(&as, "  sari   NURAINI "), RC_OK);
	CHECK_INT(pact_sign(&as, "Sari Nuraini"), RC_OK);
	CHECK_INT(pact_signed(&as, &version), RC_OK);
	CHECK_INT(version, PACT_VERSION);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'pact'"
	    " AND data = '{\"version\":1}'"), 1);
}

/* --- the code at sign-in ------------------------------------------------------------- */

static void
a_password_is_half_of_it(void **state)
{
	struct backups		 codes;
	const char		*secret = strengthen("admin", &codes), *login;
	struct signed_in	 half, in;

	(void)state;
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	CHECK(half.half);
	CHECK(!is_in(half.token));		/* no session, whoever asks */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'sign_in'"), 0);
	CHECK_INT(session_half(&d, half.token, &login), RC_OK);
	CHECK_TEXT(login, "admin");
	CHECK_INT(confirm(&half, "000000", &in), RC_INPUT);
	CHECK_INT(in.left, 5);
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_OK);
	CHECK(is_in(in.token));
	CHECK(strcmp(in.token, half.token) != 0);
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now + 30000), &in), RC_NOTFOUND);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'sign_in'"), 1);
}

static void
a_code_is_taken_once(void **state)
{
	struct backups		 codes;
	const char		*secret = strengthen("admin", &codes), *code;
	struct signed_in	 one, two, in;

	(void)state;
	code = totp_code(d.arena, secret, d.now);
	CHECK_INT(enter("admin", DEMO_PASSWORD, &one), RC_OK);
	CHECK_INT(enter("admin", DEMO_PASSWORD, &two), RC_OK);
	CHECK_INT(confirm(&one, code, &in), RC_OK);
	CHECK_INT(confirm(&two, code, &in), RC_INPUT);
	CHECK_INT(confirm(&two, totp_code(d.arena, secret, d.now - 30000), &in), RC_INPUT);
	d.now += 30000;
	CHECK_INT(confirm(&two, totp_code(d.arena, secret, d.now), &in), RC_OK);
}

static void
codes_cannot_be_tried_out(void **state)
{
	struct backups		 codes;
	const char		*secret = strengthen("admin", &codes);
	struct signed_in	 half, in;
	int			 i;

	(void)state;
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	for (i = 0; i < 6; i++)
		CHECK_INT(confirm(&half, "000000", &in), RC_INPUT);
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_INPUT);
	CHECK_INT(in.wait, 4000);
	/* another half session is no other budget */
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_INPUT);
	CHECK(in.wait > 0);
	d.now += 4000;
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_OK);
}

static void
half_a_session_is_soon_over(void **state)
{
	struct backups		 codes;
	const char		*secret = strengthen("admin", &codes);
	struct desk		 other = city_as(&d, "worker");
	struct signed_in	 half, in;
	const char		*password;
	int64_t			 admin = city_as(&d, "admin").who.id;

	(void)state;
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	d.now += 10 * MINUTE;
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_NOTFOUND);
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	CHECK_INT(account_reset(&other, &(struct account_order){ .id = admin }, &password), RC_OK);
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_NOTFOUND);
	half.token = "no such thing";
	CHECK_INT(confirm(&half, totp_code(d.arena, secret, d.now), &in), RC_NOTFOUND);
}

static void
a_backup_code_stands_in_once(void **state)
{
	struct backups		 codes, more;
	struct desk		 admin = city_as(&d, "admin");
	struct signed_in	 half, in;
	struct factor_view	 f;
	int64_t			 wait;

	(void)state;
	strengthen("admin", &codes);
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	CHECK_INT(confirm(&half, codes.codes[3], &in), RC_OK);
	CHECK_INT(enter("admin", DEMO_PASSWORD, &half), RC_OK);
	CHECK_INT(confirm(&half, codes.codes[3], &in), RC_INPUT);
	CHECK_INT(see_factor(&admin, &f), RC_OK);
	CHECK_INT(f.backups, BACKUP_CODES - 1);
	CHECK_INT(factor_backups(&admin, codes.codes[4], &more, &wait), RC_OK);
	CHECK_INT(confirm(&half, codes.codes[5], &in), RC_INPUT);	/* the old ones are gone */
	CHECK_INT(confirm(&half, more.codes[0], &in), RC_OK);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'totp' AND"
	    " data = '{\"what\":\"backup\"}'"), 3);
	/* none is in the store as it is typed */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM backup_code WHERE length(hash) <> 32"), 0);
}

/* --- its set-up ----------------------------------------------------------------------------- */

static void
the_secret_is_sealed_and_shown_to_its_owner_only(void **state)
{
	struct desk		 admin = city_as(&d, "admin"), other = city_as(&d, "auditor");
	struct factor_order	 o = { .code = "000000", .device = "", .agent = "" };
	struct backups		 codes;
	struct signed_in	 in;
	const char		*secret, *again;

	(void)state;
	factor_new(&admin, &secret, &o.sealed);
	CHECK(strstr(o.sealed, secret) == NULL);
	CHECK_INT(factor_open(&admin, o.sealed, &again), RC_OK);
	CHECK_TEXT(again, secret);
	CHECK_INT(factor_open(&other, o.sealed, &again), RC_INPUT);
	CHECK_INT(factor_open(&admin, "00zz", &again), RC_INPUT);
	CHECK_INT(factor_open(&admin, "", &again), RC_INPUT);
	CHECK_INT(factor_on(&admin, &o, &codes, &in), RC_INPUT);	/* the app does not know it */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM totp"), 0);
	o.code = totp_code(d.arena, secret, d.now);
	CHECK_INT(factor_on(&admin, &o, &codes, &in), RC_OK);
	CHECK_INT(factor_on(&admin, &o, &codes, &in), RC_CONFLICT);
	CHECK_INT(city_count(&d, "SELECT length(secret) > 32 FROM totp"), 1);
}

static void
it_goes_with_a_code_only(void **state)
{
	struct backups		 codes;
	const char		*secret = strengthen("admin", &codes);
	struct desk		 admin = city_as(&d, "admin");
	struct signed_in	 in;
	int64_t			 wait;

	(void)state;
	CHECK_INT(factor_off(&admin, "000000", &wait), RC_INPUT);
	admin.now = d.now;
	CHECK_INT(factor_off(&admin, totp_code(d.arena, secret, d.now), &wait), RC_OK);
	CHECK_INT(enter("admin", DEMO_PASSWORD, &in), RC_OK);
	CHECK(!in.half);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM backup_code"), 0);
}

static void
a_lost_phone_is_taken_off_by_who_may(void **state)
{
	struct backups		 codes;
	struct desk		 admin = city_as(&d, "admin"), head = city_as(&d, "damkar.kepala");
	struct account_order	 o = { .id = city_as(&d, "auditor").who.id };
	struct account_view	 view;
	struct signed_in	 in;
	int64_t			 first;

	(void)state;
	strengthen("auditor", &codes);
	CHECK_INT(see_account(&admin, o.id, &view), RC_OK);
	CHECK(view.factor > 0);
	CHECK_INT(view.factor_reset.at, 0);
	first = view.factor;
	admin.now = d.now;
	CHECK_INT(account_factor_reset(&head, &o), RC_NOTFOUND);
	o.id = admin.who.id;
	CHECK_INT(account_factor_reset(&admin, &o), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_SELF);
	o.id = city_as(&d, "auditor").who.id;
	CHECK_INT(account_factor_reset(&admin, &o), RC_OK);
	CHECK_INT(enter("auditor", DEMO_PASSWORD, &in), RC_OK);
	CHECK(!in.half);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'totp' AND"
	    " data = '{\"what\":\"reset\"}'"), 1);
	/* it can be seen that it was, and by whom, also when there is a new one */
	strengthen("auditor", &codes);
	CHECK_INT(see_account(&admin, o.id, &view), RC_OK);
	CHECK(view.factor_reset.at > first && view.factor >= view.factor_reset.at);
	CHECK_TEXT(view.factor_reset.by, admin.who.name);
}

/* --- invitations --------------------------------------------------------------------------- */

static enum rc
use(const char *code, const char *password, struct invite_order *o)
{
	*o = (struct invite_order){ .code = code, .password = password, .remote = "10.0.0.9" };
	return invite_use(&d, o);
}

static const char *
invite(const char *login)
{
	struct desk		 admin = city_as(&d, "admin");
	struct account_order	 o = { .id = city_as(&d, login).who.id, .invite = true };
	const char		*code;

	CHECK_INT(account_reset(&admin, &o, &code), RC_OK);
	return code;
}

static void
an_invitation_is_good_once(void **state)
{
	const char		*code = invite("petugas");
	struct invite_order	 o;
	struct signed_in	 in;

	(void)state;
	CHECK_INT(enter("petugas", DEMO_PASSWORD, &in), RC_INPUT);
	CHECK_INT(enter("petugas", code, &in), RC_INPUT);
	CHECK_INT(enter("petugas", "", &in), RC_INPUT);
	CHECK_INT(use(code, "short", &o), RC_INPUT);
	CHECK_INT(o.flaw, FLAW_SHORT);
	CHECK_INT(use(code, "nuraini nuraini 12", &o), RC_INPUT);
	CHECK_INT(o.flaw, FLAW_OWN);
	CHECK_INT(use(code, "kuda lumping empat", &o), RC_OK);
	CHECK_INT(use(code, "kuda lumping lima", &o), RC_INPUT);
	CHECK_INT(o.flaw, FLAW_NONE);
	CHECK_INT(enter("petugas", "kuda lumping empat", &in), RC_OK);
	CHECK(!in.session.renew);
}

static void
an_invitation_ends(void **state)
{
	struct account_order	 o = { .id = city_as(&d, "petugas").who.id };
	const char		*first = invite("petugas"), *second = invite("petugas");
	struct desk		 admin = city_as(&d, "admin");
	struct invite_order	 try;

	(void)state;
	CHECK_INT(use(first, "kuda lumping empat", &try), RC_INPUT);	/* a new one took its place */
	CHECK_INT(account_disable(&admin, &o), RC_OK);
	CHECK_INT(use(second, "kuda lumping empat", &try), RC_INPUT);
	CHECK_INT(account_enable(&admin, &o), RC_OK);
	d.now += (int64_t)INVITE_HOURS * HOUR;
	CHECK_INT(use(second, "kuda lumping empat", &try), RC_INPUT);
	d.now -= 1;
	CHECK_INT(use(second, "kuda lumping empat", &try), RC_OK);
}

static void
invitations_cannot_be_guessed(void **state)
{
	const char		*code = invite("petugas");
	struct invite_order	 o;
	int			 i;

	(void)state;
	for (i = 0; i < 31; i++)
		CHECK_INT(use("AAAA-BBBB-CCCC", "kuda lumping empat", &o), RC_INPUT);
	CHECK_INT(use(code, "kuda lumping empat", &o), RC_INPUT);
	CHECK(o.wait > 0);
	CHECK_INT(city_count(&d, "SELECT length(hash) FROM invite"), HASH_SIZE);
}

/* --- one's own sessions ------------------------------------------------------------------- */

static void
one_sees_and_ends_ones_own(void **state)
{
	struct desk		 as = city_as(&d, "petugas"), other = city_as(&d, "pengarah");
	struct signed_in	 one, two, third;
	struct own_session	*list;
	size_t			 n;

	(void)state;
	CHECK_INT(session_begin(&d, &(struct sign_in){ .login = "petugas",
	    .password = DEMO_PASSWORD, .remote = "", .device = "", .old = "",
	    .agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile"
	    " Safari/537.36" }, &one), RC_OK);
	d.now++;
	CHECK_INT(enter("petugas", DEMO_PASSWORD, &two), RC_OK);
	CHECK_INT(enter("pengarah", DEMO_PASSWORD, &third), RC_OK);
	as.now = other.now = d.now;
	CHECK_INT(session_own(&as, two.token, &list, &n), RC_OK);
	CHECK_INT(n, 2);
	CHECK(list[0].here && !list[1].here);
	CHECK_TEXT(list[1].device, "Chrome, Android");
	CHECK_TEXT(list[0].device, "");
	CHECK_INT(session_revoke(&other, list[1].id), RC_NOTFOUND);	/* nobody else's */
	CHECK(is_in(one.token));
	CHECK_INT(session_revoke(&as, list[1].id), RC_OK);
	CHECK(!is_in(one.token) && is_in(two.token));
	CHECK_INT(enter("petugas", DEMO_PASSWORD, &one), RC_OK);
	CHECK_INT(session_revoke_others(&as, two.token), RC_OK);
	CHECK(!is_in(one.token) && is_in(two.token) && is_in(third.token));
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'session'"), 2);
}

static void
devices_have_words(void **state)
{
	static const char *const	 agents[][2] = {
		{ "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
		  " Chrome/130.0.0.0 Safari/537.36 Edg/130.0", "Edge, Windows" },
		{ "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
		  " Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone" },
		{ "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
		  "Firefox, Linux" },
		{ "curl/8.0", "" }, { "", "" }, { NULL, "" }, { "<script>Chrome/1", "Chrome" },
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(agents); i++)
		CHECK_TEXT(device_words(d.arena, agents[i][0]), agents[i][1]);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(nobody_works_before_pact_and_factor),
		T(in_a_demo_both_are_offers),
		T(the_pact_is_signed_once_in_the_own_name),
		T(a_password_is_half_of_it),
		T(a_code_is_taken_once),
		T(codes_cannot_be_tried_out),
		T(half_a_session_is_soon_over),
		T(a_backup_code_stands_in_once),
		T(the_secret_is_sealed_and_shown_to_its_owner_only),
		T(it_goes_with_a_code_only),
		T(a_lost_phone_is_taken_off_by_who_may),
		T(an_invitation_is_good_once),
		T(an_invitation_ends),
		T(invitations_cannot_be_guessed),
		T(one_sees_and_ends_ones_own),
		T(devices_have_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
