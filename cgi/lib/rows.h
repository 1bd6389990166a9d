/*
 * rows.h: a long file, one record at a time: the lines of a CSV, the features
 * of a GeoJSON.  Only one record is in memory, whatever the file's size.
 */
#ifndef LIB_ROWS_H
#define LIB_ROWS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "lib/buf.h"

enum { ROW_BYTES_MAX = 12 * 1024 * 1024, LINE_BYTES_MAX = 64 * 1024, ROW_DEPTH_MAX = 64 };

struct rows {
	FILE		*file;		/* the caller's */
	bool		 json;		/* by its first letter */
	int64_t		 line;		/* where the record begins, from 1 */
	int64_t		 here;		/* being read */
	int		 depth;		/* of what is open around it: { or [ */
	char		 open[ROW_DEPTH_MAX];
	struct buf	 record;	/* until the next one */
};

enum row { ROW_END = 0, ROW_ONE, ROW_BAD };	/* bad: too long, too deep, cut off */

void	 rows_begin(struct rows *, FILE *);
/*
 * Of a CSV each line, with what its quotes hold, the head first; empty lines
 * are left out.  Of JSON each object in the outermost list, or in a list of
 * the outermost object.  After ROW_BAD a CSV goes on, JSON is at its end.
 */
enum row rows_next(struct rows *);
void	 rows_end(struct rows *);

#endif
