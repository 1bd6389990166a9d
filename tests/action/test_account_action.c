/* test_account_action.c: who gets an account, what is changed of it, who may. */
#include <string.h>

#include "action/account_action.h"
#include "action/session_action.h"
#include "check.h"
#include "city.h"
#include "domain/password.h"

static struct desk	 d, admin, head;

static int
setup(void **state)
{
	(void)state;
	d = city_open();
	admin = city_as(&d, "admin");
	head = city_as(&d, "damkar.kepala");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&d);
	return 0;
}

static int64_t
agency(const char *code)
{
	return ref_agency_code(d.ref, code)->id;
}

static int64_t
unit(const char *code)
{
	size_t	 i;

	for (i = 0; i < d.ref->nunits; i++)
		if (strcmp(d.ref->units[i].code, code) == 0)
			return d.ref->units[i].id;
	return 0;
}

static struct account
find(const char *login)
{
	struct account	 a;

	CHECK_INT(account_find(&admin, login, &a), RC_OK);
	return a;
}

/* What is kept of an account, as an order that changes nothing. */
static struct account_order
same(const struct account *a)
{
	return (struct account_order){ .id = a->id, .version = a->version, .name = a->name,
	    .role = a->role, .agency = a->agency, .unit = a->unit, .email = a->email };
}

static enum rc
enter(const char *login, const char *password, struct signed_in *in)
{
	return session_begin(&d, &(struct sign_in){ .login = login, .password = password,
	    .remote = "10.0.0.1", .device = "", .old = "" }, in);
}

static bool
is_in(const char *token)
{
	struct session	 s;

	return session_find(&d, token, &s) == RC_OK;
}

static int64_t
events(void)
{
	return city_count(&d, "SELECT count(*) FROM event WHERE act = 'account'");
}

/* --- a new one -------------------------------------------------------------------------- */

static struct account_order
order(const char *login, enum role role, int64_t of)
{
	return (struct account_order){ .login = login, .name = "Joko Anwar", .role = role,
	    .agency = of };
}

static void
a_new_account_signs_in_with_a_password_for_once(void **state)
{
	struct account_order	 o = order("joko", ROLE_CALL_TAKER, 0);
	struct signed_in	 in;
	const char		*password;

	(void)state;
	CHECK_INT(account_create(&admin, &o, &password), RC_OK);
	CHECK_INT(strlen(password), 14);
	CHECK_INT(password_flaw(password, "joko", "Joko Anwar"), FLAW_NONE);
	CHECK(o.id != 0);
	CHECK_INT(enter("joko", password, &in), RC_OK);
	CHECK(in.session.renew);
	CHECK_INT(events(), 1);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'account' AND"
	    " data = '{\"what\":\"create\"}' AND role = 'admin' AND life = ''"), 1);
}

static void
no_password_is_in_an_event(void **state)
{
	struct account_order	 o = order("joko", ROLE_CALL_TAKER, 0);
	const char		*password;

	(void)state;
	CHECK_INT(account_create(&admin, &o, &password), RC_OK);
	CHECK_INT(account_reset(&admin, &(struct account_order){ .id = o.id }, &password), RC_OK);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE data LIKE '%-%'"
	    " OR note <> '' OR data LIKE '%Joko%'"), 0);
}

static void
a_given_password_stays(void **state)
{
	struct account_order	 o = order("joko", ROLE_CALL_TAKER, 0);
	struct desk		 cli = city_as(&d, "worker");
	struct signed_in	 in;
	const char		*password;

	(void)state;
	o.password = "indonesia2026";
	CHECK_INT(account_create(&cli, &o, &password), RC_INPUT);
	CHECK_INT(o.fault, ACCOUNT_PASSWORD);
	o.password = "kuda lumping empat";
	CHECK_INT(account_create(&cli, &o, &password), RC_OK);
	CHECK_TEXT(password, "");
	CHECK_INT(enter("joko", "kuda lumping empat", &in), RC_OK);
	CHECK(!in.session.renew);
}

static void
check_fault(struct account_order o, enum account_fault fault)
{
	const char	*password;

	CHECK_INT(account_create(&admin, &o, &password), RC_INPUT);
	CHECK_INT(o.fault, fault);
	CHECK_TEXT(password, "");
}

