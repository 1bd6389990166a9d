/* disaster_view.h: disasters that are proposed, on supervisors' screens and on the wall. */
#ifndef PAGE_DISASTER_VIEW_H
#define PAGE_DISASTER_VIEW_H

#include "page/app.h"

/* disaster.N.{number,title,where,because,age}; disaster_mine: this person decides */
void	 view_disasters(struct visit *);
enum rc	 disaster_strip(struct visit *);	/* GET /tugas/bencana: the same, for a script */

#endif
