/*
 * way_action.h: how I am told: my channels, my browsers, my quiet hours.
 *
 * Everybody signed in, of nobody but themselves.  An address is used only once
 * a code that was sent there came back.
 */
#ifndef ACTION_WAY_ACTION_H
#define ACTION_WAY_ACTION_H

#include "action/desk.h"
#include "store/way_store.h"

enum { WAY_CODE = 6, WAY_GOOD = 10 * 60 * 1000, WAY_PAUSE = 60 * 1000, WAY_TRIES = 5,
    WAY_ASKED = 10 };		/* codes and trials in an hour */

struct own_way {
	struct way	 w;
	const char	*address;	/* "" of push */
	bool		 offered;	/* the city has this channel */
	bool		 had;		/* there is one, verified or not */
	bool		 waits;		/* for a code that is good */
};

struct own_ways {
	struct own_way		 of[CHANNEL_COUNT];
	struct manner		 told;
	struct subscription	 browsers[SUBSCRIPTIONS];
	size_t			 nbrowsers;
	const char		*mail;		/* the account's, where that is told; else "" */
	const char		*push_key;	/* ours; "" until it is made */
};

enum rc	 see_ways(const struct desk *, struct own_ways *) MUST_USE;

/* RC_INPUT: no address of that channel.  RC_CONFLICT: too often asked for. */
enum rc	 way_add(const struct desk *, enum channel, const char *address) MUST_USE;
enum rc	 way_ask(const struct desk *, enum channel) MUST_USE;	/* another code */
/* RC_INPUT: another code.  RC_CONFLICT: it is too old, or there were too many tries. */
enum rc	 way_confirm(const struct desk *, enum channel, const char *code) MUST_USE;
enum rc	 way_choose(const struct desk *, enum channel, int64_t kinds) MUST_USE;
enum rc	 way_remove(const struct desk *, enum channel) MUST_USE;
enum rc	 way_try(const struct desk *, enum channel) MUST_USE;	/* RC_CONFLICT: too often */
/* RC_INPUT: no minutes of a day, no language of ours. */
enum rc	 way_rest(const struct desk *, const struct manner *) MUST_USE;

/* RC_INPUT: not what a browser gives.  RC_CONFLICT: there are SUBSCRIPTIONS already. */
enum rc	 browser_add(const struct desk *, const char *endpoint, const char *p256dh,
	     const char *auth, const char *agent) MUST_USE;
enum rc	 browser_remove(const struct desk *, int64_t id) MUST_USE;

#endif
