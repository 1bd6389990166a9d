/* part.h: the agencies' parts of a ticket: given, driven, ended.  For actions only. */
#ifndef ACTION_PART_H
#define ACTION_PART_H

#include "action/core.h"

/*
 * Gives a part to an agency, with clocks from now.  An open part it has
 * already is kept, and made the leading one where that is asked.
 */
enum rc	 part_give(struct work_on *, int64_t agency, bool lead) MUST_USE;

/* It went from one agency to another: the event that names both limits. */
enum rc	 part_passed(struct work_on *, const struct assignment *from, int64_t to) MUST_USE;

/* Moves a part on and records it; open runs end with it where it ends. */
enum rc	 part_move(struct work_on *, struct assignment *, enum act, enum state to,
	     const char *note, const char *data) MUST_USE;

/* The open leading part; RC_NOTFOUND where nobody leads. */
enum rc	 part_lead(const struct work_on *, struct assignment *) MUST_USE;

/* Ends every open part: the leading one as lead, the others as rest. */
enum rc	 part_end_all(struct work_on *, enum act, enum state lead, enum state rest) MUST_USE;

/* Is another agency than the leading one at work? */
enum rc	 part_others_work(const struct work_on *, bool *) MUST_USE;

/* The leading agency, then those who help, as the routing rule or the order says. */
enum rc	 part_route(struct work_on *, int64_t lead, const int64_t *support, size_t n) MUST_USE;

/* What the routing rule proposes as support for this lead. */
size_t	 part_proposed(const struct work_on *, int64_t lead, int64_t *out, size_t max);

/* A first acknowledgement or a first unit sets an emergency to handling. */
enum rc	 part_handles(struct work_on *) MUST_USE;

#endif
