/* sop_action.h: SOP cards: a next version is written, approved by another, put in force. */
#ifndef ACTION_SOP_ACTION_H
#define ACTION_SOP_ACTION_H

#include "action/desk.h"
#include "domain/sop_draft.h"

enum { SOP_VERSIONS = 20 };

/* A card with all its versions, as this person may handle it. */
struct sop_sheet {
	const struct card	*now;		/* in force */
	int64_t			 lead;		/* the agency that leads its categories; 0 none */
	struct sop_draft	 draft;		/* being written; id 0: none */
	struct sop_version	*versions;	/* newest first */
	size_t			 nversions;
	bool			 may_write, may_approve, may_start;
};

/* RC_NOTFOUND where there is no such card; RC_FORBIDDEN without the right. */
enum rc	 see_sop(const struct desk *, const char *code, struct sop_sheet *) MUST_USE;

/* A copy of what is in force, to be changed; the draft there is where there is one. */
enum rc	 sop_begin(const struct desk *, const char *code, struct sop_draft *) MUST_USE;

struct sop_order {
	const char	*code;
	int64_t		 revision;	/* as the person saw it */
	enum sop_step	 step;
	int64_t		 starts;	/* of SOP_START: 0 or past is now */
	const char	*title, *body;	/* of sop_edit() */
};

/* What was submitted or approved becomes a draft again.  RC_CONFLICT: somebody was faster. */
enum rc	 sop_edit(const struct desk *, const struct sop_order *) MUST_USE;
/* RC_FORBIDDEN: not this person's step; nobody approves what they wrote. */
enum rc	 sop_step(const struct desk *, const struct sop_order *) MUST_USE;

/* The worker's: what was approved for a time comes into force then; n counts. */
enum rc	 sop_due(const struct desk *, size_t *n) MUST_USE;

/* A version a call began with, in force or not; its code is "SOP-01.2", or "SOP-01": now. */
enum rc	 sop_used(const struct desk *, const char *code, const struct card **) MUST_USE;

/* The version a form names, where it is one of the card "code"; else NULL. */
const struct card *sop_named(const struct desk *, const char *form, const char *code);

#endif
