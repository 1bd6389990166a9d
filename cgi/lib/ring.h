/*
 * ring.h: the ring of keys that seals and look-ups are made with.
 *
 * For lib/secret.c and lib/ring.c, which are one door to libsodium in two
 * files; everybody else sees lib/secret.h.
 */
#ifndef LIB_RING_H
#define LIB_RING_H

#include <limits.h>
#include <sys/stat.h>

#include "lib/secret.h"

enum { KEY = 32, MAX_KEYS = 16 };

/* One line of the key file, spread into a key for each purpose. */
struct key {
	uint32_t	 id;
	unsigned char	 seal[KEY], lookup[KEY], form[KEY];
};

/* Lives in memory that is locked, guarded, and wiped when freed. */
struct ring {
	size_t		 n;
	struct key	 keys[MAX_KEYS];
};

/* The ring is another one after a reload; whoever holds a secret need not know. */
struct secret {
	struct held {
		struct ring	*ring;
		struct stat	 st;		/* of the file it was read from */
		char		 path[PATH_MAX];
	} *held;
};

#endif
