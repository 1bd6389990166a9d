/* account_view.h: what templates see of accounts. */
#ifndef PAGE_ACCOUNT_VIEW_H
#define PAGE_ACCOUNT_VIEW_H

#include "action/account_action.h"
#include "page/app.h"

void	 view_account(const struct visit *, struct vars *, const struct account *);
void	 view_account_factor(const struct visit *, const struct account_view *);
void	 view_account_changes(const struct visit *, const struct account_view *);
/* The menu beside the pages of an admin, with how many there are of each. */
void	 view_admin_menu(const struct visit *, const char *here);
bool	 is_city_admin(const struct visit *);	/* or the head of an agency */

/* Into a form shown: the roles this person may give, agencies, units of those. */
void	 view_account_choices(const struct visit *, const struct form *);

#endif
