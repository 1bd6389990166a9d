/* nudge.c: "look, something changed", from one process to another. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/nudge.h"

struct nudge {
	int			 fd;
	struct sockaddr_un	 whom;
};

/* -1 where the path does not fit into an address, or there are no sockets. */
static int
datagrams(const char *path, struct sockaddr_un *at)
{
	size_t	 len = strlen(path);

	*at = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (len >= sizeof(at->sun_path))
		return -1;
	memcpy(at->sun_path, path, len);
	return socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

struct nudge *
nudge_open(const char *path)
{
	struct nudge	*n = calloc(1, sizeof(*n));

	if (n == NULL)
		log_die("nudge: out of memory");
	if ((n->fd = datagrams(path, &n->whom)) >= 0)
		return n;
	free(n);
	return NULL;
}

/* By its name each time: who listens may be another one by now, or nobody. */
void
nudge_give(const struct nudge *n)
{
	if (n != NULL && sendto(n->fd, "", 1, MSG_DONTWAIT | MSG_NOSIGNAL,
	    (const struct sockaddr *)&n->whom, sizeof(n->whom)) < 0)
		return;			/* nobody there, or told often enough */
}

void
nudge_close(struct nudge *n)
{
	if (n == NULL)
		return;
	close(n->fd);
	free(n);
}

int
nudge_listen(const char *path)
{
	struct sockaddr_un	 at;
	int			 fd = datagrams(path, &at);

	if (fd < 0)
		return -1;
	if ((unlink(path) == 0 || errno == ENOENT) &&
	    bind(fd, (const struct sockaddr *)&at, sizeof(at)) == 0)
		return fd;
	close(fd);
	return -1;
}

void
nudge_take(int fd)
{
	char	 byte;

	while (fd >= 0 && recv(fd, &byte, 1, MSG_DONTWAIT) >= 0)
		;
}
