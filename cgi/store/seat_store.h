/* seat_store.h: who sits at which telephone. */
#ifndef STORE_SEAT_STORE_H
#define STORE_SEAT_STORE_H

#include "lib/arena.h"
#include "lib/db.h"

struct seat {
	int64_t		 account;
	const char	*extension, *line;
	int64_t		 until;
};
enum rc	 seat_of(struct db *, struct arena *, int64_t account, struct seat *) MUST_USE;
enum rc	 seat_at(struct db *, struct arena *, const char *extension, struct seat *) MUST_USE;
enum rc	 seat_put(struct db *, const struct seat *) MUST_USE;	/* whoever sat there has left */
enum rc	 seat_drop(struct db *, int64_t account) MUST_USE;

extern const struct query *const seat_queries[];
extern const size_t seat_nqueries;

#endif
