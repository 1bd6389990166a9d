/*
 * audit_action.h: the record, for those who watch.
 *
 * An auditor sees who did what, when, to which ticket or account, and why;
 * never who reported, nor the reporter's words.
 */
#ifndef ACTION_AUDIT_ACTION_H
#define ACTION_AUDIT_ACTION_H

#include "action/desk.h"
#include "domain/audit.h"
#include "lib/buf.h"

enum { AUDIT_PAGE = 50, AUDIT_EXPORT_MAX = 10000 };

/* A filter's names are looked up here: RC_NOTFOUND where there is none. */
enum rc	 audit_ticket(const struct desk *, const char *number, int64_t *id) MUST_USE;
enum rc	 audit_actor(const struct desk *, const char *login, int64_t *id) MUST_USE;

struct audit_view {
	struct audit_row	*rows;		/* newest first, at most AUDIT_PAGE */
	size_t			 n;
	int64_t			 next;		/* go on with .before = next; 0: that was all */
	int64_t			 looked_to;	/* ms: looked so far and no further, 0: enough found */
};
enum rc	 see_audit(const struct desk *, const struct audit_filter *, struct audit_view *) MUST_USE;

struct audit_sheet {
	struct audit_row	 row;
	const char		*before_hash;	/* of its predecessor, in hex */
	bool			 good;		/* it is what was written */
	int64_t			 next;		/* the id behind it, 0: it is the last */
};
enum rc	 see_audit_event(const struct desk *, int64_t id, struct audit_sheet *) MUST_USE;

/* What the worker found on its last walks. */
struct audit_chain {
	int64_t			 upto;		/* the last event verified, and its hash */
	const char		*head;
	int64_t			 at;		/* when the end was reached, 0 not yet */
	int64_t			 walked;	/* when all of it was walked last, 0 not yet */
	enum chain_fault	 fault;
	int64_t			 broken;	/* which event, where there is a fault */
};
enum rc	 see_audit_chain(const struct desk *, struct audit_chain *) MUST_USE;

struct audit_file {
	struct buf	*out;		/* CSV; the caller's */
	const char	*query;		/* the filter in words of the address, for the record */
	size_t		 rows;
	bool		 more;		/* there were more: AUDIT_EXPORT_MAX, or too far back */
};
/* The rows as a file, and an event that says who took which. */
enum rc	 export_audit(const struct desk *, const struct audit_filter *,
	     struct audit_file *) MUST_USE;

#endif
