/* unit_sheet.c: one unit: what it does, whether it is ready, who is on board, with what. */
#include <inttypes.h>
#include <string.h>

#include "lib/json.h"
#include "lib/when.h"
#include "page/unit_page.h"
#include "page/view.h"

/* The page's small forms are one to the form: each button reads its own fields. */
struct typed {
	const char	*alasan, *sampai, *catatan;	/* not ready */
	const char	*awak, *nama;			/* on board */
	const char	*alat, *berlaku;		/* equipment */
	int64_t		 jumlah;
};

static const struct field fields[] = {
	CODE(struct typed, alasan, "L.units.reason"),
	TEXT(struct typed, sampai, "L.units.until", .max = 16, .hint = "L.units.until_hint"),
	TEXT(struct typed, catatan, "L.units.note", .max = 200),
	CODE(struct typed, awak, "L.units.crew_account"),
	TEXT(struct typed, nama, "L.units.crew_name", .max = 60),
	TEXT(struct typed, alat, "L.units.kit_name", .max = 60),
	NUMBER(struct typed, jumlah, "L.units.kit_number", .max = 999),
	TEXT(struct typed, berlaku, "L.units.kit_due", .max = 10, .hint = "L.units.kit_due_hint"),
};

/* --- showing -------------------------------------------------------------------------------- */

static void
view_crew(struct visit *v, const struct unit_sheet *s)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < s->ncrew; i++) {
		row = vars_item(v->vars, "crew");
		set_int(row, "id", s->crew[i].id);
		set_kept(row, "name", *s->crew[i].name == '\0' ? view_word(v, "L.units.forgotten") :
		    s->crew[i].name);
		set_kept(row, "since", view_time(v, s->crew[i].at));
	}
}

static void
view_kit(struct visit *v, const struct unit_sheet *s)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < s->nkit; i++) {
		row = vars_item(v->vars, "kit");
		set_int(row, "id", s->kit[i].id);
		set_kept(row, "name", s->kit[i].name);
		set_kept(row, "number", view_number(v, s->kit[i].number));
		if (s->kit[i].due == 0)
			continue;
		set_kept(row, "due", view_date(v, s->kit[i].due - 1));
		set_flag(row, "expired", s->kit[i].due <= v->desk.now);
		set_flag(row, "soon", s->kit[i].due > v->desk.now &&
		    s->kit[i].due <= v->desk.now + 30 * DAY);
	}
}

static void
view_past(struct visit *v, const struct unit_sheet *s)
{
	struct json	*j;
	struct vars	*row;
	const char	*what;
	size_t		 i;

	for (i = 0; i < s->npast; i++) {
		if ((j = json_read(s->past[i].data)) == NULL)
			continue;
		what = arena_text(v->req->arena, json_text(json_get(j, "unit")));
		json_free(j);
		row = vars_item(v->vars, "past");
		set_kept(row, "clock", view_time(v, s->past[i].at));
		set_kept(row, "iso", view_iso(v, s->past[i].at));
		set_kept(row, "what", view_code(v, "L.units.did", what));
		set_kept(row, "by", s->past[i].by);
		set_kept(row, "note", *s->past[i].note == '\0' ? NULL : s->past[i].note);
	}
}

/* Each is asked for by its own button, and there it may not be empty. */
static void
view_required(struct visit *v)
{
	struct vars	*form = vars_child(v->vars, "form");

	set_flag(vars_child(form, "alasan"), "required", true);
	set_flag(vars_child(form, "alat"), "required", true);
	set_flag(vars_child(form, "jumlah"), "required", true);
}

static void
view_choices(struct visit *v, const struct form *form, const struct unit_sheet *s)
{
	enum unready	 u;
	size_t		 i;

	for (u = UNREADY_NONE + 1; u < UNREADY_COUNT; u++)
		(void)form_choice(form, v->vars, "alasan", unready_code(u),
		    view_code(v, "L.units.why", unready_code(u)));
	for (i = 0; i < s->npeople; i++)
		(void)form_choice(form, v->vars, "awak", arena_printf(v->req->arena, "%" PRId64,
		    s->people[i].id), s->people[i].name);
}

static enum rc
show(struct visit *v, struct form *form, const struct unit_sheet *s)
{
	const struct unit	*u = &s->row.u;
	struct vars		*row = vars_child(v->vars, "unit");

	page_here(v, "unit");
	page_title_text(v, arena_printf(v->req->arena, "%s %s", u->code, u->name));
	page_form(v, form);
	view_required(v);
	view_choices(v, form, s);
	if (s->stand.u != NULL)
		view_stand(v, row, &s->stand);
	set_int(row, "id", u->id);
	set_kept(row, "code", u->code);
	set_kept(row, "name", u->name);
	set_kept(row, "agency", view_agency_name(v, u->agency));
	set_kept(row, "load", *u->load == '\0' ? NULL : u->load);
	if (s->row.valid_to != 0)
		set_kept(row, "retired", view_date(v, s->row.valid_to));
	set_flag(row, "placed", u->lat != 0 || u->lon != 0);
	view_crew(v, s);
	view_kit(v, s);
	view_past(v, s);
	set_flag(v->vars, "keeps", s->keeps && s->row.valid_to == 0);
	set_flag(v->vars, "edits", s->keeps);
	set_flag(v->vars, "states", s->states);
	set_flag(v->vars, "saved", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "unit.cs");
}

