/* command.c: the wallboard. */
#include "action/session_action.h"
#include "page/app.h"
#include "page/board_page.h"
#include "page/calendar_page.h"
#include "prog/apps.h"

static const struct route routes[] = {
	/* method path		who may      what answers */
	{ GET,	"/komando",	   MAY_COMMAND, board_show,    0 },
	{ GET,	"/komando/versi",  MAY_COMMAND, board_version, 0 },
	{ GET,	"/komando/diam",   MAY_COMMAND, silence_show,  0 },
};

/* It reads; it cannot write a word, and cannot look a caller up. */
static const struct grant grants[] = {
	SESSION_GRANTS,
	{ "setting", DB_READ, NULL },
	{ "counter", DB_READ, NULL },
	{ "agency", DB_READ, NULL },
	{ "area", DB_READ, NULL },
	{ "category", DB_READ, NULL },
	{ "routing", DB_READ, NULL },
	{ "card", DB_READ, NULL },
	{ "unit", DB_READ, NULL },
	{ "holiday", DB_READ, NULL },
	{ "suspension", DB_READ, NULL },
	{ "ladder", DB_READ, NULL },
	{ "ticket", DB_READ, " id number voice track state open since category priority lead title"
	  " place area lat lon recorded_at due_at reporters version " },
	{ "assignment", DB_READ, NULL },
	{ "run", DB_READ, NULL },
	{ "call", DB_READ, " id state type line taker ticket note rang_at answered_at"
	  " closed_at timed version " },
	{ "disaster", DB_READ, NULL },
	{ "carrier", DB_READ, NULL },
	{ "outbox", DB_READ, " state channel urgent at " },
	{ "burst", DB_READ, " id line calls minutes began_at last_at open ended_at ended_by note " },
	{ "pulse", DB_READ, NULL },
	{ "duty", DB_READ, NULL },
	{ "seen", DB_READ, NULL },
	{ "shortage", DB_READ, NULL },
	{ NULL, 0, NULL }
};

const struct app	 command_app = {
	.name = "command",
	.routes = routes, .nroutes = COUNT(routes),
	.grants = grants,
	.lane = LANE_AGENCY, .patience = 3000, .staff = true,
};
