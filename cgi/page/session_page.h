/* session_page.h: where one is signed in, and how one ends that. */
#ifndef PAGE_SESSION_PAGE_H
#define PAGE_SESSION_PAGE_H

#include "page/app.h"

enum rc	 sessions_show(struct visit *) MUST_USE;	/* GET /sesi */
enum rc	 sessions_end(struct visit *) MUST_USE;		/* POST /sesi: all others */
enum rc	 sessions_end_one(struct visit *) MUST_USE;	/* POST /sesi/ID */

#endif
