/* sop_write.c: an SOP card as JSON again, for the next version of it. */
#include <string.h>

#include "domain/sop.h"
#include "lib/json.h"

struct writer {
	struct buf	 b;
	bool		 begun;		/* something stands before in this object */
};

static void
name_of(struct writer *w, const char *name)
{
	buf_text(&w->b, w->begun ? "," : "");
	json_put_text(&w->b, name);
	buf_text(&w->b, ":");
	w->begun = true;
}

/* What is empty is left away: it reads the same. */
static void
put(struct writer *w, const char *name, const char *text)
{
	if (*text == '\0')
		return;
	name_of(w, name);
	json_put_text(&w->b, text);
}

static void
put_number(struct writer *w, struct arena *a, const char *name, int64_t n)
{
	name_of(w, name);
	buf_text(&w->b, arena_printf(a, "%lld", (long long)n));
}

/* The text, and what it is in English where that is another one. */
static void
put_both(struct writer *w, struct arena *a, const char *name, const char *text,
    const char *english)
{
	put(w, name, text);
	if (strcmp(text, english) != 0)
		put(w, arena_printf(a, "%s_en", name), english);
}

static void
put_lines(struct writer *w, const char *name, const struct sop_lines *l)
{
	size_t	 i;

	if (l->n == 0)
		return;
	name_of(w, name);
	buf_text(&w->b, "[");
	for (i = 0; i < l->n; i++) {
		buf_text(&w->b, i == 0 ? "" : ",");
		json_put_text(&w->b, l->line[i]);
	}
	buf_text(&w->b, "]");
}

static void
put_option(struct writer *w, struct arena *a, const struct sop_option *o,
    const struct sop_option *en)
{
	w->begun = false;
	buf_text(&w->b, "{");
	put_both(w, a, "label", o->said, en->label);
	if (o->raise < PRIORITY_COUNT)
		put(w, "prioritas", priority_code(o->raise));
	if (o->lower < PRIORITY_COUNT)
		put(w, "turun", priority_code(o->lower));
	if (o->up > 0)
		put_number(w, a, "naik", o->up);
	put_lines(w, "tambah", &o->add);
	put(w, "kartu", o->card);
	put(w, "kategori", o->category);
	if (o->disaster) {
		name_of(w, "bencana");
		buf_text(&w->b, "true");
	}
	put(w, "ucap", o->say);
	put_both(w, a, "saran", o->advice, en->advice);
	buf_text(&w->b, "}");
	w->begun = true;
}

static void
put_question(struct writer *w, struct arena *a, const struct sop_question *q,
    const struct sop_question *en)
{
	size_t	 i;

	w->begun = false;
	buf_text(&w->b, "{");
	put_number(w, a, "no", q->no);
	put_both(w, a, "tanya", q->asked, en->ask);
	put(w, "jawaban", q->kind);
	put(w, "akibat", q->effect);
	if (q->n > 0) {
		name_of(w, "opsi");
		buf_text(&w->b, "[");
		for (i = 0; i < q->n; i++) {
			buf_text(&w->b, i == 0 ? "" : ",");
			put_option(w, a, &q->options[i], &en->options[i]);
		}
		buf_text(&w->b, "]");
	}
	buf_text(&w->b, "}");
	w->begun = true;
}

static void
put_questions(struct writer *w, struct arena *a, const struct sop *s, const struct sop *en)
{
	size_t	 i;

	name_of(w, "pertanyaan");
	buf_text(&w->b, "[");
	for (i = 0; i < s->n; i++) {
		buf_text(&w->b, i == 0 ? "" : ",");
		put_question(w, a, &s->questions[i], &en->questions[i]);
	}
	buf_text(&w->b, "]");
	w->begun = true;
}

static void
put_locks(struct writer *w, const struct sop *s)
{
	size_t	 i;

	if (s->nlocks == 0)
		return;
	name_of(w, "prasyarat");
	buf_text(&w->b, "[");
	for (i = 0; i < s->nlocks; i++) {
		buf_text(&w->b, i == 0 ? "{" : ",{");
		w->begun = false;
		put(w, "tanya", s->locks[i].ask);
		put(w, "opd", s->locks[i].agency);
		buf_text(&w->b, "}");
	}
	buf_text(&w->b, "]");
	w->begun = true;
}

const char *
sop_write(struct arena *a, const struct sop *s, const struct sop *en)
{
	struct writer	 w = { .begun = false };
	const char	*text;

	buf_text(&w.b, "{");
	put(&w, "kode", s->card->code);
	put_both(&w, a, "judul", s->title, en->title);
	put(&w, "pembuka", s->opening);
	put_questions(&w, a, s, en);
	put_lines(&w, "instruksi", &s->tell);
	put_lines(&w, "jangan", &s->never);
	put_lines(&w, "naik_prioritas", &s->raise);
	put_lines(&w, "untuk_petugas", &s->crew);
	put_locks(&w, s);
	put_number(&w, a, "versi", s->card->version);
	buf_text(&w.b, "}");
	text = arena_text(a, w.b.data);
	buf_free(&w.b);
	return text;
}
