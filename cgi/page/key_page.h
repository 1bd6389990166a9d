/* key_page.h: the keys of the call desk, and how each person changes them. */
#ifndef PAGE_KEY_PAGE_H
#define PAGE_KEY_PAGE_H

#include "page/app.h"

enum rc	 keys_form(struct visit *);	/* GET  /panggilan/tombol */
enum rc	 keys_save(struct visit *);	/* POST /panggilan/tombol */

/*
 * key.<action>: "Alt N", for a label; keymap: "type=F2 phone=Alt+KeyN ...", for
 * the script; keylist.N.{show,label}: all of them, for the list.
 */
void	 view_keys(struct visit *);
const char *view_key(struct visit *, const char *action);	/* "Alt G" of "join" */

#endif
