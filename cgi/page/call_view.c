/* call_view.c: what the call desk shows of a call that is being taken. */
#include <string.h>

#include "page/call_view.h"
#include "page/key_page.h"
#include "page/view.h"

static const struct sop_said	 nothing[SOP_QUESTIONS] = {
	{ 0, "" }, { 0, "" }, { 0, "" }, { 0, "" }, { 0, "" },
	{ 0, "" }, { 0, "" }, { 0, "" }, { 0, "" }, { 0, "" },
};

static const char *
name_of(const struct visit *v, const struct category *c)
{
	return v->lang == LANG_EN && *c->name_en != '\0' ? c->name_en : c->name;
}

/* "Damkar, PLN, Dinkes", and how many more there are. */
static const char *
brief_list(const struct visit *v, const int64_t *ids, size_t n, size_t max)
{
	const char	*out = "";
	struct arena	*a = v->req->arena;
	size_t		 i;

	for (i = 0; i < n && i < max; i++)
		out = arena_printf(a, "%s%s%s", out, i == 0 ? "" : ", ",
		    view_agency(v, ids[i]));
	return n > max ? arena_printf(a, "%s +%zu", out, n - max) : out;
}

/* --- the card --------------------------------------------------------------------- */

static void
show_lines(struct vars *list, const struct sop_lines *l)
{
	size_t	 i;

	for (i = 0; i < l->n; i++)
		set_kept(vars_item(list, "line"), "text", l->line[i]);
}

static const char *
codes(struct arena *a, const struct sop_lines *l)
{
	const char	*out = "";
	size_t		 i;

	for (i = 0; i < l->n; i++)
		out = arena_printf(a, "%s%s%s", out, i == 0 ? "" : ",", l->line[i]);
	return out;
}

static const char *
code_or_none(enum priority p)
{
	return p < PRIORITY_COUNT ? priority_code(p) : NULL;
}

static void
show_option(struct visit *v, struct vars *q, const struct sop_option *o, size_t at, size_t n,
    bool picked)
{
	struct arena	*a = v->req->arena;
	struct vars	*item = vars_item(q, "o");

	set_kept(item, "id", arena_printf(a, "a%zu-%zu", at, n));
	set_int(item, "value", (int64_t)n);
	set_kept(item, "key", view_key(v, arena_printf(a, "answer%zu", n)));
	set_kept(item, "label", o->label);
	set_flag(item, "picked", picked);
	set_kept(item, "raise", code_or_none(o->raise));
	set_kept(item, "lower", code_or_none(o->lower));
	if (o->up > 0)
		set_int(item, "up", o->up);
	set_kept(item, "add", codes(a, &o->add));
	set_kept(item, "card", o->card);
	set_flag(item, "disaster", o->disaster);
	set_kept(item, "category", o->category);
	set_kept(item, "say", o->say);
	set_kept(item, "advice", o->advice);
	if (picked) {
		set_kept(q, "say", o->say);
		set_kept(q, "advice", o->advice);
	}
}

static void
show_question(struct visit *v, struct vars *sop, const struct sop_question *q, size_t at,
    const struct sop_said *said, bool current)
{
	struct arena	*a = v->req->arena;
	struct vars	*item = vars_item(sop, "q");
	size_t		 i;

	set_int(item, "no", q->no);
	set_kept(item, "id", arena_printf(a, "q%zu", at));
	set_kept(item, "name", arena_printf(a, "%c%zu", q->n == 0 ? 't' : 'a', at));
	set_kept(item, "ask", q->ask);
	set_kept(item, "effect", q->effect);
	set_flag(item, "current", current);
	if (q->n == 0)
		set_kept(item, "value", said->words);
	set_flag(item, "text", q->n == 0);
	set_flag(item, "count", q->n > 0 && strcmp(q->options[0].said, "0") == 0);
	for (i = 0; i < q->n; i++)
		show_option(v, item, &q->options[i], at, i + 1, said->option == i + 1);
}

static bool
is_answered(const struct sop_question *q, const struct sop_said *said)
{
	return (said->option > 0 && said->option <= q->n) || *said->words != '\0';
}

/* The first without an answer; s->n where each has one. */
static size_t
next_of(const struct sop *s, const struct sop_said *said)
{
	size_t	 i;

	for (i = 0; i < s->n; i++)
		if (!is_answered(&s->questions[i], &said[i]))
			break;
	return i;
}

