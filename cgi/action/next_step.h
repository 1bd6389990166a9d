/* next_step.h: what a person may do with an object, and which step comes next. */
#ifndef ACTION_NEXT_STEP_H
#define ACTION_NEXT_STEP_H

#include "action/rule.h"
#include "action/see_action.h"

/* The buttons: moves of the table that no rule refuses. */
void	 choices_of(const struct desk *, const struct ticket *, enum life, enum state,
	     struct facts, struct choices *);

/* Fills next and what belongs to it in a row; run is NULL where no unit is at work. */
void	 next_step(const struct desk *, struct work_row *, const struct run *);

#endif
