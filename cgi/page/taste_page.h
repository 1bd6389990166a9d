/* taste_page.h: a visitor's language and colours. */
#ifndef PAGE_TASTE_PAGE_H
#define PAGE_TASTE_PAGE_H

#include "page/app.h"

/* POST /bahasa and POST /tema; ROUTE_TASTE, MAY_VISIT. */
enum rc	 taste_language(struct visit *);	/* bahasa=id|en, ke=path */
enum rc	 taste_theme(struct visit *);		/* tema=terang|gelap|otomatis, ke=path */

#endif
