/* clock_store.h: what clocks are read from, and the copies that lists are ordered by. */
#ifndef STORE_CLOCK_STORE_H
#define STORE_CLOCK_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* What happened to a ticket and its parts, as far as clocks may care. */
struct clock_row {
	int64_t		 at;
	enum life	 life;
	int64_t		 object;
	enum act	 act;
	enum state	 before, after;
	enum role	 role;
	bool		 public, words;	/* words: there is a note */
};

/* The newest max, in the order they were recorded. */
enum rc	 clock_rows(struct db *, struct arena *, int64_t ticket, struct clock_row **,
	     size_t *n, size_t max) MUST_USE;

/* The copies.  The versions stay: who is about to act is not told that somebody was faster. */
enum rc	 clock_set_ticket(struct db *, const struct ticket *) MUST_USE;
enum rc	 clock_set_part(struct db *, const struct assignment *) MUST_USE;

/* Complaints with clocks of working days after this id. */
enum rc	 clock_tickets(struct db *, int64_t after, int64_t *ids, size_t *n, size_t max) MUST_USE;

/* Complaints whose limit passed, and whoever reported was not told. */
enum rc	 overdue_list(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;
enum rc	 overdue_told(struct db *, const struct ticket *) MUST_USE;

/* Leading parts that have been silent too long, and nobody was told; not those of before. */
enum rc	 silence_list(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;
enum rc	 silence_told(struct db *, const struct assignment *) MUST_USE;

/* Each open leading part with a limit: by agency, the longest silence first. */
struct silence {
	int64_t		 agency, since, due;
};
enum rc	 silence_ages(struct db *, struct silence *, size_t *n, size_t max) MUST_USE;

/* Alarms and escalations of a ticket at the triage desk, since then. */
enum rc	 ladder_told(struct db *, int64_t ticket, int64_t since, int64_t *alarms,
	     size_t *steps) MUST_USE;

extern const struct query *const clock_queries[];
extern const size_t clock_nqueries;

#endif
