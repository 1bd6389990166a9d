/* privacy_view.c: what templates see of requests about personal data. */
#include <string.h>

#include "action/privacy_action.h"
#include "domain/ticket.h"
#include "lib/json.h"
#include "page/privacy_view.h"
#include "page/view.h"

/* How much waits, in figures; late: some of it too long.  A menu can do without them. */
void
view_desk_menu(struct visit *v, const char *here)
{
	struct vars		*load = vars_child(v->vars, "load");
	struct privacy_load	 l;

	page_here(v, "privasi");
	set_kept(v->vars, "desk_here", here);
	if (see_privacy_load(&v->desk, &l) != RC_OK)
		return;
	if (l.requests > 0)
		set_kept(load, "requests", view_number(v, l.requests));
	if (l.requests_late > 0)
		set_kept(load, "requests_late", view_number(v, l.requests_late));
	if (l.breaches > 0)
		set_kept(load, "breaches", view_number(v, l.breaches));
	if (l.breaches_late > 0)
		set_kept(load, "breaches_late", view_number(v, l.breaches_late));
}

/* 3 x 24 hours are counted in hours: "71 j 58 m". */
static const char *
hours(const struct visit *v, int64_t ms)
{
	if (ms >= 2 * PRIVACY_LIMIT)
		return view_span(v, ms);
	return view_say(v, "L.span.hours_minutes", view_number(v, ms / HOUR),
	    view_number(v, ms % HOUR / MINUTE));
}

void
view_data_clock(const struct visit *v, struct vars *row, int64_t due)
{
	struct vars	*clock = vars_child(row, "clock");
	int64_t		 left = due - v->desk.now;
	int64_t		 spent = left <= 0 ? 100 : 100 - left * 100 / PRIVACY_LIMIT;

	set_kept(clock, "text", left > 0 ? view_say(v, "L.data.left", hours(v, left)) :
	    view_say(v, "L.span.late", hours(v, -left)));
	set_kept(clock, "class", left <= 0 ? "x" : left <= PRIVACY_SOON ? "w" : "ok");
	set_kept(clock, "icon", left <= 0 ? "clock-alert" : "clock");
	set_int(clock, "width", spent < 0 ? 0 : spent);
	set_kept(clock, "moment", view_moment(v, due));
	set_flag(clock, "late", due <= v->desk.now);
}

/*
 * number, kind, kind_code, channel, state, state_code, class, open, received,
 * due, ended, version, about, reply, reason, answered, clock where it is open
 */
void
view_subject(const struct visit *v, struct vars *row, const struct subject *s)
{
	static const char *const	 classes[SUBJECT_STATES] = {
		[SUBJECT_RECEIVED] = "b-new", [SUBJECT_IN_WORK] = "b-acc",
		[SUBJECT_DONE] = "b-done", [SUBJECT_REFUSED] = "b-red",
	};

	set_kept(row, "number", s->number);
	set_kept(row, "kind", view_code(v, "L.data.kind", subject_kind_code(s->kind)));
	set_kept(row, "kind_code", subject_kind_code(s->kind));
	set_kept(row, "channel", view_code(v, "L.data.channel", s->channel));
	set_kept(row, "state", view_code(v, "L.data.state", subject_state_code(s->state)));
	set_kept(row, "state_code", subject_state_code(s->state));
	set_kept(row, "class", classes[s->state] == NULL ? "" : classes[s->state]);
	set_flag(row, "open", s->open);
	set_kept(row, "received", view_time(v, s->received));
	set_kept(row, "due", view_moment(v, s->due));
	set_kept(row, "ended", view_time(v, s->ended));
	set_int(row, "version", s->version);
	set_kept(row, "about", s->about);
	set_kept(row, "reply", s->reply);
	if (*s->reason != '\0')
		set_kept(row, "reason", view_code(v, "L.data.refusal", s->reason));
	set_flag(row, "answered", s->answered);
	if (s->open)
		view_data_clock(v, row, s->due);
}

void
view_retention(struct visit *v, const struct retention_view *r)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < r->n; i++) {
		row = vars_item(v->vars, "keep");
		set_kept(row, "class", view_code(v, "L.data.class", r->rows[i].class));
		set_kept(row, "days", r->rows[i].days == 0 ? view_word(v, "L.data.at_once") :
		    view_say(v, "L.data.days", view_number(v, r->rows[i].days)));
		set_text(row, "reason", r->rows[i].reason);
		set_text(row, "source", r->rows[i].source);
	}
	set_flag(v->vars, "frozen", r->frozen);
}

/* --- the letter ------------------------------------------------------------------------------ */

static const char *
word_of(const struct visit *v, const struct json *j, const char *name)
{
	return arena_text(v->req->arena, json_text(json_get(j, name)));
}

/* letter.{name,phone,...}: as they are; the names of our own list only */
static void
view_texts(struct visit *v, struct vars *out, const struct json *j)
{
	const struct category	*c = ref_category(v->desk.ref, json_int(json_get(j, "category")));

	set_kept(out, "name", word_of(v, j, "name"));
	set_kept(out, "phone", word_of(v, j, "phone"));
	set_kept(out, "email", word_of(v, j, "email"));
	set_kept(out, "nik", word_of(v, j, "nik"));
	set_kept(out, "number", word_of(v, j, "number"));
	set_kept(out, "words", word_of(v, j, "words"));
	set_kept(out, "detail", word_of(v, j, "detail"));
	set_kept(out, "place", word_of(v, j, "place"));
	set_kept(out, "area", view_area(v, word_of(v, j, "area")));
	set_kept(out, "category", c == NULL ? "" : view_category(v, c->id));
	set_kept(out, "channel", view_code(v, "L.channel", word_of(v, j, "channel")));
	set_kept(out, "privacy", view_code(v, "L.privacy", word_of(v, j, "privacy")));
	set_flag(out, "mail", json_int(json_get(j, "mail")) != 0);
	set_kept(out, "reported", view_moment(v, json_int(json_get(j, "reported"))));
	set_kept(out, "at", view_moment(v, json_int(json_get(j, "at"))));
}

