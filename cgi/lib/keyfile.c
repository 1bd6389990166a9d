/* keyfile.c: the file of keys as a file: read with care, replaced whole. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "lib/keyfile.h"
#include "lib/log.h"

/* Nobody but its owner (and, where programs differ, their group) may read it. */
static bool
is_private(const char *path, const struct stat *st)
{
	if (S_ISREG(st->st_mode) && (st->st_mode & 0037) == 0)
		return true;
	log_warn("secret: %s: not a file of mode 0400", path);
	return false;
}

/* Unbuffered: no copy of the keys stays behind. */
static bool
read_all(int fd, char text[KEYFILE_MAX])
{
	size_t	 len = 0;
	ssize_t	 n = 1;

	while (n > 0 && len < KEYFILE_MAX - 1) {
		n = read(fd, text + len, KEYFILE_MAX - 1 - len);
		if (n < 0)
			return false;
		len += (size_t)n;
	}
	text[len] = '\0';
	return n == 0 && strlen(text) == len;
}

bool
keyfile_read(const char *path, struct keyfile *f)
{
	int	 fd = open(path, O_RDONLY | O_CLOEXEC);
	bool	 ok;

	if (fd < 0 || fstat(fd, &f->st) != 0) {
		log_warn("secret: %s: %s", path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	ok = is_private(path, &f->st) && read_all(fd, f->text);
	close(fd);
	return ok;
}

bool
keyfile_changed(const char *path, const struct stat *then)
{
	struct stat	 now;

	return stat(path, &now) == 0 && (now.st_ino != then->st_ino ||
	    now.st_dev != then->st_dev || now.st_size != then->st_size ||
	    now.st_mtim.tv_sec != then->st_mtim.tv_sec ||
	    now.st_mtim.tv_nsec != then->st_mtim.tv_nsec);
}

static int
open_folder(const char *path)
{
	char		 dir[PATH_MAX];
	const char	*slash = strrchr(path, '/');
	int		 len = slash == NULL ? 1 : slash == path ? 1 : (int)(slash - path);

	snprintf(dir, sizeof(dir), "%.*s", len, slash == NULL ? "." : path);
	return open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* The folder is locked: the file itself is another one afterwards. */
int
keyfile_lock(const char *path)
{
	int	 fd = open_folder(path);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

void
keyfile_unlock(int fd)
{
	close(fd);
}

enum rc
keyfile_append(struct keyfile *f, const char *line)
{
	size_t		 len = strlen(f->text);
	const char	*gap = len > 0 && f->text[len - 1] != '\n' ? "\n" : "";

	return snprintf(f->text + len, KEYFILE_MAX - len, "%s%s", gap, line) <
	    (int)(KEYFILE_MAX - len) ? RC_OK : RC_INPUT;
}

enum rc
keyfile_cut(struct keyfile *f, uint32_t id)
{
	char	*line, *end;

	for (line = f->text; *line != '\0'; line = end) {
		end = line + strcspn(line, "\n");
		end += *end == '\n';
		if (strtoul(line, NULL, 10) == id) {
			memmove(line, end, strlen(end) + 1);
			return RC_OK;
		}
	}
	return RC_NOTFOUND;
}

static bool
write_new(const char *path, const struct stat *like, const char *text)
{
	size_t	 len = strlen(text);
	int	 fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0400);
	bool	 ok;

	if (fd < 0)
		return false;
	/* Only root can give it to another owner; where we cannot, it is ours already. */
	ok = (like->st_uid == geteuid() && like->st_gid == getegid()) ||
	    fchown(fd, like->st_uid, like->st_gid) == 0;
	ok = ok && fchmod(fd, like->st_mode & 0440) == 0 &&
	    write(fd, text, len) == (ssize_t)len && fsync(fd) == 0;
	return close(fd) == 0 && ok;
}

enum rc
keyfile_replace(const char *path, const struct stat *like, const char *text)
{
	char	 fresh[PATH_MAX];
	int	 dir = open_folder(path);
	bool	 ok;

	snprintf(fresh, sizeof(fresh), "%s.new", path);
	unlink(fresh);			/* of one who died at it; the lock is ours */
	ok = dir >= 0 && write_new(fresh, like, text) && rename(fresh, path) == 0 &&
	    fsync(dir) == 0;
	if (!ok) {
		log_warn("secret: %s: %s", path, strerror(errno));
		unlink(fresh);
	}
	if (dir >= 0)
		close(dir);
	return ok ? RC_OK : RC_FAIL;
}
