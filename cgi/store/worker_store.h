/* worker_store.h: what has come due, for the worker: alarms, closings, what is old. */
#ifndef STORE_WORKER_STORE_H
#define STORE_WORKER_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Open parts and waiting tickets whose alarm is due, the longest due first: ids. */
enum rc	 alarm_parts(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;
enum rc	 alarm_tickets(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;

/*
 * The next alarm (0: none), if it is still the one that was due; else
 * RC_CONFLICT.  The row's version stays: who is about to accept is not told
 * that somebody was faster.
 */
enum rc	 alarm_set_part(struct db *, const struct assignment *, int64_t next) MUST_USE;
enum rc	 alarm_set_ticket(struct db *, const struct ticket *, int64_t next) MUST_USE;

/* A ticket that has waited long enough, as it was seen. */
struct due {
	const char	*number;
	int64_t		 version;
};

enum due_list {
	DUE_CLOSE = 0,		/* complaints resolved, and nobody disputed */
	DUE_ARCHIVE,		/* complaints without the answer that was asked for */
	DUE_SCHEDULED,		/* what was to begin now */
	DUE_ON_HOLD,		/* what was to go on now */
	DUE_COUNT
};
enum rc	 due_tickets(struct db *, struct arena *, enum due_list, int64_t now,
	     struct due *, size_t *n, size_t max) MUST_USE;

extern const struct query *const worker_queries[];
extern const size_t worker_nqueries;

#endif
