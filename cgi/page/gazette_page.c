/* gazette_page.c: names of places: looked for, added, corrected, hidden. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/gazette_action.h"
#include "domain/geo.h"
#include "lib/text.h"
#include "page/gazette_page.h"
#include "page/view.h"

struct named {
	const char	*name, *area, *point, *words;
	int64_t		 kind;
};

static const struct choice kinds[] = {
	{ PLACE_STREET, "L.gazette.kind.street" }, { PLACE_LANDMARK, "L.gazette.kind.landmark" },
	{ PLACE_ADDRESS, "L.gazette.kind.address" }, { 0, NULL }
};

static const struct field fields[] = {
	TEXT(struct named, name, "L.gazette.name", .required = true, .max = NAME_MAX),
	PICK(struct named, kind, "L.gazette.kind_of", .required = true, .choices = kinds),
	CODE(struct named, area, "L.intake.village"),
	TEXT(struct named, point, "L.gazette.point", .max = 100, .hint = "L.gazette.point_hint"),
	AREA(struct named, words, "L.gazette.words", .max = 1000, .hint = "L.gazette.words_hint"),
};

static int64_t
number_of(const char *text)
{
	size_t	 len = text == NULL ? 0 : strlen(text);

	return len > 0 && len < 16 && strspn(text, "0123456789") == len ?
	    strtoimax(text, NULL, 10) : 0;
}

static const char *
point_of(const struct visit *v, const struct name *n)
{
	return n->lat == 0 && n->lon == 0 ? "" : arena_printf(v->req->arena, "%.6f, %.6f",
	    (double)n->lat / 1e6, (double)n->lon / 1e6);
}

/* --- the list ----------------------------------------------------------------------------- */

static void
view_row(struct visit *v, const struct gazette_entry *e)
{
	struct vars	*row = vars_item(v->vars, "rows");

	set_int(row, "id", e->n.id);
	set_kept(row, "name", e->n.name);
	set_kept(row, "kind", view_code(v, "L.gazette.kind", place_kind_code(e->n.kind)));
	set_kept(row, "area", *e->n.area == '\0' ? NULL : view_area(v, e->n.area));
	set_kept(row, "point", point_of(v, &e->n));
	set_flag(row, "hidden", e->hidden);
	if (e->means != 0)
		set_int(row, "means", e->means);
	if (e->used != 0)
		set_kept(row, "used", view_date(v, e->used));
}

enum rc
gazette_page(struct visit *v)
{
	struct gazette_entry	*list = arena_alloc(v->req->arena, GAZETTE_PAGE * sizeof(*list));
	const char		*typed = pairs_get(&v->req->query, "cari");
	int64_t			 after = number_of(pairs_get(&v->req->query, "setelah"));
	bool			 more;
	size_t			 i, n;
	enum rc			 rc;

	typed = typed == NULL ? "" : typed;
	if ((rc = see_places(&v->desk, typed, after, list, &n, &more)) != RC_OK)
		return rc;
	page_title(v, "L.gazette.title");
	page_here(v, "tempat");
	set_text(v->vars, "sought", typed);
	for (i = 0; i < n; i++)
		view_row(v, &list[i]);
	if (more)
		set_kept(v->vars, "more", arena_printf(v->req->arena, "?cari=%s&setelah=%" PRId64,
		    text_url(v->req->arena, typed), list[n - 1].n.id));
	set_flag(v->vars, "later", after != 0);
	return page_show(v, "gazette.cs");
}

/* --- one name -------------------------------------------------------------------------------- */

