/* totp_page.h: the second factor: the code at sign-in, its set-up, backup codes. */
#ifndef PAGE_TOTP_PAGE_H
#define PAGE_TOTP_PAGE_H

#include "page/app.h"

enum rc	 totp_show(struct visit *) MUST_USE;	/* GET /masuk/kode: whoever is half in */
enum rc	 totp_send(struct visit *) MUST_USE;	/* POST /masuk/kode: ROUTE_TASTE, like /masuk */
enum rc	 factor_show(struct visit *) MUST_USE;	/* GET /faktor-kedua */
enum rc	 factor_send(struct visit *) MUST_USE;	/* POST /faktor-kedua: set it up */
enum rc	 factor_renew(struct visit *) MUST_USE;	/* POST /faktor-kedua/cadangan: new backup codes */
enum rc	 factor_end(struct visit *) MUST_USE;	/* POST /faktor-kedua/lepas */

#endif
