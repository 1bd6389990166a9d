/* view.c: what all screens show alike: badges of states, priorities and limits. */
#include <string.h>

#include "page/view.h"

struct look {
	const char	*class, *icon;
};

/* The look of each state; its words are L.state.<code>. */
static const struct look state_looks[ST_COUNT] = {
	[ST_RESOLVED] = { "b-done", "circle-check" },
	[ST_CLOSED] = { "b-done", "check-check" },
	[ST_NEW] = { "b-new", "circle-dot" },
	[ST_ROUTED] = { "b-asg", "send" },
	[ST_HANDLING] = { "b-go", "hard-hat" },
	[ST_UNDER_CONTROL] = { "b-acc", "shield-check" },
	[ST_REOPENED] = { "b-org", "rotate-ccw" },
	[ST_MERGED] = { "", "merge" },
	[ST_CANCELLED] = { "", "ban" },
	[ST_FALSE_ALARM] = { "", "bell-off" },
	[ST_RECEIVED] = { "b-new", "inbox" },
	[ST_NEEDS_INFO] = { "b-org", "circle-question-mark" },
	[ST_VERIFIED] = { "b-acc", "clipboard-check" },
	[ST_ASSIGNED] = { "b-asg", "user-check" },
	[ST_IN_PROGRESS] = { "b-go", "hard-hat" },
	[ST_SCHEDULED] = { "b-acc", "calendar-clock" },
	[ST_ON_HOLD] = { "", "circle-pause" },
	[ST_AWAITING_VALIDATION] = { "b-acc", "badge-check" },
	[ST_DISPUTED] = { "b-red", "message-circle-warning" },
	[ST_DUPLICATE] = { "", "copy" },
	[ST_NOT_OURS] = { "", "corner-up-right" },
	[ST_DECLINED] = { "", "ban" },
	[ST_WITHDRAWN] = { "", "undo-2" },
	[ST_ARCHIVED] = { "", "archive" },
	[ST_SENT] = { "b-new", "bell-ring" },
	[ST_SEEN] = { "b-new", "eye" },
	[ST_ACCEPTED] = { "b-acc", "check" },
	[ST_UNIT_SENT] = { "b-go", "truck" },
	[ST_ON_SCENE] = { "b-go", "map-pin" },
	[ST_DONE] = { "b-done", "circle-check" },
	[ST_REJECTED] = { "b-org", "corner-up-left" },
	[ST_TRANSFERRED] = { "", "arrow-right-left" },
	[ST_NOT_NEEDED] = { "", "circle-minus" },
	[ST_ALERTED] = { "b-new", "bell-ring" },
	[ST_READY] = { "b-acc", "check" },
	[ST_EN_ROUTE] = { "b-go", "truck" },
	[ST_AT_PATIENT] = { "b-go", "heart-pulse" },
	[ST_TO_HOSPITAL] = { "b-go", "ambulance" },
	[ST_AT_HOSPITAL] = { "b-go", "hospital" },
	[ST_STOOD_DOWN] = { "", "undo-2" },
	[ST_RINGING] = { "b-red", "phone-incoming" },
	[ST_ANSWERED] = { "b-go", "phone-call" },
	[ST_MISSED] = { "b-org", "phone-missed" },
	[ST_CALLBACK_QUEUE] = { "b-org", "phone-outgoing" },
	[ST_CALLED_BACK] = { "b-acc", "phone-outgoing" },
};

