/* phrase_action.h: quick phrases are written, changed, put out of use. */
#ifndef ACTION_PHRASE_ACTION_H
#define ACTION_PHRASE_ACTION_H

#include "action/desk.h"
#include "domain/handoff.h"

/* The city's are the admin's and the supervisor's; an agency's head has those of the agency. */
bool	 phrase_may(const struct desk *, const struct phrase *);

/* All that are in use, of both tracks, that this person sees. */
enum rc	 see_phrase_list(const struct desk *, struct phrase **, size_t *n) MUST_USE;
/* RC_NOTFOUND: not this person's to change. */
enum rc	 see_phrase(const struct desk *, int64_t id, struct phrase *) MUST_USE;

/* RC_INPUT: a category, class or state that is none; RC_CONFLICT: there are too many. */
enum rc	 phrase_save(const struct desk *, struct phrase *) MUST_USE;
enum rc	 phrase_drop(const struct desk *, int64_t id) MUST_USE;

#endif
