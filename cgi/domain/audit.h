/* audit.h: what an auditor asks the record for, and what can be wrong with it. */
#ifndef DOMAIN_AUDIT_H
#define DOMAIN_AUDIT_H

#include "domain/ticket.h"

/* Acts that are asked for together. */
enum audit_group {
	AUDIT_ALL = 0,
	AUDIT_IDENTITY,		/* an identity opened, a sensitive record read */
	AUDIT_PERSONAL,		/* these, and what people asked of their data */
	AUDIT_SECURITY,		/* accounts, sign-ins, keys */
	AUDIT_EXPORT,		/* what left the house */
	AUDIT_GROUP_COUNT
};

enum { AUDIT_ACTS = 16 };	/* of a group, at most */

const char	*audit_group_code(enum audit_group);	/* in addresses; "" for all */
enum audit_group audit_group_of(const char *code);	/* AUDIT_ALL where unknown */
size_t		 audit_acts(enum audit_group, enum act *acts);	/* 0 for all */

/* One of the rare acts the store keeps an index of. */
bool		 audit_is_care(enum act);

/* Which events: each part that is not 0 must fit. */
struct audit_filter {
	int64_t			 from, to;	/* ms: from <= at < to */
	enum audit_group	 group;
	enum act		 act;
	int64_t			 ticket, actor;
	int64_t			 agency;	/* of the actor, or acted for */
	int64_t			 before;	/* in the order of events: those before this one */
};

struct audit_row {
	struct event	 e;		/* who.name "" where no account did it */
	const char	*login;		/* of who did it, "" */
	const char	*number;	/* of the ticket, "" */
	const char	*subject;	/* the login of the account it is about, "" */
	const char	*hash;		/* in hex */
	bool		 hushed;	/* its note is a reporter's own words, and left out */
};

/* What is wrong with a link of the chain. */
enum chain_fault {
	CHAIN_GOOD = 0,
	CHAIN_HASH,		/* it is not what was written */
	CHAIN_GAP,		/* it is not there, later ones are */
	CHAIN_ORDER,		/* it stands elsewhere */
	CHAIN_REMOVED,		/* it was the end once, and is gone or another */
	CHAIN_FAULT_COUNT
};

const char	*chain_fault_code(enum chain_fault);	/* "" where good */
enum chain_fault chain_fault_of(const char *code);

#endif
