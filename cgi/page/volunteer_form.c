/* volunteer_form.c: a volunteer is added, or changed. */
#include <inttypes.h>
#include <string.h>

#include "action/rule.h"
#include "page/view.h"
#include "page/volunteer_page.h"

struct typed {
	const char	*nama, *telepon, *surel, *area, *opd;
	struct many	 keahlian;
	bool		 setuju;
	int64_t		 versi;
};

static const struct field fields[] = {
	TEXT(struct typed, nama, "L.volunteer.name", .max = 80),
	PHONE(struct typed, telepon, "L.volunteer.phone", .hint = "L.volunteer.phone_hint"),
	MAIL(struct typed, surel, "L.volunteer.email", .hint = "L.volunteer.email_hint"),
	CODE(struct typed, area, "L.volunteer.area", .required = true,
	    .hint = "L.volunteer.area_hint"),
	CODE(struct typed, opd, "L.volunteer.keeper"),
	MANY(struct typed, keahlian, "L.volunteer.skills"),
	FLAG(struct typed, setuju, "L.volunteer.agrees", .hint = "L.volunteer.consent_1"),
	NUMBER(struct typed, versi, "L.volunteer.name"),
};

static bool
is_new(const struct visit *v)
{
	return strcmp(v->req->path, "/relawan/baru") == 0;
}

static int64_t
id_of(const struct visit *v)
{
	const char	*from = v->req->path + strlen("/relawan/");

	return route_id(arena_printf(v->req->arena, "%.*s", (int)strcspn(from, "/"), from));
}

static enum rc
find(struct visit *v, struct volunteer_sheet *s)
{
	*s = (struct volunteer_sheet){ .v = { .name = "", .phone = "", .email = "", .area = "",
	    .agency = rule_is_agency_role(v->desk.who.role) ? v->desk.who.agency : 0 } };
	return is_new(v) ? RC_OK : see_volunteer(&v->desk, id_of(v), s);
}

static void
view_choices(struct visit *v, const struct form *form)
{
	const struct ref	*r = v->desk.ref;
	struct skill		 all[SKILLS_MAX];
	size_t			 i, n;

	for (i = 0; i < r->nareas; i++)
		if (r->areas[i].level == AREA_VILLAGE)
			(void)form_choice(form, v->vars, "area", r->areas[i].code,
			    view_area(v, r->areas[i].code));
	for (i = 0; !rule_is_agency_role(v->desk.who.role) && i < r->nagencies; i++)
		(void)form_choice(form, v->vars, "opd", r->agencies[i].code,
		    r->agencies[i].brief);
	if (!is_new(v) || see_skills(&v->desk, all, &n) != RC_OK)
		return;
	for (i = 0; i < n; i++)
		(void)form_choice(form, v->vars, "keahlian", all[i].code, view_skill(v, &all[i]));
}

static enum rc
show(struct visit *v, struct form *form, const struct volunteer_sheet *s)
{
	page_title(v, is_new(v) ? "L.volunteer.new" : "L.volunteer.edit");
	page_here(v, "unit");
	page_form(v, form);
	set_flag(vars_child(vars_child(v->vars, "form"), "nama"), "required", true);
	set_flag(vars_child(vars_child(v->vars, "form"), "telepon"), "required", is_new(v));
	view_choices(v, form);
	set_flag(v->vars, "is_new", is_new(v));
	set_flag(v->vars, "agrees", is_new(v) || s->v.consent != CONSENT_VERSION);
	set_flag(v->vars, "names", is_new(v) || !s->veiled);
	set_flag(v->vars, "choose_agency", !rule_is_agency_role(v->desk.who.role));
	if (!is_new(v))
		set_int(v->vars, "id", s->v.id);
	return page_show(v, "volunteer_edit.cs");
}

enum rc
volunteer_form(struct visit *v)
{
	const struct agency	*a;
	struct volunteer_sheet	 s;
	struct form		 form;
	struct typed		 t;
	enum rc			 rc = find(v, &s);

	if (rc != RC_OK)
		return rc;
	a = ref_agency(v->desk.ref, s.v.agency);
	t = (struct typed){ .nama = s.veiled ? "" : s.v.name, .telepon = "", .surel = "",
	    .area = s.v.area, .opd = a == NULL ? "" : a->code, .versi = s.v.version };
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &t);
	return show(v, &form, &s);
}

/* --- sent ------------------------------------------------------------------------------------ */

static void
check(struct visit *v, struct form *form, const struct typed *t, const struct volunteer_sheet *s)
{
	const struct area	*a = *t->area == '\0' ? NULL : ref_area(v->desk.ref, t->area);

	if (*t->nama == '\0' && (is_new(v) || !s->veiled))
		form_fault(form, "nama", "L.form.required");
	if (*t->telepon == '\0' && is_new(v))
		form_fault(form, "telepon", "L.form.required");
	if (*t->area != '\0' && (a == NULL || a->level != AREA_VILLAGE))
		form_fault(form, "area", "L.form.choose");
	if (*t->opd != '\0' && ref_agency_code(v->desk.ref, t->opd) == NULL)
		form_fault(form, "opd", "L.form.choose");
	if (is_new(v) && !t->setuju)
		form_fault(form, "setuju", "L.volunteer.agrees_missing");
}

/* Only codes that are there become skills. */
static size_t
read_skills(struct visit *v, const struct many *codes, struct skill *out)
{
	struct skill	 all[SKILLS_MAX];
	size_t		 i, k, n, found = 0;

	if (see_skills(&v->desk, all, &n) != RC_OK)
		return 0;
	for (i = 0; i < n; i++)
		for (k = 0; k < codes->n; k++)
			if (strcmp(codes->items[k], all[i].code) == 0) {
				out[found++] = all[i];
				break;
			}
	return found;
}

static void
read_order(struct visit *v, const struct typed *t, const struct volunteer_sheet *s,
    struct skill *skills, struct volunteer_order *o)
{
	const struct agency	*a = ref_agency_code(v->desk.ref, t->opd);

	*o = (struct volunteer_order){ .v = s->v, .agreed = t->setuju };
	o->v.name = t->nama;
	o->v.phone = t->telepon;
	o->v.email = t->surel;
	o->v.area = t->area;
	o->v.version = t->versi;
	if (!rule_is_agency_role(v->desk.who.role))
		o->v.agency = a == NULL ? 0 : a->id;
	if (is_new(v)) {
		o->skills = skills;
		o->nskills = read_skills(v, &t->keahlian, skills);
	}
}

enum rc
volunteer_send(struct visit *v)
{
	struct skill		 skills[SKILLS_MAX];
	struct volunteer_sheet	 s;
	struct volunteer_order	 o;
	struct form		 form;
	struct typed		 t;
	enum rc			 rc = find(v, &s);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &t);
	check(v, &form, &t, &s);
	read_order(v, &t, &s, skills, &o);
	if (rc == RC_OK && form_ok(&form))
		rc = volunteer_keep(&v->desk, &o);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.volunteer.same");
	if (page_again(v, &form, rc))
		return show(v, &form, &s);
	if (rc == RC_OK)
		http_redirect(v->req, "/relawan/%" PRId64 "?jadi=1", o.v.id);
	return rc;
}
