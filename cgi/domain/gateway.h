/* gateway.h: a machine that speaks to us: a telephone exchange, a gateway of messages. */
#ifndef DOMAIN_GATEWAY_H
#define DOMAIN_GATEWAY_H

#include "domain/role.h"

enum gateway_kind { GATEWAY_NONE = 0, GATEWAY_PHONE, GATEWAY_TEXT, GATEWAY_COUNT };

enum {
	GATEWAY_CODE = 32, MESSAGE_ID = 64,	/* characters at most */
	GATEWAY_SKEW = 5 * 60,		/* seconds its clock may be off */
	GATEWAY_SILENT = 90 * 1000,	/* ms without a word, and it is taken to be gone */
};

struct gateway {
	int64_t			 id, added, seen;	/* seen 0: never yet */
	const char		*code;
	enum gateway_kind	 kind;
	bool			 allowed;
};

const char	*gateway_kind_code(enum gateway_kind);	/* "phone" */
enum gateway_kind gateway_kind_of(const char *);	/* GATEWAY_NONE where unknown */
/* A machine has no role: its kind says what it may. */
bool		 gateway_may(enum gateway_kind, enum may);
bool		 gateway_is_code(const char *);		/* letters, digits, - _ . */
bool		 message_is_id(const char *);		/* and : @ */

#endif
