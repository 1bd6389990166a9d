/* refdata_page.h: the reference data to look at: agencies, categories, SOP cards. */
#ifndef PAGE_REFDATA_PAGE_H
#define PAGE_REFDATA_PAGE_H

#include "page/app.h"

enum rc	 agencies_page(struct visit *) MUST_USE;	/* GET /opd */
enum rc	 categories_page(struct visit *) MUST_USE;	/* GET /kategori */
enum rc	 category_page(struct visit *) MUST_USE;	/* GET /kategori/CODE */

#endif
