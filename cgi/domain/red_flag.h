/* red_flag.h: words that call for help at once, whatever else is said. */
#ifndef DOMAIN_RED_FLAG_H
#define DOMAIN_RED_FLAG_H

#include "domain/priority.h"
#include "lib/arena.h"

struct red_flag {
	/* Phrases; a word of one may have others beside it: "tidak|gak napas|nafas,henti napas". */
	const char	*words;
	enum priority	 priority;	/* at least this urgent */
	const char	*category;	/* the code it proposes, "" none */
	const char	*card;		/* the SOP card to open, "" none */
	const char	*say, *say_en;
};

enum { RED_FLAGS_MAX = 200, RED_FLAGS_SHOWN = 3 };

/*
 * Those whose words stand in the text, side by side and as words of their own;
 * the most urgent first, at most max.  *found: the words as they were typed, folded.
 */
size_t	 red_flags(struct arena *, const struct red_flag *, size_t n, const char *text,
	     const struct red_flag **out, const char **found, size_t max);

#endif
