/* vocab_store.h: how often words stood in a category's tickets, red flags, what is taken most. */
#ifndef STORE_VOCAB_STORE_H
#define STORE_VOCAB_STORE_H

#include "domain/propose.h"
#include "domain/red_flag.h"
#include "domain/ticket.h"
#include "lib/db.h"

/* n more tickets of the category have the word; n may be negative.  Word 0: the tickets. */
enum rc	 vocab_add(struct db *, int64_t word, int64_t category, int64_t n) MUST_USE;
/* Of one word: the categories it stood in, appended to list with that place; at most max in all. */
enum rc	 vocab_of(struct db *, int64_t word, size_t place, struct learnt *list, size_t *n,
	     size_t max) MUST_USE;
enum rc	 vocab_forget(struct db *) MUST_USE;	/* all of it, to learn it anew */

/* A ticket to learn from. */
struct told {
	int64_t		 id, category;
	const char	*title, *detail;
	enum privacy	 privacy;
};
enum rc	 vocab_source(struct db *, struct arena *, int64_t after, struct told *, size_t *n,
	     size_t max) MUST_USE;

enum rc	 taken_add(struct db *, int64_t day, int64_t category, int64_t n) MUST_USE;
/* Categories by how many incidents were taken since a day, the most first. */
enum rc	 taken_most(struct db *, int64_t since, int64_t *categories, size_t *n,
	     size_t max) MUST_USE;

enum rc	 red_flag_list(struct db *, struct arena *, struct red_flag **, size_t *n) MUST_USE;
enum rc	 red_flag_put(struct db *, const struct red_flag *, int64_t id) MUST_USE;
enum rc	 red_flag_clear(struct db *) MUST_USE;

extern const struct query *const vocab_queries[];
extern const size_t vocab_nqueries;

#endif
