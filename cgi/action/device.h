/*
 * device.h: on which devices an account has signed in before.
 *
 * The device's cookie names the device and bears a mark that says it is ours,
 * and one for each account that signed in on it.  Only we can make a mark, so a
 * stranger's device stays a stranger's; nothing about devices is stored.
 */
#ifndef ACTION_DEVICE_H
#define ACTION_DEVICE_H

#include <stdbool.h>

#include "lib/secret.h"

enum { DEVICE_ACCOUNTS = 12 };	/* the latest on a shared machine */

/* Has anybody signed in on it, ever? */
bool		 device_is_ours(const struct secret *, struct arena *, const char *cookie);
bool		 device_knows(const struct secret *, struct arena *, const char *cookie,
		     const char *login);
const char	*device_id(struct arena *, const char *cookie);
/* The cookie with the account's mark in front; a new device where it was none. */
const char	*device_add(const struct secret *, struct arena *, const char *cookie,
		     const char *login);

/* "Chrome, Android" out of a User-Agent; "" where it is NULL or nothing we know. */
const char	*device_words(struct arena *, const char *agent);

#endif
