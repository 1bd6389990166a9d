/* sop_view.c: an SOP card as those read it who write and approve it. */
#include <string.h>

#include "page/sop_view.h"
#include "page/view.h"

/* --- what an answer does, in one line ------------------------------------------------ */

static const char *
with(const struct visit *v, const char *text, const char *key, const char *what)
{
	return arena_printf(v->req->arena, "%s%s%s", text, *text == '\0' ? "" : " · ",
	    view_say(v, key, what));
}

static const char *
does(const struct visit *v, const struct sop_option *o)
{
	const char	*text = "";
	size_t		 i;

	if (o->raise < PRIORITY_COUNT)
		text = with(v, text, "L.sop.does_raise", priority_code(o->raise));
	if (o->lower < PRIORITY_COUNT)
		text = with(v, text, "L.sop.does_lower", priority_code(o->lower));
	for (i = 0; i < o->add.n; i++)
		text = with(v, text, "L.sop.does_add", o->add.line[i]);
	if (*o->card != '\0')
		text = with(v, text, "L.sop.does_card", o->card);
	if (*o->category != '\0')
		text = with(v, text, "L.sop.does_category", o->category);
	if (o->disaster)
		text = with(v, text, "L.sop.does_disaster", "");
	if (*o->say != '\0')
		text = with(v, text, "L.sop.does_say", o->say);
	if (*o->advice != '\0')
		text = with(v, text, "L.sop.does_advice", o->advice);
	return text;
}

/* --- the whole card -------------------------------------------------------------------- */

static void
view_lines(struct vars *list, const struct sop_lines *l)
{
	size_t	 i;

	for (i = 0; i < l->n; i++)
		set_kept(vars_item(list, "line"), "text", l->line[i]);
}

static void
view_question(const struct visit *v, struct vars *q, const struct sop_question *from)
{
	struct vars	*o;
	size_t		 i;

	set_int(q, "no", from->no);
	set_kept(q, "ask", from->ask);
	set_kept(q, "effect", from->effect);
	for (i = 0; i < from->n; i++) {
		o = vars_item(q, "o");
		set_kept(o, "label", from->options[i].label);
		set_kept(o, "does", does(v, &from->options[i]));
	}
}

void
view_card_whole(struct visit *v, const struct sop *s)
{
	struct vars	*card = vars_child(v->vars, "card"), *item;
	size_t		 i;

	set_kept(card, "title", s->title);
	set_kept(card, "opening", s->opening);
	for (i = 0; i < s->n; i++)
		view_question(v, vars_item(card, "q"), &s->questions[i]);
	if (s->n < SOP_QUESTIONS)
		set_int(card, "more", (int64_t)s->n + 1);
	view_lines(vars_child(card, "tell"), &s->tell);
	view_lines(vars_child(card, "never"), &s->never);
	view_lines(vars_child(card, "raise"), &s->raise);
	view_lines(vars_child(card, "crew"), &s->crew);
	for (i = 0; i < s->nlocks; i++) {
		item = vars_item(card, "locks");
		set_kept(item, "text", s->locks[i].ask);
		set_kept(item, "agency", s->locks[i].agency);
	}
}

/* --- what changes ------------------------------------------------------------------------ */

enum { LINES = SOP_QUESTIONS * (SOP_OPTIONS + 1) + 4 * SOP_LINES + SOP_LOCKS + 2 };

struct text {
	const char	*line[LINES];
	size_t		 n;
};

static void
add(struct text *t, const struct visit *v, const char *key, const char *one, const char *two)
{
	if (*one != '\0' && t->n < LINES)
		t->line[t->n++] = view_say(v, key, one, two);
}

static void
add_lines(struct text *t, const struct visit *v, const char *key, const struct sop_lines *l)
{
	size_t	 i;

	for (i = 0; i < l->n; i++)
		add(t, v, key, l->line[i], "");
}

static void
text_of(const struct visit *v, const struct sop *s, struct text *t)
{
	const struct sop_question	*q;
	size_t				 i, k;

	t->n = 0;
	add(t, v, "L.sop.line_title", s->title, "");
	add(t, v, "L.sop.line_opening", s->opening, "");
	for (i = 0; i < s->n; i++) {
		q = &s->questions[i];
		add(t, v, "L.sop.line_ask", q->ask, arena_printf(v->req->arena, "%zu", i + 1));
		for (k = 0; k < q->n; k++)
			add(t, v, "L.sop.line_option", arena_printf(v->req->arena, "%zu: %s",
			    i + 1, q->options[k].label), does(v, &q->options[k]));
	}
	add_lines(t, v, "L.sop.line_tell", &s->tell);
	add_lines(t, v, "L.sop.line_never", &s->never);
	add_lines(t, v, "L.sop.line_raise", &s->raise);
	add_lines(t, v, "L.sop.line_crew", &s->crew);
	for (i = 0; i < s->nlocks; i++)
		add(t, v, "L.sop.line_lock", s->locks[i].ask, s->locks[i].agency);
}

static bool
has(const struct text *t, const char *line)
{
	size_t	 i;

	for (i = 0; i < t->n; i++)
		if (strcmp(t->line[i], line) == 0)
			return true;
	return false;
}

static bool
view_missing(struct vars *list, const struct text *here, const struct text *there)
{
	bool	 any = false;
	size_t	 i;

	for (i = 0; i < here->n; i++)
		if (!has(there, here->line[i])) {
			set_kept(vars_item(list, "line"), "text", here->line[i]);
			any = true;
		}
	return any;
}

void
view_card_changes(struct visit *v, const struct sop *before, const struct sop *after)
{
	struct text	*old = arena_new(v->req->arena, struct text);
	struct text	*new = arena_new(v->req->arena, struct text);
	bool		 gone, come;

	text_of(v, before, old);
	text_of(v, after, new);
	gone = view_missing(vars_child(v->vars, "gone"), old, new);
	come = view_missing(vars_child(v->vars, "come"), new, old);
	set_flag(v->vars, "same", !gone && !come);
}

/* --- steps ---------------------------------------------------------------------------------- */

static void
view_one_step(struct visit *v, enum sop_step step, const char *class)
{
	struct vars	*item = vars_item(v->vars, "step");

	set_kept(item, "code", sop_step_code(step));
	set_kept(item, "word", view_code(v, "L.sop.step", sop_step_code(step)));
	set_kept(item, "class", class);
}

void
view_card_steps(struct visit *v, const struct sop_sheet *s)
{
	enum sop_state	 at = s->draft.state;

	if (s->may_write && at == SOP_DRAFT)
		view_one_step(v, SOP_SUBMIT, "");
	if (s->may_approve && at == SOP_SUBMITTED) {
		view_one_step(v, SOP_APPROVE, "");
		view_one_step(v, SOP_RETURN, "btn-2");
	}
	if (s->may_start && at == SOP_APPROVED)
		view_one_step(v, SOP_START, "");
	set_flag(v->vars, "when", s->may_start && at == SOP_APPROVED);
	if (s->may_write && sop_is_living(at))
		view_one_step(v, SOP_DROP, "btn-r2");
	set_flag(v->vars, "own", at == SOP_SUBMITTED && s->draft.author.id == v->desk.who.id);
}
