/* pact_action.h: the integrity pact is read and signed before any work. */
#ifndef ACTION_PACT_ACTION_H
#define ACTION_PACT_ACTION_H

#include "action/desk.h"

/* In the own name, as it stands in the account.  RC_INPUT: it is another.  An event, once. */
enum rc	 pact_sign(const struct desk *, const char *name) MUST_USE;
/* The version signed and which there is. */
enum rc	 pact_signed(const struct desk *, int64_t *version) MUST_USE;

#endif