static void
a_bad_order_says_what_is_bad(void **state)
{
	struct account_order	 o = order("joko", ROLE_CALL_TAKER, 0);
	int64_t			 before = city_count(&d, "SELECT count(*) FROM account");

	(void)state;
	check_fault(order("J O", ROLE_CALL_TAKER, 0), ACCOUNT_LOGIN);
	check_fault(order("petugas", ROLE_CALL_TAKER, 0), ACCOUNT_TAKEN);
	check_fault(order("joko", ROLE_NONE, 0), ACCOUNT_ROLE);
	check_fault(order("joko", ROLE_WORKER, 0), ACCOUNT_ROLE);
	check_fault(order("joko", ROLE_VISITOR, 0), ACCOUNT_ROLE);
	check_fault(order("joko", ROLE_OPD_OPERATOR, 0), ACCOUNT_NO_AGENCY);
	check_fault(order("joko", ROLE_OPD_OPERATOR, 999), ACCOUNT_NO_AGENCY);
	check_fault(order("joko", ROLE_ADMIN, agency("PLN")), ACCOUNT_AN_AGENCY);
	check_fault(order("joko", ROLE_RESPONDER, agency("DAMKAR")), ACCOUNT_NO_UNIT);
	o.name = "";
	check_fault(o, ACCOUNT_NAME);
	o = order("joko", ROLE_CALL_TAKER, 0);
	o.email = "not an address";
	check_fault(o, ACCOUNT_EMAIL);
	o = order("joko", ROLE_RESPONDER, agency("PLN"));
	o.unit = unit("A1");				/* of Damkar */
	check_fault(o, ACCOUNT_UNIT);
	o = order("joko", ROLE_OPD_OPERATOR, agency("DAMKAR"));
	o.unit = unit("A1");				/* an operator rides in none */
	check_fault(o, ACCOUNT_UNIT);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM account"), before);
	CHECK_INT(events(), 0);
}

static void
a_responder_of_an_agency_without_units_needs_none(void **state)
{
	struct account_order	 o = order("joko", ROLE_RESPONDER, agency("KELURAHAN"));
	const char		*password;

	(void)state;
	CHECK_INT(account_create(&admin, &o, &password), RC_OK);
}

/* --- who may ------------------------------------------------------------------------------ */

static void
a_head_makes_the_own_people_only(void **state)
{
	struct account_order	 o = order("joko", ROLE_OPD_OPERATOR, agency("DAMKAR"));
	const char		*password;

	(void)state;
	CHECK_INT(account_create(&head, &o, &password), RC_OK);
	o = order("joko2", ROLE_OPD_OPERATOR, agency("PLN"));
	CHECK_INT(account_create(&head, &o, &password), RC_INPUT);
	CHECK_INT(o.fault, ACCOUNT_ROLE);
	o = order("joko3", ROLE_OPD_HEAD, agency("DAMKAR"));
	CHECK_INT(account_create(&head, &o, &password), RC_INPUT);
	o = order("joko4", ROLE_ADMIN, 0);
	CHECK_INT(account_create(&head, &o, &password), RC_INPUT);
	CHECK_INT(o.fault, ACCOUNT_ROLE);
}

static void
what_is_out_of_reach_is_not_there(void **state)
{
	static const char *const foreign[] = { "dinkes", "admin", "damkar.kepala", "petugas" };
	struct account_order	 o;
	struct account_view	 view;
	struct account		 a, not_found;
	const char		*password;
	size_t			 i;

	(void)state;
	for (i = 0; i < COUNT(foreign); i++) {
		a = find(foreign[i]);
		o = same(&a);
		o.role = ROLE_OPD_OPERATOR;
		o.agency = head.who.agency;
		CHECK_INT(account_change(&head, &o), RC_NOTFOUND);
		CHECK_INT(account_disable(&head, &o), RC_NOTFOUND);
		CHECK_INT(account_enable(&head, &o), RC_NOTFOUND);
		CHECK_INT(account_reset(&head, &o, &password), RC_NOTFOUND);
		CHECK_TEXT(password, "");
		CHECK_INT(see_account(&head, a.id, &view), RC_NOTFOUND);
		CHECK_INT(account_find(&head, foreign[i], &not_found), RC_NOTFOUND);
	}
	CHECK_INT(see_account(&admin, 9999, &view), RC_NOTFOUND);
	CHECK_INT(events(), 0);
}

/* For every role there is: who is neither admin nor head reads and does nothing. */
static void
others_do_nothing(void **state)
{
	static const char *const logins[] = {
		"petugas", "pengarah", "penyelia", "damkar", "damkar.a1", "verifikator",
		"walikota", "auditor", "reporter",
	};
	struct account		 a = find("damkar2");
	struct accounts		 list;
	struct account_order	 o = same(&a), new;
	struct account_view	 view;
	struct desk		 as;
	const char		*password;
	size_t			 i;

	(void)state;
	for (i = 0; i < COUNT(logins); i++) {
		as = city_as(&d, logins[i]);
		new = order("joko", ROLE_OPD_OPERATOR, a.agency);
		CHECK_INT(account_create(&as, &new, &password), RC_INPUT);
		CHECK_INT(account_disable(&as, &o), RC_NOTFOUND);
		CHECK_INT(account_reset(&as, &o, &password), RC_NOTFOUND);
		CHECK_INT(see_account(&as, a.id, &view), RC_NOTFOUND);
		CHECK_INT(see_accounts(&as, &(struct accounts_filter){ .text = "", .after = "" },
		    &list), RC_FORBIDDEN);
	}
	CHECK_INT(events(), 0);
}

