/* search_page.h: /cari: tickets by number, voice code, place and words. */
#ifndef PAGE_SEARCH_PAGE_H
#define PAGE_SEARCH_PAGE_H

#include "page/app.h"

enum rc	 search_list(struct visit *);

#endif
