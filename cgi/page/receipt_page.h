/* receipt_page.h: what a reporter gets: number, tracking code, what happens next. */
#ifndef PAGE_RECEIPT_PAGE_H
#define PAGE_RECEIPT_PAGE_H

#include "action/file_action.h"
#include "page/app.h"

/*
 * The answer to the POST itself: the code is shown once, and never in an
 * address.  A repeated submission shows the number without the code.
 */
enum rc	 receipt_show(struct visit *, const struct filing *, const struct receipt *) MUST_USE;

#endif
