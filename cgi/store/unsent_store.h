/* unsent_store.h: public notes whose letters have not gone, and those that were taken back. */
#ifndef STORE_UNSENT_STORE_H
#define STORE_UNSENT_STORE_H

#include "domain/handoff.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 unsent_insert(struct db *, const struct unsent *) MUST_USE;
enum rc	 unsent_by_event(struct db *, int64_t event, struct unsent *) MUST_USE;
/* Of a ticket; those sent long ago are not there any more. */
enum rc	 unsent_list(struct db *, struct arena *, int64_t ticket, struct unsent **,
	     size_t *n, size_t max) MUST_USE;
/* RC_CONFLICT: its letters have gone. */
enum rc	 unsent_take_back(struct db *, int64_t event) MUST_USE;
enum rc	 unsent_due(struct db *, int64_t now, struct unsent *, size_t *n, size_t max) MUST_USE;
enum rc	 unsent_sent(struct db *, int64_t event) MUST_USE;

extern const struct query *const unsent_queries[];
extern const size_t unsent_nqueries;

#endif
