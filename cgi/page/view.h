/*
 * view.h: what all screens show alike: badges, times, numbers, names.
 *
 * Words and classes of states and priorities are made once in a process and
 * shared by every row.  Text comes back in the request's arena, or lives
 * longer.
 */
#ifndef PAGE_VIEW_H
#define PAGE_VIEW_H

#include "domain/ticket.h"
#include "domain/workflow.h"
#include "page/app.h"

const char	*view_word(const struct visit *, const char *key);
/* view_say(v, "L.portal.sent_to", "Damkar"): words with {0}, {1} filled */
#define view_say(v, key, ...)	\
	tmpl_say((v)->tmpl, (v)->lang, (v)->req->arena, (key), __VA_ARGS__)
/* view_code(v, "L.reason", "prank"): the words of a code out of a table of ours */
const char	*view_code(const struct visit *, const char *family, const char *code);

/* row.pr.{code,class,word,shape}: "P1", "pr1", "Kritis", an SVG path of 18 x 18 */
void		 view_priority(const struct visit *, struct vars *, enum priority);
/* row.state.{code,class,icon,word} */
void		 view_state(const struct visit *, struct vars *, enum state);
/* row.act.{code,icon,word,did}: the button's verb, and what the time line says happened */
void		 view_act(const struct visit *, struct vars *, enum act);
/*
 * row.sla.{text,class,icon,width}: what is left of a limit, with the word of
 * what is awaited before it ("tiba 5:20"); nothing where due is 0.
 */
void		 view_sla(const struct visit *, struct vars *, const char *key,
		     int64_t from, int64_t due);

const char	*view_clock(const struct visit *, int64_t at);	/* "14.32"; en "14:32" */
const char	*view_time(const struct visit *, int64_t at);	/* today "14.32", or "21 Nov 14.32" */
const char	*view_date(const struct visit *, int64_t at);	/* "21 November 2026" */
/* "Sabtu, 21 November 2026, 14.32 WIB" */
const char	*view_moment(const struct visit *, int64_t at);
const char	*view_iso(const struct visit *, int64_t at);	/* for <time datetime> */
const char	*view_span(const struct visit *, int64_t ms);	/* "42 dtk" "9 mnt" "1 j 10 m" "3 h" */
const char	*view_age(const struct visit *, int64_t at);	/* the span from then to now */
const char	*view_left(const struct visit *, int64_t due);	/* "5:20" "1 j 10 m", "lewat 3:05" */
const char	*view_number(const struct visit *, int64_t);	/* "12.345"; en "12,345" */
/* place, area, geo "-0.94,100.37", coordinates as they are read: each where it is known */
void		 view_where(const struct visit *, struct vars *, const struct place *);
const char	*view_metres(const struct visit *, int64_t);	/* "350 m" "1,2 km"; "" where negative */

/* Names out of the reference data; "" where there is none. */
const char	*view_agency(const struct visit *, int64_t id);		/* "Damkar" */
const char	*view_agency_name(const struct visit *, int64_t id);	/* in full */
const char	*view_category(const struct visit *, int64_t id);	/* in the visit's language */
const char	*view_area(const struct visit *, const char *code);	/* "Pasar Lama, Pasar Muara" */
const char	*view_role(const struct visit *, enum role);

/*
 * frame.c: what every layout shows.  Called by page_show().
 * lang, theme (light|dark|absent), theme_auto, city, version, path (with its
 * query, without the first slash), here, csrf, staff
 * me.{name,role,agency,initials}, home: the first page of this person
 * nav.N.{path,icon,word,current}
 */
void		 view_frame(struct visit *);

#endif
