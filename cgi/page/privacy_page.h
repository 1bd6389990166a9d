/* privacy_page.h: the desk for requests about personal data, and how long data is kept. */
#ifndef PAGE_PRIVACY_PAGE_H
#define PAGE_PRIVACY_PAGE_H

#include "page/app.h"

enum rc	 privacy_desk(struct visit *) MUST_USE;		/* GET /privasi */
enum rc	 privacy_blank(struct visit *) MUST_USE;	/* GET, POST /privasi/baru */
enum rc	 privacy_enter(struct visit *) MUST_USE;
enum rc	 privacy_request(struct visit *) MUST_USE;	/* GET /privasi/permintaan/NUMBER */
enum rc	 privacy_start(struct visit *) MUST_USE;	/* POST .../kerjakan, kabulkan, tolak, surat */
enum rc	 privacy_grant(struct visit *) MUST_USE;
enum rc	 privacy_refuse(struct visit *) MUST_USE;
enum rc	 privacy_print(struct visit *) MUST_USE;
enum rc	 privacy_download(struct visit *) MUST_USE;	/* POST .../unduh */

enum rc	 retention_page(struct visit *) MUST_USE;	/* GET /privasi/penyimpanan */
enum rc	 retention_switch(struct visit *) MUST_USE;	/* POST .../bencana, tahan, lepas */
enum rc	 retention_hold(struct visit *) MUST_USE;
enum rc	 retention_release(struct visit *) MUST_USE;

/* The portal's: by tracking code. */
enum rc	 own_data_find(struct visit *) MUST_USE;	/* GET /lacak/data: asks for the code */
enum rc	 own_data_show(struct visit *) MUST_USE;	/* POST /lacak/data, .../minta, .../surat */
enum rc	 own_data_ask(struct visit *) MUST_USE;
enum rc	 own_data_letter(struct visit *) MUST_USE;
enum rc	 privacy_public(struct visit *) MUST_USE;	/* GET /tentang/privasi */

#endif
