/* audit_page.h: the record of who did and who saw what, for auditors. */
#ifndef PAGE_AUDIT_PAGE_H
#define PAGE_AUDIT_PAGE_H

#include "page/app.h"

enum rc	 audit_page(struct visit *) MUST_USE;		/* GET /audit */
enum rc	 audit_event_page(struct visit *) MUST_USE;	/* GET /audit/ID */
enum rc	 audit_export(struct visit *) MUST_USE;		/* POST /audit/unduh */

#endif
