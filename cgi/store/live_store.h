/* live_store.h: what screens are told: pulses, and signals to some of them. */
#ifndef STORE_LIVE_STORE_H
#define STORE_LIVE_STORE_H

#include "domain/signal.h"
#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/*
 * Inside a transaction: who is to hear of it hears when it is committed.  at is
 * now; its id is given.  RC_FAIL where signal_is_good() says no.  The program
 * needs { "signal", DB_INSERT, NULL }.
 */
enum rc	 signal_add(struct db *, const struct signal *) MUST_USE;

/* Those behind an id, oldest first, at most max. */
enum rc	 signal_after(struct db *, struct arena *, int64_t id, struct signal *, size_t *n,
	     size_t max) MUST_USE;
/* The last before a time; the last of all.  0 where there is none. */
enum rc	 signal_before(struct db *, int64_t at, int64_t *id) MUST_USE;
enum rc	 signal_last(struct db *, int64_t *id) MUST_USE;
/* Is one older than that, and would be swept? */
enum rc	 signal_is_old(struct db *, int64_t at, bool *) MUST_USE;
enum rc	 signal_sweep(struct db *, int64_t at) MUST_USE;	/* but for the newest */

struct pulse {
	int64_t	 agency, value;		/* agency 0: the city's */
};

/* By agency, at most max. */
enum rc	 pulse_all(struct db *, struct pulse *, size_t *n, size_t max) MUST_USE;

/* Of a ticket only what its reach depends on: id, open, since. */
enum rc	 live_ticket(struct db *, const char *number, struct ticket *) MUST_USE;
/* The agencies that have or had a part in it, at most max. */
enum rc	 live_agencies(struct db *, int64_t ticket, int64_t *ids, size_t *n, size_t max) MUST_USE;

extern const struct query *const live_queries[];
extern const size_t live_nqueries;

#endif
