/* account_page.h: the accounts: a list, one of them, a new one. */
#ifndef PAGE_ACCOUNT_PAGE_H
#define PAGE_ACCOUNT_PAGE_H

#include "page/app.h"

enum rc	 accounts_page(struct visit *) MUST_USE;	/* GET /akun, in accounts_page.c */
enum rc	 account_blank(struct visit *) MUST_USE;	/* GET /akun/baru */
enum rc	 account_add(struct visit *) MUST_USE;		/* POST /akun/baru */
enum rc	 account_page(struct visit *) MUST_USE;		/* GET /akun/ID */
enum rc	 account_edit(struct visit *) MUST_USE;		/* POST /akun/ID */
enum rc	 account_new_key(struct visit *) MUST_USE;	/* POST /akun/ID/sandi */
enum rc	 account_lost_phone(struct visit *) MUST_USE;	/* POST /akun/ID/faktor */
enum rc	 account_switch_off(struct visit *) MUST_USE;	/* POST /akun/ID/nonaktif */
enum rc	 account_switch_on(struct visit *) MUST_USE;	/* POST /akun/ID/aktif */

#endif
