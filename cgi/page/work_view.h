/* work_view.h: what the template of the worklist sees. */
#ifndef PAGE_WORK_VIEW_H
#define PAGE_WORK_VIEW_H

#include "action/see_action.h"
#include "page/app.h"

/*
 * work.N.{key,number,pr.*,state.*,title,place,area,age,sla.*,left,units,others,
 * fresh,step.{act.*,object,version,simple,class,accept}}
 *
 * left: seconds to the limit where a script shall count them; others: how many
 * more have reported the same; fresh: nobody has accepted it yet.
 */
void	 view_work(struct visit *, const struct work *);
/* alert.{number,title,place,pr.*,sla.*,left,more,step.*}: P0 and P1 that wait to be accepted */
void	 view_alert(struct visit *, const struct work *);

#endif
