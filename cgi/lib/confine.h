/*
 * confine.h: a process that reads what is hostile, and has nothing to lose.
 *
 * After this it can read its standard input, write its standard output,
 * compute and end.  Anything else ends it at once.
 */
#ifndef LIB_CONFINE_H
#define LIB_CONFINE_H

#include <stddef.h>

/* Ends the process where the kernel refuses. */
void	 confine(unsigned cpu_seconds, size_t memory);

#endif
