/* original_action.h: a photo as it came, camera's data and all, with a reason, on the record. */
#ifndef ACTION_ORIGINAL_ACTION_H
#define ACTION_ORIGINAL_ACTION_H

#include "action/desk.h"
#include "action/identity_action.h"
#include "domain/proof.h"

struct original {
	struct ticket		 t;
	struct shot		 s;
	bool			 sensitive;
	enum opening_flaw	 flaw;
	struct bytes		 data;	/* only after original_open() */
};

/*
 * For the form.  RC_NOTFOUND: no such photo, out of reach, or gone.
 * RC_FORBIDDEN: not for this reader: a report's photo tells of its reporter, so
 * it is for those who may open that identity; the proof of work is also for the
 * verifier.  An anonymous reporter's is RC_OK with a flaw: nobody opens it.
 */
enum rc	 original_ask(const struct desk *, const char *name, struct original *) MUST_USE;

/*
 * reason: one of workflow_reasons(ACT_EXPORT); words: needed where the category
 * is sensitive, and for every reason but "original_check".  RC_INPUT with a
 * flaw; RC_OK only where the event is kept.  A report's photo counts as an
 * opening of its reporter's identity, and the reporter reads of it.
 */
enum rc	 original_open(const struct desk *, const char *name, const char *reason,
	     const char *words, struct original *) MUST_USE;

#endif
