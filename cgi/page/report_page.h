/* report_page.h: the form citizens report with. */
#ifndef PAGE_REPORT_PAGE_H
#define PAGE_REPORT_PAGE_H

#include "page/app.h"

enum rc	 report_show(struct visit *) MUST_USE;		/* GET /lapor */
enum rc	 report_send(struct visit *) MUST_USE;		/* POST /lapor */
enum rc	 report_similar(struct visit *) MUST_USE;	/* GET /lapor/mirip */

/*
 * "-0.94710,100.41720", "geo:-0.94710,100.41720": a point in or near
 * Indonesia, in micro-degrees.  False where it is none.
 */
bool	 report_point(const char *text, int64_t *lat, int64_t *lon) MUST_USE;

#endif
