/*
 * field.h: steps that were made on a phone, perhaps where there was no signal.
 *
 * The phone says when it was pressed and when it was sent, both by its own
 * clock.  What lies between is what counts: by how much that clock is wrong
 * does not matter then, and the step is so much older than its arrival here.
 */
#ifndef DOMAIN_FIELD_H
#define DOMAIN_FIELD_H

#include "domain/workflow.h"
#include "lib/when.h"

#define FIELD_OLDEST	(48 * HOUR)	/* an older step is put down as of now */

/* Why the time that the phone says is not taken. */
enum doubt { DOUBT_NONE = 0, DOUBT_AHEAD, DOUBT_BEFORE, DOUBT_OLD, DOUBT_COUNT };

struct phone_time {
	int64_t	 pressed, sent;		/* ms, by the phone's clock; 0: it says nothing */
};

struct moment {
	int64_t		 at;		/* when it happened, by our clock */
	int64_t		 device;	/* what the phone meant, by our clock (ahead: by its own); 0: nothing */
	enum doubt	 doubt;		/* not none: at is now */
};

/*
 * When a step happened that arrives now.  It cannot be older than from, when
 * it became possible, nor than FIELD_OLDEST, and not of the future: then it
 * happened now, and what the phone meant stands beside it.
 */
struct moment	 field_moment(struct phone_time, int64_t from, int64_t now);

/* What became of a step.  Noted: it came too late, its words are a note. */
enum outcome { OUTCOME_NONE = 0, OUTCOME_DONE, OUTCOME_NOTED, OUTCOME_REFUSED, OUTCOME_COUNT };

/* One step, as it is remembered: its words are in its event. */
struct field_step {
	int64_t		 id;
	const char	*token;
	int64_t		 account, agency, ticket;
	enum life	 life;
	int64_t		 object;
	enum act	 act;
	enum outcome	 outcome;
	unsigned	 rule;		/* that refused it; 0: a rival, or the state */
	enum state	 state;		/* where the object was instead */
	int64_t		 rival;		/* the event that was faster; 0 none */
	int64_t		 first, last;	/* the events it made; 0 none */
	int64_t		 recorded;
	struct moment	 when;
	bool		 located;
	int64_t		 lat, lon, accuracy;
	int64_t		 metres;	/* from the ticket's point; -1 unknown; not kept */
};

const char	*doubt_code(enum doubt);	/* "ahead"; "" none */
enum doubt	 doubt_of(const char *code);
const char	*outcome_code(enum outcome);
enum outcome	 outcome_of(const char *code);	/* OUTCOME_NONE where unknown */

#endif
