/* darkroom.c: has a photo decoded by a program that can do no harm. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/darkroom.h"
#include "lib/lock.h"
#include "lib/log.h"

enum { CHUNK = 64 * 1024, MOST = PICTURE_HEAD + 2 * PICTURE_BYTES };

struct helper {
	pid_t	 pid;
	int	 fd;		/* what it reads and writes */
	int64_t	 until;		/* by lock_clock() */
};

/* --- starting --------------------------------------------------------------------- */

/* The program beside this one; false where its name is too long. */
static bool
find_program(char path[PATH_MAX])
{
	const char	*named = getenv("SIAGA_PHOTO");
	ssize_t		 n;
	char		*slash;

	if (named != NULL)
		return snprintf(path, PATH_MAX, "%s", named) < PATH_MAX;
	n = readlink("/proc/self/exe", path, PATH_MAX - sizeof("photo"));
	if (n <= 0)
		return false;
	path[n] = '\0';
	slash = strrchr(path, '/');
	memcpy(slash + 1, "photo", sizeof("photo"));
	return true;
}

const char *const *
darkroom_runs(void)
{
	static char		 path[PATH_MAX];
	static const char	*runs[] = { path, "/lib64/ld-linux-x86-64.so.2",
	    "/lib/ld-linux-aarch64.so.1", NULL };

	return find_program(path) ? runs : runs + 1;
}

const char *const *
darkroom_reads(void)
{
	static const char *const	 reads[] = { "/etc/ld.so.cache", "/usr/lib", "/lib", NULL };

	return reads;
}

/* Between fork and exec: nothing of ours goes along, neither files nor names. */
static _Noreturn void
become(const char *path, int fd)
{
	char *const	 args[] = { (char *)(uintptr_t)path, NULL }, *const env[] = { NULL };

	if (dup2(fd, STDIN_FILENO) >= 0 && dup2(fd, STDOUT_FILENO) >= 0 &&
	    close_range(STDERR_FILENO + 1, ~0U, 0) == 0)
		execve(path, args, env);
	_exit(127);
}

static bool
start(struct helper *h, int milliseconds)
{
	char	 path[PATH_MAX];
	int	 pair[2];

	if (!find_program(path) ||
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return false;
	h->until = lock_clock() + milliseconds;
	if ((h->pid = fork()) == 0)
		become(path, pair[1]);
	close(pair[1]);
	h->fd = pair[0];
	if (h->pid > 0 && fcntl(h->fd, F_SETFL, O_NONBLOCK) == 0)
		return true;
	close(h->fd);
	return false;
}

/* --- talking ---------------------------------------------------------------------- */

static bool
ready(const struct helper *h, short events)
{
	struct pollfd	 p = { .fd = h->fd, .events = events };
	int64_t		 left = h->until - lock_clock();

	while (left > 0) {
		if (poll(&p, 1, (int)left) > 0)
			return true;
		left = h->until - lock_clock();
	}
	return false;
}

static bool
tell(const struct helper *h, struct bytes b)
{
	const char	*p = b.data;
	ssize_t		 n;

	while (b.len > 0) {
		if (!ready(h, POLLOUT))
			return false;
		n = send(h->fd, p, b.len, MSG_NOSIGNAL);
		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (n <= 0)
			return false;
		p += n;
		b.len -= (size_t)n;
	}
	return shutdown(h->fd, SHUT_WR) == 0;
}

/* To its end; false where that does not come, or too much does. */
static bool
hear(const struct helper *h, struct buf *out)
{
	char	 chunk[CHUNK];
	ssize_t	 n;

	while (ready(h, POLLIN)) {
		n = read(h->fd, chunk, sizeof(chunk));
		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (n <= 0)
			return n == 0;
		if (out->len + (size_t)n > MOST)
			return false;
		buf_add(out, chunk, (size_t)n);
	}
	return false;
}

/* It has ended by itself, or does now.  How, or -1 where it was ended. */
static int
stop(const struct helper *h, bool done)
{
	int	 status = 0;

	close(h->fd);
	if (!done)
		kill(h->pid, SIGKILL);
	while (waitpid(h->pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* --- believing -------------------------------------------------------------------- */

static bool
is_print(struct bytes b)
{
	return picture_type(b) == PICTURE_JPEG;
}

/* What it told, or PICTURE_BROKEN. */
static void
read_answer(const struct buf *b, struct picture *p, struct bytes *large, struct bytes *small)
{
	size_t	 head = picture_read((struct bytes){ b->data, b->len }, p);

	if (head == 0 || p->fault != PICTURE_FINE)
		return;
	*large = (struct bytes){ b->data + head, (size_t)p->large };
	*small = (struct bytes){ b->data + head + p->large, (size_t)p->small };
	if (b->len - head != (size_t)p->large + (size_t)p->small || !is_print(*large) ||
	    !is_print(*small))
		p->fault = PICTURE_BROKEN;
}

enum rc
darkroom_develop(struct bytes original, int milliseconds, struct picture *p,
    struct buf *out, struct bytes *large, struct bytes *small)
{
	struct helper	 h;
	bool		 done;
	int		 how;

	*large = *small = (struct bytes){ 0 };
	*p = (struct picture){ .fault = PICTURE_SLOW };
	buf_clear(out);
	if (!start(&h, milliseconds)) {
		log_warn("darkroom: cannot start: %s", strerror(errno));
		return RC_FAIL;
	}
	done = tell(&h, original) && hear(&h, out);
	how = stop(&h, done);
	if (how == 127) {
		log_warn("darkroom: there is no program \"photo\"");
		return RC_FAIL;
	}
	if (done && how == 0)
		read_answer(out, p, large, small);
	return RC_OK;
}
