/* export.h: a file was taken away: what the record says of it.  For actions only. */
#ifndef ACTION_EXPORT_H
#define ACTION_EXPORT_H

#include "action/desk.h"
#include "lib/buf.h"

/*
 * An event of its own: what it is of ("audit"), the filter in words of the
 * address, how many rows, whether there were more, and the file's hash as
 * b2sum -l 256 says it: whoever shows the file can be believed.
 */
struct exported {
	const char		*what, *query;
	const struct buf	*out;
	size_t			 rows;
	bool			 more;
};
enum rc	 export_record(const struct desk *, const struct exported *) MUST_USE;

#endif
