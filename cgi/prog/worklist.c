/* worklist.c: what agencies, responders and the desk work from: the list, and each ticket. */
#include "action/search_action.h"
#include "action/session_action.h"
#include "page/app.h"
#include "page/disaster_view.h"
#include "page/duty_page.h"
#include "page/field_page.h"
#include "page/identity_page.h"
#include "page/interlock_page.h"
#include "page/original_page.h"
#include "page/photo_page.h"
#include "page/search_page.h"
#include "page/ticket_act.h"
#include "page/ticket_beside.h"
#include "page/ticket_handoff.h"
#include "page/ticket_page.h"
#include "page/unit_page.h"
#include "page/callout_page.h"
#include "page/volunteer_page.h"
#include "page/work_bulk.h"
#include "page/work_page.h"
#include "page/work_sheet.h"
#include "prog/apps.h"

/* Who may see a ticket is asked of the ticket: out of reach there is none. */
static const struct route routes[] = {
	/* method path		      who may    what answers */
	{ GET,	"/tugas",	      MAY_WORK,  work_list,    0 },
	{ GET,	"/tugas/versi",	      MAY_WORK,  work_version, 0 },
	{ GET,	"/tugas/cari",	      MAY_WORK,  work_find,    0 },
	{ GET,	"/tugas/bencana",     MAY_WORK,  disaster_strip, 0 },
	{ GET,	"/cari",	      MAY_SEARCH, search_list, 0 },
	{ GET,	"/lapangan",	      MAY_FIELD, field_show,   0 },
	{ GET,	"/lapangan/versi",    MAY_FIELD, field_show,   0 },
	{ POST,	"/lapangan/langkah",  MAY_FIELD, field_send,   0 },
	{ POST,	"/lapangan/foto",     MAY_FIELD, field_photo,  ROUTE_FILES },
	{ GET,	"/tugas/saringan",    MAY_WORK,  work_filter_page, 0 },
	{ GET,	"/tugas/cetak",       MAY_WORK,  work_sheet,   0 },
	{ GET,	"/tugas/baris/*",     MAY_WORK,  work_key,     0 },
	{ POST,	"/tugas/langkah",     MAY_WORK,  work_step,    0 },
	{ POST,	"/tugas/pilih",	      MAY_WORK,  work_pick,    0 },
	{ POST,	"/tugas/banyak",      MAY_WORK,  work_many,    0 },
	{ POST,	"/tugas/csv",	      MAY_WORK,  work_csv,     0 },
	{ GET,	"/tiket/*",	      MAY_SIGN,  ticket_show,  0 },
	{ POST,	"/tiket/*/catatan",   MAY_SIGN,  ticket_note,  0 },
	{ POST,	"/tiket/*/tarik",     MAY_SIGN,  ticket_take_back, 0 },
	{ GET,	"/tiket/*/cetak",     MAY_SIGN,  ticket_print, 0 },
	{ GET,	"/tiket/*/serah",     MAY_SIGN,  handoff_form, 0 },
	{ POST,	"/tiket/*/serah",     MAY_SIGN,  handoff_send, 0 },
	{ GET,	"/tiket/*/serah/*",   MAY_SIGN,  handoff_answer_form, 0 },
	{ POST,	"/tiket/*/serah/*",   MAY_SIGN,  handoff_answer_send, 0 },
	{ GET,	"/tiket/*/sengketa",  MAY_SIGN,  court_form,   0 },
	{ POST,	"/tiket/*/sengketa",  MAY_SIGN,  court_send,   0 },
	{ GET,	"/tiket/*/induk",     MAY_SIGN,  family_form,  0 },
	{ POST,	"/tiket/*/induk",     MAY_SIGN,  family_send,  0 },
	{ GET,	"/tiket/*/anak",      MAY_SIGN,  family_close_form, 0 },
	{ POST,	"/tiket/*/anak",      MAY_SIGN,  family_close_send, 0 },
	{ POST,	"/tiket/*/prasyarat", MAY_SIGN,  lock_answer,  0 },
	{ POST,	"/tiket/*/lihat",     MAY_SIGN,  ticket_seen,  0 },
	{ GET,	"/tiket/*/identitas/*", MAY_OPEN_IDENTITY, identity_show, 0 },
	{ POST,	"/tiket/*/identitas/*", MAY_OPEN_IDENTITY, identity_send, 0 },
	{ GET,	"/tiket/*/langkah/*", MAY_SIGN,  ticket_ask,   0 },
	{ POST,	"/tiket/*/langkah/*", MAY_SIGN,  ticket_act,   ROUTE_FILES },
	{ POST,	"/tiket/*/foto/*",    MAY_TRIAGE, photo_publish, 0 },
	{ GET,	"/foto/*",	      MAY_SIGN,  photo_show,   0 },
	{ GET,	"/foto/*/kecil",      MAY_SIGN,  photo_show_small, 0 },
	{ GET,	"/foto/*/asli",	      MAY_ORIGINAL, original_show, 0 },
	{ POST,	"/foto/*/asli",	      MAY_ORIGINAL, original_send, 0 },
	{ GET,	"/tiket/*/relawan",   MAY_SIGN,  callout_page, 0 },
	{ POST,	"/tiket/*/relawan",   MAY_SIGN,  callout_send, 0 },
	{ GET,	"/tiket/*/relawan/*", MAY_SIGN,  callee_ask,   0 },
	{ POST,	"/tiket/*/relawan/*", MAY_SIGN,  callee_number, 0 },
	{ GET,	"/relawan",	      MAY_CREW,  volunteers_page, 0 },
	{ GET,	"/relawan/baru",      MAY_CREW,  volunteer_form, 0 },
	{ POST,	"/relawan/baru",      MAY_CREW,  volunteer_send, 0 },
	{ GET,	"/relawan/*",	      MAY_CREW,  volunteer_page, 0 },
	{ GET,	"/relawan/*/ubah",    MAY_CREW,  volunteer_form, 0 },
	{ POST,	"/relawan/*/ubah",    MAY_CREW,  volunteer_send, 0 },
	{ POST,	"/relawan/*/periksa", MAY_CREW,  volunteer_vet_send, 0 },
	{ POST,	"/relawan/*/keahlian", MAY_CREW, volunteer_skill_send, 0 },
	{ POST,	"/relawan/*/nomor",   MAY_CREW,  volunteer_number_send, 0 },
	{ POST,	"/relawan/*/cabut",   MAY_CREW,  volunteer_leave_send, 0 },
	{ GET,	"/piket",	      MAY_DUTY,  duty_week,    0 },
	{ GET,	"/piket/saya.ics",    MAY_DUTY,  duty_ics,     0 },
	{ POST,	"/piket/hadir",	      MAY_DUTY,  duty_here,    0 },
	{ POST,	"/piket/isi",	      MAY_PLAN,  duty_assign,  0 },
	{ POST,	"/piket/lepas",	      MAY_PLAN,  duty_remove,  0 },
	{ POST,	"/piket/salin",	      MAY_PLAN,  duty_copy,    0 },
	{ GET,	"/piket/pola",	      MAY_PLAN,  duty_pattern_form, 0 },
	{ POST,	"/piket/pola",	      MAY_PLAN,  duty_pattern_send, 0 },
	{ GET,	"/piket/aturan",      MAY_PLAN,  duty_rules_form, 0 },
	{ POST,	"/piket/aturan",      MAY_PLAN,  duty_rules_send, 0 },
	{ GET,	"/piket/tukar/*",     MAY_DUTY,  duty_offer_form, 0 },
	{ POST,	"/piket/tukar/*",     MAY_DUTY,  duty_offer_send, 0 },
	{ POST,	"/piket/jawab/*",     MAY_DUTY,  duty_answer,  0 },
	{ GET,	"/piket/serah",	      MAY_DUTY,  relay_form,   0 },
	{ POST,	"/piket/serah",	      MAY_DUTY,  relay_send,   0 },
	{ POST,	"/piket/serah/draf",  MAY_DUTY,  relay_keep,   0 },
	{ GET,	"/piket/serah/*",     MAY_DUTY,  relay_note,   0 },
	{ POST,	"/piket/serah/*",     MAY_DUTY,  relay_mark,   0 },
	{ GET,	"/unit",	      MAY_UNITS, units_board,  0 },
	{ GET,	"/unit/versi",	      MAY_UNITS, units_version, 0 },
	{ GET,	"/unit/daftar",	      MAY_CREW,  units_list,   0 },
	{ GET,	"/unit/baru",	      MAY_CREW,  unit_form,    0 },
	{ POST,	"/unit/baru",	      MAY_CREW,  unit_send,    0 },
	{ GET,	"/unit/*/ubah",	      MAY_CREW,  unit_form,    0 },
	{ POST,	"/unit/*/ubah",	      MAY_CREW,  unit_send,    0 },
	{ GET,	"/unit/*",	      MAY_UNITS, unit_show,    0 },
	{ POST,	"/unit/*/siap",	      MAY_UNITS, unit_ready_send, 0 },
	{ POST,	"/unit/*/awak",	      MAY_CREW,  unit_crew_send, 0 },
	{ POST,	"/unit/*/alat",	      MAY_CREW,  unit_kit_send, 0 },
};

