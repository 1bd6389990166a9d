/* talk.h: an emergency that is written, and what is said about it. */
#ifndef DOMAIN_TALK_H
#define DOMAIN_TALK_H

#include "domain/ticket.h"

enum {
	TALK_WORDS = 500,	/* characters of one message */
	TALK_FIRST = 1500,	/* and of the first, which is all that may ever come */
	TALK_LINES = 200,	/* messages that are shown */
	TALK_FLOOD = 30,	/* of one side within a minute: then it waits */
};

struct talk {
	int64_t		 id;
	const char	*token;		/* of the form, of the call and of the ticket it becomes */
	int64_t		 gateway;	/* 0: the portal */
	const char	*channel;	/* "text", "whatsapp", ... */
	const char	*lang;
	int64_t		 category;
	bool		 mute;		/* cannot hear or speak */
	const char	*words;		/* the first */
	struct place	 place;
	enum priority	 priority;
	bool		 behind;	/* one of many from one address */
	int64_t		 at;
	int64_t		 route, routed;	/* when the rule routes it, 0 never; when it did */
	int64_t		 account, taken;	/* who has it, since when */
	int64_t		 ticket, reporter;
	int64_t		 sure;		/* when a person confirmed it */
	int64_t		 ended;
	int64_t		 heard;		/* the last word of the other side */
	int64_t		 version;
};

enum talk_state {
	TALK_WAITS = 0,		/* nobody has read it */
	TALK_READ,		/* somebody has it */
	TALK_ROUTED,		/* agencies know of it; nobody of ours has read it */
	TALK_SENT,		/* a person made an incident of it */
	TALK_OVER,
	TALK_STATES
};

enum side { SIDE_IN = 0, SIDE_OUT, SIDE_WE, SIDES };

struct message {
	int64_t		 id, talk;
	enum side	 side;
	int64_t		 account;
	const char	*words;		/* "": forgotten */
	int64_t		 at;
	const char	*state;		/* of one for a gateway: "waiting", "sent", "dead" */
};

enum talk_state	 talk_state(const struct talk *);
const char	*talk_state_code(enum talk_state);	/* "waits": a key of the catalogues */
const char	*side_code(enum side);
enum side	 side_of(const char *code);
bool		 talk_waits(const struct talk *);	/* may be taken */

/* The ways a call comes in that a taker can name; the first is the usual one. */
extern const char *const talk_channels[];
extern const size_t	 talk_nchannels;
const char	*talk_channel(const char *code);	/* one of them; the usual where it is none */

#endif
