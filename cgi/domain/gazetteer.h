/*
 * gazetteer.h: names of places: how they are folded, found, and ranked.
 *
 * A name is folded to plain words ("Jl. Karya Bakti" is "karya bakti"), a word
 * is cut to pieces of three letters.  By those that are right a misspelt word
 * is found; how well each typed word fits decides.
 */
#ifndef DOMAIN_GAZETTEER_H
#define DOMAIN_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

enum place_kind { PLACE_NONE = 0, PLACE_VILLAGE, PLACE_STREET, PLACE_LANDMARK, PLACE_ADDRESS,
    PLACE_KINDS };

const char	*place_kind_code(enum place_kind);
enum place_kind	 place_kind_of(const char *code);	/* PLACE_NONE where unknown */

/* Micro-degrees; both 0: no point. */
struct name {
	int64_t		 id;
	enum place_kind	 kind;
	const char	*name, *folded;
	const char	*area;		/* a village's code, or "" */
	int64_t		 lat, lon;
	int64_t		 weight;	/* 0 to 100: how likely it is meant */
};

enum { NAME_WORDS = 12, NAME_GRAMS = 48, NAME_MAX = 120 };

/* Words apart by one space; without "jalan", with "masjid" for "mesjid". */
char	*name_fold(struct arena *, const char *);
/* The pieces of folded words, each once; a last word that is still typed has an open end. */
size_t	 name_grams(const char *folded, bool open, int64_t out[NAME_GRAMS]);

/* One of the places a text names: "Jl. Karya Bakti 14" and "Masjid Al-Ikhlas". */
struct part_typed {
	const char	*from;
	size_t		 len;
};
/* "Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas" has two; at most max. */
size_t	 name_parts(const char *typed, struct part_typed *, size_t max);
/* Without the number of a house: "Jl. Karya Bakti". */
char	*name_head(struct arena *, const struct part_typed *);
/* The whole text with that part told by its name; the house and the rest stay. */
char	*name_into(struct arena *, const char *typed, const struct part_typed *,
	     const char *name);

struct looked {			/* what is looked for */
	const char	*words[NAME_WORDS];
	size_t		 n;
	const char	*joined;	/* without spaces */
	bool		 street;	/* "jalan" was said */
	bool		 open;		/* the last word may go on */
};
void	 name_look(struct arena *, const char *typed, bool open, struct looked *);
/*
 * 0: not meant.  Up to about 1100: every word fits, and it lies in the area
 * that is known.  around: folded names of its village and district.
 */
int	 name_rank(const struct looked *, const struct name *,
	     const char *around, bool same_area);

/* The same, begun, or misspelt by a letter or two. */
bool	 word_is_like(const char *typed, const char *word, bool open);

/*
 * What may be kept of a caller's place for those who call later: a street or
 * landmark, at most its house number; NULL where it names people or numbers.
 */
char	*name_keepable(struct arena *, const char *place);

#endif
