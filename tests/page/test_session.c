/* test_session.c: who is visiting, and whether a form is of one of our pages. */
#include <stdlib.h>
#include <string.h>

#include "action/account_action.h"
#include "action/session_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "page/app.h"
#include "page/session.h"

static struct desk	 d;
static struct signed_in	 in;
static struct req	 req;
static struct visit	 visit;
static int		 ran;

static enum rc
handler(struct visit *v)
{
	(void)v;
	ran++;
	return RC_OK;
}

static const struct route routes[] = {
	{ GET,  "/terbuka", MAY_VISIT, handler, 0 },
	{ POST, "/terbuka", MAY_VISIT, handler, 0 },
	{ GET,  "/kerja",   MAY_TAKE, handler, 0 },
	{ POST, "/kerja",   MAY_TAKE, handler, 0 },
	{ GET,  "/admin",   MAY_ACCOUNTS, handler, 0 },
	{ GET,  "/sandi",   MAY_SIGN, handler, 0 },
	{ GET,  "/pakta",   MAY_SIGN, handler, 0 },
	{ POST, "/keluar",  MAY_SIGN, handler, 0 },
};

static const struct app staff = {
	.name = "staff", .routes = routes, .nroutes = COUNT(routes), .staff = true,
};
static const struct app citizens = {
	.name = "citizens", .routes = routes, .nroutes = COUNT(routes),
};

static int
setup(void **state)
{
	(void)state;
	setenv("SIAGA_URL", "https://siaga.contoh.id", 1);
	d = city_open();
	assert_int_equal(session_begin(&d, &(struct sign_in){ .login = "petugas",
	    .password = DEMO_PASSWORD, .remote = "10.0.0.1", .device = "", .old = "" }, &in), RC_OK);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_free(&req.head);
	buf_free(&req.body);
	city_close(&d);
	return 0;
}

static enum rc
visits(const struct app *app, enum method method, const char *path, const char *cookie,
    const char *sent)
{
	struct buf	 head = req.head, body = req.body;

	buf_clear(&head);
	buf_clear(&body);
	req = (struct req){ .arena = d.arena, .method = method, .path = path,
		.query_text = "", .remote = "192.0.2.1", .origin = "", .fetch_site = "same-origin",
		.if_none_match = "", .language = "", .id = "1", .status = 200, .head = head,
		.body = body };
	visit = (struct visit){ .req = &req, .arg = "", .csrf = "", .app = app, .desk = d };
	assert_int_equal(pairs_read(d.arena, cookie, ';', &req.cookies), RC_OK);
	assert_int_equal(pairs_read(d.arena, sent, '&', &req.sent), RC_OK);
	ran = 0;
	return app_answer(app, &visit);
}

static const char *
cookie(void)
{
	return arena_printf(d.arena, "sesi=%s", in.token);
}

static void
a_cookie_lets_in(void **state)
{
	(void)state;
	CHECK_INT(visits(&staff, GET, "/kerja", cookie(), ""), RC_OK);
	CHECK_INT(ran, 1);
	CHECK_INT(visit.desk.who.role, ROLE_CALL_TAKER);
	CHECK_TEXT(visit.desk.who.name, "Sari Nuraini");
	CHECK_TEXT(visit.csrf, in.session.csrf);
	CHECK_INT(visits(&staff, GET, "/admin", cookie(), ""), RC_FORBIDDEN);
	CHECK_INT(visits(&staff, GET, "/kerja", "", ""), RC_LOGIN);
	CHECK_INT(visits(&staff, GET, "/kerja", "sesi=aaaaaaaaaaaaaaaaaaaaa", ""), RC_LOGIN);
	CHECK_INT(visits(&staff, GET, "/terbuka", "sesi=aaaaaaaaaaaaaaaaaaaaa", ""), RC_OK);
	CHECK_INT(visit.desk.who.role, ROLE_VISITOR);
}

/* The public's program has no right to read sessions, and does not try. */
static void
the_publics_pages_know_no_session(void **state)
{
	(void)state;
	CHECK_INT(visits(&citizens, GET, "/terbuka", cookie(), ""), RC_OK);
	CHECK_INT(visit.desk.who.role, ROLE_VISITOR);
	CHECK_TEXT(visit.csrf, "");
}

static void
a_page_writes_nothing(void **state)
{
	int64_t	 before = city_count(&d, "SELECT total_changes()");

	(void)state;
	CHECK_INT(visits(&staff, GET, "/kerja", cookie(), ""), RC_OK);
	CHECK_INT(city_count(&d, "SELECT total_changes()"), before);
}

