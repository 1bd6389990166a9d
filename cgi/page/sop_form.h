/* sop_form.h: the next version of an SOP card at work: for its two forms only. */
#ifndef PAGE_SOP_FORM_H
#define PAGE_SOP_FORM_H

#include "domain/sop.h"
#include "page/sop_page.h"

/* What is there in both languages, and the form. */
struct writing {
	struct visit		*v;
	struct sop_sheet	 sheet;
	struct card		 card;		/* the draft as one */
	struct sop		 id, en;
	struct form		 form;
};

/* RC_CONFLICT: nothing is being written; whoever may begin does that on the card's page. */
enum rc	 writing_open(struct writing *, struct visit *) MUST_USE;
enum rc	 writing_refuse(struct visit *, enum rc);	/* what a page answers then */
void	 writing_show(struct writing *);	/* what both pages show: form, code, revision */
/* Everything of the card again, with what was changed in it. */
enum rc	 writing_save(struct writing *) MUST_USE;

#endif
