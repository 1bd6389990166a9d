/* public_page.h: what the public may read: the list of reports, and one of them. */
#ifndef PAGE_PUBLIC_PAGE_H
#define PAGE_PUBLIC_PAGE_H

#include "page/app.h"

enum rc	 public_list(struct visit *) MUST_USE;		/* GET /laporan */
enum rc	 public_ticket(struct visit *) MUST_USE;	/* GET /laporan/NUMBER */

#endif
