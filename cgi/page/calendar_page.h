/* calendar_page.h: the days and hours that count, who is told, how long agencies are silent. */
#ifndef PAGE_CALENDAR_PAGE_H
#define PAGE_CALENDAR_PAGE_H

#include "page/app.h"

enum rc	 calendar_show(struct visit *) MUST_USE;	/* GET /kalender */
enum rc	 calendar_add(struct visit *) MUST_USE;		/* POST /kalender */
enum rc	 calendar_drop(struct visit *) MUST_USE;	/* POST /kalender/DAY/hapus */
enum rc	 suspension_show(struct visit *) MUST_USE;	/* GET /kalender/bencana, in suspension_page.c */
enum rc	 suspension_begin(struct visit *) MUST_USE;	/* POST /kalender/bencana */
enum rc	 suspension_lift(struct visit *) MUST_USE;	/* POST /kalender/bencana/jalan */
enum rc	 ladders_show(struct visit *) MUST_USE;		/* GET /eskalasi, in ladder_page.c */
enum rc	 ladder_form(struct visit *) MUST_USE;		/* GET /eskalasi/WHOSE */
enum rc	 ladder_send(struct visit *) MUST_USE;		/* POST /eskalasi/WHOSE */
enum rc	 ladder_usual(struct visit *) MUST_USE;		/* POST /eskalasi/WHOSE/hapus */
enum rc	 silence_show(struct visit *) MUST_USE;		/* GET /komando/diam, in silence_page.c */

/* pauses.N.{number,from,until,reason,by,lifted,now}; paused: until when, where they are now */
void	 view_suspensions(struct visit *);

/*
 * row.sla says that its clock stands still, and why, instead of what is left:
 * of a complaint that counts office hours, while a disaster has the city.
 * True where it does.
 */
bool	 view_paused(const struct visit *, struct vars *row, int64_t category);
/* "24 Nov 09.30 → 26 Nov 09.30": what an event says of a limit that moved; NULL nothing. */
const char *view_moved(const struct visit *, const char *data);

#endif
