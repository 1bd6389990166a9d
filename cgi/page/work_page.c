/* work_page.c: the live list of an agency, or of the city. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/see_action.h"
#include "domain/number.h"
#include "page/disaster_view.h"
#include "page/step.h"
#include "page/view.h"
#include "page/work_page.h"
#include "page/work_view.h"

/* What the address asks for.  All of it is in the address, so it can be shared. */
struct ask {
	const char	*tampil;	/* which chip */
	const char	*prioritas;	/* "P1" */
	const char	*kecamatan;	/* a district's code */
	int64_t		 opd;		/* an agency's id, for those who see all */
	const char	*setelah;	/* the last row of the page before: "2-1795300000000-17" */
};

static const struct field fields[] = {
	CODE(struct ask, tampil, "L.worklist.view"),
	CODE(struct ask, prioritas, "L.common.priority"),
	CODE(struct ask, kecamatan, "L.worklist.district"),
	NUMBER(struct ask, opd, "L.need.agency"),
	CODE(struct ask, setelah, "L.worklist.after", .max = 60),
};

static const char *const shows[WORK_SHOW_COUNT] = {
	[WORK_OPEN] = "terbuka", [WORK_UNACCEPTED] = "terima", [WORK_LATE] = "lewat",
	[WORK_MINE] = "unit", [WORK_PAST] = "selesai",
};

static const char *const show_words[WORK_SHOW_COUNT] = {
	[WORK_OPEN] = "L.worklist.open", [WORK_UNACCEPTED] = "L.worklist.unaccepted",
	[WORK_LATE] = "L.worklist.late", [WORK_MINE] = "L.worklist.mine",
	[WORK_PAST] = "L.worklist.ended",
};

/* --- the filter -------------------------------------------------------------------------- */

static bool
sees_all(const struct visit *v)
{
	return role_may(v->desk.who.role, MAY_ANY_TICKET);
}

static enum work_show
show_of(const char *code)
{
	enum work_show	 s;

	for (s = WORK_OPEN; s < WORK_SHOW_COUNT; s++)
		if (strcmp(shows[s], code) == 0)
			return s;
	return WORK_OPEN;
}

static void
read_after(const char *text, struct work_filter *f)
{
	char	*end;
	int64_t	 priority = strtoimax(text, &end, 10), due, id;

	if (end == text || *end != '-')
		return;
	due = strtoimax(end + 1, &end, 10);
	if (*end != '-')
		return;
	id = strtoimax(end + 1, &end, 10);
	if (*end != '\0' || id <= 0)
		return;
	f->after_priority = priority;
	f->after_due = due;
	f->after_id = id;
}

static bool
is_district(const struct visit *v, const char *code)
{
	const struct area	*a = *code == '\0' ? NULL : ref_area(v->desk.ref, code);

	return a != NULL && a->level == AREA_DISTRICT;
}

/* What is odd in the address is as if it were not there. */
static struct work_filter
read_filter(struct visit *v)
{
	struct form		 form;
	struct ask		 ask;
	struct work_filter	 f = { .priority = -1, .area = "" };
	enum priority		 p;

	if (form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->query,
	    &ask) != RC_OK)
		return f;
	f.show = show_of(ask.tampil);
	if ((p = priority_of(ask.prioritas)) < PRIORITY_COUNT)
		f.priority = (int)p;
	if (is_district(v, ask.kecamatan))
		f.area = ask.kecamatan;
	if (sees_all(v) && ref_agency(v->desk.ref, ask.opd) != NULL)
		f.agency = ask.opd;
	read_after(ask.setelah, &f);
	return f;
}

static bool
is_plain(const struct work_filter *f)
{
	return f->show == WORK_OPEN && f->priority < 0 && *f->area == '\0' &&
	    f->after_id == 0;
}

