/* call_view.h: what the call desk shows of a call that is being taken. */
#ifndef PAGE_CALL_VIEW_H
#define PAGE_CALL_VIEW_H

#include "page/call_form.h"

/*
 * call.rang, .up: seconds since, .timer "00:47"
 * call.types.N.name, call.villages.N.name: for completing what is typed
 * call.pick.N.{value,label,picked}: what the words may mean, or all there is
 * call.areas.N.{value,label}: the same of villages
 * call.level.N.{id,value,picked,pr.*}: the priorities a call taker may choose
 * and all of view_call_card()
 */
void	 view_call(struct visit *, const struct call_form *, const struct call_sense *);

/*
 * call.type.{code,name,icon,route}
 * call.auto.pr.*, call.reason: what category and answers propose, and why
 * call.disaster: words about the answer that proposes one
 * call.card.N.{code,title,version,draft,opening,progress,field,id,more,here}: the type's
 * own, and those its answers opened
 * call.card.N.q.N.{no,name,id,ask,effect,current,text,count,value,say,advice}
 * call.card.N.q.N.o.N.{id,value,label,picked,raise,lower,up,add,card,disaster,category,say,
 * advice}
 * call.card.N.{tell,never,raise}.N.text
 * call.better.{code,name,by}: a better category by an answer
 * call.agency.N.{code,id,brief,name,hours,picked,own,lead}, call.more.N: the others
 * call.offered, call.shown, call.send: what the red button says
 */
void	 view_call_card(struct visit *, const struct call_sense *);

/* A whole card without answers, as call.card.N above; slot: which one of a call it is, from 0. */
void	 view_sop(struct visit *, struct vars *, const struct sop *, size_t slot);

#endif
