/* portal.c: what citizens meet: report, receipt, follow-up, the public list. */
#include "action/search_action.h"
#include "page/callout_page.h"
#include "page/home_page.h"
#include "page/photo_page.h"
#include "page/place_page.h"
#include "page/privacy_page.h"
#include "page/public_page.h"
#include "page/report_page.h"
#include "page/taste_page.h"
#include "page/text_page.h"
#include "page/track_page.h"
#include "prog/apps.h"

static const struct route routes[] = {
	{ GET,	"/",		  MAY_VISIT, home_show,	       0 },
	{ GET,	"/tentang",	  MAY_VISIT, home_about,       0 },
	{ GET,	"/lapor",	  MAY_VISIT, report_show,      0 },
	{ POST,	"/lapor",	  MAY_VISIT, report_send,      ROUTE_FILES },
	{ GET,	"/lapor/darurat", MAY_VISIT, text_old_form,    0 },
	{ POST,	"/lapor/darurat", MAY_VISIT, text_old_post,    ROUTE_FILES },
	{ GET,	"/lapor/mirip",	  MAY_VISIT, report_similar,   0 },
	{ GET,	"/darurat",	  MAY_VISIT, text_form,	       0 },
	{ POST,	"/darurat",	  MAY_VISIT, text_post,	       0 },
	{ GET,	"/darurat/percakapan", MAY_VISIT, text_talk,   0 },
	{ POST,	"/darurat/percakapan", MAY_VISIT, text_find,   ROUTE_TASTE },
	{ GET,	"/darurat/percakapan/baris", MAY_VISIT, text_talk_lines, 0 },
	{ POST,	"/darurat/percakapan/jawab", MAY_VISIT, text_reply, 0 },
	{ POST,	"/darurat/percakapan/tutup", MAY_VISIT, text_leave, ROUTE_TASTE },
	{ GET,	"/lacak",	  MAY_VISIT, track_find,       0 },
	{ POST,	"/lacak",	  MAY_VISIT, track_show,       ROUTE_TASTE },
	{ POST,	"/lacak/jawab",	  MAY_VISIT, track_answer,     0 },
	{ POST,	"/lacak/sanggah", MAY_VISIT, track_dispute,    0 },
	{ POST,	"/lacak/beres",	  MAY_VISIT, track_confirm,    0 },
	{ POST,	"/lacak/tarik",	  MAY_VISIT, track_withdraw,   0 },
	{ GET,	"/lacak/data",	  MAY_VISIT, own_data_find,    0 },
	{ POST,	"/lacak/data",	  MAY_VISIT, own_data_show,    ROUTE_TASTE },
	{ POST,	"/lacak/data/minta", MAY_VISIT, own_data_ask,  0 },
	{ POST,	"/lacak/data/surat", MAY_VISIT, own_data_letter, ROUTE_TASTE },
	{ GET,	"/tentang/privasi", MAY_VISIT, privacy_public, 0 },
	{ GET,	"/laporan",	  MAY_VISIT, public_list,      0 },
	{ GET,	"/laporan/*",	  MAY_VISIT, public_ticket,    0 },
	{ GET,	"/laporan/*/foto/*", MAY_VISIT, photo_public, 0 },
	{ GET,	"/laporan/*/foto/*/kecil", MAY_VISIT, photo_public_small, 0 },
	{ GET,	"/lokasi/*",	  MAY_VISIT, locate_form,      0 },
	{ POST,	"/lokasi/*",	  MAY_VISIT, locate_post,      0 },
	{ GET,	"/relawan/jawab/*", MAY_VISIT, answer_page,    0 },
	{ POST,	"/relawan/jawab/*", MAY_VISIT, answer_send,    0 },
	{ POST,	"/bahasa",	  MAY_VISIT, taste_language,   ROUTE_TASTE },
	{ POST,	"/tema",	  MAY_VISIT, taste_theme,      ROUTE_TASTE },
};

/*
 * Reference data, and of tickets what filing and following one touches.  No
 * account, no session, no call; a reporter's identity is written here and
 * never read.
 */
static const struct grant grants[] = {
	{ "setting",	DB_READ, NULL },
	{ "agency",	DB_READ, NULL },
	{ "area",	DB_READ, NULL },
	{ "category",	DB_READ, NULL },
	{ "routing",	DB_READ, NULL },
	{ "card",	DB_READ, NULL },
	{ "unit",	DB_READ, NULL },
	{ "holiday",	DB_READ, NULL },
	{ "suspension", DB_READ, NULL },
	{ "ladder",	DB_READ, NULL },
	SEARCH_ADD_GRANTS,
	{ "unsent",	DB_READ, NULL },	/* what is not told yet is not shown */
	{ "ticket",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "reporter",	DB_READ | DB_INSERT,
	  " id ticket origin call channel privacy code mail lang words at " },
	{ "interlock",	DB_INSERT, NULL },
	{ "assignment",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "run",	DB_READ | DB_UPDATE, NULL },
	{ "event",	DB_READ | DB_INSERT, NULL },
	{ "said",	DB_READ | DB_INSERT, NULL },
	{ "counter",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "pulse",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "disaster",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "signal",	DB_INSERT, NULL },
	{ "attachment",	DB_READ | DB_INSERT, NULL },
	{ "outbox",	DB_INSERT, NULL },
	{ "throttle",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "retention",	DB_READ, NULL },
	{ "red_flag",	DB_READ, NULL },
	{ "talk",	DB_INSERT, NULL },
	{ "talk",	DB_READ,	/* who writes is sealed here and not read */
	  " id token code gateway channel lang category mute words place area lat lon priority"
	  " behind at route_at routed_at account taken_at ticket reporter sure_at ended_at"
	  " heard_at version " },
	{ "talk",	DB_CHANGE, " heard_at " },
	{ "message",	DB_READ | DB_INSERT, NULL },
	{ "signal",	DB_INSERT, NULL },
	{ "locate",	DB_READ, " code until " },
	{ "skill",	DB_READ, NULL },
	{ "callout",	DB_READ | DB_UPDATE, NULL },
	{ "callee",	DB_READ | DB_UPDATE, NULL },	/* who it is, is not read here */
	{ "locate",	DB_CHANGE, " lat lon metres got_at " },
	{ "subject",	DB_READ | DB_INSERT,	/* what is asked is written here and not read */
	  " id number token ticket reporter kind channel state open reason reply answer"
	  " received_at due_at ended_at version " },
	{ NULL, 0, NULL }
};

const struct app	 portal_app = {
	.name = "portal",
	.routes = routes, .nroutes = COUNT(routes),
	.grants = grants,
	.lane = LANE_PUBLIC, .patience = 1000, .photos = true,
};
