/* work_sheet.h: the worklist on paper, shift by shift, and as a file. */
#ifndef PAGE_WORK_SHEET_H
#define PAGE_WORK_SHEET_H

#include "page/app.h"

enum rc	 work_sheet(struct visit *);	/* GET /tugas/cetak?... */
enum rc	 work_csv(struct visit *);	/* POST /tugas/csv?...: taking it is an act, and recorded */

#endif
