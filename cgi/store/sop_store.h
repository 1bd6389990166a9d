/* sop_store.h: how the versions of SOP cards are kept. */
#ifndef STORE_SOP_STORE_H
#define STORE_SOP_STORE_H

#include "domain/sop_draft.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 sop_draft_insert(struct db *, struct sop_draft *) MUST_USE;	/* fills id */
enum rc	 sop_draft_living(struct db *, struct arena *, const char *code,
	     struct sop_draft *) MUST_USE;		/* RC_NOTFOUND: none is being written */
enum rc	 sop_draft_save(struct db *, struct sop_draft *) MUST_USE;	/* by revision */
/* Approved, and its time has come: the first of them. */
enum rc	 sop_draft_due(struct db *, struct arena *, int64_t now, struct sop_draft *) MUST_USE;
/* All there ever were of this card, newest first. */
enum rc	 sop_draft_list(struct db *, struct arena *, const char *code, struct sop_draft **,
	     size_t *n, size_t max) MUST_USE;
enum rc	 sop_newest(struct db *, const char *code, int64_t *version) MUST_USE;

/* Only what was ever in force. */
enum rc	 sop_version_get(struct db *, struct arena *, const char *code, int64_t version,
	     struct sop_version *) MUST_USE;
enum rc	 sop_version_list(struct db *, struct arena *, const char *code,
	     struct sop_version **, size_t *n, size_t max) MUST_USE;	/* newest first */
/* From now on this one; the one before ends. */
enum rc	 sop_version_start(struct db *, const struct sop_version *) MUST_USE;

extern const struct query *const sop_queries[];
extern const size_t sop_nqueries;

#endif
