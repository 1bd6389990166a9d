/* burst_store.h: hang-ups of the last minutes, counted by their index; what was said of them. */
#ifndef STORE_BURST_STORE_H
#define STORE_BURST_STORE_H

#include "lib/arena.h"
#include "lib/db.h"

struct burst {
	int64_t		 id;
	const char	*line;		/* "" the city's */
	int64_t		 calls, minutes, began, last;
	bool		 open;
	int64_t		 ended, by;
	const char	*note;
};

enum { HANGUPS_MAX = 500, HANGUP_LINES = 20 };	/* counted no further */

struct hangups {
	const char	*line;
	int64_t		 n, first, last;
};

/* From a moment on, in all and of each line that has a name. */
enum rc	 hangups_since(struct db *, int64_t from, struct hangups *) MUST_USE;
enum rc	 hangups_by_line(struct db *, struct arena *, int64_t from, struct hangups *list,
	     size_t *n) MUST_USE;

enum rc	 burst_insert(struct db *, struct burst *) MUST_USE;	/* fills id */
enum rc	 burst_grow(struct db *, const struct burst *) MUST_USE;	/* calls, last */
enum rc	 burst_end(struct db *, const struct burst *) MUST_USE;	/* RC_CONFLICT: it was over */
enum rc	 burst_by_id(struct db *, struct arena *, int64_t, struct burst *) MUST_USE;
/* The last one of a line, open or over. */
enum rc	 burst_of(struct db *, struct arena *, const char *line, struct burst *) MUST_USE;
enum rc	 burst_list(struct db *, struct arena *, struct burst *list, size_t *n,
	     size_t max) MUST_USE;			/* open */

extern const struct query *const burst_queries[];
extern const size_t burst_nqueries;

#endif
