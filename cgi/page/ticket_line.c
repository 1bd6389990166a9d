/* ticket_line.c: a ticket in time: the stages against their limits, and what happened. */
#include <inttypes.h>
#include <string.h>

#include "lib/when.h"
#include "page/field_page.h"
#include "page/calendar_page.h"
#include "page/step.h"
#include "page/ticket_beside.h"
#include "page/ticket_view.h"
#include "page/view.h"

/* --- times to the second -------------------------------------------------------------- */

/* Today, in an emergency, seconds count: "14.19.10". */
static const char *
moment(const struct visit *v, const struct sheet_view *s, int64_t at)
{
	struct civil	 c = when_civil(at, v->desk.ref->zone);

	if (s->t.track != TRACK_EMERGENCY ||
	    when_midnight(at, v->desk.ref->zone) != when_midnight(v->desk.now, v->desk.ref->zone))
		return view_time(v, at);
	return arena_printf(v->req->arena, v->lang == LANG_ID ? "%02d.%02d.%02d" :
	    "%02d:%02d:%02d", c.hour, c.minute, c.second);
}

static const char *
took(const struct visit *v, int64_t ms)
{
	return ms < MINUTE || ms >= HOUR ? view_span(v, ms) : arena_printf(v->req->arena,
	    "%" PRId64 ":%02" PRId64, ms / MINUTE, ms % MINUTE / SECOND);
}

/* --- stages ------------------------------------------------------------------------------ */

struct stage {
	const char	*key, *icon;
	int64_t		 at, from, due;	/* reached; measured from; to be reached by */
};

enum { STAGES = 5 };

/* The part whose times are shown: the own one, else the leading one. */
static const struct assignment *
part_shown(const struct sheet_view *s)
{
	const struct assignment	*lead = NULL;
	size_t			 i;

	for (i = 0; i < s->nparts; i++) {
		if (s->parts[i].mine)
			return &s->parts[i].a;
		if (lead == NULL || (s->parts[i].a.lead && !lead->lead))
			lead = &s->parts[i].a;
	}
	return lead;
}

/* When the ticket last did this; 0 never. */
static int64_t
last_time(const struct sheet_view *s, enum act act)
{
	size_t	 i;

	for (i = 0; i < s->nevents; i++)
		if (s->events[i].act == act && step_is_ticket(s->events[i].life))
			return s->events[i].at;
	return 0;
}

static void
emergency_stages(const struct sheet_view *s, const struct assignment *a, struct stage *out)
{
	int64_t	 from = a == NULL ? s->t.recorded : a->sent;
	bool	 ended = !s->t.open;

	out[0] = (struct stage){ "L.worklist.stage.in", "phone-incoming",
	    strcmp(s->t.channel, "paper") == 0 ? s->t.happened : s->t.recorded, 0, 0 };
	out[1] = (struct stage){ "L.worklist.stage.accepted", "check",
	    a == NULL ? 0 : a->accepted, from, a == NULL ? 0 : a->ack_due };
	out[2] = (struct stage){ "L.worklist.stage.sent", "truck",
	    a == NULL ? 0 : a->unit_sent, from, 0 };
	out[3] = (struct stage){ "L.worklist.stage.arrived", "map-pin",
	    a == NULL ? 0 : a->arrived, from, a == NULL ? 0 : a->arrive_due };
	out[4] = (struct stage){ "L.worklist.stage.done", "circle-check",
	    a != NULL && a->ended != 0 ? a->ended : ended ? s->t.since : 0,
	    from, a == NULL ? 0 : a->finish_due };
}

static void
complaint_stages(const struct sheet_view *s, const struct assignment *a, struct stage *out)
{
	const struct ticket	*t = &s->t;
	bool			 resolved = t->state == ST_RESOLVED || !t->open;
	bool			 waits = resolved || t->state == ST_AWAITING_VALIDATION;

	out[0] = (struct stage){ "L.worklist.stage.in", "inbox", t->recorded, 0, 0 };
	out[1] = (struct stage){ "L.worklist.stage.assigned", "user-check",
	    a == NULL ? 0 : a->sent, t->recorded, 0 };
	out[2] = (struct stage){ "L.worklist.stage.work", "hard-hat",
	    last_time(s, ACT_START), a == NULL ? 0 : a->sent, a == NULL ? 0 : a->ack_due };
	out[3] = (struct stage){ "L.worklist.stage.check", "badge-check",
	    waits ? last_time(s, ACT_SUBMIT) : 0, a == NULL ? 0 : a->sent,
	    a == NULL ? 0 : a->finish_due };
	out[4] = (struct stage){ "L.worklist.stage.done", "circle-check",
	    resolved ? t->since : 0, t->recorded, 0 };
}

