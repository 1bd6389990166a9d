/* notice_page.h: /kabar: how I am told. */
#ifndef PAGE_NOTICE_PAGE_H
#define PAGE_NOTICE_PAGE_H

#include "page/app.h"

enum rc	 notice_show(struct visit *) MUST_USE;
enum rc	 notice_send(struct visit *) MUST_USE;	/* of the channel in the address */
enum rc	 notice_rest(struct visit *) MUST_USE;	/* quiet hours, the language */

#endif
