/* silence_action.h: how long each agency has let the public wait for a word: a league table. */
#ifndef ACTION_SILENCE_ACTION_H
#define ACTION_SILENCE_ACTION_H

#include "action/desk.h"

enum { SILENCE_AGENCIES = 64 };

struct silence_row {
	int64_t		 agency;
	int64_t		 open, over;	/* leading, with a limit; beyond it */
	int64_t		 p50, p90, longest;	/* of the silences of now, ms by the wall clock */
};

/* The most that are over first, then the longest ninety per cent. */
struct silence_view {
	struct silence_row	 rows[SILENCE_AGENCIES];
	size_t			 n;
	int64_t			 open, over;
	bool			 cut;		/* more is open than is looked at */
};
enum rc	 see_silence(const struct desk *, struct silence_view *) MUST_USE;

#endif
