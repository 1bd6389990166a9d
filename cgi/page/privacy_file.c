/*
 * privacy_file.c: a copy of somebody's data as a table other programs read.
 *
 * What can be read by a machine is theirs too (UU 27/2022, article 13 (1)).
 * One row for each thing: which part, what, when, who, and the words.
 */
#include "lib/csv.h"
#include "lib/json.h"
#include "page/privacy_view.h"
#include "page/view.h"

struct sheet {
	const struct visit	*v;
	const struct json	*j;
	struct csv		 csv;
};

static const char *
text_of(const struct sheet *s, const struct json *j, const char *name)
{
	return arena_text(s->v->req->arena, json_text(json_get(j, name)));
}

static const char *
time_of(const struct sheet *s, const struct json *j, const char *name)
{
	int64_t	 at = json_int(json_get(j, name));

	return at == 0 ? "" : view_iso(s->v, at);
}

static void
row(struct sheet *s, const char *part, const char *what, const char *at, const char *who,
    const char *words)
{
	csv_text(&s->csv, part);
	csv_text(&s->csv, what);
	csv_text(&s->csv, at);
	csv_text(&s->csv, who);
	csv_text(&s->csv, words);
	csv_end(&s->csv);
}

/* What has one value; nothing where it has none. */
static void
fact(struct sheet *s, const char *part, const char *key, const char *value)
{
	if (*value != '\0')
		row(s, view_word(s->v, part), view_word(s->v, key), "", "", value);
}

static void
you(struct sheet *s)
{
	static const char	 part[] = "L.data.letter.you";
	bool			 mail = json_int(json_get(s->j, "mail")) != 0;

	fact(s, part, "L.data.one.name", text_of(s, s->j, "name"));
	fact(s, part, "L.data.one.phone", text_of(s, s->j, "phone"));
	fact(s, part, "L.data.one.email", text_of(s, s->j, "email"));
	fact(s, part, "L.data.letter.nik", text_of(s, s->j, "nik"));
	fact(s, part, "L.data.letter.privacy", view_code(s->v, "L.privacy",
	    text_of(s, s->j, "privacy")));
	fact(s, part, "L.data.letter.mail", view_word(s->v, mail ? "L.common.yes" :
	    "L.common.no"));
	fact(s, part, "L.data.letter.call", time_of(s, s->j, "called"));
}

static void
report(struct sheet *s)
{
	static const char	 part[] = "L.data.letter.report";
	int64_t			 category = json_int(json_get(s->j, "category"));

	fact(s, part, "L.data.col.ticket", text_of(s, s->j, "number"));
	fact(s, part, "L.data.letter.reported", time_of(s, s->j, "reported"));
	fact(s, part, "L.data.letter.kind", ref_category(s->v->desk.ref, category) == NULL ? "" :
	    view_category(s->v, category));
	fact(s, part, "L.data.col.channel", view_code(s->v, "L.channel",
	    text_of(s, s->j, "channel")));
	fact(s, part, "L.data.letter.place", text_of(s, s->j, "place"));
	fact(s, part, "L.data.letter.area", view_area(s->v, text_of(s, s->j, "area")));
	fact(s, part, "L.data.letter.detail", text_of(s, s->j, "detail"));
	fact(s, part, "L.data.letter.words", text_of(s, s->j, "words"));
}

/* A list of the letter: what each is, by the words of a family for one of its codes. */
static void
list(struct sheet *s, const char *name, const char *part, const char *family, const char *code,
    const char *words)
{
	const struct json	*all = json_get(s->j, name), *e;
	size_t			 i;

	for (i = 0; all != NULL && i < json_count(all); i++) {
		e = json_at(all, i);
		row(s, view_word(s->v, part), family == NULL ? text_of(s, e, code) :
		    view_code(s->v, family, text_of(s, e, code)), time_of(s, e, "at"),
		    json_get(e, "role") == NULL ? "" : view_doer(s->v, e),
		    text_of(s, e, words));
	}
}

static void
agencies(struct sheet *s)
{
	const struct json	*all = json_get(s->j, "agencies");
	size_t			 i;

	for (i = 0; all != NULL && i < json_count(all); i++)
		fact(s, "L.data.letter.agencies", "L.data.letter.agency",
		    view_agency_name(s->v, json_int(json_at(all, i))));
}

static void
photos(struct sheet *s)
{
	const struct json	*all = json_get(s->j, "photos");
	size_t			 i;

	for (i = 0; all != NULL && i < json_count(all); i++)
		row(s, view_word(s->v, "L.data.letter.photos"),
		    text_of(s, json_at(all, i), "type"), time_of(s, json_at(all, i), "at"), "",
		    view_photo_line(s->v, json_at(all, i)));
}

enum rc
view_person_file(struct visit *v, const char *json)
{
	struct json	*j = json_read(json);
	struct sheet	 s = { .v = v, .j = j, .csv = { .out = &v->req->body } };

	if (j == NULL)
		return RC_FAIL;
	row(&s, view_word(v, "L.data.file.part"), view_word(v, "L.data.file.what"),
	    view_word(v, "L.data.file.at"), view_word(v, "L.data.file.who"),
	    view_word(v, "L.data.file.words"));
	you(&s);
	report(&s);
	list(&s, "answers", "L.data.letter.answers", NULL, "asked", "said");
	list(&s, "messages", "L.data.letter.messages", "L.channel.side", "side", "said");
	list(&s, "opened", "L.data.letter.opened", "L.reason", "reason", "note");
	agencies(&s);
	list(&s, "events", "L.data.letter.events", "L.did", "act", "note");
	photos(&s);
	list(&s, "letters", "L.data.letter.letters", "L.data.mail", "kind", "none");
	list(&s, "requests", "L.data.letter.requests", "L.data.kind", "kind", "number");
	json_free(j);
	return RC_OK;
}
