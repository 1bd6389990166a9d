/* test_server.c: one CGI request after another, each in a process of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/secret.h"
#include "lib/server.h"

enum { ANSWER = 16384 };

static char	 answer[ANSWER];

/* Answers with what it saw. */
static void
serve(void)
{
	struct arena	 a = { 0 };
	struct req	 q = { .arena = &a };
	struct server	*s = server_open();
	enum rc		 rc;

	while (server_next(s, &q, &rc)) {
		buf_printf(&q.body, "rc=%d path=%s query=%zu sent=%zu remote=%s origin=%s id=%s",
		    rc, q.path, q.query.n, q.sent.n, q.remote, q.origin, q.id);
		if (*q.aside != '\0')
			http_aside(&q);
		server_answer(s, &q);
		arena_reset(&a);
	}
	buf_free(&q.head);
	buf_free(&q.body);
	server_close(s);
}

static void
in_child(const char *const *env, int in, int out)
{
	char	 name[64];

	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	clearenv();
	for (; *env != NULL; env++) {
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(*env, "="), *env);
		setenv(name, strchr(*env, '=') + 1, 1);
	}
	serve();
	exit(0);
}

/* The answer to a request with these variables and this body. */
static void
ask(const char *body, const char *const *env)
{
	int	 in[2], out[2];
	size_t	 n = 0;
	ssize_t	 got;

	CHECK(pipe(in) == 0 && pipe(out) == 0);
	if (fork() == 0) {
		close(in[1]);
		close(out[0]);
		in_child(env, in[0], out[1]);
	}
	close(in[0]);
	close(out[1]);
	CHECK(write(in[1], body, strlen(body)) == (ssize_t)strlen(body));
	close(in[1]);
	while ((got = read(out[0], answer + n, sizeof(answer) - 1 - n)) > 0)
		n += (size_t)got;
	answer[n] = '\0';
	close(out[0]);
	wait(NULL);
}

#define ASK(body, ...)	ask(body, (const char *const[]){ __VA_ARGS__, NULL })
#define SAYS(text)	CHECK(strstr(answer, text) != NULL)
#define FORM		"CONTENT_TYPE=application/x-www-form-urlencoded"

static void
reads_a_request(void **state)
{
	(void)state;
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/lacak", "QUERY_STRING=a=1&b=2", "REMOTE_ADDR=::1",
	    "HTTP_ORIGIN=https://x", "REQUEST_ID=abc-1");
	SAYS("Status: 200\r\n");
	SAYS("rc=0 path=/lacak query=2 sent=0 remote=::1 origin=https://x id=abc-1");
	ASK("a=1&b=2", "REQUEST_METHOD=POST", "PATH_INFO=/", "CONTENT_LENGTH=7", FORM "; charset=UTF-8");
	SAYS("rc=0 path=/ query=0 sent=2");
}

static void
every_answer_carries_its_guards(void **state)
{
	static const char *const	 guards[] = {
		"Content-Security-Policy: default-src 'none'; ", "frame-ancestors 'none'",
		"\r\nX-Content-Type-Options: nosniff\r\n", "\r\nReferrer-Policy: same-origin\r\n",
		"\r\nCross-Origin-Opener-Policy: same-origin\r\n", "\r\nCache-Control: no-store\r\n",
		"\r\nPermissions-Policy: geolocation=(self), camera=(), microphone=()",
	};
	size_t				 i;

	(void)state;
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/");
	for (i = 0; i < COUNT(guards); i++)
		SAYS(guards[i]);
	CHECK(strstr(answer, "Strict-Transport") == NULL);
	CHECK(strstr(answer, "unsafe") == NULL);
	ASK("", "REQUEST_METHOD=BREW", "PATH_INFO=/", "SIAGA_SECURE=1");
	for (i = 0; i < COUNT(guards); i++)
		SAYS(guards[i]);
	SAYS("Strict-Transport-Security: ");
}

static void
a_head_has_no_body(void **state)
{
	(void)state;
	ASK("", "REQUEST_METHOD=HEAD", "PATH_INFO=/", "REQUEST_ID=1");
	SAYS("Status: 200\r\n");
	SAYS("Content-Length: 47\r\n");
	CHECK_TEXT(strstr(answer, "\r\n\r\n"), "\r\n\r\n");
}

/* nginx asks again elsewhere: whatever we say beside would be said twice. */
static void
an_answer_can_be_left_to_others(void **state)
{
	(void)state;
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/", "SIAGA_ASIDE=@door");
	CHECK_TEXT(answer, "X-Accel-Redirect: @door\r\n\r\n");
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/", "SIAGA_ASIDE=", "HTTP_SIAGA_ASIDE=@door",
	    "HTTP_X_ACCEL_REDIRECT=@door");
	SAYS("Status: 200\r\n");
}

static void
bodies_are_measured_first(void **state)
{
	(void)state;
	ASK("a=1&b=2", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM, "CONTENT_LENGTH=8");
	SAYS("Status: 400\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM, "CONTENT_LENGTH=-1");
	SAYS("Status: 400\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM, "CONTENT_LENGTH=3x");
	SAYS("Status: 400\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM, "CONTENT_LENGTH=65537");
	SAYS("Status: 413\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM, "CONTENT_LENGTH=99999999999999999999");
	SAYS("Status: 413\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", "CONTENT_LENGTH=3", "CONTENT_TYPE=text/plain");
	SAYS("Status: 415\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", "CONTENT_LENGTH=3", FORM "x");
	SAYS("Status: 415\r\n");
	ASK("a=1", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM);
	SAYS("Status: 411\r\n");
	ASK("a=%00", "REQUEST_METHOD=POST", "PATH_INFO=/", FORM, "CONTENT_LENGTH=5");
	SAYS("Status: 400\r\n");
	SAYS("rc=1 ");
}

static void
odd_requests_are_refused(void **state)
{
	static char	 path[2100];

	(void)state;
	snprintf(path, sizeof(path), "PATH_INFO=/%02060d", 0);
	ASK("", "REQUEST_METHOD=GET", path);
	SAYS("Status: 414\r\n");
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/\xff");
	SAYS("Status: 400\r\n");
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/a\nb");
	SAYS("Status: 400\r\n");
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/", "QUERY_STRING=a=%ED%A0%80");
	SAYS("Status: 400\r\n");
	ASK("", "REQUEST_METHOD=PUT", "PATH_INFO=/");
	SAYS("Status: 405\r\n");
	SAYS("\r\nAllow: GET, HEAD, POST\r\n");
}

/* What is odd in a header is as if it were not there. */
static void
odd_headers_are_left_out(void **state)
{
	(void)state;
	ASK("", "REQUEST_METHOD=GET", "PATH_INFO=/", "HTTP_ORIGIN=a\x01" "b", "REMOTE_ADDR=\xff",
	    "REQUEST_ID=a b", "HTTP_COOKIE=a=%; b");
	SAYS("Status: 200\r\n");
	SAYS("remote= origin= id=");
	CHECK(strstr(answer, "id=a b") == NULL);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(reads_a_request),
		cmocka_unit_test(every_answer_carries_its_guards),
		cmocka_unit_test(a_head_has_no_body),
		cmocka_unit_test(an_answer_can_be_left_to_others),
		cmocka_unit_test(bodies_are_measured_first),
		cmocka_unit_test(odd_requests_are_refused),
		cmocka_unit_test(odd_headers_are_left_out),
	};

	secret_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
