/* draft_core.h: what a draft is, and what it becomes.  For actions only. */
#ifndef ACTION_DRAFT_CORE_H
#define ACTION_DRAFT_CORE_H

#include "action/draft_action.h"
#include "store/draft_store.h"

/* RC_FAIL: its seal does not open any more. */
enum rc	 draft_open(const struct desk *, const struct draft_row *, struct draft *) MUST_USE;

/* What is known of the call; false: nothing that would be a report. */
bool	 draft_filing(const struct desk *, const struct draft *, struct filing *);

/* Inside a transaction: a ticket, or a call. */
enum rc	 draft_become(const struct desk *, const struct draft_row *, struct receipt *) MUST_USE;

#endif
