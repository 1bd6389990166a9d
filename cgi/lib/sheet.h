/* sheet.h: tables in text files: TSV, and CSV with quotes (RFC 4180). */
#ifndef LIB_SHEET_H
#define LIB_SHEET_H

#include "lib/arena.h"

struct sheet {
	const char	**head;		/* names of the columns */
	size_t		 columns;
	const char	***rows;	/* rows[i][j], each of `columns` cells */
	size_t		 n;
};

/* RC_NOTFOUND: no such file.  RC_INPUT: a row of another width, bad UTF-8, an open quote. */
enum rc		 sheet_read(struct arena *, const char *path, char separator,
		     struct sheet *) MUST_USE;
enum rc		 sheet_parse(struct arena *, const char *text, char separator,
		     struct sheet *) MUST_USE;
/* The cell of a row under a column's name; "" where there is no such column. */
const char	*sheet_cell(const struct sheet *, size_t row, const char *column);
/* A whole file as text; RC_NOTFOUND, RC_INPUT (not UTF-8, over max bytes). */
enum rc		 file_read(struct arena *, const char *path, size_t max, const char **) MUST_USE;

#endif
