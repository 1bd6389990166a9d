/* work_view.h: what the template of the worklist sees. */
#ifndef PAGE_WORK_VIEW_H
#define PAGE_WORK_VIEW_H

#include "action/see_action.h"
#include "page/app.h"

/*
 * work.N.{key,number,pr.*,state.*,title,place,area,district,age,sla.*,left,units,
 * marks,others,fresh,unseen,quiet,locked,agency,act.*,step,form,class}
 *
 * left: seconds to the limit where a script shall count them; fresh: nobody has
 * accepted it yet; marks: one of others, how many have reported it, unseen,
 * nobody has even opened it, quiet, a word to whoever reported is overdue, locked.
 * units: of what was sent back, who leads it now.  Of the next step act and class,
 * and either step, the value of a button, or form, what the step's form is about.
 */
void	 view_work(struct visit *, const struct work *);
/* alert.{like a row,more}: the first P0 or P1 that waits to be accepted, and how many more */
void	 view_alert(struct visit *, const struct work *);

#endif
