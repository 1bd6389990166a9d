/* calls_core.h: what calls that are no incident have in common.  For actions only. */
#ifndef ACTION_CALLS_CORE_H
#define ACTION_CALLS_CORE_H

#include "action/callback_action.h"
#include "action/desk.h"
#include "store/recall_store.h"

/* All of these are called inside a write transaction. */

/* A whole number out of a setting, from..to; else what is usual. */
int64_t	 calls_setting(const struct desk *, const char *name, int64_t from, int64_t to,
	     int64_t usual);
struct bytes calls_phone(const struct desk *, const char *number);	/* keyed hash */

/* One event of a call. */
struct call_event {
	enum act	 act;
	enum state	 before, after;
	const char	*note, *data;	/* NULL none */
};
enum rc	 calls_record(const struct desk *, const struct call *, const struct call_event *) MUST_USE;
/* Every desk hears it: "recall", "burst". */
enum rc	 calls_signal(const struct desk *, const char *kind, int64_t about) MUST_USE;

/* A call in state callback_queue: its number waits from now on.  words: what was said. */
enum rc	 recall_queue(const struct desk *, const struct call *, struct bytes phone,
	     const char *words) MUST_USE;
/* Somebody spoke with this number: nobody need call it back. */
enum rc	 recall_spoken(const struct desk *, struct bytes phone) MUST_USE;

/* Its calls that wait are closed, but for one; and the row of the queue. */
enum rc	 recall_end_calls(const struct desk *, struct bytes phone, int64_t but,
	     const char *type, const char *data) MUST_USE;
enum rc	 recall_end(const struct desk *, struct recall *, const char *outcome) MUST_USE;

/*
 * A form for a call that is there: kept as a draft of who asks, under the call's
 * own token, so that what it becomes is this call.  Says the draft's id.
 */
enum rc	 calls_form(const struct desk *, const struct call *, int64_t *draft) MUST_USE;
/* The number in full; "" unknown. */
const char *calls_number(const struct desk *, const char *token, struct bytes sealed);

/* May a form still say what this call was?  Not of one that is closed, but to re-type it. */
enum rc	 calls_is_over(const struct desk *, const struct call *, bool *over) MUST_USE;
/* A call that was closed becomes an incident: who said so, and what it was, is put down. */
enum rc	 retype_finish(const struct desk *, const struct call *, const char *type) MUST_USE;
/* The form of a re-typing was closed as none: the call is what it was. */
enum rc	 retype_drop(const struct desk *, const struct call *, const char *token) MUST_USE;

#endif