static void
view_stage(struct visit *v, const struct sheet_view *s, const struct stage *st, bool done,
    bool current)
{
	struct vars	*item = vars_item(v->vars, "stage");

	set_kept(item, "word", view_word(v, st->key));
	set_kept(item, "icon", done && !current ? "check" : st->icon);
	set_flag(item, "done", done);
	set_flag(item, "current", current);
	/* Of minutes that count day and night the span says more; of office hours, the moment. */
	if (st->due != 0 && s->t.track == TRACK_EMERGENCY)
		set_kept(item, "limit", took(v, st->due - st->from));
	else if (st->due != 0)
		set_kept(item, "target", view_time(v, st->due));
	set_flag(item, "late", st->due != 0 && (st->at == 0 ? s->t.open && v->desk.now > st->due :
	    st->at > st->due));
	if (st->at == 0)
		return;
	set_kept(item, "clock", moment(v, s, st->at));
	set_kept(item, "iso", view_iso(v, st->at));
	if (st->from != 0 && st->at > st->from)
		set_kept(item, "span", took(v, st->at - st->from));
}

void
view_stages(struct visit *v, const struct sheet_view *s)
{
	struct stage			 stages[STAGES];
	const struct assignment		*a = part_shown(s);
	size_t				 i, reached = 0;

	if (s->t.track == TRACK_EMERGENCY)
		emergency_stages(s, a, stages);
	else
		complaint_stages(s, a, stages);
	for (i = 0; i < STAGES; i++)
		if (stages[i].at != 0)
			reached = i;
	for (i = 0; i < STAGES; i++)
		view_stage(v, s, &stages[i], i <= reached, i == reached);
	set_kept(v->vars, "stages", view_say(v, "L.worklist.stages",
	    view_number(v, (int64_t)reached + 1)));
}

/* --- what happened ----------------------------------------------------------------------- */

static const char *const line_codes[LINE_COUNT] = { "", "catatan", "status" };
static const char *const line_words[LINE_COUNT] = {
	"L.worklist.line_all", "L.worklist.line_notes", "L.worklist.line_states",
};

enum line
line_of(const char *code)
{
	enum line	 l;

	for (l = LINE_NOTES; l < LINE_COUNT; l++)
		if (code != NULL && strcmp(line_codes[l], code) == 0)
			return l;
	return LINE_ALL;
}

static bool
is_shown(const struct event *e, enum line l)
{
	if (l == LINE_NOTES)
		return *e->note != '\0';
	if (l == LINE_STATES)
		return e->before != e->after;
	return true;
}

/* Whose part or unit an event is about; "" where it is the ticket's own. */
static const char *
subject(const struct visit *v, const struct sheet_view *s, const struct event *e)
{
	const struct unit	*u;
	size_t			 i;

	for (i = 0; e->life == LIFE_ASSIGNMENT && i < s->nparts; i++)
		if (s->parts[i].a.id == e->object)
			return view_agency(v, s->parts[i].a.agency);
	for (i = 0; e->life == LIFE_UNIT && i < s->nrides; i++)
		if (s->rides[i].r.id == e->object) {
			u = ref_unit(v->desk.ref, s->rides[i].r.unit);
			return u == NULL ? "" : u->code;
		}
	return "";
}

/* What else an event tells: a standard reason, an agency, another ticket's number. */
static const char *
detail(const struct visit *v, const struct event *e)
{
	const struct agency	*a;

	if (*e->data == '\0' || e->act == ACT_ALARM)
		return NULL;
	if (e->act == ACT_CLOCK)
		return view_moved(v, e->data);
	if (e->act == ACT_APPEAL)
		return view_code(v, "L.reason", e->data);
	if (workflow_is_reason(e->act, e->data) || workflow_is_reason(ACT_EXPORT, e->data))
		return view_code(v, "L.reason", e->data);
	if ((a = ref_agency_code(v->desk.ref, e->data)) != NULL)
		return a->name;
	if (e->act == ACT_HANDOFF || e->act == ACT_HANDOFF_ASK || e->act == ACT_HANDOFF_SAID)
		return e->data;
	return strchr(e->data, '-') != NULL && *e->data != '{' ? e->data : NULL;
}

static const char *
who(const struct visit *v, const struct actor *a)
{
	const char	*name = a->name == NULL || *a->name == '\0' ?
	    view_role(v, a->role) : a->name;
	const char	*agency = view_agency(v, a->agency);

	return *agency == '\0' ? name :
	    arena_printf(v->req->arena, "%s (%s)", name, agency);
}

static bool
is_good(enum act act)
{
	return act == ACT_ACCEPT || act == ACT_ARRIVE || act == ACT_FINISH ||
	    act == ACT_SEND_UNIT || act == ACT_DEPART || act == ACT_RESOLVE ||
	    act == ACT_VALIDATE || act == ACT_CLOSE || act == ACT_CONFIRM ||
	    act == ACT_CONTROL;
}

/* Whose telling is enough: a unit's for its part's, the parts' for the ticket's. */
static enum life
told_by(const struct event *e)
{
	if (e->life == LIFE_ASSIGNMENT)
		return LIFE_UNIT;
	return e->act == ACT_ROUTE || e->act == ACT_ASSIGN ? LIFE_ASSIGNMENT : LIFE_NONE;
}

