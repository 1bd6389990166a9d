/* search_page.c: /cari: tickets by number, voice code, place and words. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/search_action.h"
#include "lib/text.h"
#include "page/search_page.h"
#include "page/view.h"

/* All of it is in the address, so it can be shared and kept. */
struct ask {
	const char	*q;
	const char	*status;
	const char	*prioritas;
	int64_t		 opd, hari;
	int64_t		 di, nilai, no;		/* where the page before ended */
};

static const struct field fields[] = {
	TEXT(struct ask, q, "L.search.words"),
	CODE(struct ask, status, "L.common.status"),
	CODE(struct ask, prioritas, "L.common.priority"),
	NUMBER(struct ask, opd, "L.need.agency"),
	NUMBER(struct ask, hari, "L.search.days"),
	NUMBER(struct ask, di, "L.common.next_page"),
	NUMBER(struct ask, nilai, "L.common.next_page"),
	NUMBER(struct ask, no, "L.common.next_page"),
};

static const struct {
	const char	*code, *word;
	int		 open;
} states[] = {
	{ "", "L.search.any_state", -1 }, { "terbuka", "L.search.open", 1 },
	{ "berakhir", "L.search.ended", 0 },
};

static const struct {
	int64_t		 days;
	const char	*word;
} spans[] = {
	{ 0, "L.search.any_time" }, { 1, "L.search.day" }, { 7, "L.search.week" },
	{ 30, "L.search.month" }, { 365, "L.search.year" },
};

enum { SNIPPET = 150, TITLE = 100 };

/* --- the address --------------------------------------------------------------------- */

static int
open_of(const char *code)
{
	size_t	 i;

	for (i = 0; i < COUNT(states); i++)
		if (strcmp(states[i].code, code) == 0)
			return states[i].open;
	return -1;
}

static int64_t
days_of(int64_t days)
{
	size_t	 i;

	for (i = 0; i < COUNT(spans); i++)
		if (spans[i].days == days)
			return days;
	return 0;
}

/* What is odd in the address is as if it were not there. */
static struct search_filter
read_filter(struct visit *v)
{
	struct search_filter	 f = { .typed = "", .open = -1, .priority = -1 };
	struct form		 form;
	struct ask		 ask;
	enum priority		 p;

	if (form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->query, &ask) != RC_OK)
		return f;
	f.typed = ask.q;
	f.open = open_of(ask.status);
	if ((p = priority_of(ask.prioritas)) < PRIORITY_COUNT)
		f.priority = (int)p;
	if (role_may(v->desk.who.role, MAY_ANY_TICKET) && ref_agency(v->desk.ref, ask.opd) != NULL)
		f.agency = ask.opd;
	f.days = days_of(ask.hari);
	if (ask.di > 0) {
		f.below = ask.di;
		f.score = ask.nilai;
		f.id = ask.no > 0 ? ask.no : 0;
	}
	return f;
}

static const char *
query_of(const struct visit *v, const struct search_filter *f)
{
	struct arena	*a = v->req->arena;
	const char	*q = arena_printf(a, "?q=%s", text_url(a, f->typed));
	size_t		 i;

	for (i = 0; f->open >= 0 && i < COUNT(states); i++)
		if (states[i].open == f->open)
			q = arena_printf(a, "%s&status=%s", q, states[i].code);
	if (f->priority >= 0)
		q = arena_printf(a, "%s&prioritas=P%d", q, f->priority);
	if (f->agency != 0)
		q = arena_printf(a, "%s&opd=%" PRId64, q, f->agency);
	if (f->days != 0)
		q = arena_printf(a, "%s&hari=%" PRId64, q, f->days);
	return q;
}

/* --- what the template sees ------------------------------------------------------------ */

static void
view_choices(struct visit *v, const struct search_filter *f)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*o;
	enum priority		 p;
	size_t			 i;

	for (i = 0; i < COUNT(states); i++) {
		o = vars_item(v->vars, "status");
		set_kept(o, "code", states[i].code);
		set_kept(o, "word", view_word(v, states[i].word));
		set_flag(o, "picked", f->open == states[i].open);
	}
	for (i = 0; i < COUNT(spans); i++) {
		o = vars_item(v->vars, "span");
		set_int(o, "days", spans[i].days);
		set_kept(o, "word", view_word(v, spans[i].word));
		set_flag(o, "picked", f->days == spans[i].days);
	}
	for (p = P0; p < PRIORITY_COUNT; p++) {
		o = vars_item(v->vars, "priority");
		view_priority(v, o, p);
		set_flag(o, "picked", f->priority == (int)p);
	}
	for (i = 0; role_may(v->desk.who.role, MAY_ANY_TICKET) && i < ref->nagencies; i++) {
		o = vars_item(v->vars, "agency");
		set_int(o, "id", ref->agencies[i].id);
		set_kept(o, "name", ref->agencies[i].brief);
		set_flag(o, "picked", f->agency == ref->agencies[i].id);
	}
}