/* The icon of each act on the time line; its words are L.act and L.did. */
static const char *const act_icons[ACT_COUNT] = {
	[ACT_CREATE] = "plus", [ACT_NOTE] = "message-square-text", [ACT_ATTACH] = "user-plus",
	[ACT_ADD_AGENCY] = "building-2", [ACT_RECLASSIFY] = "pencil",
	[ACT_REOPEN] = "rotate-ccw", [ACT_CLOSE] = "check-check", [ACT_MERGE] = "merge",
	[ACT_UNMERGE] = "split", [ACT_ROUTE] = "send", [ACT_HANDLE] = "hard-hat",
	[ACT_CONTROL] = "shield-check", [ACT_RESOLVE] = "circle-check", [ACT_CANCEL] = "ban",
	[ACT_FALSE_ALARM] = "bell-off", [ACT_ASK] = "circle-question-mark",
	[ACT_ANSWER] = "reply", [ACT_VERIFY] = "clipboard-check", [ACT_ASSIGN] = "user-check",
	[ACT_START] = "hard-hat", [ACT_SCHEDULE] = "calendar-clock",
	[ACT_HOLD] = "circle-pause", [ACT_RESUME] = "play", [ACT_SUBMIT] = "camera",
	[ACT_VALIDATE] = "badge-check", [ACT_RETURN] = "corner-up-left",
	[ACT_DISPUTE] = "message-circle-warning", [ACT_CONFIRM] = "thumbs-up",
	[ACT_REFER] = "corner-up-right", [ACT_DECLINE] = "ban", [ACT_WITHDRAW] = "undo-2",
	[ACT_ARCHIVE] = "archive", [ACT_SEE] = "eye", [ACT_ACCEPT] = "check",
	[ACT_REJECT] = "corner-up-left", [ACT_TRANSFER] = "arrow-right-left",
	[ACT_SEND_UNIT] = "truck", [ACT_ARRIVE] = "map-pin", [ACT_FINISH] = "circle-check",
	[ACT_RELEASE] = "circle-minus", [ACT_READY] = "check", [ACT_DEPART] = "truck",
	[ACT_PATIENT] = "heart-pulse", [ACT_TRANSPORT] = "ambulance",
	[ACT_DELIVER] = "hospital", [ACT_STAND_DOWN] = "undo-2",
	[ACT_PICK_UP] = "phone-call", [ACT_MISS] = "phone-missed",
	[ACT_QUEUE] = "phone-outgoing", [ACT_CALL_BACK] = "phone-outgoing",
	[ACT_END] = "phone-off", [ACT_RETYPE] = "pencil", [ACT_ALARM] = "bell-ring",
	[ACT_ESCALATE] = "triangle-alert", [ACT_ACCOUNT] = "users", [ACT_SIGN_IN] = "key-round",
	[ACT_PACT] = "scroll-text", [ACT_SESSION] = "log-out", [ACT_TOTP] = "shield-check",
	[ACT_OPEN_IDENTITY] = "eye", [ACT_READ] = "eye", [ACT_ROTATE] = "key-round",
	[ACT_SUBJECT] = "file-text", [ACT_ERASE] = "trash-2", [ACT_BREACH] = "shield-alert",
	[ACT_EXPORT] = "download", [ACT_PHOTO] = "camera", [ACT_HAND_OVER] = "share-2",
	[ACT_DRAFT] = "save", [ACT_LATE] = "wifi-off",
	[ACT_LOCK_CONFIRM] = "shield-check", [ACT_LOCK_WAIVE] = "circle-minus",
	[ACT_LOCK_REVOKE] = "rotate-ccw", [ACT_CARD] = "clipboard-list",
	[ACT_TEXT] = "message-square", [ACT_UNSURE] = "circle-question-mark",
	[ACT_SURE] = "badge-check", [ACT_RELIEF] = "hand-heart",
	[ACT_RECALL] = "phone-outgoing", [ACT_RECALL_TRY] = "phone-missed",
	[ACT_OVERRIDE] = "phone-forwarded", [ACT_SILENT] = "volume-x",
	[ACT_BURST] = "activity", [ACT_BURST_END] = "check",
	[ACT_PROPOSE] = "siren", [ACT_DISASTER] = "siren", [ACT_NO_DISASTER] = "circle-x",
	[ACT_PAPER] = "receipt", [ACT_PLACE] = "map-pinned", [ACT_NOTIFY] = "bell",
	[ACT_SHOT] = "camera",
	[ACT_DUTY] = "calendar-days", [ACT_SWAP] = "refresh-cw", [ACT_RELAY] = "file-check-2",
	[ACT_LACK] = "users",
	[ACT_UNIT] = "truck", [ACT_VOLUNTEER] = "heart-handshake", [ACT_OPEN_VOLUNTEER] = "eye",
	[ACT_CALL_OUT] = "megaphone", [ACT_CALLEE] = "reply", [ACT_CALL_OFF] = "bell-off",
	[ACT_HANDOFF] = "share-2", [ACT_HANDOFF_ASK] = "phone-outgoing",
	[ACT_HANDOFF_SAID] = "reply", [ACT_COURT] = "scale", [ACT_APPEAL] = "scale",
	[ACT_RULE] = "gavel", [ACT_JOIN] = "link", [ACT_LEAVE] = "split",
	[ACT_TAKE_BACK] = "undo-2", [ACT_PHRASE] = "message-square-text",
	[ACT_CLOCK] = "history", [ACT_SILENCE] = "volume-x",
	[ACT_OVERDUE] = "timer-off", [ACT_LADDER] = "trending-up",
	[ACT_CALENDAR] = "calendar-days", [ACT_SUSPEND] = "pause", [ACT_LIFT] = "play",
};

