/* interlock_store.h: how a ticket's interlocks are kept. */
#ifndef STORE_INTERLOCK_STORE_H
#define STORE_INTERLOCK_STORE_H

#include "domain/interlock.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Once for a ticket and a card's number; what is there already stays. */
enum rc	 interlock_add(struct db *, const struct interlock *) MUST_USE;
enum rc	 interlock_list(struct db *, struct arena *, int64_t ticket, struct interlock **,
	     size_t *n, size_t max) MUST_USE;		/* names filled */
enum rc	 interlock_by_id(struct db *, struct arena *, int64_t id, struct interlock *) MUST_USE;
enum rc	 interlock_save(struct db *, struct interlock *) MUST_USE;	/* by revision */
/* Is one of this ticket's not answered yet? */
enum rc	 interlock_waits(struct db *, int64_t ticket, bool *) MUST_USE;

extern const struct query *const interlock_queries[];
extern const size_t interlock_nqueries;

#endif
