/* paper_store.h: packs of numbered sheets. */
#ifndef STORE_PAPER_STORE_H
#define STORE_PAPER_STORE_H

#include "domain/paper.h"
#include "domain/ticket.h"
#include "lib/db.h"

/* Fills id; its sheets are put one by one, each with a number nobody else has. */
enum rc	 pack_add(struct db *, struct paper_pack *, int64_t actor) MUST_USE;
enum rc	 pack_by_id(struct db *, struct arena *, int64_t id, struct paper_pack *) MUST_USE;
/* The newest first, before an id (0: from the first). */
enum rc	 pack_list(struct db *, struct arena *, int64_t before, struct paper_pack *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 sheet_add(struct db *, int64_t no, int64_t pack) MUST_USE;
/* names filled; gap is said where the whole pack is listed */
enum rc	 sheet_by_no(struct db *, struct arena *, int64_t no, struct sheet_row *) MUST_USE;
enum rc	 sheet_list(struct db *, struct arena *, int64_t pack, struct sheet_row *, size_t *n,
	     size_t max) MUST_USE;
/* RC_CONFLICT: it is entered, or somebody was faster. */
enum rc	 sheet_set(struct db *, int64_t no, enum sheet_state from, enum sheet_state to,
	     int64_t ticket, const struct actor *, int64_t now) MUST_USE;

/* Tickets put down in this time, here or (area "") anywhere: number, title, place, state ... */
enum rc	 paper_near(struct db *, struct arena *, int64_t from, int64_t to, const char *area,
	     struct ticket *, size_t *n, size_t max) MUST_USE;

extern const struct query *const paper_queries[];
extern const size_t paper_nqueries;

#endif
