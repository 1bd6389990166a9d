/* ticket_store.h: how tickets are kept. */
#ifndef STORE_TICKET_STORE_H
#define STORE_TICKET_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Fills id.  RC_CONFLICT: number, token or voice code is taken. */
enum rc	 ticket_insert(struct db *, struct ticket *, const char *token) MUST_USE;
enum rc	 ticket_by_id(struct db *, struct arena *, int64_t, struct ticket *) MUST_USE;
enum rc	 ticket_by_number(struct db *, struct arena *, const char *, struct ticket *) MUST_USE;
enum rc	 ticket_by_token(struct db *, struct arena *, const char *, struct ticket *) MUST_USE;
/* The words, the place and the privacy, of the version that was read; a ticket_save() follows. */
enum rc	 ticket_fill(struct db *, const struct ticket *) MUST_USE;
/* Everything that may change, if the version is still the one read; it grows.  Else RC_CONFLICT. */
enum rc	 ticket_save(struct db *, struct ticket *) MUST_USE;
enum rc	 voice_is_free(struct db *, const char *voice, bool *) MUST_USE;

extern const struct query *const ticket_queries[];
extern const size_t ticket_nqueries;

#endif
