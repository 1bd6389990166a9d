/* deliver_page.h: /pengiriman: what was sent and what could not be; the words of messages. */
#ifndef PAGE_DELIVER_PAGE_H
#define PAGE_DELIVER_PAGE_H

#include "page/app.h"

enum rc	 deliver_page(struct visit *) MUST_USE;
enum rc	 deliver_one(struct visit *) MUST_USE;		/* that one again */
enum rc	 deliver_all(struct visit *) MUST_USE;		/* all that are dead of a channel */
enum rc	 patterns_page(struct visit *) MUST_USE;
enum rc	 pattern_show(struct visit *) MUST_USE;
enum rc	 pattern_send(struct visit *) MUST_USE;

/* channels.N.{code,word,class,icon,said,ok,failed,waiting,dead,oldest}, ill: for the wall, too */
void	 view_carriers(struct visit *);

#endif