const char *
view_doer(const struct visit *v, const struct json *e)
{
	const char	*role = view_role(v, role_of(json_text(json_get(e, "role"))));
	const char	*agency = view_agency(v, json_int(json_get(e, "agency")));

	return *agency == '\0' ? role : arena_printf(v->req->arena, "%s, %s", role, agency);
}

/* On paper a day has its year. */
static const char *
dated(const struct visit *v, const struct json *e)
{
	int64_t	 at = json_int(json_get(e, "at"));

	return arena_printf(v->req->arena, "%s, %s", view_date(v, at), view_clock(v, at));
}

/* A list of events: N.{at,did,who,note} */
static void
view_event(const struct visit *v, struct vars *row, const struct json *e)
{
	set_kept(row, "at", dated(v, e));
	set_kept(row, "did", view_code(v, "L.did", word_of(v, e, "act")));
	set_kept(row, "who", view_doer(v, e));
	set_kept(row, "note", word_of(v, e, "note"));
}

/* "1600 × 1200, diambil 2 November 2026, 10.15, dengan lokasi" */
const char *
view_photo_line(const struct visit *v, const struct json *e)
{
	struct arena	*a = v->req->arena;
	int64_t		 taken = json_int(json_get(e, "taken"));
	const char	*line = arena_printf(a, "%s × %s",
	    view_number(v, json_int(json_get(e, "width"))),
	    view_number(v, json_int(json_get(e, "height"))));

	if (taken != 0)
		line = arena_printf(a, "%s, %s", line, view_say(v, "L.data.letter.taken",
		    view_moment(v, taken)));
	if (json_int(json_get(e, "located")) != 0)
		line = arena_printf(a, "%s, %s", line, view_word(v, "L.data.letter.located"));
	if (json_int(json_get(e, "public")) != 0)
		line = arena_printf(a, "%s, %s", line, view_word(v, "L.data.letter.shown"));
	return line;
}

/* photos.N.{at,line}, requests.N.{at,number,kind,state}; letters of before have none */
static void
view_sent(struct visit *v, struct vars *out, const struct json *j)
{
	const struct json	*list = json_get(j, "photos"), *e;
	struct vars		*row;
	size_t			 i;

	for (i = 0; list != NULL && i < json_count(list); i++) {
		row = vars_item(out, "photos");
		set_kept(row, "at", dated(v, json_at(list, i)));
		set_kept(row, "line", view_photo_line(v, json_at(list, i)));
	}
	list = json_get(j, "requests");
	for (i = 0; list != NULL && i < json_count(list); i++) {
		e = json_at(list, i);
		row = vars_item(out, "requests");
		set_kept(row, "at", dated(v, e));
		set_kept(row, "number", word_of(v, e, "number"));
		set_kept(row, "kind", view_code(v, "L.data.kind", word_of(v, e, "kind")));
		set_kept(row, "state", view_code(v, "L.data.state", word_of(v, e, "state")));
	}
}

static void
view_lists(struct visit *v, struct vars *out, const struct json *j)
{
	const struct json	*list;
	struct vars		*row;
	size_t			 i;

	list = json_get(j, "events");
	for (i = 0; i < json_count(list); i++)
		view_event(v, vars_item(out, "events"), json_at(list, i));
	list = json_get(j, "opened");
	for (i = 0; i < json_count(list); i++) {
		row = vars_item(out, "opened");
		view_event(v, row, json_at(list, i));
		set_kept(row, "did", view_code(v, "L.reason",
		    word_of(v, json_at(list, i), "reason")));
	}
	list = json_get(j, "answers");
	for (i = 0; list != NULL && i < json_count(list); i++) {
		row = vars_item(out, "answers");
		set_kept(row, "asked", word_of(v, json_at(list, i), "asked"));
		set_kept(row, "said", word_of(v, json_at(list, i), "said"));
	}
	list = json_get(j, "letters");
	for (i = 0; i < json_count(list); i++) {
		row = vars_item(out, "letters");
		set_kept(row, "at", dated(v, json_at(list, i)));
		set_kept(row, "kind", view_code(v, "L.data.mail",
		    word_of(v, json_at(list, i), "kind")));
	}
	list = json_get(j, "agencies");
	for (i = 0; i < json_count(list); i++)
		set_kept(vars_item(out, "agencies"), "name",
		    view_agency_name(v, json_int(json_at(list, i))));
}

enum rc
view_person_letter(struct visit *v, const char *text)
{
	struct json		*j = json_read(text);
	struct vars		*out = vars_child(v->vars, "letter");

	if (j == NULL)
		return RC_FAIL;
	view_texts(v, out, j);
	if (json_get(j, "called") != NULL)
		set_kept(out, "called", view_moment(v, json_int(json_get(j, "called"))));
	view_lists(v, out, j);
	view_sent(v, out, j);
	json_free(j);
	return RC_OK;
}
