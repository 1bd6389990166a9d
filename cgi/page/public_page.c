/* public_page.c: what the public may read: the list of reports, and one of them. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"
#include "page/photo_page.h"
#include "page/public_page.h"
#include "page/public_view.h"
#include "page/view.h"

/* --- the list ----------------------------------------------------------------------- */

struct filter {
	const char	*category, *area, *before;
};

static const struct field fields[] = {
	CODE(struct filter, category, "L.portal.list.category"),
	CODE(struct filter, area, "L.portal.list.area"),
	CODE(struct filter, before, "L.portal.list.pages"),
};

/* "1795300000000-17": the time and the id of the last row of the page before. */
static bool
read_before(const char *text, struct public_filter *f)
{
	char	*end;

	errno = 0;
	f->before_at = strtoimax(text, &end, 10);
	if (end == text || *end != '-')
		return false;
	text = end + 1;
	f->before_id = strtoimax(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' &&
	    f->before_at > 0 && f->before_id > 0;
}

static enum rc
read_filter(struct visit *v, struct form *form, struct filter *in, struct public_filter *f)
{
	const struct category	*c;
	enum rc			 rc;

	*f = (struct public_filter){ .area = "" };
	if ((rc = form_read(form, v->req->arena, fields, COUNT(fields),
	    &v->req->query, in)) != RC_OK)
		return rc;
	if (*in->category != '\0') {
		if ((c = ref_category_code(v->desk.ref, in->category)) == NULL)
			return RC_INPUT;
		f->category = c->id;
	}
	if (*in->area != '\0' && ref_area(v->desk.ref, in->area) == NULL)
		return RC_INPUT;
	if (*in->before != '\0' && !read_before(in->before, f))
		return RC_INPUT;
	f->area = in->area;
	return RC_OK;
}

/* What the public can see at all; in the table's order. */
static void
view_categories(struct visit *v, const struct form *form)
{
	const struct category	*c = v->desk.ref->categories;
	const struct category	*end = c + v->desk.ref->ncategories;

	for (; c < end; c++)
		if (c->display != DISPLAY_CLOSED)
			form_choice(form, v->vars, "category", c->code, view_category(v, c->id));
}

/* first, next: queries of other pages; shown, filtered, older */
static void
view_pages(struct visit *v, const struct filter *in, const struct public_row *rows,
    size_t n, bool more)
{
	const char	*kept = arena_printf(v->req->arena, "category=%s&area=%s",
	    in->category, in->area);
	const char	*count = view_number(v, (int64_t)n);
	bool		 older = *in->before != '\0';

	set_flag(v->vars, "filtered", *in->category != '\0' || *in->area != '\0');
	set_kept(v->vars, "shown", older ? view_say(v, "L.portal.list.shown_older", count) :
	    view_say(v, "L.portal.list.shown", count));
	if (older)
		set_kept(v->vars, "first", kept);
	if (more && n > 0)
		set_kept(v->vars, "next", arena_printf(v->req->arena,
		    "%s&before=%" PRId64 "-%" PRId64, kept, rows[n - 1].t.recorded,
		    rows[n - 1].t.id));
}

enum rc
public_list(struct visit *v)
{
	struct filter		 in;
	struct public_filter	 f;
	struct form		 form;
	struct public_row	*rows;
	size_t			 n;
	bool			 more;
	enum rc			 rc;

	if ((rc = read_filter(v, &form, &in, &f)) != RC_OK ||
	    (rc = see_public_list(&v->desk, &f, &rows, &n, &more)) != RC_OK)
		return rc;
	form_show(&form, v->vars, v->tmpl, v->lang);
	view_categories(v, &form);
	view_areas(v, &form);
	view_public_rows(v, rows, n);
	view_pages(v, &in, rows, n, more);
	page_here(v, "laporan");
	page_title(v, "L.portal.list.title");
	return page_show(v, "public_list.cs");
}

/* --- one ticket ------------------------------------------------------------------------ */

/*
 * ticket.{number,heading,kind,place,when,iso,full}; where full also
 * ticket.{text,reporters,agency,state.*}, events.N.*
 */
static void
view_one(struct visit *v, const struct track_view *t)
{
	struct vars	*out = vars_child(v->vars, "ticket");
	bool		 full = view_is_full(&t->t);

	set_text(out, "number", t->t.number);
	set_kept(out, "kind", view_category(v, t->t.category));
	set_kept(out, "heading", full ? t->t.title : view_category(v, t->t.category));
	set_kept(out, "place", full ? view_place(v, &t->t.place) :
	    view_area(v, t->t.place.area));
	set_kept(out, "when", view_moment(v, t->t.recorded));
	set_kept(out, "iso", view_iso(v, t->t.recorded));
	set_flag(out, "full", full);
	if (!full)
		return;
	set_kept(out, "text", t->t.detail);
	if (t->t.reporters > 1)
		set_kept(out, "reporters", view_say(v, "L.portal.track.reporters",
		    view_number(v, t->t.reporters)));
	if (t->holder != NULL)
		set_kept(out, "agency", t->holder->name);
	view_state(v, out, t->t.state);
	view_story(v, t->events, t->nevents, false);
}

enum rc
public_ticket(struct visit *v)
{
	const char		*number = number_read(v->req->arena, v->arg);
	struct track_view	 t;
	enum rc			 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if (strcmp(number, v->arg) != 0) {
		http_redirect(v->req, "/laporan/%s", number);
		return RC_OK;
	}
	if ((rc = see_public(&v->desk, number, &t)) != RC_OK)
		return rc;
	view_one(v, &t);
	if ((rc = view_public_photos(v, &t.t)) != RC_OK)
		return rc;
	page_here(v, "laporan");
	page_title_text(v, view_say(v, "L.portal.ticket.title", number));
	return page_show(v, "public_ticket.cs");
}
