/* draft_store.h: calls that are being taken down, and each person's own keys. */
#ifndef STORE_DRAFT_STORE_H
#define STORE_DRAFT_STORE_H

#include "lib/arena.h"
#include "lib/db.h"

struct draft_row {
	int64_t		 id;
	const char	*token;
	int64_t		 account;
	struct bytes	 sealed;	/* no data: it became something */
	int64_t		 rang, saved;
};

/* Of a token that is not known yet, or of this account and still open; else RC_CONFLICT. */
enum rc	 draft_put(struct db *, const struct draft_row *) MUST_USE;
enum rc	 draft_by_id(struct db *, struct arena *, int64_t id, struct draft_row *) MUST_USE;
enum rc	 draft_by_token(struct db *, struct arena *, const char *token,
	     struct draft_row *) MUST_USE;
/* Open ones of an account, the oldest call first. */
enum rc	 draft_of_account(struct db *, struct arena *, int64_t account, struct draft_row *,
	     size_t *n, size_t max) MUST_USE;
/* Open ones nobody has saved since: ids. */
enum rc	 draft_left(struct db *, int64_t before, int64_t *ids, size_t *n, size_t max) MUST_USE;
/* The form is forgotten, the token stays. */
enum rc	 draft_empty(struct db *, int64_t id, int64_t now) MUST_USE;
enum rc	 draft_end(struct db *, const char *token) MUST_USE;	/* also where there is none */
enum rc	 draft_is_over(struct db *, int64_t before, bool *some) MUST_USE;
enum rc	 draft_sweep(struct db *, int64_t before) MUST_USE;

struct desk_key {
	const char	*action, *code;
};

enum rc	 key_list(struct db *, struct arena *, int64_t account, struct desk_key *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 key_put(struct db *, int64_t account, const struct desk_key *) MUST_USE;
enum rc	 key_drop_all(struct db *, int64_t account) MUST_USE;

extern const struct query *const draft_queries[];
extern const size_t draft_nqueries;

#endif
