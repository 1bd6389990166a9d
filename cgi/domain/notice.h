/*
 * notice.h: how people are told: by which channel, when, how often it is tried.
 *
 * Pure: the instant and the zone are passed in.
 */
#ifndef DOMAIN_NOTICE_H
#define DOMAIN_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

enum channel { CHANNEL_NONE = 0, CHANNEL_MAIL, CHANNEL_SMS, CHANNEL_WHATSAPP, CHANNEL_PUSH,
    CHANNEL_COUNT };

/*
 * Of a person's messages: nobody accepts; it came up the ladder to them;
 * something else waits for them.  The last two were asked for just now.
 */
enum notice { NOTICE_NONE = 0, NOTICE_ALARM, NOTICE_ESCALATE, NOTICE_TASK, NOTICE_TEST,
    NOTICE_CODE, NOTICE_COUNT };

enum {
	NOTICE_CHOSEN = NOTICE_TASK,
	NOTICE_ALL = 1 << NOTICE_ALARM | 1 << NOTICE_ESCALATE | 1 << NOTICE_TASK,
};

const char	*channel_code(enum channel);		/* in the store and in catalogues */
enum channel	 channel_of(const char *);		/* CHANNEL_NONE where unknown */
const char	*notice_code(enum notice);
enum notice	 notice_of(const char *);
bool		 notice_wants(int64_t kinds, enum notice);	/* what is not chosen, always */

/* Quiet from a minute of the day to another, on the days on which that begins. */
struct quiet {
	int64_t	 from, until;		/* the same: never */
	int64_t	 days;			/* bit 0 is Sunday */
};

/*
 * Until when somebody is left in peace; 0: not now.  An urgent message (P0, P1,
 * to who is on duty) and one that was asked for (a trial, a code) never wait.
 */
int64_t		 quiet_until(const struct quiet *, int64_t now, int zone);

enum { NOTICE_TRIES = 8 };

/*
 * How long until it is tried again, ms; 0: never.  Letters to reporters and
 * agencies wait 1, 5, 15, 60, 180, 360, 720 minutes; to persons up to an eighth
 * more, by the message's id, so that not all are tried at once; what is urgent
 * waits 5, 15, 30 seconds first, then 1, 2, 5, 15 minutes.
 */
int64_t		 notice_wait(int64_t tries, bool to_person, bool urgent, int64_t id);

/* How a channel fares. */
struct carrier {
	enum channel	 channel;
	int64_t		 gateway;	/* of SMS and WhatsApp; 0: none */
	int64_t		 ok, failed;	/* when last, ms; 0 never */
	int64_t		 fails;		/* in a row */
	int64_t		 until;		/* it rests until then */
	bool		 warned;
};

enum { CARRIER_RESTS = 3, CARRIER_SICK = 5, URGENT_LATE = 2 * 60 * 1000 };

/* It went; it did not.  A server that does not answer (busy) is left alone for a while. */
void		 carrier_went(struct carrier *, int64_t now);
void		 carrier_failed(struct carrier *, int64_t now, bool busy);

enum ill { ILL_NOT = 0, ILL_LATE, ILL_FAILS };

/* oldest: when the oldest urgent message was written that still waits; 0: none. */
enum ill	 carrier_ill(const struct carrier *, int64_t oldest, int64_t now);

#endif
