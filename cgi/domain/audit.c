/* audit.c: what an auditor asks the record for, and what can be wrong with it. */
#include <string.h>

#include "domain/audit.h"
#include "lib/rc.h"

#define G(x)	(1u << AUDIT_##x)

/* The same acts stand in db/0009_audit.sql. */
static const struct {
	enum act	 act;
	unsigned	 groups;
} care[] = {
	{ ACT_ACCOUNT,		G(SECURITY) },
	{ ACT_SIGN_IN,		G(SECURITY) },
	{ ACT_PACT,		G(SECURITY) },
	{ ACT_SESSION,		G(SECURITY) },
	{ ACT_TOTP,		G(SECURITY) },
	{ ACT_OPEN_IDENTITY,	G(IDENTITY) | G(PERSONAL) },
	{ ACT_READ,		G(IDENTITY) | G(PERSONAL) },
	{ ACT_OPEN_VOLUNTEER,	G(IDENTITY) | G(PERSONAL) },
	{ ACT_VOLUNTEER,	G(PERSONAL) },
	{ ACT_ROTATE,		G(SECURITY) },
	{ ACT_SUBJECT,		G(PERSONAL) },
	{ ACT_ERASE,		G(PERSONAL) },
	{ ACT_BREACH,		G(PERSONAL) | G(SECURITY) },
	{ ACT_EXPORT,		G(PERSONAL) | G(EXPORT) },
};

static const char *const	 groups[AUDIT_GROUP_COUNT] = {
	[AUDIT_ALL] = "", [AUDIT_IDENTITY] = "identitas", [AUDIT_PERSONAL] = "pribadi",
	[AUDIT_SECURITY] = "keamanan", [AUDIT_EXPORT] = "ekspor",
};

static const char *const	 faults[CHAIN_FAULT_COUNT] = {
	[CHAIN_GOOD] = "", [CHAIN_HASH] = "hash", [CHAIN_GAP] = "gap",
	[CHAIN_ORDER] = "order", [CHAIN_REMOVED] = "removed",
};

const char *
audit_group_code(enum audit_group group)
{
	return group < AUDIT_GROUP_COUNT ? groups[group] : "";
}

enum audit_group
audit_group_of(const char *code)
{
	enum audit_group	 g;

	for (g = AUDIT_ALL + 1; g < AUDIT_GROUP_COUNT; g++)
		if (strcmp(groups[g], code) == 0)
			return g;
	return AUDIT_ALL;
}

size_t
audit_acts(enum audit_group group, enum act *acts)
{
	size_t	 i, n = 0;

	for (i = 0; i < COUNT(care); i++)
		if ((care[i].groups & 1u << group) != 0)
			acts[n++] = care[i].act;
	return n;
}

bool
audit_is_care(enum act act)
{
	size_t	 i;

	for (i = 0; i < COUNT(care); i++)
		if (care[i].act == act)
			return true;
	return false;
}

const char *
chain_fault_code(enum chain_fault fault)
{
	return fault < CHAIN_FAULT_COUNT ? faults[fault] : "";
}

enum chain_fault
chain_fault_of(const char *code)
{
	enum chain_fault	 f;

	for (f = CHAIN_GOOD + 1; f < CHAIN_FAULT_COUNT; f++)
		if (strcmp(faults[f], code) == 0)
			return f;
	return CHAIN_GOOD;
}
