/* ticket.h: what a ticket, its parts and its history are.  Times are ms UTC, 0 where not yet. */
#ifndef DOMAIN_TICKET_H
#define DOMAIN_TICKET_H

#include "domain/priority.h"
#include "domain/ref.h"
#include "domain/workflow.h"

enum privacy { PRIVACY_NONE = 0, PRIVACY_PUBLIC, PRIVACY_ANONYMOUS, PRIVACY_CONFIDENTIAL };

struct place {
	const char	*text;		/* street, number, landmark */
	const char	*area;		/* a village's code, "" unknown */
	int64_t		 lat, lon;	/* micro-degrees; both 0 unknown */
};

struct ticket {
	int64_t		 id;
	const char	*number;	/* "DRT-26-004312-K" */
	const char	*voice;		/* "K7-2A" */
	enum track	 track;
	enum state	 state;
	bool		 open;
	int64_t		 since;		/* when the state began */
	int64_t		 category;
	enum priority	 priority;
	int64_t		 lead;		/* agency */
	const char	*title;
	const char	*detail;
	struct place	 place;
	const char	*channel;	/* "call", "web", ... */
	enum privacy	 privacy;
	enum display	 display;
	bool		 published;	/* the desk let the public see it */
	int64_t		 reporters;
	int64_t		 bounces;
	int64_t		 happened, recorded;
	int64_t		 due;		/* of the state it is in; 0 none */
	int64_t		 until;		/* scheduled for, on hold until */
	int64_t		 alarm;
	int64_t		 merged;	/* id of the ticket it went into */
	int64_t		 parent;
	int64_t		 rating;
	int64_t		 version;
};

struct assignment {
	int64_t		 id, ticket, agency;
	bool		 lead;
	enum state	 state;
	bool		 open;
	enum priority	 priority;
	int64_t		 due, ack_due, arrive_due, finish_due;
	int64_t		 sent, seen, accepted, unit_sent, arrived, ended;
	int64_t		 alarm, alarms, steps;	/* of the ladder: told */
	int64_t		 quiet_from, quiet_due;	/* of a leading part: last public words; the next are due */
	const char	*units;		/* "A1, A3" */
	int64_t		 version;
};

struct run {				/* one unit at work for an assignment */
	int64_t		 id, assignment, ticket, unit;
	enum state	 state;
	bool		 open;
	int64_t		 alerted, departed, arrived, ended;
	int64_t		 since;		/* when the state began */
	int64_t		 version;
};

struct event {
	int64_t		 id, at, ticket;
	enum life	 life;
	int64_t		 object;
	enum act	 act;
	enum state	 before, after;
	struct actor	 who;		/* name filled where the list shows it */
	int64_t		 behalf;	/* agency acted for, 0 none */
	bool		 public;
	const char	*note;
	const char	*data;
	int64_t		 reporter;	/* whose words the note is, and so kept apart; 0: of the staff's */
	bool		 faded;		/* the words were there, and are forgotten */
};

struct identity {			/* opened from its seal */
	const char	*name, *phone, *email, *nik;	/* "" where not given */
};

struct reporter {
	int64_t		 id, ticket, origin, call;
	const char	*channel;
	enum privacy	 privacy;
	bool		 mail;
	const char	*lang;		/* "id" or "en" */
	const char	*words;
	int64_t		 at;
};

struct answer {				/* to a question of an SOP card */
	const char	*card;
	int64_t		 version, question;
	const char	*asked, *said;
	int64_t		 at;
};

struct call {
	int64_t		 id;
	enum state	 state;
	const char	*type;		/* one of workflow_reasons(ACT_END), "" while open */
	const char	*line;
	int64_t		 taker, ticket;
	const char	*note;
	int64_t		 rang, answered, closed;
	int64_t		 version;
	enum state	 was;		/* before this act; not kept */
};

static inline enum life
track_life(enum track track)
{
	return track == TRACK_EMERGENCY ? LIFE_EMERGENCY :
	    track == TRACK_COMPLAINT ? LIFE_COMPLAINT : LIFE_NONE;
}

const char	*privacy_code(enum privacy);		/* "public" */
enum privacy	 privacy_of(const char *code);		/* PRIVACY_NONE where unknown */
/* A square of a grid of 0.005 degrees, about 550 m; 0 unknown.  Neighbours: +-1, +-ROW. */
enum { CELL_ROW = 100000 };
int64_t		 place_cell(const struct place *);
int64_t		 place_metres(const struct place *, const struct place *);	/* -1 unknown */

#endif
