/* person.h: a reporter's identity, as far as this reader may see it.  For actions only. */
#ifndef ACTION_PERSON_H
#define ACTION_PERSON_H

#include "action/see_action.h"

/* Opens the seal for those who may, masks the phone for all, hides the anonymous. */
enum rc		 person_open(const struct desk *, const struct ticket *,
		     const struct reporter *, struct bytes sealed, struct identity *) MUST_USE;
const char	*person_mask(struct arena *, const char *phone);	/* "0812....0391" */

#endif
