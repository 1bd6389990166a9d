/* public_view_track.h: a report as its reporter sees it. */
#ifndef PAGE_PUBLIC_VIEW_TRACK_H
#define PAGE_PUBLIC_VIEW_TRACK_H

#include "action/citizen_action.h"
#include "page/app.h"

/*
 * ticket.{number,kind,heading,place,text,privacy,version}, ticket.public
 * now.{head,text,over,state.*}, steps.N.{word,icon,done,current}, steps_said
 * holder.{name,initials}, promise.{word,when,left,late}, question, ends, asof
 * may.{answer,confirm,dispute,withdraw}, events.N.*
 */
void	 view_track(struct visit *, const struct track_view *);

#endif
