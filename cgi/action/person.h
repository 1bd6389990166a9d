/* person.h: a reporter's identity, as far as this reader may see it.  For actions only. */
#ifndef ACTION_PERSON_H
#define ACTION_PERSON_H

#include "action/see_action.h"
#include "domain/mask.h"

/* Who reads this ticket, and how sensitive it is. */
struct glance {
	struct reader	 reader;
	enum kind	 kind;
};

/* parts: the agencies' parts of the ticket, in any order. */
struct glance	 person_glance(const struct desk *, const struct ticket *,
		     const struct assignment *parts, size_t n);

/* Fills p->who, ->opens and ->withheld, hides p->r.words; p->r is filled. */
enum rc		 person_look(const struct desk *, struct glance, struct bytes sealed,
		     struct person *) MUST_USE;
/* The whole of it, unmasked. */
enum rc		 person_unseal(const struct desk *, int64_t reporter, struct bytes sealed,
		     struct identity *) MUST_USE;

/* Of the ticket itself: takes away what this reader does not see. */
void		 person_veil(const struct desk *, struct glance, struct ticket *);

const char	*person_mask(struct arena *, const char *phone);	/* "0812 .... 0391" */

#endif
