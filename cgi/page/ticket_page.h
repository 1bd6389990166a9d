/* ticket_page.h: one ticket: where it stands, what happened, what to do next. */
#ifndef PAGE_TICKET_PAGE_H
#define PAGE_TICKET_PAGE_H

#include "page/app.h"

enum rc	 ticket_show(struct visit *);	/* GET /tiket/N */
enum rc	 ticket_note(struct visit *);	/* POST /tiket/N/catatan */
enum rc	 ticket_seen(struct visit *);	/* POST /tiket/N/lihat: its agency has opened it */

/* The ticket once more, with what was set beside it: who was faster. */
enum rc	 ticket_again(struct visit *, const char *number);

/* The number in the path, whichever * stood last; NULL where it cannot be one. */
const char *ticket_number(const struct visit *);

#endif
