/* callout_store.h: how call-outs of volunteers, and their answers, are kept. */
#ifndef STORE_CALLOUT_STORE_H
#define STORE_CALLOUT_STORE_H

#include "domain/volunteer.h"
#include "lib/arena.h"
#include "lib/db.h"

struct callout {
	int64_t		 id, ticket;
	const char	*token;		/* of the form */
	const char	*skill, *words;
	int64_t		 radius;	/* metres */
	int64_t		 account, agency, at, ended;
};

/* RC_CONFLICT: sent before. */
enum rc	 callout_insert(struct db *, struct callout *) MUST_USE;
enum rc	 callout_get(struct db *, struct arena *, int64_t id, struct callout *) MUST_USE;
enum rc	 callout_list(struct db *, struct arena *, int64_t ticket, struct callout *, size_t *n,
	     size_t max) MUST_USE;	/* newest first */
/* Ids of those that go on. */
enum rc	 callout_open(struct db *, int64_t ticket, int64_t *ids, size_t *n, size_t max) MUST_USE;
enum rc	 callout_end(struct db *, int64_t id, int64_t now) MUST_USE;
/* Was this volunteer asked, and is that call-out of this ticket not over? */
enum rc	 callout_has(struct db *, int64_t ticket, int64_t volunteer, bool *) MUST_USE;

enum rc	 callee_insert(struct db *, struct callee *, struct bytes code) MUST_USE;
enum rc	 callee_by_code(struct db *, struct bytes code, struct callee *) MUST_USE;
enum rc	 callee_get(struct db *, int64_t id, struct callee *) MUST_USE;
enum rc	 callee_list(struct db *, int64_t callout, struct callee *, size_t *n, size_t max) MUST_USE;
enum rc	 callee_save(struct db *, const struct callee *) MUST_USE;

/* A message to one of them: sealed "callout:<event>"; to be sent by the channel. */
enum rc	 callee_letter(struct db *, const char *kind, const char *channel, int64_t ticket,
	     int64_t event, struct bytes sealed, int64_t now) MUST_USE;
/* Is there a gateway that takes SMS for us? */
enum rc	 callee_has_sms(struct db *, bool *) MUST_USE;

extern const struct query *const callout_queries[];
extern const size_t callout_nqueries;

#endif
