/* match.h: what a person typed, and which category or village that is. */
#ifndef DOMAIN_MATCH_H
#define DOMAIN_MATCH_H

#include "domain/ref.h"
#include "lib/arena.h"

enum { MATCH_MAX = 8 };

/*
 * The categories typed words may mean, the likeliest first, at most max.  One:
 * that is it.  A code, a name or a caller's word ("kebakaran") in full goes
 * before words that only begin alike; then a text that has such a word in it
 * ("ada rumah terbakar di gang").  0: none, or nothing was typed.
 */
size_t	 match_category(const struct ref *, struct arena *, const char *typed,
	     const struct category **out, size_t max);
/* The same; begun: all that was typed begins a name or a word, it is no text with one in it. */
size_t	 match_begun(const struct ref *, struct arena *, const char *typed,
	     const struct category **out, size_t max, bool *begun);

/* The villages: "pasar lama" or "Pasar Lama, Pasar Muara"; a beginning will do. */
size_t	 match_village(const struct ref *, struct arena *, const char *typed,
	     const struct area **out, size_t max);

/* Lower case, and one space for all that is no letter or digit; for tests. */
char	*match_fold(struct arena *, const char *);

#endif
