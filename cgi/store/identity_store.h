/* identity_store.h: what is sealed, who opened it, who read what is sensitive. */
#ifndef STORE_IDENTITY_STORE_H
#define STORE_IDENTITY_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* One reporter of this ticket; the seal may be empty. */
enum rc	 identity_of(struct db *, struct arena *, int64_t ticket, int64_t reporter,
	     struct reporter *, struct bytes *sealed) MUST_USE;

/* Openings of a reporter's identity, newest first; of the actors role and agency, no names. */
enum rc	 opening_list(struct db *, struct arena *, int64_t reporter, struct event **,
	     size_t *n, size_t max) MUST_USE;
/* How many this account made since then; counted up to max. */
enum rc	 opening_count(struct db *, int64_t account, int64_t since, int64_t max,
	     int64_t *n) MUST_USE;

/* Was a reading by this account of this ticket put down between these times, both excluded? */
enum rc	 reading_known(struct db *, int64_t ticket, int64_t account, int64_t after,
	     int64_t before, bool *) MUST_USE;

/* --- sealed columns ----------------------------------------------------------------------- */

/* One row of the table in identity_store.c for each column that holds seals. */
enum { SEALED_MAX = 24 };

struct sealed_row {
	int64_t		 id;
	const char	*context;	/* what the seal is bound to */
	struct bytes	 seal;
};

size_t		 sealed_columns(void);
const char	*sealed_name(size_t column);	/* "reporter" */
/* Those after this id, by id. */
enum rc	 sealed_list(struct db *, struct arena *, size_t column, int64_t after,
	     struct sealed_row **, size_t *n, size_t max) MUST_USE;
enum rc	 sealed_save(struct db *, size_t column, int64_t id, struct bytes seal) MUST_USE;

extern const struct query *const identity_queries[];
extern const size_t identity_nqueries;

#endif
