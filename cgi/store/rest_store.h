/* rest_store.h: what each taker's last calls were, and breaks that were offered. */
#ifndef STORE_REST_STORE_H
#define STORE_REST_STORE_H

#include "domain/rest.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Who closed a call of the time since: ids. */
enum rc	 rest_takers(struct db *, int64_t since, int64_t *ids, size_t *n, size_t max) MUST_USE;
/* Somebody's, the newest first. */
enum rc	 rest_calls(struct db *, int64_t account, int64_t since, struct rest_call *, size_t *n,
	     size_t max) MUST_USE;

/* The last break of somebody; all zero where there was none. */
enum rc	 relief_last(struct db *, struct arena *, int64_t account, struct relief *) MUST_USE;
enum rc	 relief_insert(struct db *, const struct relief *) MUST_USE;
/* RC_CONFLICT: it is answered already. */
enum rc	 relief_answer(struct db *, int64_t id, const char *state, int64_t now) MUST_USE;
enum rc	 rest_name(struct db *, struct arena *, int64_t account, const char **) MUST_USE;

extern const struct query *const rest_queries[];
extern const size_t rest_nqueries;

#endif
