/* file_action.h: a report becomes a ticket: from the web, from a call, as "+1". */
#ifndef ACTION_FILE_ACTION_H
#define ACTION_FILE_ACTION_H

#include "action/photo_action.h"
#include "domain/ticket.h"

struct talk;

enum { FILING_CARDS = 4 };

/* A number with a bad history is called back first, or the taker says no to that. */
enum recalled { RECALLED_NOT_ASKED = 0, RECALLED_DONE, RECALLED_OVERRIDDEN };

struct filing {
	const char		*token;		/* of the form: once is once */
	const struct category	*category;
	struct place		 place;		/* text or area or coordinates */
	const char		*title;		/* "" : made from the detail */
	const char		*detail;
	const char		*said;		/* the words the category was found by; NULL none */
	const char		*channel;	/* "web", "call", ... */
	enum privacy		 privacy;
	struct identity		 who;		/* "" where not given */
	bool			 mail;		/* wants letters (an address was given) */
	const char		*lang;
	int64_t			 happened;	/* 0: now */
	const struct photos	*photos;	/* developed; NULL none */

	/* only from the call desk */
	enum priority		 priority;	/* PRIORITY_COUNT: by category and answers */
	const int64_t		*agencies;	/* out of the proposal, the first leads; NULL: the routing rule */
	size_t			 nagencies;
	const struct answer	*answers;
	size_t			 nanswers;
	const struct card	*cards[FILING_CARDS];	/* used, in their versions ... */
	size_t			 ncards;	/* ... none: the category's in force */
	const struct answer	*disaster;	/* the one that proposes it; NULL none does */
	const struct talk	*talk;		/* it was written; NULL it was not ... */
	const unsigned char	*code;		/* ... and its code's hash, which its citizen has already */
	int64_t			 rang;		/* when the call began; 0 no call */
	const char		*line;
	bool			 keep;		/* save, send later: stays "new" */
	bool			 late;		/* it waited on the taker's machine for the network */
	enum recalled		 recalled;	/* what became of the call back that was asked for */
	const char		*silent;	/* the silent call's steps; NULL none */

	/* only of a draft that its taker left */
	bool			 left;
	int64_t			 taker;		/* 0: who asks */
	bool			 recall;	/* none: to be called back */
	const char		*over;		/* handed to this neighbour's 112; NULL: not */
	const char		*over_by;	/* who took it there */
};

struct receipt {
	struct ticket	 ticket;
	int64_t		 reporter;
	const char	*code;		/* the tracking code, shown once; "" on a repeated submission */
	bool		 again;		/* the token was known: this is the first ticket */
	size_t		 told;		/* how many agencies were alerted */
};

/*
 * A citizen's report.  A complaint waits at the triage desk; an emergency
 * category is routed at once.  RC_INPUT: no place at all.  Its photos are
 * dropped where it is not stored, or was before.
 */
enum rc	 file_report(const struct desk *, const struct filing *, struct receipt *) MUST_USE;

/* A call that is an incident: call record, ticket, reporter, routing, in one transaction. */
enum rc	 file_call(const struct desk *, const struct filing *, struct receipt *) MUST_USE;

/* A call that is none: type is one of workflow_reasons(ACT_END).  RC_INPUT: not one of them. */
enum rc	 file_disposition(const struct desk *, const struct filing *, const char *type) MUST_USE;

/* "+1 pelapor": the caller joins an open ticket.  RC_NOTFOUND, RC_CONFLICT: not open any more. */
enum rc	 file_attach(const struct desk *, const struct filing *, const char *number,
	     struct receipt *) MUST_USE;

#endif
