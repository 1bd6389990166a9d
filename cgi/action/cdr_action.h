/*
 * cdr_action.h: an exchange's call details out of a file, so that what nobody
 * recorded is counted.
 *
 * Read again, a file changes nothing.  A call is known by the exchange's id, or
 * by its number and time; else it becomes a call of its own, marked as late.
 * One that was lost within the hour is to be called back, an older one is not.
 */
#ifndef ACTION_CDR_ACTION_H
#define ACTION_CDR_ACTION_H

#include "action/desk.h"
#include "domain/cdr.h"

enum { CDR_TOLD = 20, CDR_HOUR = 60 * 60 * 1000, CDR_NEAR = 3 * 60 * 1000 };

struct cdr_import {
	const char	*file;
	struct cdr_map	 map;
	/* what was done */
	int64_t		 made, lost, queued, known, bad;
	const char	*why;			/* of a file that is none; "" */
	struct { int64_t line; const char *why; } told[CDR_TOLD];
	size_t		 ntold;
};

enum rc	 cdr_import(const struct desk *, struct cdr_import *) MUST_USE;

#endif