/* row.piece.N.{text,hit}; the whole text where nothing in it was looked for. */
static void
view_pieces(struct visit *v, struct vars *row, const struct sought *s, const char *text,
    size_t max)
{
	struct piece	 list[PIECES_MAX];
	struct vars	*piece;
	size_t		 i, n = search_pieces(v->req->arena, s, text, max, list);

	for (i = 0; i < n; i++) {
		piece = vars_item(row, "piece");
		set_kept(piece, "text", list[i].text);
		set_flag(piece, "hit", list[i].hit);
	}
	if (n == 0 && *text != '\0')
		set_kept(vars_item(row, "piece"), "text", text_cut(v->req->arena, text, max));
}

/* A title made of an account is its beginning, cut: that is not said twice. */
static bool
goes_on(const struct ticket *t)
{
	static const char	 cut[] = "\u2026";
	size_t			 len = strlen(t->title), end = sizeof(cut) - 1;

	if (len > end && strcmp(t->title + len - end, cut) == 0)
		len -= end;
	return strncmp(t->title, t->detail, len) == 0;
}

static void
view_texts(struct visit *v, struct vars *row, const struct sought *s, const struct ticket *t)
{
	const char	*kind = view_category(v, t->category);

	if (goes_on(t)) {
		view_pieces(v, vars_child(row, "title"), s, t->detail, SNIPPET);
	} else {
		view_pieces(v, vars_child(row, "title"), s, t->title, TITLE);
		view_pieces(v, vars_child(row, "detail"), s, t->detail, SNIPPET);
	}
	if (strcmp(kind, t->title) != 0)
		view_pieces(v, vars_child(row, "kind"), s, kind, TITLE);
	view_pieces(v, vars_child(row, "place"), s, t->place.text, TITLE);
	if (*t->place.area != '\0')
		view_pieces(v, vars_child(row, "area"), s, view_area(v, t->place.area), TITLE);
}

static void
view_row(struct visit *v, const struct sought *s, const struct ticket *t)
{
	struct vars	*row = vars_item(v->vars, "found");

	set_kept(row, "number", t->number);
	if (t->open)
		set_kept(row, "voice", t->voice);
	view_priority(v, row, t->priority);
	view_state(v, row, t->state);
	view_texts(v, row, s, t);
	set_kept(row, "agency", view_agency(v, t->lead));
	set_kept(row, "time", view_time(v, t->recorded));
	set_kept(row, "iso", view_iso(v, t->recorded));
}

static void
view_next(struct visit *v, const struct search_filter *f, const struct findings *found)
{
	const char	*query = query_of(v, f);

	set_kept(v->vars, "first", query);
	set_flag(v->vars, "later", f->below != 0);
	if (found->until != 0)
		set_kept(v->vars, "until", view_date(v, found->until));
	if (found->below == 0)
		return;
	set_flag(v->vars, "older", found->older);
	set_kept(v->vars, "more", arena_printf(v->req->arena, found->older ?
	    "%s&di=%" PRId64 : "%s&di=%" PRId64 "&nilai=%" PRId64 "&no=%" PRId64, query,
	    found->below, found->score, found->id));
}

/* Why there is so little, or less than there may be. */
static void
view_why(struct visit *v, const struct findings *found)
{
	const struct sought	*s = &found->sought;

	set_flag(v->vars, "asked", true);
	set_flag(v->vars, "none", found->n == 0 && !found->older);
	set_flag(v->vars, "too_plain", s->n == 0 && s->number == NULL && s->nparts == 0 &&
	    s->voice == NULL && !s->unsaid);
	set_flag(v->vars, "unsaid", s->unsaid);
	set_flag(v->vars, "narrow", found->narrow);
	set_flag(v->vars, "building", found->building);
}

static enum rc
show_found(struct visit *v, const struct search_filter *f)
{
	struct findings	 found;
	size_t		 i;
	enum rc		 rc = see_search(&v->desk, f, &found);

	if (rc != RC_OK)
		return rc;
	if (found.exact) {
		http_redirect(v->req, "/tiket/%s", found.rows[0].t.number);
		return RC_OK;
	}
	for (i = 0; i < found.n; i++)
		view_row(v, &found.sought, &found.rows[i].t);
	view_why(v, &found);
	view_next(v, f, &found);
	return page_show(v, "search.cs");
}

enum rc
search_list(struct visit *v)
{
	struct search_filter	 f = read_filter(v);

	page_title(v, "L.search.title");
	page_here(v, "cari");
	set_kept(v->vars, "q", f.typed);
	view_choices(v, &f);
	set_flag(v->vars, "filtered", f.open >= 0 || f.priority >= 0 || f.agency != 0 ||
	    f.days != 0);
	set_kept(v->vars, "plain", arena_printf(v->req->arena, "?q=%s",
	    text_url(v->req->arena, f.typed)));
	return *f.typed == '\0' ? page_show(v, "search.cs") : show_found(v, &f);
}
