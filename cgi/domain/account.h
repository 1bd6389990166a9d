/* account.h: who may sign in, and who may say so. */
#ifndef DOMAIN_ACCOUNT_H
#define DOMAIN_ACCOUNT_H

#include "domain/role.h"

struct account {
	int64_t		 id;
	const char	*login;		/* lower case, never changed */
	const char	*name;
	enum role	 role;
	int64_t		 agency, unit;	/* 0 where none */
	const char	*email;		/* "" where none */
	bool		 renew;		/* the password is somebody else's choice: a new one first */
	int64_t		 disabled;	/* when, 0 in use */
	int64_t		 created;
	int64_t		 version;
};

struct session {			/* somebody signed in */
	struct actor	 who;
	const char	*csrf;		/* the token of this session's forms */
	bool		 renew;		/* a new password first */
	int64_t		 expires;
};

enum { LOGIN_MIN = 3, LOGIN_MAX = 40 };

/* Small letters, digits, and '.', '-', '_' between them: 3 to 40. */
bool	 account_is_login(const char *);
/* May this person see and change that account?  Nobody changes a greater one. */
bool	 account_may(const struct actor *, const struct account *);
/* May this person make somebody this role of this agency (0: of none)? */
bool	 account_may_give(const struct actor *, enum role, int64_t agency);
/* Roles an account can have; the others are no person who signs in. */
bool	 account_is_role(enum role);
/* How long a sign-in lasts, ms: a shift and its handover; less for an admin. */
int64_t	 account_session(enum role);

#endif
