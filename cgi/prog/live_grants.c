/* live_grants.c: what the program that holds the screens' lines may do in the store. */
#include <stddef.h>

#include "action/session_action.h"
#include "prog/apps.h"

const struct grant	 live_grants[] = {
	SESSION_GRANTS,
	{ "setting", DB_READ, " name value " },
	{ "pulse", DB_READ, NULL },
	{ "signal", DB_READ, NULL },
	/* who has a ticket open, where it is in their reach */
	{ "ticket", DB_READ, " id number open since " },
	{ "assignment", DB_READ, " id ticket agency " },
	{ "run", DB_READ, " ticket unit " },
	{ NULL, 0, NULL }
};
