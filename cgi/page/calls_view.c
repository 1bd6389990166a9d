/* calls_view.c: what templates see of calls. */
#include <inttypes.h>
#include <string.h>

#include "action/burst_action.h"
#include "action/callback_action.h"
#include "lib/when.h"
#include "page/calls_page.h"
#include "page/view.h"

const char *
view_call_type(const struct visit *v, const char *type)
{
	return *type == '\0' ? view_word(v, "L.calls.type_open") : view_code(v, "L.reason", type);
}

/* --- a row ------------------------------------------------------------------------------- */

static const char *
icon_of(const char *type)
{
	static const struct { const char *type, *icon; } icons[] = {
		{ "emergency", "siren" }, { "complaint", "message-square" },
		{ "information", "info" }, { "prank", "ban" }, { "ghost", "volume-x" },
		{ "wrong_number", "phone-off" }, { "test", "wrench" },
		{ "dropped", "phone-missed" },
	};
	size_t	 i;

	for (i = 0; i < COUNT(icons); i++)
		if (strcmp(icons[i].type, type) == 0)
			return icons[i].icon;
	return "phone";
}

/*
 * id, clock, day, iso, type, icon, kind: "b-red" of an emergency ..., state (not of a
 * closed one), taker, line, channel (not of a telephone), phone, number, title, opens,
 * note, waited, lasted
 */
void
view_call_item(const struct visit *v, struct vars *row, const struct call_item *c)
{
	const struct call	*k = &c->s.c;

	set_int(row, "id", k->id);
	set_kept(row, "clock", view_clock(v, k->rang));
	set_kept(row, "day", view_date(v, k->rang));
	set_kept(row, "iso", view_iso(v, k->rang));
	set_kept(row, "type", view_call_type(v, k->type));
	set_kept(row, "icon", icon_of(k->type));
	set_kept(row, "kind", strcmp(k->type, "emergency") == 0 ? "b-red" :
	    strcmp(k->type, "complaint") == 0 ? "b-asg" : "");
	if (k->state != ST_CLOSED)
		set_kept(row, "state", view_code(v, "L.state", state_code(k->state)));
	set_kept(row, "taker", c->s.taker);
	set_kept(row, "line", k->line);
	if (strcmp(c->s.channel, "call") != 0)
		set_kept(row, "channel", view_code(v, "L.channel", c->s.channel));
	set_kept(row, "phone", c->phone);
	set_kept(row, "number", c->s.number);
	set_kept(row, "title", c->s.title);
	set_flag(row, "opens", c->opens);
	set_kept(row, "note", k->note);
	if (k->answered > k->rang)
		set_kept(row, "waited", view_span(v, k->answered - k->rang));
	if (k->closed > k->answered && k->answered != 0)
		set_kept(row, "lasted", view_span(v, k->closed - k->answered));
}

/* --- counts -------------------------------------------------------------------------------- */

static int64_t
count_of(const struct call_count *list, size_t n, const char *type)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].type, type) == 0)
			return list[i].n;
	return 0;
}

static const char *
share(const struct visit *v, int64_t n, int64_t all)
{
	return all == 0 ? "0%" : arena_printf(v->req->arena, "%" PRId64 "%%",
	    (n * 100 + all / 2) / all);
}

static void
show_sum(struct visit *v, const struct call_sums *s, const char *type)
{
	int64_t		 day = count_of(s->day, s->nday, type);
	int64_t		 shift = count_of(s->shift, s->nshift, type);
	struct vars	*row;

	if (*type == '\0' && day == 0 && shift == 0)
		return;
	row = vars_item(v->vars, "sum");
	set_kept(row, "word", view_call_type(v, type));
	set_kept(row, "day", view_number(v, day));
	set_kept(row, "day_share", share(v, day, s->all_day));
	set_kept(row, "shift", view_number(v, shift));
	set_kept(row, "shift_share", share(v, shift, s->all_shift));
}

void
view_call_sums(struct visit *v, const struct call_sums *s)
{
	const char *const	*types;
	struct vars		*all = vars_child(v->vars, "sum_all");
	size_t			 i, n;

	types = workflow_reasons(ACT_END, &n);
	for (i = 0; i < n; i++)
		show_sum(v, s, types[i]);
	show_sum(v, s, "");
	set_kept(all, "day", view_number(v, s->all_day));
	set_kept(all, "shift", view_number(v, s->all_shift));
	set_kept(v->vars, "shift_since", view_say(v, "L.calls.shift", view_clock(v, s->since)));
}

/* --- what stands above every screen of the desk --------------------------------------------- */

void
view_bursts(struct visit *v)
{
	struct burst	 list[BURSTS_SHOWN];
	struct vars	*row;
	size_t		 i, n;

	if (see_bursts(&v->desk, list, &n) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "burst");
		set_int(row, "id", list[i].id);
		set_kept(row, "words", *list[i].line == '\0' ?
		    view_say(v, "L.calls.burst.city", view_number(v, list[i].calls),
		    view_number(v, list[i].minutes)) :
		    view_say(v, "L.calls.burst.line", view_number(v, list[i].calls),
		    view_number(v, list[i].minutes), list[i].line));
		set_kept(row, "last", view_say(v, "L.calls.burst.since",
		    view_time(v, list[i].began), view_time(v, list[i].last)));
	}
}

void
view_strip(struct visit *v)
{
	struct vars	*strip = vars_child(v->vars, "strip");
	struct recalls	 r;

	view_bursts(v);
	set_flag(v->vars, "leads", role_may(v->desk.who.role, MAY_LEAD_DESK));
	if (see_recall_count(&v->desk, &r) != RC_OK)
		return;
	set_flag(strip, "may", true);
	if (r.waiting == 0)
		return;
	set_int(strip, "waiting", r.waiting);
	set_kept(strip, "oldest", view_age(v, r.oldest));
	if (v->desk.now - r.oldest >= r.patience)
		set_kept(strip, "late", view_say(v, "L.calls.back.late",
		    view_number(v, r.waiting), view_age(v, r.oldest)));
}

void
view_calls_menu(struct visit *v, const char *here)
{
	struct vars	*tab = vars_child(v->vars, "tab");
	bool		 takes = role_may(v->desk.who.role, MAY_TAKE);

	set_flag(tab, "desk", takes);
	set_flag(tab, "back", takes);
	set_flag(tab, "on_list", strcmp(here, "daftar") == 0);
	set_flag(tab, "on_back", strcmp(here, "balik") == 0);
	page_here(v, takes ? "panggilan" : "daftar");
	view_strip(v);
}
