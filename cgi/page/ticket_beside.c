/* ticket_beside.c: hand-offs, family, notes that wait, words: beside a ticket's parts. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/court_action.h"
#include "action/unsent_action.h"
#include "page/step.h"
#include "page/text_page.h"
#include "page/ticket_beside.h"
#include "page/ticket_page.h"
#include "page/view.h"

enum { PHRASES_SHOWN = 8 };

/* --- hand-offs ----------------------------------------------------------------------------- */

static const struct {
	const char	*class, *icon;
} looks[HANDOFF_STATES] = {
	[HANDOFF_WAITING] = { "", "clock" },
	[HANDOFF_ANSWERED] = { "b-acc", "reply" },
	[HANDOFF_CLOSED] = { "b-done", "circle-check" },
};

const char *
handoff_name(const struct visit *v, const struct handoff *h)
{
	return h->agency != 0 ? view_agency(v, h->agency) : h->name;
}

static void
view_handoff(const struct visit *v, struct vars *item, const struct handoff *h, bool may)
{
	set_int(item, "id", h->id);
	set_kept(item, "name", handoff_name(v, h));
	set_kept(item, "way", view_code(v, "L.handoff.way", handoff_way_code(h->way)));
	set_kept(item, "taker", *h->taker == '\0' ? NULL : h->taker);
	set_kept(item, "reference", *h->reference == '\0' ? NULL : h->reference);
	set_kept(item, "clock", view_time(v, h->at));
	set_kept(item, "giver", h->giver == 0 ? view_word(v, "L.handoff.desk") :
	    view_agency(v, h->giver));
	if (h->remind != 0)
		set_kept(item, "ask", view_time(v, h->ask));
	set_flag(item, "late", h->remind != 0 && h->ask <= v->desk.now);
	if (h->said != 0)
		set_kept(item, "said", view_time(v, h->said));
	set_kept(item, "word", view_code(v, "L.handoff.state", handoff_state_code(h->state)));
	set_kept(item, "class", looks[h->state].class);
	set_kept(item, "icon", looks[h->state].icon);
	set_flag(item, "may", may && h->state != HANDOFF_CLOSED);
}

/* --- family ---------------------------------------------------------------------------------- */

static void
view_relative(const struct visit *v, struct vars *item, const struct relative *r)
{
	set_kept(item, "number", r->t.number);
	set_flag(item, "reached", r->reached);
	if (!r->reached)
		return;
	set_kept(item, "title", r->t.title);
	set_kept(item, "place", *r->t.place.area != '\0' ? view_area(v, r->t.place.area) :
	    r->t.place.text);
	view_state(v, item, r->t.state);
}

static void
view_family(struct visit *v, const struct sheet_view *s, const struct beside *b)
{
	int64_t	 open = 0, resolved = 0;
	size_t	 i;

	if (b->parent.t.id != 0)
		view_relative(v, vars_child(v->vars, "parent"), &b->parent);
	for (i = 0; i < b->nchildren; i++) {
		view_relative(v, vars_item(v->vars, "child"), &b->children[i]);
		open += b->children[i].reached && b->children[i].t.open;
		resolved += b->children[i].reached && b->children[i].t.state == ST_RESOLVED &&
		    b->children[i].t.track == TRACK_EMERGENCY;
	}
	if (b->nchildren > 0)
		set_int(v->vars, "children", (int64_t)b->nchildren);
	if (open > 0)
		set_kept(v->vars, "open_children", view_number(v, open));
	set_flag(v->vars, "may_join", b->may_join);
	if (resolved > 0 && s->t.state == ST_CLOSED && (v->desk.who.role == ROLE_VERIFIER ||
	    role_may(v->desk.who.role, MAY_FOR_AGENCY)))
		set_kept(v->vars, "resolved_children", view_number(v, resolved));
}

/* --- notes that wait -------------------------------------------------------------------------- */

static const struct unsent *
unsent_of(const struct beside *b, int64_t event)
{
	size_t	 i;

	for (i = 0; i < b->nunsent; i++)
		if (b->unsent[i].event == event)
			return &b->unsent[i];
	return NULL;
}

const char *
note_hushed(const struct visit *v, const struct beside *b, int64_t event)
{
	const struct unsent	*u = unsent_of(b, event);

	if (u == NULL || (u->until != 0 && u->until <= v->desk.now))
		return NULL;
	return view_word(v, u->until == 0 ? "L.handoff.taken_back" : "L.handoff.waits");
}

static void
view_held(struct visit *v, const struct sheet_view *s, const struct beside *b)
{
	const struct unsent	*u;
	struct vars		*item;
	size_t			 i;

	for (i = 0; i < s->nevents; i++) {
		u = unsent_of(b, s->events[i].id);
		if (u == NULL || u->until <= v->desk.now || u->actor != v->desk.who.id)
			continue;
		item = vars_item(v->vars, "held");
		set_int(item, "event", u->event);
		set_kept(item, "words", s->events[i].note);
		set_int(item, "left", (u->until - v->desk.now + 999) / 1000);
	}
}

enum rc
view_beside(struct visit *v, const struct sheet_view *s, struct beside *b)
{
	size_t	 i;
	enum rc	 rc = see_beside(&v->desk, s->t.number, !s->veiled, b);

	if (rc != RC_OK)
		return rc;
	for (i = 0; i < b->nhandoffs; i++)
		view_handoff(v, vars_item(v->vars, "hand"), &b->handoffs[i], b->may_hand);
	set_flag(v->vars, "may_hand", b->may_hand);
	view_family(v, s, b);
	view_held(v, s, b);
	if (b->nlines > 0)
		view_talk_lines(v, b->lines, b->nlines, true);
	return RC_OK;
}

