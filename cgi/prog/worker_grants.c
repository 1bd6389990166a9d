/* worker_grants.c: what the worker may do in the store. */
#include <stddef.h>

#include "action/search_action.h"
#include "lib/grant.h"
#include "prog/apps.h"

const struct grant	 worker_grants[] = {
	{ "setting",	DB_READ | DB_INSERT | DB_UPDATE, NULL },	/* and all look again */
	{ "agency",	DB_READ, NULL },
	{ "area",	DB_READ, NULL },
	{ "category",	DB_READ, NULL },
	{ "routing",	DB_READ, NULL },
	{ "card",	DB_READ | DB_INSERT, NULL },	/* a version whose time has come */
	{ "card",	DB_CHANGE, " valid_to " },
	{ "sop_draft",	DB_READ | DB_UPDATE, NULL },
	{ "unit",	DB_READ, NULL },
	{ "holiday",	DB_READ, NULL },
	{ "suspension", DB_READ, NULL },
	{ "ladder",	DB_READ, NULL },
	{ "account",	DB_READ, " id name role agency disabled_at email " },
	{ "duty",	DB_READ | DB_UPDATE, NULL },	/* old ones are forgotten */
	{ "strength",	DB_READ, NULL },
	{ "swap",	DB_READ | DB_DELETE, NULL },
	{ "handover",	DB_READ | DB_UPDATE, NULL },
	{ "shortage",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "seen",	DB_READ, NULL },
	SEARCH_GRANTS,
	{ "search_left", DB_UPDATE, NULL },
	{ "ticket",	DB_READ | DB_INSERT | DB_UPDATE, NULL },	/* of a draft that was left */
	{ "assignment",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "run",	DB_READ | DB_UPDATE, NULL },
	{ "reporter",	DB_READ | DB_INSERT, NULL },
	{ "reporter",	DB_CHANGE, " sealed phone words mail " },
	{ "event",	DB_READ | DB_INSERT, NULL },
	{ "said",	DB_READ, NULL },
	{ "said",	DB_CHANGE, " salt words " },
	{ "chain_check", DB_READ | DB_UPDATE, NULL },
	{ "pulse",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "signal",	DB_READ | DB_DELETE, " id at " },
	{ "signal",	DB_INSERT, NULL },
	{ "disaster",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "outbox",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "carrier",	DB_READ | DB_UPDATE, NULL },
	{ "callout",	DB_READ | DB_UPDATE, NULL },
	{ "callee",	DB_READ | DB_UPDATE, NULL },
	{ "volunteer",	DB_READ, NULL },	/* to whom messages go */
	{ "volunteer",	DB_CHANGE, " sealed phone vetted_note " },	/* forgotten */
	{ "crew",	DB_READ, NULL },
	{ "crew",	DB_CHANGE, " name account " },
	{ "told",	DB_READ, NULL },
	{ "way",	DB_READ | DB_DELETE, NULL },	/* whose last browser is gone */
	{ "subscription", DB_READ | DB_UPDATE, NULL },
	{ "vapid",	DB_READ | DB_INSERT, NULL },
	{ "pattern",	DB_READ, NULL },
	{ "call",	DB_READ | DB_INSERT, NULL },
	{ "call",	DB_CHANGE,		/* one that rang, and nobody took */
	  " state type sealed phone line taker rang_at answered_at closed_at timed version " },
	{ "ring",	DB_READ | DB_UPDATE, NULL },
	{ "call",	DB_CHANGE, " ticket sealed phone note channel rang_at answered_at " },
	{ "call",	DB_CHANGE,		/* a call back whose form was left */
	  " state type closed_at version " },
	{ "recall",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "call_fix",	DB_READ | DB_DELETE, NULL },
	{ "call_done",	DB_READ | DB_DELETE, NULL },
	{ "burst",	DB_READ | DB_INSERT, NULL },
	{ "burst",	DB_CHANGE, " calls last_at " },
	{ "red_flag",	DB_READ, NULL },
	{ "talk",	DB_READ | DB_UPDATE, NULL },
	{ "message",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "hook",	DB_READ, NULL },
	{ "gateway",	DB_READ, NULL },	/* answers are signed with their secrets */
	{ "relief",	DB_READ | DB_DELETE, NULL },
	{ "handoff",	DB_READ | DB_UPDATE, NULL },
	{ "court",	DB_READ, NULL },
	{ "court",	DB_CHANGE, " told_at " },
	{ "unsent",	DB_READ | DB_DELETE, NULL },
	{ "field_step",	DB_READ, " id ticket recorded_at located " },
	{ "field_step",	DB_CHANGE, " located lat lon accuracy " },
	{ "answer",	DB_READ | DB_INSERT, NULL },
	{ "answer",	DB_CHANGE, " said " },
	{ "draft",	DB_READ | DB_DELETE, NULL },
	{ "draft",	DB_CHANGE, " sealed saved_at " },
	{ "counter",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "interlock",	DB_READ | DB_INSERT, NULL },
	{ "vocab",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "taken",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "subject",	DB_READ,
	  " id number ticket kind open due_at ended_at words answer warned mailed " },
	{ "subject",	DB_CHANGE, " words answer warned mailed " },
	{ "breach",	DB_READ, " id number state open due_at warned mailed " },
	{ "breach",	DB_CHANGE, " warned mailed " },
	{ "hold",	DB_READ, NULL },
	{ "retention",	DB_READ, NULL },
	{ "place",	DB_READ | DB_DELETE, " id kind used_at " },	/* an old address ... */
	{ "place_of",	DB_READ | DB_DELETE, NULL },	/* ... and its words */
	{ "place_word",	DB_READ, " id places " },
	{ "place_word",	DB_CHANGE, " places " },
	{ "locate",	DB_READ | DB_DELETE, " until " },
	{ "session",	DB_READ | DB_DELETE, " hash expires_at " },
	{ "throttle",	DB_READ | DB_DELETE, " key last_at " },
	{ "attachment",	DB_READ,	/* a new event asks whether it is named already */
	  " id event ticket name at gone swept " },
	{ "attachment",	DB_CHANGE,	/* forgotten: emptied */
	  " gone sealed located lat lon taken_at look digest swept " },
	{ NULL, 0, NULL }
};
