/* propose.h: which categories a caller's words may mean, by all we know of words. */
#ifndef DOMAIN_PROPOSE_H
#define DOMAIN_PROPOSE_H

#include "domain/match.h"

/* The category of what nobody could classify: it teaches nothing. */
#define UNCLASSIFIED "LAIN"

enum { TYPED_MAX = 24, TYPED_LETTERS = 3 };

/* What past tickets say of one typed word: in how many of a category it stood. */
struct learnt {
	size_t		 word;		/* its place among the typed words */
	int64_t		 category, n;
};

struct lesson {
	const struct learnt	*words;
	size_t			 nwords;
	const struct learnt	*tickets;	/* how many each category had; .word is not used */
	size_t			 ntickets;
};

/*
 * The words of a text that tell something: folded, each once, without numbers,
 * short words and those that stand in any sentence.  At most TYPED_MAX.
 */
size_t	 typed_words(struct arena *, const char *text, const char *out[TYPED_MAX]);

/*
 * The likeliest first.  What match_category() is certain of leads, and stands
 * alone where all that was typed begins its name; then those whose names,
 * callers' words and past tickets have the words more often than others do.
 * No category is likelier for being common: words decide, not custom.
 */
size_t	 propose(const struct ref *, struct arena *, const char *typed, const struct lesson *,
	     const struct category **out, size_t max);

/* How many of the words stand in the text. */
size_t	 words_shared(struct arena *, const char *const words[], size_t n, const char *text);

#endif
