/* stmt.h: what db.c and stmt.c know of each other, and nobody else. */
#ifndef LIB_STMT_H
#define LIB_STMT_H

#include <sqlite3.h>

#include "lib/db.h"

enum {
	STMT_SLOTS = 2048,	/* of the statement cache: a power of two */
	MAX_QUERIES = STMT_SLOTS / 2,
};

struct stmt {
	const struct query	*query;
	sqlite3_stmt		*s;
	struct db		*db;
	int			 params;
	int			 columns;
	int			 bound;		/* parameters put so far */
	int			 got;		/* columns got from this row */
	int			 rows;
	int			 err;		/* the first SQLite error, or 0 */
	bool			 live;		/* started and not yet ended */
	bool			 done;		/* stepped past its last row */
};

struct db {
	sqlite3			*s;
	struct lock		*lock;		/* NULL for ":memory:" */
	struct nudge		*nudge;		/* NULL for ":memory:" */
	enum lane		 lane;
	int			 patience;
	bool			 writing;	/* between db_begin and db_finish */
	int			 reading;	/* how deep in db_read_begin */
	const struct grant	*grants;
	struct stmt		*stmts[STMT_SLOTS];
	int			 nstmts;
};

enum rc	 stmt_rc(int err);		/* of an SQLite error */
void	 stmt_free_all(struct db *);

#endif
