/* pact_page.h: the integrity pact. */
#ifndef PAGE_PACT_PAGE_H
#define PAGE_PACT_PAGE_H

#include "page/app.h"

enum rc	 pact_show(struct visit *) MUST_USE;	/* GET /pakta */
enum rc	 pact_send(struct visit *) MUST_USE;	/* POST /pakta */

#endif
