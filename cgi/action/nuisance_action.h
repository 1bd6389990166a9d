/* nuisance_action.h: numbers with a bad history, and calls nobody speaks in. */
#ifndef ACTION_NUISANCE_ACTION_H
#define ACTION_NUISANCE_ACTION_H

#include "action/file_action.h"

struct nuisance {
	int64_t	 score;			/* x100; domain/nuisance.h */
	int64_t	 calls, days;		/* how many it stands for, within how many days */
	bool	 asks;			/* to be called back before agencies are sent out */
};

enum rc	 see_nuisance(const struct desk *, const char *phone, struct nuisance *) MUST_USE;

/* Inside a transaction: that it was called back, or not; the steps of a silent call. */
enum rc	 nuisance_tell(const struct desk *, const struct filing *, const struct call *) MUST_USE;
enum rc	 silent_tell(const struct desk *, const struct filing *, const struct call *) MUST_USE;

#endif
