/* triage_view.h: what the triage desk shows. */
#ifndef PAGE_TRIAGE_VIEW_H
#define PAGE_TRIAGE_VIEW_H

#include "action/see_action.h"
#include "page/app.h"

enum { TRIAGE_AGENCIES = 40 };

/* As it was typed; "" and nothing ticked on a page just opened. */
struct triage_form {
	const char	*what;			/* the button: "send", "ask", ... */
	int64_t		 version;
	struct many	 agency;
	const char	*lead;
	bool		 publish;
	const char	*note;			/* for the agencies, where a move needs one */
	const char	*ask, *refer, *decline, *reason;
	const char	*category, *why;
	const char	*target, *dup;		/* typed; or the button beside a near ticket */
};

extern const char *const triage_codes[TRIAGE_SHOW_COUNT];	/* "baru", in addresses */

/*
 * tabs.N.{code,word,count,current}
 * rows.N.{number,title,place,area,category,age,from,privacy,channel,others,pr.*,state.*,sla.*}
 */
void	 view_triage(struct visit *, enum triage_show, const struct triage *);

/*
 * t.{number,title,detail,place,area,coords,category,channel,privacy,when,iso,reporters,
 *    lead,merged,pr.*,state.*,sla.*}
 * people.N.{name,phone,channel,privacy,words,when}, answers.N.{asked,said}
 * story.N.{act.*,who,when,note,public}
 * near.N.{number,title,metres,age,callers,place,alike,pr.*,state.*}
 * may.{send,ask,reclassify,merge,refer,decline}; need.{note,why}
 * agency.N.{code,id,brief,hours,picked,own,lead}, more.N
 * emergencies.N.{code,name,picked}, complaints.N
 * reasons.N.{code,word,picked}
 */
void	 view_triage_ticket(struct visit *, const struct sheet_view *,
	     const struct triage_form *);
/* The move behind a button, or NULL: not possible now. */
const struct move *triage_move(const struct sheet_view *, enum act);
/* What sending would be: VERIFY, ASSIGN or ROUTE, or NULL. */
const struct move *triage_sending(const struct sheet_view *);

#endif
