/* breach_page.h: the register of failures to protect personal data. */
#ifndef PAGE_BREACH_PAGE_H
#define PAGE_BREACH_PAGE_H

#include "page/app.h"

enum rc	 breaches_page(struct visit *) MUST_USE;	/* GET /privasi/kebocoran */
enum rc	 breach_blank(struct visit *) MUST_USE;		/* GET, POST .../baru */
enum rc	 breach_enter(struct visit *) MUST_USE;
enum rc	 breach_page(struct visit *) MUST_USE;		/* GET, POST .../NUMBER */
enum rc	 breach_edit(struct visit *) MUST_USE;
enum rc	 breach_told(struct visit *) MUST_USE;		/* POST .../NUMBER/beritahu, tutup */
enum rc	 breach_end(struct visit *) MUST_USE;
enum rc	 breach_letter(struct visit *) MUST_USE;	/* GET .../NUMBER/surat/subjek|lembaga */
enum rc	 breach_notice(struct visit *) MUST_USE;

#endif
