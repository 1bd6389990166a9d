/* paper_page.h: calls that are taken on paper: packs of sheets, and a sheet entered. */
#ifndef PAGE_PAPER_PAGE_H
#define PAGE_PAPER_PAGE_H

#include "page/app.h"

enum rc	 paper_list(struct visit *);	/* GET  /panggilan/kertas */
enum rc	 paper_order(struct visit *);	/* POST /panggilan/kertas: a new pack */
enum rc	 paper_show(struct visit *);	/* GET  /panggilan/kertas/pak/ID */
enum rc	 paper_say(struct visit *);	/* POST /panggilan/kertas/pak/ID: why one was not entered */
enum rc	 paper_print(struct visit *);	/* GET  /panggilan/kertas/cetak/ID */
enum rc	 paper_find(struct visit *);	/* GET  /panggilan/kertas/cari?nomor= */
enum rc	 paper_form(struct visit *);	/* GET  /panggilan/kertas/NUMBER */
enum rc	 paper_send(struct visit *);	/* POST /panggilan/kertas/NUMBER */

#endif
