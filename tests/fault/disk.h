/*
 * disk.h: a disk that fails on purpose, under programs that do not know it.
 *
 * Linked into a test, it stands in front of the C library's open, write,
 * fsync and the rest, for the test, the programs that it forks, and SQLite.
 * What happens to files of one folder is counted, and the n-th call fails as
 * the test says.  It also knows what has truly reached the disk: files by
 * fsync, their names by fsync of the folder; all else is lost with the power.
 */
#ifndef TESTS_BLOW_DISK_H
#define TESTS_BLOW_DISK_H

#include <stdbool.h>

enum blow {
	BLOW_NONE = 0,
	BLOW_KILL,		/* killed before the call */
	BLOW_TORN,		/* killed in the middle of a write, or behind another call */
	BLOW_POWER,		/* the power goes, and all that was not synced */
	BLOW_SOME,		/* the power goes, and some of it, by chance */
	BLOW_EIO,		/* this call fails; an fsync that does loses its pages for good */
	BLOW_DONE,		/* this call says that it failed, and was done all the same */
	BLOW_DEAD,		/* this one and all that follow */
	BLOW_FULL,		/* ENOSPC from here on, first by a short write */
	BLOW_LIMIT,		/* EFBIG */
	BLOW_COUNT
};

const char	*blow_name(enum blow);
bool		 blow_kills(enum blow);

/* Once, before any fork.  The folder's path is absolute. */
void		 disk_start(const char *folder);
/* In a process that was just forked: what lies there is on the disk; call at will fail. */
void		 disk_arm(enum blow, long call);
/* Also from the process that forked: nothing fails any more. */
void		 disk_disarm(void);
bool		 disk_struck(void);	/* since it was armed */
long		 disk_calls(void);	/* since it was armed */
void		 disk_pass(void);	/* counts as a call: something else could end here */
/* In the armed process: loses what is not on the disk. */
void		 disk_power_off(void);

#endif
