/* ladder.h: who is told, one after the other, when nobody accepts.  Data: see db/0024. */
#ifndef DOMAIN_LADDER_H
#define DOMAIN_LADDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/priority.h"
#include "lib/when.h"

#define DESK_ALARM	(2 * MINUTE)	/* what nobody classified rings at the triage desk */

/* Whose ladder.  An agency without its own has that of the city's agencies, or of others. */
enum ladder_scope { LADDER_NONE = 0, LADDER_OWN, LADDER_OUTSIDE, LADDER_AGENCY, LADDER_DESK,
    LADDER_SCOPES };

enum { LADDER_MAX = 6, LADDER_STEP = 3 };	/* steps at most; alarms between two, usually */

struct rung {
	enum ladder_scope scope;
	int64_t		 agency;	/* of LADDER_AGENCY */
	const char	*who;		/* "duty_officer", "agency_head", "supervisor", "sekda" */
	int64_t		 alarms;	/* told after so many in vain ... */
	int64_t		 minutes;	/* ... or, that 0, so long after the limit */
	int64_t		 from, to;	/* in force; to 0: still */
};

/* The steps in force at that instant, in their order; at most LADDER_MAX. */
size_t		 ladder_of(const struct rung *all, size_t n, enum ladder_scope, int64_t agency,
		     int64_t at, struct rung *out);
/* Those for an agency's part: its own, else of its kind. */
size_t		 ladder_for(const struct rung *all, size_t n, int64_t agency, bool own, int64_t at,
		     struct rung *out);
/* Is this step's turn, after so many alarms, so long after the limit? */
bool		 rung_is_due(const struct rung *, int64_t alarms, int64_t since);

/*
 * The next alarm, ms from now: after the ladder's end each waits twice as long
 * as the one before, up to an hour.  0: none.  told: how many steps were; ended: the
 * ladder of others than the city's own agencies ends in silence, the desk calls them.
 */
int64_t		 ladder_wait(const struct rung *, size_t n, size_t told, enum priority,
		     int64_t alarms, int64_t since);

const char	*ladder_code(enum ladder_scope);	/* "own", in the store */
enum ladder_scope ladder_scope_of(const char *code);	/* LADDER_NONE where unknown */
bool		 ladder_is_who(const char *);
/* The steps there are, NULL at the end. */
extern const char *const ladder_who[];

#endif
