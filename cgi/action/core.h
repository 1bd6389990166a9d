/* core.h: what every act on a ticket does besides its own business.  For actions only. */
#ifndef ACTION_CORE_H
#define ACTION_CORE_H

#include "action/move_action.h"

/* An agency was told by radio, and how far it has come: from a sheet of paper.  0: not. */
struct by_radio {
	int64_t		 at, arrived, ended;
};

/* An act at work: inside its write transaction. */
struct work_on {
	const struct desk	*d;
	const struct order	*o;
	const struct move	*m;
	const struct category	*c;	/* of the ticket */
	struct ticket		 t;
	struct ticket		 became;	/* of another track, once converted; id 0: not */
	int64_t			 event;	/* id of the act's own event, once recorded */
	const struct by_radio	*told;	/* a part given now began then; NULL: it begins now */
	unsigned		 refused;	/* the rule an effect found in the way; 0 none */
};

/* The parts of ACT_REACH: may this person touch this ticket at all?  RC_NOTFOUND if not. */
enum rc	 core_reach(const struct desk *, const struct ticket *) MUST_USE;

/*
 * One event.  behalf is the agency whose part it is; it is kept only where
 * the actor is of another agency ("atas nama").
 */
struct record {
	enum life	 life;
	int64_t		 object;
	enum act	 act;
	enum state	 before, after;
	int64_t		 agency;
	bool		 public;
	const char	*note, *data;
	int64_t		 reporter;	/* whose words the note is; 0: nobody's who reported */
};
enum rc	 core_record(struct work_on *, const struct record *) MUST_USE;

/* When the act happened: now, or when the order says. */
int64_t	 core_when(const struct work_on *);

/* move() and note() inside somebody's transaction; photos are theirs to end. */
enum rc	 core_move(const struct desk *, const struct order *, struct verdict *) MUST_USE;
enum rc	 core_note(const struct desk *, const struct order *, bool public) MUST_USE;

/* The ticket enters a state: since, open and the limit of the state. */
void	 core_enter(struct work_on *, enum state);

/* Its clocks are read anew; every agency with a part in it, and the city, look again. */
enum rc	 core_beat(struct work_on *) MUST_USE;

/* Letters about the act's event: to reporters who want them, to an agency. */
enum rc	 core_tell_reporters(const struct work_on *, const char *kind) MUST_USE;
enum rc	 core_tell_agency(const struct work_on *, const char *kind, int64_t agency) MUST_USE;

/*
 * The people of a step of the ladder are told of the act's event, each by the
 * channels they chose: see duty_people() for who they are.
 */
enum rc	 core_tell_step(const struct work_on *, const char *step, int64_t agency) MUST_USE;

/* Acts of the routing rule and of the clock are the worker's. */
struct desk	 core_as_worker(const struct desk *);

#endif
