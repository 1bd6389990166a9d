/* call_page.h: the 112 call desk. */
#ifndef PAGE_CALL_PAGE_H
#define PAGE_CALL_PAGE_H

#include "page/app.h"

enum rc	 call_form(struct visit *);	/* GET  /panggilan */
enum rc	 call_send(struct visit *);	/* POST /panggilan */
/* What the script of the page asks for; pieces of the same templates. */
enum rc	 call_card(struct visit *);	/* GET  /panggilan/kartu?kategori=CODE&area=CODE */
enum rc	 call_sop(struct visit *);	/* GET  /panggilan/sop/CODE: another card, to read from */
enum rc	 call_near(struct visit *);	/* GET  /panggilan/mirip?kategori=&area=&koordinat= */
enum rc	 call_past(struct visit *);	/* POST /panggilan/riwayat: phone, never in an address */
enum rc	 call_data(struct visit *);	/* GET  /panggilan/data: categories and villages */

#endif
