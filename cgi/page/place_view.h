/* place_view.h: where a call is about: what words and point mean, and how it is shown. */
#ifndef PAGE_PLACE_VIEW_H
#define PAGE_PLACE_VIEW_H

#include "page/call_form.h"

/*
 * Fills what is certain: the village of a point, the point and village of a
 * place that is named in full.  What was typed goes before it.
 */
void	 place_understand(const struct visit *, const struct call_form *, struct call_sense *);
/* Handed over: the triage desk leads, the neighbour's 112 is told.  false: it is not. */
bool	 place_hand_over(const struct visit *, const struct call_form *, struct call_sense *);

/*
 * spot.{text,lat,lon,code,name}: what the point is in, and why
 * spot.{outside,neighbour,over,contact,picked}: beyond the city, whose it is
 */
void	 view_spot(struct visit *, struct point, const struct spot *, const char *named,
	     bool picked);
/* The same of a call, the fields that were filled, and call_place.map where there is a map. */
void	 view_call_place(struct visit *, const struct call_form *, const struct call_sense *);

/* "-0.946131, 100.350129" */
const char *view_coords(const struct visit *, struct point);

/*
 * map.{south,west,scale,squeeze,width,height,title}, map.at.{x,y}
 * map.area.N.{d,name}, map.beyond.N.{d,name}: RC_NOTFOUND where nothing is known
 */
enum rc	 view_map(struct visit *, struct point) MUST_USE;

#endif