/* The card that is "slot" on its call; current: what is asked next is asked here. */
static void
show_card(struct visit *v, struct vars *sop, const struct sop *s, const struct sop_said *said,
    size_t slot, bool current)
{
	struct arena	*a = v->req->arena;
	size_t		 i, next = next_of(s, said);

	set_kept(sop, "code", s->card->code);
	set_kept(sop, "title", s->title);
	set_int(sop, "version", s->card->version);
	set_flag(sop, "draft", !s->card->approved);
	set_kept(sop, "opening", s->opening);
	set_kept(sop, "field", slot == 0 ? "card" : arena_printf(a, "card%zu", slot + 1));
	set_kept(sop, "id", slot == 0 ? "" : arena_printf(a, "%zu", slot + 1));
	set_flag(sop, "more", slot > 0);
	set_flag(sop, "here", current);
	set_kept(sop, "progress", view_say(v, "L.intake.progress",
	    arena_printf(a, "%zu", sop_done(s, said)), arena_printf(a, "%zu", s->n)));
	for (i = 0; i < s->n; i++)
		show_question(v, sop, &s->questions[i], slot * SOP_QUESTIONS + i + 1, &said[i],
		    current && i == next);
	show_lines(vars_child(sop, "tell"), &s->tell);
	show_lines(vars_child(sop, "never"), &s->never);
	show_lines(vars_child(sop, "raise"), &s->raise);
}

void
view_sop(struct visit *v, struct vars *sop, const struct sop *s, size_t slot)
{
	show_card(v, sop, s, nothing, slot, slot == 0);
}

/* One after another: what is asked next is in the first that is not answered. */
static void
show_cards(struct visit *v, struct vars *call, const struct sop_set *set)
{
	bool	 asks = false, here;
	size_t	 i;

	for (i = 0; i < set->n; i++) {
		here = !asks && next_of(set->sop[i], set->said[i]) < set->sop[i]->n;
		show_card(v, vars_item(call, "card"), set->sop[i], set->said[i], i, here);
		asks = asks || here;
	}
}

/* --- type, priority --------------------------------------------------------------------- */

static void
show_type(struct visit *v, struct vars *call, const struct call_sense *s)
{
	struct vars	*type = vars_child(call, "type");

	if (s->category == NULL)
		return;
	set_kept(type, "code", s->category->code);
	set_kept(type, "name", name_of(v, s->category));
	set_kept(type, "icon", *s->category->icon == '\0' ? "ellipsis" : s->category->icon);
	if (s->nproposed == 0)
		set_kept(type, "route", view_word(v, "L.intake.to_triage"));
	else
		set_kept(type, "route", view_say(v, "L.intake.route",
		    view_agency(v, s->proposed[0]),
		    s->nproposed < 2 ? view_word(v, "L.common.none") :
		    brief_list(v, s->proposed + 1, s->nproposed - 1, 2)));
}

/* "4", or "2 (SOP-06)" of a card that another one opened. */
static const char *
by_answer(const struct visit *v, const struct sop_set *set, struct sop_by by)
{
	return by.card == 0 ? arena_printf(v->req->arena, "%d", (int)by.no) :
	    arena_printf(v->req->arena, "%d (%s)", (int)by.no, set->sop[by.card]->card->code);
}

static void
show_reason(struct visit *v, struct vars *call, const struct call_sense *s)
{
	const char	*code = priority_code(s->weight.priority);
	const char	*why = view_say(v, "L.intake.by_type", code);

	if (s->raised < PRIORITY_COUNT)
		why = view_say(v, "L.words.by_words", code, s->raised_by);
	else if (s->category == NULL)
		why = view_word(v, "L.intake.by_none");
	else if (s->weight.because.no != 0)
		why = view_say(v, s->weight.lowered ? "L.intake.by_lower" : "L.intake.by_answer",
		    code, by_answer(v, &s->cards, s->weight.because));
	view_priority(v, vars_child(call, "auto"), s->weight.priority);
	set_kept(call, "reason", why);
	if (s->weight.disaster.no != 0)
		set_kept(call, "disaster", view_say(v, "L.intake.by_disaster",
		    by_answer(v, &s->cards, s->weight.disaster)));
}

static void
show_better(struct visit *v, struct vars *call, const struct call_sense *s)
{
	const struct category	*better = call_category(v, s->weight.category);
	struct vars		*item;

	if (better == NULL || better == s->category)
		return;
	item = vars_child(call, "better");
	set_kept(item, "code", better->code);
	set_kept(item, "name", name_of(v, better));
	set_kept(item, "by", by_answer(v, &s->cards, s->weight.category_by));
}

/* --- agencies ------------------------------------------------------------------------------ */

static bool
has(const int64_t *list, size_t n, int64_t id)
{
	while (n-- > 0)
		if (list[n] == id)
			return true;
	return false;
}

/* The first one of the screen has the id that an error's link goes to. */
static void
show_agency(struct visit *v, struct vars *item, const struct agency *g, bool picked, bool lead)
{
	set_kept(item, "code", g->code);
	set_kept(item, "id", arena_printf(v->req->arena, "g-%s", g->code));
	set_kept(item, "brief", g->brief);
	set_kept(item, "name", g->name);
	if (strcmp(g->standby, "ya") != 0)
		set_kept(item, "hours", view_code(v, "L.intake.standby", g->standby));
	set_flag(item, "picked", picked);
	set_flag(item, "own", g->own);
	set_flag(item, "lead", lead);
}

