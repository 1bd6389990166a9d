/* sop_page.h: SOP cards: which version is in force, and the next one on its way. */
#ifndef PAGE_SOP_PAGE_H
#define PAGE_SOP_PAGE_H

#include "action/sop_action.h"
#include "page/app.h"

enum rc	 sop_list(struct visit *);		/* GET  /sop */
enum rc	 sop_card(struct visit *);		/* GET  /sop/CODE */
enum rc	 sop_take(struct visit *);		/* POST /sop/CODE/langkah */
enum rc	 sop_head(struct visit *);		/* GET  /sop/CODE/ubah */
enum rc	 sop_head_send(struct visit *);		/* POST /sop/CODE/ubah */
enum rc	 sop_ask(struct visit *);		/* GET  /sop/CODE/tanya/N */
enum rc	 sop_ask_send(struct visit *);		/* POST /sop/CODE/tanya/N */

/* The code in the path, whichever * stood last. */
const char *sop_code(const struct visit *);

#endif