static void
a_form_needs_the_sessions_token(void **state)
{
	const char	*csrf = arena_printf(d.arena, "csrf=%s", in.session.csrf);
	const char	*mint = arena_printf(d.arena, "token=%s",
			    secret_mint(d.secret, d.arena, d.now));

	(void)state;
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), csrf), RC_OK);
	CHECK_INT(ran, 1);
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), ""), RC_FORBIDDEN);
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), "csrf="), RC_FORBIDDEN);
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), "csrf=guess"), RC_FORBIDDEN);
	/* a visitor's token is no session's */
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), mint), RC_FORBIDDEN);
	CHECK_INT(ran, 0);
}

static void
nobody_elses_token_will_do(void **state)
{
	struct signed_in	 other;

	(void)state;
	CHECK_INT(session_begin(&d, &(struct sign_in){ .login = "petugas",
	    .password = DEMO_PASSWORD, .remote = "10.0.0.1", .device = "", .old = "" },
	    &other), RC_OK);
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(),
	    arena_printf(d.arena, "csrf=%s", other.session.csrf)), RC_FORBIDDEN);
}

static void
another_site_is_refused(void **state)
{
	const char	*csrf = arena_printf(d.arena, "csrf=%s", in.session.csrf);

	(void)state;
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), csrf), RC_OK);
	req.fetch_site = "cross-site";
	CHECK_INT(app_answer(&staff, &visit), RC_FORBIDDEN);
	req.fetch_site = "same-site";
	CHECK_INT(app_answer(&staff, &visit), RC_FORBIDDEN);
	req.fetch_site = "";
	req.origin = "https://evil.example";
	CHECK_INT(app_answer(&staff, &visit), RC_FORBIDDEN);
	req.origin = "https://siaga.contoh.id";
	CHECK_INT(app_answer(&staff, &visit), RC_OK);
}

static void
a_visitors_form_is_good_for_a_day(void **state)
{
	const char	*mint = arena_printf(d.arena, "token=%s",
			    secret_mint(d.secret, d.arena, d.now));

	(void)state;
	CHECK_INT(visits(&citizens, POST, "/terbuka", "", mint), RC_OK);
	CHECK_INT(visits(&citizens, POST, "/terbuka", "", ""), RC_FORBIDDEN);
	CHECK_INT(visits(&citizens, POST, "/terbuka", "", "token=guess"), RC_FORBIDDEN);
	d.now += DAY;
	CHECK_INT(visits(&citizens, POST, "/terbuka", "", mint), RC_OK);
	d.now += 1;
	CHECK_INT(visits(&citizens, POST, "/terbuka", "", mint), RC_FORBIDDEN);
}

/* Who has a password for once may choose another, leave, and nothing else. */
static void
a_password_for_once_opens_one_door(void **state)
{
	const char	*csrf, *password;
	struct desk	 admin = city_as(&d, "admin");

	(void)state;
	CHECK_INT(account_reset(&admin, &(struct account_order){ .id = in.session.who.id },
	    &password), RC_OK);
	CHECK_INT(visits(&staff, GET, "/kerja", cookie(), ""), RC_LOGIN);
	CHECK_INT(visit.desk.who.id, 0);		/* the old session is gone */
	CHECK_INT(session_begin(&d, &(struct sign_in){ .login = "petugas",
	    .password = password, .remote = "10.0.0.1", .device = "", .old = "" }, &in), RC_OK);
	csrf = arena_printf(d.arena, "csrf=%s", in.session.csrf);
	CHECK_INT(visits(&staff, GET, "/kerja", cookie(), ""), RC_LOGIN);
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), csrf), RC_LOGIN);
	CHECK_INT(visits(&staff, GET, "/terbuka", cookie(), ""), RC_LOGIN);
	CHECK_INT(ran, 0);
	CHECK_INT(visits(&staff, GET, "/sandi", cookie(), ""), RC_OK);
	CHECK_INT(visits(&staff, POST, "/keluar", cookie(), csrf), RC_OK);
}

/* --- who sits still, and who still owes something --------------------------------------- */

static const char *
awake_cookie(void)
{
	const char	*at = req.head.len == 0 ? NULL : strstr(req.head.data, "Set-Cookie: giat=");

	return at == NULL ? NULL : arena_printf(d.arena, "%.*s", (int)strcspn(at + 12, ";"),
	    at + 12);
}

