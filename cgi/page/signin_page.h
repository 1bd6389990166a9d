/* signin_page.h: the door: signing in and out, and one's own password. */
#ifndef PAGE_SIGNIN_PAGE_H
#define PAGE_SIGNIN_PAGE_H

#include "page/app.h"

enum rc	 signin_show(struct visit *) MUST_USE;	 /* GET /masuk */
enum rc	 signin_send(struct visit *) MUST_USE;	 /* POST /masuk: ROUTE_TASTE, it asks for itself */
enum rc	 signout_send(struct visit *) MUST_USE;	 /* POST /keluar */
enum rc	 password_show(struct visit *) MUST_USE; /* GET /sandi */
enum rc	 password_send(struct visit *) MUST_USE; /* POST /sandi */

#endif
