/*
 * workflow.h: the lives of calls, tickets, assignments and units.
 *
 * One table says every move there is.  The server asks it whether a move is
 * allowed; the page asks it which buttons to draw; `siaga workflow` prints it
 * for the handbook.  They cannot disagree.  Source: DOMAIN, "What there is".
 */
#ifndef DOMAIN_WORKFLOW_H
#define DOMAIN_WORKFLOW_H

#include <stddef.h>

#include "domain/role.h"

enum life {
	LIFE_NONE = 0,
	LIFE_CALL,
	LIFE_EMERGENCY,		/* a ticket of the emergency track */
	LIFE_COMPLAINT,		/* a ticket of the complaint track */
	LIFE_ASSIGNMENT,	/* one agency's part of a ticket */
	LIFE_UNIT,		/* one unit's part of an assignment */
	LIFE_COUNT
};

/* A word may serve several lives: "closed" ends a call and a ticket. */
enum state {
	ST_NONE = 0,
	/* both tracks */
	ST_RESOLVED, ST_CLOSED,
	/* emergency */
	ST_NEW, ST_ROUTED, ST_HANDLING, ST_UNDER_CONTROL, ST_REOPENED,
	ST_MERGED, ST_CANCELLED, ST_FALSE_ALARM,
	/* complaint */
	ST_RECEIVED, ST_NEEDS_INFO, ST_VERIFIED, ST_ASSIGNED, ST_IN_PROGRESS,
	ST_SCHEDULED, ST_ON_HOLD, ST_AWAITING_VALIDATION, ST_DISPUTED,
	ST_DUPLICATE, ST_NOT_OURS, ST_DECLINED, ST_WITHDRAWN, ST_ARCHIVED,
	/* assignment */
	ST_SENT, ST_SEEN, ST_ACCEPTED, ST_UNIT_SENT, ST_ON_SCENE, ST_DONE,
	ST_REJECTED, ST_TRANSFERRED, ST_NOT_NEEDED,
	/* unit */
	ST_ALERTED, ST_READY, ST_EN_ROUTE, ST_AT_PATIENT, ST_TO_HOSPITAL,
	ST_AT_HOSPITAL, ST_STOOD_DOWN,
	/* call */
	ST_RINGING, ST_ANSWERED, ST_MISSED, ST_CALLBACK_QUEUE, ST_CALLED_BACK,
	ST_COUNT
};

enum act {
	ACT_NONE = 0,
	/* a ticket of either track */
	ACT_CREATE, ACT_NOTE, ACT_ATTACH, ACT_ADD_AGENCY, ACT_RECLASSIFY, ACT_REOPEN,
	ACT_CLOSE, ACT_MERGE, ACT_UNMERGE,
	/* emergency */
	ACT_ROUTE, ACT_HANDLE, ACT_CONTROL, ACT_RESOLVE, ACT_CANCEL, ACT_FALSE_ALARM,
	/* complaint */
	ACT_ASK, ACT_ANSWER, ACT_VERIFY, ACT_ASSIGN, ACT_START, ACT_SCHEDULE, ACT_HOLD,
	ACT_RESUME, ACT_SUBMIT, ACT_VALIDATE, ACT_RETURN, ACT_DISPUTE, ACT_CONFIRM,
	ACT_REFER, ACT_DECLINE, ACT_WITHDRAW, ACT_ARCHIVE,
	/* assignment */
	ACT_SEE, ACT_ACCEPT, ACT_REJECT, ACT_TRANSFER, ACT_SEND_UNIT, ACT_ARRIVE,
	ACT_FINISH, ACT_RELEASE,
	/* unit */
	ACT_READY, ACT_DEPART, ACT_PATIENT, ACT_TRANSPORT, ACT_DELIVER, ACT_STAND_DOWN,
	/* call */
	ACT_PICK_UP, ACT_MISS, ACT_QUEUE, ACT_CALL_BACK, ACT_END, ACT_RETYPE,
	/* the system */
	ACT_ALARM, ACT_ESCALATE, ACT_ACCOUNT, ACT_SIGN_IN,
	/* people and their data */
	ACT_PACT, ACT_SESSION, ACT_TOTP, ACT_OPEN_IDENTITY, ACT_READ, ACT_ROTATE,
	ACT_SUBJECT, ACT_ERASE, ACT_BREACH, ACT_EXPORT, ACT_PHOTO,
	ACT_HAND_OVER,		/* to a neighbour's 112 */
	ACT_DRAFT,		/* made of a call that was not taken to its end */
	ACT_LATE,		/* it waited on the taker's machine for the network */
	ACT_LOCK_CONFIRM, ACT_LOCK_WAIVE, ACT_LOCK_REVOKE,	/* interlocks of a ticket */
	ACT_CARD,		/* an SOP card: written, approved, in force */
	ACT_TEXT, ACT_UNSURE, ACT_SURE,	/* a written emergency: its life; routed unconfirmed; confirmed */
	ACT_RELIEF,		/* a break for who takes calls */
	/* calls that are no incident */
	ACT_RECALL, ACT_RECALL_TRY,	/* a number taken to be called back; nobody answered there */
	ACT_OVERRIDE,		/* sent without the call back that was asked for */
	ACT_SILENT,		/* the steps of the silent call's script */
	ACT_BURST, ACT_BURST_END,	/* many hang-ups at once; what they were */
	ACT_PROPOSE, ACT_DISASTER, ACT_NO_DISASTER,	/* a disaster: proposed, accepted, declined */
	ACT_PAPER,		/* numbered sheets: printed, entered, explained */
	ACT_PLACE,		/* a name of a place: added, corrected, hidden */
	ACT_NOTIFY,		/* channels, words, what was not delivered */
	ACT_SHOT,		/* a photo from the field, of no step */
	/* beyond the city's agencies */
	ACT_HANDOFF, ACT_HANDOFF_ASK, ACT_HANDOFF_SAID,	/* to another body; asked again; answered */
	ACT_COURT, ACT_APPEAL, ACT_RULE,	/* whose it is: before the arbiter, again, decided */
	ACT_JOIN, ACT_LEAVE,	/* part of a major incident, and no more */
	ACT_TAKE_BACK,		/* a public note, before anybody read it */
	ACT_PHRASE,		/* a quick phrase: written, changed, out of use */
	ACT_UNIT,		/* a unit: its data, crew, equipment; ready or not */
	ACT_VOLUNTEER, ACT_OPEN_VOLUNTEER,	/* somebody who may help; the number was looked at */
	ACT_CALL_OUT, ACT_CALLEE, ACT_CALL_OFF,	/* volunteers called to a ticket; one answers; over */
	ACT_CLOCK,		/* a limit is another now: a transfer, a holiday, a suspension */
	ACT_SILENCE,		/* too long without a word to the public */
	ACT_OVERDUE,		/* a limit passed, and whoever reported was told */
	ACT_LADDER, ACT_CALENDAR,	/* who is told, the days that count: changed */
	ACT_DUTY, ACT_SWAP,	/* somebody put on duty or taken off; a shift offered, taken */
	ACT_RELAY, ACT_LACK,	/* a note from shift to shift; too few people, and enough again */
	ACT_SUSPEND, ACT_LIFT,	/* office hours do not count in a disaster; count again */
	ACT_COUNT
};

