/* call_list.h: what lies beside a call: incidents near, the number's past, what was sent. */
#ifndef PAGE_CALL_LIST_H
#define PAGE_CALL_LIST_H

#include "page/call_form.h"

/* near.N.{key,number,title,pr.*,state.*,place,metres,age,callers,many,
 * shared,alike}, near_alike: how many */
void	 view_call_near(struct visit *, const struct category *, const struct place *,
	     const char *words);
/*
 * past.N.{when,type,number,title}; past_junk: words about a bad history
 * past_known: of this number; past_today: without one, the day's last calls
 */
void	 view_call_past(struct visit *, const char *phone, const struct nuisance *);
/*
 * sent.{number,voice,code,clock,again,kept,triage,joined,reporters,pr.*,title,place}
 * sent.to.N.{brief,lead}
 */
void	 view_call_sent(struct visit *, const struct receipt *, const struct call_sense *,
	     bool keep, bool joined);

const char *view_callers(const struct visit *, int64_t n);	/* "2 pelapor" */

#endif
