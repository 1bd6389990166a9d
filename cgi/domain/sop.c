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

static const struct sop_option *
chosen(const struct sop *s, const struct sop_said *said, size_t i)
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
static void
weigh_priority(const struct sop *s, const struct sop_said *said, struct sop_weight *w)
{
	const struct sop_option	*o;
	size_t			 i;

	for (i = 0; i < s->n; i++)
		if ((o = chosen(s, said, i)) != NULL && o->lower < PRIORITY_COUNT &&
		    o->lower > w->priority) {
			w->priority = o->lower;
			w->because = s->questions[i].no;
			w->lowered = true;
		}
	for (i = 0; i < s->n; i++)
		if ((o = chosen(s, said, i)) != NULL && o->up > 0 && w->priority > P1) {
			w->priority = (enum priority)(w->priority > P1 + o->up ?
			    w->priority - o->up : P1);
			w->because = s->questions[i].no;
			w->lowered = false;
		}
	for (i = 0; i < s->n; i++)
		if ((o = chosen(s, said, i)) != NULL && o->raise < w->priority) {
			w->priority = o->raise;
			w->because = s->questions[i].no;
			w->lowered = false;
		}
}

void
sop_weigh(const struct sop *s, const struct sop_said *said, enum priority usual,
    struct sop_weight *w)
{
	const struct sop_option	*o;
	size_t			 i, k;

	*w = (struct sop_weight){ .priority = usual, .category = "" };
	if (s == NULL)
		return;
	weigh_priority(s, said, w);
	for (i = 0; i < s->n; i++) {
		if ((o = chosen(s, said, i)) == NULL)
			continue;
		for (k = 0; k < o->add.n; k++)
			add_once(w->add, &w->nadd, COUNT(w->add), o->add.line[k]);
		add_once(w->cards, &w->ncards, COUNT(w->cards), o->card);
		if (o->disaster)
			w->disaster = s->questions[i].no;
		if (*o->category != '\0') {
			w->category = o->category;
			w->category_by = s->questions[i].no;
		}
	}
}

size_t
sop_done(const struct sop *s, const struct sop_said *said)
{
	size_t	 i, n = 0;

	for (i = 0; s != NULL && i < s->n; i++)
		n += chosen(s, said, i) != NULL || *said[i].words != '\0';
	return n;
}
