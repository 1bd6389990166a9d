/* event_store.h: what happened, in an order that cannot be changed afterwards. */
#ifndef STORE_EVENT_STORE_H
#define STORE_EVENT_STORE_H

#include "domain/audit.h"
#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Inside a write transaction.  Fills e->id.  The chain grows by one link. */
enum rc	 event_add(struct db *, struct arena *, struct event *) MUST_USE;

/*
 * Newest first, without readings.  With names: of the actors, for staff;
 * without: the account table is not read.
 */
enum rc	 event_list(struct db *, struct arena *, int64_t ticket, bool names,
	     struct event **, size_t *n, size_t max) MUST_USE;
enum rc	 event_last(struct db *, struct arena *, int64_t ticket, bool names,
	     struct event *) MUST_USE;

/* Did this account do any of the work on this ticket? */
enum rc	 event_worked(struct db *, int64_t ticket, int64_t account, bool *) MUST_USE;

/*
 * Walks a part of the chain: at most max links after *at, from the hash in
 * head.  Both are moved on.  RC_NOTFOUND: the end.  RC_CONFLICT: link *at + 1
 * or a later one is broken, *at is the last good one.
 */
enum rc	 event_check(struct db *, struct arena *, int64_t *at,
	     unsigned char head[HASH_SIZE], size_t max) MUST_USE;

/*
 * What is wrong behind *at.  *other: of a gap, the next event that is there;
 * out of order, where the missing one stands.  Looks at max events, -1: at all.
 */
enum rc	 event_explain(struct db *, int64_t at, const unsigned char head[HASH_SIZE],
	     int64_t max, enum chain_fault *, int64_t *other) MUST_USE;

/* One link's time and hash; RC_NOTFOUND where it is not there. */
enum rc	 event_link(struct db *, int64_t id, int64_t *at, unsigned char hash[HASH_SIZE]) MUST_USE;
/* The last one's id (0: none) and hash. */
enum rc	 event_end(struct db *, int64_t *id, unsigned char hash[HASH_SIZE]) MUST_USE;

/* An event's columns but for its texts. */
#define EVENT_HEAD \
	" e.id, e.at, e.ticket, e.life, e.object, e.act, e.before, e.after, e.actor," \
	" e.role, e.agency, e.behalf, e.public, "
/* Reads those, then note and data; the texts are copied to the arena. */
void	 event_read_head(struct stmt *, struct arena *, struct event *);

extern const struct query *const event_queries[];
extern const size_t event_nqueries;
extern const struct query *const event_read_queries[];
extern const size_t event_read_nqueries;

#endif
