/* ticket_view.h: what the templates of a ticket's page see. */
#ifndef PAGE_TICKET_VIEW_H
#define PAGE_TICKET_VIEW_H

#include "action/beside_action.h"
#include "action/see_action.h"
#include "page/app.h"

/*
 * ticket.{number,voice,title,detail,pr.*,state.*,others,emergency,category,code,
 * place,area,geo,coordinates,channel,paper,happened,recorded,privacy,hidden,
 * published,lead,until,merged,bounces,sla.*,left,sensitive,veiled}
 */
void	 view_ticket(struct visit *, const struct sheet_view *);

/*
 * part.N.{agency,name,lead,mine,behalf,state.*,units,sla.*,left,first,
 * time.N.{word,clock,span,late}, step.N.{...}}: the agencies' parts.
 * ride.N.{unit,kind,agency,state.*,clock,step.N.{...}}: the units at work
 */
void	 view_parts(struct visit *, const struct sheet_view *);

/*
 * step.N.{...}: what this person may do with the ticket and the own part, the
 * next step first and named again as next.{...}; other.N.{...}: the rest
 */
void	 view_steps(struct visit *, const struct sheet_view *);

/*
 * person.N.{who,phone,email,channel,clock,words,hidden,withheld,opens}, people;
 * answer.N.{asked,said}, card
 */
void	 view_people(struct visit *, const struct sheet_view *);

/* --- ticket_line.c --- */

enum line { LINE_ALL = 0, LINE_NOTES, LINE_STATES, LINE_COUNT };

/*
 * line.N.{act.*,what,clock,iso,who,behalf,note,public,hushed,detail,good,latest};
 * past.N the same, of the rounds before this one; filter.N.{code,word,here}
 */
void	 view_line(struct visit *, const struct sheet_view *, const struct beside *, enum line);
enum line line_of(const char *code);
/* stage.N.{word,icon,clock,span,limit,target,late,done,current}: how far, against its limits */
void	 view_stages(struct visit *, const struct sheet_view *);

#endif
