/* ticket_beside.h: what stands beside a ticket's own parts, for its page and its sheet. */
#ifndef PAGE_TICKET_BESIDE_H
#define PAGE_TICKET_BESIDE_H

#include "action/beside_action.h"
#include "action/see_action.h"
#include "page/app.h"

/*
 * hand.N.{id,name,way,taker,reference,clock,ask,late,said,state,word,class,
 * icon,may}, may_hand
 * parent.{number,title,reached,state.*}; child.N.{number,title,reached,place,
 * state.*}, children, open_children, resolved_children, may_join, may_close
 * held.N.{event,words,left,mine}
 * lines.N.{...}: see text_page.h
 */
enum rc	 view_beside(struct visit *, const struct sheet_view *, struct beside *) MUST_USE;

/* phrase.N.{text,public}: what is said with one key */
enum rc	 view_phrases(struct visit *, const struct sheet_view *) MUST_USE;

/*
 * court.{waits,may,appeal,clock,agency,words,arbiter,rule,area,
 * reason.N.{agency,who,words,clock}}: before the arbiter, and what was decided
 */
enum rc	 view_court(struct visit *, const struct sheet_view *) MUST_USE;

/*
 * round.{n,dispute,who,words,clock,agency}: it was opened again, or disputed,
 * and waits for somebody to begin anew; n counts the rounds
 */
void	 view_round(struct visit *, const struct sheet_view *);
/* The event that began this round, of s->events; s->nevents where it is the first. */
size_t	 round_begin(const struct sheet_view *);

/* What of a note is not told outside: NULL nothing, else a sentence. */
const char *note_hushed(const struct visit *, const struct beside *, int64_t event);

enum rc	 ticket_take_back(struct visit *) MUST_USE;	/* POST /tiket/N/tarik */

/* Who was handed a ticket. */
const char *handoff_name(const struct visit *, const struct handoff *);

#endif
