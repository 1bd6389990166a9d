/* audit_view.h: what templates see of the record. */
#ifndef PAGE_AUDIT_VIEW_H
#define PAGE_AUDIT_VIEW_H

#include "action/audit_action.h"
#include "page/app.h"

void	 view_audit_row(const struct visit *, struct vars *, const struct audit_row *);
void	 view_audit_sheet(struct visit *, const struct audit_sheet *);
void	 view_audit_chain(struct visit *, const struct audit_chain *);

#endif
