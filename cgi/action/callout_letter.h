/* callout_letter.h: messages to volunteers become words.  For worker_mail.c. */
#ifndef ACTION_CALLOUT_LETTER_H
#define ACTION_CALLOUT_LETTER_H

#include "action/notice_action.h"

bool	 callout_is(const struct post *);
/* To whom, and what.  RC_NOTFOUND: nobody to send it to (any more); RC_CONFLICT: it is over. */
enum rc	 callout_write(const struct desk *, const struct post_office *, const struct post *,
	     struct notice_text *) MUST_USE;

#endif
