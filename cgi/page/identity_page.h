/* identity_page.h: a reporter's identity: the question why, and the answer, once. */
#ifndef PAGE_IDENTITY_PAGE_H
#define PAGE_IDENTITY_PAGE_H

#include "action/citizen_action.h"
#include "action/identity_action.h"
#include "lib/form.h"
#include "page/app.h"

enum rc	 identity_show(struct visit *);	/* GET /tiket/N/identitas/ID */
enum rc	 identity_send(struct visit *);	/* POST */

/*
 * Says in the form why it was not opened, 429 where it was once too often;
 * no_words is the key of what is said where the reason wants words.
 */
void	 opening_fault(struct visit *, struct form *, enum opening_flaw, const char *no_words);

/* opened.N.{when,iso,who,reason,words}, opened_text: for the reporter's own page */
void	 view_opened(struct visit *, const struct track_view *);

#endif
