/* duty_store.h: who is on duty. */
#ifndef STORE_DUTY_STORE_H
#define STORE_DUTY_STORE_H

#include "domain/role.h"
#include "lib/db.h"

/* The enabled accounts of a role, of one agency or (0) of those without one: at most max ids. */
enum rc	 duty_role(struct db *, enum role, int64_t agency, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;

extern const struct query *const duty_queries[];
extern const size_t duty_nqueries;

#endif
