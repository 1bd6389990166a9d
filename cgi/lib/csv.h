/*
 * csv.h: tables for other people's programs (RFC 4180).
 *
 * A spreadsheet runs what begins with = + - @.  So a text that begins like a
 * formula gets a ' before it: it is shown, and nothing else.  Numbers of ours
 * are written as they are.
 */
#ifndef LIB_CSV_H
#define LIB_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/buf.h"

struct csv {
	struct buf	*out;
	bool		 begun;		/* this row has a field */
};

void	 csv_text(struct csv *, const char *);	/* NULL is "" */
void	 csv_int(struct csv *, int64_t);
void	 csv_end(struct csv *);			/* of the row: CR LF */

#endif