/* What a move asks for, and what it sets off. */
enum {
	NEED_NOTE	= 1 << 0,	/* a sentence */
	NEED_REASON	= 1 << 1,	/* one of the standard reasons of the act */
	NEED_AGENCY	= 1 << 2,
	NEED_UNIT	= 1 << 3,
	NEED_UNTIL	= 1 << 4,	/* a moment to come */
	NEED_TARGET	= 1 << 5,	/* the number of another ticket */
	NEED_CATEGORY	= 1 << 6,
	LEAD_ONLY	= 1 << 7,	/* of agencies, the leading one */
	SUPPORT_ONLY	= 1 << 8,	/* of agencies, a supporting one */
	OTHER_PERSON	= 1 << 9,	/* not somebody who did the work */
	WORK_ENDED	= 1 << 10,	/* no other agency is still at work */
	SMALL_ONLY	= 1 << 11,	/* P3 to P5 */
	IN_A_DAY	= 1 << 12,	/* within 24 hours of the state's beginning */
	IN_WINDOW	= 1 << 13,	/* within the reporter's three working days */
	NOTE_PUBLIC	= 1 << 14,	/* the reporter reads the note */
	TELL_REPORTER	= 1 << 15,
	TELL_AGENCY	= 1 << 16,
	AUTOMATIC	= 1 << 17,	/* follows from something else; no button */
	IF_PROPOSED	= 1 << 18,	/* a disaster is, and waits for a word */
	NOT_DISASTER	= 1 << 19,	/* it is no accepted disaster yet */
	RULED		= 1 << 20,	/* the arbiter has it, or has decided: only a new reason counts */
};

struct move {
	enum life	life;
	enum state	from;
	enum act	act;
	enum state	to;
	unsigned	roles;		/* bits of enum role */
	unsigned	flags;
};

/* The move, or NULL: not possible here for this role. */
const struct move *workflow_find(enum life, enum state from, enum act, enum role);
/* The moves of this role from here, at most max, in the table's order. */
size_t		   workflow_from(enum life, enum state from, enum role,
		       const struct move **out, size_t max);
const struct move *workflow_table(size_t *n);	/* all of it, for tests and the handbook */
bool		   workflow_is_open(enum life, enum state);	/* something is still to be done */
bool		   workflow_has(enum life, enum state);		/* is a state of this life */

/* The standard reasons of an act ("not_ours", ...); each is a key in the catalogues. */
const char *const *workflow_reasons(enum act, size_t *n);
bool		   workflow_is_reason(enum act, const char *code);

const char	  *life_code(enum life);
const char	  *state_code(enum state);	/* in the store, the API, the catalogues */
enum state	   state_of(const char *code);	/* ST_NONE where unknown */
const char	  *act_code(enum act);
enum act	   act_of(const char *code);

#endif
