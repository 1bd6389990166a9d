/* file_core.h: how a ticket comes into being.  For actions only. */
#ifndef ACTION_FILE_CORE_H
#define ACTION_FILE_CORE_H

#include "action/core.h"
#include "action/file_action.h"

/* The same with nothing left NULL, so that nobody below need ask. */
struct filing	 file_filled(const struct filing *);

/* The ticket with its number, voice code and first event; not yet routed. */
enum rc	 file_ticket(struct work_on *, const struct filing *) MUST_USE;

/* What its cards want to be safe is asked of it. */
enum rc	 file_locks(const struct work_on *, const struct filing *) MUST_USE;

/* Its reporter, sealed, with a tracking code of the reporter's own. */
enum rc	 file_reporter(struct work_on *, const struct filing *, int64_t call,
	     struct receipt *) MUST_USE;

/* The same reporter, who has said more since: another seal, another code. */
enum rc	 file_reporter_again(struct work_on *, const struct filing *, int64_t reporter,
	     struct receipt *) MUST_USE;

/* What a filing makes of a ticket: all that is not a number, a code or a version. */
void	 file_fill(struct work_on *, const struct filing *);

/*
 * The call, closed, with its draft's end.  One that was put down of a draft,
 * because its taker was gone, is ended anew; RC_CONFLICT: ended by somebody.
 */
enum rc	 file_call_record(const struct desk *, const struct filing *, const char *type,
	     struct call *) MUST_USE;
enum rc	 file_answers(const struct desk *, const struct filing *, int64_t ticket) MUST_USE;

/*
 * The ticket that was made of a form's draft is completed by the form itself,
 * once.  Whatever somebody has done with it meanwhile stays: then the words
 * are added to its story.
 */
enum rc	 file_complete(struct work_on *, const struct filing *, struct receipt *) MUST_USE;

/*
 * "+1" of a call that has a ticket already.  One that was made of its draft and
 * nobody has touched goes into the other, as a merge that can be undone;
 * RC_CONFLICT: somebody works on it, and out->ticket says which it is.
 */
enum rc	 file_join_late(const struct desk *, const struct filing *, const struct call *,
	     const char *number, struct receipt *) MUST_USE;

/* What the desk learns of an incident: its place and words; and who beyond the city took it. */
enum rc	 file_teach(struct work_on *, const struct filing *) MUST_USE;

/* An emergency goes to its agencies at once; counts them. */
enum rc	 file_route(struct work_on *, const struct filing *, size_t *told) MUST_USE;

#endif
