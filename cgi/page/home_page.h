/* home_page.h: the first page, and the page about this site. */
#ifndef PAGE_HOME_PAGE_H
#define PAGE_HOME_PAGE_H

#include "page/app.h"

enum rc	 home_show(struct visit *) MUST_USE;	/* GET / */
enum rc	 home_about(struct visit *) MUST_USE;	/* GET /tentang */

#endif