/* Ringed octagon, octagon, triangle, diamond, disc, ring: told apart without colour. */
static const struct look priority_looks[PRIORITY_COUNT] = {
	[P0] = { "pr0", "M5.3 0h7.4L18 5.3v7.4L12.7 18H5.3L0 12.7V5.3zM6.1 2L2 6.1v5.8L6.1 16h5.8"
	    "l4.1-4.1V6.1L11.9 2zM6.9 4h4.2L14 6.9v4.2L11.1 14H6.9L4 11.1V6.9z" },
	[P1] = { "pr1", "M5.8 1h6.4L17 5.8v6.4L12.2 17H5.8L1 12.2V5.8z" },
	[P2] = { "pr2", "M9 1.2L17.6 16.4H.4z" },
	[P3] = { "pr3", "M9 .6L17.4 9 9 17.4.6 9z" },
	[P4] = { "pr4", "M9 2a7 7 0 1 1 0 14A7 7 0 0 1 9 2" },
	[P5] = { "pr5", "M9 2a7 7 0 1 1 0 14A7 7 0 0 1 9 2zM9 5a4 4 0 1 0 0 8A4 4 0 0 0 9 5z" },
};

/* --- made once ------------------------------------------------------------------ */

static const char *const meters[] = { "", "w", "x" };

static struct {
	struct arena		 arena;
	const struct tmpl	*of;		/* whose words these are */
	struct vars		*priority[LANG_COUNT][PRIORITY_COUNT];
	struct vars		*state[LANG_COUNT][ST_COUNT];
	struct vars		*act[LANG_COUNT][ACT_COUNT];
} kept;

static void
keep_words_of(const struct tmpl *t)
{
	if (kept.of == t)
		return;
	arena_reset(&kept.arena);
	memset(&kept, 0, sizeof(kept));
	kept.of = t;
}

const char *
view_word(const struct visit *v, const char *key)
{
	return tmpl_word(v->tmpl, v->lang, key);
}

const char *
view_code(const struct visit *v, const char *family, const char *code)
{
	return *code == '\0' ? "" :
	    view_word(v, arena_printf(v->req->arena, "%s.%s", family, code));
}

void
view_priority(const struct visit *v, struct vars *row, enum priority p)
{
	struct vars	**at;

	if (p >= PRIORITY_COUNT)
		return;
	keep_words_of(v->tmpl);
	at = &kept.priority[v->lang][p];
	if (*at == NULL) {
		*at = vars_new(&kept.arena, v->lang);
		set_text(*at, "code", priority_code(p));
		set_kept(*at, "class", priority_looks[p].class);
		set_kept(*at, "shape", priority_looks[p].icon);
		set_kept(*at, "word", view_code(v, "L.priority", priority_code(p)));
	}
	set_same(row, "pr", *at);
}

void
view_state(const struct visit *v, struct vars *row, enum state s)
{
	struct vars	**at;

	if (s <= ST_NONE || s >= ST_COUNT)
		return;
	keep_words_of(v->tmpl);
	at = &kept.state[v->lang][s];
	if (*at == NULL) {
		*at = vars_new(&kept.arena, v->lang);
		set_text(*at, "code", state_code(s));
		set_kept(*at, "class", state_looks[s].class);
		set_kept(*at, "icon", state_looks[s].icon);
		set_kept(*at, "word", view_code(v, "L.state", state_code(s)));
	}
	set_same(row, "state", *at);
}

void
view_act(const struct visit *v, struct vars *row, enum act act)
{
	struct vars	**at;

	if (act <= ACT_NONE || act >= ACT_COUNT)
		return;
	keep_words_of(v->tmpl);
	at = &kept.act[v->lang][act];
	if (*at == NULL) {
		*at = vars_new(&kept.arena, v->lang);
		set_text(*at, "code", act_code(act));
		set_kept(*at, "icon", act_icons[act]);
		set_kept(*at, "word", view_code(v, "L.act", act_code(act)));
		set_kept(*at, "did", view_code(v, "L.did", act_code(act)));
	}
	set_same(row, "act", *at);
}

/* Amber in the last quarter of a limit, red beyond it. */
void
view_sla(const struct visit *v, struct vars *row, const char *key, int64_t from, int64_t due)
{
	struct vars	*sla;
	int64_t		 used;
	bool		 late = v->desk.now >= due;

	if (due == 0)
		return;
	used = late || due <= from ? 100 :
	    v->desk.now <= from ? 0 : (v->desk.now - from) * 100 / (due - from);
	sla = vars_child(row, "sla");
	set_kept(sla, "text", late ? view_left(v, due) :
	    arena_printf(v->req->arena, "%s %s", view_word(v, key), view_left(v, due)));
	set_kept(sla, "class", meters[late ? 2 : used >= 75 ? 1 : 0]);
	set_kept(sla, "icon", late ? "timer-off" : "timer");
	set_int(sla, "width", used);
}
