/* citizen_action.h: what a reporter and the public may read and do. */
#ifndef ACTION_CITIZEN_ACTION_H
#define ACTION_CITIZEN_ACTION_H

#include "action/see_action.h"

struct track_view {
	struct ticket	 t;
	int64_t		 reporter;
	struct event	*events;	/* public ones and moves a reporter understands, newest first */
	size_t		 nevents;
	const struct agency *holder;	/* who has it now */
	int64_t		 promised;	/* when the next thing is due; 0 nothing is promised */
	struct choices	 may;		/* answer, dispute, confirm, withdraw */
	const char	*question;	/* what the desk asked, "" */
	int64_t		 window_ends;	/* until when it can be disputed; 0 */
	enum privacy	 privacy;	/* what this reporter chose */
	struct event	*opened;	/* who opened this reporter's identity, newest first; no names */
	size_t		 nopened;
};

/* Before a code is looked for: RC_NOTFOUND where an address has missed too often; after a miss. */
enum rc	 code_try(const struct desk *, const char *remote) MUST_USE;
enum rc	 code_missed(const struct desk *, const char *remote) MUST_USE;

/*
 * By the tracking code.  Wrong numbers, wrong codes and throttled addresses
 * all answer RC_NOTFOUND.  The throttle is by address: 20 misses in 10 minutes.
 */
enum rc	 track(const struct desk *, const char *code, const char *remote,
	     struct track_view *) MUST_USE;

/* Whose code it is, for what else may be asked with it; as track(). */
enum rc	 track_reporter(const struct desk *, const char *code, const char *remote,
	     struct reporter *) MUST_USE;

/* A reporter's move: ACT_ANSWER, ACT_DISPUTE, ACT_CONFIRM, ACT_WITHDRAW; code as above. */
enum rc	 track_move(const struct desk *, const char *code, const char *remote,
	     const struct order *, struct verdict *) MUST_USE;

struct public_row {
	struct ticket	 t;		/* title and detail are "" where only presence is shown */
};
struct public_filter {
	const char	*area;		/* village or "" */
	int64_t		 category;	/* 0 all */
	int64_t		 before_at, before_id;	/* the last row of the page before; 0 first page */
};
enum { PUBLIC_PAGE = 20 };
enum rc	 see_public_list(const struct desk *, const struct public_filter *,
	     struct public_row **, size_t *n, bool *more) MUST_USE;
/* With its public events.  RC_NOTFOUND where nothing of it is public. */
enum rc	 see_public(const struct desk *, const char *number, struct track_view *) MUST_USE;

struct public_numbers {			/* for the home page; of the last 30 days */
	int64_t	received, resolved, open;
};
enum rc	 see_public_numbers(const struct desk *, struct public_numbers *) MUST_USE;

#endif
