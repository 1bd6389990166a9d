/* sop_ask.c: one question of an SOP card's next version, its answers and what they do. */
#include <stdlib.h>
#include <string.h>

#include "page/sop_form.h"
#include "page/view.h"

struct ask {
	const char	*ask, *ask_en, *effect;
	int64_t		 place;
	bool		 gone;
	const char	*label[SOP_OPTIONS], *label_en[SOP_OPTIONS];
	const char	*raise[SOP_OPTIONS], *lower[SOP_OPTIONS];
	const char	*add[SOP_OPTIONS], *also[SOP_OPTIONS];
	const char	*card[SOP_OPTIONS], *category[SOP_OPTIONS];
	const char	*say[SOP_OPTIONS], *advice[SOP_OPTIONS], *advice_en[SOP_OPTIONS];
	bool		 disaster[SOP_OPTIONS];
};

#define ONE(n, m, k, longest)	\
	{ .name = #m #n, .label = "L.sop.option." #m, .kind = k, .max = longest,	\
	  .offset = MEMBER(struct ask, m[n - 1], const char *) }
#define OPTION(n)	\
	ONE(n, label, KIND_TEXT, 40), ONE(n, label_en, KIND_TEXT, 40),			\
	ONE(n, raise, KIND_CODE, 2), ONE(n, lower, KIND_CODE, 2),			\
	ONE(n, add, KIND_CODE, 40), ONE(n, also, KIND_CODE, 40),			\
	ONE(n, card, KIND_CODE, 40), ONE(n, category, KIND_CODE, 40),			\
	ONE(n, say, KIND_TEXT, 300), ONE(n, advice, KIND_TEXT, 120),			\
	ONE(n, advice_en, KIND_TEXT, 120),						\
	{ .name = "disaster" #n, .label = "L.sop.option.disaster", .kind = KIND_FLAG,	\
	  .offset = MEMBER(struct ask, disaster[n - 1], bool) }

static const struct field	 fields[] = {
	TEXT(struct ask, ask, "L.sop.ask", .required = true, .max = 200),
	TEXT(struct ask, ask_en, "L.sop.ask_en", .max = 200),
	TEXT(struct ask, effect, "L.sop.effect", .max = 200),
	NUMBER(struct ask, place, "L.sop.place", .required = true, .min = 1,
	    .max = SOP_QUESTIONS),
	FLAG(struct ask, gone, "L.sop.gone"),
	OPTION(1), OPTION(2), OPTION(3), OPTION(4),
};

static const char *const	 numbers[SOP_OPTIONS] = { "1", "2", "3", "4" };

/* --- showing -------------------------------------------------------------------------- */

static const char *
name_of(const struct writing *w, const char *what, size_t i)
{
	return arena_printf(w->v->req->arena, "%s%s", what, numbers[i]);
}

static void
view_lists(struct writing *w, size_t i)
{
	const struct ref	*r = w->v->desk.ref;
	struct vars		*vars = w->v->vars;
	enum priority		 p;
	size_t			 k;

	for (p = P1; p <= P5; p++) {
		form_choice(&w->form, vars, name_of(w, "raise", i), priority_code(p),
		    priority_code(p));
		form_choice(&w->form, vars, name_of(w, "lower", i), priority_code(p),
		    priority_code(p));
	}
	for (k = 0; k < r->nagencies; k++) {
		form_choice(&w->form, vars, name_of(w, "add", i), r->agencies[k].code,
		    r->agencies[k].brief);
		form_choice(&w->form, vars, name_of(w, "also", i), r->agencies[k].code,
		    r->agencies[k].brief);
	}
	for (k = 0; k < r->ncards; k++)
		form_choice(&w->form, vars, name_of(w, "card", i), r->cards[k].code,
		    r->cards[k].title);
	for (k = 0; k < r->ncategories; k++)
		if (r->categories[k].current && r->categories[k].track == TRACK_EMERGENCY)
			form_choice(&w->form, vars, name_of(w, "category", i),
			    r->categories[k].code, r->categories[k].name);
}

