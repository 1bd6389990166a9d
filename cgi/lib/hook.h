/*
 * hook.h: a door to libcurl, too: what is handed over to machines by HTTP.
 *
 * No redirect is followed.  A name that leads to an address of a private
 * network is not followed either; an admin who means one writes the address itself.
 */
#ifndef LIB_HOOK_H
#define LIB_HOOK_H

#include <stdbool.h>

#include "lib/arena.h"

/* One JSON text to one address that an admin gave. */
struct hook {
	const char	*url;		/* "https://..." or "http://..." */
	const char	*bearer, *time, *signature;	/* as machines sign what they tell us */
	const char	*body;
};

/* RC_BUSY: try again later; RC_INPUT: never (4xx, a bad address). */
enum rc	 hook_post(struct arena *, const struct hook *) MUST_USE;
bool	 hook_is_url(const char *);

/* A sealed message to the push service of a browser: its address is a stranger's word. */
struct hook_push {
	const char	*url;
	const char	*vouch;		/* the Authorization */
	struct bytes	 body;
	int64_t		 keep;		/* seconds the service keeps it for a browser that sleeps */
	bool		 urgent;
	bool		 here;		/* a service on this machine, for trials: http://127.0.0.1 */
};

/* RC_NOTFOUND: that browser is gone (404, 410).  Else as hook_post(). */
enum rc	 hook_push(struct arena *, const struct hook_push *) MUST_USE;
/* https, of a name or an address outside; with here also http://127.0.0.1. */
bool	 hook_is_push(const char *url, bool here);

/* Loopback, link-local, private, multicast: of nobody outside.  bytes: 4 or 16, in order. */
bool	 hook_is_private(const unsigned char *bytes, size_t len);

#endif
