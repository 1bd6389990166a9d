/* track_page.h: a reporter follows a report with its code, and answers, disputes, confirms. */
#ifndef PAGE_TRACK_PAGE_H
#define PAGE_TRACK_PAGE_H

#include "page/app.h"

enum rc	 track_find(struct visit *) MUST_USE;		/* GET /lacak */
enum rc	 track_show(struct visit *) MUST_USE;		/* POST /lacak: the code is in no address */
enum rc	 track_answer(struct visit *) MUST_USE;		/* POST /lacak/jawab */
enum rc	 track_dispute(struct visit *) MUST_USE;	/* POST /lacak/sanggah */
enum rc	 track_confirm(struct visit *) MUST_USE;	/* POST /lacak/beres */
enum rc	 track_withdraw(struct visit *) MUST_USE;	/* POST /lacak/tarik */

#endif
