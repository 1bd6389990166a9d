/* field_action.h: what a crew does from its phone: its work, and its steps, however late. */
#ifndef ACTION_FIELD_ACTION_H
#define ACTION_FIELD_ACTION_H

#include "action/see_action.h"
#include "domain/field.h"

enum { FIELD_TOKEN_MIN = 16, FIELD_TOKEN_MAX = 120, FIELD_JOBS = 5, FIELD_REST = 20 };

struct field_order {
	const char		*token;	/* of this step; sent again it is the same step */
	struct order		 o;	/* ACT_NOTE: its words; ACT_SHOT: its photos; or a move */
	struct phone_time	 clock;
	bool			 located;
	int64_t			 lat, lon, accuracy;	/* micro-degrees, metres */
};

struct field_answer {
	struct field_step	 step;
	bool			 again;		/* it had been here before */
	struct event		 rival;		/* who was faster; act ACT_NONE: nobody's doing */
	unsigned		 missing;	/* RC_INPUT: NEED_ bits not met */
};

/*
 * One step, with what its phone says of time and place, in one transaction; its
 * token lets it in once, and the same token is answered as the first time.
 * RC_OK also where it came too late: answer.step.outcome says what became of it.
 * RC_NOTFOUND out of reach; RC_INPUT something it needs is missing, or it is no
 * step that can be made from a phone.  Photos are dropped where nothing was kept.
 */
enum rc	 field_do(const struct desk *, const struct field_order *,
	     struct field_answer *) MUST_USE;

/* Can this move be made from a phone: with words at most? */
bool	 field_fits(const struct move *);

/* --- seeing ------------------------------------------------------------------------------ */

struct job {
	struct sheet_view	 s;
	const struct ride	*ride;		/* the own unit's, open; NULL none */
	const struct part	*part;		/* the own agency's, open; NULL none */
};

struct field_view {
	struct job	 jobs[FIELD_JOBS];	/* the most urgent, whole */
	size_t		 njobs;
	struct work_row	*rest;			/* the others: number, title, priority, place */
	size_t		 nrest;
	bool		 more;			/* and there are still others */
	int64_t		 version;		/* of the pulse */
};

/*
 * The open work of the own unit or, of who has none, of the own agency; the
 * most urgent first.  first: this ticket before all others; NULL none.
 */
enum rc	 see_field(const struct desk *, const char *first, struct field_view *) MUST_USE;

/* The steps from the field of a ticket that this person was shown; places only to who may know. */
enum rc	 see_field_steps(const struct desk *, const struct ticket *, struct field_step **,
	     size_t *n) MUST_USE;

#endif
