/* reply_store.h: what is on its way to gateways of messages, by lease, as letters are. */
#ifndef STORE_REPLY_STORE_H
#define STORE_REPLY_STORE_H

#include "domain/talk.h"
#include "lib/arena.h"
#include "lib/db.h"

struct reply_post {
	int64_t		 id, talk, tries;
	const char	*name;		/* ours of it: the same with every try */
	const char	*words, *channel;
	int64_t		 at;
	const char	*url;		/* "" where its gateway has none */
	const char	*gateway;	/* its code */
	struct bytes	 secret;	/* sealed */
};

enum rc	 reply_is_due(struct db *, int64_t now, bool *) MUST_USE;
enum rc	 reply_take(struct db *, const char *lease, int64_t now, int64_t until,
	     size_t max) MUST_USE;
enum rc	 reply_taken(struct db *, struct arena *, const char *lease, struct reply_post *,
	     size_t *n, size_t max) MUST_USE;
/* RC_CONFLICT: the lease is over. */
enum rc	 reply_end(struct db *, int64_t id, const char *lease, bool sent, int64_t now) MUST_USE;
enum rc	 reply_again(struct db *, int64_t id, const char *lease, int64_t due) MUST_USE;

enum rc	 hook_put(struct db *, int64_t gateway, const char *url) MUST_USE;

extern const struct query *const reply_queries[];
extern const size_t reply_nqueries;

#endif
