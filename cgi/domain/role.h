/*
 * role.h: who a person is here, and what that lets them do.
 *
 * One table gives rights to roles.  A route names the right it needs, a page
 * asks it which menus to draw, an action asks it again.
 */
#ifndef DOMAIN_ROLE_H
#define DOMAIN_ROLE_H

#include <stdbool.h>
#include <stdint.h>

/* Zero is nobody and nothing, so that what is forgotten is refused. */
enum role {
	ROLE_NONE = 0,
	ROLE_VISITOR,		/* not signed in */
	ROLE_REPORTER,		/* a visitor who showed the tracking code of a ticket */
	ROLE_CALL_TAKER,
	ROLE_DISPATCHER,
	ROLE_SUPERVISOR,
	ROLE_OPD_OPERATOR,
	ROLE_RESPONDER,
	ROLE_OPD_HEAD,
	ROLE_VERIFIER,
	ROLE_EXECUTIVE,
	ROLE_AUDITOR,
	ROLE_ADMIN,
	ROLE_WORKER,		/* the system itself */
	ROLE_COUNT
};

enum may {
	MAY_NOTHING = 0,
	MAY_VISIT,		/* public pages; everybody */
	MAY_SIGN,		/* own password, sign out; everybody signed in */
	MAY_TAKE,		/* calls */
	MAY_TRIAGE,		/* the triage desk: citizens' reports, routing */
	MAY_WORK,		/* the worklist of an agency, or of the city */
	MAY_ANY_TICKET,		/* sees every ticket, not only an agency's own */
	MAY_FOR_AGENCY,		/* acts for an agency, "atas nama" */
	MAY_COMMAND,		/* the wallboard */
	MAY_ACCOUNTS,		/* accounts of the city */
	MAY_OWN_ACCOUNTS,	/* accounts of the own agency */
	MAY_REFDATA,		/* agencies, categories, SOP, settings */
	MAY_AUDIT,		/* the log of who did and who saw what */
	MAY_OPEN_IDENTITY,	/* a reporter's, with a reason, where it is in reach */
	MAY_PRIVACY_DESK,	/* requests about personal data, breaches */
	MAY_ORIGINAL,		/* a photo as it came, with what the camera wrote, with a reason */
	MAY_SOP,		/* SOP cards: to write, to approve, to put in force */
	/* of machines, never of people: see domain/gateway.h */
	MAY_BEAT,		/* to say that one is there */
	MAY_RING,		/* to tell of telephone calls */
	MAY_WRITE_IN,		/* to hand in messages that people wrote */
	MAY_CALLS,		/* the list of all calls, masked by role */
	MAY_LEAD_DESK,		/* leads the call desk: re-types calls, explains warnings */
	MAY_SEARCH,		/* tickets by their words, as far as they are in reach */
	MAY_PLACES,		/* names of places: added, corrected, hidden */
	MAY_UNITS,		/* the board of units: which are free, which are where */
	MAY_CREW,		/* units, crews, equipment, volunteers: to keep them true */
	MAY_DUTY,		/* who is on duty; hands over and takes over */
	MAY_PLAN,		/* plans who is on duty, grants swaps */
	MAY_FIELD,		/* the page of a phone at the scene */
	MAY_DELIVERIES,		/* what was sent, what could not be, templates, channels */
	MAY_COUNT
};

struct actor {
	int64_t		 id;		/* the account; 0 for a visitor and the worker */
	enum role	 role;
	int64_t		 agency;	/* 0 where none */
	int64_t		 unit;		/* of a responder; 0 where none */
	const char	*name;		/* shown to colleagues; "" for a visitor */
};

bool		 role_may(enum role, enum may);
const char	*role_code(enum role);		/* in the store and in catalogues */
enum role	 role_of(const char *code);	/* ROLE_NONE where unknown */
bool		 role_has_agency(enum role);	/* an account of this role needs an agency */

#endif
