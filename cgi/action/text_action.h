/*
 * text_action.h: emergencies that are written, and the conversation about them.
 *
 * One comes first to the desk's queue, with an alarm: what anybody can send
 * without a name must not send engines by itself.  Where nobody takes it for a
 * minute (the setting text_wait) the routing rule passes it on, marked as
 * confirmed by nobody; at most so many in ten minutes (text_most), and none of
 * an address that sends one after the other: those wait for a person.
 */
#ifndef ACTION_TEXT_ACTION_H
#define ACTION_TEXT_ACTION_H

#include "action/desk.h"
#include "domain/talk.h"
#include "lib/pairs.h"
#include "store/talk_store.h"

enum { TEXT_ROWS = 50 };

struct text_report {
	const char		*token;		/* of the form: once is once */
	const struct category	*category;	/* NULL: not one of them */
	struct place		 place;
	const char		*words;
	bool			 mute;
	const char		*name, *phone;	/* "" where not given */
	const char		*lang;
	const char		*remote;	/* the address it came from; NULL a gateway's */
	/* of a gateway */
	int64_t			 gateway;
	const char		*channel;	/* "text" */
	const char		*sender;	/* "" the portal */
};

/* --- the citizen ---------------------------------------------------------------------- */

/* Into the queue; again is the same code again.  RC_INPUT: no place. */
enum rc	 text_send(const struct desk *, const struct text_report *, const char **code,
	     bool *again) MUST_USE;
/* Whose code it is; misses are as in citizen_action.h. */
enum rc	 text_open(const struct desk *, const char *code, const char *remote,
	     struct talk *) MUST_USE;
/* RC_CONFLICT: it is over.  RC_BUSY: so much so fast waits a little. */
enum rc	 text_answer(const struct desk *, const struct talk *, const char *token,
	     const char *words) MUST_USE;
/* The last of what was said, oldest first; at most TALK_LINES. */
enum rc	 text_lines(const struct desk *, const struct talk *, struct message **,
	     size_t *n) MUST_USE;

/* --- the desk -------------------------------------------------------------------------- */

struct text_row {
	struct talk	 t;
	const char	*number;	/* of its ticket, "" none yet */
	const char	*taker;		/* who has it, "" nobody */
};

struct text_lists {
	struct text_row	 waits[TEXT_ROWS], taken[TEXT_ROWS];
	size_t		 nwaits, ntaken;
};

enum rc	 text_queue(const struct desk *, struct text_lists *) MUST_USE;
/* How many wait (at most TEXT_ROWS), and the first of them; id 0: none. */
enum rc	 text_waiting(const struct desk *, int64_t *n, struct talk *first) MUST_USE;
/* One's own now; id 0: the next.  RC_NOTFOUND: none; RC_CONFLICT: somebody was faster. */
enum rc	 text_take(const struct desk *, int64_t id, struct talk *) MUST_USE;
/* From whoever has it and has not sent it. */
enum rc	 text_take_over(const struct desk *, int64_t id, struct talk *) MUST_USE;
/* Back into the queue. */
enum rc	 text_put_back(const struct desk *, int64_t id) MUST_USE;
/* One's own, or anybody's for those who lead the shift. */
enum rc	 text_see(const struct desk *, int64_t id, struct text_row *) MUST_USE;
enum rc	 text_of_token(const struct desk *, const char *token, struct text_row *) MUST_USE;
/* One's own that go on, the newest first. */
enum rc	 text_own(const struct desk *, struct text_row *, size_t *n, size_t max) MUST_USE;
/* Was this ticket made of a talk, and has nobody of ours confirmed it? */
enum rc	 text_is_unsure(const struct desk *, int64_t ticket, bool *) MUST_USE;
/* The call's form as it is by now, for whoever has it. */
enum rc	 text_draft(const struct desk *, const struct talk *, struct pairs *) MUST_USE;
enum rc	 text_ask(const struct desk *, int64_t id, const char *token,
	     const char *words) MUST_USE;
enum rc	 text_end(const struct desk *, int64_t id) MUST_USE;

/* Calls of the last day by the way they came. */
enum rc	 text_channels(const struct desk *, struct channel_count *, size_t *n,
	     size_t max) MUST_USE;

/* --- the worker -------------------------------------------------------------------------- */

/* Those left too long go on by the routing rule; those nobody goes on with end. */
enum rc	 worker_texts(const struct desk *, size_t *n) MUST_USE;

#endif
