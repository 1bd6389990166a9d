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
	bool		 strong;	/* signs in with a code, too */
	int64_t		 pact;		/* the version of the pact that is signed, 0 none */
	int64_t		 disabled;	/* when, 0 in use */
	int64_t		 created;
	int64_t		 version;
};

/* What somebody who signed in still has to do before any work, in this order. */
enum owes {
	OWES_NOTHING = 0,
	OWES_PASSWORD,		/* choose one's own */
	OWES_PACT,		/* read and sign it */
	OWES_FACTOR,		/* set up the second factor */
	OWES_COUNT
};

struct session {			/* somebody signed in */
	struct actor	 who;
	const char	*csrf;		/* the token of this session's forms */
	bool		 renew;		/* a new password first */
	bool		 strong;	/* there is a second factor */
	int64_t		 pact;		/* the version signed */
	int64_t		 created, expires;
	enum owes	 owes;
};

enum { LOGIN_MIN = 3, LOGIN_MAX = 40 };

/* Of the integrity pact's words in the catalogues.  A new one is signed anew. */
enum { PACT_VERSION = 1 };

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
/*
 * ... and how long without a page, ms.  Who answers calls, or is on the road
 * for an agency, is signed in for the shift.
 */
int64_t	 account_idle(enum role);
/* Who may read everything, or change who may: a password alone is too little. */
bool	 account_needs_factor(enum role);
/* In a demo, whose passwords everybody knows, the pact and the factor are offers. */
enum owes account_owes(const struct session *, bool demo);

#endif
