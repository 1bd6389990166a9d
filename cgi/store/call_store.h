/* call_store.h: how calls and answers to SOP cards are kept. */
#ifndef STORE_CALL_STORE_H
#define STORE_CALL_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 call_insert(struct db *, struct call *, const char *token, struct bytes sealed,
	     struct bytes phone) MUST_USE;		/* fills id */
enum rc	 call_by_token(struct db *, struct arena *, const char *token, struct call *) MUST_USE;
enum rc	 call_by_id(struct db *, struct arena *, int64_t, struct call *) MUST_USE;
enum rc	 call_save(struct db *, struct call *) MUST_USE;	/* type, state, note, ticket; by version */
enum rc	 call_set_ticket(struct db *, int64_t call, int64_t ticket) MUST_USE;

struct call_line {			/* a call with what it led to */
	struct call	 c;
	const char	*number, *title;
};
enum rc	 call_list_phone(struct db *, struct arena *, struct bytes phone,
	     struct call_line **, size_t *n, size_t max) MUST_USE;	/* newest first */
enum rc	 call_list_day(struct db *, struct arena *, int64_t from, int64_t to,
	     struct call_line **, size_t *n, size_t max) MUST_USE;	/* newest first */

enum rc	 answer_add(struct db *, int64_t ticket, const struct answer *) MUST_USE;
enum rc	 answer_list(struct db *, struct arena *, int64_t ticket, struct answer **,
	     size_t *n, size_t max) MUST_USE;

extern const struct query *const call_queries[];
extern const size_t call_nqueries;

#endif
