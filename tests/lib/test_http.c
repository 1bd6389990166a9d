/* test_http.c: one request and its answer. */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/http.h"

static struct arena	 a;
static struct req	 q;

static int
setup(void **state)
{
	(void)state;
	q = (struct req){ .arena = &a, .status = 200, .if_none_match = "" };
	unsetenv("SIAGA_SECURE");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_free(&q.head);
	buf_free(&q.body);
	arena_reset(&a);
	return 0;
}

static void
redirects_within_the_site(void **state)
{
	(void)state;
	http_redirect(&q, "/tiket/%s", "ADU-26-000001-3");
	CHECK(q.status == 303);
	CHECK_TEXT(q.head.data, "Location: /tiket/ADU-26-000001-3\r\n");
}

static void
a_line_end_is_no_address(void **state)
{
	(void)state;
	http_redirect(&q, "/x%s", "\r\nSet-Cookie: a=b");
	CHECK(q.status == 500);
	CHECK(q.head.len == 0);
}

static void
leave(void)
{
	http_redirect(&q, "%s", "//evil.example");
}

static void
leave_by_backslash(void)
{
	http_redirect(&q, "%s", "/\\evil.example");
}

static void
odd_cookie(void)
{
	http_cookie(&q, "a", "b; Domain=example", 1);
}

/* How the process ended that did this. */
static int
end_of(void (*run)(void))
{
	int	 status;
	pid_t	 pid = fork();

	if (pid == 0) {
		close(STDERR_FILENO);
		run();
		_exit(0);
	}
	CHECK(waitpid(pid, &status, 0) == pid && WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
dies_rather_than_lead_away(void **state)
{
	(void)state;
	CHECK(end_of(leave) == 111);
	CHECK(end_of(leave_by_backslash) == 111);
	CHECK(end_of(odd_cookie) == 111);
}

static void
cookies_are_bound_where_there_is_tls(void **state)
{
	(void)state;
	http_cookie(&q, "sid", "abc", 60);
	CHECK_TEXT(q.head.data, "Set-Cookie: sid=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax\r\n");
	buf_clear(&q.head);
	setenv("SIAGA_SECURE", "1", 1);
	http_cookie(&q, "sid", "", 0);
	CHECK_TEXT(q.head.data,
	    "Set-Cookie: __Host-sid=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax\r\n");
	pairs_read_cookies(&a, "sid=stranger; __Host-sid=ours", &q.cookies);
	CHECK_TEXT(http_cookie_get(&q, "sid"), "ours");
	unsetenv("SIAGA_SECURE");
	CHECK_TEXT(http_cookie_get(&q, "sid"), "stranger");
	CHECK(http_cookie_get(&q, "none") == NULL);
}

static void
headers_stay_one_line(void **state)
{
	(void)state;
	http_header(&q, "X-A", "1");
	http_header(&q, "X-B", "1\r\nX-C: 2");
	http_header(&q, "X\nD", "1");
	CHECK_TEXT(q.head.data, "X-A: 1\r\n");
}

static void
says_when_nothing_changed(void **state)
{
	static const char *const	 yes[] = { "\"v7\"", "W/\"v7\"", "\"v6\", \"v7\"", "*" };
	static const char *const	 no[] = { "", "v7", "\"v77\"", "\"xv7\"", "\"v6\"" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(yes); i++) {
		q.if_none_match = yes[i];
		q.status = 200;
		buf_text(&q.body, "x");
		CHECK(http_unchanged(&q, "v7"));
		CHECK(q.status == 304 && q.body.len == 0);
	}
	for (i = 0; i < COUNT(no); i++) {
		q.if_none_match = no[i];
		q.status = 200;
		buf_clear(&q.head);
		CHECK(!http_unchanged(&q, "v7"));
		CHECK(q.status == 200);
		CHECK_TEXT(q.head.data, "ETag: \"v7\"\r\n");
	}
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(redirects_within_the_site),
		T(a_line_end_is_no_address),
		T(dies_rather_than_lead_away),
		T(cookies_are_bound_where_there_is_tls),
		T(headers_stay_one_line),
		T(says_when_nothing_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
