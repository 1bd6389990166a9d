/*
 * search.h: words of tickets, and of those who look for one.
 *
 * Both are cut and folded alike.  There is no language of quotes and signs to
 * get wrong: whatever is typed is words, or the number of a ticket.
 */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include "domain/ticket.h"
#include "lib/arena.h"

enum {
	SOUGHT_WORDS = 8,	/* of a question; more are not asked */
	SOUGHT_BEGUN = 3,	/* letters from which on a word may go on */
	SAID_WORDS = 400,	/* of a ticket; a longer account is found by its first ones */
	SOUGHT_PARTS = 8,	/* ways to read what may be part of a number */
	SOUGHT_MAX = 120,	/* characters of a question */
};

/*
 * The words of a text, folded, each once, in the order they are said: no
 * words of any sentence, no single letters, and no number as long as a
 * telephone's, in pieces or not.  Adds to n, at most max.
 */
size_t	 said_words(struct arena *, const char *text, const char **out, size_t n, size_t max);

struct sought {
	const char	*words[SOUGHT_WORDS];
	size_t		 n;
	bool		 unsaid;	/* something typed is never looked for */
	const char	*number;	/* a whole ticket number, check character and all; or NULL */
	struct part_number {
		const char	*from, *to;	/* numbers from the one, before the other */
	}		 parts[SOUGHT_PARTS];
	size_t		 nparts;
	const char	*voice;		/* "K7-2A", or NULL */
};

/* year: of today.  Of what is typed too much, the first. */
void	 search_read(struct arena *, const char *typed, int year, struct sought *);

/* How a word fits what was typed: not, begun, or it is the very word. */
enum fits { FITS_NOT = 0, FITS_BEGUN, FITS_WHOLE };
enum fits search_fits(const char *sought, const char *word);

/* What stands where in a ticket, by what it is worth. */
enum field_of { IN_TITLE = 0, IN_PLACE, IN_KIND, IN_AREA, IN_DETAIL, IN_AGENCY, IN_FIELDS };

/* How well the texts fit; 0 where a word is in none of them. */
int	 search_score(struct arena *, const struct sought *, const char *const text[IN_FIELDS]);

/* A text with what was looked for in it, in pieces. */
struct piece {
	const char	*text;
	bool		 hit;
};
enum { PIECES_MAX = 24 };
/* Around the first hit, at most about max characters; 0 pieces where there is none. */
size_t	 search_pieces(struct arena *, const struct sought *, const char *text, size_t max,
	     struct piece out[PIECES_MAX]);

#endif
