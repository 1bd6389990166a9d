/* cdr.h: a line of a telephone exchange's call details, whatever exchange it is. */
#ifndef DOMAIN_CDR_H
#define DOMAIN_CDR_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/sheet.h"

enum cdr_field {
	CDR_ID = 0, CDR_NUMBER, CDR_LINE, CDR_EXTENSION, CDR_START, CDR_ANSWER, CDR_END,
	CDR_STATUS, CDR_FIELDS
};

/* Which column is which; NULL: found by its usual names. */
struct cdr_map {
	bool		 asterisk;	/* Master.csv: no head */
	const char	*column[CDR_FIELDS];
};

struct cdr {
	const char	*id, *number, *line, *extension;	/* "" unknown */
	int64_t		 rang, answered, ended;	/* ms UTC, 0 unknown */
};

/* "asterisk", "generic", or "number=Caller,start=Begin".  false: no such word. */
bool		 cdr_map_read(struct arena *, const char *text, struct cdr_map *);
/* Does this head name a time at which calls start? */
bool		 cdr_is_head(struct arena *, const char *line, const struct cdr_map *);
/* The head that Asterisk does not write, for lines of so many cells. */
const char	*cdr_asterisk_head(size_t cells);
/*
 * The first row of a sheet.  Times are civil times of the zone, or with a Z, or
 * seconds since 1970.  NULL: good; else what is wrong.
 */
const char	*cdr_read(struct arena *, const struct sheet *, const struct cdr_map *, int zone,
		    struct cdr *);

#endif
