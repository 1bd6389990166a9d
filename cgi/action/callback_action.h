/*
 * callback_action.h: numbers to be called back.
 *
 * A number that called and spoke to nobody waits here: one row, however often
 * it called, the urgent ones first, then whoever waits longest.  Who takes one
 * sees the number, and nobody else takes it for some minutes.
 */
#ifndef ACTION_CALLBACK_ACTION_H
#define ACTION_CALLBACK_ACTION_H

#include "action/desk.h"
#include "domain/ticket.h"

enum {
	RECALL_MAX = 50,		/* shown at once */
	RECALL_TRIES = 3,		/* in vain: then it is over */
	RECALL_LEASE = 5,		/* minutes that it is one person's */
	RECALL_AGAIN = 5,		/* minutes until the next try; setting recall_again */
	RECALL_PATIENCE = 3,		/* minutes until the supervisor hears; setting recall_alarm */
};

/* --- for whoever learns of calls: the telephony, a file of call details --------------- */

/*
 * A call that nobody answered, or that ended in the queue.
 *
 * Inside the caller's own write transaction (db_begin), as who the caller acts
 * for: d->who is the worker, or a person.  token is the idempotency token: the
 * PBX's id of the call with a prefix of your own ("pbx:1711.42"); a token that
 * is known changes nothing (*again), so a hook may be sent twice and a file of
 * details imported after it.  number is as text_phone() writes it, "" unknown;
 * line is the trunk or the number that was called, "" unknown; rang and ended
 * are ms UTC (ended 0: d->now).
 *
 * Makes a call row (type dropped: it is counted, and counts for a burst of
 * hang-ups), events miss and queue, and puts its number into the queue: a
 * second call of a number raises its count.  Without a number there is nobody
 * to call: the call is closed at once.  Screens are told by the signal "recall".
 *
 * A call that is already there because it rang (a row in state ringing): give its
 * id in call, and that row is moved on; else 0.  Grants: call, event, recall,
 * signal, pulse, reporter (phone, ticket), ticket, setting, draft: as intake has.
 */
struct missed {
	const char	*token, *number, *line;
	int64_t		 rang, ended;
	int64_t		 call;		/* the row that rang, 0: make one */
};
enum rc	 call_missed(const struct desk *, const struct missed *, int64_t *call,
	     bool *again) MUST_USE;

/* The number called again and somebody answered: its row is over.  In a transaction. */
enum rc	 recall_answered(const struct desk *, const char *number) MUST_USE;

/* --- the queue ------------------------------------------------------------------------- */

struct recall_row {
	int64_t		 id, call, version;
	bool		 urgent;
	const char	*why;		/* "ticket": it has an open one; "words"; "" */
	int64_t		 calls, tries;
	int64_t		 first, last, due;
	int64_t		 holder, until;	/* who is calling; 0 nobody */
	const char	*holder_name;
	bool		 mine, rests;	/* taken by who asks; it is tried later */
	const char	*phone;		/* masked, but of one's own */
	const char	*line, *note;
	const char	*number;	/* of the open ticket, "" none */
	int64_t		 reached;	/* its draft: go on there, 0 none */
};

struct recalls {
	struct recall_row	*rows;	/* in the order in which they are to be called */
	size_t			 n;
	int64_t			 waiting;	/* without those that rest */
	int64_t			 oldest;	/* since when the first one waits, 0 none */
	int64_t			 patience;	/* ms: longer is told to the supervisors */
};

enum rc	 see_recalls(const struct desk *, struct recalls *) MUST_USE;
/* For a badge: how many wait, and since when the oldest; no number is opened. */
enum rc	 see_recall_count(const struct desk *, struct recalls *) MUST_USE;

enum recall_step {
	RECALL_NONE = 0, RECALL_TAKE, RECALL_RELEASE, RECALL_REACHED, RECALL_NO_ANSWER,
	RECALL_WRONG, RECALL_NOT_NEEDED, RECALL_STEPS
};
const char	*recall_code(enum recall_step);		/* "take" */
enum recall_step recall_of(const char *code);

struct recall_order {
	int64_t			 id;
	enum recall_step	 step;
	const char		*token;		/* of the form */
	const char		*note;
};

struct recall_done {
	const char	*rival;		/* RC_CONFLICT: who has it, "" it is over */
	int64_t		 draft;		/* RECALL_REACHED: the form to go on with */
	bool		 over;		/* it is out of the queue */
	int64_t		 again;		/* when it is tried next, 0 */
};

/* RC_NOTFOUND: no such row.  RC_CONFLICT: somebody else has it, or it is over. */
enum rc	 recall_do(const struct desk *, const struct recall_order *,
	     struct recall_done *) MUST_USE;

/* The worker: who waits too long is told to the supervisors, again and again. */
enum rc	 worker_recalls(const struct desk *, size_t *n) MUST_USE;

#endif
