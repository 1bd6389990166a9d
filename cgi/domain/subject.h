/*
 * subject.h: what a person may ask about the own data, how long data is kept,
 * and what is written down when its protection failed.
 *
 * Source: Undang-Undang 27/2022 (UU PDP).  Access within 3 x 24 hours:
 * articles 7 and 32 (2); correction within the same, and told: 6 and 30;
 * erasure, and told: 8, 43 (1) c and 45, where the law names no hours: we
 * promise the same.  What may or must be refused: 15 and 33.  A failure is told
 * within 3 x 24 hours to the people and to the authority: 46 (1).
 */
#ifndef DOMAIN_SUBJECT_H
#define DOMAIN_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/when.h"

#define PRIVACY_LIMIT	(72 * HOUR)	/* 3 x 24 hours, holidays or not */
#define PRIVACY_SOON	(24 * HOUR)	/* of them left: the worker warns */

enum subject_kind { SUBJECT_NONE = 0, SUBJECT_ACCESS, SUBJECT_CORRECT, SUBJECT_ERASE,
    SUBJECT_KINDS };

enum subject_state { SUBJECT_NOWHERE = 0, SUBJECT_RECEIVED, SUBJECT_IN_WORK, SUBJECT_DONE,
    SUBJECT_REFUSED, SUBJECT_STATES };

struct subject {
	int64_t			 id;
	const char		*number;	/* "PDP-26-000017" */
	int64_t			 ticket, reporter;
	enum subject_kind	 kind;
	const char		*channel;	/* "code", "walk_in", "letter", "call" */
	enum subject_state	 state;
	bool			 open;
	const char		*reason;	/* of a refusal */
	const char		*reply;		/* the desk's words */
	bool			 answered;	/* there is a letter to be read */
	int64_t			 received, due, ended;
	int64_t			 version;
	const char		*about;		/* the ticket's number, where a list shows it */
	int64_t			 event;		/* of the step that was told just now; 0 */
};

const char		*subject_kind_code(enum subject_kind);
enum subject_kind	 subject_kind_of(const char *code);	/* SUBJECT_NONE where unknown */
const char		*subject_state_code(enum subject_state);
enum subject_state	 subject_state_of(const char *code);
bool			 subject_is_channel(const char *code);
/* The reasons a request of this kind can be refused for. */
const char *const	*subject_refusals(enum subject_kind, size_t *n);
bool			 subject_is_refusal(enum subject_kind, const char *code);
/* Sixteen digits, six in the middle a day of birth (a woman's plus 40), as the registry does it. */
bool			 subject_is_nik(const char *);

/* A failure to protect personal data. */
enum breach_state { BREACH_NOWHERE = 0, BREACH_OPEN, BREACH_NOTIFIED, BREACH_CLOSED,
    BREACH_STATES };

struct breach {
	int64_t			 id;
	const char		*number;	/* "PDB-26-000003" */
	enum breach_state	 state;
	int64_t			 happened, found, due;
	int64_t			 people;
	const char		*data, *cause, *measures;
	const char		*told;		/* whom and how */
	int64_t			 told_at;
	const char		*learnt;
	int64_t			 closed;
	int64_t			 version;
};

const char		*breach_state_code(enum breach_state);
enum breach_state	 breach_state_of(const char *code);

/* What is kept for a time.  The last two are swept by themselves. */
enum data_class {
	DATA_NONE = 0,
	DATA_EMERGENCY_IDENTITY, DATA_COMPLAINT_IDENTITY, DATA_TICKET_DETAIL,
	DATA_JUNK_NUMBER, DATA_CALL_NUMBER, DATA_CALL_NOTE, DATA_ANSWER_SENSITIVE,
	DATA_ANSWER, DATA_SAID, DATA_TALK, DATA_MESSAGE, DATA_RELIEF, DATA_HANDOFF,
	DATA_FIELD_PLACE,
	DATA_VOLUNTEER, DATA_CALLEE, DATA_CREW, DATA_DUTY, DATA_SWAP, DATA_HANDOVER,
	DATA_PHOTO_SENSITIVE, DATA_PHOTO, DATA_PLACE, DATA_CHANNEL, DATA_OUTBOX,
	DATA_SUBJECT_ANSWER, DATA_SUBJECT_WORDS,
	DATA_THROTTLE, DATA_SESSION,
	DATA_CLASSES
};

struct retention {
	const char	*class;
	int64_t		 days;		/* after the end of what it belongs to */
	const char	*reason, *source;
};

struct held {				/* a ticket kept for a case */
	const char	*number, *why;
	int64_t		 at;
};

const char		*data_class_code(enum data_class);
enum data_class		 data_class_of(const char *code);

#endif
