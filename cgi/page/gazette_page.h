/* gazette_page.h: names of places, as people look after them. */
#ifndef PAGE_GAZETTE_PAGE_H
#define PAGE_GAZETTE_PAGE_H

#include "page/app.h"

enum rc	 gazette_page(struct visit *);	/* GET  /tempat?cari=&setelah= */
enum rc	 gazette_show(struct visit *);	/* GET  /tempat/ID, /tempat/baru */
enum rc	 gazette_send(struct visit *);	/* POST the same */

#endif