/* "?tampil=terima&prioritas=P1": only what the filter holds, never what was sent. */
static const char *
query_of(const struct visit *v, const struct work_filter *f, enum work_show show)
{
	struct arena	*a = v->req->arena;
	const char	*q = "";

	if (show != WORK_OPEN)
		q = arena_printf(a, "%s&tampil=%s", q, shows[show]);
	if (f->priority >= 0)
		q = arena_printf(a, "%s&prioritas=P%d", q, f->priority);
	if (*f->area != '\0')
		q = arena_printf(a, "%s&kecamatan=%s", q, f->area);
	if (f->agency != 0)
		q = arena_printf(a, "%s&opd=%" PRId64, q, f->agency);
	return *q == '\0' ? "" : arena_printf(a, "?%s", q + 1);
}

/* --- what the template sees -------------------------------------------------------------- */

/* To the desk "mine" is what waits for its check; to others, their unit's work. */
static const char *
word_of(const struct visit *v, enum work_show s)
{
	return view_word(v, s == WORK_MINE && sees_all(v) ? "L.worklist.waiting" :
	    show_words[s]);
}

static void
view_chips(struct visit *v, const struct work_filter *f, const struct work *w)
{
	struct vars	*chip;
	enum work_show	 s;

	for (s = WORK_OPEN; s < WORK_SHOW_COUNT; s++) {
		if (s == WORK_MINE && !sees_all(v) && v->desk.who.unit == 0)
			continue;
		chip = vars_item(v->vars, "chip");
		set_kept(chip, "query", query_of(v, f, s));
		set_kept(chip, "word", word_of(v, s));
		set_text(chip, "count", w->counts[s] >= 999 ? "999+" :
		    view_number(v, w->counts[s]));
		set_flag(chip, "here", s == f->show);
	}
}

static void
view_choices(struct visit *v, const struct work_filter *f)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*o;
	enum priority		 p;
	size_t			 i;

	for (p = P0; p < PRIORITY_COUNT; p++) {
		o = vars_item(v->vars, "priority");
		view_priority(v, o, p);
		set_flag(o, "picked", f->priority == (int)p);
	}
	for (i = 0; i < ref->nareas; i++) {
		if (ref->areas[i].level != AREA_DISTRICT)
			continue;
		o = vars_item(v->vars, "district");
		set_kept(o, "code", ref->areas[i].code);
		set_kept(o, "name", ref->areas[i].name);
		set_flag(o, "picked", strcmp(f->area, ref->areas[i].code) == 0);
	}
	for (i = 0; sees_all(v) && i < ref->nagencies; i++) {
		o = vars_item(v->vars, "agency");
		set_int(o, "id", ref->agencies[i].id);
		set_kept(o, "name", ref->agencies[i].brief);
		set_flag(o, "picked", f->agency == ref->agencies[i].id);
	}
}

static const char *
whose(const struct visit *v, const struct work_filter *f)
{
	return view_agency(v, f->agency != 0 ? f->agency : v->desk.who.agency);
}

static void
view_title(struct visit *v, const struct work_filter *f, const struct work *w)
{
	const char	*agency = whose(v, f);
	const char	*title = *agency == '\0' ? view_word(v, "L.worklist.title_city") :
	    view_say(v, "L.worklist.title_agency", agency);

	set_kept(v->vars, "heading", title);
	page_title_text(v, view_say(v, "L.worklist.title", title,
	    view_number(v, w->counts[WORK_OPEN])));
}

static void
view_next_page(struct visit *v, const struct work_filter *f, const struct work *w)
{
	const struct assignment	*last;
	const char		*query = query_of(v, f, f->show);

	set_kept(v->vars, "query", query);
	set_flag(v->vars, "later", f->after_id != 0);
	if (!w->more || w->n == 0)
		return;
	last = &w->rows[w->n - 1].a;
	set_kept(v->vars, "more", arena_printf(v->req->arena,
	    "%s%csetelah=%d-%" PRId64 "-%" PRId64, query, *query == '\0' ? '?' : '&',
	    (int)last->priority, last->due, last->id));
}

/* What is urgent shows whatever the filter hides. */
static enum rc
view_urgent(struct visit *v, const struct work_filter *f, const struct work *w)
{
	struct work_filter	 urgent = { .show = WORK_UNACCEPTED, .priority = -1,
					    .area = "", .agency = f->agency };
	struct work		 waiting;
	enum rc			 rc;

	if (is_plain(f)) {
		view_alert(v, w);
		return RC_OK;
	}
	if ((rc = see_work(&v->desk, &urgent, &waiting)) == RC_OK)
		view_alert(v, &waiting);
	return rc;
}

