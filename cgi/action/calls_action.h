/*
 * calls_action.h: the list of calls, and calls that were taken for something else.
 *
 * A call is counted and never removed.  Who takes calls reaches those of the
 * last day and their own; who leads the desk, all; an auditor, all, but nobody's
 * identity: no number, no note, no title.
 */
#ifndef ACTION_CALLS_ACTION_H
#define ACTION_CALLS_ACTION_H

#include "action/desk.h"
#include "lib/buf.h"
#include "store/calls_store.h"

enum { CALLS_PAGE = 50, CALLS_EXPORT_MAX = 10000, CALL_EVENTS = 50, CALL_TAKERS = 200 };

struct call_filter {
	struct call_ask	 ask;		/* phone and ticket are filled in here */
	const char	*phone;		/* the keyed hash in hex, "" any */
	const char	*number;	/* of a ticket, "" any */
};

/* What stands in an address for a number: its keyed hash. */
const char	*calls_phone_code(const struct desk *, const char *number);

struct call_item {
	struct call_seen	 s;
	const char		*phone;		/* as this reader sees it, "" not */
	bool			 opens;		/* its ticket is in reach */
};

struct call_page {
	struct call_item	*rows;
	size_t			 n;
	struct call_mark	 next;		/* go on behind it; id 0: that was all */
	int64_t			 looked_to;	/* so far and no further, 0: enough found */
};
/* RC_INPUT: the hash is none.  RC_NOTFOUND: no such ticket. */
enum rc	 see_call_list(const struct desk *, const struct call_filter *,
	     struct call_page *) MUST_USE;
enum rc	 see_call_takers(const struct desk *, struct call_taker *, size_t *n) MUST_USE;

struct call_sums {
	struct call_count	 day[CALL_TYPES], shift[CALL_TYPES];
	size_t			 nday, nshift;
	int64_t			 all_day, all_shift, since;	/* when the shift began */
};
enum rc	 see_call_sums(const struct desk *, struct call_sums *) MUST_USE;

struct call_sheet {
	struct call_item	 item;
	struct event		*events;	/* newest first */
	size_t			 nevents;
	bool			 retypes;	/* this reader may say that it was something else */
	bool			 fixing;	/* its form as an incident is open */
};
enum rc	 see_call_sheet(const struct desk *, int64_t id, struct call_sheet *) MUST_USE;

struct call_file {
	struct buf	*out;		/* CSV; the caller's */
	const char	*query;		/* the filter, for the record */
	size_t		 rows;
	bool		 more;
};
/* The rows as a file, and an event that says who took which. */
enum rc	 export_calls(const struct desk *, const struct call_filter *,
	     struct call_file *) MUST_USE;

/* --- re-typing -------------------------------------------------------------------------- */

struct retype {
	int64_t		 id, version;
	const char	*type;		/* of workflow_reasons(ACT_RETYPE), or "emergency" */
	const char	*note, *token;
};

struct retyped {
	struct event	 rival;		/* RC_CONFLICT: the last event of the call, with a name */
	const char	*ticket;	/* RC_CONFLICT: it is open, and comes first; "" else */
	int64_t		 draft;		/* emergency: the form that makes it one */
};

/*
 * Who leads the desk says what a call was.  From nothing to an incident takes a
 * form: it is one when that is sent, and until then what it was.
 */
enum rc	 call_retype(const struct desk *, const struct retype *, struct retyped *) MUST_USE;

#endif
