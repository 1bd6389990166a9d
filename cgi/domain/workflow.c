/* workflow.c: questions to the table of moves, and the words of the store. */
#include <string.h>

#include "domain/workflow.h"
#include "lib/rc.h"

static const char *const lives[LIFE_COUNT] = {
	"", "call", "emergency", "complaint", "assignment", "unit",
};

static const char *const states[ST_COUNT] = {
	[ST_NONE] = "",
	[ST_RESOLVED] = "resolved", [ST_CLOSED] = "closed",
	[ST_NEW] = "new", [ST_ROUTED] = "routed", [ST_HANDLING] = "handling",
	[ST_UNDER_CONTROL] = "under_control", [ST_REOPENED] = "reopened",
	[ST_MERGED] = "merged", [ST_CANCELLED] = "cancelled",
	[ST_FALSE_ALARM] = "false_alarm",
	[ST_RECEIVED] = "received", [ST_NEEDS_INFO] = "needs_info",
	[ST_VERIFIED] = "verified", [ST_ASSIGNED] = "assigned",
	[ST_IN_PROGRESS] = "in_progress", [ST_SCHEDULED] = "scheduled",
	[ST_ON_HOLD] = "on_hold", [ST_AWAITING_VALIDATION] = "awaiting_validation",
	[ST_DISPUTED] = "disputed", [ST_DUPLICATE] = "duplicate",
	[ST_NOT_OURS] = "not_ours", [ST_DECLINED] = "declined",
	[ST_WITHDRAWN] = "withdrawn", [ST_ARCHIVED] = "archived",
	[ST_SENT] = "sent", [ST_SEEN] = "seen", [ST_ACCEPTED] = "accepted",
	[ST_UNIT_SENT] = "unit_sent", [ST_ON_SCENE] = "on_scene", [ST_DONE] = "done",
	[ST_REJECTED] = "rejected", [ST_TRANSFERRED] = "transferred",
	[ST_NOT_NEEDED] = "not_needed",
	[ST_ALERTED] = "alerted", [ST_READY] = "ready", [ST_EN_ROUTE] = "en_route",
	[ST_AT_PATIENT] = "at_patient", [ST_TO_HOSPITAL] = "to_hospital",
	[ST_AT_HOSPITAL] = "at_hospital", [ST_STOOD_DOWN] = "stood_down",
	[ST_RINGING] = "ringing", [ST_ANSWERED] = "answered", [ST_MISSED] = "missed",
	[ST_CALLBACK_QUEUE] = "callback_queue", [ST_CALLED_BACK] = "called_back",
};

