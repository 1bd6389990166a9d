/* totp_action.h: the second factor: a code at sign-in, its set-up, what if the phone is lost. */
#ifndef ACTION_TOTP_ACTION_H
#define ACTION_TOTP_ACTION_H

#include "action/account_action.h"
#include "action/session_action.h"

enum { BACKUP_CODES = 10 };

/* --- at sign-in ---------------------------------------------------------------------- */

struct code_try {
	const char	*half;		/* the cookie of the half session */
	const char	*code;		/* six digits, or a backup code, as typed */
	const char	*device;	/* the device's cookie, "" where none */
	const char	*agent;		/* what the browser calls itself */
};

/*
 * The other half of a sign-in: a new session, with an id of its own.
 * RC_NOTFOUND: the half session is over.  RC_INPUT: wrong, or taken before,
 * out->left says how many tries cost nothing yet; with a wait nothing was
 * tried.
 */
enum rc	 session_confirm(const struct desk *, const struct code_try *, struct signed_in *) MUST_USE;
/* Whose half session it is: a login to show.  RC_NOTFOUND: over. */
enum rc	 session_half(const struct desk *, const char *half, const char **login) MUST_USE;

/* --- one's own ------------------------------------------------------------------------- */

struct factor_view {
	bool		 on, needed;	/* needed: the role asks for it */
	int64_t		 since;
	int64_t		 backups;	/* codes left */
	const char	*login;
};

enum rc	 see_factor(const struct desk *, struct factor_view *) MUST_USE;

/* A new secret, and the same sealed for a form: nothing is kept until a code shows it is known. */
void	 factor_new(const struct desk *, const char **secret, const char **sealed);
/* RC_INPUT where the seal is not ours, or of another account. */
enum rc	 factor_open(const struct desk *, const char *sealed, const char **secret) MUST_USE;

struct factor_order {
	const char	*sealed;	/* to set up */
	const char	*code;
	const char	*device, *agent;
};

/* Backup codes, shown once. */
struct backups {
	const char	*codes[BACKUP_CODES];
};

/*
 * Sets it up.  Every session ends; out is a new one for here.
 * RC_CONFLICT: there is one already.  RC_INPUT: the code is wrong.
 */
enum rc	 factor_on(const struct desk *, const struct factor_order *, struct backups *,
	     struct signed_in *) MUST_USE;
/* Each needs a code, as at sign-in: RC_INPUT, with a wait or without. */
enum rc	 factor_off(const struct desk *, const char *code, int64_t *wait) MUST_USE;
enum rc	 factor_backups(const struct desk *, const char *code, struct backups *,
	     int64_t *wait) MUST_USE;

/* --- by an admin: the phone is lost -------------------------------------------------------- */

/* Ends the sessions; some roles set up a new one at once.  Refusals as account_reset(). */
enum rc	 account_factor_reset(const struct desk *, struct account_order *) MUST_USE;

#endif
