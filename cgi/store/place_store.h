/* place_store.h: how names of places, boundaries and links for a caller's place are kept. */
#ifndef STORE_PLACE_STORE_H
#define STORE_PLACE_STORE_H

#include "domain/gazetteer.h"
#include "domain/geo.h"
#include "lib/arena.h"
#include "lib/db.h"

/* --- names ------------------------------------------------------------------------- */

struct name_list {
	struct name	*items;
	size_t		 n, max;
};

/* Each appends what is not in the list yet.  A prefix is of a folded name. */
enum rc	 place_by_prefix(struct db *, struct arena *, const char *folded,
	     size_t rows, struct name_list *) MUST_USE;
enum rc	 place_by_area(struct db *, struct arena *, const char *area, const char *folded,
	     size_t rows, struct name_list *) MUST_USE;
enum rc	 place_by_name(struct db *, struct arena *, const char *folded,
	     struct name_list *) MUST_USE;	/* the whole name */
enum rc	 place_by_id(struct db *, struct arena *, int64_t id, struct name_list *) MUST_USE;

/* The words of names: the dictionary that typed ones are looked up in. */
struct word {
	int64_t		 id, places;
	const char	*word;
};
enum rc	 word_find(struct db *, struct arena *, const char *word, struct word *) MUST_USE;
enum rc	 word_begins(struct db *, struct arena *, const char *with, struct word *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 word_by_id(struct db *, struct arena *, int64_t id, struct word *) MUST_USE;
enum rc	 word_places(struct db *, int64_t word, size_t max, int64_t *ids, size_t *n) MUST_USE;
/* In how many words, counted up to max; which ones, the first max of them, by id. */
enum rc	 gram_count(struct db *, int64_t gram, size_t max, size_t *n) MUST_USE;
enum rc	 gram_words(struct db *, int64_t gram, size_t max, int64_t *ids, size_t *n) MUST_USE;
/* A new place's name goes into the dictionary.  Inside a transaction. */
enum rc	 word_add_all(struct db *, struct arena *, const struct name *) MUST_USE;

enum place_put { PLACE_NEW, PLACE_CHANGED, PLACE_SAME };
/* By folded name, area and kind; sets its id.  Inside a transaction. */
enum rc	 place_put(struct db *, struct arena *, struct name *, int64_t used,
	     enum place_put *) MUST_USE;
enum rc	 place_count(struct db *, enum place_kind, int64_t *) MUST_USE;	/* up to 1,000,000 */

/* --- boundaries --------------------------------------------------------------------- */

struct boundary {
	const char	*code;
	bool		 neighbour;
	struct box	 box;
	const char	*shape, *outline;
};

enum rc	 boundary_put(struct db *, const struct boundary *) MUST_USE;
/* Whose box holds the point or comes as near as that; without outlines. */
enum rc	 boundary_at(struct db *, struct arena *, struct point, int64_t near,
	     struct boundary *, size_t *n, size_t max) MUST_USE;
/* All, with outlines and without shapes, by code. */
enum rc	 boundary_all(struct db *, struct arena *, struct boundary **, size_t *n) MUST_USE;
enum rc	 boundary_known(struct db *, bool *) MUST_USE;	/* is there one of the city's? */

struct neighbour {
	const char	*code, *name, *contact;
};
enum rc	 neighbour_put(struct db *, const struct neighbour *) MUST_USE;
enum rc	 neighbour_get(struct db *, struct arena *, const char *code,
	     struct neighbour *) MUST_USE;
enum rc	 neighbour_all(struct db *, struct arena *, struct neighbour **, size_t *n) MUST_USE;

/* --- where a caller is ---------------------------------------------------------------- */

struct locate {
	const char	*call;
	int64_t		 until;
	int64_t		 lat, lon, metres, got;
};
enum rc	 locate_add(struct db *, struct bytes code, const char *call, int64_t until) MUST_USE;
enum rc	 locate_get(struct db *, struct arena *, struct bytes code, struct locate *) MUST_USE;
enum rc	 locate_is_open(struct db *, struct bytes code, int64_t now) MUST_USE;
enum rc	 locate_set(struct db *, struct bytes code, const struct locate *,
	     int64_t now) MUST_USE;	/* RC_CONFLICT: none, or too late */
enum rc	 locate_is_old(struct db *, int64_t before, bool *) MUST_USE;
enum rc	 locate_drop(struct db *, int64_t before) MUST_USE;

extern const struct query *const place_queries[];
extern const size_t place_nqueries;
extern const struct query *const word_queries[];
extern const size_t word_nqueries;
extern const struct query *const boundary_queries[];
extern const size_t boundary_nqueries;

#endif
