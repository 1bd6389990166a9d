/* public_view_track.c: a report as its reporter sees it: now, who, by when, what was. */
#include <ctype.h>
#include <string.h>

#include "page/identity_page.h"
#include "page/public_view.h"
#include "page/public_view_track.h"
#include "page/view.h"

enum { STEPS = 5 };

/* How far a state is; states that end aside are on no step. */
static const struct {
	enum state	 state;
	int		 step;
	const char	*icon;
} stages[] = {
	{ ST_RECEIVED, 1, "inbox" }, { ST_NEEDS_INFO, 1, "circle-question-mark" },
	{ ST_VERIFIED, 2, "clipboard-check" }, { ST_ASSIGNED, 3, "user-check" },
	{ ST_IN_PROGRESS, 4, "hard-hat" }, { ST_SCHEDULED, 4, "calendar-clock" },
	{ ST_ON_HOLD, 4, "circle-pause" }, { ST_AWAITING_VALIDATION, 4, "badge-check" },
	{ ST_DISPUTED, 4, "message-circle-warning" },
	{ ST_NEW, 1, "inbox" }, { ST_ROUTED, 2, "bell-ring" }, { ST_REOPENED, 2, "rotate-ccw" },
	{ ST_HANDLING, 3, "hard-hat" }, { ST_UNDER_CONTROL, 4, "shield-check" },
	{ ST_RESOLVED, 5, "check" }, { ST_CLOSED, 5, "check" },
};

static const char *const words[TRACK_COUNT][STEPS] = {
	[TRACK_EMERGENCY] = {
		"L.portal.step.in", "L.portal.step.sent", "L.portal.step.handled",
		"L.portal.step.control", "L.portal.step.end",
	},
	[TRACK_COMPLAINT] = {
		"L.portal.step.in", "L.portal.step.checked", "L.portal.step.sent",
		"L.portal.step.work", "L.portal.step.end",
	},
};

static void
view_steps(struct visit *v, const struct ticket *t)
{
	const char	*icon = "";
	struct vars	*step;
	int		 at = 0, i;
	size_t		 k;

	for (k = 0; k < COUNT(stages); k++)
		if (stages[k].state == t->state) {
			at = stages[k].step;
			icon = stages[k].icon;
		}
	if (at == 0 || words[t->track][0] == NULL)
		return;
	for (i = 1; i <= STEPS; i++) {
		step = vars_item(v->vars, "steps");
		set_kept(step, "word", view_word(v, words[t->track][i - 1]));
		set_flag(step, "done", i < at);
		set_flag(step, "current", i == at);
		set_kept(step, "icon", i < at ? "check" : i == at ? icon : "");
	}
	set_kept(v->vars, "steps_said", view_say(v, "L.portal.track.steps",
	    view_number(v, at)));
}

static void
view_now(struct visit *v, const struct track_view *t)
{
	struct vars	*now = vars_child(v->vars, "now");
	const char	*key = arena_printf(v->req->arena, "L.portal.now.%s",
	    state_code(t->t.state));
	const char	*holder = t->holder == NULL ?
	    view_word(v, "L.portal.track.holder_none") : t->holder->brief;

	set_kept(now, "head", view_word(v, arena_printf(v->req->arena, "%s.head", key)));
	set_kept(now, "text", view_say(v, arena_printf(v->req->arena, "%s.text", key), holder));
	set_flag(now, "over", !t->t.open);
	set_flag(now, "good", t->t.state == ST_RESOLVED || t->t.state == ST_CLOSED);
	view_state(v, now, t->t.state);
}

/* Two letters for a circle: "PU" of PUPR. */
static void
view_holder(struct visit *v, const struct agency *a)
{
	struct vars	*holder = vars_child(v->vars, "holder");
	char		*two;

	if (a == NULL) {
		set_kept(holder, "name", view_word(v, "L.portal.track.holder_none"));
		return;
	}
	set_kept(holder, "name", a->name);
	two = arena_printf(v->req->arena, "%.2s", a->code);
	if (isalpha((unsigned char)two[0]) && isalpha((unsigned char)two[1]))
		set_kept(holder, "initials", two);
}

/* A promise broken is said as plainly as one kept. */
static void
view_promise(struct visit *v, const struct track_view *t)
{
	struct vars	*promise;
	const char	*key = arena_printf(v->req->arena, "L.portal.promise.%s",
	    state_code(t->t.state));
	int64_t		 due = t->t.state == ST_RESOLVED ? t->window_ends : t->promised;

	if (due == 0 || !tmpl_has(v->tmpl, v->lang, key))
		return;
	promise = vars_child(v->vars, "promise");
	set_kept(promise, "word", view_word(v, key));
	set_kept(promise, "when", view_moment(v, due));
	if (v->desk.now < due)
		set_kept(promise, "left", view_say(v, "L.portal.promise.left",
		    view_long_span(v, due - v->desk.now)));
	else if (t->t.open)
		set_kept(promise, "late", view_say(v, "L.portal.promise.late",
		    view_long_span(v, v->desk.now - due)));
}

static void
view_may(struct visit *v, const struct choices *c)
{
	struct vars	*may = vars_child(v->vars, "may");
	size_t		 i;

	for (i = 0; i < c->n; i++) {
		set_flag(may, "answer", c->moves[i]->act == ACT_ANSWER);
		set_flag(may, "confirm", c->moves[i]->act == ACT_CONFIRM);
		set_flag(may, "dispute", c->moves[i]->act == ACT_DISPUTE);
		set_flag(may, "withdraw", c->moves[i]->act == ACT_WITHDRAW);
	}
}

static void
view_ticket(struct visit *v, const struct ticket *t)
{
	struct vars	*out = vars_child(v->vars, "ticket");
	const char	*kind = view_category(v, t->category);

	set_text(out, "number", t->number);
	set_kept(out, "kind", kind);
	set_kept(out, "heading", *t->title == '\0' ? kind : t->title);
	set_kept(out, "place", view_place(v, &t->place));
	set_kept(out, "text", t->detail);
	set_kept(out, "privacy", t->privacy == PRIVACY_CONFIDENTIAL ?
	    view_word(v, "L.portal.track.confidential") : t->privacy == PRIVACY_ANONYMOUS ?
	    view_word(v, "L.portal.track.anonymous") : view_word(v, "L.portal.track.public"));
	set_flag(out, "public", view_is_full(t));
	set_int(out, "version", t->version);
	if (t->reporters > 1)
		set_kept(out, "reporters", view_say(v, "L.portal.track.reporters",
		    view_number(v, t->reporters)));
}

void
view_track(struct visit *v, const struct track_view *t)
{
	view_ticket(v, &t->t);
	view_now(v, t);
	view_steps(v, &t->t);
	view_holder(v, t->holder);
	view_promise(v, t);
	view_may(v, &t->may);
	view_story(v, t->events, t->nevents, true);
	view_opened(v, t);
	set_text(v->vars, "question", t->question);
	set_kept(v->vars, "asof", view_say(v, "L.portal.track.as_of",
	    view_moment(v, v->desk.now)));
	if (t->t.state == ST_RESOLVED && t->window_ends != 0)
		set_kept(v->vars, "ends", v->desk.now < t->window_ends ?
		    view_say(v, "L.portal.track.ask_done_text", view_moment(v, t->window_ends)) :
		    view_word(v, "L.portal.track.ask_done_over"));
}
