/* work_batch.h: many tickets and one step, between work_bulk.c and work_done.c. */
#ifndef PAGE_WORK_BATCH_H
#define PAGE_WORK_BATCH_H

#include "action/bulk_action.h"
#include "page/app.h"

/* What is ticked, and what shall be done with it. */
struct ask {
	struct many	 pilih;		/* "17", or "17.3": a version that was seen */
	const char	*tindakan;	/* an act; "tell": a note for who reported */
	const char	*alasan, *opd, *tujuan, *catatan;
};

/* A batch at work: the rows that were chosen, and the step that all of them have. */
struct batch {
	struct ask		 in;
	struct form		 form;
	struct bulk_row		*rows;
	size_t			 n;
	enum act		 act;		/* ACT_NONE: not chosen yet */
	bool			 tell;
	const struct move	*m;		/* NULL: a note, or not all have it */
};

/*
 * heading, query, title; picked.N.{value,number,title,place,pr.*,state.*}: what
 * was chosen, as it is
 */
void	 batch_frame(struct visit *, const struct batch *);
/* ask.{code,word,act.*,reason,agency,target,public}, form.*: what is asked of the step */
void	 batch_ask(struct visit *, struct batch *);
/* outcome.N.{value,number,title,good,busy,who,did,clock,why}, sum: what became of each */
enum rc	 batch_done(struct visit *, struct batch *) MUST_USE;

#endif
