/*
 * events.c: lines that stay open, and what is said on them.
 *
 * libmicrohttpd asks for what is to be sent; where there is nothing, the
 * connection is suspended, and costs nothing until something is said.  While
 * it is, the library does not see that the other side went away: so each
 * socket is watched for that here, too, and a line that is lost is resumed
 * only to be closed.
 *
 * Why this library: libevent's server reads memory it never wrote where it
 * accepts on a unix socket (its issue 807), and bounds the reading of a line
 * on which nothing is ever read (715).
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/events.h"
#include "lib/log.h"

enum {
	ROOM = 8192,		/* said on one line and not yet taken: then it is lost */
	BLOCK = 1024,		/* handed to the library at once */
	REQUEST = 16 * 1024,	/* the head of a request; nginx lets 8 KB of cookies through */
	PATIENCE = 20,		/* seconds for a request, or for taking what is sent */
	BATCH = 64,
	FAREWELLS = 50,		/* rounds in which those who read get the last words */
};

struct events {
	struct MHD_Daemon	*daemon;
	const struct host	*host;
	void			*me;
	int			 epoll;
	bool			 due;		/* something was said */
	struct line		*lines;
};

struct line {
	struct events		*of;
	struct MHD_Connection	*connection;
	struct line		*next, *before;
	void			*mine;
	bool			 open;		/* the host said 200 */
	bool			 asleep;	/* suspended */
	int			 fd;		/* -1 until it is watched */
	bool			 over;		/* ends after what was said */
	bool			 lost;		/* ends at once */
	size_t			 n;
	char			 text[ROOM];
};

/* --- a line ------------------------------------------------------------------------- */

/* Only a connection that sleeps is woken; another asks by itself. */
static void
wake(struct line *l)
{
	l->of->due = true;
	if (!l->asleep)
		return;
	l->asleep = false;
	MHD_resume_connection(l->connection);
}

/* The library may be waiting until it can send: it need not. */
static void
lose(struct line *l)
{
	l->lost = true;
	if (l->fd >= 0)
		shutdown(l->fd, SHUT_RDWR);
}

static void
add(struct line *l, const char *text, int len)
{
	if (l->over || l->lost)
		return;
	if (len < 0 || (size_t)len >= sizeof(l->text) - l->n)
		lose(l);
	else {
		memcpy(l->text + l->n, text, (size_t)len);
		l->n += (size_t)len;
	}
	wake(l);
}

static bool
is_plain(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			return false;
	return true;
}

void
line_say(struct line *l, const char *kind, int64_t id, const char *data)
{
	char	 text[ROOM];
	int	 head = 0, len;

	if (!is_plain(kind) || !is_plain(data))
		log_die("events: a control character in what is said");
	if (id >= 0)
		head = snprintf(text, sizeof(text), "id: %" PRId64 "\n", id);
	len = snprintf(text + head, sizeof(text) - (size_t)head, "event: %s\ndata: %s\n\n", kind,
	    data);
	add(l, text, head + len);
}

void
line_retry(struct line *l, int milliseconds)
{
	char	 text[64];

	add(l, text, snprintf(text, sizeof(text), "retry: %d\n\n", milliseconds));
}

void
line_end(struct line *l)
{
	l->over = true;
	wake(l);
}

void
line_keep(struct line *l, void *mine)
{
	l->mine = mine;
}

void *
line_kept(const struct line *l)
{
	return l->mine;
}

static void
unlink_line(struct line *l)
{
	if (l->before != NULL)
		l->before->next = l->next;
	else
		l->of->lines = l->next;
	if (l->next != NULL)
		l->next->before = l->before;
}

static struct line *
new_line(struct events *e, struct MHD_Connection *c)
{
	struct line	*l = calloc(1, sizeof(*l));

	if (l == NULL)
		log_die("events: out of memory");
	l->of = e;
	l->connection = c;
	l->fd = -1;
	if ((l->next = e->lines) != NULL)
		l->next->before = l;
	e->lines = l;
	return l;
}

/* --- what the library asks ---------------------------------------------------------------- */

/* That the other side went: only the edge, for until it is closed it stays so. */
static void
watch_end(struct line *l)
{
	const union MHD_ConnectionInfo	*info = MHD_get_connection_info(l->connection,
	    MHD_CONNECTION_INFO_CONNECTION_FD);
	struct epoll_event		 ev = { .events = EPOLLRDHUP | EPOLLET, .data.ptr = l };

	if (info == NULL || epoll_ctl(l->of->epoll, EPOLL_CTL_ADD, info->connect_fd, &ev) != 0)
		log_die("events: a line cannot be watched");
	l->fd = info->connect_fd;
}

/* What comes next on a line. */
static ssize_t
take(void *line, uint64_t position, char *out, size_t max)
{
	struct line	*l = line;
	size_t		 n = l->n < max ? l->n : max;

	(void)position;
	if (l->fd < 0)
		watch_end(l);
	if (l->lost)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	if (n == 0 && l->over)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (n == 0) {
		MHD_suspend_connection(l->connection);
		l->asleep = true;
		return 0;
	}
	memcpy(out, l->text, n);
	l->n -= n;
	memmove(l->text, l->text + n, l->n);
	return (ssize_t)n;
}

static enum MHD_Result
send_head(struct MHD_Connection *c, struct MHD_Response *r, int status, const char *type)
{
	enum MHD_Result	 done = MHD_NO;

	if (r == NULL)
		return MHD_NO;
	if (MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, type) == MHD_YES &&
	    MHD_add_response_header(r, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store") == MHD_YES &&
	    (status != MHD_HTTP_METHOD_NOT_ALLOWED ||
	    MHD_add_response_header(r, MHD_HTTP_HEADER_ALLOW, MHD_HTTP_METHOD_GET) == MHD_YES))
		done = MHD_queue_response(c, (unsigned)status, r);
	MHD_destroy_response(r);
	return done;
}

