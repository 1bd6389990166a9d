/* breach_store.h: how failures to protect personal data are kept. */
#ifndef STORE_BREACH_STORE_H
#define STORE_BREACH_STORE_H

#include "domain/subject.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Fills id.  RC_CONFLICT: the token. */
enum rc	 breach_insert(struct db *, struct breach *, const char *token) MUST_USE;
enum rc	 breach_by_number(struct db *, struct arena *, const char *, struct breach *) MUST_USE;
enum rc	 breach_by_token(struct db *, struct arena *, const char *, struct breach *) MUST_USE;
enum rc	 breach_list(struct db *, struct arena *, bool open, struct breach *, size_t *n,
	     size_t max) MUST_USE;
/* Not yet told, and of those too late. */
enum rc	 breach_count(struct db *, int64_t now, int64_t *open, int64_t *late) MUST_USE;
/* Everything that may change, by version; RC_CONFLICT where somebody was faster. */
enum rc	 breach_save(struct db *, struct breach *) MUST_USE;

extern const struct query *const breach_queries[];
extern const size_t breach_nqueries;

#endif
