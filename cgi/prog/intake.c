/* intake.c: the 112 call desk and the triage desk. */
#include "action/search_action.h"
#include "action/session_action.h"
#include "page/call_page.h"
#include "page/calls_page.h"
#include "page/draft_page.h"
#include "page/key_page.h"
#include "page/phone_page.h"
#include "page/paper_page.h"
#include "page/place_page.h"
#include "page/triage_page.h"
#include "page/rest_page.h"
#include "page/text_desk.h"
#include "page/words_page.h"
#include "prog/apps.h"

static const struct route routes[] = {
	/* method path			 who may      what answers */
	{ GET,	"/panggilan",		 MAY_TAKE,    call_form,    0 },
	{ POST,	"/panggilan",		 MAY_TAKE,    call_send,    0 },
	{ GET,	"/panggilan/data",	 MAY_TAKE,    call_data,    0 },
	{ GET,	"/panggilan/jenis",	 MAY_TAKE,    words_types,  0 },
	{ GET,	"/panggilan/kartu",	 MAY_TAKE,    call_card,    0 },
	{ GET,	"/panggilan/sop/*",	 MAY_TAKE,    call_sop,     0 },
	{ GET,	"/panggilan/mirip",	 MAY_TAKE,    call_near,    0 },
	{ POST,	"/panggilan/riwayat",	 MAY_TAKE,    call_past,    0 },
	{ GET,	"/panggilan/tempat",	 MAY_TAKE,    place_names, 0 },
	{ GET,	"/panggilan/titik",	 MAY_TAKE,    place_point, 0 },
	{ GET,	"/panggilan/peta",	 MAY_TAKE,    place_map,   0 },
	{ POST,	"/panggilan/lokasi",	 MAY_TAKE,    place_ask,   0 },
	{ POST,	"/panggilan/lokasi/*",	 MAY_TAKE,    place_wait,  0 },
	{ POST,	"/panggilan/draf",	 MAY_TAKE,    draft_save,     0 },
	{ POST,	"/panggilan/draf/lain",	 MAY_TAKE,    draft_strip,    0 },
	{ GET,	"/panggilan/draf/*",	 MAY_TAKE,    draft_continue, 0 },
	{ POST,	"/panggilan/draf/*",	 MAY_TAKE,    draft_drop,     0 },
	{ GET,	"/panggilan/telepon",	 MAY_TAKE,    phone_strip,    0 },
	{ GET,	"/panggilan/telepon/*",	 MAY_TAKE,    phone_continue, 0 },
	{ GET,	"/panggilan/pesawat",	 MAY_TAKE,    phone_seat,     0 },
	{ POST,	"/panggilan/pesawat",	 MAY_TAKE,    phone_seat_save, 0 },
	{ GET,	"/panggilan/masuk",	 MAY_TAKE,    texts_list,     0 },
	{ POST,	"/panggilan/masuk",	 MAY_TAKE,    texts_take,     0 },
	{ GET,	"/panggilan/masuk/*",	 MAY_TAKE,    texts_open,     0 },
	{ POST,	"/panggilan/masuk/*",	 MAY_TAKE,    texts_act,      0 },
	{ GET,	"/panggilan/masuk/*/baris", MAY_TAKE, texts_lines,    0 },
	{ GET,	"/panggilan/tertulis",	 MAY_TAKE,    texts_strip,    0 },
	{ GET,	"/panggilan/jeda",	 MAY_TAKE,    rest_show,      0 },
	{ POST,	"/panggilan/jeda",	 MAY_TAKE,    rest_send,      0 },
	{ GET,	"/panggilan/tombol",	 MAY_TAKE,    keys_form,      0 },
	{ POST,	"/panggilan/tombol",	 MAY_TAKE,    keys_save,      0 },
	{ GET,	"/panggilan/daftar",	 MAY_CALLS,   calls_page,     0 },
	{ POST,	"/panggilan/daftar/cari", MAY_CALLS,  calls_find,     0 },
	{ POST,	"/panggilan/daftar/unduh", MAY_CALLS, calls_file,     0 },
	{ GET,	"/panggilan/daftar/*",	 MAY_CALLS,   call_sheet_page, 0 },
	{ POST,	"/panggilan/daftar/*/rekaman", MAY_LEAD_DESK, phone_recording_send, 0 },
	{ POST,	"/panggilan/daftar/*/jenis", MAY_LEAD_DESK, call_retype_send, 0 },
	{ GET,	"/panggilan/balik",	 MAY_TAKE,    recall_page,    0 },
	{ POST,	"/panggilan/balik/*",	 MAY_TAKE,    recall_step,    0 },
	{ GET,	"/panggilan/keadaan",	 MAY_TAKE,    recall_state,   0 },
	{ POST,	"/panggilan/lonjakan/*", MAY_LEAD_DESK, burst_end_send, 0 },
	{ GET,	"/panggilan/kertas",	 MAY_TAKE,    paper_list,     0 },
	{ POST,	"/panggilan/kertas",	 MAY_TAKE,    paper_order,    0 },
	{ GET,	"/panggilan/kertas/cari", MAY_TAKE,   paper_find,     0 },
	{ GET,	"/panggilan/kertas/pak/*", MAY_TAKE,  paper_show,     0 },
	{ POST,	"/panggilan/kertas/pak/*", MAY_TAKE,  paper_say,      0 },
	{ GET,	"/panggilan/kertas/cetak/*", MAY_TAKE, paper_print,   0 },
	{ GET,	"/panggilan/kertas/*",	 MAY_TAKE,    paper_form,     0 },
	{ POST,	"/panggilan/kertas/*",	 MAY_TAKE,    paper_send,     0 },
	{ GET,	"/triase",		 MAY_TRIAGE,  triage_list,  0 },
	{ GET,	"/triase/*",		 MAY_TRIAGE,  triage_show,  0 },
	{ POST,	"/triase/*",		 MAY_TRIAGE,  triage_act,   0 },
};

