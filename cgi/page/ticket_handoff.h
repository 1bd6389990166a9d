/* ticket_handoff.h: forms of what goes beyond the ticket's agencies. */
#ifndef PAGE_TICKET_HANDOFF_H
#define PAGE_TICKET_HANDOFF_H

#include "page/app.h"

enum rc	 handoff_form(struct visit *) MUST_USE;		/* GET /tiket/N/serah */
enum rc	 handoff_send(struct visit *) MUST_USE;		/* POST the same */
enum rc	 handoff_answer_form(struct visit *) MUST_USE;	/* GET /tiket/N/serah/ID */
enum rc	 handoff_answer_send(struct visit *) MUST_USE;	/* POST the same */

/* --- ticket_court.c --- */
enum rc	 court_form(struct visit *) MUST_USE;		/* GET /tiket/N/sengketa */
enum rc	 court_send(struct visit *) MUST_USE;		/* POST the same */

/* --- ticket_family.c --- */
enum rc	 family_form(struct visit *) MUST_USE;		/* GET /tiket/N/induk */
enum rc	 family_send(struct visit *) MUST_USE;		/* POST the same */
enum rc	 family_close_form(struct visit *) MUST_USE;	/* GET /tiket/N/anak */
enum rc	 family_close_send(struct visit *) MUST_USE;	/* POST the same */

/* --- ticket_print.c --- */
enum rc	 ticket_print(struct visit *) MUST_USE;		/* GET /tiket/N/cetak */

#endif
