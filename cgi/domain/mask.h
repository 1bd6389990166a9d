/*
 * mask.h: what of a person, and of what is sensitive, a reader of a ticket sees.
 *
 * One table: pages, actions and tests read it.  Source: DOMAIN, "Privacy".
 * Who may see the ticket at all is asked elsewhere (core_reach).
 */
#ifndef DOMAIN_MASK_H
#define DOMAIN_MASK_H

#include <stdbool.h>

#include "domain/role.h"
#include "domain/ticket.h"

/* What the reader's agency has to do with the ticket. */
enum stake { STAKE_NONE = 0, STAKE_SUPPORTS, STAKE_LEADS, STAKE_COUNT };

/* An open emergency of a sensitive kind: who helps must find the place. */
enum kind { KIND_PLAIN = 0, KIND_SENSITIVE, KIND_URGENT, KIND_COUNT };

enum thing {
	THING_NAME = 0, THING_PHONE, THING_EMAIL, THING_NIK,
	THING_WORDS,		/* what this reporter said */
	THING_DETAIL,		/* title, account, answers, notes of others */
	THING_PLACE,		/* more than the area */
	THING_COUNT
};

enum sight { SIGHT_HIDDEN = 0, SIGHT_MASKED, SIGHT_SHOWN };	/* unknown is hidden */

struct reader {
	enum role	 role;
	enum stake	 stake;		/* of an agency's people only */
};

enum kind	 mask_kind(bool sensitive, const struct ticket *);
enum sight	 mask_sight(struct reader, enum kind, enum privacy, enum thing);
/* Opened with a reason, name, phone and e-mail are shown once. */
bool		 mask_opens(struct reader, enum kind, enum privacy);

#endif
