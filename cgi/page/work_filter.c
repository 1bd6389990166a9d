/* work_filter.c: what an address of the worklist asks for, and the address that asks for it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "page/view.h"
#include "page/work_filter.h"

/* All of it is in the address, so it can be shared. */
struct ask {
	const char	*tampil;	/* which chip */
	const char	*prioritas;	/* "P1" */
	const char	*kecamatan;	/* a district's code */
	const char	*kategori;	/* a category's code */
	const char	*urut;		/* in which order */
	int64_t		 opd;		/* an agency's id, for those who see all */
	const char	*setelah;	/* the last row of the page before: "2-1795300000000-17" */
};

static const struct field fields[] = {
	CODE(struct ask, tampil, "L.worklist.view"),
	CODE(struct ask, prioritas, "L.common.priority"),
	CODE(struct ask, kecamatan, "L.worklist.district"),
	CODE(struct ask, kategori, "L.need.category"),
	CODE(struct ask, urut, "L.list.sort"),
	NUMBER(struct ask, opd, "L.need.agency"),
	CODE(struct ask, setelah, "L.worklist.after", .max = 60),
};

static const struct { const char *code, *word; } shows[WORK_SHOW_COUNT] = {
	[WORK_OPEN] = { "terbuka", "L.worklist.open" },
	[WORK_UNACCEPTED] = { "terima", "L.worklist.unaccepted" },
	[WORK_UNSEEN] = { "baru", "L.list.unseen" },
	[WORK_LATE] = { "lewat", "L.worklist.late" },
	[WORK_MINE] = { "unit", "L.worklist.mine" },
	[WORK_QUIET] = { "diam", "L.list.quiet" },
	[WORK_BACK] = { "kembali", "L.list.back" },
	[WORK_PAST] = { "selesai", "L.worklist.ended" },
};

static const char *const sorts[WORK_SORT_COUNT] = {
	[WORK_SORT_LIMIT] = "batas", [WORK_SORT_AGE] = "terbaru", [WORK_SORT_SILENCE] = "diam",
};

bool
work_sees_all(const struct visit *v)
{
	return role_may(v->desk.who.role, MAY_ANY_TICKET);
}

const char *
work_show_code(enum work_show s)
{
	return shows[s].code;
}

const char *
work_show_word(const struct visit *v, enum work_show s)
{
	return view_word(v, s == WORK_MINE && work_sees_all(v) ? "L.worklist.waiting" :
	    shows[s].word);
}

const char *
work_sort_code(enum work_sort s)
{
	return sorts[s];
}

static enum work_show
show_of(const char *code)
{
	enum work_show	 s;

	for (s = WORK_OPEN; s < WORK_SHOW_COUNT; s++)
		if (strcmp(shows[s].code, code) == 0)
			return s;
	return WORK_OPEN;
}

static enum work_sort
sort_of(const char *code)
{
	enum work_sort	 s;

	for (s = WORK_SORT_LIMIT; s < WORK_SORT_COUNT; s++)
		if (strcmp(sorts[s], code) == 0)
			return s;
	return WORK_SORT_LIMIT;
}

static void
read_after(const char *text, struct work_filter *f)
{
	char	*end;
	int64_t	 priority = strtoimax(text, &end, 10), at, id;

	if (end == text || *end != '-')
		return;
	at = strtoimax(end + 1, &end, 10);
	if (*end != '-')
		return;
	id = strtoimax(end + 1, &end, 10);
	if (*end != '\0' || id <= 0)
		return;
	f->after_priority = priority;
	f->after_at = at;
	f->after_id = id;
}

static bool
is_district(const struct visit *v, const char *code)
{
	const struct area	*a = *code == '\0' ? NULL : ref_area(v->desk.ref, code);

	return a != NULL && a->level == AREA_DISTRICT;
}

struct work_filter
work_filter_read(struct visit *v)
{
	struct form		 form;
	struct ask		 ask;
	struct work_filter	 f = { .priority = -1, .area = "" };
	const struct category	*c;
	enum priority		 p;

	if (form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->query,
	    &ask) != RC_OK)
		return f;
	f.show = show_of(ask.tampil);
	f.sort = sort_of(ask.urut);
	if ((p = priority_of(ask.prioritas)) < PRIORITY_COUNT)
		f.priority = (int)p;
	if (is_district(v, ask.kecamatan))
		f.area = ask.kecamatan;
	if (*ask.kategori != '\0' && (c = ref_category_code(v->desk.ref, ask.kategori)) != NULL)
		f.category = c->id;
	if (work_sees_all(v) && ref_agency(v->desk.ref, ask.opd) != NULL)
		f.agency = ask.opd;
	read_after(ask.setelah, &f);
	return f;
}

