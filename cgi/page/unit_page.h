/* unit_page.h: the board of units, one unit, and its data.  Answers of worklist. */
#ifndef PAGE_UNIT_PAGE_H
#define PAGE_UNIT_PAGE_H

#include "action/unit_action.h"
#include "page/app.h"

enum rc	 units_board(struct visit *);	/* GET /unit */
enum rc	 units_version(struct visit *);	/* GET /unit/versi */
enum rc	 units_list(struct visit *);	/* GET /unit/daftar */
enum rc	 unit_form(struct visit *);	/* GET /unit/baru, /unit/ID/ubah */
enum rc	 unit_send(struct visit *);	/* POST to them */
enum rc	 unit_show(struct visit *);	/* GET /unit/ID */
enum rc	 unit_ready_send(struct visit *);	/* POST /unit/ID/siap */
enum rc	 unit_crew_send(struct visit *);	/* POST /unit/ID/awak */
enum rc	 unit_kit_send(struct visit *);		/* POST /unit/ID/alat */

/* The number in "/unit/17/awak"; 0: it is none. */
int64_t	 unit_id(const struct visit *);
/* row.{code,name,kind,agency,base,...}: how a unit stands; see unit_view.c. */
void	 view_stand(struct visit *, struct vars *, const struct stand *);
/* "Tidak siap: rusak, sampai 14.00"; of one at work what it does; of one that is ready "". */
const char *view_unready(const struct visit *, const struct stand *);

#endif
