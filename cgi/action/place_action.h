/*
 * place_action.h: where it is: names that are typed, points, the city's edge.
 *
 * Of earlier emergencies only the street or landmark is kept, without whose
 * call it was and when (name_keepable() in domain/gazetteer.h says what).
 */
#ifndef ACTION_PLACE_ACTION_H
#define ACTION_PLACE_ACTION_H

#include "action/desk.h"
#include "domain/gazetteer.h"
#include "domain/geo.h"
#include "domain/ticket.h"

/* --- names ------------------------------------------------------------------------- */

struct place_row {
	struct name	 n;
	int		 rank;
	bool		 exact;		/* it was typed in full */
	const char	*text;		/* the field's words with the name in its place */
};
enum { PLACE_ROWS = 8 };

/*
 * The names that are meant, the likeliest first; typing may go on.  area: a
 * village's code that is known already, or "".  RC_FORBIDDEN: takes no calls.
 */
enum rc	 place_search(const struct desk *, const char *typed, const char *area,
	     struct place_row out[PLACE_ROWS], size_t *n) MUST_USE;
/* The one place that the text names in full; RC_NOTFOUND where it is none, or several. */
enum rc	 place_exact(const struct desk *, const char *typed, const char *area,
	     struct name *) MUST_USE;

/*
 * An emergency's place becomes a name: not of a sensitive kind, not of a
 * caller who is to be kept secret, not what names a person.  Inside the
 * transaction of its filing.
 */
enum rc	 place_keep(const struct desk *, const struct category *, enum privacy,
	     const struct place *, int64_t ticket) MUST_USE;

/* --- points ------------------------------------------------------------------------- */

enum spot_how {
	SPOT_NONE = 0,		/* nothing is known about it */
	SPOT_INSIDE,		/* in the village's boundary */
	SPOT_EDGE,		/* in none, but this one is within SPOT_METRES */
	SPOT_NEAREST,		/* no boundaries are known: the nearest centre */
	SPOT_OUTSIDE		/* beyond the city */
};
enum { SPOT_METRES = 250, SPOT_FAR = 20000 };

struct spot {
	enum spot_how		 how;
	const struct area	*area;		/* NULL outside */
	int64_t			 metres;	/* to the boundary or the centre */
	const char		*neighbour;	/* a code, "" none */
	const char		*neighbour_name, *contact;
};
enum rc	 place_spot(const struct desk *, struct point, struct spot *) MUST_USE;
enum rc	 place_neighbour(const struct desk *, const char *code, struct spot *) MUST_USE;

/* --- the map -------------------------------------------------------------------------- */

struct drawn {
	const char	*code;		/* a village's or a neighbour's */
	bool		 neighbour;
	struct shape	 outline;
};
struct drawing {
	struct drawn	*items;
	size_t		 n;
	struct box	 box;		/* around the city's own */
};
enum rc	 place_draw(const struct desk *, struct drawing *) MUST_USE;

/* --- files ---------------------------------------------------------------------------- */

enum { TOLD_LINES = 20 };

struct import {
	const char	*file;
	enum place_kind	 kind;		/* of rows that do not say; PLACE_NONE: they must */
	bool		 neighbour;	/* boundaries: of neighbours */
	const char	*why;		/* the file itself is no good */
	int64_t		 made, changed, same, bad;
	struct { int64_t line; const char *why; } told[TOLD_LINES];	/* the first bad ones */
	size_t		 ntold;
};
/*
 * A CSV with a head, or a GeoJSON FeatureCollection, read row by row: a file
 * of any size will do.  What is there already is not put twice.  A bad row is
 * left out and told by its line.
 */
enum rc	 place_import(const struct desk *, struct import *) MUST_USE;
/* Polygons of villages, by "code" ("kode") or by name; or of neighbours, with their names. */
enum rc	 boundary_import(const struct desk *, struct import *) MUST_USE;
enum rc	 neighbour_set(const struct desk *, const char *code, const char *name,
	     const char *contact) MUST_USE;

struct place_tally {
	int64_t		 streets, landmarks, addresses, boundaries, neighbours;
};
enum rc	 place_tell(const struct desk *, struct place_tally *) MUST_USE;

/* --- a caller sends where they are --------------------------------------------------------- */

enum { LOCATE_AGE = 30 * 60 * 1000 };	/* ms */

/* A code for a link, bound to the call's token; shown once. */
enum rc	 locate_ask(const struct desk *, const char *call, const char **code) MUST_USE;
/* From the link; RC_NOTFOUND: no such code, or too late.  RC_INPUT: no place on earth. */
enum rc	 locate_send(const struct desk *, const char *code, struct point, int64_t metres) MUST_USE;
/* The worker's: links that nobody can use any more are forgotten. */
enum rc	 locate_forget(const struct desk *) MUST_USE;
enum rc	 locate_open(const struct desk *, const char *code) MUST_USE;	/* may it be sent? */
/* What came for this call; RC_NOTFOUND: another call's, or none.  got 0: nothing yet. */
enum rc	 locate_read(const struct desk *, const char *code, const char *call,
	     struct point *, int64_t *metres, int64_t *got) MUST_USE;

#endif
