/* file_core.h: how a ticket comes into being.  For actions only. */
#ifndef ACTION_FILE_CORE_H
#define ACTION_FILE_CORE_H

#include "action/core.h"
#include "action/file_action.h"

/* The ticket with its number, voice code and first event; not yet routed. */
enum rc	 file_ticket(struct work_on *, const struct filing *) MUST_USE;

/* What its cards want to be safe is asked of it. */
enum rc	 file_locks(const struct work_on *, const struct filing *) MUST_USE;

/* Its reporter, sealed, with a tracking code of the reporter's own. */
enum rc	 file_reporter(struct work_on *, const struct filing *, int64_t call,
	     struct receipt *) MUST_USE;

/* An emergency goes to its agencies at once; counts them. */
enum rc	 file_route(struct work_on *, const struct filing *, size_t *told) MUST_USE;

#endif
