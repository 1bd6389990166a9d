/*
 * see_live.h: what screens are told while they are open.
 *
 * A pulse: a number that grows with each change in somebody's reach.  A
 * signal: something one kind of screen is to hear of at once.
 */
#ifndef ACTION_SEE_LIVE_H
#define ACTION_SEE_LIVE_H

#include "action/desk.h"
#include "store/live_store.h"

enum { LIVE_PULSES = 256, LIVE_SIGNALS = 50 };

struct pulses {
	struct pulse	 items[LIVE_PULSES];
	size_t		 n;
};

/* Whose pulse somebody's screens follow: an agency, 0 the city; -1 nobody's. */
int64_t	 live_reach(const struct actor *);
enum rc	 see_pulses(const struct desk *, struct pulses *) MUST_USE;
size_t	 pulse_at(const struct pulses *, int64_t reach);	/* its place; n before the first */
int64_t	 pulse_of(const struct pulses *, int64_t reach);	/* 0 before the first */

/* Behind an id, up to LIVE_SIGNALS of them. */
enum rc	 see_signals(const struct desk *, int64_t id, struct signal **, size_t *n) MUST_USE;
enum rc	 see_last_signal(const struct desk *, int64_t *id) MUST_USE;
/* Where somebody begins who comes for the first time: what is younger is still news. */
enum rc	 see_signals_since(const struct desk *, int64_t at, int64_t *id) MUST_USE;

enum { OPEN_AGENCIES = 16, OPEN_NUMBER = 24 };

struct open_ticket {
	int64_t	 id;
	char	 number[OPEN_NUMBER];
	int64_t	 agencies[OPEN_AGENCIES];	/* that have or had a part in it */
	size_t	 nagencies;
};
/* By its number as somebody's browser says it; RC_NOTFOUND where it is out of their reach. */
enum rc	 see_open_ticket(const struct desk *, const char *number, struct open_ticket *) MUST_USE;

/* Is this a city to try (in which nobody owes a pact)?  Of the reference data no more is read. */
enum rc	 see_demo(const struct desk *, bool *) MUST_USE;

/* The worker: signals that nobody will come back for are forgotten. */
enum rc	 live_forget(const struct desk *) MUST_USE;

#endif