/* --- changes -------------------------------------------------------------------------------- */

static void
a_change_is_kept_and_told(void **state)
{
	struct account		 a = find("damkar2");
	struct account_order	 o = same(&a);
	struct account_view	 view;

	(void)state;
	o.name = "Yulia Fitri Ananda";
	o.email = "yulia@bahari.example";
	CHECK_INT(account_change(&head, &o), RC_OK);
	CHECK_INT(see_account(&head, a.id, &view), RC_OK);
	CHECK_TEXT(view.account.name, "Yulia Fitri Ananda");
	CHECK_TEXT(view.account.email, "yulia@bahari.example");
	CHECK_INT(view.account.version, a.version + 1);
	CHECK_INT(view.nchanges, 1);
	CHECK_TEXT(view.changes[0].by, "Syafrizal Tanjung");
	CHECK_TEXT(view.changes[0].data, "{\"what\":\"change\",\"name\":1,\"email\":1}");
	/* the same again is no change, and no event */
	o.version = a.version + 1;
	CHECK_INT(account_change(&head, &o), RC_OK);
	CHECK_INT(events(), 1);
}

static void
the_slower_of_two_is_told(void **state)
{
	struct account		 a = find("damkar2");
	struct account_order	 o = same(&a);

	(void)state;
	o.name = "First";
	CHECK_INT(account_change(&admin, &o), RC_OK);
	o.name = "Second";
	CHECK_INT(account_change(&head, &o), RC_CONFLICT);
	CHECK_INT(account_disable(&head, &o), RC_CONFLICT);
	CHECK_TEXT(find("damkar2").name, "First");
	CHECK_INT(events(), 1);
}

static void
other_rights_end_the_sessions(void **state)
{
	struct account		 a = find("damkar2");
	struct account_order	 o = same(&a);
	struct signed_in	 in;

	(void)state;
	CHECK_INT(enter("damkar2", DEMO_PASSWORD, &in), RC_OK);
	o.name = "Only a name";
	CHECK_INT(account_change(&admin, &o), RC_OK);
	CHECK(is_in(in.token));
	o.version++;
	o.role = ROLE_RESPONDER;
	o.unit = unit("A1");
	CHECK_INT(account_change(&admin, &o), RC_OK);
	CHECK(!is_in(in.token));
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event WHERE act = 'account' AND"
	    " data LIKE '%\"role\":[\"opd_operator\",\"responder\"],\"unit\":[0,%'"), 1);
}

static void
who_is_disabled_is_out_at_once(void **state)
{
	struct account_order	 o = { .id = find("damkar2").id };
	struct signed_in	 in;

	(void)state;
	CHECK_INT(enter("damkar2", DEMO_PASSWORD, &in), RC_OK);
	CHECK_INT(account_disable(&head, &o), RC_OK);
	CHECK(!is_in(in.token));
	CHECK_INT(enter("damkar2", DEMO_PASSWORD, &in), RC_INPUT);
	CHECK_INT(account_disable(&head, &o), RC_OK);		/* again is nothing */
	CHECK_INT(events(), 1);
	CHECK_INT(account_enable(&head, &o), RC_OK);
	CHECK_INT(enter("damkar2", DEMO_PASSWORD, &in), RC_OK);
	CHECK_INT(events(), 2);
}

static void
a_reset_is_for_once(void **state)
{
	struct account_order	 o = { .id = find("damkar2").id };
	struct signed_in	 in, new;
	const char		*password;
	enum flaw		 flaw;
	struct desk		 as;

	(void)state;
	CHECK_INT(enter("damkar2", DEMO_PASSWORD, &in), RC_OK);
	CHECK_INT(account_reset(&head, &o, &password), RC_OK);
	CHECK(!is_in(in.token));
	CHECK_INT(enter("damkar2", DEMO_PASSWORD, &in), RC_INPUT);
	CHECK_INT(enter("damkar2", password, &in), RC_OK);
	CHECK(in.session.renew);
	as = city_as(&d, "damkar2");
	CHECK_INT(session_new_password(&as, &(struct new_password){ .old = password,
	    .new = "kuda lumping empat", .device = "" }, &new, &flaw), RC_OK);
	CHECK(!new.session.renew);
	CHECK(!find("damkar2").renew);
	CHECK_INT(enter("damkar2", password, &in), RC_INPUT);
}

/* --- nobody saws off the own branch ------------------------------------------------------------ */