static const struct grant grants[] = {
	SESSION_GRANTS,			/* of accounts: names, no passwords */
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
	{ "attachment",	DB_READ, NULL },
	{ "call",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "recall",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "call_fix",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "call_done",	DB_READ | DB_INSERT, NULL },
	{ "burst",	DB_READ, NULL },
	{ "burst",	DB_CHANGE, " open ended_at ended_by note " },
	{ "answer",	DB_READ | DB_INSERT, NULL },
	{ "interlock",	DB_READ | DB_INSERT, NULL },
	SEARCH_GRANTS,
	{ "ticket",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "reporter",	DB_READ | DB_INSERT | DB_UPDATE,
	  " id ticket origin call channel privacy sealed mail lang words at " },
	{ "reporter",	DB_CHANGE, " phone code " },	/* of a draft that became a ticket */
	{ "reporter",	DB_READ, " phone " },	/* who has an open ticket is called back first */
	{ "draft",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "draft",	DB_CHANGE, " sealed rang_at saved_at " },
	{ "paper_pack",	DB_READ | DB_INSERT, NULL },
	{ "paper_sheet", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "gateway",	DB_READ, " id kind allowed seen_at " },
	{ "ring",	DB_READ, NULL },
	{ "seat",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "desk_key",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "assignment",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "run",	DB_READ | DB_UPDATE, NULL },
	{ "event",	DB_READ | DB_INSERT, NULL },
	{ "said",	DB_READ, NULL },
	{ "counter",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "pulse",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "disaster",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "signal",	DB_INSERT, NULL },
	{ "outbox",	DB_INSERT, NULL },
	{ "callout",	DB_READ | DB_UPDATE, NULL },	/* they end with their ticket */
	{ "callee",	DB_READ | DB_UPDATE, NULL },
	{ "vocab",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "taken",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "red_flag",	DB_READ, NULL },
	{ "place",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "place_word",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "place_of",	DB_READ | DB_INSERT, NULL },
	{ "word_gram",	DB_READ | DB_INSERT, NULL },
	{ "boundary",	DB_READ, NULL },
	{ "neighbour",	DB_READ, NULL },
	{ "locate",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "talk",	DB_READ, NULL },
	{ "talk",	DB_CHANGE, " route_at routed_at account taken_at ticket reporter sure_at"
	  " ended_at version " },
	{ "message",	DB_READ | DB_INSERT, NULL },
	{ "court",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "unsent",	DB_READ, " event until " },	/* what was taken back is no word */
	{ "unsent",	DB_INSERT, NULL },
	{ "relief",	DB_READ | DB_INSERT, NULL },
	{ "relief",	DB_CHANGE, " state ended_at " },
	{ "attachment",	DB_READ, " event " },	/* a new event asks whether it is named already */
	{ NULL, 0, NULL }
};

const struct app	 intake_app = {
	.name = "intake",
	.routes = routes, .nroutes = COUNT(routes),
	.grants = grants,
	.lane = LANE_DESK, .patience = 8000,
	.staff = true,
};
