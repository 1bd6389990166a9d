/*
 * duty.h: who is on duty, who stands by at home, and who is therefore called.
 *
 * Pure: rows and instants are passed in.
 */
#ifndef DOMAIN_DUTY_H
#define DOMAIN_DUTY_H

#include <stddef.h>

#include "domain/role.h"

struct duty {
	int64_t		 id, agency;	/* agency 0: the 112 desk */
	int64_t		 start, until;
	int64_t		 account;
	enum role	 role;		/* of the account, now */
	const char	*name;
	bool		 standby;	/* called only where nobody is on duty */
	int64_t		 seen;		/* when a screen of theirs was last open; 0 never */
};

enum {
	DUTY_REST = 8 * 3600 * 1000,		/* between two shifts; less is warned about */
	DUTY_HERE = 10 * 60 * 1000,		/* seen since then: is there */
	DUTY_NOTE = 15 * 60 * 1000,		/* for the next shift to read what was left to it */
};

/* The bit of a role, for duty_called(). */
#define DUTY_ROLE(role)	(1u << (role))
/* Those who may stand in for somebody: an agency's people all, at the desk the same role. */
unsigned	 duty_peers(enum role);

enum called {
	CALLED_NO = 0,		/* others are */
	CALLED_ON,		/* on duty */
	CALLED_STANDBY,		/* nobody is on duty */
	CALLED_ALL,		/* no roster says who: everybody of the role is */
};

/*
 * rows: an agency's, or the desk's, of now.  Of the roles those on duty are
 * called; if there are none, those who stand by; if no row names any of the
 * roles, everybody, so that an alarm never reaches nobody.
 */
enum called	 duty_called(const struct duty *rows, size_t n, unsigned roles, int64_t account);

bool		 duty_overlaps(const struct duty *, int64_t start, int64_t until);
/* They do not overlap, and there is less than DUTY_REST between them. */
bool		 duty_is_tight(const struct duty *, int64_t start, int64_t until);

/* How many on duty, and how many of them are there. */
size_t		 duty_count(const struct duty *, size_t n, int64_t now, size_t *here);

/* "1 1 2 2 - -": shifts of the day by number, - a free day.  How many days; 0: no good. */
enum { PATTERN_DAYS = 31 };
size_t		 duty_pattern(const char *text, size_t shifts, size_t out[PATTERN_DAYS]);

/* How long a lack of people is silent before it rings for the n-th time, ms. */
enum lack { LACK_NONE = 0, LACK_SHORT, LACK_ABSENT, LACK_UNREAD, LACK_COUNT };
int64_t		 lack_wait(enum lack, int64_t rings);
const char	*lack_code(enum lack);
enum lack	 lack_of(const char *);

#endif
