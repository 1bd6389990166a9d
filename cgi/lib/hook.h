/* hook.h: a door to libcurl, too: one JSON text to one address that an admin gave. */
#ifndef LIB_HOOK_H
#define LIB_HOOK_H

#include "lib/arena.h"

struct hook {
	const char	*url;		/* "https://..." or "http://..." */
	const char	*bearer, *time, *signature;	/* as machines sign what they tell us */
	const char	*body;
};

/* No redirect is followed.  RC_BUSY: try again later; RC_INPUT: never (4xx, a bad address). */
enum rc	 hook_post(struct arena *, const struct hook *) MUST_USE;
bool	 hook_is_url(const char *);

#endif
