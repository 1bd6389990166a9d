/* volunteer_page.h: volunteers as they are kept.  Answers of worklist. */
#ifndef PAGE_VOLUNTEER_PAGE_H
#define PAGE_VOLUNTEER_PAGE_H

#include "action/volunteer_action.h"
#include "page/app.h"

enum rc	 volunteers_page(struct visit *);	/* GET /relawan */
enum rc	 volunteer_form(struct visit *);	/* GET /relawan/baru, /relawan/ID/ubah */
enum rc	 volunteer_send(struct visit *);	/* POST to them */
enum rc	 volunteer_page(struct visit *);	/* GET /relawan/ID */
enum rc	 volunteer_vet_send(struct visit *);	/* POST /relawan/ID/periksa */
enum rc	 volunteer_skill_send(struct visit *);	/* POST /relawan/ID/keahlian */
enum rc	 volunteer_number_send(struct visit *);	/* POST /relawan/ID/nomor */
enum rc	 volunteer_leave_send(struct visit *);	/* POST /relawan/ID/cabut */

/* In the visit's language. */
const char *view_skill(const struct visit *, const struct skill *);

#endif
