/* account_action.h: who gets an account, what is changed of it, who may not sign in any more. */
#ifndef ACTION_ACCOUNT_ACTION_H
#define ACTION_ACCOUNT_ACTION_H

#include "action/desk.h"
#include "domain/account.h"

/* Why an order was refused: RC_INPUT, or RC_FORBIDDEN for the last two. */
enum account_fault {
	ACCOUNT_FINE = 0,
	ACCOUNT_LOGIN,		/* not of the form it must have */
	ACCOUNT_TAKEN,		/* the login is somebody else's */
	ACCOUNT_NAME,
	ACCOUNT_ROLE,		/* no such role, or not this person's to give */
	ACCOUNT_NO_AGENCY,	/* the role needs one */
	ACCOUNT_AN_AGENCY,	/* the role has none */
	ACCOUNT_UNIT,		/* not of that agency, or not for that role */
	ACCOUNT_NO_UNIT,	/* a responder of an agency that has units needs one */
	ACCOUNT_EMAIL,
	ACCOUNT_PASSWORD,	/* the one given is too easy */
	ACCOUNT_SELF,		/* nobody does this to the own account */
	ACCOUNT_LAST_ADMIN,	/* somebody must be left who can undo it */
	ACCOUNT_FAULTS
};

struct account_order {
	/* not for a new one */
	int64_t		 id, version;	/* version as the person saw it; 0 whatever it is */

	const char	*login;		/* only for a new one */
	const char	*name;
	enum role	 role;
	int64_t		 agency, unit;	/* 0 none */
	const char	*email;		/* NULL or "" none */
	const char	*password;	/* only for a new one; NULL or "": a random one, for once */
	bool		 invite;	/* instead of one: a code with which they choose it */

	enum account_fault fault;	/* out */
};

/*
 * Each is an event.  RC_NOTFOUND: no such account, or out of reach.
 * RC_CONFLICT: changed by somebody else since.  A password that comes back is
 * shown once and nowhere kept; whoever signs in with it chooses another first.
 * A given one is good until changed ("" comes back).  The new account's id is
 * in the order.  With .invite it is no password but a code for invite_use():
 * until it was used the account cannot sign in.
 */
enum rc	 account_create(const struct desk *, struct account_order *,
	     const char **password) MUST_USE;
enum rc	 account_change(const struct desk *, struct account_order *) MUST_USE;
/* Ends the sessions with a change of role or agency, disabling and resetting. */
enum rc	 account_disable(const struct desk *, struct account_order *) MUST_USE;
enum rc	 account_enable(const struct desk *, struct account_order *) MUST_USE;
enum rc	 account_reset(const struct desk *, struct account_order *,
	     const char **password) MUST_USE;

/* --- to be read ------------------------------------------------------------------------ */

struct accounts_filter {
	enum role	 role;		/* ROLE_NONE all */
	int64_t		 agency;	/* 0 all this person may see */
	bool		 disabled;
	const char	*text;		/* "" all */
	const char	*after;		/* the last login of the page before, "" */
};

enum { ACCOUNTS_PAGE = 50 };

struct accounts {
	struct account	*rows;
	size_t		 n;
	bool		 more;
	int64_t		 total;		/* in use, of those this person may see */
};

/* What of an account was changed, when and by whom. */
struct account_change {
	int64_t		 at;
	const char	*by;		/* a name; "" the system */
	const char	*data;		/* JSON: {"what":"create"}, see account_action.c */
};

struct account_view {
	struct account		 account;
	int64_t			 sessions;	/* signed in now */
	int64_t			 invited;	/* until when a code waits to be used, 0 none */
	int64_t			 open_work;	/* open assignments of its agency */
	int64_t			 factor;	/* since when with a second one, 0 without */
	struct account_change	 factor_reset;	/* when an admin last took it off; at 0: never */
	struct account_change	*changes;	/* newest first, at most 20 */
	size_t			 nchanges;
};

enum rc	 see_accounts(const struct desk *, const struct accounts_filter *,
	     struct accounts *) MUST_USE;
enum rc	 see_account(const struct desk *, int64_t id, struct account_view *) MUST_USE;
enum rc	 account_find(const struct desk *, const char *login, struct account *) MUST_USE;

#endif
