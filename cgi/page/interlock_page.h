/* interlock_page.h: what must be safe before anybody works, on the page of a ticket. */
#ifndef PAGE_INTERLOCK_PAGE_H
#define PAGE_INTERLOCK_PAGE_H

#include "action/see_action.h"
#include "page/app.h"

/*
 * locked.N.{asked,class,icon,word,by,meant,card,version,about}, of those who may
 * answer yes, no or back: the values of their buttons; lock_waits
 */
void	 view_locks(struct visit *, const struct sheet_view *);
enum rc	 lock_answer(struct visit *);		/* POST /tiket/N/prasyarat */

#endif
