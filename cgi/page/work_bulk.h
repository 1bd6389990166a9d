/* work_bulk.h: one step for many tickets of the list; a key that asks for one step of one. */
#ifndef PAGE_WORK_BULK_H
#define PAGE_WORK_BULK_H

#include "page/app.h"

enum rc	 work_pick(struct visit *);	/* POST /tugas/pilih: what can be done, its form */
enum rc	 work_many(struct visit *);	/* POST /tugas/banyak: does it */
enum rc	 work_key(struct visit *);	/* GET /tugas/baris/17?kunci=g: the form that a key means */

#endif
