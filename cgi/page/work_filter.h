/* work_filter.h: what an address of the worklist asks for, and the address that asks for it. */
#ifndef PAGE_WORK_FILTER_H
#define PAGE_WORK_FILTER_H

#include "action/see_action.h"
#include "page/app.h"

/* What is odd in the address is as if it were not there. */
struct work_filter work_filter_read(struct visit *);
/*
 * "?tampil=terima&prioritas=P1": only what the filter holds, never what was
 * sent; without the page it was turned to.
 */
const char	*work_query(const struct visit *, const struct work_filter *, enum work_show);
/* The same, turned to the page behind the last row. */
const char	*work_query_after(const struct visit *, const struct work_filter *,
		     const struct work_row *last);

const char	*work_show_code(enum work_show);
/* To the desk "mine" is what waits for its check; to others, their unit's work. */
const char	*work_show_word(const struct visit *, enum work_show);
const char	*work_sort_code(enum work_sort);
/* "Tugas Damkar", "Tugas seluruh kota" */
const char	*work_heading(const struct visit *, const struct work_filter *);
bool		 work_sees_all(const struct visit *);

/*
 * kind.N.{code,name,picked}, district.N.{code,name,picked}, agency.N.{id,name,picked},
 * priority.N.{pr.*,picked}, sort: the choices; kinds only where wanted, they are many
 */
void		 work_choices(struct visit *, const struct work_filter *, bool kinds);
/* said.N.{word,query}, kind: what narrows the list and is not said above it, and without it */
void		 work_said(struct visit *, const struct work_filter *);

#endif
