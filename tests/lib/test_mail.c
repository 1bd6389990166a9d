/* test_mail.c: letters, to a small SMTP server of our own. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/mail.h"

enum { HEARD = 65536 };

static struct arena	 a;
static char		 address[64];
static int		 listener;
static char		 heard[HEARD];		/* all that the client said */

static int
setup(void **state)
{
	struct sockaddr_in	 in = { .sin_family = AF_INET };
	socklen_t		 len = sizeof(in);

	(void)state;
	in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	listener = socket(AF_INET, SOCK_STREAM, 0);
	if (listener < 0 || bind(listener, (struct sockaddr *)&in, sizeof(in)) != 0 ||
	    listen(listener, 1) != 0 ||
	    getsockname(listener, (struct sockaddr *)&in, &len) != 0)
		return -1;
	snprintf(address, sizeof(address), "smtp://127.0.0.1:%d", ntohs(in.sin_port));
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	close(listener);
	arena_reset(&a);
	return 0;
}

static const char *
reply_to(const char *line, const char *to_rcpt, const char *to_data)
{
	if (strncasecmp(line, "RCPT", 4) == 0)
		return to_rcpt;
	if (strncasecmp(line, "DATA", 4) == 0)
		return "354 go on\r\n";
	if (strcmp(line, ".\r\n") == 0)
		return to_data;
	return strncasecmp(line, "QUIT", 4) == 0 ? "221 bye\r\n" : "250 fine\r\n";
}

/* One conversation; what was heard goes into the pipe. */
static void
serve(int out, const char *to_rcpt, const char *to_data)
{
	int	 s = accept(listener, NULL, NULL);
	FILE	*in = fdopen(s, "r"), *copy = fdopen(out, "w");
	char	 line[2048];
	bool	 data = false;

	dprintf(s, "220 test\r\n");
	while (fgets(line, sizeof(line), in) != NULL) {
		fputs(line, copy);
		if (strcmp(line, ".\r\n") == 0)
			data = false;
		if (!data)
			dprintf(s, "%s", reply_to(line, to_rcpt, to_data));
		if (strncasecmp(line, "DATA", 4) == 0)
			data = true;
	}
	fclose(copy);
	_exit(0);
}

static enum rc
send_with(const char *to_rcpt, const char *to_data, const struct letter *l)
{
	int	 ends[2];
	size_t	 n = 0;
	ssize_t	 got;
	enum rc	 rc;

	CHECK(pipe(ends) == 0);
	if (fork() == 0) {
		close(ends[0]);
		serve(ends[1], to_rcpt, to_data);
	}
	close(ends[1]);
	rc = mail_send(&a, l);
	while ((got = read(ends[0], heard + n, sizeof(heard) - 1 - n)) > 0)
		n += (size_t)got;
	heard[n] = '\0';
	close(ends[0]);
	wait(NULL);
	return rc;
}

static struct letter
letter(void)
{
	return (struct letter){
		.server = address,
		.from = "siaga@kota.example",
		.to = "siti@example.org",
		.subject = "Laporan Anda \xe2\x80\x94 ADU-26-000001-3 sudah diterima dan diteruskan",
		.text = "Halo Siti,\n.\nterima kasih \xe2\x9c\x93\n",
		.message_id = "outbox-17",
		.at = INT64_C(1795246325000),
	};
}

static void
a_letter_arrives(void **state)
{
	struct letter	 l = letter();

	(void)state;
	CHECK(send_with("250 ok\r\n", "250 ok\r\n", &l) == RC_OK);
	CHECK(strstr(heard, "MAIL FROM:<siaga@kota.example>") != NULL);
	CHECK(strstr(heard, "RCPT TO:<siti@example.org>") != NULL);
	CHECK(strstr(heard, "Date: Sat, 21 Nov 2026 07:32:05 +0000\r\n") != NULL);
	CHECK(strstr(heard, "Message-ID: <outbox-17@kota.example>\r\n") != NULL);
	CHECK(strstr(heard, "Content-Type: text/plain; charset=utf-8\r\n") != NULL);
	/* printf 'Halo Siti,\r\n.\r\nterima kasih \xe2\x9c\x93\r\n' | base64 */
	CHECK(strstr(heard, "\r\n\r\nSGFsbyBTaXRpLA0KLg0KdGVyaW1hIGthc2loIOKckw0K\r\n.\r\n") != NULL);
}

/* Every line of a header is short, and every word whole characters. */
static void
a_subject_is_folded(void **state)
{
	struct letter	 l = letter();
	char		*p, *end;

	(void)state;
	l.subject = "\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94"
	    "\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94x\xe2\x80\x94";
	CHECK(send_with("250 ok\r\n", "250 ok\r\n", &l) == RC_OK);
	p = strstr(heard, "Subject: ");
	CHECK(p != NULL);
	end = strstr(p, "\r\nAuto");
	CHECK(end != NULL);
	*end = '\0';
	CHECK_TEXT(p, "Subject: =?UTF-8?B?4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCU4oCUeA==?="
	    "\r\n =?UTF-8?B?4oCU?=");
}

static void
some_failures_pass_and_some_do_not(void **state)
{
	struct letter	 l = letter();

	(void)state;
	CHECK(send_with("451 later\r\n", "250 ok\r\n", &l) == RC_BUSY);
	CHECK(send_with("550 nobody\r\n", "250 ok\r\n", &l) == RC_INPUT);
	CHECK(send_with("250 ok\r\n", "452 full\r\n", &l) == RC_BUSY);
	CHECK(send_with("250 ok\r\n", "554 spam\r\n", &l) == RC_INPUT);
	l.server = "smtp://127.0.0.1:1";
	CHECK(mail_send(&a, &l) == RC_BUSY);
	l.server = "file:///etc/passwd";
	CHECK(mail_send(&a, &l) == RC_BUSY);
}

static void
nothing_slips_into_the_head(void **state)
{
	static const char *const	 bad[] = {
		"a@b\r\nBcc: c@d", "a@b>", "a@b,c@d", "a", "", "a b@c", "a@b\xc3\xa9", "\"a\"@b",
	};
	struct letter			 l;
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		l = letter();
		l.to = bad[i];
		CHECK(mail_send(&a, &l) == RC_INPUT);
		l = letter();
		l.from = bad[i];
		CHECK(mail_send(&a, &l) == RC_INPUT);
	}
	l = letter();
	l.subject = "x\r\nBcc: c@d";
	CHECK(mail_send(&a, &l) == RC_INPUT);
	l = letter();
	l.message_id = "x>\r\nBcc: c@d";
	CHECK(mail_send(&a, &l) == RC_INPUT);
	l = letter();
	l.text = "\xff";
	CHECK(mail_send(&a, &l) == RC_INPUT);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(a_letter_arrives),
		T(a_subject_is_folded),
		T(some_failures_pass_and_some_do_not),
		T(nothing_slips_into_the_head),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
