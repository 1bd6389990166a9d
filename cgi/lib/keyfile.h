/*
 * keyfile.h: the file of keys as a file: read with care, replaced whole.
 *
 * It is never written in place: a reader sees the old one or the new one, and
 * a crash leaves one of the two.  What the lines mean is secret.c's business.
 */
#ifndef LIB_KEYFILE_H
#define LIB_KEYFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "lib/rc.h"

enum { KEYFILE_MAX = 2048 };		/* bytes: sixteen keys and their ids */

/* What the file was when it was read: another inode or time is another file. */
struct keyfile {
	struct stat	 st;
	char		 text[KEYFILE_MAX];	/* the caller wipes it */
};

/* Only a regular file that at most its owner and group may read; else false, and a warning. */
bool	 keyfile_read(const char *path, struct keyfile *);
bool	 keyfile_changed(const char *path, const struct stat *then);

/* One who changes it at a time: a file descriptor, or -1 where somebody is at it. */
int	 keyfile_lock(const char *path);
void	 keyfile_unlock(int);
/* A line more, or the line of an id less; in memory.  RC_INPUT: no room; RC_NOTFOUND. */
enum rc	 keyfile_append(struct keyfile *, const char *line) MUST_USE;
enum rc	 keyfile_cut(struct keyfile *, uint32_t id) MUST_USE;
/* Owner and mode stay.  On the disk when it returns. */
enum rc	 keyfile_replace(const char *path, const struct stat *like, const char *text) MUST_USE;

#endif
