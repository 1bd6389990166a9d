/* beside_store.h: what stands beside a ticket: its children, and what was written about it. */
#ifndef STORE_BESIDE_STORE_H
#define STORE_BESIDE_STORE_H

#include "domain/talk.h"
#include "lib/arena.h"
#include "lib/db.h"
#include "store/list_store.h"

/* The tickets under a major incident, oldest first. */
enum rc	 list_children(struct db *, struct arena *, int64_t parent, struct ticket_list *) MUST_USE;
enum rc	 has_children(struct db *, int64_t parent, bool *) MUST_USE;
/* The newest messages with whoever reported it in writing, oldest of them first. */
enum rc	 message_of_ticket(struct db *, struct arena *, int64_t ticket, struct message **,
	     size_t *n, size_t max) MUST_USE;

extern const struct query *const beside_queries[];
extern const size_t beside_nqueries;

#endif
