/* place_page.h: pieces for the place of a call: names, a point's village, the map, a link. */
#ifndef PAGE_PLACE_PAGE_H
#define PAGE_PLACE_PAGE_H

#include "page/app.h"

enum rc	 place_names(struct visit *);	/* GET /panggilan/tempat?q=&area= */
enum rc	 place_point(struct visit *);	/* GET /panggilan/titik?koordinat= */
enum rc	 place_map(struct visit *);	/* GET /panggilan/peta?koordinat= */
enum rc	 place_ask(struct visit *);	/* POST /panggilan/lokasi: a link for this call */
enum rc	 place_wait(struct visit *);	/* POST /panggilan/lokasi/CODE: has it come? */

/* Of the portal: the page behind the link. */
enum rc	 locate_form(struct visit *);	/* GET /lokasi/CODE */
enum rc	 locate_post(struct visit *);	/* POST /lokasi/CODE */

#endif
