/* ref_action.h: the reference tables, kept in the memory of each process. */
#ifndef ACTION_REF_ACTION_H
#define ACTION_REF_ACTION_H

#include "domain/ref.h"
#include "lib/db.h"

/*
 * What is in force now.  Read once and again when the tables' version has
 * grown (one row read for each call).  Belongs to the process; the pointer is
 * good until the next call.  Dies where the store has no reference data.
 */
const struct ref *ref_current(struct db *, int64_t now);

#endif
