/* beside_action.h: what stands beside a ticket: hand-offs, family, the notes that wait, words. */
#ifndef ACTION_BESIDE_ACTION_H
#define ACTION_BESIDE_ACTION_H

#include "action/desk.h"
#include "domain/handoff.h"
#include "domain/talk.h"

struct relative {		/* a parent or a child; out of reach there is only its number */
	struct ticket	 t;
	bool		 reached;
};

enum { BESIDE_HANDOFFS = 30, BESIDE_CHILDREN = 200, BESIDE_LINES = 50 };

struct beside {
	struct handoff	*handoffs;
	size_t		 nhandoffs;
	bool		 may_hand;	/* this person may hand it off */
	struct relative	 parent;	/* id 0: none */
	struct relative	*children;
	size_t		 nchildren;
	bool		 may_join;
	struct unsent	*unsent;	/* public notes that wait, or were taken back */
	size_t		 nunsent;
	struct message	*lines;		/* of the conversation, where it was reported in writing */
	size_t		 nlines;
};

/* RC_NOTFOUND: out of reach.  lines: the account of it is for this reader. */
enum rc	 see_beside(const struct desk *, const char *number, bool lines, struct beside *) MUST_USE;

/* What may be said with one key about a ticket whose part is in such a state. */
enum rc	 see_phrases(const struct desk *, const struct ticket *, enum state part,
	     struct phrase *, size_t *n, size_t max) MUST_USE;

#endif
