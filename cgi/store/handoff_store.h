/* handoff_store.h: how hand-offs to outside bodies are kept. */
#ifndef STORE_HANDOFF_STORE_H
#define STORE_HANDOFF_STORE_H

#include "domain/handoff.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Fills id.  RC_CONFLICT: the token is known. */
enum rc	 handoff_insert(struct db *, struct handoff *, const char *token) MUST_USE;
enum rc	 handoff_by_id(struct db *, struct arena *, int64_t id, struct handoff *) MUST_USE;
/* Of a ticket, oldest first. */
enum rc	 handoff_list(struct db *, struct arena *, int64_t ticket, struct handoff **,
	     size_t *n, size_t max) MUST_USE;
/* The state, what they said of themselves, reminders.  RC_CONFLICT: somebody was faster. */
enum rc	 handoff_save(struct db *, struct handoff *) MUST_USE;
/* Those whose reminder is due. */
enum rc	 handoff_due(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;

extern const struct query *const handoff_queries[];
extern const size_t handoff_nqueries;

#endif
