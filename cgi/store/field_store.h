/* field_store.h: how steps from the field are kept. */
#ifndef STORE_FIELD_STORE_H
#define STORE_FIELD_STORE_H

#include "domain/field.h"
#include "lib/arena.h"
#include "lib/db.h"

/* RC_CONFLICT: its token is there already. */
enum rc	 field_step_insert(struct db *, const struct field_step *) MUST_USE;
enum rc	 field_step_by_token(struct db *, struct arena *, const char *token,
	     struct field_step *) MUST_USE;
/* The newest of a ticket. */
enum rc	 field_step_list(struct db *, struct arena *, int64_t ticket, struct field_step **,
	     size_t *n, size_t max) MUST_USE;

extern const struct query *const field_queries[];
extern const size_t field_nqueries;

#endif