static enum rc
show(struct writing *w, size_t at)
{
	size_t	 i;

	writing_show(w);
	set_int(w->v->vars, "at", (int64_t)at);
	set_flag(w->v->vars, "new", at > w->id.n);
	for (i = 0; i < SOP_OPTIONS; i++)
		view_lists(w, i);
	return page_show(w->v, "sop_ask.cs");
}

/* The question the path names, from 1; one behind the last is a new one.  0: there is none. */
static size_t
place_of(const struct writing *w)
{
	long	 at = strtol(w->v->arg, NULL, 10);

	return at < 1 || at > SOP_QUESTIONS || (size_t)at > w->id.n + 1 ? 0 : (size_t)at;
}

static const char *
other(const char *text, const char *english)
{
	return strcmp(text, english) == 0 ? "" : english;
}

static void
fill_option(struct ask *in, size_t i, const struct sop_option *o, const struct sop_option *en)
{
	in->label[i] = o->said;
	in->label_en[i] = other(o->said, en->label);
	in->raise[i] = o->raise < PRIORITY_COUNT ? priority_code(o->raise) : "";
	in->lower[i] = o->lower < PRIORITY_COUNT ? priority_code(o->lower) : "";
	in->add[i] = o->add.n > 0 ? o->add.line[0] : "";
	in->also[i] = o->add.n > 1 ? o->add.line[1] : "";
	in->card[i] = o->card;
	in->category[i] = o->category;
	in->say[i] = o->say;
	in->advice[i] = o->advice;
	in->advice_en[i] = other(o->advice, en->advice);
	in->disaster[i] = o->disaster;
}

static void
fill(struct ask *in, const struct sop_question *q, const struct sop_question *en)
{
	static const struct sop_option	 none = { .label = "", .said = "",
		.raise = PRIORITY_COUNT, .lower = PRIORITY_COUNT, .card = "", .category = "",
		.say = "", .advice = "" };
	size_t				 i;

	in->ask = q == NULL ? "" : q->asked;
	in->ask_en = q == NULL ? "" : other(q->asked, en->ask);
	in->effect = q == NULL ? "" : q->effect;
	for (i = 0; i < SOP_OPTIONS; i++)
		fill_option(in, i, q != NULL && i < q->n ? &q->options[i] : &none,
		    q != NULL && i < q->n ? &en->options[i] : &none);
}

enum rc
sop_ask(struct visit *v)
{
	struct writing	 w;
	struct ask	 in = { .gone = false };
	size_t		 at;
	bool		 old;
	enum rc		 rc = writing_open(&w, v);

	if (rc != RC_OK)
		return writing_refuse(v, rc);
	if ((at = place_of(&w)) == 0)
		return RC_NOTFOUND;
	old = at <= w.id.n;
	fill(&in, old ? &w.id.questions[at - 1] : NULL, old ? &w.en.questions[at - 1] : NULL);
	in.place = (int64_t)at;
	form_blank(&w.form, v->req->arena, fields, COUNT(fields));
	form_fill(&w.form, &in);
	return show(&w, at);
}

/* --- taking ------------------------------------------------------------------------------ */

static void
take_agencies(const struct writing *w, const char *code, struct sop_lines *l)
{
	if (ref_agency_code(w->v->desk.ref, code) != NULL && l->n < SOP_LINES)
		l->line[l->n++] = code;
}

/* More than two agencies only the data has: those stay. */
static void
take_rest(const struct sop_option *was, struct sop_option *o)
{
	size_t	 i;

	for (i = 2; was != NULL && i < was->add.n && o->add.n < SOP_LINES; i++)
		o->add.line[o->add.n++] = was->add.line[i];
	o->up = was == NULL ? 0 : was->up;
}

static void
take_option(struct writing *w, const struct ask *in, size_t i, const struct sop_option *was,
    struct sop_option *o, struct sop_option *en)
{
	const struct ref	*r = w->v->desk.ref;

	*o = (struct sop_option){ .said = in->label[i], .label = in->label[i],
	    .raise = priority_of(in->raise[i]), .lower = priority_of(in->lower[i]),
	    .card = ref_card(r, in->card[i]) == NULL ? "" : in->card[i],
	    .category = ref_category_code(r, in->category[i]) == NULL ? "" : in->category[i],
	    .say = in->say[i], .advice = in->advice[i], .disaster = in->disaster[i] };
	take_agencies(w, in->add[i], &o->add);
	take_agencies(w, in->also[i], &o->add);
	take_rest(was, o);
	*en = *o;
	en->label = *in->label_en[i] == '\0' ? o->said : in->label_en[i];
	en->advice = *in->advice_en[i] == '\0' ? o->advice : in->advice_en[i];
}

