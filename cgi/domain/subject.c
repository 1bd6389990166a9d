/* subject.c: what a person may ask about the own data, and the words for it in the store. */
#include <string.h>

#include "domain/subject.h"
#include "lib/rc.h"

static const char *const	kinds[SUBJECT_KINDS] = {
	[SUBJECT_ACCESS] = "access", [SUBJECT_CORRECT] = "correct", [SUBJECT_ERASE] = "erase",
};

static const char *const	states[SUBJECT_STATES] = {
	[SUBJECT_RECEIVED] = "received", [SUBJECT_IN_WORK] = "in_work",
	[SUBJECT_DONE] = "done", [SUBJECT_REFUSED] = "refused",
};

static const char *const	breach_states[BREACH_STATES] = {
	[BREACH_OPEN] = "open", [BREACH_NOTIFIED] = "notified", [BREACH_CLOSED] = "closed",
};

static const char *const	classes[DATA_CLASSES] = {
	[DATA_EMERGENCY_IDENTITY] = "emergency_identity",
	[DATA_COMPLAINT_IDENTITY] = "complaint_identity",
	[DATA_TICKET_DETAIL] = "ticket_detail", [DATA_JUNK_NUMBER] = "junk_number",
	[DATA_CALL_NUMBER] = "call_number", [DATA_CALL_NOTE] = "call_note",
	[DATA_ANSWER_SENSITIVE] = "answer_sensitive", [DATA_ANSWER] = "answer",
	[DATA_SAID] = "said", [DATA_TALK] = "talk", [DATA_MESSAGE] = "message",
	[DATA_RELIEF] = "relief", [DATA_HANDOFF] = "handoff",
	[DATA_FIELD_PLACE] = "field_place",
	[DATA_VOLUNTEER] = "volunteer",
	[DATA_CALLEE] = "callee",
	[DATA_CREW] = "crew",
	[DATA_DUTY] = "duty", [DATA_SWAP] = "swap", [DATA_HANDOVER] = "handover",
	[DATA_PHOTO_SENSITIVE] = "photo_sensitive", [DATA_PHOTO] = "photo",
	[DATA_PLACE] = "place", [DATA_CHANNEL] = "channel",
	[DATA_OUTBOX] = "outbox", [DATA_SUBJECT_ANSWER] = "subject_answer",
	[DATA_SUBJECT_WORDS] = "subject_words", [DATA_THROTTLE] = "throttle",
	[DATA_SESSION] = "session",
};

/*
 * not_proven: who asks did not show to be the one.  danger, others_data,
 * defence: article 33 a, b, c.  running_case, state_duty: 15 (1) b, c, which
 * excepts from erasure (8), but neither from access (7) nor correction (6).
 */
static const char *const	refusals[SUBJECT_KINDS][6] = {
	[SUBJECT_ACCESS] = { "not_proven", "others_data", "danger", "defence" },
	[SUBJECT_CORRECT] = { "not_proven", "unclear", "nothing_kept", "others_data", "danger",
	    "defence" },
	[SUBJECT_ERASE] = { "open_ticket", "running_case", "state_duty", "not_proven",
	    "nothing_kept" },
};

static size_t
place_of(const char *const *codes, size_t n, const char *code)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (codes[i] != NULL && strcmp(codes[i], code) == 0)
			return i;
	return 0;
}

const char *
subject_kind_code(enum subject_kind k)
{
	return k < SUBJECT_KINDS && kinds[k] != NULL ? kinds[k] : "";
}

enum subject_kind
subject_kind_of(const char *code)
{
	return (enum subject_kind)place_of(kinds, COUNT(kinds), code);
}

const char *
subject_state_code(enum subject_state s)
{
	return s < SUBJECT_STATES && states[s] != NULL ? states[s] : "";
}

enum subject_state
subject_state_of(const char *code)
{
	return (enum subject_state)place_of(states, COUNT(states), code);
}

bool
subject_is_channel(const char *code)
{
	return strcmp(code, "code") == 0 || strcmp(code, "walk_in") == 0 ||
	    strcmp(code, "letter") == 0 || strcmp(code, "call") == 0;
}

const char *const *
subject_refusals(enum subject_kind k, size_t *n)
{
	const char *const	*list = refusals[k < SUBJECT_KINDS ? k : SUBJECT_NONE];

	for (*n = 0; *n < COUNT(refusals[0]) && list[*n] != NULL; ++*n)
		;
	return list;
}

bool
subject_is_refusal(enum subject_kind k, const char *code)
{
	size_t			 i, n;
	const char *const	*list = subject_refusals(k, &n);

	for (i = 0; i < n; i++)
		if (strcmp(list[i], code) == 0)
			return true;
	return false;
}

static int
pair(const char *digits)
{
	return (digits[0] - '0') * 10 + digits[1] - '0';
}

bool
subject_is_nik(const char *nik)
{
	int	 day, month;

	if (strlen(nik) != 16 || strspn(nik, "0123456789") != 16)
		return false;
	day = pair(nik + 6) % 40;
	month = pair(nik + 8);
	return day >= 1 && day <= 31 && pair(nik + 6) <= 71 && month >= 1 && month <= 12;
}

const char *
breach_state_code(enum breach_state s)
{
	return s < BREACH_STATES && breach_states[s] != NULL ? breach_states[s] : "";
}

enum breach_state
breach_state_of(const char *code)
{
	return (enum breach_state)place_of(breach_states, COUNT(breach_states), code);
}

const char *
data_class_code(enum data_class c)
{
	return c < DATA_CLASSES && classes[c] != NULL ? classes[c] : "";
}

enum data_class
data_class_of(const char *code)
{
	return (enum data_class)place_of(classes, COUNT(classes), code);
}
