/* role.c: who a person is here, and what that lets them do. */
#include <string.h>

#include "domain/role.h"
#include "lib/rc.h"

#define M(x)	(1u << MAY_##x)
#define PERSON	(M(VISIT) | M(SIGN))

static const struct {
	const char	*code;
	unsigned	 rights;
	bool		 agency;
} roles[ROLE_COUNT] = {
	[ROLE_NONE]         = { "", 0, false },
	[ROLE_VISITOR]      = { "visitor", M(VISIT), false },
	[ROLE_REPORTER]     = { "reporter", M(VISIT), false },
	[ROLE_CALL_TAKER]   = { "call_taker", PERSON | M(TAKE) | M(SEARCH) | M(OPEN_IDENTITY) |
	                        M(CALLS) |
	                        M(UNITS) | M(DUTY), false },
	[ROLE_DISPATCHER]   = { "dispatcher", PERSON | M(TAKE) | M(SEARCH) | M(TRIAGE) | M(WORK) |
	                        M(ANY_TICKET) | M(FOR_AGENCY) | M(COMMAND) |
	                        M(OPEN_IDENTITY) | M(CALLS) |
	                        M(UNITS) | M(DUTY), false },
	[ROLE_SUPERVISOR]   = { "supervisor", PERSON | M(TAKE) | M(SEARCH) | M(TRIAGE) | M(WORK) |
	                        M(ANY_TICKET) | M(FOR_AGENCY) | M(COMMAND) |
	                        M(OPEN_IDENTITY) | M(PRIVACY_DESK) | M(ORIGINAL) |
	                        M(SOP) | M(CALLS) | M(LEAD_DESK) | M(PLACES) |
	                        M(UNITS) | M(CREW) | M(DUTY) | M(PLAN) | M(DELIVERIES), false },
	[ROLE_OPD_OPERATOR] = { "opd_operator", PERSON | M(WORK) | M(SEARCH) | M(OPEN_IDENTITY) |
	                        M(UNITS) | M(DUTY) | M(FIELD), true },
	[ROLE_RESPONDER]    = { "responder", PERSON | M(WORK) | M(SEARCH) | M(OPEN_IDENTITY) |
	                        M(UNITS) | M(DUTY) | M(FIELD), true },
	[ROLE_OPD_HEAD]     = { "opd_head", PERSON | M(WORK) | M(SEARCH) | M(OWN_ACCOUNTS) |
	                        M(OPEN_IDENTITY) | M(SOP) |
	                        M(UNITS) | M(CREW) | M(DUTY) | M(PLAN) | M(FIELD), true },
	[ROLE_VERIFIER]     = { "verifier", PERSON | M(WORK) | M(SEARCH) | M(ANY_TICKET) |
	                        M(ORIGINAL) |
	                        M(DUTY), false },
	[ROLE_EXECUTIVE]    = { "executive", PERSON | M(COMMAND), false },
	[ROLE_AUDITOR]      = { "auditor", PERSON | M(AUDIT) | M(CALLS), false },
	[ROLE_ADMIN]        = { "admin", PERSON | M(ACCOUNTS) |
	                        M(OWN_ACCOUNTS) | M(REFDATA) | M(PRIVACY_DESK) |
	                        M(SOP) | M(PLACES) |
	                        M(UNITS) | M(CREW) | M(DELIVERIES), false },
	[ROLE_WORKER]       = { "worker", M(ANY_TICKET), false },
};

bool
role_may(enum role role, enum may may)
{
	if (may <= MAY_NOTHING || may >= MAY_COUNT || role >= ROLE_COUNT)
		return false;
	return (roles[role].rights & 1u << may) != 0;
}

const char *
role_code(enum role role)
{
	return role < ROLE_COUNT ? roles[role].code : "";
}

enum role
role_of(const char *code)
{
	enum role	 r;

	for (r = ROLE_NONE + 1; r < ROLE_COUNT; r++)
		if (strcmp(roles[r].code, code) == 0)
			return r;
	return ROLE_NONE;
}

bool
role_has_agency(enum role role)
{
	return role < ROLE_COUNT && roles[role].agency;
}
