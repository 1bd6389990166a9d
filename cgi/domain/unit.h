/*
 * unit.h: how a unit stands now, and which one to send.
 *
 * What a unit does is what its open runs add up to (DOMAIN, invariant 3); it
 * is computed here and kept nowhere.  That it cannot go out although it is
 * not at work is a fact that people state.
 */
#ifndef DOMAIN_UNIT_H
#define DOMAIN_UNIT_H

#include "domain/geo.h"
#include "domain/priority.h"
#include "domain/ref.h"
#include "domain/workflow.h"

enum unready {			/* why a unit cannot go out */
	UNREADY_NONE = 0, UNREADY_BROKEN, UNREADY_SERVICE, UNREADY_NO_CREW, UNREADY_NO_FUEL,
	UNREADY_REST, UNREADY_TRAINING, UNREADY_OTHER, UNREADY_COUNT
};

const char	*unready_code(enum unready);	/* "no_crew" */
enum unready	 unready_of(const char *code);	/* UNREADY_NONE where unknown */

struct at_work {			/* one run, as the board needs it */
	int64_t		 run;
	enum state	 state;
	enum priority	 priority;
	int64_t		 since;		/* when the state began */
	int64_t		 finish;	/* by when its agency should be done; 0 no limit */
	int64_t		 ticket;
	const char	*number, *title, *area;
	bool		 ticket_open;
	struct point	 at;		/* the ticket's; 0, 0 unknown */
};

/*
 * Which of a unit's runs says what it is doing: the most urgent of those open;
 * of two as urgent the one further on, then the older.  false: none is open.
 */
bool		 unit_urgent(const struct at_work *, size_t n, size_t *which);

struct stand {
	const struct unit	*u;
	bool			 busy;
	struct at_work		 work;		/* where busy: the most urgent */
	size_t			 runs;		/* open */
	int64_t			 free_at;	/* where busy: when all should be done; 0 unknown */
	enum unready		 out;
	const char		*note;		/* of who said so */
	int64_t			 out_at, until;	/* until 0: nobody knows */
	struct point		 at;		/* where it was last known to be; 0, 0 unknown */
	bool			 at_scene;	/* that is a scene, not the base */
	int64_t			 expired;	/* kinds of equipment past their date */
	const char		*crew;		/* names on board, "" none are named */
	int64_t			 ncrew, crew_at;	/* when the first of them came on board */
};

enum stand_group { STAND_WORK = 0, STAND_READY, STAND_OUT, STAND_GROUPS };

enum stand_group stand_group(const struct stand *);
/* The board's order: at work the most urgent first, then ready, then out of service. */
int		 stand_compare(const void *, const void *);

/* A scene tells where a unit is for this long after it left; then it is at its base. */
enum { UNIT_LINGERS = 30 * 60 * 1000 };	/* ms */

/* A stand's place: of its open run once there, of its last one, or its base. */
void		 stand_place(struct stand *, struct point scene, int64_t left, int64_t now);

/*
 * A rough figure, and said to be: the beeline times 1.4 at 30 km/h.  Both are
 * guesses of ours for a city's roads; no source.  -1 where the way is unknown.
 */
int64_t		 unit_minutes(int64_t metres);

struct advice {
	const struct stand	*s;
	int64_t			 metres, minutes;	/* -1 unknown */
};

/*
 * Whom to send to a point: those ready by distance, unknown ones last of
 * them; behind them the ones at work, then those out of service, with why.
 * out has room for n.
 */
void		 unit_advise(const struct stand *, size_t n, struct point to, struct advice *out);

#endif
