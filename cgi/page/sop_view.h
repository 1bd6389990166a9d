/* sop_view.h: an SOP card as those read it who write and approve it. */
#ifndef PAGE_SOP_VIEW_H
#define PAGE_SOP_VIEW_H

#include "action/sop_action.h"
#include "domain/sop.h"
#include "page/app.h"

/* card.{code,title,opening,q.N.{no,ask,effect,o.N.{label,does}},tell.line.N,...,locks.N} */
void	 view_card_whole(struct visit *, const struct sop *);
/* same, gone.line.N.text, come.line.N.text: what "after" no longer says, and what it says anew */
void	 view_card_changes(struct visit *, const struct sop *before, const struct sop *after);
/* step.N.{code,word,class}; when: a time may be said with one of them */
void	 view_card_steps(struct visit *, const struct sop_sheet *);

#endif
