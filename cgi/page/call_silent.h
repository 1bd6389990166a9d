/* call_silent.h: a call nobody speaks in: its script, and a question before it is closed. */
#ifndef PAGE_CALL_SILENT_H
#define PAGE_CALL_SILENT_H

#include "page/call_form.h"

/* The steps that were taken, "wait=1795055400000,tap=1795055412000"; "" none. */
const char	*silent_steps(const struct visit *, const struct call_form *);
/* In words for the call's note: "Senyap: menunggu 14.32, minta ketuk 14.33". */
const char	*silent_note(const struct visit *, const struct call_form *);
/* Closed as silent without all of them: asked once. */
bool		 silent_asks(struct visit *, struct form *, const struct call_form *);

#endif
