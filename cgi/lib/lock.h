/*
 * lock.h: writers take turns, fairly.
 *
 * SQLite's busy handler is a lottery.  Here writers queue: by lane first
 * (the call desk before the agencies before the public), then by ticket.
 * Safety is the kernel's file lock, which a killed process gives back;
 * fairness is a small shared table beside it, which may be lost and is then
 * made anew.
 */
#ifndef LIB_LOCK_H
#define LIB_LOCK_H

#include <stdint.h>

#include "lib/rc.h"

enum lane { LANE_DESK = 0, LANE_AGENCY, LANE_PUBLIC, LANE_COUNT };

struct lock;

struct lock	*lock_open(const char *path);	/* dies where it cannot */
void		 lock_close(struct lock *);
enum rc		 lock_take(struct lock *, enum lane, int milliseconds) MUST_USE; /* or RC_BUSY */
void		 lock_give(struct lock *);
int64_t		 lock_clock(void);	/* milliseconds that only grow */

#endif
