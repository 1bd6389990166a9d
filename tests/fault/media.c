/* media.c: what has truly reached the disk. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fault/media.h"

enum { FILES = 64, NAMES = 64, RANGES = 4096, SECTOR = 512 };

struct range {
	off_t	 at, end;
};

/* A file that was written: what is on the disk of it, and what is not yet. */
struct file {
	dev_t		 dev;
	ino_t		 ino;
	bool		 gone, lossy;		/* some of it is not there for good */
	char		 path[PATH_MAX];	/* "" : it has no name, and does not survive */
	char		*safe;
	size_t		 len;
	struct range	*loose;
	size_t		 nloose;
};

static struct file	 files[FILES];
static size_t		 nfiles;
static char		 fresh[NAMES][PATH_MAX];	/* names their folder is not sure of */
static size_t		 nfresh;

static void
complain(const char *why)
{
	(void)!syscall(SYS_write, STDERR_FILENO, why, strlen(why));
	abort();
}

/* Past the door that disk.c is. */
static int
reopen(const char *path, int flags)
{
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0);
}

static void
name_of(int fd, char path[PATH_MAX])
{
	char	 link[32];
	ssize_t	 n;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	if ((n = readlink(link, path, PATH_MAX - 1)) < 0)
		complain("media: a file without a path\n");
	path[n] = '\0';
}

/* --- files ------------------------------------------------------------------------------ */

static void
learn(struct file *f, int fd, size_t len)
{
	f->len = len;
	f->safe = malloc(len + 1);
	f->loose = malloc(RANGES * sizeof(*f->loose));
	if (f->safe == NULL || f->loose == NULL || pread(fd, f->safe, len, 0) != (ssize_t)len)
		complain("media: a file cannot be learnt\n");
}

static struct file *
file_of(int fd)
{
	struct file	*f;
	struct stat	 st;
	int		 again;

	if (fstat(fd, &st) != 0)
		complain("media: no file\n");
	for (f = files; f < files + nfiles; f++)
		if (f->dev == st.st_dev && f->ino == st.st_ino && !f->gone)
			return f;
	if (nfiles == FILES)
		complain("media: too many files\n");
	f = &files[nfiles++];
	*f = (struct file){ .dev = st.st_dev, .ino = st.st_ino };
	name_of(fd, f->path);
	if ((again = reopen(f->path, O_RDONLY)) < 0) {
		f->path[0] = '\0';
		return f;
	}
	learn(f, again, (size_t)st.st_size);
	close(again);
	return f;
}

void
media_know(int fd)
{
	file_of(fd);
}

void
media_wrote(int fd, off_t from, off_t end)
{
	struct file	*f = file_of(fd);

	if (f->path[0] == '\0' || from >= end)
		return;
	if (f->nloose == RANGES)
		complain("media: too many writes\n");
	f->loose[f->nloose++] = (struct range){ from, end };
}

/* From the file to what is on the disk of it. */
static void
carry(struct file *f, int fd, off_t from, off_t end)
{
	char	*more;

	if ((size_t)end > f->len) {
		if ((more = realloc(f->safe, (size_t)end)) == NULL)
			complain("media: out of memory\n");
		memset(more + f->len, 0, (size_t)end - f->len);
		f->safe = more;
		f->len = (size_t)end;
	}
	(void)!pread(fd, f->safe + from, (size_t)(end - from), from);
}

static void
sync_file(struct file *f, size_t len)
{
	size_t	 i;
	int	 fd;

	if (f->path[0] == '\0' || (fd = reopen(f->path, O_RDONLY)) < 0)
		return;
	for (i = 0; i < f->nloose; i++)
		carry(f, fd, f->loose[i].at, f->loose[i].end);
	f->nloose = 0;
	if (len < f->len)
		f->len = len;
	close(fd);
}

/* --- names -------------------------------------------------------------------------------- */

void
media_made(const char *path)
{
	if (nfresh == NAMES)
		complain("media: too many new names\n");
	snprintf(fresh[nfresh++], PATH_MAX, "%s", path);
}

