/*
 * unit_action.h: units as people see and keep them: the board, readiness,
 * crews, equipment; and which one to send.
 *
 * An agency's people reach the agency's own units, the desk and an admin all.
 */
#ifndef ACTION_UNIT_ACTION_H
#define ACTION_UNIT_ACTION_H

#include "action/desk.h"
#include "domain/ticket.h"
#include "domain/unit.h"
#include "store/unit_store.h"

/* --- the board -------------------------------------------------------------------------- */

enum { UNIT_CREW = 30, UNIT_KIT = 60, UNIT_PAST = 20, UNIT_PAGE = 100, UNIT_PEOPLE = 200 };

struct fleet {
	struct stand	*stands;	/* in the board's order; see stand_compare() */
	size_t		 n;
	size_t		 counts[STAND_GROUPS];
	bool		 more;		/* than are shown: choose an agency */
	int64_t		 version;	/* of the pulse: another when one may have changed */
};

/* agency 0: all in reach.  RC_NOTFOUND: out of reach. */
enum rc	 see_fleet(const struct desk *, int64_t agency, struct fleet *) MUST_USE;
enum rc	 see_fleet_version(const struct desk *, int64_t *) MUST_USE;
/* May this person open the ticket a unit is at? */
bool	 stand_reaches(const struct desk *, const struct stand *);

/* --- one unit ------------------------------------------------------------------------------ */

struct unit_sheet {
	struct unit_row		 row;
	struct stand		 stand;		/* of one that is kept */
	struct outage		 outage;	/* id 0: ready */
	struct crew_row		 crew[UNIT_CREW];
	struct kit		 kit[UNIT_KIT];
	struct unit_past	 past[UNIT_PAST];
	struct person_row	 people[UNIT_PEOPLE];	/* who could be on board */
	size_t			 ncrew, nkit, npast, npeople;
	bool			 keeps, states;	/* may change it; may say whether it is ready */
};

enum rc	 see_unit(const struct desk *, int64_t id, struct unit_sheet *) MUST_USE;
/* Those kept and those out of use, behind an id; for who keeps them. */
enum rc	 see_units(const struct desk *, int64_t after, struct unit_row *, size_t *n,
	     bool *more) MUST_USE;

/* The only place of that name in the gazetteer; RC_NOTFOUND: none, or several. */
enum rc	 unit_find_base(const struct desk *, const char *name, struct point *) MUST_USE;

/*
 * id 0 adds one, and says which it is.  RC_INPUT: no code, no name, no such
 * agency.  RC_CONFLICT: the code is taken, or it was changed meanwhile.
 */
enum rc	 unit_keep(const struct desk *, struct unit *) MUST_USE;
/* Out of use, or back.  RC_CONFLICT: it is at work. */
enum rc	 unit_retire(const struct desk *, int64_t id, bool retired) MUST_USE;

/* Ready: UNREADY_NONE.  RC_INPUT: until is past.  RC_CONFLICT: it is ready already. */
struct readiness {
	int64_t		 unit;
	enum unready	 reason;
	const char	*note;
	int64_t		 until;
};
enum rc	 unit_state(const struct desk *, const struct readiness *) MUST_USE;

/* An account of the unit's agency, or 0 and a name.  RC_INPUT: neither; RC_CONFLICT: on board. */
enum rc	 unit_board(const struct desk *, int64_t unit, int64_t account, const char *name) MUST_USE;
enum rc	 unit_leave(const struct desk *, int64_t unit, int64_t id) MUST_USE;
enum rc	 unit_equip(const struct desk *, const struct kit *) MUST_USE;
enum rc	 unit_strip(const struct desk *, int64_t unit, int64_t id) MUST_USE;

/* --- whom to send ---------------------------------------------------------------------------- */

/*
 * All units of an agency (0: of all) as they stand now: a few reads, whatever
 * number of tickets they are then compared with.  Asked by an action or a
 * page that has asked for the ticket's reach.
 */
enum rc	 fleet_read(const struct desk *, int64_t agency, struct stand **, size_t *n) MUST_USE;
/* To a ticket, those of an agency: ready and nearest first.  See unit_advise(). */
size_t	 fleet_advise(const struct desk *, const struct stand *, size_t n, int64_t agency,
	     const struct place *to, struct advice **out);
/* "A1, A3": the nearest ready ones, at most max; "" none is ready. */
const char *fleet_names(const struct desk *, const struct stand *, size_t n, int64_t agency,
	     const struct place *to, size_t max);

#endif
