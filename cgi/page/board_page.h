/* board_page.h: the wallboard of the command centre. */
#ifndef PAGE_BOARD_PAGE_H
#define PAGE_BOARD_PAGE_H

#include "page/app.h"

enum rc	 board_show(struct visit *);	/* GET /komando */
enum rc	 board_version(struct visit *);	/* GET /komando/versi: a number, for polling */

#endif
