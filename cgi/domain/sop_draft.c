/* sop_draft.c: the next version of an SOP card, on its way into force. */
#include <string.h>

#include "domain/sop_draft.h"
#include "lib/rc.h"

static const char *const states[SOP_STATE_COUNT] = {
	"", "draft", "submitted", "approved", "in_force", "dropped",
};

static const char *const steps[SOP_STEP_COUNT] = {
	"", "submit", "return", "approve", "start", "drop",
};

static const struct {
	enum sop_state	 from;
	enum sop_step	 step;
	enum sop_state	 to;
} moves[] = {
	{ SOP_DRAFT,     SOP_SUBMIT,  SOP_SUBMITTED },
	{ SOP_SUBMITTED, SOP_RETURN,  SOP_DRAFT },
	{ SOP_SUBMITTED, SOP_APPROVE, SOP_APPROVED },
	{ SOP_APPROVED,  SOP_START,   SOP_IN_FORCE },
	{ SOP_DRAFT,     SOP_DROP,    SOP_DROPPED },
	{ SOP_SUBMITTED, SOP_DROP,    SOP_DROPPED },
	{ SOP_APPROVED,  SOP_DROP,    SOP_DROPPED },
};

const char *
sop_state_code(enum sop_state s)
{
	return s < SOP_STATE_COUNT ? states[s] : "";
}

enum sop_state
sop_state_of(const char *code)
{
	enum sop_state	 s;

	for (s = SOP_DRAFT; s < SOP_STATE_COUNT; s++)
		if (strcmp(states[s], code) == 0)
			return s;
	return SOP_NONE;
}

const char *
sop_step_code(enum sop_step s)
{
	return s < SOP_STEP_COUNT ? steps[s] : "";
}

enum sop_step
sop_step_of(const char *code)
{
	enum sop_step	 s;

	for (s = SOP_SUBMIT; s < SOP_STEP_COUNT; s++)
		if (strcmp(steps[s], code) == 0)
			return s;
	return SOP_STEP_NONE;
}

enum sop_state
sop_state_after(enum sop_state from, enum sop_step step)
{
	size_t	 i;

	for (i = 0; i < COUNT(moves); i++)
		if (moves[i].from == from && moves[i].step == step)
			return moves[i].to;
	return SOP_NONE;
}

bool
sop_is_living(enum sop_state s)
{
	return s == SOP_DRAFT || s == SOP_SUBMITTED || s == SOP_APPROVED;
}
