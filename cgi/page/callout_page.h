/* callout_page.h: volunteers called to a ticket; and their own page behind a link. */
#ifndef PAGE_CALLOUT_PAGE_H
#define PAGE_CALLOUT_PAGE_H

#include "action/callout_action.h"
#include "page/app.h"

enum rc	 callout_page(struct visit *);		/* GET /tiket/NUMBER/relawan */
enum rc	 callout_send(struct visit *);		/* POST to it */
enum rc	 callee_ask(struct visit *);		/* GET /tiket/NUMBER/relawan/ID: a number? */
enum rc	 callee_number(struct visit *);		/* POST to it */
/* volunteers.{any,may,asked,yes,no,silent,arrived,here}: for the ticket's own page */
enum rc	 view_turnout(struct visit *, const struct ticket *);

enum rc	 answer_page(struct visit *);		/* portal: GET /relawan/jawab/CODE */
enum rc	 answer_send(struct visit *);		/* portal: POST to it */

#endif
