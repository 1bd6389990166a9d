/* handoff.h: what was given to a body that is not the city's, and whose a ticket is. */
#ifndef DOMAIN_HANDOFF_H
#define DOMAIN_HANDOFF_H

#include "domain/ticket.h"

enum handoff_way { WAY_NONE = 0, WAY_PHONE, WAY_RADIO, WAY_MESSAGE, WAY_LETTER, WAY_PERSON, WAYS };

/* They have it; they said something; it needs nothing more from them. */
enum handoff_state { HANDOFF_WAITING = 0, HANDOFF_ANSWERED, HANDOFF_CLOSED, HANDOFF_STATES };

struct handoff {
	int64_t			 id, ticket;
	int64_t			 giver;		/* the agency that handed it off; 0 the desk */
	int64_t			 agency;	/* to whom, where it is known ... */
	const char		*name;		/* ... or any other; "" */
	enum handoff_way	 way;
	const char		*taker;		/* who took it there, "" unknown or forgotten */
	const char		*reference;	/* their number, "" */
	int64_t			 at;
	int64_t			 ask;		/* until when they should have answered */
	int64_t			 remind;	/* when we are told to ask again; 0 no more */
	int64_t			 reminders;
	enum handoff_state	 state;
	int64_t			 said;		/* when they last answered */
	int64_t			 version;
};

const char		*handoff_way_code(enum handoff_way);		/* "phone" */
enum handoff_way	 handoff_way_of(const char *code);
const char		*handoff_state_code(enum handoff_state);	/* "waiting" */
enum handoff_state	 handoff_state_of(const char *code);
/* When the reminder after this one is due: each waits twice as long, up to a day. */
int64_t			 handoff_next(const struct handoff *, int64_t now);

/* Whose a ticket is, before the arbiter. */
struct court {
	int64_t	 id, ticket;
	int64_t	 at;		/* when it came */
	int64_t	 appeal;	/* the agency that has it and objects; 0 nobody has it */
	int64_t	 event;		/* that brought it there */
	int64_t	 ended;		/* 0: not decided */
	int64_t	 agency;	/* whose it is */
	int64_t	 rule;		/* the routing row it became; 0 none */
};

/* A public note whose letters have not gone yet. */
struct unsent {
	int64_t	 event, ticket;
	int64_t	 actor;		/* who may take it back */
	int64_t	 until;		/* 0: taken back */
	int64_t	 at;
};

/* What is said so often that a key should do. */
struct phrase {
	int64_t		 id;
	int64_t		 agency;	/* whose; 0 everybody's */
	enum track	 track;
	const char	*category;	/* a code or a class; "" all */
	const char	*state;		/* of the ticket or the part; "" any */
	bool		 public;
	int64_t		 place;
	const char	*words, *words_en;
};

/* Does it fit a ticket of this category where ticket and part are in these states? */
bool	 phrase_fits(const struct phrase *, const struct category *, enum state ticket,
	     enum state part);

#endif
