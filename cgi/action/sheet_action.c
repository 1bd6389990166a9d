/* sheet_action.c: the worklist on paper, shift by shift, and as a file. */
#include "action/export.h"
#include "action/sheet_action.h"
#include "domain/shift.h"
#include "lib/csv.h"
#include "lib/when.h"
#include "store/ref_store.h"
#include "store/work_store.h"

enum { BATCH = 250 };

/* --- a shift's sheet ----------------------------------------------------------------------- */

static enum rc
read_ended(const struct desk *d, const struct work_filter *f, struct work_sheet *s)
{
	struct work_filter	 past = *f;
	struct work		 ended = { 0 };
	size_t			 i;
	enum rc			 rc;

	past.show = WORK_PAST;
	past.since = s->since;
	past.after_id = 0;
	if ((rc = see_work_rows(d, &past, WORK_SHEET_MAX, &ended)) != RC_OK)
		return rc;
	s->ended = arena_alloc(d->arena, ended.n * sizeof(*s->ended));
	for (i = 0; i < ended.n && rc == RC_OK; i++) {
		s->ended[i].row = ended.rows[i];
		rc = work_ender(d->db, d->arena, &ended.rows[i].a, &s->ended[i].who);
		if (rc == RC_NOTFOUND)
			rc = RC_OK;
	}
	s->nended = ended.n;
	s->more = s->more || ended.more;
	return rc;
}

enum rc
see_work_sheet(const struct desk *d, const struct work_filter *f, struct work_sheet *s)
{
	struct work_filter	 open = *f;
	const char		*starts;
	enum rc			 rc;

	*s = (struct work_sheet){ 0 };
	if (!role_may(d->who.role, MAY_WORK))
		return RC_FORBIDDEN;
	if ((rc = setting_get(d->db, d->arena, "shifts", &starts)) != RC_OK)
		return rc;
	s->since = shift_start(starts, d->now, d->ref->zone);
	if (open.show == WORK_PAST)
		open.show = WORK_OPEN;
	open.after_id = 0;
	if ((rc = see_work_rows(d, &open, WORK_SHEET_MAX, &s->open)) != RC_OK)
		return rc;
	s->more = s->open.more;
	return read_ended(d, f, s);
}

/* --- a file ---------------------------------------------------------------------------------- */

static void
write_head(struct csv *c)
{
	static const char *const	 names[] = {
		"ticket", "priority", "category", "title", "place", "area", "district", "agency",
		"lead", "state", "ticket_state", "units", "reporters", "recorded_at", "sent_at",
		"accepted_at", "arrived_at", "ended_at", "due_at"
	};
	size_t				 i;

	for (i = 0; i < COUNT(names); i++)
		csv_text(c, names[i]);
	csv_end(c);
}

static const char *
time_of(const struct desk *d, int64_t at)
{
	return at == 0 ? "" : when_iso(d->arena, at);
}

static const char *
agency_of(const struct desk *d, int64_t id)
{
	const struct agency	*a = ref_agency(d->ref, id);

	return a == NULL ? "" : a->code;
}

static void
write_place(const struct desk *d, struct csv *c, const struct place *p)
{
	const struct area	*area = *p->area == '\0' ? NULL : ref_area(d->ref, p->area);
	const struct area	*over = area == NULL || area->level != AREA_VILLAGE ? NULL :
	    ref_area(d->ref, area->parent);

	csv_text(c, p->text);
	csv_text(c, area == NULL ? "" : area->name);
	csv_text(c, over == NULL ? "" : over->name);
}

static void
write_row(const struct desk *d, struct csv *c, const struct work_row *r)
{
	const struct category	*kind = ref_category(d->ref, r->t.category);
	const struct assignment	*a = &r->a;

	csv_text(c, r->t.number);
	csv_text(c, priority_code(a->priority));
	csv_text(c, kind == NULL ? "" : kind->code);
	csv_text(c, r->t.title);
	write_place(d, c, &r->t.place);
	csv_text(c, agency_of(d, a->agency));
	csv_int(c, a->lead);
	csv_text(c, state_code(a->state));
	csv_text(c, state_code(r->t.state));
	csv_text(c, a->units);
	csv_int(c, r->t.reporters);
	csv_text(c, time_of(d, r->t.recorded));
	csv_text(c, time_of(d, a->sent));
	csv_text(c, time_of(d, a->accepted));
	csv_text(c, time_of(d, a->arrived));
	csv_text(c, time_of(d, a->ended));
	csv_text(c, time_of(d, a->open ? a->due : 0));
	csv_end(c);
}

static enum rc
write_rows(const struct desk *d, const struct work_filter *f, struct work_file *file)
{
	struct work_filter	 page = *f;
	struct csv		 csv = { .out = file->out };
	struct work		 w = { .more = true };
	size_t			 i;
	enum rc			 rc;

	page.after_id = 0;
	write_head(&csv);
	while (w.more && file->rows < WORK_FILE_MAX) {
		if ((rc = see_work_rows(d, &page, BATCH, &w)) != RC_OK)
			return rc;
		for (i = 0; i < w.n; i++)
			write_row(d, &csv, &w.rows[i]);
		file->rows += w.n;
		if (w.n > 0)
			work_after(&page, &w.rows[w.n - 1]);
	}
	file->more = w.more;
	return RC_OK;
}

enum rc
export_work(const struct desk *d, const struct work_filter *f, struct work_file *file)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_WORK))
		return RC_FORBIDDEN;
	file->rows = 0;
	file->more = false;
	if ((rc = write_rows(d, f, file)) != RC_OK)
		return rc;
	return export_record(d, &(struct exported){ "work", file->query, file->out, file->rows,
	    file->more });
}
