/* test_live_events.c: lines that stay open: who gets one, what comes on it, how it ends. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/events.h"

enum { ROUNDS = 1000, ANSWER = 64 * 1024 };

static char		 top[64];
static struct sockaddr_un	 at = { .sun_family = AF_UNIX };
static struct events	*events;
static struct line	*open_line;		/* the last that was let in */
static int		 lost;			/* lines that are no more */
static char		 cookies[100], last[100];

static int
knock(void *me, struct line *l, const struct knock *k)
{
	assert_ptr_equal(me, top);
	snprintf(cookies, sizeof(cookies), "%s", k->cookies);
	snprintf(last, sizeof(last), "%s", k->last);
	if (strcmp(k->path, "/in") != 0)
		return 401;
	open_line = l;
	line_keep(l, &lost);
	return 200;
}

static void
gone(void *me, struct line *l)
{
	assert_ptr_equal(me, top);
	assert_ptr_equal(line_kept(l), &lost);
	lost++;
	if (open_line == l)
		open_line = NULL;
}

static const struct host	 host = { knock, gone };

static int
listen_there(void)
{
	int	 fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof(at.sun_path), "%.60s/sock", top);
	unlink(at.sun_path);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, 100), 0);
	return fd;
}

static int
start(void **state)
{
	(void)state;
	strcpy(top, "/tmp/siaga-lines.XXXXXX");
	assert_non_null(mkdtemp(top));
	events = events_open(listen_there(), 50, &host, top);
	return 0;
}

static int
finish(void **state)
{
	char	 command[200];

	(void)state;
	events_close(events);
	snprintf(command, sizeof(command), "rm -rf '%s'", top);
	return system(command);
}