static void
nobody_does_it_to_the_own_account(void **state)
{
	struct account		 a = find("admin");
	struct account_order	 o = same(&a);
	const char		*password;

	(void)state;
	CHECK_INT(account_disable(&admin, &o), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_SELF);
	o.fault = ACCOUNT_FINE;
	CHECK_INT(account_reset(&admin, &o, &password), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_SELF);
	o.role = ROLE_CALL_TAKER;
	CHECK_INT(account_change(&admin, &o), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_SELF);
	o.role = ROLE_ADMIN;
	o.name = "Rina A.";			/* the own name may change */
	CHECK_INT(account_change(&admin, &o), RC_OK);
}

static void
one_admin_is_always_left(void **state)
{
	struct desk		 cli = city_as(&d, "worker");
	struct account		 a = find("admin");
	struct account_order	 o = same(&a), second = order("admin2", ROLE_ADMIN, 0);
	const char		*password;

	(void)state;
	CHECK_INT(account_disable(&cli, &o), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_LAST_ADMIN);
	o.role = ROLE_CALL_TAKER;
	CHECK_INT(account_change(&cli, &o), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_LAST_ADMIN);
	CHECK_INT(account_create(&cli, &second, &password), RC_OK);
	CHECK_INT(account_disable(&cli, &o), RC_OK);
	o = (struct account_order){ .id = second.id };
	CHECK_INT(account_disable(&cli, &o), RC_FORBIDDEN);
	CHECK_INT(o.fault, ACCOUNT_LAST_ADMIN);
}

/* --- lists --------------------------------------------------------------------------------------- */

static size_t
listed(const struct desk *as, struct accounts_filter f, struct accounts *list)
{
	f.text = f.text == NULL ? "" : f.text;
	f.after = f.after == NULL ? "" : f.after;
	CHECK_INT(see_accounts(as, &f, list), RC_OK);
	return list->n;
}

static void
lists_can_be_sifted(void **state)
{
	struct accounts		 list;
	struct account_order	 o = { .id = find("petugas2").id };

	(void)state;
	CHECK_INT(listed(&admin, (struct accounts_filter){ 0 }, &list), 46);
	CHECK_INT(list.total, 46);
	CHECK(!list.more);
	CHECK_TEXT(list.rows[0].login, "admin");
	CHECK_INT(listed(&admin, (struct accounts_filter){ .role = ROLE_CALL_TAKER }, &list), 4);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .agency = agency("DAMKAR") }, &list), 5);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .agency = agency("DAMKAR"),
	    .role = ROLE_RESPONDER }, &list), 2);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .text = "sari" }, &list), 3);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .text = "100%" }, &list), 0);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .text = "_" }, &list), 0);
	CHECK_INT(account_disable(&admin, &o), RC_OK);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .role = ROLE_CALL_TAKER }, &list), 3);
	CHECK_INT(listed(&admin, (struct accounts_filter){ .disabled = true }, &list), 1);
	CHECK_INT(list.total, 45);
}

static void
a_head_lists_the_own_agency(void **state)
{
	struct accounts	 list;
	size_t		 i;

	(void)state;
	CHECK_INT(listed(&head, (struct accounts_filter){ .agency = agency("PLN") }, &list), 5);
	CHECK_INT(list.total, 5);
	for (i = 0; i < list.n; i++)
		CHECK_INT(list.rows[i].agency, head.who.agency);
}

/* Every account is on one page and no other. */
static void
pages_follow_each_other(void **state)
{
	struct accounts		 list;
	struct account_order	 o;
	const char		*after = "", *password;
	size_t			 i, seen = 0, pages = 0;

	(void)state;
	for (i = 0; i < 8; i++) {
		o = order(arena_printf(d.arena, "zz%02zu", i), ROLE_CALL_TAKER, 0);
		CHECK_INT(account_create(&admin, &o, &password), RC_OK);
	}
	do {
		listed(&admin, (struct accounts_filter){ .after = after }, &list);
		for (i = 0; i < list.n; i++) {
			CHECK(strcmp(list.rows[i].login, after) > 0);
			after = list.rows[i].login;
		}
		seen += list.n;
		pages++;
	} while (list.more);
	CHECK_INT(seen, 54);
	CHECK_INT(pages, 2);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(a_new_account_signs_in_with_a_password_for_once),
		T(no_password_is_in_an_event),
		T(a_given_password_stays),
		T(a_bad_order_says_what_is_bad),
		T(a_responder_of_an_agency_without_units_needs_none),
		T(a_head_makes_the_own_people_only),
		T(what_is_out_of_reach_is_not_there),
		T(others_do_nothing),
		T(a_change_is_kept_and_told),
		T(the_slower_of_two_is_told),
		T(other_rights_end_the_sessions),
		T(who_is_disabled_is_out_at_once),
		T(a_reset_is_for_once),
		T(nobody_does_it_to_the_own_account),
		T(one_admin_is_always_left),
		T(lists_can_be_sifted),
		T(a_head_lists_the_own_agency),
		T(pages_follow_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