static enum rc
show(struct visit *v, struct form *form, int64_t id, bool hidden)
{
	const struct ref	*r = v->desk.ref;
	size_t			 i;

	page_title(v, id == 0 ? "L.gazette.new" : "L.gazette.edit");
	page_here(v, "tempat");
	page_form(v, form);
	for (i = 0; i < r->nareas; i++)
		if (r->areas[i].level == AREA_VILLAGE)
			form_choice(form, v->vars, "area", r->areas[i].code,
			    view_area(v, r->areas[i].code));
	if (id != 0)
		set_int(v->vars, "id", id);
	set_kept(v->vars, "to", id == 0 ? "baru" : arena_printf(v->req->arena, "%" PRId64, id));
	set_flag(v->vars, "hidden", hidden);
	set_flag(v->vars, "saved", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "gazette_name.cs");
}

static enum rc
find(struct visit *v, int64_t *id, struct gazette_entry *e)
{
	*e = (struct gazette_entry){ .n = { .name = "", .folded = "", .area = "" } };
	*id = number_of(v->arg);
	if (strcmp(v->arg, "baru") == 0)
		return RC_OK;
	return *id == 0 ? RC_NOTFOUND : see_place(&v->desk, *id, e);
}

enum rc
gazette_show(struct visit *v)
{
	struct gazette_entry	 e;
	struct named		 named;
	struct form		 form;
	int64_t			 id;
	size_t			 i;
	enum rc			 rc = find(v, &id, &e);

	if (rc != RC_OK)
		return rc;
	named = (struct named){ .name = e.n.name, .area = e.n.area,
	    .kind = e.n.kind == PLACE_NONE ? PLACE_LANDMARK : (int64_t)e.n.kind,
	    .point = point_of(v, &e.n), .words = "" };
	for (i = 0; i < e.nwords; i++)
		named.words = arena_printf(v->req->arena, "%s%s\n", named.words, e.words[i]);
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &named);
	return show(v, &form, id, e.hidden);
}

/* A line each. */
static void
read_words(struct visit *v, struct form *form, const char *text, struct gazette_entry *e)
{
	size_t	 len;

	e->nwords = 0;
	for (text += strspn(text, "\n "); *text != '\0'; text += strspn(text, "\n ")) {
		len = strcspn(text, "\n");
		if (e->nwords == GAZETTE_WORDS || len > NAME_MAX) {
			form_fault(form, "words", "L.gazette.words_many");
			return;
		}
		e->words[e->nwords++] = arena_printf(v->req->arena, "%.*s", (int)len, text);
		text += len;
	}
}

static void
read_named(struct visit *v, struct form *form, const struct named *named,
    struct gazette_entry *e)
{
	struct point	 at = { 0, 0 };

	if (*named->point != '\0' && !geo_read(named->point, &at))
		form_fault(form, "point", "L.intake.coords_bad");
	e->n.name = named->name;
	e->n.area = named->area;
	e->n.kind = (enum place_kind)named->kind;
	e->n.lat = at.lat;
	e->n.lon = at.lon;
	read_words(v, form, named->words, e);
}

enum rc
gazette_send(struct visit *v)
{
	const char		*what = pairs_get(&v->req->sent, "do");
	struct gazette_entry	 e;
	struct named		 named;
	struct form		 form;
	int64_t			 id;
	enum rc			 rc = find(v, &id, &e);

	if (rc != RC_OK)
		return rc;
	if (what != NULL && id != 0 && (strcmp(what, "hide") == 0 || strcmp(what, "show") == 0)) {
		if ((rc = place_hide(&v->desk, id, *what == 'h')) == RC_OK)
			http_redirect(v->req, "/tempat/%" PRId64 "?jadi=1", id);
		return rc;
	}
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &named);
	read_named(v, &form, &named, &e);
	if (*named.area != '\0' && ref_area(v->desk.ref, named.area) == NULL)
		form_fault(&form, "area", "L.form.choose");
	if (rc == RC_OK && form_ok(&form))
		rc = place_edit(&v->desk, &e);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.gazette.same");
	if (page_again(v, &form, rc))
		return show(v, &form, id, e.hidden);
	if (rc == RC_OK)
		http_redirect(v->req, "/tempat/%" PRId64 "?jadi=1", e.n.id);
	return rc;
}
