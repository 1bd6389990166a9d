/* call_list.c: what lies beside a call: incidents near, the number's past, what was sent. */
#include <inttypes.h>

#include "action/see_action.h"
#include "page/call_list.h"
#include "page/key_page.h"
#include "page/view.h"

enum { NEAR_ROWS = 5, PAST_ROWS = 5 };

const char *
view_callers(const struct visit *v, int64_t n)
{
	return n == 1 ? view_word(v, "L.intake.one_caller") :
	    view_say(v, "L.intake.callers", view_number(v, n));
}

static void
show_near(struct visit *v, const struct near_row *n, size_t at)
{
	struct vars	*row = vars_item(v->vars, "near");

	set_kept(row, "key", view_key(v, at == 0 ? "join" :
	    arena_printf(v->req->arena, "join%zu", at + 1)));
	set_kept(row, "number", n->t.number);
	set_kept(row, "title", n->t.title);
	set_kept(row, "place", n->t.place.text);
	set_kept(row, "metres", view_metres(v, n->metres));
	set_kept(row, "age", view_age(v, n->t.recorded));
	set_kept(row, "callers", view_callers(v, n->t.reporters));
	set_flag(row, "alike", n->alike);
	if (n->shared > 0)
		set_kept(row, "shared", view_say(v, "L.words.same_words",
		    view_number(v, (int64_t)n->shared)));
	set_flag(row, "many", n->t.reporters > 1);
	view_priority(v, row, n->t.priority);
	view_state(v, row, n->t.state);
}

/* Without a type everything open near is shown, and nothing is said to be alike. */
void
view_call_near(struct visit *v, const struct category *c, const struct place *place,
    const char *words)
{
	struct near_row	*rows;
	size_t		 i, n, alike = 0;

	if (*place->area == '\0' && place->lat == 0)
		return;
	if (see_near_words(&v->desk, c, place, words, &rows, &n, NEAR_ROWS) != RC_OK)
		return;		/* a help only: the call goes on without */
	for (i = 0; i < n; i++) {
		show_near(v, &rows[i], i);
		alike += rows[i].alike;
	}
	set_flag(v->vars, "near_asked", true);
	if (alike > 0)
		set_kept(v->vars, "near_alike", view_say(v, "L.intake.near_alike",
		    arena_printf(v->req->arena, "%zu", alike)));
}

void
view_call_past(struct visit *v, const char *phone, const struct nuisance *junk)
{
	struct call_row	*rows;
	struct vars	*row;
	size_t		 i, n;

	if (see_calls(&v->desk, phone, &rows, &n, PAST_ROWS) != RC_OK)
		return;
	set_flag(v->vars, "past_known", *phone != '\0');
	set_flag(v->vars, "past_today", *phone == '\0');
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "past");
		set_kept(row, "when", view_time(v, rows[i].c.rang));
		set_kept(row, "type", *rows[i].c.type == '\0' ? view_code(v, "L.state",
		    state_code(rows[i].c.state)) : view_code(v, "L.reason", rows[i].c.type));
		set_kept(row, "number", rows[i].number);
		set_kept(row, "title", rows[i].title);
	}
	if (junk->asks)
		set_kept(v->vars, "past_junk", view_say(v, "L.calls.junk",
		    view_number(v, junk->calls), view_number(v, junk->days)));
}

void
view_call_sent(struct visit *v, const struct receipt *r, const struct call_sense *s,
    bool keep, bool joined)
{
	struct vars	*sent = vars_child(v->vars, "sent"), *to;
	size_t		 i;

	set_kept(sent, "number", r->ticket.number);
	set_kept(sent, "voice", r->ticket.voice);
	set_kept(sent, "code", r->code);
	set_kept(sent, "clock", view_clock(v, v->desk.now));
	set_kept(sent, "title", r->ticket.title);
	set_kept(sent, "reporters", view_number(v, r->ticket.reporters));
	set_flag(sent, "again", r->again);
	set_flag(sent, "disaster", s->weight.disaster.no != 0 || r->ticket.priority == P0);
	set_flag(sent, "joined", joined);
	set_flag(sent, "kept", keep && !joined);
	set_flag(sent, "triage", !keep && !joined && !r->again && r->told == 0);
	view_priority(v, sent, r->ticket.priority);
	for (i = 0; i < s->nagencies && r->told > 0; i++) {
		to = vars_item(sent, "to");
		set_kept(to, "brief", view_agency(v, s->agencies[i]));
		set_flag(to, "lead", i == 0);
	}
}
