/* sheet_action.h: the worklist on paper, shift by shift, and as a file. */
#ifndef ACTION_SHEET_ACTION_H
#define ACTION_SHEET_ACTION_H

#include "action/see_action.h"
#include "lib/buf.h"

enum { WORK_SHEET_MAX = 200, WORK_FILE_MAX = 5000 };

struct work_end {
	struct work_row	 row;
	struct actor	 who;		/* who ended it; name "" unknown */
};

struct work_sheet {
	int64_t		 since;		/* when this shift began */
	struct work	 open;		/* what the filter shows */
	struct work_end	*ended;		/* in this shift, the last first */
	size_t		 nended;
	bool		 more;		/* there are more than WORK_SHEET_MAX of either */
};

enum rc	 see_work_sheet(const struct desk *, const struct work_filter *,
	     struct work_sheet *) MUST_USE;

struct work_file {
	struct buf	*out;		/* CSV; the caller's */
	const char	*query;		/* the filter, for the record */
	size_t		 rows;
	bool		 more;		/* there were others behind WORK_FILE_MAX */
};

/* The rows as a file, veiled as on the page, and an event that says who took which. */
enum rc	 export_work(const struct desk *, const struct work_filter *,
	     struct work_file *) MUST_USE;

#endif
