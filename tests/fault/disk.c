/* disk.c: a disk that fails on purpose, in front of the C library's. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include "fault/disk.h"
#include "fault/media.h"

enum { FDS = 256 };

enum call { CALL_MAKE, CALL_WRITE, CALL_SIZE, CALL_SYNC, CALL_NAME, CALL_SEND };

/* What parent and child both see. */
struct shared {
	bool		 armed, struck;
	long		 calls;
};

static struct shared	*shared;
static char		 folder[PATH_MAX];
static bool		 watched[FDS];
static bool		 here;			/* this is the process that was armed */
static enum blow	 blow;
static long		 at;

const char *
blow_name(enum blow f)
{
	static const char *const	 names[BLOW_COUNT] = { "none", "kill", "torn", "power",
		"some", "EIO", "EIO, done", "EIO on", "ENOSPC on", "EFBIG" };

	return names[f];
}

bool
blow_kills(enum blow f)
{
	return f >= BLOW_KILL && f <= BLOW_SOME;
}

/* --- past ourselves ------------------------------------------------------------------ */

static ssize_t
raw_write(int fd, const void *data, size_t len)
{
	return syscall(SYS_write, fd, data, len);
}

static _Noreturn void
die(void)
{
	for (;;)
		syscall(SYS_kill, getpid(), SIGKILL);
}

/* --- the fault --------------------------------------------------------------------------- */

static bool
is_struck_by(enum call call)
{
	switch (blow) {
	case BLOW_FULL:
		return call == CALL_MAKE || call == CALL_WRITE || call == CALL_SIZE;
	case BLOW_LIMIT:
		return call == CALL_WRITE || call == CALL_SIZE;
	case BLOW_EIO:
	case BLOW_DONE:
	case BLOW_DEAD:
		return call != CALL_SEND;
	case BLOW_KILL:
	case BLOW_TORN:
	case BLOW_POWER:
	case BLOW_SOME:
		return true;
	case BLOW_NONE:
	case BLOW_COUNT:
		break;
	}
	return false;
}

/* 0 to go on, an errno, -1 to do half of it and die, -2 to do it and say it failed. */
static int
strike(enum call call)
{
	bool	 on = blow == BLOW_DEAD || blow == BLOW_FULL;

	if (!here || !shared->armed)
		return 0;
	shared->calls++;
	if (shared->calls < at || (shared->calls > at && !on) || !is_struck_by(call))
		return 0;
	shared->struck = true;
	if (blow == BLOW_TORN)
		return -1;
	if (blow == BLOW_DONE)
		return -2;
	if (blow == BLOW_POWER || blow == BLOW_SOME) {
		here = false;
		media_power_off(folder, blow == BLOW_SOME ? (unsigned)at * 2654435761u | 1 : 0);
	}
	if (blow_kills(blow))
		die();
	return blow == BLOW_FULL ? ENOSPC : blow == BLOW_LIMIT ? EFBIG : EIO;
}

static int
fail(int err)
{
	errno = err;
	return -1;
}

void
disk_start(const char *path)
{
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		abort();
	snprintf(folder, sizeof(folder), "%s", path);
}

void
disk_arm(enum blow f, long call)
{
	*shared = (struct shared){ .armed = true };
	blow = f;
	at = call;
	here = true;
}

void
disk_disarm(void)
{
	shared->armed = false;
}

bool
disk_struck(void)
{
	return shared->struck;
}

long
disk_calls(void)
{
	return shared->calls;
}

void
disk_pass(void)
{
	if (strike(CALL_SEND) != 0)
		die();
}

void
disk_power_off(void)
{
	here = false;
	media_power_off(folder, 0);
}

/* Behind a call that was made. */
static int
after(int why, int done)
{
	if (why == -1)
		die();
	return why == -2 ? fail(EIO) : done;
}

static bool
is_ours(const char *path)
{
	size_t	 len = strlen(folder);

	return here && strncmp(path, folder, len) == 0 &&
	    (path[len] == '/' || path[len] == '\0');
}

/* --- in front of the C library's ----------------------------------------------------------- */

static bool
is_watched(int fd)
{
	return here && fd >= 0 && fd < FDS && watched[fd];
}

static bool
makes(const char *path, int flags)
{
	return is_ours(path) && ((flags & O_TMPFILE) == O_TMPFILE || ((flags & O_CREAT) != 0 &&
	    syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0));
}

static int
open_here(const char *path, int flags, mode_t mode)
{
	bool	 new = makes(path, flags);
	int	 why = new ? strike(CALL_MAKE) : 0, fd;

	if (why > 0)
		return fail(why);
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
	if (fd >= 0 && new && (flags & O_TMPFILE) != O_TMPFILE)
		media_made(path);
	if (fd >= 0 && fd < FDS)
		watched[fd] = is_ours(path);
	return after(why, fd);
}

