/* text_core.h: a written emergency, and the calls and tickets made of it.  For actions only. */
#ifndef ACTION_TEXT_CORE_H
#define ACTION_TEXT_CORE_H

#include "action/file_core.h"
#include "action/text_action.h"

/*
 * Inside a transaction, before anything is filed: is this token a talk's?  Then
 * the filing has its channel and its code.  RC_CONFLICT: it is somebody else's.
 */
enum rc	 text_filing(const struct desk *, struct filing *) MUST_USE;
/* The rule has made a ticket of it already: that is merged or cancelled, not joined or junk. */
bool	 text_is_routed(const struct filing *);
/* Its reporter is there: so it is sent, and confirmed where a person sent it. */
enum rc	 text_filed(struct work_on *, const struct filing *, int64_t reporter) MUST_USE;
/* Its call is put down: how it came, and since when. */
enum rc	 text_called(const struct desk *, const struct filing *, struct call *) MUST_USE;
/* It was none. */
enum rc	 text_ended(const struct desk *, const char *token) MUST_USE;

/* Said once, at the end of a transaction: "came", "taken", ...; of a talk. */
enum rc	 text_record(const struct desk *, const struct talk *, const char *what) MUST_USE;
/* Every screen that may take one looks at once. */
enum rc	 text_signal(const struct desk *, const char *kind, int64_t about) MUST_USE;
enum rc	 text_signal_to(const struct desk *, const char *kind, int64_t about,
	     int64_t account) MUST_USE;

/* {name, phone}, or {sender}: opened from its seal; "" where not given. */
enum rc	 text_who(const struct desk *, const struct talk *, struct identity *) MUST_USE;
struct bytes text_seal(const struct desk *, const char *token, const struct identity *);

/* A number among the settings; the usual one where it is none, or more than most. */
enum rc	 text_setting(const struct desk *, const char *name, int64_t usual, int64_t most,
	     int64_t *) MUST_USE;
enum { TEXT_WAIT = 60, TEXT_WAIT_MOST = 3600, TEXT_MOST = 10 };

/* For gateways, inside their transaction: a new one; whose it is; one line more of it. */
enum rc	 text_begin(const struct desk *, const struct text_report *) MUST_USE;
enum rc	 text_of_sender(const struct desk *, const char *sender, struct talk *) MUST_USE;
enum rc	 text_heard(const struct desk *, const struct talk *, const char *token,
	     const char *words) MUST_USE;

/* One line, of one side; due 0: to nobody outside. */
enum rc	 text_put(const struct desk *, const struct talk *, enum side, const char *token,
	     const char *words, int64_t due) MUST_USE;

#endif