static void
show_agencies(struct visit *v, struct vars *call, const struct call_sense *s)
{
	const struct ref	*r = v->desk.ref;
	const struct agency	*g;
	const char		*offered = "";
	size_t			 i;

	if (s->category == NULL || s->category->track != TRACK_EMERGENCY)
		return;		/* the triage desk will choose */
	for (i = 0; i < s->nagencies; i++)
		if ((g = ref_agency(r, s->agencies[i])) != NULL)
			show_agency(v, vars_item(call, "agency"), g, true, i == 0);
	for (i = 0; i < s->nproposed; i++) {
		if ((g = ref_agency(r, s->proposed[i])) == NULL)
			continue;
		offered = arena_printf(v->req->arena, "%s%s%s", offered,
		    *offered == '\0' ? "" : ",", g->code);
		if (!has(s->agencies, s->nagencies, g->id))
			show_agency(v, vars_item(call, "agency"), g, false, false);
	}
	for (i = 0; i < r->nagencies; i++)
		if (!has(s->agencies, s->nagencies, r->agencies[i].id) &&
		    !has(s->proposed, s->nproposed, r->agencies[i].id))
			show_agency(v, vars_item(call, "more"), &r->agencies[i], false, false);
	set_kept(call, "offered", offered);
}

void
view_call_card(struct visit *v, const struct call_sense *s)
{
	struct vars	*call = vars_child(v->vars, "call");

	show_type(v, call, s);
	show_reason(v, call, s);
	show_cards(v, call, &s->cards);
	show_better(v, call, s);
	show_agencies(v, call, s);
	set_kept(call, "shown", s->category == NULL ? "" : s->category->code);
	set_kept(call, "send", s->nagencies == 0 ? view_word(v, "L.intake.send_triage") :
	    view_say(v, "L.intake.send", brief_list(v, s->agencies, s->nagencies, 3)));
}

/* --- the rest --------------------------------------------------------------------------------- */

static void
show_types(struct visit *v, struct vars *call, const struct call_sense *s)
{
	static const enum track	 order[] = { TRACK_EMERGENCY, TRACK_COMPLAINT };
	const struct ref	*r = v->desk.ref;
	struct vars		*item;
	size_t			 i, t;

	for (t = 0; t < COUNT(order); t++)
		for (i = 0; i < r->ncategories; i++) {
			if (!r->categories[i].current || r->categories[i].track != order[t])
				continue;
			item = vars_item(call, "types");
			set_kept(item, "code", r->categories[i].code);
			set_kept(item, "name", name_of(v, &r->categories[i]));
		}
	for (i = 0; s->category == NULL && i < s->nchoices; i++) {
		item = vars_item(call, "pick");
		set_kept(item, "code", s->choices[i]->code);
		set_kept(item, "name", name_of(v, s->choices[i]));
	}
	set_flag(call, "lost", s->lost);
}

static void
show_village(struct visit *v, struct vars *item, const struct area *a)
{
	set_kept(item, "code", a->code);
	set_kept(item, "name", view_area(v, a->code));
}

static void
show_villages(struct visit *v, struct vars *call, const struct call_form *in,
    const struct call_sense *s)
{
	const struct ref	*r = v->desk.ref;
	size_t			 i;

	for (i = 0; i < r->nareas; i++)
		if (r->areas[i].level == AREA_VILLAGE)
			show_village(v, vars_item(call, "villages"), &r->areas[i]);
	if (s->area != NULL || *in->village == '\0')
		return;
	for (i = 0; i < s->nareas; i++)
		show_village(v, vars_item(call, "areas"), s->areas[i]);
	set_flag(call, "area_lost", s->nareas == 0);
}

static void
show_levels(struct visit *v, struct vars *call, const struct call_form *in)
{
	enum priority	 chosen = priority_of(in->priority), p;
	struct vars	*item;

	for (p = P0; p < P5; p++) {
		item = vars_item(call, "level");
		set_kept(item, "id", arena_printf(v->req->arena, "f-priority-%s",
		    priority_code(p)));
		set_flag(item, "picked", p == chosen);
		view_priority(v, item, p);
	}
	set_flag(call, "automatic", chosen >= P5);
}

void
view_call(struct visit *v, const struct call_form *in, const struct call_sense *s)
{
	struct vars	*call = vars_child(v->vars, "call");
	struct arena	*a = v->req->arena;
	int		 up = (int)((v->desk.now - s->rang) / 1000);

	set_int(call, "rang", s->rang);
	set_int(call, "up", up);
	set_kept(call, "timer", arena_printf(a, "%02d:%02d", up / 60, up % 60));
	set_flag(call, "begun", *in->rang != '\0');
	show_types(v, call, s);
	show_villages(v, call, in, s);
	show_levels(v, call, in);
	view_call_card(v, s);
}
