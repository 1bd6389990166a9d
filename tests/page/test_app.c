/* test_app.c: the life of a request: who is let in, what is said, how it looks. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "page/app.h"
#include "page/taste_page.h"

static struct tmpl	*tmpl;
static struct arena	 arena;
static struct req	 req;
static struct visit	 visit;
static struct ref	 ref = { .city = "Kota <Bahari>", .zone = 420, .zone_name = "WIB" };
static enum rc		 answer;	/* what the handler returns */
static int		 ran;

static enum rc
handler(struct visit *v)
{
	(void)v;
	ran++;
	return answer;
}

static const struct route routes[] = {
	{ GET,  "/terbuka",  MAY_VISIT, handler, 0 },
	{ POST, "/terbuka",  MAY_VISIT, handler, 0 },
	{ GET,  "/kerja",    MAY_WORK, handler, 0 },
	{ GET,  "/terlupa",  0, handler, 0 },
	{ POST, "/bahasa",   MAY_VISIT, taste_language, ROUTE_TASTE },
	{ POST, "/tema",     MAY_VISIT, taste_theme, ROUTE_TASTE },
};

static const struct app app = {
	.name = "test", .routes = routes, .nroutes = COUNT(routes),
};

static int
start(void **state)
{
	(void)state;
	setenv("SIAGA_URL", "https://siaga.contoh.id", 1);
	tmpl = tmpl_open("templates");
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	buf_free(&req.head);
	buf_free(&req.body);
	arena_reset(&arena);
	tmpl_close(tmpl);
	return 0;
}

/* A new visit, the way app_run() makes one. */
static void
visits(enum method method, const char *path)
{
	struct buf	 head = req.head, body = req.body;

	buf_clear(&head);
	buf_clear(&body);
	req = (struct req){ .arena = &arena, .method = method, .path = path,
		.query_text = "", .remote = "192.0.2.1", .origin = "", .fetch_site = "",
		.if_none_match = "", .language = "", .id = "F3-7KQ2", .status = 200,
		.head = head, .body = body };
	visit = (struct visit){ .req = &req, .tmpl = tmpl, .arg = "", .csrf = "", .app = &app,
		.desk = { .arena = &arena, .ref = &ref, .now = INT64_C(1795246325000),
			  .who = { .role = ROLE_VISITOR, .name = "" } } };
	visit.vars = vars_new(&arena, LANG_ID);
	ran = 0;
	answer = RC_OK;
}

static void
sends(const char *text)
{
	assert_int_equal(pairs_read(&arena, text, '&', &req.sent), RC_OK);
}

static void
carries(const char *cookies)
{
	assert_int_equal(pairs_read(&arena, cookies, ';', &req.cookies), RC_OK);
}

static void
lives(void)
{
	enum rc	 rc = app_answer(&app, &visit);

	if (rc != RC_OK)
		app_error(&visit, rc);
}

static bool
says(const struct buf *b, const char *words)
{
	return b->data != NULL && strstr(b->data, words) != NULL;
}

static void
who_may_is_let_in(void **state)
{
	(void)state;
	visits(GET, "/terbuka");
	lives();
	CHECK_INT(ran, 1);
	CHECK_INT(req.status, 200);
}

static void
a_stranger_is_sent_to_the_door(void **state)
{
	(void)state;
	visits(GET, "/kerja");
	lives();
	CHECK_INT(ran, 0);
	CHECK_INT(req.status, 303);
	CHECK(says(&req.head, "Location: /masuk?ke=%2Fkerja"));
}

static void
a_forgotten_right_is_none(void **state)
{
	(void)state;
	visits(GET, "/terlupa");
	lives();
	CHECK_INT(ran, 0);
	CHECK_INT(req.status, 303);
}

static void
what_is_not_there_is_said_kindly(void **state)
{
	(void)state;
	visits(GET, "/tidak/ada");
	lives();
	CHECK_INT(req.status, 404);
	CHECK(says(&req.body, "Halaman ini tidak ada"));
	CHECK(says(&req.body, "<html lang=\"id\">"));
	CHECK(says(&req.body, "Kota &lt;Bahari&gt;"));
	CHECK(!says(&req.body, "Kota <Bahari>"));
	visits(POST, "/kerja");
	lives();
	CHECK_INT(req.status, 405);
	CHECK(says(&req.head, "Allow: GET, HEAD"));
}

