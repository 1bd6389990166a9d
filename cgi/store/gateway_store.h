/* gateway_store.h: which machines may speak to us, and what they have said already. */
#ifndef STORE_GATEWAY_STORE_H
#define STORE_GATEWAY_STORE_H

#include "domain/gateway.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 gateway_insert(struct db *, const struct gateway *, struct bytes sealed) MUST_USE;
enum rc	 gateway_by_code(struct db *, struct arena *, const char *code, struct gateway *,
	     struct bytes *sealed) MUST_USE;
/* The oldest first, at most max. */
enum rc	 gateway_rows(struct db *, struct arena *, struct gateway *, size_t *n, size_t max)
	     MUST_USE;
enum rc	 gateway_set_allowed(struct db *, int64_t id, bool) MUST_USE;
enum rc	 gateway_set_seen(struct db *, int64_t id, int64_t at) MUST_USE;
/* How many of a kind are allowed, and when one of them was last heard of. */
enum rc	 gateway_last(struct db *, enum gateway_kind, int64_t *n, int64_t *at) MUST_USE;

struct inbound {
	int64_t		 gateway;
	const char	*name;			/* the sender's id of it */
	unsigned char	 hash[HASH_SIZE];
	const char	*answer;
	int64_t		 at;
};

enum rc	 inbound_find(struct db *, struct arena *, struct inbound *) MUST_USE;
enum rc	 inbound_add(struct db *, const struct inbound *) MUST_USE;
enum rc	 inbound_sweep(struct db *, int64_t before) MUST_USE;

extern const struct query *const gateway_queries[];
extern const size_t gateway_nqueries;

#endif
