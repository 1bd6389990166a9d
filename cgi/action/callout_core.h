/* callout_core.h: what calling out and answering share.  For callout_*.c only. */
#ifndef ACTION_CALLOUT_CORE_H
#define ACTION_CALLOUT_CORE_H

#include "action/callout_action.h"

#define CODE_LETTERS	12
#define LETTER_ASK	"callout"	/* kinds in the outbox */
#define LETTER_OFF	"callout_off"

struct bytes	 callout_key(const struct desk *, const char *code);
/* A message to one of them about the act's event; code NULL: none is in it. */
enum rc		 callout_tell(struct work_on *, const struct callee *, const char *kind,
		     const char *code) MUST_USE;
/* One of them said so.  Inside a transaction. */
enum rc		 callout_said(const struct desk *, int64_t callee, enum callee_step,
		     int64_t eta) MUST_USE;
/* Ends one, and stands down who is under way. */
enum rc		 callout_stop(struct work_on *, int64_t callout) MUST_USE;

#endif
