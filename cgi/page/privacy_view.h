/* privacy_view.h: what templates see of requests about personal data. */
#ifndef PAGE_PRIVACY_VIEW_H
#define PAGE_PRIVACY_VIEW_H

#include "action/retention_action.h"
#include "domain/subject.h"
#include "page/app.h"

void	 view_subject(const struct visit *, struct vars *, const struct subject *);
/* clock.{text,class,width,late,moment}: what is left of 3 x 24 hours */
void	 view_data_clock(const struct visit *, struct vars *, int64_t due);
/* keep.N.{class,days,reason,source} */
void	 view_retention(struct visit *, const struct retention_view *);
/* Everything of a letter, see privacy_letter.c.  RC_FAIL: it is none. */
enum rc	 view_person_letter(struct visit *, const char *json) MUST_USE;
/* The same as CSV into the answer's body. */
enum rc	 view_person_file(struct visit *, const char *json) MUST_USE;
/* Of an event, or of a photo, in a letter. */
struct json;
const char *view_doer(const struct visit *, const struct json *);
const char *view_photo_line(const struct visit *, const struct json *);
/* The menu beside the desk's pages: "permintaan", "kebocoran", "penyimpanan". */
void	 view_desk_menu(struct visit *, const char *here);

#endif
