/* unit_edit.c: a unit's data: new, changed, out of use. */
#include <inttypes.h>
#include <string.h>

#include "action/rule.h"
#include "page/place_view.h"
#include "page/unit_page.h"
#include "page/view.h"

struct typed {
	const char	*kode, *nama, *jenis, *plat, *muatan, *pangkalan, *titik;
	int64_t		 awak, versi;
	const char	*opd;
};

static const struct field fields[] = {
	CODE(struct typed, opd, "L.need.agency"),
	TEXT(struct typed, kode, "L.units.code", .required = true, .max = 12,
	    .hint = "L.units.code_hint"),
	TEXT(struct typed, nama, "L.units.name", .required = true, .max = 60),
	TEXT(struct typed, jenis, "L.units.kind", .max = 40, .hint = "L.units.kind_hint"),
	TEXT(struct typed, plat, "L.units.plate", .max = 16),
	TEXT(struct typed, muatan, "L.units.load", .max = 40, .hint = "L.units.load_hint"),
	NUMBER(struct typed, awak, "L.units.seats", .max = 99),
	TEXT(struct typed, pangkalan, "L.units.base", .max = 80, .hint = "L.units.base_hint"),
	TEXT(struct typed, titik, "L.gazette.point", .max = 100, .hint = "L.units.point_hint"),
	NUMBER(struct typed, versi, "L.units.code"),
};

int64_t
unit_id(const struct visit *v)
{
	const char	*from = v->req->path + strlen("/unit/");

	return route_id(arena_printf(v->req->arena, "%.*s", (int)strcspn(from, "/"), from));
}

static bool
is_new(const struct visit *v)
{
	return strcmp(v->req->path, "/unit/baru") == 0;
}

/* --- showing --------------------------------------------------------------------------------- */

static enum rc
show(struct visit *v, struct form *form, const struct unit_row *r)
{
	const struct ref	*ref = v->desk.ref;
	size_t			 i;

	page_title_text(v, r->u.id == 0 ? view_word(v, "L.units.new") :
	    view_say(v, "L.units.edit", r->u.code));
	page_here(v, "unit");
	page_form(v, form);
	for (i = 0; r->u.id == 0 && i < ref->nagencies; i++)
		if (!rule_is_agency_role(v->desk.who.role) ||
		    ref->agencies[i].id == v->desk.who.agency)
			(void)form_choice(form, v->vars, "opd", ref->agencies[i].code,
			    ref->agencies[i].brief);
	set_flag(v->vars, "choose_agency", r->u.id == 0 &&
	    !rule_is_agency_role(v->desk.who.role));
	if (r->u.id != 0)
		set_int(v->vars, "id", r->u.id);
	set_flag(v->vars, "retired", r->valid_to != 0);
	return page_show(v, "unit_edit.cs");
}

static enum rc
find(struct visit *v, struct unit_row *r)
{
	struct unit_sheet	*s = arena_new(v->req->arena, struct unit_sheet);
	enum rc			 rc;

	*r = (struct unit_row){ .u = { .code = "", .name = "", .base = "", .kind = "",
	    .plate = "", .load = "", .agency = v->desk.who.agency } };
	if (is_new(v))
		return RC_OK;
	if ((rc = see_unit(&v->desk, unit_id(v), s)) == RC_OK)
		*r = s->row;
	return rc;
}

enum rc
unit_form(struct visit *v)
{
	struct unit_row	 r;
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = find(v, &r);

	if (rc != RC_OK)
		return rc;
	t = (struct typed){ r.u.code, r.u.name, r.u.kind, r.u.plate, r.u.load, r.u.base,
	    r.u.lat == 0 && r.u.lon == 0 ? "" : view_coords(v, (struct point){ r.u.lat, r.u.lon }),
	    r.u.crew, r.u.version, "" };
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &t);
	return show(v, &form, &r);
}

/* --- reading --------------------------------------------------------------------------------- */

/* Coordinates, or else the only place of the base's name. */
static void
read_base(struct visit *v, struct form *form, const struct typed *t, struct unit *u)
{
	struct point	 p = { 0, 0 };

	if (*t->titik != '\0' && !geo_read(t->titik, &p))
		form_fault(form, "titik", "L.intake.coords_bad");
	if (*t->titik == '\0' && *t->pangkalan != '\0' &&
	    unit_find_base(&v->desk, t->pangkalan, &p) != RC_OK)
		p = (struct point){ 0, 0 };
	u->base = t->pangkalan;
	u->lat = p.lat;
	u->lon = p.lon;
}

static void
read_unit(struct visit *v, struct form *form, const struct typed *t, struct unit *u)
{
	const struct agency	*a;

	u->code = t->kode;
	u->name = t->nama;
	u->kind = t->jenis;
	u->plate = t->plat;
	u->load = t->muatan;
	u->crew = t->awak;
	u->version = t->versi;
	read_base(v, form, t, u);
	if (u->id != 0 || rule_is_agency_role(v->desk.who.role))
		return;
	if ((a = ref_agency_code(v->desk.ref, t->opd)) == NULL)
		form_fault(form, "opd", "L.form.choose");
	else
		u->agency = a->id;
}

static enum rc
retire(struct visit *v, struct unit_row *r, bool retired)
{
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = unit_retire(&v->desk, r->u.id, retired);

	if (rc == RC_OK) {
		http_redirect(v->req, "/unit/%" PRId64, r->u.id);
		return RC_OK;
	}
	if (rc != RC_CONFLICT)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &t);
	form.notice = view_word(v, "L.units.is_out");
	return page_again(v, &form, RC_CONFLICT) ? show(v, &form, r) : rc;
}

enum rc
unit_send(struct visit *v)
{
	const char	*what = pairs_get(&v->req->sent, "do");
	struct unit_row	 r;
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = find(v, &r);

	if (rc != RC_OK)
		return rc;
	if (what != NULL && r.u.id != 0 &&
	    (strcmp(what, "pensiun") == 0 || strcmp(what, "kembali") == 0))
		return retire(v, &r, *what == 'p');
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &t);
	read_unit(v, &form, &t, &r.u);
	if (rc == RC_OK && form_ok(&form))
		rc = unit_keep(&v->desk, &r.u);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.units.same");
	if (page_again(v, &form, rc))
		return show(v, &form, &r);
	if (rc == RC_OK)
		http_redirect(v->req, "/unit/%" PRId64 "?jadi=1", r.u.id);
	return rc;
}
