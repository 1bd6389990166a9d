/* invite_page.h: somebody new has a code, and chooses a password. */
#ifndef PAGE_INVITE_PAGE_H
#define PAGE_INVITE_PAGE_H

#include "page/app.h"

enum rc	 invite_show(struct visit *) MUST_USE;	/* GET /undangan */
enum rc	 invite_send(struct visit *) MUST_USE;	/* POST /undangan */

#endif
