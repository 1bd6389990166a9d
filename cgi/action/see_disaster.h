/* see_disaster.h: disasters that are proposed, for supervisors' screens and the wall. */
#ifndef ACTION_SEE_DISASTER_H
#define ACTION_SEE_DISASTER_H

#include "action/desk.h"
#include "domain/disaster.h"

enum { DISASTERS_SHOWN = 5 };

/* The oldest first, at most DISASTERS_SHOWN; none for who has no view of the whole. */
enum rc	 see_disasters(const struct desk *, struct disaster_row *, size_t *n) MUST_USE;

#endif