static enum rc
show_list(struct visit *v, const struct work_filter *f)
{
	struct work	 w;
	enum rc		 rc;

	if ((rc = see_work(&v->desk, f, &w)) != RC_OK ||
	    (rc = view_urgent(v, f, &w)) != RC_OK)
		return rc;
	page_here(v, "tugas");
	view_disasters(v);
	view_title(v, f, &w);
	view_chips(v, f, &w);
	view_choices(v, f);
	view_work(v, &w);
	view_next_page(v, f, &w);
	set_int(v->vars, "pulse", w.version);
	set_kept(v->vars, "show", shows[f->show]);
	set_kept(v->vars, "clock", view_clock(v, v->desk.now));
	set_flag(v->vars, "city_list", v->desk.who.agency == 0);
	return page_show(v, "work.cs");
}

/* --- the handlers ------------------------------------------------------------------------ */

enum rc
work_list(struct visit *v)
{
	struct work_filter	 f = read_filter(v);

	view_done(v);
	set_kept(v->vars, "refresh", "15");
	return show_list(v, &f);
}

enum rc
work_version(struct visit *v)
{
	int64_t	 version;
	enum rc	 rc = see_work_version(&v->desk, &version);

	if (rc != RC_OK)
		return rc;
	v->req->type = "text/plain; charset=utf-8";
	if (!http_unchanged(v->req, arena_printf(v->req->arena, "%" PRId64, version)))
		buf_printf(&v->req->body, "%" PRId64 "\n", version);
	return RC_OK;
}

enum rc
work_find(struct visit *v)
{
	struct work_filter	 f = { .priority = -1, .area = "" };
	const char		*typed, *number;

	if (pairs_once(&v->req->query, "nomor", &typed) != RC_OK)
		return RC_INPUT;
	number = typed == NULL ? NULL : number_read(v->req->arena, typed);
	if (number != NULL) {
		http_redirect(v->req, "/tiket/%s", number);
		return RC_OK;
	}
	v->req->status = 422;
	set_text(v->vars, "sought", typed);
	set_flag(v->vars, "unknown", true);
	return show_list(v, &f);
}

/* refused.{number,why,busy} and rival.*: what a button could not do */
static enum rc
show_refused(struct visit *v, const struct order *o, const struct verdict *verdict, enum rc rc)
{
	struct work_filter	 f = read_filter(v);
	struct vars		*refused = vars_child(v->vars, "refused");

	set_kept(refused, "number", o->number);
	if (rc == RC_INPUT) {
		v->req->status = 422;
		set_kept(refused, "why", step_refusal(v, verdict->missing));
	} else if (rc == RC_CONFLICT) {
		v->req->status = 409;
		view_rival(v, verdict);
	} else if (rc == RC_BUSY) {
		v->req->status = 503;
		http_header(v->req, "Retry-After", "5");
		set_flag(refused, "busy", true);
	} else {
		return rc;
	}
	return show_list(v, &f);
}

enum rc
work_step(struct visit *v)
{
	struct order		 o = { .note = "", .reason = "", .target = "" };
	struct verdict		 verdict = { 0 };
	struct work_filter	 f;
	enum rc			 rc;

	if (!step_read_value(v->req->arena, pairs_get(&v->req->sent, "langkah"), &o))
		return RC_INPUT;
	rc = move(&v->desk, &o, &verdict);
	if (rc == RC_INPUT && step_refusal(v, verdict.missing) == NULL) {
		http_redirect(v->req, "/tiket/%s/langkah/%s?objek=%s", o.number,
		    act_code(o.act), step_object(v->req->arena, o.life, o.object));
		return RC_OK;
	}
	if (rc != RC_OK)
		return show_refused(v, &o, &verdict, rc);
	f = read_filter(v);
	step_done(v, o.act, o.number);
	http_redirect(v->req, "/tugas%s", query_of(v, &f, f.show));
	return RC_OK;
}
