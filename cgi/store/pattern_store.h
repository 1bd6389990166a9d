/* pattern_store.h: the words of messages, in versions; the newest is in force. */
#ifndef STORE_PATTERN_STORE_H
#define STORE_PATTERN_STORE_H

#include "domain/pattern.h"
#include "lib/arena.h"
#include "lib/db.h"

struct pattern {
	enum notice	 kind;
	enum channel	 channel;
	const char	*lang;
	int64_t		 version;
	const char	*words;
	const char	*author;	/* a name; "": it came with the system */
	int64_t		 at;
};

/* The newest first: at most max versions.  kind, channel, lang say which. */
enum rc	 pattern_versions(struct db *, struct arena *, const struct pattern *which,
	     struct pattern *, size_t *n, size_t max) MUST_USE;
/* RC_CONFLICT: there is one of that version already. */
enum rc	 pattern_add(struct db *, const struct pattern *, int64_t account) MUST_USE;

extern const struct query *const pattern_queries[];
extern const size_t pattern_nqueries;

#endif
