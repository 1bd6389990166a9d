/* interlock.c: what must be safe before anybody works: "PLN sudah padam?". */
#include <string.h>

#include "domain/interlock.h"

static const char *const codes[LOCK_STATE_COUNT] = {
	[LOCK_OPEN] = "open", [LOCK_CONFIRMED] = "confirmed", [LOCK_WAIVED] = "waived",
};

const char *
lock_code(enum lock_state s)
{
	return s < LOCK_STATE_COUNT ? codes[s] : "";
}

enum lock_state
lock_of(const char *code)
{
	enum lock_state	 s;

	for (s = LOCK_OPEN; s < LOCK_STATE_COUNT; s++)
		if (strcmp(codes[s], code) == 0)
			break;
	return s;
}

/* From one answer to the other goes by way of taking the first one back. */
enum act
lock_act(enum lock_state from, enum lock_state to)
{
	if (from == LOCK_OPEN && to == LOCK_CONFIRMED)
		return ACT_LOCK_CONFIRM;
	if (from == LOCK_OPEN && to == LOCK_WAIVED)
		return ACT_LOCK_WAIVE;
	return from != LOCK_OPEN && to == LOCK_OPEN ? ACT_LOCK_REVOKE : ACT_NONE;
}

bool
lock_may(enum role r)
{
	return r == ROLE_CALL_TAKER || r == ROLE_DISPATCHER || r == ROLE_SUPERVISOR ||
	    role_has_agency(r);
}
