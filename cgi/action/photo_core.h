/* photo_core.h: photos go into the store with the act they came with.  For actions only. */
#ifndef ACTION_PHOTO_CORE_H
#define ACTION_PHOTO_CORE_H

#include "action/core.h"
#include "action/photo_action.h"

/* After the act's own event is recorded; NULL: none came. */
enum rc	 photo_keep(const struct work_on *, const struct photos *, enum shot_kind,
	     int64_t reporter) MUST_USE;
/*
 * After the transaction they went into: dropped where it was refused.  Where it
 * failed nobody knows: they stay, and the worker removes them if nobody has them.
 */
void	 photo_end(const struct photos *, enum rc);

/*
 * Inside the transaction of who asks: the photos a reporter sent can be opened
 * no more, and the worker will remove their files.  How many they were.
 */
enum rc	 photo_forget(const struct desk *, int64_t reporter, size_t *n) MUST_USE;

#endif
