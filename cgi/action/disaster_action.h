/*
 * disaster_action.h: a disaster is proposed, rings, and is accepted or declined.
 *
 * An SOP card's answer proposes one, and so does whatever makes a ticket P0.
 * It rings at the supervisors until one of them says what it is: accepted, the
 * ticket and all its parts are P0; declined, they are what they were otherwise.
 */
#ifndef ACTION_DISASTER_ACTION_H
#define ACTION_DISASTER_ACTION_H

#include "action/core.h"
#include "domain/disaster.h"

/* Inside a transaction; one that waits already is not proposed twice.  NULL: by its priority. */
enum rc	 disaster_propose(struct work_on *, const struct answer *because) MUST_USE;
/* Proposed by answers, or because it is P0: where neither is so, nothing happens. */
enum rc	 disaster_by_call(struct work_on *, const struct answer *because) MUST_USE;
/* A ticket that is merged leaves its proposal to the one it goes into. */
enum rc	 disaster_follow(struct work_on *, const struct ticket *into) MUST_USE;

/* What ACT_DISASTER and ACT_NO_DISASTER do besides; for ticket_effect.c. */
enum rc	 disaster_accept(struct work_on *) MUST_USE;
enum rc	 disaster_decline(struct work_on *) MUST_USE;

/* Does this ticket wait for a supervisor's word? */
enum rc	 disaster_waits(const struct desk *, int64_t ticket, bool *) MUST_USE;

/* The worker's: those due ring again; *n counts. */
enum rc	 worker_disasters(const struct desk *, size_t *n) MUST_USE;


#endif
