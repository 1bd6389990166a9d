/* signal.h: something a screen is to hear of at once, and whose screen. */
#ifndef DOMAIN_SIGNAL_H
#define DOMAIN_SIGNAL_H

#include "domain/role.h"

enum { SIGNAL_KIND = 24, SIGNAL_ABOUT = 64 };	/* characters at most */

/* To who is all that is set; at least one of the three is. */
struct signal {
	int64_t		 id, at;
	int64_t		 agency;	/* 0 any */
	enum role	 role;		/* ROLE_NONE any */
	int64_t		 account;	/* 0 any */
	const char	*kind;		/* "call-rings": small letters, digits, hyphens */
	const char	*about;		/* an id, "" none: letters, digits, - _ . : and never a person's */
};

bool	 signal_is_good(const struct signal *);
bool	 signal_reaches(const struct signal *, const struct actor *);

#endif
