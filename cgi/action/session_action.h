/* session_action.h: signing in and out, and one's own password. */
#ifndef ACTION_SESSION_ACTION_H
#define ACTION_SESSION_ACTION_H

#include "action/desk.h"
#include "domain/account.h"
#include "domain/password.h"
#include "domain/workflow.h"

/* What the program of a page of the staff must be granted to know who visits. */
#define SESSION_GRANTS \
	{ "session", DB_READ, " hash account csrf created_at expires_at " }, \
	{ "account", DB_READ, " id name role agency unit renew strong pact disabled_at " }

/* By the cookie's value: one indexed read, nothing written.  RC_NOTFOUND: nobody. */
enum rc	 session_find(const struct desk *, const char *token, struct session *) MUST_USE;

struct sign_in {
	const char	*login, *password;
	const char	*remote;	/* the address it came from */
	const char	*device;	/* the device's cookie, "" where none */
	const char	*old;		/* the cookie of a session that ends with this one, or "" */
	const char	*agent;		/* what the browser calls itself; NULL unknown */
	bool		 aside;		/* strangers are tried elsewhere */
};

struct signed_in {
	struct session	 session;
	bool		 aside;		/* a stranger, who was not refused yet: nothing was tried */
	bool		 half;		/* a code is still to come: token is of a half session */
	const char	*token;		/* for the cookie */
	int64_t		 lasts;		/* ms */
	const char	*device;	/* for the device's cookie */
	int64_t		 wait;		/* ms until the next try; 0 where it was tried */
	int64_t		 left;		/* tries that cost nothing yet, before this one */
};

/*
 * RC_INPUT where login and password are not of an account in use, whatever
 * of it is wrong, after the same work.  RC_INPUT and a wait: there were too
 * many tries from there, nothing was tried.  A hash costs what a hundred pages
 * do: strangers', whose device is none of ours, are made by a pool of their own
 * (in->aside, out->aside), and each outside of the write lock.
 */
enum rc	 session_begin(const struct desk *, const struct sign_in *, struct signed_in *) MUST_USE;

enum rc	 session_end(const struct desk *, const char *token) MUST_USE;
enum rc	 session_end_all(const struct desk *, int64_t account) MUST_USE;

struct new_password {
	const char	*old, *new;
	const char	*device;	/* the device's cookie, "" where none */
	const char	*agent;
};

/*
 * One's own.  Ends every session of the account; out is a new one for here.
 * RC_INPUT with a wait, or a flaw, or neither: the old one is wrong.
 */
enum rc	 session_new_password(const struct desk *, const struct new_password *,
	     struct signed_in *out, enum flaw *) MUST_USE;

/* --- one's own sessions: session_own.c ---------------------------------------------- */

struct own_session {
	const char	*id;		/* of a form; says nothing of the cookie */
	int64_t		 created, expires;
	const char	*device;	/* "Chrome, Android", "" unknown */
	bool		 here;		/* the one that asks */
};

enum { OWN_SESSIONS = 50 };

enum rc	 session_own(const struct desk *, const char *token, struct own_session **,
	     size_t *n) MUST_USE;
/* RC_NOTFOUND: none of one's own. */
enum rc	 session_revoke(const struct desk *, const char *id) MUST_USE;
enum rc	 session_revoke_others(const struct desk *, const char *token) MUST_USE;

/* --- for the actions beside this one, inside a transaction ---------------------------- */

void	 session_hash(const char *token, unsigned char hash[HASH_SIZE]);
/* A new session, and what remembers the device. */
enum rc	 session_open(const struct desk *, const struct account *, const char *device,
	     const char *agent, struct signed_in *) MUST_USE;
enum rc	 session_drop(const struct desk *, const char *token) MUST_USE;	/* "" is none */
/* An event of somebody about the own account. */
enum rc	 session_tell(const struct desk *, const struct account *, enum act,
	     const char *data) MUST_USE;

#endif