/* --- phrases ---------------------------------------------------------------------------------- */

/* The own part's state, or the leading one's. */
static enum state
part_state(const struct sheet_view *s)
{
	enum state	 lead = ST_NONE;
	size_t		 i;

	for (i = 0; i < s->nparts; i++) {
		if (s->parts[i].mine && s->parts[i].a.open)
			return s->parts[i].a.state;
		if (s->parts[i].a.lead && s->parts[i].a.open)
			lead = s->parts[i].a.state;
	}
	return lead;
}

enum rc
view_phrases(struct visit *v, const struct sheet_view *s)
{
	struct phrase	 list[2 * PHRASES_SHOWN];
	struct vars	*item;
	size_t		 i, n, shown[2] = { 0 };
	enum rc		 rc;

	rc = see_phrases(&v->desk, &s->t, part_state(s), list, &n, COUNT(list));
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (shown[list[i].public]++ >= PHRASES_SHOWN)
			continue;
		item = vars_item(v->vars, "phrase");
		set_kept(item, "text", v->lang == LANG_EN && *list[i].words_en != '\0' ?
		    list[i].words_en : list[i].words);
		set_flag(item, "public", list[i].public);
	}
	return rc;
}

/* --- before the arbiter ----------------------------------------------------------------------- */

static void
view_ruling(const struct visit *v, struct vars *court, const struct court_view *c)
{
	set_kept(court, "agency", view_agency_name(v, c->c.agency));
	set_kept(court, "words", *c->words == '\0' ? NULL : c->words);
	set_kept(court, "arbiter", *c->arbiter == '\0' ? NULL : c->arbiter);
	set_kept(court, "clock", view_time(v, c->c.ended));
	if (c->rule_area == NULL)
		return;
	set_kept(court, "rule", view_say(v, *c->rule_area == '\0' ? "L.handoff.rule_all" :
	    "L.handoff.rule_area", view_date(v, c->rule_from), view_area(v, c->rule_area)));
}

enum rc
view_court(struct visit *v, const struct sheet_view *s)
{
	struct court_view	 c;
	struct vars		*court, *item;
	bool			 has;
	size_t			 i;
	enum rc			 rc = see_court(&v->desk, s->t.number, &c, &has);

	if (rc != RC_OK || !has)
		return rc;
	court = vars_child(v->vars, "court");
	set_int(court, "id", c.c.id);
	set_flag(court, "waits", c.waits);
	set_flag(court, "may", c.may_rule);
	if (c.c.appeal != 0)
		set_kept(court, "appeal", view_agency(v, c.c.appeal));
	for (i = 0; i < c.nreasons; i++) {
		item = vars_item(court, "reason");
		set_kept(item, "agency", view_agency_name(v, c.reasons[i].agency));
		set_kept(item, "who", c.reasons[i].who);
		set_kept(item, "words", c.reasons[i].words);
		set_kept(item, "clock", view_time(v, c.reasons[i].at));
	}
	if (c.c.ended != 0)
		view_ruling(v, court, &c);
	else if (c.waits)
		set_kept(court, "clock", view_time(v, c.c.at));
	return RC_OK;
}

/* --- rounds ----------------------------------------------------------------------------------- */

static bool
begins_round(const struct event *e)
{
	return step_is_ticket(e->life) && (e->act == ACT_REOPEN || e->act == ACT_DISPUTE ||
	    (e->act == ACT_RETURN && e->before == ST_AWAITING_VALIDATION));
}

size_t
round_begin(const struct sheet_view *s)
{
	size_t	 i;

	for (i = 0; i < s->nevents && !begins_round(&s->events[i]); i++)
		;
	return i;
}

/* As long as it is open, it is said who wanted it again and why. */
void
view_round(struct visit *v, const struct sheet_view *s)
{
	size_t			 at = round_begin(s), i;
	const struct event	*e = &s->events[at];
	struct vars		*round;
	int64_t			 n = 1;

	if (at == s->nevents || !s->t.open)
		return;
	for (i = at; i < s->nevents; i++)
		n += begins_round(&s->events[i]);
	round = vars_child(v->vars, "round");
	set_kept(round, "n", view_number(v, n));
	view_act(v, round, e->act);
	set_kept(round, "who", *e->who.name != '\0' ? e->who.name : view_role(v, e->who.role));
	set_kept(round, "words", e->faded ? view_word(v, "L.data.faded") :
	    *e->note == '\0' ? NULL : e->note);
	set_kept(round, "clock", view_time(v, e->at));
	set_kept(round, "due", s->t.due == 0 ? NULL : view_time(v, s->t.due));
}

/* --- taken back ------------------------------------------------------------------------------- */

struct taken {
	int64_t	 peristiwa;
};

static const struct field taken_fields[] = {
	NUMBER(struct taken, peristiwa, "L.worklist.note", .required = true),
};

enum rc
ticket_take_back(struct visit *v)
{
	const char	*number = ticket_number(v);
	struct taken	 t;
	struct form	 form;
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	rc = form_read(&form, v->req->arena, taken_fields, COUNT(taken_fields), &v->req->sent, &t);
	if (rc != RC_OK)
		return rc;
	rc = note_take_back(&v->desk, number, t.peristiwa);
	if (rc == RC_CONFLICT) {
		set_kept(v->vars, "late_words", view_word(v, "L.handoff.too_late"));
		v->req->status = 409;
		return ticket_again(v, number);
	}
	if (rc != RC_OK)
		return rc;
	step_done(v, ACT_TAKE_BACK, number);
	http_redirect(v->req, "/tiket/%s#lini", number);
	return RC_OK;
}
