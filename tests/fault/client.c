/* client.c: asks a FastCGI program one thing, as nginx would. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "fault/client.h"

/* The specification's numbers, section 8. */
enum { BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6, RESPONDER = 1, MOST = 32768 };

static struct sockaddr_un
address_of(const char *path)
{
	struct sockaddr_un	 a = { .sun_family = AF_UNIX };

	snprintf(a.sun_path, sizeof(a.sun_path), "%s", path);
	return a;
}

int
client_listen(const char *path)
{
	struct sockaddr_un	 a = address_of(path);
	int			 fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	unlink(path);
	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof(a)) != 0 || listen(fd, 4) != 0)
		abort();
	return fd;
}

static void
put_head(struct buf *b, int type, size_t len)
{
	const unsigned char	 head[8] = { 1, (unsigned char)type, 0, 1,
		(unsigned char)(len >> 8), (unsigned char)len, 0, 0 };

	buf_add(b, head, sizeof(head));
}

/* Empty at last: the end of the stream. */
static void
put_stream(struct buf *b, int type, struct bytes s)
{
	const char	*p = s.data;
	size_t		 n;

	for (; s.len > 0; p += n, s.len -= n) {
		n = s.len < MOST ? s.len : MOST;
		put_head(b, type, n);
		buf_add(b, p, n);
	}
	put_head(b, type, 0);
}

static void
put_param(struct buf *b, const char *name, const char *value)
{
	const char	 lens[2] = { (char)strlen(name), (char)strlen(value) };

	buf_add(b, lens, sizeof(lens));
	buf_text(b, name);
	buf_text(b, value);
}

static void
put_request(struct buf *b, const char *path, const char *type, struct bytes body)
{
	static const char	 begin[8] = { 0, RESPONDER };
	struct buf		 params = { 0 };
	char			 len[24];

	snprintf(len, sizeof(len), "%zu", body.len);
	put_param(&params, "REQUEST_METHOD", type == NULL ? "GET" : "POST");
	put_param(&params, "PATH_INFO", path);
	put_param(&params, "QUERY_STRING", "");
	put_param(&params, "REMOTE_ADDR", "192.0.2.1");
	put_param(&params, "HTTP_SEC_FETCH_SITE", "same-origin");
	put_param(&params, "CONTENT_TYPE", type == NULL ? "" : type);
	put_param(&params, "CONTENT_LENGTH", type == NULL ? "" : len);
	put_head(b, BEGIN, sizeof(begin));
	buf_add(b, begin, sizeof(begin));
	put_stream(b, PARAMS, (struct bytes){ params.data, params.len });
	put_stream(b, STDIN, body);
	buf_free(&params);
}

static bool
hear(int fd, void *to, size_t len)
{
	char	*p = to;
	ssize_t	 n;

	for (; len > 0; p += n, len -= (size_t)n)
		if ((n = recv(fd, p, len, 0)) <= 0)
			return false;
	return true;
}

static void
read_answer(int fd, struct reply *out)
{
	unsigned char	 head[8];
	char		 some[65536 + 256];
	size_t		 len;
	const char	*status;

	while (!out->whole && hear(fd, head, sizeof(head))) {
		len = (size_t)head[4] << 8 | head[5];
		if (!hear(fd, some, len + head[6]))
			break;
		if (head[1] == STDOUT)
			buf_add(&out->text, some, len);
		out->whole = head[1] == END;
	}
	buf_add(&out->text, "", 0);
	status = out->text.len == 0 ? NULL : strstr(out->text.data, "Status: ");
	out->status = status == NULL ? 0 : atoi(status + strlen("Status: "));
}

void
client_ask(const char *socket_path, const char *path, const char *type, struct bytes body,
    struct reply *out)
{
	struct sockaddr_un	 a = address_of(socket_path);
	int			 fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct buf		 b = { 0 };
	ssize_t			 n;
	size_t			 sent;

	*out = (struct reply){ 0 };
	put_request(&b, path, type, body);
	if (connect(fd, (struct sockaddr *)&a, sizeof(a)) == 0) {
		for (sent = 0; sent < b.len; sent += (size_t)n)
			if ((n = send(fd, b.data + sent, b.len - sent, MSG_NOSIGNAL)) <= 0)
				break;
		read_answer(fd, out);
	}
	close(fd);
	buf_free(&b);
}
