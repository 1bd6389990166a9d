/* way_core.h: what every change of the own channels does besides.  For actions only. */
#ifndef ACTION_WAY_CORE_H
#define ACTION_WAY_CORE_H

#include "action/desk.h"
#include "domain/notice.h"

enum rc	 way_may(const struct desk *) MUST_USE;		/* somebody signed in */
/* RC_CONFLICT: codes and trials enough were asked for in this hour. */
enum rc	 way_seldom(const struct desk *) MUST_USE;
/* An event; never an address. */
enum rc	 way_note(const struct desk *, const char *step, enum channel, int64_t *event) MUST_USE;

#endif
