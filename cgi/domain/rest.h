/* rest.h: when somebody who takes calls has had enough for now. */
#ifndef DOMAIN_REST_H
#define DOMAIN_REST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rest_call {
	int64_t	 rang, answered, closed;
	int64_t	 category;		/* of its ticket; 0 none */
};

struct relief {				/* a break that was offered */
	int64_t		 id, account, giver, at;
	const char	*state;		/* "offered", "taken", "later"; "" none */
	int64_t		 ended;
};

struct rest_rule {
	const int64_t	*hard;		/* ids of categories that weigh */
	size_t		 nhard;
	int64_t		 in_a_row;	/* so many of them */
	int64_t		 working;	/* ms without a pause */
};

enum { REST_PAUSE = 15 * 60 * 1000, REST_CALLS = 60 };

/* What lies behind somebody now.  Calls are the newest first; those before since do not count. */
struct rest_load {
	int64_t	 hard;			/* in a row */
	int64_t	 working;		/* ms since the last pause */
};

struct rest_load rest_weigh(const struct rest_rule *, const struct rest_call *, size_t n,
		     int64_t since, int64_t now);
bool		 rest_is_due(const struct rest_rule *, const struct rest_load *);
/* Is it night, by minutes of the day?  From 22.00 to 5.00 goes over midnight. */
bool		 rest_is_night(int64_t minute, int64_t from, int64_t until);

#endif