/* --- addresses --------------------------------------------------------------------------- */

const char *
work_query(const struct visit *v, const struct work_filter *f, enum work_show show)
{
	struct arena		*a = v->req->arena;
	const struct category	*c = f->category == 0 ? NULL :
	    ref_category(v->desk.ref, f->category);
	const char		*q = "";

	if (show != WORK_OPEN)
		q = arena_printf(a, "%s&tampil=%s", q, shows[show].code);
	if (f->priority >= 0)
		q = arena_printf(a, "%s&prioritas=P%d", q, f->priority);
	if (*f->area != '\0')
		q = arena_printf(a, "%s&kecamatan=%s", q, f->area);
	if (c != NULL)
		q = arena_printf(a, "%s&kategori=%s", q, c->code);
	if (f->sort != WORK_SORT_LIMIT)
		q = arena_printf(a, "%s&urut=%s", q, sorts[f->sort]);
	if (f->agency != 0)
		q = arena_printf(a, "%s&opd=%" PRId64, q, f->agency);
	return *q == '\0' ? "" : arena_printf(a, "?%s", q + 1);
}

const char *
work_query_after(const struct visit *v, const struct work_filter *now,
    const struct work_row *last)
{
	struct work_filter	 f = *now;
	const char		*query = work_query(v, now, now->show);

	work_after(&f, last);
	return arena_printf(v->req->arena, "%s%csetelah=%" PRId64 "-%" PRId64 "-%" PRId64,
	    query, *query == '\0' ? '?' : '&', f.after_priority, f.after_at, f.after_id);
}

const char *
work_heading(const struct visit *v, const struct work_filter *f)
{
	const char	*agency = view_agency(v, f->agency != 0 ? f->agency :
	    v->desk.who.agency);

	return *agency == '\0' ? view_word(v, "L.worklist.title_city") :
	    view_say(v, "L.worklist.title_agency", agency);
}

/* --- choices ------------------------------------------------------------------------------ */

static void
choose_kind(struct visit *v, const struct work_filter *f)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*o;
	size_t			 i;

	for (i = 0; i < ref->ncategories; i++) {
		o = vars_item(v->vars, "kind");
		set_kept(o, "code", ref->categories[i].code);
		set_kept(o, "name", view_category(v, ref->categories[i].id));
		set_flag(o, "picked", f->category == ref->categories[i].id);
	}
}

static void
choose_district(struct visit *v, const struct work_filter *f)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*o;
	size_t			 i;

	for (i = 0; i < ref->nareas; i++) {
		if (ref->areas[i].level != AREA_DISTRICT)
			continue;
		o = vars_item(v->vars, "district");
		set_kept(o, "code", ref->areas[i].code);
		set_kept(o, "name", ref->areas[i].name);
		set_flag(o, "picked", strcmp(f->area, ref->areas[i].code) == 0);
	}
}

void
work_choices(struct visit *v, const struct work_filter *f, bool kinds)
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
	choose_district(v, f);
	for (i = 0; work_sees_all(v) && i < ref->nagencies; i++) {
		o = vars_item(v->vars, "agency");
		set_int(o, "id", ref->agencies[i].id);
		set_kept(o, "name", ref->agencies[i].brief);
		set_flag(o, "picked", f->agency == ref->agencies[i].id);
	}
	if (kinds)
		choose_kind(v, f);
	set_kept(v->vars, "sort", sorts[f->sort]);
}

void
work_said(struct visit *v, const struct work_filter *f)
{
	struct work_filter	 without = *f;
	struct vars		*said;

	if (f->category == 0)
		return;
	without.category = 0;
	said = vars_item(v->vars, "said");
	set_kept(said, "word", view_category(v, f->category));
	set_kept(said, "query", work_query(v, &without, f->show));
	set_kept(v->vars, "kind", ref_category(v->desk.ref, f->category)->code);
}
