/* audit_store.h: the record, looked through by those who watch; how far its chain was walked. */
#ifndef STORE_AUDIT_STORE_H
#define STORE_AUDIT_STORE_H

#include "domain/audit.h"
#include "lib/arena.h"
#include "lib/db.h"

/*
 * Newest first, at most max.  Those asked for by ticket, by actor or by rare
 * acts are found by an index.  For the others *down_to says how far it was
 * looked: AUDIT_SPAN events at most; 0 where there is nothing before.
 */
enum { AUDIT_SPAN = 100000 };
enum rc	 audit_list(struct db *, struct arena *, const struct audit_filter *,
	     struct audit_row *, size_t *n, size_t max, int64_t *down_to) MUST_USE;
enum rc	 audit_one(struct db *, struct arena *, int64_t id, struct audit_row *) MUST_USE;
enum rc	 audit_ticket_id(struct db *, const char *number, int64_t *) MUST_USE;
enum rc	 audit_account_id(struct db *, const char *login, int64_t *) MUST_USE;

enum walk { WALK_NONE = 0, WALK_NEW = 1, WALK_ALL = 2 };

struct chain_check {
	int64_t			 upto;		/* the last good event */
	unsigned char		 head[HASH_SIZE];
	int64_t			 at;		/* when the end was last reached, 0 never */
	enum chain_fault	 fault;		/* of the next one */
	int64_t			 mailed;
};
enum rc	 chain_check_read(struct db *, enum walk, struct chain_check *) MUST_USE;
enum rc	 chain_check_save(struct db *, enum walk, const struct chain_check *) MUST_USE;
enum rc	 chain_mailed(struct db *, int64_t at) MUST_USE;

extern const struct query *const audit_queries[];
extern const size_t audit_nqueries;

#endif
