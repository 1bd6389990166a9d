/* calls_page.h: the list of calls, one call, and numbers to be called back. */
#ifndef PAGE_CALLS_PAGE_H
#define PAGE_CALLS_PAGE_H

#include "action/calls_action.h"
#include "page/app.h"

enum rc	 calls_page(struct visit *);	/* GET  /panggilan/daftar */
enum rc	 calls_find(struct visit *);	/* POST /panggilan/daftar/cari: a phone, never in an address */
enum rc	 calls_file(struct visit *);	/* POST /panggilan/daftar/unduh: taking it is an act */
enum rc	 call_sheet_page(struct visit *);	/* GET  /panggilan/daftar/ID */
enum rc	 call_retype_send(struct visit *);	/* POST /panggilan/daftar/ID/jenis */

enum rc	 recall_page(struct visit *);	/* GET  /panggilan/balik */
enum rc	 recall_step(struct visit *);	/* POST /panggilan/balik/ID */
enum rc	 recall_state(struct visit *);	/* GET  /panggilan/keadaan: the piece below */
enum rc	 burst_end_send(struct visit *);	/* POST /panggilan/lonjakan/ID */

/*
 * strip.{waiting,oldest,late}: who is to be called back; burst.N.{id,words,how,last}:
 * hang-ups at once; leads: this reader may explain them.  A help: quiet where it cannot.
 */
void	 view_strip(struct visit *);
void	 view_bursts(struct visit *);	/* of those, burst.N only: for the wallboard */
/* here: "daftar" or "balik"; tab.{desk,list,back}: which there are */
void	 view_calls_menu(struct visit *, const char *here);

/* rows.N.*: one call of the list; see calls_view.c */
void	 view_call_item(const struct visit *, struct vars *row, const struct call_item *);
/* sum.N.{word,day,day_share,shift,shift_share}, sum_all.*, shift_since */
void	 view_call_sums(struct visit *, const struct call_sums *);
const char *view_call_type(const struct visit *, const char *type);	/* "" is still open */

#endif
