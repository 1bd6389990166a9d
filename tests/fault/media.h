/*
 * media.h: what has truly reached the disk: files by fsync, their names by
 * fsync of the folder.  For disk.c.
 */
#ifndef TESTS_FAULT_MEDIA_H
#define TESTS_FAULT_MEDIA_H

#include <stdbool.h>
#include <sys/types.h>

/* Before its first write: what is in the file by now is on the disk. */
void	 media_know(int fd);
void	 media_wrote(int fd, off_t from, off_t end);
/* A file or a folder. */
void	 media_synced(int fd);
/* The kernel says so once, and then takes the pages for clean. */
void	 media_lost(int fd);

void	 media_made(const char *path);
void	 media_gone(const char *path);
void	 media_moved(const char *from, const char *to);

/* All is lost that was not synced; with a chance, only some of it. */
void	 media_power_off(const char *folder, unsigned chance);

#endif
