/* gazette_action.h: names of places: looked for, added, corrected, hidden. */
#ifndef ACTION_GAZETTE_ACTION_H
#define ACTION_GAZETTE_ACTION_H

#include "action/desk.h"
#include "domain/gazetteer.h"

enum { GAZETTE_PAGE = 50, GAZETTE_WORDS = 10 };

struct gazette_entry {
	struct name	 n;
	bool		 hidden;
	int64_t		 means, used;
	const char	*words[GAZETTE_WORDS];	/* other words for it */
	size_t		 nwords;
};

/* By name, from what was typed on; after: the last of the page before, or 0. */
enum rc	 see_places(const struct desk *, const char *typed, int64_t after,
	     struct gazette_entry *, size_t *n, bool *more) MUST_USE;
enum rc	 see_place(const struct desk *, int64_t id, struct gazette_entry *) MUST_USE;

/*
 * id 0 adds one, and says which it is.  RC_INPUT: no name, kind or known area;
 * RC_CONFLICT: there is one of this name, kind and area.  Words that are not
 * among those given any more are hidden.
 */
enum rc	 place_edit(const struct desk *, struct gazette_entry *) MUST_USE;
enum rc	 place_hide(const struct desk *, int64_t id, bool hidden) MUST_USE;

#endif
