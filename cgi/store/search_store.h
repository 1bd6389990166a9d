/*
 * search_store.h: which words are in which ticket.
 *
 * Whatever writes what a ticket says brackets it: what was there is read
 * before, and what is other is taken out and put in after.  In the caller's
 * transaction, so that nothing is found that is not there, nor missed.
 */
#ifndef STORE_SEARCH_STORE_H
#define STORE_SEARCH_STORE_H

#include "domain/search.h"
#include "lib/arena.h"
#include "lib/db.h"

/* What a ticket says, as it is stored. */
struct said_doc {
	struct arena	 own;
	int64_t		 id;		/* 0: not in the index yet */
	const char	*title, *detail, *place, *area;
	int64_t		 category, lead;
};

enum rc	 search_put(struct db *, const struct ticket *) MUST_USE;	/* a new one */
/* The second must follow the first; with RC_OK or not it frees, and gives that back. */
enum rc	 search_before(struct db *, int64_t ticket, struct said_doc *) MUST_USE;
enum rc	 search_after(struct db *, struct said_doc *, enum rc) MUST_USE;

/* --- for who looks -------------------------------------------------------------------- */

enum rc	 search_word(struct db *, const char *word, int64_t *id) MUST_USE;	/* 0: nobody said it */
/* The numbers of a word and of those it begins, the word itself first; at most max. */
enum rc	 search_words(struct db *, const char *word, bool begun, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;
/* Tickets with what asked says (of numbers and marks alone), newest first, between two. */
enum rc	 search_ids(struct db *, const char *asked, int64_t above, int64_t below,
	     int64_t *ids, size_t *n, size_t max) MUST_USE;
enum rc	 search_last(struct db *, int64_t *ticket) MUST_USE;	/* 0: there is none */
/* How the index names what else is known of a ticket. */
const char *search_mark(struct arena *, char kind, int64_t id);	/* 'c' category, 'l' lead */
const char *search_area(struct arena *, const char *code);

/* May it be shown at all?  Cheaper than to read it. */
struct search_limits {
	int	 open, priority;	/* -1: any */
	int64_t	 since;			/* recorded; 0: any */
	int64_t	 agency;		/* has, or had, a part; 0: any */
	int64_t	 unit;			/* one of its runs; 0: any */
	int64_t	 ended;			/* open, or ended since then; 0: any */
};
enum rc	 search_probe(struct db *, int64_t ticket, const struct search_limits *, bool *) MUST_USE;
enum rc	 search_numbers(struct db *, const char *from, const char *to, int64_t *ids,
	     size_t *n, size_t max) MUST_USE;
enum rc	 search_voice(struct db *, const char *voice, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;

/* --- for whoever runs the system -------------------------------------------------------- */

enum rc	 search_left(struct db *, int64_t *ticket) MUST_USE;
/* The next ones, downwards, at most many; each call inside a transaction. */
enum rc	 search_fill(struct db *, int64_t many, int64_t *left) MUST_USE;
/* All is forgotten, to be built anew. */
enum rc	 search_forget(struct db *) MUST_USE;

extern const struct query *const search_queries[];
extern const size_t search_nqueries;
extern const struct query *const search_find_queries[];
extern const size_t search_find_nqueries;

#endif