static const char *const acts[ACT_COUNT] = {
	[ACT_NONE] = "",
	[ACT_CREATE] = "create", [ACT_NOTE] = "note", [ACT_ATTACH] = "attach",
	[ACT_ADD_AGENCY] = "add_agency", [ACT_RECLASSIFY] = "reclassify",
	[ACT_REOPEN] = "reopen", [ACT_CLOSE] = "close", [ACT_MERGE] = "merge",
	[ACT_UNMERGE] = "unmerge", [ACT_ROUTE] = "route", [ACT_HANDLE] = "handle",
	[ACT_CONTROL] = "control", [ACT_RESOLVE] = "resolve", [ACT_CANCEL] = "cancel",
	[ACT_FALSE_ALARM] = "false_alarm", [ACT_ASK] = "ask", [ACT_ANSWER] = "answer",
	[ACT_VERIFY] = "verify", [ACT_ASSIGN] = "assign", [ACT_START] = "start",
	[ACT_SCHEDULE] = "schedule", [ACT_HOLD] = "hold", [ACT_RESUME] = "resume",
	[ACT_SUBMIT] = "submit", [ACT_VALIDATE] = "validate", [ACT_RETURN] = "return",
	[ACT_DISPUTE] = "dispute", [ACT_CONFIRM] = "confirm", [ACT_REFER] = "refer",
	[ACT_DECLINE] = "decline", [ACT_WITHDRAW] = "withdraw",
	[ACT_ARCHIVE] = "archive", [ACT_SEE] = "see", [ACT_ACCEPT] = "accept",
	[ACT_REJECT] = "reject", [ACT_TRANSFER] = "transfer",
	[ACT_SEND_UNIT] = "send_unit", [ACT_ARRIVE] = "arrive", [ACT_FINISH] = "finish",
	[ACT_RELEASE] = "release", [ACT_READY] = "ready", [ACT_DEPART] = "depart",
	[ACT_PATIENT] = "patient", [ACT_TRANSPORT] = "transport",
	[ACT_DELIVER] = "deliver", [ACT_STAND_DOWN] = "stand_down",
	[ACT_PICK_UP] = "pick_up", [ACT_MISS] = "miss", [ACT_QUEUE] = "queue",
	[ACT_CALL_BACK] = "call_back", [ACT_END] = "end", [ACT_RETYPE] = "retype",
	[ACT_ALARM] = "alarm", [ACT_ESCALATE] = "escalate", [ACT_ACCOUNT] = "account",
	[ACT_SIGN_IN] = "sign_in",
	[ACT_PACT] = "pact", [ACT_SESSION] = "session", [ACT_TOTP] = "totp",
	[ACT_OPEN_IDENTITY] = "open_identity", [ACT_READ] = "read",
	[ACT_ROTATE] = "rotate", [ACT_SUBJECT] = "subject", [ACT_ERASE] = "erase",
	[ACT_BREACH] = "breach", [ACT_EXPORT] = "export", [ACT_PHOTO] = "photo",
	[ACT_HAND_OVER] = "hand_over",
	[ACT_DRAFT] = "draft", [ACT_LATE] = "late",
	[ACT_LOCK_CONFIRM] = "lock_confirm", [ACT_LOCK_WAIVE] = "lock_waive",
	[ACT_LOCK_REVOKE] = "lock_revoke", [ACT_CARD] = "card",
	[ACT_TEXT] = "text", [ACT_UNSURE] = "unsure", [ACT_SURE] = "sure",
	[ACT_RELIEF] = "relief",
	[ACT_RECALL] = "recall", [ACT_RECALL_TRY] = "recall_try",
	[ACT_OVERRIDE] = "override", [ACT_SILENT] = "silent",
	[ACT_BURST] = "burst", [ACT_BURST_END] = "burst_end",
	[ACT_PROPOSE] = "propose", [ACT_DISASTER] = "disaster",
	[ACT_NO_DISASTER] = "no_disaster", [ACT_PAPER] = "paper", [ACT_PLACE] = "place",
	[ACT_NOTIFY] = "notify",
	[ACT_SHOT] = "shot",
	[ACT_DUTY] = "duty", [ACT_SWAP] = "swap", [ACT_RELAY] = "relay", [ACT_LACK] = "lack",
	[ACT_UNIT] = "unit", [ACT_VOLUNTEER] = "volunteer",
	[ACT_OPEN_VOLUNTEER] = "open_volunteer", [ACT_CALL_OUT] = "call_out",
	[ACT_CALLEE] = "callee", [ACT_CALL_OFF] = "call_off",
	[ACT_HANDOFF] = "handoff", [ACT_HANDOFF_ASK] = "handoff_ask",
	[ACT_HANDOFF_SAID] = "handoff_said", [ACT_COURT] = "court", [ACT_APPEAL] = "appeal",
	[ACT_RULE] = "rule", [ACT_JOIN] = "join", [ACT_LEAVE] = "leave",
	[ACT_TAKE_BACK] = "take_back", [ACT_PHRASE] = "phrase",
	[ACT_CLOCK] = "clock", [ACT_SILENCE] = "silence", [ACT_OVERDUE] = "overdue",
	[ACT_LADDER] = "ladder", [ACT_CALENDAR] = "calendar", [ACT_SUSPEND] = "suspend",
	[ACT_LIFT] = "lift",
};

#define REASONS(act, ...) \
	{ act, (const char *const[]){ __VA_ARGS__ }, \
	  COUNT(((const char *const[]){ __VA_ARGS__ })) }

static const struct {
	enum act		 act;
	const char *const	*codes;
	size_t			 n;
} reasons[] = {
	REASONS(ACT_REJECT, "not_ours", "no_unit", "wrong_place", "duplicate", "unclear"),
	REASONS(ACT_DECLINE, "no_place", "no_facts", "private_dispute", "in_court",
	    "not_city", "abusive"),
	REASONS(ACT_RESOLVE, "handled", "handled_others", "nothing_found", "person_left",
	    "handed_over"),
	REASONS(ACT_CLOSE, "told_phone", "told_message", "tried_twice", "no_contact"),
	REASONS(ACT_END, "emergency", "complaint", "information", "prank", "ghost",
	    "wrong_number", "test", "dropped"),
	REASONS(ACT_RETYPE, "information", "prank", "ghost", "wrong_number", "test",
	    "dropped"),
	REASONS(ACT_OPEN_IDENTITY, "ask_more", "find_them", "tell_them", "check_them", "by_law",
	    "other"),
	REASONS(ACT_EXPORT, "original_check", "original_law", "original_other"),
	REASONS(ACT_CALLEE, "callee_yes", "callee_no", "callee_arrived", "callee_left"),
};

