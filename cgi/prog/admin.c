/* admin.c: the door of the staff, their accounts, and the reference data. */
#include "action/search_action.h"
#include "action/session_action.h"
#include "page/account_page.h"
#include "page/audit_page.h"
#include "page/invite_page.h"
#include "page/breach_page.h"
#include "page/calendar_page.h"
#include "page/deliver_page.h"
#include "page/gazette_page.h"
#include "page/notice_page.h"
#include "page/pact_page.h"
#include "page/phrase_page.h"
#include "page/privacy_page.h"
#include "page/refdata_page.h"
#include "page/session_page.h"
#include "page/signin_page.h"
#include "page/sop_page.h"
#include "page/totp_page.h"
#include "prog/apps.h"

static const struct route routes[] = {
	{ GET,	"/masuk",	     MAY_VISIT,	       signin_show,	   0 },
	{ POST,	"/masuk",	     MAY_VISIT,	       signin_send,	   ROUTE_TASTE },
	{ GET,	"/masuk/kode",	     MAY_VISIT,	       totp_show,	   0 },
	{ POST,	"/masuk/kode",	     MAY_VISIT,	       totp_send,	   ROUTE_TASTE },
	{ GET,	"/undangan",	     MAY_VISIT,	       invite_show,	   0 },
	{ POST,	"/undangan",	     MAY_VISIT,	       invite_send,	   0 },
	{ POST,	"/ganti",	     MAY_SIGN,	       signin_switch,	   0 },
	{ GET,	"/pakta",	     MAY_SIGN,	       pact_show,	   0 },
	{ POST,	"/pakta",	     MAY_SIGN,	       pact_send,	   0 },
	{ GET,	"/faktor-kedua",     MAY_SIGN,	       factor_show,	   0 },
	{ POST,	"/faktor-kedua",     MAY_SIGN,	       factor_send,	   0 },
	{ POST,	"/faktor-kedua/cadangan", MAY_SIGN,    factor_renew,	   0 },
	{ POST,	"/faktor-kedua/lepas", MAY_SIGN,       factor_end,	   0 },
	{ GET,	"/sesi",	     MAY_SIGN,	       sessions_show,	   0 },
	{ POST,	"/sesi",	     MAY_SIGN,	       sessions_end,	   0 },
	{ POST,	"/sesi/*",	     MAY_SIGN,	       sessions_end_one,   0 },
	{ GET,	"/kabar",	     MAY_SIGN,	       notice_show,	   0 },
	{ POST,	"/kabar/waktu",	     MAY_SIGN,	       notice_rest,	   0 },
	{ POST,	"/kabar/*",	     MAY_SIGN,	       notice_send,	   0 },
	{ POST,	"/keluar",	     MAY_SIGN,	       signout_send,	   0 },
	{ GET,	"/sandi",	     MAY_SIGN,	       password_show,	   0 },
	{ POST,	"/sandi",	     MAY_SIGN,	       password_send,	   0 },
	{ GET,	"/akun",	     MAY_OWN_ACCOUNTS, accounts_page,	   0 },
	{ GET,	"/akun/baru",	     MAY_OWN_ACCOUNTS, account_blank,	   0 },
	{ POST,	"/akun/baru",	     MAY_OWN_ACCOUNTS, account_add,	   0 },
	{ GET,	"/akun/*",	     MAY_OWN_ACCOUNTS, account_page,	   0 },
	{ POST,	"/akun/*",	     MAY_OWN_ACCOUNTS, account_edit,	   0 },
	{ POST,	"/akun/*/sandi",     MAY_OWN_ACCOUNTS, account_new_key,	   0 },
	{ POST,	"/akun/*/faktor",    MAY_OWN_ACCOUNTS, account_lost_phone, 0 },
	{ POST,	"/akun/*/nonaktif",  MAY_OWN_ACCOUNTS, account_switch_off, 0 },
	{ POST,	"/akun/*/aktif",     MAY_OWN_ACCOUNTS, account_switch_on,  0 },
	{ GET,	"/opd",		     MAY_REFDATA,      agencies_page,	   0 },
	{ GET,	"/kategori",	     MAY_REFDATA,      categories_page,	   0 },
	{ GET,	"/kategori/*",	     MAY_REFDATA,      category_page,	   0 },
	{ GET,	"/kalender",	     MAY_REFDATA,      calendar_show,	   0 },
	{ POST,	"/kalender",	     MAY_REFDATA,      calendar_add,	   0 },
	{ GET,	"/kalender/bencana", MAY_LEAD_DESK,    suspension_show,	   0 },
	{ POST,	"/kalender/bencana", MAY_LEAD_DESK,    suspension_begin,   0 },
	{ POST,	"/kalender/bencana/jalan", MAY_LEAD_DESK, suspension_lift, 0 },
	{ POST,	"/kalender/*/hapus", MAY_REFDATA,      calendar_drop,	   0 },
	{ GET,	"/eskalasi",	     MAY_REFDATA,      ladders_show,	   0 },
	{ GET,	"/eskalasi/*",	     MAY_REFDATA,      ladder_form,	   0 },
	{ POST,	"/eskalasi/*",	     MAY_REFDATA,      ladder_send,	   0 },
	{ POST,	"/eskalasi/*/hapus", MAY_REFDATA,      ladder_usual,	   0 },
	{ GET,	"/sop",		     MAY_SOP,	       sop_list,	   0 },
	{ GET,	"/sop/*",	     MAY_SOP,	       sop_card,	   0 },
	{ POST,	"/sop/*/langkah",    MAY_SOP,	       sop_take,	   0 },
	{ GET,	"/sop/*/ubah",	     MAY_SOP,	       sop_head,	   0 },
	{ POST,	"/sop/*/ubah",	     MAY_SOP,	       sop_head_send,	   0 },
	{ GET,	"/sop/*/tanya/*",    MAY_SOP,	       sop_ask,		   0 },
	{ POST,	"/sop/*/tanya/*",    MAY_SOP,	       sop_ask_send,	   0 },
	{ GET,	"/frasa",	  MAY_SOP,	     phrase_page,	 0 },
	{ GET,	"/frasa/*",	  MAY_SOP,	     phrase_show,	 0 },
	{ POST,	"/frasa/*",	  MAY_SOP,	     phrase_send,	 0 },
	{ GET,	"/tempat",	     MAY_PLACES,       gazette_page,	   0 },
	{ GET,	"/tempat/*",	     MAY_PLACES,       gazette_show,	   0 },
	{ POST,	"/tempat/*",	     MAY_PLACES,       gazette_send,	   0 },
	{ GET,	"/privasi",	     MAY_PRIVACY_DESK, privacy_desk,	   0 },
	{ GET,	"/privasi/baru",     MAY_PRIVACY_DESK, privacy_blank,	   0 },
	{ POST,	"/privasi/baru",     MAY_PRIVACY_DESK, privacy_enter,	   0 },
	{ GET,	"/privasi/permintaan/*", MAY_PRIVACY_DESK, privacy_request, 0 },
	{ POST,	"/privasi/permintaan/*/kerjakan", MAY_PRIVACY_DESK, privacy_start, 0 },
	{ POST,	"/privasi/permintaan/*/kabulkan", MAY_PRIVACY_DESK, privacy_grant, 0 },
	{ POST,	"/privasi/permintaan/*/tolak", MAY_PRIVACY_DESK, privacy_refuse, 0 },
	{ POST,	"/privasi/permintaan/*/surat", MAY_PRIVACY_DESK, privacy_print, 0 },
	{ POST,	"/privasi/permintaan/*/unduh", MAY_PRIVACY_DESK, privacy_download, 0 },
	{ GET,	"/privasi/penyimpanan", MAY_PRIVACY_DESK, retention_page,  0 },
	{ POST,	"/privasi/penyimpanan/bencana", MAY_PRIVACY_DESK, retention_switch, 0 },
	{ POST,	"/privasi/penyimpanan/tahan", MAY_PRIVACY_DESK, retention_hold, 0 },
	{ POST,	"/privasi/penyimpanan/lepas", MAY_PRIVACY_DESK, retention_release, 0 },
	{ GET,	"/privasi/kebocoran", MAY_PRIVACY_DESK, breaches_page,	   0 },
	{ GET,	"/privasi/kebocoran/baru", MAY_PRIVACY_DESK, breach_blank, 0 },
	{ POST,	"/privasi/kebocoran/baru", MAY_PRIVACY_DESK, breach_enter, 0 },
	{ GET,	"/privasi/kebocoran/*", MAY_PRIVACY_DESK, breach_page,	   0 },
	{ POST,	"/privasi/kebocoran/*", MAY_PRIVACY_DESK, breach_edit,	   0 },
	{ POST,	"/privasi/kebocoran/*/beritahu", MAY_PRIVACY_DESK, breach_told, 0 },
	{ POST,	"/privasi/kebocoran/*/tutup", MAY_PRIVACY_DESK, breach_end, 0 },
	{ GET,	"/privasi/kebocoran/*/surat/subjek", MAY_PRIVACY_DESK, breach_letter, 0 },
	{ GET,	"/privasi/kebocoran/*/surat/lembaga", MAY_PRIVACY_DESK, breach_notice, 0 },
	{ GET,	"/pengiriman",	     MAY_DELIVERIES,   deliver_page,	   0 },
	{ GET,	"/pengiriman/pola",  MAY_DELIVERIES,   patterns_page,	   0 },
	{ GET,	"/pengiriman/pola/*", MAY_DELIVERIES,  pattern_show,	   0 },
	{ POST,	"/pengiriman/pola/*", MAY_DELIVERIES,  pattern_send,	   0 },
	{ POST,	"/pengiriman/kanal/*", MAY_DELIVERIES, deliver_all,	   0 },
	{ POST,	"/pengiriman/*",     MAY_DELIVERIES,   deliver_one,	   0 },
	{ GET,	"/audit",	     MAY_AUDIT,	       audit_page,	   0 },
	{ GET,	"/audit/*",	     MAY_AUDIT,	       audit_event_page,   0 },
	{ POST,	"/audit/unduh",	     MAY_AUDIT,	       audit_export,	   0 },
};

