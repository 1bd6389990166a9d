/* fuzz_request.c: a line for each thing a browser says, then the body: read, and answered. */
#include <signal.h>

#include "action/device.h"
#include "fuzz/fuzz.h"
#include "lib/server.h"
#include "lib/text.h"
#include "page/app.h"

static const char *const names[] = { "REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "HTTP_COOKIE",
    "CONTENT_TYPE", "CONTENT_LENGTH", "HTTP_ACCEPT_LANGUAGE", "HTTP_IF_NONE_MATCH",
    "HTTP_USER_AGENT", "REQUEST_ID" };
static const struct route routes[] = {
	{ GET, "/", 0, NULL, 0 }, { GET, "/laporan/*", 0, NULL, 0 },
	{ POST, "/tiket/*/langkah/*", 0, NULL, 0 }, { GET, "/laporan/*/foto/*/kecil", 0, NULL, 0 },
};

static bool
may(const struct req *q, const void *why)
{
	(void)q, (void)why;
	return true;
}

/* Puts each line into the environment, as CGI has it; the rest is the body. */
static char *
say(struct arena *a, char *text, char **env)
{
	size_t	 i, len;

	for (i = 0; i < COUNT(names); i++) {
		len = strcspn(text, "\n");
		env[i] = arena_printf(a, "%s=%.*s", names[i], (int)len, text);
		text += len + (text[len] != '\0');
	}
	env[i] = NULL;
	return text;
}

/* All that the pages do with a request before they know what it is about. */
static void
use(struct req *q)
{
	struct found	 f = route_find(routes, COUNT(routes), q->arena, q->method, q->path);
	const char	*cookie = http_cookie_get(q, "perangkat");

	must(strchr(f.arg, '/') == NULL && text_is_utf8(q->path) && !text_has_control(q->path, ""));
	app_lang(q);
	http_cookie(q, "perangkat", cookie == NULL ? "" : device_id(q->arena, cookie), 9);
	must(strlen(device_words(q->arena, q->agent)) < 40);
	http_unchanged(q, "abc");
	http_redirect(q, "%s", page_path(pairs_get(&q->query, "ke"), "/"));
	must(q->status == 303);
}

/* One head and nothing behind it: no line of it is somebody else's. */
static void
check_answer(const char *answer, bool was_read)
{
	const char	*p, *end = strstr(answer, "\r\n\r\n");
	size_t		 lines = 0;

	must(end != NULL && end[4] == '\0');
	for (p = answer; (p = strchr(p, '\n')) != NULL; p++, lines++)
		must(p[-1] == '\r');
	must(lines <= (was_read ? 16 : 13));
}

/* Serves one CGI request from the environment and stdin; what it was told. */
static bool
serve(struct req *q)
{
	struct server	*s = server_open();
	enum rc		 rc;

	signal(SIGINT, SIG_DFL);	/* so that a fuzzer can be stopped */
	signal(SIGTERM, SIG_DFL);
	server_files(s, may, NULL);
	must(server_next(s, q, &rc) && (rc == RC_OK) == (q->status == 200));
	if (rc == RC_OK)
		use(q);
	server_answer(s, q);
	server_close(s);
	buf_free(&q->head);
	buf_free(&q->body);
	return rc == RC_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	struct req	 q = { .arena = &a };
	char		*text = arena_alloc(&a, size + 1), *body, *env[COUNT(names) + 1], *answer;
	char		**was = environ;
	FILE		*in = stdin, *out = stdout;
	size_t		 len;
	bool		 was_read;

	memcpy(text, data, size);
	body = say(&a, text, env);
	environ = env;
	stdin = fmemopen(body, (size_t)(text + size - body) + 1, "r");
	stdout = open_memstream(&answer, &len);
	was_read = serve(&q);
	fclose(stdin);
	fclose(stdout);
	stdin = in;
	stdout = out;
	environ = was;
	check_answer(answer, was_read);
	free(answer);
	arena_reset(&a);
	return 0;
}
