/* spool.c: lines put down by many and taken up by one, without the store. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/spool.h"

enum { LINE = 256, TRIES = 10 };

struct spool {
	FILE	*file;
	char	 path[PATH_MAX];
	char	 line[LINE];
};

/* Is this still the file of that name, or was it taken meanwhile? */
static bool
is_there(const char *path, int fd)
{
	struct stat	 here, there;

	return fstat(fd, &here) == 0 && stat(path, &there) == 0 &&
	    here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

/* Locked against being taken: a taker waits until this line is whole. */
static int
open_shared(const char *path)
{
	int	 fd, i;

	for (i = 0; i < TRIES; i++) {
		fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (fd < 0)
			return -1;
		if (flock(fd, LOCK_SH) == 0 && is_there(path, fd))
			return fd;
		close(fd);
	}
	return -1;
}

bool
spool_put(const char *path, const char *line)
{
	char	 text[LINE];
	int	 len = snprintf(text, sizeof(text), "%s\n", line), fd = -1;
	bool	 ok = len < LINE && (fd = open_shared(path)) >= 0 &&
	    write(fd, text, (size_t)len) == len;

	if (!ok)
		log_warn("spool: %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

enum rc
spool_take(const char *path, struct spool **out)
{
	struct spool	*s = calloc(1, sizeof(*s));
	enum rc		 rc;

	if (s == NULL)
		log_die("spool: out of memory");
	snprintf(s->path, sizeof(s->path), "%s.taken", path);
	/* What a taker that was killed left behind goes first. */
	if (access(s->path, F_OK) == 0 || rename(path, s->path) == 0)
		s->file = fopen(s->path, "re");
	if (s->file == NULL) {
		rc = errno == ENOENT ? RC_NOTFOUND : RC_FAIL;
		free(s);
		return rc;
	}
	flock(fileno(s->file), LOCK_EX);	/* whoever is writing has written then */
	flock(fileno(s->file), LOCK_UN);
	*out = s;
	return RC_OK;
}

/* A line that is torn or too long is none of ours. */
const char *
spool_line(struct spool *s)
{
	size_t	 len;
	bool	 whole;

	for (whole = true; fgets(s->line, sizeof(s->line), s->file) != NULL;) {
		len = strlen(s->line);
		if (len > 0 && s->line[len - 1] == '\n' && whole) {
			s->line[len - 1] = '\0';
			return s->line;
		}
		whole = len > 0 && s->line[len - 1] == '\n';
	}
	return NULL;
}

void
spool_keep(struct spool *s)
{
	fclose(s->file);
	free(s);
}

void
spool_done(struct spool *s)
{
	if (unlink(s->path) != 0)
		log_warn("spool: %s: %s", s->path, strerror(errno));
	spool_keep(s);
}
