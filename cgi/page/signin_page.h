/* signin_page.h: the door: signing in and out, and one's own password. */
#ifndef PAGE_SIGNIN_PAGE_H
#define PAGE_SIGNIN_PAGE_H

#include "action/session_action.h"
#include "page/app.h"

#define DEVICE_COOKIE	"perangkat"
#define HALF_COOKIE	"separuh"

enum rc	 signin_show(struct visit *) MUST_USE;	 /* GET /masuk */
enum rc	 signin_send(struct visit *) MUST_USE;	 /* POST /masuk: ROUTE_TASTE, it asks for itself */
enum rc	 signout_send(struct visit *) MUST_USE;	 /* POST /keluar */
enum rc	 password_show(struct visit *) MUST_USE; /* GET /sandi */
enum rc	 password_send(struct visit *) MUST_USE; /* POST /sandi */
enum rc	 signin_switch(struct visit *) MUST_USE; /* POST /ganti: somebody else sits down */

/* --- for the pages of the door beside this one --- */

const char *signin_wanted(const struct pairs *);	/* a path out of "ke", "" none */
const char *signin_cookie(const struct visit *, const char *name);	/* "" none */
void	 signin_give(struct visit *, const struct signed_in *);	/* its cookies */
void	 signin_next(struct visit *, enum owes, enum role, const char *to);
/* Like page_again(); with a wait it is 429 and says how long. */
bool	 signin_again(struct visit *, struct form *, enum rc, int64_t wait) MUST_USE;
bool	 signin_is_fresh(struct visit *, struct form *) MUST_USE;

#endif
