/* call_page.h: the 112 call desk. */
#ifndef PAGE_CALL_PAGE_H
#define PAGE_CALL_PAGE_H

#include "page/call_form.h"
#include "page/key_page.h"

enum rc	 call_form(struct visit *);	/* GET  /panggilan */
enum rc	 call_send(struct visit *);	/* POST /panggilan */
/* What the script of the page asks for; pieces of the same templates. */
enum rc	 call_card(struct visit *);	/* GET  /panggilan/kartu?kategori=CODE&area=CODE, or
					   ?kartu=CODE&ke=2: one that an answer opened */
enum rc	 call_sop(struct visit *);	/* GET  /panggilan/sop/CODE: another card, to read from */
enum rc	 call_near(struct visit *);	/* GET  /panggilan/mirip?kategori=&area=&koordinat= */
enum rc	 call_past(struct visit *);	/* POST /panggilan/riwayat: phone, never in an address */
enum rc	 call_data(struct visit *);	/* GET  /panggilan/data: categories and villages */

/* --- for the pages beside it ------------------------------------------------------ */

enum { CALL_SPARE = 12 };		/* forms that can be sent without us in between */

enum rc	 call_next(struct visit *);	/* the next call's form, after what became of one */
/* The desk as a draft left it, with the draft's token. */
enum rc	 call_continue(struct visit *, const struct pairs *said, const char *token);

#endif
