/*
 * interlock.h: what must be safe before anybody works: "PLN sudah padam?".
 *
 * An SOP card asks it of the ticket; people of any agency on the ticket answer,
 * and take an answer back; everybody on it sees who did.
 */
#ifndef DOMAIN_INTERLOCK_H
#define DOMAIN_INTERLOCK_H

#include <stdint.h>

#include "domain/role.h"
#include "domain/workflow.h"

enum lock_state { LOCK_OPEN = 0, LOCK_CONFIRMED, LOCK_WAIVED, LOCK_STATE_COUNT };

struct interlock {
	int64_t		 id, ticket;
	const char	*card;
	int64_t		 version, no;	/* of the card; its number there */
	const char	*asked;		/* in Indonesian, as the card has it */
	int64_t		 agency;	/* meant to answer; 0: whoever is there */
	enum lock_state	 state;
	struct actor	 who;		/* answered last; id 0: nobody has */
	int64_t		 at;
	int64_t		 revision;
	const char	*from;		/* the number of the merged ticket it came with; "" its own */
};

const char	*lock_code(enum lock_state);		/* in the store and in buttons */
enum lock_state	 lock_of(const char *code);		/* LOCK_STATE_COUNT where unknown */
/* The act that brings it from one state to the other; ACT_NONE: none does. */
enum act	 lock_act(enum lock_state from, enum lock_state to);
/* May people of this role answer at all, where the ticket is in their reach? */
bool		 lock_may(enum role);

#endif
