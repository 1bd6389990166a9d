/* original_page.h: a photo as it came: the question why, and the file. */
#ifndef PAGE_ORIGINAL_PAGE_H
#define PAGE_ORIGINAL_PAGE_H

#include "page/app.h"

enum rc	 original_show(struct visit *);		/* GET /foto/NAME/asli */
enum rc	 original_send(struct visit *);		/* POST: the file, to be kept */

#endif
