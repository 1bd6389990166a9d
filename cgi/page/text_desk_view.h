/* text_desk_view.h: what the queue and the conversation of written emergencies share. */
#ifndef PAGE_TEXT_DESK_VIEW_H
#define PAGE_TEXT_DESK_VIEW_H

#include "domain/talk.h"
#include "page/app.h"

int64_t		 text_id(const char *);		/* -1: none of ours */
const char	*text_kind(const struct visit *, const struct talk *);
/* The list again, and who was faster; id 0: nobody is named. */
enum rc		 texts_faster(struct visit *, int64_t id) MUST_USE;

#endif
