/* rotate_action.h: everything sealed, sealed again by the newest key, while programs run. */
#ifndef ACTION_ROTATE_ACTION_H
#define ACTION_ROTATE_ACTION_H

#include "action/desk.h"

enum { KEYS_MAX = 17 };		/* sixteen in a file, and what no key of it opens */

struct key_use {
	uint32_t	 id;		/* 0: seals of keys that are not in the file */
	int64_t		 seals;		/* how many it holds */
	bool		 looks_up;	/* codes and phones are found by it: it cannot go */
	bool		 newest;
};

/* The keys of the file in order, and at the end one of id 0 where seals are lost. */
enum rc	 rotate_uses(const struct desk *, struct key_use uses[KEYS_MAX], size_t *n) MUST_USE;

struct rotated {
	uint32_t	 key;		/* the newest, which holds everything now */
	int64_t		 done;		/* seals made again */
	int64_t		 lost;		/* that no key opens: left as they are */
};

/*
 * In transactions of a few milliseconds, again and again until a walk finds
 * nothing old: a program that sealed by the old key meanwhile is caught up
 * with.  Ends with an event.  To be begun again where it was killed.
 */
enum rc	 rotate_seals(const struct desk *, struct rotated *) MUST_USE;

#endif