static int
ask(const char *request)
{
	int	 fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);

	assert_int_equal(connect(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(send(fd, request, strlen(request), MSG_NOSIGNAL), (int)strlen(request));
	return fd;
}

/* The loop turns until that text has come, or the line is closed.  What came in all. */
static const char *
hear(int fd, const char *until)
{
	static char	 text[ANSWER];
	size_t		 n = 0;
	ssize_t		 got = -1;
	int		 i;

	text[0] = '\0';
	for (i = 0; i < ROUNDS && strstr(text, until) == NULL && got != 0; i++) {
		events_wait(events, 10);
		while (n < sizeof(text) - 1 &&
		    (got = recv(fd, text + n, sizeof(text) - 1 - n, 0)) > 0)
			text[n += (size_t)got] = '\0';
	}
	if (strstr(text, until) == NULL)
		print_error("not heard: %s\nbut: %.500s\n", until, text);
	return text;
}

static void
turn_until_lost(int before)
{
	int	 i;

	for (i = 0; i < ROUNDS && lost == before; i++)
		events_wait(events, 10);
	CHECK_INT(lost, before + 1);
}

#define GET(path)	"GET " path " HTTP/1.0\r\nHost: siaga\r\n\r\n"

static void
who_is_not_let_in_gets_nothing(void **state)
{
	int	 fd, before = lost;

	(void)state;
	fd = ask(GET("/out"));
	CHECK(strstr(hear(fd, "\r\n\r\n"), " 401 ") != NULL);
	close(fd);
	fd = ask("POST /in HTTP/1.0\r\nHost: siaga\r\nContent-Length: 2\r\n\r\nhi");
	CHECK(strstr(hear(fd, "\r\n\r\n"), " 405 ") != NULL);
	close(fd);
	fd = ask("HEAD /in HTTP/1.0\r\nHost: siaga\r\n\r\n");
	CHECK(strstr(hear(fd, "\r\n\r\n"), " 405 ") != NULL);
	close(fd);
	fd = ask("not HTTP\r\n\r\n");
	CHECK(strstr(hear(fd, ""), "200") == NULL);
	close(fd);
	CHECK_INT(lost, before);
	assert_null(open_line);
}

static void
what_is_said_comes_as_events(void **state)
{
	int		 fd = ask("GET /in HTTP/1.0\r\nHost: siaga\r\nCookie: sesi=abc\r\n"
	    "Last-Event-ID: 41\r\n\r\n"), before = lost;
	const char	*head;

	(void)state;
	head = hear(fd, "\r\n\r\n");
	CHECK(strstr(head, " 200 ") != NULL);
	CHECK(strstr(head, "Content-Type: text/event-stream\r\n") != NULL);
	CHECK(strstr(head, "Cache-Control: no-store\r\n") != NULL);
	CHECK_TEXT(cookies, "sesi=abc");
	CHECK_TEXT(last, "41");
	assert_non_null(open_line);
	line_retry(open_line, 300);
	line_say(open_line, "pulse", 42, "1204");
	CHECK_TEXT(hear(fd, "1204\n\n"), "retry: 300\n\nid: 42\nevent: pulse\ndata: 1204\n\n");
	line_say(open_line, "end", -1, "/masuk");
	line_end(open_line);
	line_say(open_line, "never", -1, "");
	CHECK_TEXT(hear(fd, "/masuk\n\n"), "event: end\ndata: /masuk\n\n");
	turn_until_lost(before);
	CHECK_TEXT(hear(fd, ""), "");
	close(fd);
}

static void
the_last_id_comes_as_a_parameter_too(void **state)
{
	int	 before = lost, fd = ask(GET("/in?last=17"));

	(void)state;
	hear(fd, "\r\n\r\n");
	CHECK_TEXT(last, "17");
	close(fd);
	turn_until_lost(before);
}

/* Nothing is said meanwhile: it is seen by itself. */
static void
who_goes_away_is_noticed_at_once(void **state)
{
	int	 fd = ask(GET("/in")), before = lost, i;

	(void)state;
	hear(fd, "\r\n\r\n");
	for (i = 0; i < 5; i++)
		events_wait(events, 1);
	CHECK_INT(lost, before);
	close(fd);
	turn_until_lost(before);
	assert_null(open_line);
}

/* What one does not read costs the others nothing, and us no more than a little. */
static void
who_does_not_read_loses_the_line(void **state)
{
	int		 slow = ask(GET("/in")), before = lost, i;
	struct line	*other;
	int		 fd;

	(void)state;
	hear(slow, "\r\n\r\n");
	other = open_line;
	fd = ask(GET("/in"));
	hear(fd, "\r\n\r\n");
	for (i = 0; i < 200000 && lost == before; i++) {
		line_say(other, "pulse", i, "0123456789012345678901234567890123456789");
		if (i % 20 == 19)
			events_wait(events, 0);
		if (i % 1000 == 999) {
			line_say(open_line, "pulse", i, "said to the other");
			CHECK(strstr(hear(fd, "the other"), "the other") != NULL);
		}
	}
	CHECK_INT(lost, before + 1);
	line_say(open_line, "pulse", 7, "still here");
	CHECK(strstr(hear(fd, "still here"), "still here") != NULL);
	close(fd);
	turn_until_lost(before + 1);
	close(slow);
}

static void
what_would_forge_an_event_ends_the_program(void **state)
{
	int	 status, fd = ask(GET("/in")), before = lost;
	pid_t	 pid;

	(void)state;
	hear(fd, "\r\n\r\n");
	if ((pid = fork()) == 0) {
		fclose(stderr);
		close(STDERR_FILENO);
		line_say(open_line, "signal", 1, "x\n\nevent: end");
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 111);
	close(fd);
	turn_until_lost(before);
}

static void
there_is_room_for_so_many_and_no_more(void **state)
{
	int	 fds[60], n = 0, before = lost, i;

	(void)state;
	for (i = 0; i < 60; i++)
		fds[i] = ask(GET("/in"));
	for (i = 0; i < 100; i++)
		events_wait(events, 1);
	for (i = 0; i < 60; i++) {
		char	 text[500] = "";

		if (recv(fds[i], text, sizeof(text) - 1, MSG_DONTWAIT) > 0)
			n += strstr(text, " 200 ") != NULL;
		close(fds[i]);
	}
	CHECK_INT(n, 50);
	for (i = 0; i < ROUNDS && lost < before + 60; i++)
		events_wait(events, 1);
	CHECK(lost >= before + 50);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(who_is_not_let_in_gets_nothing),
		cmocka_unit_test(what_is_said_comes_as_events),
		cmocka_unit_test(the_last_id_comes_as_a_parameter_too),
		cmocka_unit_test(who_goes_away_is_noticed_at_once),
		cmocka_unit_test(who_does_not_read_loses_the_line),
		cmocka_unit_test(what_would_forge_an_event_ends_the_program),
		cmocka_unit_test(there_is_room_for_so_many_and_no_more),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