static void
failures_name_the_request_and_nothing_else(void **state)
{
	(void)state;
	visits(GET, "/terbuka");
	answer = RC_FAIL;
	lives();
	CHECK_INT(req.status, 500);
	CHECK(says(&req.body, "F3-7KQ2"));
	CHECK(says(&req.body, "href=\"/terbuka\""));
	CHECK(says(&req.body, "tel:112"));
	visits(GET, "/terbuka");
	answer = RC_BUSY;
	lives();
	CHECK_INT(req.status, 503);
	CHECK(says(&req.head, "Retry-After: 5"));
}

static void
an_unreadable_request_keeps_its_status(void **state)
{
	(void)state;
	visits(POST, "/terbuka");
	req.status = 413;
	app_error(&visit, RC_INPUT);
	CHECK_INT(req.status, 413);
	CHECK(says(&req.body, "Kirimannya terlalu besar"));
	visits(POST, "/terbuka");
	app_error(&visit, RC_INPUT);
	CHECK_INT(req.status, 400);
	visits(POST, "/terbuka");
	req.status = 418;
	app_error(&visit, RC_INPUT);
	CHECK_INT(req.status, 418);
	CHECK(says(&req.body, "Permintaan ini tidak terbaca"));
}

static int
posts_from(const char *site, const char *origin)
{
	visits(POST, "/tema");
	req.fetch_site = site;
	req.origin = origin;
	sends("tema=gelap&ke=/");
	lives();
	return req.status;
}

static void
a_post_comes_from_our_own_pages(void **state)
{
	(void)state;
	CHECK_INT(posts_from("same-origin", "https://evil.example"), 303);
	CHECK_INT(posts_from("cross-site", ""), 403);
	CHECK_INT(posts_from("same-site", "https://siaga.contoh.id"), 403);
	CHECK_INT(posts_from("", "https://siaga.contoh.id"), 303);
	CHECK_INT(posts_from("", "https://siaga.contoh.id.evil.example"), 403);
	CHECK_INT(posts_from("", "https://siaga.contoh"), 403);
	CHECK_INT(posts_from("", "http://siaga.contoh.id"), 403);
	CHECK_INT(posts_from("", ""), 303);
	CHECK_INT(posts_from("", "null"), 303);
}

static void
a_post_without_a_token_is_refused(void **state)
{
	(void)state;
	visits(POST, "/terbuka");
	lives();
	CHECK_INT(req.status, 403);
	CHECK_INT(ran, 0);
}

static void
taste_is_kept_and_comes_back(void **state)
{
	(void)state;
	visits(POST, "/bahasa");
	sends("bahasa=en&ke=/lapor?x=1");
	lives();
	CHECK_INT(req.status, 303);
	CHECK(says(&req.head, "bahasa=en"));
	CHECK(says(&req.head, "Location: /lapor?x=1\r\n"));
	visits(POST, "/bahasa");
	sends("bahasa=xx&ke=/");
	lives();
	CHECK_INT(req.status, 400);
	CHECK(!says(&req.head, "Set-Cookie"));
	visits(POST, "/tema");
	sends("tema=gelap&ke=//evil.example");
	lives();
	CHECK(says(&req.head, "Location: /\r\n"));
}

static void
only_paths_of_ours_are_followed(void **state)
{
	static const char *const bad[] = { "", "lapor", "//evil", "/\\evil", "https://evil",
		"/a b", "/a\r\nX: y", "/a\\b", "/\xc3\xa9", "/\x7f" };
	size_t			 i;

	(void)state;
	CHECK_TEXT(page_path("/laporan?x=%2F#a", "/"), "/laporan?x=%2F#a");
	CHECK_TEXT(page_path(NULL, "/x"), "/x");
	for (i = 0; i < COUNT(bad); i++)
		CHECK_TEXT(page_path(bad[i], "/"), "/");
}

static enum lang
prefers(const char *language, const char *cookie)
{
	visits(GET, "/terbuka");
	req.language = language;
	carries(cookie);
	return app_lang(&req);
}

static void
indonesian_unless_asked(void **state)
{
	(void)state;
	CHECK_INT(prefers("", ""), LANG_ID);
	CHECK_INT(prefers("de-DE,de;q=0.9,en;q=0.8", ""), LANG_ID);
	CHECK_INT(prefers("en-US,en;q=0.9,id;q=0.8", ""), LANG_ID);
	CHECK_INT(prefers("en-GB,en;q=0.9", ""), LANG_EN);
	CHECK_INT(prefers("en-GB", "bahasa=id"), LANG_ID);
	CHECK_INT(prefers("id", "bahasa=en"), LANG_EN);
	CHECK_INT(prefers("", "bahasa=xx"), LANG_ID);
}

