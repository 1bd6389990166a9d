/*
 * sop_draft.h: the next version of an SOP card, on its way into force.
 *
 *	draft -> submitted -> approved -> in force
 *
 * An edit makes it a draft again, so what is approved is what was read.  The
 * version in force before is then replaced; tickets keep the one they used.
 */
#ifndef DOMAIN_SOP_DRAFT_H
#define DOMAIN_SOP_DRAFT_H

#include "domain/ref.h"
#include "domain/role.h"

enum sop_state {
	SOP_NONE = 0,
	SOP_DRAFT, SOP_SUBMITTED, SOP_APPROVED, SOP_IN_FORCE, SOP_DROPPED,
	SOP_STATE_COUNT
};

enum sop_step {
	SOP_STEP_NONE = 0,
	SOP_SUBMIT, SOP_RETURN, SOP_APPROVE, SOP_START, SOP_DROP,
	SOP_STEP_COUNT
};

struct sop_draft {
	int64_t		 id;		/* 0: there is none */
	const char	*code;
	int64_t		 version;
	const char	*title, *body;
	enum sop_state	 state;
	struct actor	 author;	/* who wrote last; id and name */
	struct actor	 approver;	/* id 0: nobody yet */
	int64_t		 written, submitted, approved;
	int64_t		 starts;	/* 0: nobody has said when */
	int64_t		 revision;
};

/* Any version of a card that was ever in force. */
struct sop_version {
	struct card	 card;
	const char	*approved;	/* by whom; "": by nobody */
	int64_t		 from, to;	/* to 0: still */
};

const char	*sop_state_code(enum sop_state);
enum sop_state	 sop_state_of(const char *);		/* SOP_NONE where unknown */
const char	*sop_step_code(enum sop_step);
enum sop_step	 sop_step_of(const char *);		/* SOP_STEP_NONE where unknown */
/* Where a step leads from here; SOP_NONE: nowhere. */
enum sop_state	 sop_state_after(enum sop_state, enum sop_step);
bool		 sop_is_living(enum sop_state);		/* may still come into force */

#endif
