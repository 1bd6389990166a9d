/* board_action.h: the wallboard: the city at a glance. */
#ifndef ACTION_BOARD_ACTION_H
#define ACTION_BOARD_ACTION_H

#include "action/see_action.h"

struct board_agency {
	const struct agency	*agency;
	int64_t			 open, unaccepted, late, at_work;
};

struct board {
	struct work_row		*incidents;	/* open emergencies, most urgent first, at most 12 */
	size_t			 nincidents;
	struct work_row		*late;		/* over their limit, at most 8 */
	size_t			 nlate;
	int64_t			 emergencies[PRIORITY_COUNT], complaints[PRIORITY_COUNT];	/* open */
	struct board_agency	*agencies;
	size_t			 nagencies;
	int64_t			 calls, junk;		/* today */
	int64_t			 calls_by_hour[24];
	int64_t			 waiting;		/* at the triage desk */
	struct call_row		*last_calls;
	size_t			 nlast_calls;
	int64_t			 version;
};

enum rc	 see_board(const struct desk *, struct board *) MUST_USE;

#endif
