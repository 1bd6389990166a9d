/*
 * live_page.h: the hall of all open screens: who may have a line, and what is
 * said on it.
 *
 * On a line come, each with the id of the last signal before it:
 *
 *	event: pulse	data: 1204	something in reach has changed
 *	event: beat	data: 1204	every few seconds: the line lives, and that is the pulse
 *	event: end	data: /masuk	nobody is signed in here any more
 *	event: signal	data: KIND ABOUT	see domain/signal.h
 *	event: presence	data: DRT-26-000001-K Sari|Dedi		others who have it open, by name
 *
 * The address may say what is open: "?buka=daftar,DRT-26-000001-K" is a list and a ticket.
 * The first thing on a line is what was missed, and the pulse.
 */
#ifndef PAGE_LIVE_PAGE_H
#define PAGE_LIVE_PAGE_H

#include "action/see_live.h"
#include "lib/events.h"

enum { HALL_LINES = 4000, HALL_EACH = 8 };	/* in all, and of one session */

struct screen;
struct shown;

struct hall {
	struct desk	 desk;		/* store, keys, memory until the next step, the time */
	struct screen	*screens[HALL_LINES];
	size_t		 n, turn;	/* turn: whose session is looked at next */
	struct pulses	 pulses;
	int64_t		 seen;		/* what was read is of this version of the store */
	int64_t		 signal;	/* the last that was said */
	int64_t		 rests[LIVE_PULSES];	/* until when those of a pulse are told nothing */
	int64_t		 paced;		/* when the first of them may be told again */
	int64_t		 rounds;	/* when sessions were last looked at */
	int64_t		 crowded;	/* when it was last said who has what open */
	struct shown	*shown;		/* tickets that somebody has open */
	bool		 behind;	/* there may be newer pulses than were said */
};

extern const struct host	 hall_host;	/* what events_open() is given, with the hall */

void	 hall_open(struct hall *);	/* what is there already is no news.  Dies where it cannot */
/* What changed is said.  Says how long one can wait, ms. */
int	 hall_step(struct hall *, int64_t now);

#endif
