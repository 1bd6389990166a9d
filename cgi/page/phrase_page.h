/* phrase_page.h: quick phrases: looked at, written, changed, taken off the list. */
#ifndef PAGE_PHRASE_PAGE_H
#define PAGE_PHRASE_PAGE_H

#include "page/app.h"

enum rc	 phrase_page(struct visit *) MUST_USE;		/* GET /frasa */
enum rc	 phrase_show(struct visit *) MUST_USE;		/* GET /frasa/ID, /frasa/baru */
enum rc	 phrase_send(struct visit *) MUST_USE;		/* POST the same */

#endif
