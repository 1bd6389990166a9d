/*
 * step.h: how a button names the move it makes.
 *
 * "a17" is assignment 17, "u5" unit 5's part, "t3" ticket 3.  What needs no
 * words is posted at once; what does has a form of its own.
 */
#ifndef PAGE_STEP_H
#define PAGE_STEP_H

#include "action/move_action.h"
#include "page/app.h"

enum { STEP_NEEDS = NEED_NOTE | NEED_REASON | NEED_AGENCY | NEED_UNIT | NEED_UNTIL |
       NEED_TARGET | NEED_CATEGORY };

const char	*step_object(struct arena *, enum life, int64_t id);
/* Into order->life and ->object; false where it names nothing. */
bool		 step_read_object(const char *, struct order *);
bool		 step_is_ticket(enum life);
bool		 step_is_simple(const struct move *);	/* a button does; no form */
/* The version to insist on: 0 where the state alone tells who was faster. */
int64_t		 step_version(const struct move *, int64_t version);

/*
 * button.{act.{code,icon,word},object,version,simple,class}: version absent
 * where 0, simple where a POST will do.
 */
void		 view_step(const struct visit *, struct vars *button, const struct move *,
		     int64_t object, int64_t version);

/* "DRT-26-004312-K.a17.accept.3": all of it in the value of one button of a list. */
const char	*step_value(struct arena *, const char *number, const struct move *,
		     int64_t object, int64_t version);
bool		 step_read_value(struct arena *, const char *, struct order *);

/* The next page says that it is done: a cookie, so that addresses stay shareable. */
void		 step_done(struct visit *, enum act, const char *number);
/* done: the sentence, once */
void		 view_done(struct visit *);
/* rival.{name,agency,did,clock,note,state.*}: who was faster */
void		 view_rival(struct visit *, const struct verdict *);
/* Why a rule refused: a sentence, or NULL where no rule did. */
const char	*step_refusal(const struct visit *, unsigned missing);

#endif
