/* phrase_store.h: how quick phrases are kept. */
#ifndef STORE_PHRASE_STORE_H
#define STORE_PHRASE_STORE_H

#include "domain/handoff.h"
#include "lib/arena.h"
#include "lib/db.h"

enum { PHRASES = 300 };		/* of one track: what a city may keep */

/* Those in use of a track, in their order. */
enum rc	 phrase_list(struct db *, struct arena *, enum track, struct phrase **, size_t *n) MUST_USE;
enum rc	 phrase_by_id(struct db *, struct arena *, int64_t id, struct phrase *) MUST_USE;
/* A new one where id is 0: fills it. */
enum rc	 phrase_put(struct db *, struct phrase *) MUST_USE;
/* RC_CONFLICT: it is out of use. */
enum rc	 phrase_end(struct db *, int64_t id, int64_t now) MUST_USE;

extern const struct query *const phrase_queries[];
extern const size_t phrase_nqueries;

#endif
