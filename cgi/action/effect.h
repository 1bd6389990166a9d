/* effect.h: what each act does besides the state.  For move_action.c only. */
#ifndef ACTION_EFFECT_H
#define ACTION_EFFECT_H

#include "action/part.h"

/* A move inside the caller's transaction. */
enum rc	 move_inside(const struct desk *, const struct order *, struct verdict *) MUST_USE;

/*
 * Runs before the new state is saved; may change the ticket in memory and the
 * parts in the store.  RC_INPUT: something named in the order does not fit.
 */
enum rc	 effect_before(struct work_on *) MUST_USE;

/* Moves of an assignment and of a unit: state, parts, and what follows for the ticket. */
enum rc	 effect_part(struct work_on *, struct assignment *) MUST_USE;
enum rc	 effect_run(struct work_on *, struct assignment *, struct run *) MUST_USE;

/* Into another track: a new ticket with the same words; the old one becomes its duplicate. */
enum rc	 effect_convert(struct work_on *, const struct category *) MUST_USE;

#endif