int
open(const char *path, int flags, ...)
{
	va_list	 ap;
	mode_t	 mode;

	va_start(ap, flags);
	mode = va_arg(ap, mode_t);
	va_end(ap);
	return open_here(path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	va_list	 ap;
	mode_t	 mode;

	va_start(ap, flags);
	mode = va_arg(ap, mode_t);
	va_end(ap);
	return open_here(path, flags, mode);
}

static bool
is_socket(int fd)
{
	struct stat	 st;

	return here && fd > STDERR_FILENO && fstat(fd, &st) == 0 && S_ISSOCK(st.st_mode);
}

static ssize_t
send_here(int fd, const void *data, size_t len)
{
	if (strike(CALL_SEND) == -1) {
		raw_write(fd, data, len / 2);
		die();
	}
	return raw_write(fd, data, len);
}

/* A full disk takes a part first, and says so at the next call. */
static ssize_t
write_here(int fd, const void *data, size_t len, off_t where)
{
	int	 why;
	ssize_t	 done;

	media_know(fd);
	why = strike(CALL_WRITE);
	if (why == -1 || (why == ENOSPC && shared->calls == at && len > 1))
		len /= 2;
	else if (why > 0)
		return fail(why);
	done = syscall(SYS_pwrite64, fd, data, len, where);
	if (done > 0)
		media_wrote(fd, where, where + done);
	return after(why, 0) == 0 ? done : -1;
}

ssize_t
write(int fd, const void *data, size_t len)
{
	struct stat	 st;
	off_t		 where;
	ssize_t		 done;

	if (!is_watched(fd))
		return is_socket(fd) ? send_here(fd, data, len) : raw_write(fd, data, len);
	where = lseek(fd, 0, SEEK_CUR);
	if ((fcntl(fd, F_GETFL) & O_APPEND) != 0 && fstat(fd, &st) == 0)
		where = st.st_size;
	done = write_here(fd, data, len, where);
	if (done > 0)
		lseek(fd, where + done, SEEK_SET);
	return done;
}

ssize_t
pwrite64(int fd, const void *data, size_t len, off64_t where)
{
	if (is_watched(fd))
		return write_here(fd, data, len, where);
	return syscall(SYS_pwrite64, fd, data, len, where);
}

ssize_t
pwrite(int fd, const void *data, size_t len, off_t where)
{
	return pwrite64(fd, data, len, where);
}

/* Nothing is truly synced: that would take a test its time and shows nothing. */
static int
sync_here(int fd)
{
	int	 why = is_watched(fd) ? strike(CALL_SYNC) : 0;

	if (why > 0) {
		media_lost(fd);
		return fail(why);
	}
	if (is_watched(fd) && why != -2)
		media_synced(fd);
	return after(why, 0);
}

int
fsync(int fd)
{
	return sync_here(fd);
}

int
fdatasync(int fd)
{
	return sync_here(fd);
}

/* Only to make it larger needs room. */
static int
resize(int fd, off_t len)
{
	struct stat	 st;
	int		 why = 0;

	if (is_watched(fd) && fstat(fd, &st) == 0 && len > st.st_size) {
		media_know(fd);
		if ((why = strike(CALL_SIZE)) > 0)
			return fail(why);
	}
	if (syscall(SYS_ftruncate, fd, len) != 0)
		return -1;
	if (is_watched(fd) && len > st.st_size)
		media_wrote(fd, st.st_size, len);
	return after(why, 0);
}

int
ftruncate64(int fd, off64_t len)
{
	return resize(fd, len);
}

int
ftruncate(int fd, off_t len)
{
	return resize(fd, len);
}

int
posix_fallocate(int fd, off_t from, off_t len)
{
	return resize(fd, from + len) == 0 ? 0 : errno;
}

int
unlink(const char *path)
{
	bool	 ours = is_ours(path);
	int	 why = ours ? strike(CALL_NAME) : 0, done;

	if (why > 0)
		return fail(why);
	done = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
	if (done == 0 && ours)
		media_gone(path);
	return after(why, done);
}

int
rename(const char *from, const char *to)
{
	bool	 ours = is_ours(to);
	int	 why = ours ? strike(CALL_NAME) : 0, done;

	if (why > 0)
		return fail(why);
	done = (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
	if (done == 0 && ours)
		media_moved(from, to);
	return after(why, done);
}

int
mkdir(const char *path, mode_t mode)
{
	bool	 ours = is_ours(path);
	int	 why = ours ? strike(CALL_MAKE) : 0, done;

	if (why > 0)
		return fail(why);
	done = (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
	if (done == 0 && ours)
		media_made(path);
	return after(why, done);
}
