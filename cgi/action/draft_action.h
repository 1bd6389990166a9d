/*
 * draft_action.h: calls that are being taken down.
 *
 * What a taker has typed so far is kept with the first letter, sealed, under
 * the form's token.  Sent, it ends.  Left by its taker (the browser dead, the
 * session over), it becomes what is known of the call after some minutes: a
 * ticket that waits at the triage desk, or a number to be called back.
 */
#ifndef ACTION_DRAFT_ACTION_H
#define ACTION_DRAFT_ACTION_H

#include "action/file_action.h"
#include "lib/pairs.h"

enum { DRAFTS_MAX = 20, DRAFT_MINUTES = 10 };	/* of somebody; left, where no setting says */

struct draft {
	int64_t		 id;
	const char	*token;
	int64_t		 rang, saved;
	struct pairs	 said;		/* the form's fields, as they were typed */
};

/*
 * The whole form, "name=value&...".  "": nothing is typed any more.
 * RC_CONFLICT: the call is closed, or somebody else's.  RC_INPUT: too many.
 */
enum rc	 draft_keep(const struct desk *, const char *token, const char *body,
	     int64_t rang) MUST_USE;
/* One's own, the oldest call first; at most DRAFTS_MAX. */
enum rc	 draft_list(const struct desk *, struct draft *, size_t *n) MUST_USE;
enum rc	 draft_find(const struct desk *, int64_t id, struct draft *) MUST_USE;
/* The line is gone: one's own becomes what is known of it now.  ticket.id 0: no ticket. */
enum rc	 draft_close(const struct desk *, int64_t id, struct receipt *) MUST_USE;

/* The same of all that were left; *n counts.  And the tokens of yesterday are forgotten. */
enum rc	 worker_drafts(const struct desk *, size_t *n) MUST_USE;

/* --- a person's own keys -------------------------------------------------------------- */

struct own_key {
	const char	*action, *code;		/* "send", "Ctrl+Enter" */
};

enum { OWN_KEYS = 80 };

enum rc	 see_keys(const struct desk *, struct own_key *, size_t *n) MUST_USE;
/* These and no others. */
enum rc	 keys_choose(const struct desk *, const struct own_key *, size_t n) MUST_USE;

#endif
