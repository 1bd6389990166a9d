/* court_store.h: whose a ticket is, before the arbiter; the rules that were made of it. */
#ifndef STORE_COURT_STORE_H
#define STORE_COURT_STORE_H

#include "domain/handoff.h"
#include "lib/arena.h"
#include "lib/db.h"
#include "store/list_store.h"

/* Fills id.  RC_CONFLICT: it is there already. */
enum rc	 court_insert(struct db *, struct court *) MUST_USE;
/* The last case of a ticket, decided or not; RC_NOTFOUND where there is none. */
enum rc	 court_last(struct db *, int64_t ticket, struct court *) MUST_USE;
/* RC_CONFLICT: it is decided. */
enum rc	 court_end(struct db *, const struct court *) MUST_USE;
/* Open tickets that wait for a ruling, the oldest first. */
enum rc	 court_tickets(struct db *, struct arena *, struct ticket_list *) MUST_USE;

/* Cases the arbiter has not heard of: id, ticket and event of each. */
enum rc	 court_untold(struct db *, struct court *, size_t *n, size_t max) MUST_USE;
/* RC_CONFLICT: he has. */
enum rc	 court_told(struct db *, int64_t id, int64_t now) MUST_USE;

/* A routing row that a ruling became; fills *id. */
struct ruling {
	int64_t		 category, agency, court;
	const char	*area;		/* "" everywhere */
	int64_t		 from;
};
enum rc	 court_rule(struct db *, const struct ruling *, int64_t *id) MUST_USE;
/* Its area and since when; RC_NOTFOUND where there is no such row. */
enum rc	 court_rule_of(struct db *, struct arena *, int64_t id, struct ruling *) MUST_USE;

extern const struct query *const court_queries[];
extern const size_t court_nqueries;

#endif