static void
settle(size_t i)
{
	memmove(fresh[i], fresh[--nfresh], PATH_MAX);
}

static void
sync_folder(const char *dir)
{
	size_t	 i, len = strlen(dir);

	for (i = nfresh; i-- > 0; )
		if (strncmp(fresh[i], dir, len) == 0 && fresh[i][len] == '/' &&
		    strchr(fresh[i] + len + 1, '/') == NULL)
			settle(i);
}

void
media_gone(const char *path)
{
	size_t	 i;

	for (i = 0; i < nfiles; i++)
		if (strcmp(files[i].path, path) == 0)
			files[i].gone = true;
	for (i = nfresh; i-- > 0; )
		if (strcmp(fresh[i], path) == 0)
			settle(i);
}

/* Taken for settled at once: which of the two it is after a loss of power is not asked. */
void
media_moved(const char *from, const char *to)
{
	size_t	 i;

	media_gone(to);
	for (i = 0; i < nfiles; i++)
		if (strcmp(files[i].path, from) == 0)
			snprintf(files[i].path, PATH_MAX, "%s", to);
	media_gone(from);
}

void
media_synced(int fd)
{
	char		 path[PATH_MAX];
	struct stat	 st;

	if (fstat(fd, &st) != 0)
		return;
	if (!S_ISDIR(st.st_mode)) {
		sync_file(file_of(fd), (size_t)st.st_size);
		return;
	}
	name_of(fd, path);
	sync_folder(path);
}

static void
forget(struct file *f)
{
	f->lossy = true;
	f->nloose = 0;
}

void
media_lost(int fd)
{
	struct stat	 st;

	if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
		forget(file_of(fd));
}

/* --- the power goes --------------------------------------------------------------------- */

static bool
toss(unsigned *chance)
{
	*chance = *chance * 1103515245u + 12345u;
	return *chance >> 31 != 0;
}

/* Some sectors of what was on its way arrive, and some do not. */
static void
save_some(struct file *f, int fd, unsigned *chance)
{
	struct range	*r;
	off_t		 s, end;

	for (r = f->loose; r < f->loose + f->nloose; r++)
		for (s = r->at; s < r->end; s = end) {
			end = s + SECTOR < r->end ? s + SECTOR : r->end;
			if (toss(chance))
				carry(f, fd, s, end);
		}
}

static void
lose(struct file *f, unsigned chance)
{
	int	 fd;

	chmod(f->path, 0600);
	if ((fd = reopen(f->path, O_RDWR)) < 0)
		return;
	if (chance != 0)
		save_some(f, fd, &chance);
	if (syscall(SYS_ftruncate, fd, 0) != 0 ||
	    syscall(SYS_pwrite64, fd, f->safe, f->len, 0) != (long)f->len)
		complain("media: the past cannot be written\n");
	close(fd);
}

/* What lies in a folder that is not there is not there, either. */
static void
lose_name(const char *path)
{
	char	 elsewhere[PATH_MAX + 8];

	if (syscall(SYS_unlinkat, AT_FDCWD, path, 0) == 0 || errno != EISDIR)
		return;
	snprintf(elsewhere, sizeof(elsewhere), "%s.lost", path);
	syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, elsewhere);
}

void
media_power_off(const char *folder, unsigned chance)
{
	static const char *const	 memory[] = { "-shm", "-turn" };
	char				 path[PATH_MAX + 16];
	size_t				 i;

	for (i = 0; i < nfiles; i++)
		if (!files[i].gone && files[i].path[0] != '\0' &&
		    (files[i].nloose > 0 || files[i].lossy))
			lose(&files[i], chance);
	for (i = nfresh; i-- > 0; )
		if (chance == 0 || toss(&chance))
			lose_name(fresh[i]);
	for (i = 0; i < sizeof(memory) / sizeof(*memory); i++) {
		snprintf(path, sizeof(path), "%s/siaga.db%s", folder, memory[i]);
		syscall(SYS_unlinkat, AT_FDCWD, path, 0);
	}
}
