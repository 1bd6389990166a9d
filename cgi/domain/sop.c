/* sop.c: an SOP card, and what the answers to its questions set off. */
#include <string.h>

#include "domain/sop.h"
#include "lib/json.h"
#include "lib/log.h"

/* --- reading ------------------------------------------------------------------ */

struct reader {
	struct arena	*arena;
	bool		 english;
};

static const char *
text(const struct reader *r, const struct json *j, const char *name)
{
	return arena_text(r->arena, json_text(json_get(j, name)));
}

/* name_en where English is wanted and there is some. */
static const char *
spoken(const struct reader *r, const struct json *j, const char *name)
{
	const char	*other = arena_printf(r->arena, "%s_en", name);
	const char	*english = json_text(json_get(j, other));

	return r->english && *english != '\0' ? arena_text(r->arena, english) :
	    text(r, j, name);
}

static struct sop_lines
lines(const struct reader *r, const struct json *list)
{
	struct sop_lines	 l = { .n = json_count(list) };
	size_t			 i;

	if (l.n > SOP_LINES)
		l.n = SOP_LINES;
	for (i = 0; i < l.n; i++)
		l.line[i] = arena_text(r->arena, json_text(json_at(list, i)));
	return l;
}

static enum priority
priority(const struct json *j, const char *name)
{
	return priority_of(json_text(json_get(j, name)));
}

static void
read_option(const struct reader *r, const struct json *j, struct sop_option *o)
{
	o->label = spoken(r, j, "label");
	o->said = text(r, j, "label");
	o->raise = priority(j, "prioritas");
	o->lower = priority(j, "turun");
	o->up = json_int(json_get(j, "naik"));
	o->add = lines(r, json_get(j, "tambah"));
	o->card = text(r, j, "kartu");
	o->category = text(r, j, "kategori");
	o->say = text(r, j, "ucap");
	o->advice = spoken(r, j, "saran");
	o->disaster = json_true(json_get(j, "bencana"));
}

static void
read_question(const struct reader *r, const struct json *j, struct sop_question *q)
{
	const struct json	*options = json_get(j, "opsi");
	size_t			 i;

	q->no = json_int(json_get(j, "no"));
	q->ask = spoken(r, j, "tanya");
	q->asked = text(r, j, "tanya");
	q->effect = text(r, j, "akibat");
	q->kind = text(r, j, "jawaban");
	q->n = json_count(options);
	if (q->n > SOP_OPTIONS)
		q->n = SOP_OPTIONS;
	for (i = 0; i < q->n; i++)
		read_option(r, json_at(options, i), &q->options[i]);
}

static void
read_locks(const struct reader *r, const struct json *list, struct sop *s)
{
	size_t	 i;

	s->nlocks = json_count(list);
	if (s->nlocks > SOP_LOCKS)
		s->nlocks = SOP_LOCKS;
	for (i = 0; i < s->nlocks; i++)
		s->locks[i] = (struct sop_lock){ text(r, json_at(list, i), "tanya"),
		    text(r, json_at(list, i), "opd") };
}

static void
read_card(const struct reader *r, const struct json *j, struct sop *s)
{
	const struct json	*questions = json_get(j, "pertanyaan");
	size_t			 i;

	s->title = spoken(r, j, "judul");
	s->opening = text(r, j, "pembuka");
	s->tell = lines(r, json_get(j, "instruksi"));
	s->never = lines(r, json_get(j, "jangan"));
	s->raise = lines(r, json_get(j, "naik_prioritas"));
	s->crew = lines(r, json_get(j, "untuk_petugas"));
	read_locks(r, json_get(j, "prasyarat"), s);
	s->n = json_count(questions);
	if (s->n > SOP_QUESTIONS)
		s->n = SOP_QUESTIONS;
	for (i = 0; i < s->n; i++)
		read_question(r, json_at(questions, i), &s->questions[i]);
}

const struct sop *
sop_read(struct arena *a, const struct card *card, bool english)
{
	struct reader	 r = { a, english };
	struct sop	*s;
	struct json	*j;

	if (card == NULL)
		return NULL;
	if ((j = json_read(card->body)) == NULL) {
		log_warn("sop: %s is not JSON", card->code);
		return NULL;
	}
	s = arena_new(a, struct sop);
	s->card = card;
	read_card(&r, j, s);
	json_free(j);
	return s;
}

/* --- weighing ------------------------------------------------------------------- */

const struct sop_option *
sop_chosen(const struct sop *s, const struct sop_said *said, size_t i)
{
	size_t	 option = said[i].option;

	return option > 0 && option <= s->questions[i].n ?
	    &s->questions[i].options[option - 1] : NULL;
}

static void
add_once(const char **list, size_t *n, size_t max, const char *item)
{
	size_t	 i;

	for (i = 0; i < *n; i++)
		if (strcmp(list[i], item) == 0)
			return;
	if (*n < max && *item != '\0')
		list[(*n)++] = item;
}

/* Smaller is more urgent.  An answer that raises is stronger than one that lowers. */
enum strength { LOWERS, RAISES_BY, RAISES_TO, STRENGTHS };

static enum priority
pulled(const struct sop_option *o, enum strength how, enum priority p)
{
	if (how == LOWERS)
		return o->lower < PRIORITY_COUNT && o->lower > p ? o->lower : p;
	if (how == RAISES_TO)
		return o->raise < p ? o->raise : p;
	if (o->up <= 0 || p <= P1)
		return p;
	return (enum priority)(p > P1 + o->up ? p - o->up : P1);
}

static void
pull(const struct sop_set *set, size_t card, enum strength how, struct sop_weight *w)
{
	const struct sop	*s = set->sop[card];
	const struct sop_option	*o;
	enum priority		 p;
	size_t			 i;

	for (i = 0; i < s->n; i++) {
		if ((o = sop_chosen(s, set->said[card], i)) == NULL ||
		    (p = pulled(o, how, w->priority)) == w->priority)
			continue;
		w->priority = p;
		w->because = (struct sop_by){ s->questions[i].no, card };
		w->lowered = how == LOWERS;
	}
}

/* What an answer does besides. */
static void
follow(const struct sop_option *o, struct sop_by by, struct sop_weight *w)
{
	size_t	 k;

	for (k = 0; k < o->add.n; k++)
		add_once(w->add, &w->nadd, COUNT(w->add), o->add.line[k]);
	if (o->disaster)
		w->disaster = by;
	if (*o->category == '\0')
		return;
	w->category = o->category;
	w->category_by = by;
}

void
sop_weigh(const struct sop_set *set, enum priority usual, struct sop_weight *w)
{
	const struct sop_option	*o;
	enum strength		 how;
	size_t			 c, i;

	*w = (struct sop_weight){ .priority = usual, .category = "" };
	for (how = LOWERS; how < STRENGTHS; how++)
		for (c = 0; c < set->n && (how != LOWERS || c == 0); c++)
			pull(set, c, how, w);
	for (c = 0; c < set->n; c++)
		for (i = 0; i < set->sop[c]->n; i++)
			if ((o = sop_chosen(set->sop[c], set->said[c], i)) != NULL)
				follow(o, (struct sop_by){ set->sop[c]->questions[i].no, c }, w);
}

size_t
sop_done(const struct sop *s, const struct sop_said *said)
{
	size_t	 i, n = 0;

	for (i = 0; s != NULL && i < s->n; i++)
		n += sop_chosen(s, said, i) != NULL || *said[i].words != '\0';
	return n;
}