/* What one act sets off is recorded for each object; once is enough to read. */
static bool
is_echo(const struct sheet_view *s, size_t i)
{
	const struct event	*e = &s->events[i], *other;
	size_t			 j;

	if (told_by(e) == LIFE_NONE || *e->note != '\0')
		return false;
	for (j = i > 2 ? i - 2 : 0; j < s->nevents && j <= i + 2; j++) {
		other = &s->events[j];
		if (other->life == told_by(e) && other->at == e->at &&
		    (other->act == e->act || other->act == ACT_ROUTE))
			return true;
	}
	return false;
}

struct told {			/* what is read beside the events */
	const struct sheet_view	*s;
	const struct beside	*b;
	size_t			 round;		/* the event this round began with */
};

/* The phone's step that an event came of; NULL: it came of none. */
static const struct field_step *
step_of(const struct sheet_view *s, const struct event *e)
{
	size_t	 i;

	for (i = 0; i < s->nsteps; i++)
		if (s->steps[i].first != 0 && e->id >= s->steps[i].first &&
		    e->id <= s->steps[i].last)
			return &s->steps[i];
	return NULL;
}

/* When it happened; of a step that waited on a phone also when it came. */
static void
view_when(const struct visit *v, const struct sheet_view *s, struct vars *item,
    const struct event *e)
{
	const struct field_step	*f = step_of(s, e);
	int64_t			 at = f == NULL ? e->at : f->when.at;

	set_kept(item, "clock", moment(v, s, at));
	set_kept(item, "iso", view_iso(v, at));
	set_kept(item, "field", f == NULL ? NULL : field_said(v, f));
}

/* Several agencies told, or released, at once. */
static bool
is_same_stroke(const struct event *a, const struct event *b)
{
	return a->life == LIFE_ASSIGNMENT && b->life == LIFE_ASSIGNMENT && a->act == b->act &&
	    a->at == b->at && a->who.id == b->who.id && *b->note == '\0';
}

/* Who acted for an agency; to give an agency work is no act of its own. */
static int64_t
behalf_of(const struct event *e)
{
	return e->act == ACT_ROUTE || e->act == ACT_ADD_AGENCY || e->act == ACT_ASSIGN ||
	    e->act == ACT_RELEASE ? 0 : e->behalf;
}

/* list: "line" of this round, "past" of those before it */
static void
view_event(struct visit *v, const struct told *t, const struct event *e, const char *about,
    const char *list)
{
	const struct sheet_view	*s = t->s;
	bool			 latest = vars_text(v->vars, "line.0.clock") == NULL;
	struct vars		*item = strcmp(list, "past") == 0 ? vars_item(v->vars, "past") :
	    vars_item(v->vars, "line");

	view_act(v, item, e->act);
	set_kept(item, "about", *about == '\0' ? NULL : about);
	set_flag(item, "is_note", e->act == ACT_NOTE);
	view_when(v, s, item, e);
	set_kept(item, "who", who(v, &e->who));
	if (behalf_of(e) != 0)
		set_kept(item, "behalf", view_say(v, "L.common.on_behalf",
		    view_agency(v, e->behalf)));
	set_kept(item, "note", e->faded ? view_word(v, "L.data.faded") :
	    *e->note == '\0' ? NULL : e->note);
	set_flag(item, "public", e->public || e->act == ACT_OPEN_IDENTITY);
	set_kept(item, "hushed", note_hushed(v, t->b, e->id));
	set_kept(item, "detail", detail(v, e));
	set_flag(item, "good", is_good(e->act));
	set_flag(item, "latest", latest);
}

/* From the i-th event on, as many as are one line; where the next line begins. */
static size_t
view_stroke(struct visit *v, const struct told *t, size_t i)
{
	const struct sheet_view	*s = t->s;
	const struct event	*e = &s->events[i];
	const char		*list = i > t->round ? "past" : "line";
	const char		*about = subject(v, s, e), *more;

	while (++i < s->nevents && is_same_stroke(e, &s->events[i]) && !is_echo(s, i)) {
		more = subject(v, s, &s->events[i]);
		if (*more != '\0')
			about = arena_printf(v->req->arena, "%s, %s", more, about);
	}
	view_event(v, t, e, about, list);
	return i;
}

void
view_line(struct visit *v, const struct sheet_view *s, const struct beside *b, enum line wanted)
{
	const struct told	 t = { .s = s, .b = b, .round = round_begin(s) };
	struct vars	*f;
	enum line	 l;
	size_t		 i;

	for (l = LINE_ALL; l < LINE_COUNT; l++) {
		f = vars_item(v->vars, "filter");
		set_kept(f, "code", line_codes[l]);
		set_kept(f, "word", view_word(v, line_words[l]));
		set_flag(f, "here", l == wanted);
	}
	for (i = 0; i < s->nevents;)
		if (is_shown(&s->events[i], wanted) && !is_echo(s, i))
			i = view_stroke(v, &t, i);
		else
			i++;
}
