/* invite_action.h: a code with which somebody chooses the own password, once. */
#ifndef ACTION_INVITE_ACTION_H
#define ACTION_INVITE_ACTION_H

#include "action/desk.h"
#include "domain/password.h"

enum { INVITE_HOURS = 72 };

/* "K7QM-3XTD-9HWA", kept as a hash.  The one before is good no more.  Inside a transaction. */
enum rc	 invite_make(const struct desk *, int64_t account, const char **code) MUST_USE;

enum rc	 invite_end(const struct desk *, int64_t account) MUST_USE;	/* inside one, too */

struct invite_order {
	const char	*code;		/* as typed */
	const char	*password;
	const char	*remote;	/* the address it came from */
	/* out */
	int64_t		 wait;		/* ms until the next try; 0 where it was tried */
	enum flaw	 flaw;		/* of the password; the code was good and stays good */
};

/*
 * Whoever has the code chooses the password.  An event.  RC_INPUT with a wait,
 * or a flaw, or neither: there is no such code, or no more.
 */
enum rc	 invite_use(const struct desk *, struct invite_order *) MUST_USE;

#endif
