/*
 * api.c: what machines say to us: telephone exchanges, gateways of messages.
 *
 * How a route is added is said in page/machine.h.
 */
#include "page/machine.h"
#include "page/phone_api.h"
#include "page/text_api.h"
#include "prog/apps.h"

static const struct route routes[] = {
	/* method path			 which gateway  what answers */
	{ POST,	"/api/calls",		 MAY_RING,	phone_api_calls, 0 },
	{ POST,	"/api/messages",	 MAY_WRITE_IN,	text_api_messages, 0 },
	{ POST,	"/api/detak",		 MAY_BEAT,	machine_beat,	0 },
};

static const struct grant grants[] = {
	{ "setting",	DB_READ, NULL },
	{ "counter",	DB_READ, NULL },
	{ "agency",	DB_READ, NULL },
	{ "area",	DB_READ, NULL },
	{ "category",	DB_READ, NULL },
	{ "routing",	DB_READ, NULL },
	{ "card",	DB_READ, NULL },
	{ "unit",	DB_READ, NULL },
	{ "holiday",	DB_READ, NULL },
	{ "suspension", DB_READ, NULL },
	{ "ladder",	DB_READ, NULL },
	{ "gateway",	DB_READ, NULL },
	{ "gateway",	DB_CHANGE, " seen_at " },
	{ "inbound",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "call",	DB_READ | DB_INSERT, NULL },
	{ "call",	DB_CHANGE, " state type sealed phone line taker ticket note rang_at answered_at"
	  " closed_at timed version " },
	{ "call_done",	DB_READ, NULL },
	{ "account",	DB_READ, " id name " },		/* who is calling back */
	{ "recall",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "ticket",	DB_READ, " id number open " },	/* who has one that is open is called first */
	{ "reporter",	DB_READ, " id ticket phone at " },
	{ "red_flag",	DB_READ, NULL },
	{ "talk",	DB_INSERT, NULL },
	{ "talk",	DB_READ,	/* who writes is sealed here and not read */
	  " id token code gateway channel lang category mute words place area lat lon priority"
	  " behind at route_at routed_at account taken_at ticket reporter sure_at ended_at"
	  " heard_at version sender " },
	{ "talk",	DB_CHANGE, " heard_at " },
	{ "message",	DB_READ | DB_INSERT, NULL },
	{ "ring",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "seat",	DB_READ, NULL },
	{ "event",	DB_READ | DB_INSERT, NULL },
	{ "attachment",	DB_READ, " event " },	/* a new event asks whether it is named already */
	{ "signal",	DB_INSERT, NULL },
	{ "pulse",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "throttle",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ NULL, 0, NULL }
};

/* A call that rings waits for nobody's report. */
const struct app	 api_app = {
	.name = "api",
	.routes = routes, .nroutes = COUNT(routes),
	.grants = grants,
	.lane = LANE_DESK, .patience = 8000,
	.machines = true,
};