static bool
does_something(const struct ask *in, size_t i)
{
	return *in->raise[i] != '\0' || *in->lower[i] != '\0' || *in->add[i] != '\0' ||
	    *in->also[i] != '\0' || *in->card[i] != '\0' || *in->category[i] != '\0' ||
	    *in->say[i] != '\0' || *in->advice[i] != '\0' || in->disaster[i];
}

static void
check(struct writing *w, const struct ask *in)
{
	size_t	 i, k;

	for (i = 0; i < SOP_OPTIONS; i++) {
		if (*in->label[i] == '\0' && does_something(in, i))
			form_fault(&w->form, name_of(w, "label", i), "L.sop.label_missing");
		if (*in->raise[i] != '\0' && *in->lower[i] != '\0')
			form_fault(&w->form, name_of(w, "lower", i), "L.sop.raise_and_lower");
		for (k = 0; k < i; k++)
			if (*in->label[i] != '\0' && strcmp(in->label[i], in->label[k]) == 0)
				form_fault(&w->form, name_of(w, "label", i),
				    "L.sop.label_twice");
	}
}

static struct sop_question
take(struct writing *w, const struct ask *in, const struct sop_question *was,
    struct sop_question *en)
{
	struct sop_question	 q = { .ask = in->ask, .asked = in->ask,
		.effect = in->effect, .kind = was == NULL ? "" : was->kind };
	size_t			 i;

	*en = q;
	en->ask = *in->ask_en == '\0' ? in->ask : in->ask_en;
	for (i = 0; i < SOP_OPTIONS; i++)
		if (*in->label[i] != '\0') {
			take_option(w, in, i, was != NULL && i < was->n ? &was->options[i] :
			    NULL, &q.options[q.n], &en->options[q.n]);
			q.n++;
		}
	en->n = q.n;
	return q;
}

static void
take_away(struct sop *s, size_t at)
{
	memmove(&s->questions[at], &s->questions[at + 1],
	    (s->n - at - 1) * sizeof(*s->questions));
	s->n--;
}

static void
put_in(struct sop *s, size_t at, const struct sop_question *q)
{
	if (at > s->n)
		at = s->n;
	memmove(&s->questions[at + 1], &s->questions[at], (s->n - at) * sizeof(*s->questions));
	s->questions[at] = *q;
	s->n++;
}

static void
renumber(struct sop *s)
{
	size_t	 i;

	for (i = 0; i < s->n; i++)
		s->questions[i].no = (int64_t)i + 1;
}

/* The question out of its old place and into the new one, the same in both languages. */
static void
change(struct writing *w, const struct ask *in, size_t at)
{
	const struct sop_question	*was = at <= w->id.n ? &w->id.questions[at - 1] : NULL;
	struct sop_question		 en, q = take(w, in, was, &en);

	if (was != NULL) {
		take_away(&w->id, at - 1);
		take_away(&w->en, at - 1);
	}
	if (!in->gone) {
		put_in(&w->id, (size_t)in->place - 1, &q);
		put_in(&w->en, (size_t)in->place - 1, &en);
	}
	renumber(&w->id);
	renumber(&w->en);
}

enum rc
sop_ask_send(struct visit *v)
{
	struct writing	 w;
	struct ask	 in;
	size_t		 at;
	enum rc		 rc = writing_open(&w, v);

	if (rc != RC_OK)
		return writing_refuse(v, rc);
	if ((at = place_of(&w)) == 0)
		return RC_NOTFOUND;
	rc = form_read(&w.form, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	check(&w, &in);
	if (rc == RC_OK && form_ok(&w.form)) {
		change(&w, &in, at);
		rc = writing_save(&w);
	} else {
		rc = RC_INPUT;
	}
	if (page_again(v, &w.form, rc))
		return show(&w, at);
	if (rc == RC_OK)
		http_redirect(v->req, "/sop/%s", w.card.code);
	return rc;
}