static enum MHD_Result
refuse(struct MHD_Connection *c, int status)
{
	return send_head(c, MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT), status,
	    "text/plain; charset=utf-8");
}

static const char *
value(struct MHD_Connection *c, enum MHD_ValueKind kind, const char *name)
{
	const char	*v = MHD_lookup_connection_value(c, kind, name);

	return v == NULL ? "" : v;
}

static enum MHD_Result
let_in(struct events *e, struct line *l, const char *path)
{
	struct MHD_Connection	*c = l->connection;
	struct knock		 k = {
		.path = path,
		.cookies = value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_COOKIE),
		.last = value(c, MHD_HEADER_KIND, "Last-Event-ID"),
		.open = value(c, MHD_GET_ARGUMENT_KIND, "buka"),
	};
	int			 status;

	if (*k.last == '\0')
		k.last = value(c, MHD_GET_ARGUMENT_KIND, "last");
	if ((status = e->host->knock(e->me, l, &k)) != MHD_HTTP_OK)
		return refuse(c, status);
	l->open = true;
	return send_head(c, MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, take, l, NULL),
	    MHD_HTTP_OK, "text/event-stream");
}

/* Called for the head of a request, and again when all of it has come. */
static enum MHD_Result
answer(void *events, struct MHD_Connection *c, const char *path, const char *method,
    const char *version, const char *data, size_t *len, void **line)
{
	struct events	*e = events;

	(void)version, (void)data;
	if (*line == NULL) {
		*line = new_line(e, c);
		return strcmp(method, MHD_HTTP_METHOD_GET) == 0 ? MHD_YES :
		    refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED);
	}
	if (*len > 0) {			/* nobody asks for the body of a GET */
		*len = 0;
		return MHD_YES;
	}
	return let_in(e, *line, path);
}

static void
completed(void *events, struct MHD_Connection *c, void **line, enum MHD_RequestTerminationCode how)
{
	struct events	*e = events;
	struct line	*l = *line;

	(void)c, (void)how;
	if (l == NULL)
		return;
	if (l->open)
		e->host->gone(e->me, l);
	if (l->fd >= 0)			/* the socket may live on for another request */
		epoll_ctl(e->epoll, EPOLL_CTL_DEL, l->fd, NULL);
	unlink_line(l);
	free(l);
	*line = NULL;
}

static void
panic(void *none, const char *file, unsigned line, const char *why)
{
	(void)none;
	log_die("events: %s:%u: %s", file, line, why == NULL ? "" : why);
}

/* --- the loop --------------------------------------------------------------------------- */

void
events_watch(struct events *e, int fd)
{
	struct epoll_event	 ev = { .events = EPOLLIN };

	if (epoll_ctl(e->epoll, EPOLL_CTL_ADD, fd, &ev) != 0)
		log_die("events: cannot watch: %s", strerror(errno));
}

struct events *
events_open(int socket, unsigned most, const struct host *host, void *me)
{
	struct events			*e = calloc(1, sizeof(*e));
	const union MHD_DaemonInfo	*info;

	if (e == NULL)
		log_die("events: out of memory");
	e->host = host;
	e->me = me;
	MHD_set_panic_func(panic, NULL);
	if (fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK) != 0 ||
	    (e->epoll = epoll_create1(EPOLL_CLOEXEC)) < 0)
		log_die("events: %s", strerror(errno));
	e->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
	    answer, e, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT, most,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)REQUEST, MHD_OPTION_CONNECTION_TIMEOUT,
	    (unsigned)PATIENCE, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED,
	    completed, e, MHD_OPTION_END);
	if (e->daemon == NULL)
		log_die("events: the socket cannot be served");
	if ((info = MHD_get_daemon_info(e->daemon, MHD_DAEMON_INFO_EPOLL_FD)) == NULL)
		log_die("events: the library has no epoll");
	events_watch(e, info->epoll_fd);
	return e;
}

/* Not longer than the library can wait for what it has begun. */
static int
bounded(const struct events *e, int milliseconds)
{
	MHD_UNSIGNED_LONG_LONG	 most;

	if (e->due)
		return 0;
	if (MHD_get_timeout(e->daemon, &most) == MHD_YES &&
	    most < (MHD_UNSIGNED_LONG_LONG)milliseconds)
		return (int)most;
	return milliseconds;
}

/* First all that happened to lines, then the library: only it ends one. */
void
events_wait(struct events *e, int milliseconds)
{
	struct epoll_event	 ev[BATCH];
	struct line		*l;
	int			 i, n = epoll_wait(e->epoll, ev, BATCH, bounded(e, milliseconds));

	for (i = 0; i < n; i++)
		if ((l = ev[i].data.ptr) != NULL) {
			l->lost = true;
			wake(l);
		}
	e->due = false;
	if (MHD_run(e->daemon) != MHD_YES)
		log_die("events: the library gave up");
}

/* Nothing may sleep when the library is stopped. */
void
events_close(struct events *e)
{
	struct line	*l;
	int		 i;

	for (l = e->lines; l != NULL; l = l->next)
		line_end(l);
	for (i = 0; i < FAREWELLS && e->lines != NULL; i++)
		events_wait(e, 10);
	for (l = e->lines; l != NULL; l = l->next) {
		l->lost = true;
		wake(l);
	}
	MHD_stop_daemon(e->daemon);
	close(e->epoll);
	free(e);
}
