/* rule.h: the rules of a move that no missing word can heal. */
#ifndef ACTION_RULE_H
#define ACTION_RULE_H

#include "action/desk.h"
#include "domain/ticket.h"

/* What is known about the person and the object when a move is judged. */
struct facts {
	bool	lead;		/* the part is the leading one; true for the ticket itself */
	bool	did_work;	/* this person did some of the work */
	bool	others_work;	/* another agency is still at it */
	bool	proposed;	/* as a disaster, and nobody has said a word */
};

/* The bit of the first rule that refuses, or 0. */
unsigned	 rule_refuses(const struct desk *, const struct ticket *, const struct move *,
		     struct facts);
bool		 rule_is_agency_role(enum role);

#endif
