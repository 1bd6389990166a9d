/* letter_action.h: a letter in the outbox becomes words.  For worker_mail.c. */
#ifndef ACTION_LETTER_ACTION_H
#define ACTION_LETTER_ACTION_H

#include "action/worker_action.h"
#include "store/outbox_store.h"

/*
 * To whom, and what: in the reader's language.  The tracking code is in no
 * letter: only its hash is known.  What is sensitive stays out, too: a letter
 * lies about.  RC_NOTFOUND: nobody to send it to (any more).
 */
enum rc	 letter_write(const struct desk *, const struct post_office *, const struct post *,
	     struct letter *) MUST_USE;

#endif
