/*
 * deliver_action.h: what was sent and what could not be, how channels fare, in which words.
 *
 * MAY_DELIVERIES; how channels fare also MAY_COMMAND, for the wall.  No address
 * is in any of it.
 */
#ifndef ACTION_DELIVER_ACTION_H
#define ACTION_DELIVER_ACTION_H

#include "action/desk.h"
#include "store/notice_store.h"
#include "store/pattern_store.h"

enum { DELIVERIES = 50, PATTERN_VERSIONS = 10 };

struct channel_view {
	struct carrier	 c;
	enum ill	 ill;
	int64_t		 waiting, dead;		/* at most NOTICE_COUNTED */
	int64_t		 oldest;		/* of what waits, when it was written; 0: none */
	int64_t		 urgent;		/* the same of what is urgent */
};

/* SMS and WhatsApp only where a gateway takes them. */
enum rc	 see_carriers(const struct desk *, struct channel_view [CHANNEL_COUNT], size_t *n) MUST_USE;

/*
 * "waiting", "dead", "sent", "dropped"; CHANNEL_NONE: of all.  The newest
 * first, before an id (0: from the first).
 */
enum rc	 see_deliveries(const struct desk *, enum channel, const char *state, int64_t before,
	     struct delivery [DELIVERIES], size_t *n, bool *more) MUST_USE;

/* RC_NOTFOUND: not dead (any more).  A code is never sent twice. */
enum rc	 deliver_again(const struct desk *, int64_t id) MUST_USE;
enum rc	 deliver_all_again(const struct desk *, enum channel) MUST_USE;

/* All versions of one, the newest first.  RC_NOTFOUND: there is no such. */
enum rc	 see_pattern(const struct desk *, const struct pattern *which,
	     struct pattern [PATTERN_VERSIONS], size_t *n) MUST_USE;
/*
 * A new version after p->version, in force at once.  RC_INPUT: *fault says why.
 * RC_CONFLICT: somebody wrote one since.
 */
enum rc	 pattern_write(const struct desk *, const struct pattern *, enum pattern_fault *) MUST_USE;

#endif
