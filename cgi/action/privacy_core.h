/* privacy_core.h: what the files of the privacy desk know of each other.  For actions only. */
#ifndef ACTION_PRIVACY_CORE_H
#define ACTION_PRIVACY_CORE_H

#include "action/privacy_action.h"
#include "store/privacy_store.h"

/* An event of a request: {"number":"PDP-26-000017","kind":"access","step":"done"}, and more. */
enum rc		 subject_tell(const struct desk *, enum act, struct subject *,
		     const char *more) MUST_USE;
/* A letter about that event to who asked, "data_in" or "data_out", where letters are wanted. */
enum rc		 subject_post(const struct desk *, const struct subject *,
		     const char *kind) MUST_USE;
/* To somebody who is kept no longer: the address goes with the letter. */
enum rc		 subject_post_last(const struct desk *, const struct subject *,
		     const char *kind, const char *email) MUST_USE;
/* "subject:17:words": what the seals of a request are bound to. */
const char	*subject_context(const struct desk *, int64_t id, const char *part);
/* Who may not see is not told what there is. */
enum rc		 subject_fetch(const struct desk *, const char *number, struct subject *) MUST_USE;
enum rc		 privacy_number(const struct desk *, const char *prefix, const char *series,
		     const char **) MUST_USE;

/* Everything kept of one person on one ticket, as JSON. */
enum rc		 letter_of_person(const struct desk *, const struct kept *,
		     const struct ticket *, const char **) MUST_USE;

/* Opens a seal of a reporter.  Nobody where there is none. */
enum rc		 kept_open(const struct desk *, const struct kept *, struct identity *) MUST_USE;
/*
 * Corrected and sealed anew.  *more: which fields, for the event.  RC_INPUT:
 * nothing is other than it was.
 */
enum rc		 kept_correct(const struct desk *, const struct fix *, struct kept *,
		     const char **more) MUST_USE;

#endif