static enum rc
load(struct visit *v, struct unit_sheet **s)
{
	*s = arena_new(v->req->arena, struct unit_sheet);
	return see_unit(&v->desk, unit_id(v), *s);
}

enum rc
unit_show(struct visit *v)
{
	const struct typed	 t = { .alasan = "", .sampai = "", .catatan = "", .awak = "",
		.nama = "", .alat = "", .berlaku = "", .jumlah = 1 };
	struct unit_sheet	*s;
	struct form		 form;
	enum rc			 rc = load(v, &s);

	if (rc != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &t);
	return show(v, &form, s);
}

/* --- what is sent ---------------------------------------------------------------------------- */

static enum rc
read_form(struct visit *v, struct form *form, struct typed *t)
{
	return form_read(form, v->req->arena, fields, COUNT(fields), &v->req->sent, t);
}

/* The sheet again, or on to it. */
static enum rc
answer(struct visit *v, struct form *form, enum rc rc)
{
	struct unit_sheet	*s;
	enum rc			 loaded;

	if (page_again(v, form, rc))
		return (loaded = load(v, &s)) == RC_OK ? show(v, form, s) : loaded;
	if (rc == RC_OK)
		http_redirect(v->req, "/unit/%" PRId64 "?jadi=1", unit_id(v));
	return rc;
}

static int64_t
button(const struct visit *v, const char *name)
{
	const char	*value = pairs_get(&v->req->sent, name);

	return value == NULL ? 0 : route_id(value);
}

static void
read_until(struct visit *v, struct form *form, const char *field, const char *text, int64_t *at)
{
	*at = 0;
	if (*text != '\0' && when_read(text, v->desk.ref->zone, at) != RC_OK)
		form_fault(form, field, "L.worklist.until_bad");
}

enum rc
unit_ready_send(struct visit *v)
{
	const char		*what = pairs_get(&v->req->sent, "do");
	struct readiness	 r = { .unit = unit_id(v), .note = "" };
	struct form		 form;
	struct typed		 t;
	enum rc			 rc = read_form(v, &form, &t);

	if (what == NULL || strcmp(what, "siap") != 0) {
		r.reason = unready_of(t.alasan);
		r.note = t.catatan;
		read_until(v, &form, "sampai", t.sampai, &r.until);
		if (r.reason == UNREADY_NONE)
			form_fault(&form, "alasan", "L.form.choose");
		if (r.until != 0 && r.until <= v->desk.now)
			form_fault(&form, "sampai", "L.worklist.until_past");
	}
	if (rc == RC_OK && form_ok(&form))
		rc = unit_state(&v->desk, &r);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.units.said_already");
	return answer(v, &form, rc);
}

enum rc
unit_crew_send(struct visit *v)
{
	int64_t		 gone = button(v, "turun");
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = read_form(v, &form, &t);

	if (gone == 0 && *t.awak == '\0' && *t.nama == '\0')
		form_fault(&form, "nama", "L.units.crew_missing");
	if (rc == RC_OK && form_ok(&form))
		rc = gone != 0 ? unit_leave(&v->desk, unit_id(v), gone) :
		    unit_board(&v->desk, unit_id(v), route_id(t.awak), t.nama);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, gone != 0 ? "L.units.gone" : "L.units.on_board");
	if (rc == RC_INPUT && form_ok(&form))
		form_fault(&form, "awak", "L.form.choose");
	return answer(v, &form, rc);
}

enum rc
unit_kit_send(struct visit *v)
{
	int64_t		 gone = button(v, "hapus");
	struct kit	 k = { .unit = unit_id(v) };
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = read_form(v, &form, &t);

	k.name = t.alat;
	k.number = t.jumlah;
	read_until(v, &form, "berlaku", t.berlaku, &k.due);
	if (k.due != 0)
		k.due = when_midnight(k.due, v->desk.ref->zone) + DAY;	/* all of that day */
	if (gone == 0 && *t.alat == '\0')
		form_fault(&form, "alat", "L.form.required");
	if (gone == 0 && t.jumlah < 1)
		form_fault(&form, "jumlah", "L.form.required");
	if (rc == RC_OK && form_ok(&form))
		rc = gone != 0 ? unit_strip(&v->desk, unit_id(v), gone) : unit_equip(&v->desk, &k);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.units.gone");
	if (rc == RC_INPUT && form_ok(&form))
		form_fault(&form, "alat", "L.units.kit_full");
	return answer(v, &form, rc);
}