static void
the_theme_is_the_cookies(void **state)
{
	(void)state;
	visits(GET, "/nirwana");
	carries("tema=gelap");
	lives();
	CHECK(says(&req.body, "data-theme=\"dark\""));
	visits(GET, "/nirwana");
	carries("tema=%22%3E%3Cscript%3E");
	lives();
	CHECK(!says(&req.body, "data-theme"));
	CHECK(!says(&req.body, "<script>"));
}

static void
the_address_is_escaped_in_the_page(void **state)
{
	(void)state;
	visits(GET, "/nirwana");
	req.query_text = "a=\"><b>&c=1";
	lives();
	CHECK(says(&req.body, "value=\"/nirwana?a=&quot;&gt;&lt;b&gt;&amp;c=1\""));
}

static bool
menu_of(enum role role, const char *item)
{
	visits(GET, "/nirwana");
	visit.desk.who = (struct actor){ .id = 7, .role = role, .name = "Ärni <van> Dijk" };
	visit.csrf = "token-of-the-session";
	app_error(&visit, RC_NOTFOUND);
	return says(&req.body, arena_printf(&arena, "href=\"/%s\"", item));
}

static void
the_menu_is_what_a_role_may(void **state)
{
	(void)state;
	CHECK(menu_of(ROLE_CALL_TAKER, "panggilan"));
	CHECK(!menu_of(ROLE_CALL_TAKER, "tugas"));
	CHECK(menu_of(ROLE_OPD_OPERATOR, "tugas"));
	CHECK(!menu_of(ROLE_OPD_OPERATOR, "triase"));
	CHECK(menu_of(ROLE_OPD_HEAD, "akun"));
	CHECK(menu_of(ROLE_ADMIN, "kategori"));
	CHECK(!menu_of(ROLE_ADMIN, "komando"));
	CHECK(menu_of(ROLE_SUPERVISOR, "komando"));
	CHECK(says(&req.body, "ÄD"));
	CHECK(says(&req.body, "&lt;van&gt; Dijk"));
	CHECK(says(&req.body, "value=\"token-of-the-session\""));
	CHECK(says(&req.body, "action=\"/keluar\""));
}

static int
again(enum rc rc, bool fault)
{
	static const struct field	 fields[] = {
		{ .name = "what", .label = "L.common.details", .kind = KIND_TEXT },
	};
	struct form			 form;

	visits(POST, "/terbuka");
	form_blank(&form, &arena, fields, COUNT(fields));
	if (fault)
		form_fault(&form, "what", "L.form.choose");
	if (!page_again(&visit, &form, rc))
		return 0;
	page_form(&visit, &form);
	CHECK((vars_text(visit.vars, "form.notice") != NULL) == (rc == RC_BUSY || rc == RC_CONFLICT));
	return req.status;
}

static void
a_form_comes_back_with_its_words(void **state)
{
	(void)state;
	CHECK_INT(again(RC_OK, false), 0);
	CHECK_INT(again(RC_OK, true), 422);
	CHECK_INT(again(RC_INPUT, true), 422);
	CHECK_INT(again(RC_BUSY, false), 503);
	CHECK(says(&req.head, "Retry-After"));
	CHECK_INT(again(RC_CONFLICT, false), 409);
	CHECK_INT(again(RC_NOTFOUND, false), 0);
	CHECK_INT(again(RC_FAIL, false), 0);
	CHECK_INT(again(RC_FORBIDDEN, false), 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(who_may_is_let_in),
		cmocka_unit_test(a_stranger_is_sent_to_the_door),
		cmocka_unit_test(a_forgotten_right_is_none),
		cmocka_unit_test(what_is_not_there_is_said_kindly),
		cmocka_unit_test(failures_name_the_request_and_nothing_else),
		cmocka_unit_test(an_unreadable_request_keeps_its_status),
		cmocka_unit_test(a_post_comes_from_our_own_pages),
		cmocka_unit_test(a_post_without_a_token_is_refused),
		cmocka_unit_test(taste_is_kept_and_comes_back),
		cmocka_unit_test(only_paths_of_ours_are_followed),
		cmocka_unit_test(indonesian_unless_asked),
		cmocka_unit_test(the_theme_is_the_cookies),
		cmocka_unit_test(the_address_is_escaped_in_the_page),
		cmocka_unit_test(the_menu_is_what_a_role_may),
		cmocka_unit_test(a_form_comes_back_with_its_words),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