static void
enter_as(const char *login)
{
	assert_int_equal(session_begin(&d, &(struct sign_in){ .login = login,
	    .password = DEMO_PASSWORD, .remote = "10.0.0.1", .device = "", .old = "" }, &in), RC_OK);
}

static void
who_sits_still_is_signed_out(void **state)
{
	const char	*still;
	int		 i;

	(void)state;
	enter_as("admin");
	d.now += 20 * MINUTE;
	CHECK_INT(visits(&staff, GET, "/admin", cookie(), ""), RC_OK);
	still = awake_cookie();
	CHECK(still != NULL);
	/* without the cookie's word the sign-in counts */
	d.now += 11 * MINUTE;
	CHECK_INT(visits(&staff, GET, "/admin", cookie(), ""), RC_LOGIN);
	CHECK_INT(visit.desk.who.id, 0);
	CHECK_INT(visits(&staff, GET, "/admin", arena_printf(d.arena, "%s;%s", cookie(), still),
	    ""), RC_OK);
	/* a page each quarter of an hour, all day */
	for (i = 0; i < 20; i++) {
		still = awake_cookie();
		d.now += 15 * MINUTE;
		CHECK_INT(visits(&staff, GET, "/admin", arena_printf(d.arena, "%s;%s", cookie(),
		    still), ""), RC_OK);
	}
	still = awake_cookie();
	d.now += 32 * MINUTE;
	CHECK_INT(visits(&staff, GET, "/admin", arena_printf(d.arena, "%s;%s", cookie(), still),
	    ""), RC_LOGIN);
}

static void
nobody_keeps_a_session_awake_by_hand(void **state)
{
	const char	*still, *forged;

	(void)state;
	enter_as("admin");
	d.now += 2 * MINUTE;
	CHECK_INT(visits(&staff, GET, "/admin", cookie(), ""), RC_OK);
	still = awake_cookie();
	d.now += 40 * MINUTE;
	forged = arena_printf(d.arena, "%s;giat=%lld%s", cookie(),
	    (long long)(d.now / MINUTE), strchr(still, '.'));
	CHECK_INT(visits(&staff, GET, "/admin", forged, ""), RC_LOGIN);
	CHECK_INT(visits(&staff, GET, "/admin", arena_printf(d.arena, "%s;giat=%lld.", cookie(),
	    (long long)(d.now / MINUTE)), ""), RC_LOGIN);
}

static void
a_page_that_asks_by_itself_keeps_nobody_awake(void **state)
{
	(void)state;
	enter_as("admin");
	d.now += 20 * MINUTE;
	CHECK_INT(visits(&staff, GET, "/admin/versi", cookie(), ""), RC_NOTFOUND);
	CHECK(awake_cookie() == NULL);
	CHECK_INT(visits(&staff, GET, "/admin", cookie(), ""), RC_OK);
	CHECK(awake_cookie() != NULL);
}

static void
the_shift_is_not_signed_out(void **state)
{
	(void)state;
	d.now += INT64_C(11) * HOUR;
	CHECK_INT(visits(&staff, GET, "/kerja", cookie(), ""), RC_OK);
	CHECK(awake_cookie() == NULL);
}

static void
the_pact_comes_before_the_work(void **state)
{
	static struct ref	 real;
	const char		*csrf = arena_printf(d.arena, "csrf=%s", in.session.csrf);

	(void)state;
	real = *d.ref;
	real.demo = false;
	d.ref = &real;
	CHECK_INT(visits(&staff, GET, "/kerja", cookie(), ""), RC_LOGIN);
	CHECK_INT(visits(&staff, POST, "/kerja", cookie(), csrf), RC_LOGIN);
	CHECK_INT(visits(&staff, GET, "/sandi", cookie(), ""), RC_LOGIN);
	CHECK_INT(ran, 0);
	CHECK_INT(visits(&staff, GET, "/pakta", cookie(), ""), RC_OK);
	CHECK_INT(visits(&staff, POST, "/keluar", cookie(), csrf), RC_OK);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(a_cookie_lets_in),
		T(the_publics_pages_know_no_session),
		T(a_page_writes_nothing),
		T(a_form_needs_the_sessions_token),
		T(nobody_elses_token_will_do),
		T(another_site_is_refused),
		T(a_visitors_form_is_good_for_a_day),
		T(a_password_for_once_opens_one_door),
		T(who_sits_still_is_signed_out),
		T(nobody_keeps_a_session_awake_by_hand),
		T(a_page_that_asks_by_itself_keeps_nobody_awake),
		T(the_shift_is_not_signed_out),
		T(the_pact_comes_before_the_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