static const struct grant grants[] = {
	SESSION_GRANTS,
	/* what a city is */
	{ "setting", DB_READ, NULL },
	{ "agency", DB_READ, NULL },
	{ "area", DB_READ, NULL },
	{ "category", DB_READ, NULL },
	{ "routing", DB_READ, NULL },
	{ "card", DB_READ, NULL },
	{ "unit", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "outage", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "crew", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "equipment", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "skill", DB_READ, NULL },
	{ "volunteer", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "volunteer_skill", DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "callout", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "callee", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "carrier", DB_READ, " channel gateway " },
	{ "place", DB_READ, NULL },
	{ "holiday", DB_READ, NULL },
	{ "suspension", DB_READ, NULL },
	{ "ladder", DB_READ, NULL },
	/* who is on duty */
	{ "duty", DB_READ | DB_INSERT, NULL },
	{ "duty", DB_CHANGE, " ended_at " },
	{ "strength", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "duty_rule", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "swap", DB_READ | DB_INSERT, NULL },
	{ "swap", DB_CHANGE, " taker state ended_at ended_by " },
	{ "handover", DB_READ | DB_INSERT, NULL },
	{ "handover", DB_CHANGE, " words facts saved_at signed_at until read_at " },
	{ "handover_read", DB_READ | DB_INSERT, NULL },
	{ "shortage", DB_READ, NULL },
	{ "seen", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	/* tickets and work; a complaint that is an emergency becomes a new ticket */
	{ "counter", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	SEARCH_GRANTS,
	{ "ticket", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "reporter", DB_READ | DB_UPDATE,
	  " id ticket origin call channel privacy sealed mail lang words at " },
	{ "answer", DB_READ, NULL },
	{ "talk", DB_READ, " id ticket sure_at ended_at " },
	{ "message", DB_READ, " id talk side account words at state " },
	/* beyond the city's agencies */
	{ "handoff", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "court", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "routing", DB_INSERT, NULL },		/* a ruling that becomes a rule */
	{ "unsent", DB_READ | DB_INSERT, NULL },
	{ "unsent", DB_CHANGE, " until " },
	{ "phrase", DB_READ, NULL },
	{ "interlock", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "assignment", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "run", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "field_step", DB_READ | DB_INSERT, NULL },
	/* what every change leaves behind */
	{ "event", DB_READ | DB_INSERT, NULL },
	{ "said", DB_READ, NULL },
	{ "attachment", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "outbox", DB_INSERT, NULL },
	{ "pulse", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "disaster", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "signal", DB_INSERT, NULL },
	{ "vocab", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ NULL, 0, NULL }
};

const struct app	 worklist_app = {
	.name = "worklist",
	.routes = routes, .nroutes = COUNT(routes),
	.grants = grants,
	.lane = LANE_AGENCY, .patience = 3000, .photos = true, .staff = true,
};
