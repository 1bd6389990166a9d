/* verify_action.h: is the record what it was? */
#ifndef ACTION_VERIFY_ACTION_H
#define ACTION_VERIFY_ACTION_H

#include "action/desk.h"
#include "domain/audit.h"

struct chain {
	int64_t			 last;		/* the last good event; 0 none */
	const char		*head;		/* its hash, in hex */
	int64_t			 at;		/* when it was */
	enum chain_fault	 fault;		/* of the one behind it */
	int64_t			 other;		/* gap: the next there is; order: where it stands */
};

/*
 * Walks every event.  RC_CONFLICT: the one behind chain.last is not what was
 * written.  Needs no key and writes nothing.
 */
enum rc	 verify_chain(const struct desk *, struct chain *) MUST_USE;

/*
 * Does the chain still hold what was printed: event number count with this
 * hash, in hex?  RC_NOTFOUND: it ends before.  RC_CONFLICT: it has another.
 */
enum rc	 verify_holds(const struct desk *, int64_t count, const char *head) MUST_USE;

/* --- by the worker, a piece at a time --- */

/*
 * Walks what is new since the last time, and goes on walking all of it, over
 * and over: what is old may be changed as well.  *behind: there is more, call
 * again soon.  What is wrong is kept for the auditor's page, and logged.
 */
enum rc	 verify_some(const struct desk *, bool *behind) MUST_USE;

#endif
