/* rest_page.h: breaks of call takers: offered, taken; for the supervisor and the person. */
#ifndef PAGE_REST_PAGE_H
#define PAGE_REST_PAGE_H

#include "page/app.h"

enum rc	 rest_show(struct visit *) MUST_USE;	/* GET /panggilan/jeda */
enum rc	 rest_send(struct visit *) MUST_USE;	/* POST /panggilan/jeda */

/* rest.{words,due}: what is offered to whoever looks; how many need one, to a supervisor */
void	 view_rest(struct visit *);

#endif
