/* grant.h: what one program may do in the store. */
#ifndef LIB_GRANT_H
#define LIB_GRANT_H

#include <stdbool.h>

/* What one program may do to one table; the end is { NULL, 0 }. */
enum { DB_READ = 1, DB_INSERT = 2, DB_UPDATE = 4, DB_DELETE = 8,
    DB_CHANGE = 16 };		/* an update of the columns named, and of no other */

struct grant {
	const char	*table;
	unsigned	 rights;
	const char	*columns;	/* to read or to change, " a b c "; NULL: all */
};

/* column: "" or NULL where none is named, as in count(*). */
bool	 grant_allows(const struct grant *, const char *table, const char *column,
	     unsigned need);
bool	 grant_allows_function(const char *name);	/* an SQL function */

#endif