/* Of tickets only how many an agency has open, and the numbers auditors see. */
static const struct grant grants[] = {
	{ "account",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "session",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "half_session", DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "totp",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "backup_code", DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "invite",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "throttle",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "event",	DB_READ | DB_INSERT, NULL },
	{ "talk",	DB_READ, " id reporter " },
	{ "talk",	DB_CHANGE, " sealed sender words place lat lon " },
	{ "message",	DB_READ, NULL },
	{ "message",	DB_CHANGE, " words " },
	{ "said",	DB_READ, NULL },
	{ "said",	DB_CHANGE, " salt words " },
	{ "chain_check", DB_READ, NULL },
	SEARCH_GRANTS,
	{ "ticket",	DB_READ, NULL },	/* of the privacy desk, as what follows */
	{ "ticket",	DB_CHANGE, " detail title version " },
	{ "reporter",	DB_READ,
	  " id ticket origin call channel privacy mail lang words at sealed phone " },
	{ "reporter",	DB_CHANGE, " sealed phone words mail " },
	{ "call",	DB_READ, " id rang_at " },
	{ "call",	DB_CHANGE, " sealed phone note " },
	{ "ring",	DB_READ, " call " },
	{ "ring",	DB_CHANGE, " sealed " },
	{ "answer",	DB_READ, NULL },
	{ "outbox",	DB_READ, " id kind ticket reporter agency account event channel urgent state"
	  " why due_at tries at ended_at " },
	{ "outbox",	DB_INSERT, NULL },
	{ "outbox",	DB_CHANGE, " state why due_at lease tries ended_at " },	/* tried again */
	{ "carrier",	DB_READ, NULL },
	{ "told",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "way",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "subscription", DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },
	{ "vapid",	DB_READ, " id public sealed " },
	{ "pattern",	DB_READ | DB_INSERT, NULL },
	{ "place",	DB_READ | DB_INSERT | DB_UPDATE | DB_DELETE, NULL },	/* erased with its ticket */
	{ "place_word",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "place_of",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "word_gram",	DB_READ | DB_INSERT, NULL },
	{ "subject",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "hold",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "breach",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "retention",	DB_READ, NULL },
	{ "counter",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "unsent",	DB_READ, NULL },	/* what is not told yet is in no letter */
	{ "phrase",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "assignment",	DB_READ, NULL },
	{ "agency",	DB_READ, NULL },
	{ "area",	DB_READ, NULL },
	{ "category",	DB_READ, NULL },
	{ "routing",	DB_READ, NULL },
	{ "card",	DB_READ | DB_INSERT, NULL },	/* a version comes into force ... */
	{ "card",	DB_CHANGE, " valid_to " },	/* ... and ends the one before */
	{ "sop_draft",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "unit",	DB_READ, NULL },
	{ "holiday",	DB_READ | DB_INSERT | DB_DELETE, NULL },
	{ "suspension", DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "ladder",	DB_READ | DB_INSERT | DB_UPDATE, NULL },
	{ "disaster",	DB_READ, NULL },
	{ "setting",	DB_READ | DB_INSERT | DB_UPDATE, NULL },	/* a disaster */
	{ "attachment",	DB_READ,	/* a new event asks whether it is named already */
	  " id event reporter gone type width height taken_at at located public " },
	{ "attachment",	DB_CHANGE,	/* erased: emptied */
	  " gone sealed located lat lon taken_at look digest " },
	{ NULL, 0, NULL }
};

const struct app	 admin_app = {
	.name = "admin",
	.routes = routes, .nroutes = COUNT(routes),
	.grants = grants,
	.lane = LANE_AGENCY, .patience = 3000,
	.staff = true,
};
