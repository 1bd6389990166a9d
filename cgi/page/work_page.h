/* work_page.h: the live list of an agency, or of the city. */
#ifndef PAGE_WORK_PAGE_H
#define PAGE_WORK_PAGE_H

#include "page/app.h"

enum rc	 work_list(struct visit *);	/* GET /tugas */
enum rc	 work_filter_page(struct visit *);	/* GET /tugas/saringan */
enum rc	 work_version(struct visit *);	/* GET /tugas/versi: a number, for polling */
enum rc	 work_find(struct visit *);	/* GET /tugas/cari?nomor= */
enum rc	 work_step(struct visit *);	/* POST /tugas/langkah: a button of a row */

#endif
