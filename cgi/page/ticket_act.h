/* ticket_act.h: one form for every move; what it asks comes from the table of moves. */
#ifndef PAGE_TICKET_ACT_H
#define PAGE_TICKET_ACT_H

#include "page/app.h"

/* /tiket/N/langkah/ACT?objek=a17&versi=3 */
enum rc	 ticket_ask(struct visit *);	/* GET: the form */
enum rc	 ticket_act(struct visit *);	/* POST: the move */

#endif
