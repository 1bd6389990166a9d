/*
 * clocks.h: what clocks run over a call, a ticket, an agency's part, a request.
 *
 * One table says what starts, pauses, resumes and stops each.  It is fed with
 * what happened, in the order it was recorded, and says how the clock stands:
 * nothing else is remembered.  Whatever is kept of a clock (the due columns of
 * the store) is a copy of what is said here.  Source: DOMAIN, "Clocks".
 */
#ifndef DOMAIN_CLOCKS_H
#define DOMAIN_CLOCKS_H

#include "domain/ref.h"
#include "domain/workflow.h"

enum clock {
	CLOCK_NONE = 0,
	CLOCK_ANSWER,		/* a call: ring to answer */
	CLOCK_PROCESS,		/* answer, or a new emergency, to the first agency alerted */
	CLOCK_ACCEPT,		/* an agency alerted, to accepted */
	CLOCK_ARRIVE,		/* ... to on scene */
	CLOCK_FINISH,		/* ... to done; of an emergency as a whole: happened to resolved */
	CLOCK_VERIFY,		/* a complaint: received to verified */
	CLOCK_SORT,		/* verified to assigned */
	CLOCK_FOLLOW_UP,	/* assigned to the first public sentence of work */
	CLOCK_CLASS,		/* verified to answered: 5, 14 or 60 working days */
	CLOCK_REPLY,		/* asked for what is missing, to archived */
	CLOCK_CHECK,		/* said to be done, to validated */
	CLOCK_DISPUTE,		/* resolved, to closed */
	CLOCK_SILENCE,		/* the last public words, to the next */
	CLOCK_SUBJECT,		/* a request about personal data, to answered */
	CLOCK_BREACH,		/* a failure of protection, to told */
	CLOCK_COUNT
};

/* Something that happened, as far as clocks care. */
struct tick {
	int64_t		 at;
	enum life	 life;		/* whose state; LIFE_NONE: no life of the workflow */
	enum act	 act;
	enum state	 before, after;
	bool		 words;		/* public, by the city's people, for people to read */
	int64_t		 agency;	/* whose part; 0: of all */
};

enum clock_step { STEP_NONE = 0, STEP_START, STEP_PAUSE, STEP_RESUME, STEP_STOP, STEP_RESTART };

/*
 * START: from nothing, unless it is going already.  PAUSE: keeps what was used
 * until RESUME, which also goes on with what was STOPped.  RESTART: from
 * nothing, whatever it was.  The first row that fits a tick counts.
 */
struct clock_rule {
	enum clock	 clock;
	enum life	 life;
	enum act	 act;		/* ACT_NONE: any that enters the state */
	enum state	 after;		/* ST_NONE: any */
	enum clock_step	 does;
	bool		 words;		/* only where there were words, and it goes on */
};
const struct clock_rule *clock_table(size_t *n);	/* for tests and the handbook */

enum clock_state { CLOCK_NEVER = 0, CLOCK_RUNNING, CLOCK_PAUSED, CLOCK_STOPPED };

struct clock_limit {
	int64_t		 ms;		/* 0: none */
	bool		 office;	/* only office hours count */
};

struct reading {
	enum clock_state state;
	int64_t		 since;		/* when it last began from nothing */
	int64_t		 used;		/* ms, as the limit counts them; until now or its end */
	int64_t		 left, over;	/* of the limit; one of them is 0 */
	int64_t		 due;		/* ms UTC; 0: no limit, never started, or paused */
};

/* The ticks of one object, as they were recorded.  A time before the last one counts as it. */
void		 clock_read(enum clock, const struct calendar *, struct clock_limit,
		     const struct tick *, size_t n, int64_t now, struct reading *);
/* When a clock that starts from nothing at that instant is over; 0: no limit. */
int64_t		 clock_from(enum clock, const struct ref *, const struct category *, int64_t at);

/* What a clock allows; category NULL where it has none.  */
struct clock_limit clock_limit(enum clock, const struct calendar *, const struct category *);
/* Emergencies are not put off by a disaster; complaints may be. */
struct calendar	 clock_calendar(const struct ref *, const struct category *);
/* The clock whose end a ticket in this state waits for; CLOCK_NONE: none, or a date of its own. */
enum clock	 clock_of(enum track, enum state);
/* Working days of its class: 5, 14 or 60.  Source: SP4N-LAPOR (DOMAIN, "Clocks"). */
int64_t		 clock_class(const struct calendar *, const struct category *);

const char	*clock_code(enum clock);	/* "verify" */

#endif
