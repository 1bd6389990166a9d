/*
 * outbox_store.h: letters on their way, by lease.
 *
 * A worker marks what it takes with a lease of its own and a time until which
 * it holds it; a worker that dies gives its letters back by that time.
 * Without RETURNING: an UPDATE that marks, then a read by the mark.
 */
#ifndef STORE_OUTBOX_STORE_H
#define STORE_OUTBOX_STORE_H

#include "domain/notice.h"
#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

struct post {				/* a letter to be */
	int64_t		 id;
	const char	*kind;		/* "receipt", "moved", "assigned", "alarm", "merged",
					   "data_in", "data_out"; to a person: notice_code() */
	int64_t		 ticket, reporter, agency, event;
	int64_t		 account;	/* to a person; 0: not */
	enum channel	 channel;
	bool		 urgent;
	int64_t		 tries, at;
	struct bytes	 sealed;	/* the address, where no reporter has it any more; a code */
};

enum rc	 outbox_is_due(struct db *, enum channel, bool urgent, int64_t now, bool *) MUST_USE;

struct taking {
	const char	*lease;
	enum channel	 channel;
	int64_t		 now, until;
	size_t		 max;
};

/* Takes at most max waiting letters that are due; the caller's transaction. */
enum rc	 outbox_take(struct db *, const struct taking *, bool urgent) MUST_USE;
/* What is urgent first. */
enum rc	 outbox_taken(struct db *, struct arena *, const char *lease, struct post *,
	     size_t *n, size_t max) MUST_USE;

/* "sent", "dead", "dropped", and why.  RC_CONFLICT: the lease is over, somebody else has it. */
enum rc	 outbox_end(struct db *, int64_t id, const char *lease, const char *state,
	     const char *why, int64_t now) MUST_USE;
/* Not tried: this time it does not count. */
enum rc	 outbox_again(struct db *, int64_t id, const char *lease, int64_t due,
	     bool tried) MUST_USE;

/* Every waiting letter counts as sent: of a demo's past. */
enum rc	 outbox_end_all(struct db *) MUST_USE;

/* The event a letter is about. */
enum rc	 outbox_event(struct db *, struct arena *, int64_t id, struct event *) MUST_USE;
/* To whom: the seal of a reporter's identity, and the language. */
enum rc	 outbox_reporter(struct db *, struct arena *, int64_t id, struct bytes *sealed,
	     const char **lang, bool *mail) MUST_USE;

extern const struct query *const outbox_queries[];
extern const size_t outbox_nqueries;

#endif
