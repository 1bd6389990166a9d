/* draft_page.h: calls that are being taken down: saved, gone on with, closed. */
#ifndef PAGE_DRAFT_PAGE_H
#define PAGE_DRAFT_PAGE_H

#include "page/app.h"

enum rc	 draft_save(struct visit *);		/* POST /panggilan/draf: the whole form */
enum rc	 draft_strip(struct visit *);		/* POST /panggilan/draf/lain: the piece below */
enum rc	 draft_continue(struct visit *);	/* GET  /panggilan/draf/ID */
enum rc	 draft_drop(struct visit *);		/* POST /panggilan/draf/ID: the line is gone */

/* drafts.N.{id,clock,what}, drafts_more: how many else; not the one on the screen */
void	 view_drafts(struct visit *);

/* A form that could not be sent is kept as it is: without script, nobody else saves it. */
void	 draft_note(struct visit *, const char *token, int64_t rang);

#endif