const struct move *
workflow_find(enum life life, enum state from, enum act act, enum role role)
{
	size_t			 n;
	const struct move	*m = workflow_table(&n), *end = m + n;

	for (; m < end; m++)
		if (m->life == life && m->from == from && m->act == act &&
		    (m->roles & 1u << role) != 0)
			return m;
	return NULL;
}

size_t
workflow_from(enum life life, enum state from, enum role role,
    const struct move **out, size_t max)
{
	size_t			 n, found = 0;
	const struct move	*m = workflow_table(&n), *end = m + n;

	for (; m < end && found < max; m++)
		if (m->life == life && m->from == from && (m->roles & 1u << role) != 0)
			out[found++] = m;
	return found;
}

bool
workflow_has(enum life life, enum state state)
{
	size_t			 n;
	const struct move	*m = workflow_table(&n), *end = m + n;

	for (; m < end; m++)
		if (m->life == life && (m->from == state || m->to == state))
			return true;
	return false;
}

#define BIT(st)	(UINT64_C(1) << (st))

bool
workflow_is_open(enum life life, enum state s)
{
	static const uint64_t	 open[LIFE_COUNT] = {
		[LIFE_CALL] = BIT(ST_RINGING) | BIT(ST_ANSWERED) | BIT(ST_MISSED) |
		    BIT(ST_CALLBACK_QUEUE) | BIT(ST_CALLED_BACK),
		[LIFE_EMERGENCY] = BIT(ST_NEW) | BIT(ST_ROUTED) | BIT(ST_HANDLING) |
		    BIT(ST_UNDER_CONTROL) | BIT(ST_REOPENED),
		[LIFE_COMPLAINT] = BIT(ST_RECEIVED) | BIT(ST_NEEDS_INFO) |
		    BIT(ST_VERIFIED) | BIT(ST_ASSIGNED) | BIT(ST_IN_PROGRESS) |
		    BIT(ST_SCHEDULED) | BIT(ST_ON_HOLD) |
		    BIT(ST_AWAITING_VALIDATION) | BIT(ST_DISPUTED),
		[LIFE_ASSIGNMENT] = BIT(ST_SENT) | BIT(ST_SEEN) | BIT(ST_ACCEPTED) |
		    BIT(ST_UNIT_SENT) | BIT(ST_ON_SCENE),
		[LIFE_UNIT] = BIT(ST_ALERTED) | BIT(ST_READY) | BIT(ST_EN_ROUTE) |
		    BIT(ST_ON_SCENE) | BIT(ST_AT_PATIENT) | BIT(ST_TO_HOSPITAL) |
		    BIT(ST_AT_HOSPITAL),
	};

	return life < LIFE_COUNT && s < ST_COUNT && (open[life] & BIT(s)) != 0;
}

const char *const *
workflow_reasons(enum act act, size_t *n)
{
	size_t	 i;

	for (i = 0; i < COUNT(reasons); i++)
		if (reasons[i].act == act) {
			*n = reasons[i].n;
			return reasons[i].codes;
		}
	*n = 0;
	return NULL;
}

bool
workflow_is_reason(enum act act, const char *code)
{
	size_t			 i, n;
	const char *const	*list = workflow_reasons(act, &n);

	for (i = 0; i < n; i++)
		if (strcmp(list[i], code) == 0)
			return true;
	return false;
}

const char *
life_code(enum life l)
{
	return l < LIFE_COUNT ? lives[l] : "";
}

const char *
state_code(enum state s)
{
	return s < ST_COUNT ? states[s] : "";
}

enum state
state_of(const char *code)
{
	enum state	 s;

	for (s = ST_NONE + 1; s < ST_COUNT; s++)
		if (strcmp(states[s], code) == 0)
			return s;
	return ST_NONE;
}

const char *
act_code(enum act a)
{
	return a < ACT_COUNT ? acts[a] : "";
}

enum act
act_of(const char *code)
{
	enum act	 a;

	for (a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (strcmp(acts[a], code) == 0)
			return a;
	return ACT_NONE;
}
