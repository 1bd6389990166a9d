/* init_cell.h: the cells of a data file, checked one by one; the first bad one is told. */
#ifndef ACTION_INIT_CELL_H
#define ACTION_INIT_CELL_H

#include <stdbool.h>

#include "action/init_action.h"
#include "lib/sheet.h"

/* A file being read.  Faults stick: after the first the rest is not looked at. */
struct table {
	struct arena	*arena;
	const char	*file;		/* "db/data/agencies.tsv" */
	struct sheet	 sheet;
	size_t		 row;		/* being read */
	enum rc		 rc;
	const char	*why;		/* "FILE, row 3, column x: ..." */
};

enum rc		 table_read(struct table *, struct arena *, const char *folder, const char *name);
void		 table_fault(struct table *, const char *column, const char *fmt, ...) PRINTF(3, 4);
const char	*cell(const struct table *, const char *column);	/* "" where there is none */
const char	*cell_needed(struct table *, const char *column);
int64_t		 cell_number(struct table *, const char *column);	/* "" is 0; may be negative */
int64_t		 cell_count(struct table *, const char *column);	/* the same, not negative */
/* The place of the cell's word in a list that ends in NULL; a fault where it has none. */
int		 cell_word(struct table *, const char *column, const char *const words[]);

/* Files of their own: init_retention.c, init_flag.c. */
enum rc		 read_retention(struct table *, struct city *);
enum rc		 read_flags(struct table *, struct city *);	/* after categories and cards */

#endif
