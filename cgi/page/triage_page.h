/* triage_page.h: the triage desk: what citizens reported, before an agency has it. */
#ifndef PAGE_TRIAGE_PAGE_H
#define PAGE_TRIAGE_PAGE_H

#include "page/app.h"

enum rc	 triage_list(struct visit *);	/* GET  /triase?lihat=baru|ditanya|kembali */
enum rc	 triage_show(struct visit *);	/* GET  /triase/NUMBER */
enum rc	 triage_act(struct visit *);	/* POST /triase/NUMBER */

#endif
