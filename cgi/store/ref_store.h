/* ref_store.h: how the reference data is read. */
#ifndef STORE_REF_STORE_H
#define STORE_REF_STORE_H

#include "domain/ref.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Everything, into arena memory.  RC_NOTFOUND: the store was never set up. */
enum rc		 ref_load(struct db *, struct arena *, struct ref *) MUST_USE;
/* A setting's value; "" where it is not set. */
enum rc		 setting_get(struct db *, struct arena *, const char *name, const char **) MUST_USE;
enum rc		 ref_version(struct db *, int64_t *) MUST_USE;

extern const struct query *const ref_queries[];
extern const size_t ref_nqueries;

#endif
