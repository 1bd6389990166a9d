/* public_view.h: what several of the citizens' screens show alike. */
#ifndef PAGE_PUBLIC_VIEW_H
#define PAGE_PUBLIC_VIEW_H

#include "action/citizen_action.h"
#include "page/app.h"

/* Does the public see its text, or only that something happens? */
bool		 view_is_full(const struct ticket *);
/* "Pasar Lama, Pasar Muara", and before it the street where it is shown */
const char	*view_place(const struct visit *, const struct place *);

/* "hari ini 14.32", else "21 Nov 14.32" */
const char	*view_day_time(const struct visit *, int64_t at);
/* "15 menit" "4 jam" "3 hari": whole words, not the staff's letters */
const char	*view_long_span(const struct visit *, int64_t ms);

/* rows.N.{number,title,place,icon,when,iso,full,agency,state.*} */
void		 view_public_rows(struct visit *, const struct public_row *, size_t);
/* similar.N.{number,title,place,when,metres,state.*}: only what the public may see */
void		 view_similar(struct visit *, const struct near_row *, size_t);

/* areas.N.{name,village.M.{code,name,picked}}: the choices of a form's field "area" */
void		 view_areas(struct visit *, const struct form *);
/* category.choice.N.{value,label,picked,icon}: what the public form has tiles for */
void		 view_tiles(struct visit *, const struct form *);

/*
 * events.N.{did,act.*,when,iso,who,note,mine,now}: newest first.  own: the
 * reporter reads it; else the public, who reads no question and no answer.
 */
void		 view_story(struct visit *, const struct event *, size_t, bool own);

#endif
