/*
 * said_store.h: what reporters wrote on the way, beside the record, to be forgotten.
 *
 * The event's note is a fingerprint of the words and a salt; the words are in
 * a table of their own.  Forgetting removes both, and nobody can guess back.
 */
#ifndef STORE_SAID_STORE_H
#define STORE_SAID_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* An event e's note as people read it; whose words it is, and are they gone; with SAID_JOIN. */
#define SAID_NOTE	"CASE WHEN w.event IS NULL THEN e.note ELSE COALESCE(w.words, '') END"
#define SAID_BY		"COALESCE(w.reporter, 0), w.event IS NOT NULL AND w.words IS NULL"
#define SAID_JOIN	" LEFT JOIN said w ON w.event = e.id "

/* What the event of these words says in their place: "said:<64 hex digits>". */
const char	*said_print(struct arena *, const char *salt, const char *words);
enum rc		 said_insert(struct db *, const struct event *, const char *salt) MUST_USE;

/* Does a fingerprint stand for these words?  Gone ones (salt NULL): is it a fingerprint at all? */
bool		 said_fits(struct arena *, struct bytes note, struct bytes salt,
		     struct bytes words);

/* Of one reporter, wherever it was said. */
enum rc		 said_forget(struct db *, int64_t reporter) MUST_USE;

extern const struct query *const said_queries[];
extern const size_t said_nqueries;

#endif
