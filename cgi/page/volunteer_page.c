/* volunteer_page.c: volunteers: the list with its warnings, and one of them. */
#include <inttypes.h>
#include <string.h>

#include "lib/when.h"
#include "page/view.h"
#include "page/volunteer_page.h"

/* The page's small forms are one to the form: each button reads its own fields. */
struct typed {
	const char	*sampai, *catatan;		/* vetting */
	const char	*keahlian, *berlaku;		/* a skill */
	const char	*alasan;			/* why the number is looked at */
	bool		 yakin;				/* consent is withdrawn */
};

static const struct field fields[] = {
	TEXT(struct typed, sampai, "L.volunteer.vetted_to", .max = 10),
	TEXT(struct typed, catatan, "L.volunteer.vetted_note", .max = 300,
	    .hint = "L.volunteer.vetted_note_hint"),
	CODE(struct typed, keahlian, "L.volunteer.skill"),
	TEXT(struct typed, berlaku, "L.volunteer.paper", .max = 10,
	    .hint = "L.volunteer.paper_hint"),
	TEXT(struct typed, alasan, "L.volunteer.why", .max = 200),
	FLAG(struct typed, yakin, "L.volunteer.sure"),
};

const char *
view_skill(const struct visit *v, const struct skill *k)
{
	return v->lang == LANG_EN && *k->name_en != '\0' ? k->name_en : k->name;
}

static int64_t
id_of(const struct visit *v)
{
	const char	*from = v->req->path + strlen("/relawan/");

	return route_id(arena_printf(v->req->arena, "%.*s", (int)strcspn(from, "/"), from));
}

/* --- the list -------------------------------------------------------------------------------- */

static const char *
skills_of_row(const struct visit *v, const struct volunteer_sheet *s)
{
	const char	*text = "";
	size_t		 i;

	for (i = 0; i < s->nskills; i++)
		text = arena_printf(v->req->arena, "%s%s%s", text, i == 0 ? "" : ", ",
		    view_skill(v, &s->skills[i]));
	return text;
}

/* row.{id,name,agency,area,phone,skills,fit,unfit,vetted_to,overdue} */
static void
view_row(struct visit *v, struct vars *row, const struct volunteer_sheet *s)
{
	set_int(row, "id", s->v.id);
	set_kept(row, "name", s->v.name);
	set_kept(row, "agency", s->v.agency == 0 ? view_word(v, "L.volunteer.city") :
	    view_agency(v, s->v.agency));
	set_kept(row, "area", view_area(v, s->v.area));
	set_kept(row, "phone", s->v.phone);
	set_kept(row, "skills", skills_of_row(v, s));
	set_flag(row, "fit", s->unfit == FIT);
	set_kept(row, "unfit", s->unfit == FIT ? NULL : view_code(v, "L.volunteer.unfit",
	    unfit_code(s->unfit)));
	if (s->v.vetted_to != 0) {
		set_kept(row, "vetted_to", view_date(v, s->v.vetted_to - 1));
		set_flag(row, "overdue", s->v.vetted_to <= v->desk.now);
	}
}

enum rc
volunteers_page(struct visit *v)
{
	const char		*after = pairs_get(&v->req->query, "setelah");
	struct volunteer_list	 l;
	size_t			 i;
	enum rc			 rc;

	if ((rc = see_volunteers(&v->desk, after == NULL ? 0 : route_id(after), &l)) != RC_OK)
		return rc;
	page_title(v, "L.volunteer.title");
	page_here(v, "unit");
	for (i = 0; i < l.n; i++)
		view_row(v, vars_item(v->vars, "rows"), &l.rows[i]);
	for (i = 0; after == NULL && i < l.ndue; i++)
		view_row(v, vars_item(v->vars, "due"), &l.due[i]);
	if (l.more)
		set_kept(v->vars, "more", arena_printf(v->req->arena, "?setelah=%" PRId64,
		    l.rows[l.n - 1].v.id));
	set_flag(v->vars, "later", after != NULL);
	set_flag(v->vars, "gone", pairs_get(&v->req->query, "dihapus") != NULL);
	return page_show(v, "volunteers.cs");
}

/* --- one ------------------------------------------------------------------------------------- */

static void
view_skills(struct visit *v, const struct form *form, const struct volunteer_sheet *s)
{
	struct skill	 all[SKILLS_MAX];
	struct vars	*row;
	size_t		 i, n;

	for (i = 0; i < s->nskills; i++) {
		row = vars_item(v->vars, "skill");
		set_kept(row, "code", s->skills[i].code);
		set_kept(row, "name", view_skill(v, &s->skills[i]));
		if (s->skills[i].until != 0) {
			set_kept(row, "until", view_date(v, s->skills[i].until - 1));
			set_flag(row, "expired", s->skills[i].until <= v->desk.now);
		}
	}
	if (see_skills(&v->desk, all, &n) != RC_OK)
		return;
	for (i = 0; i < n; i++)
		(void)form_choice(form, v->vars, "keahlian", all[i].code, view_skill(v, &all[i]));
}

/* Each is asked for by its own button, and there it may not be empty. */
static void
view_required(struct visit *v)
{
	struct vars	*form = vars_child(v->vars, "form");

	set_flag(vars_child(form, "sampai"), "required", true);
	set_flag(vars_child(form, "catatan"), "required", true);
	set_flag(vars_child(form, "keahlian"), "required", true);
	set_flag(vars_child(form, "alasan"), "required", true);
}

/* opened: after the event was put down, else NULL. */
static enum rc
show(struct visit *v, struct form *form, const struct volunteer *opened)
{
	struct volunteer_sheet	 s;
	struct vars		*row = vars_child(v->vars, "who");
	enum rc			 rc = see_volunteer(&v->desk, id_of(v), &s);

	if (rc != RC_OK)
		return rc;
	page_here(v, "unit");
	page_title_text(v, s.v.name);
	page_form(v, form);
	view_required(v);
	view_row(v, row, &s);
	view_skills(v, form, &s);
	set_flag(row, "opens", s.opens);
	set_flag(row, "mail", *s.v.email != '\0');
	set_kept(row, "consented", view_say(v, "L.volunteer.consented",
	    view_date(v, s.v.consented), view_number(v, s.v.consent)));
	if (s.v.vetted != 0)
		set_kept(row, "vetted", view_say(v, "L.volunteer.vetted_by",
		    view_date(v, s.v.vetted), *s.vetter == '\0' ? "-" : s.vetter));
	set_kept(row, "note", *s.v.vetted_note == '\0' ? NULL : s.v.vetted_note);
	if (opened != NULL) {
		set_kept(row, "number", opened->phone);
		set_kept(row, "email", *opened->email == '\0' ? NULL : opened->email);
	}
	set_flag(v->vars, "saved", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "volunteer.cs");
}

enum rc
volunteer_page(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, NULL);
}

static enum rc
read_form(struct visit *v, struct form *form, struct typed *t)
{
	return form_read(form, v->req->arena, fields, COUNT(fields), &v->req->sent, t);
}

/* All of that day; 0 where none is typed. */
static int64_t
read_day(struct visit *v, struct form *form, const char *field, const char *text)
{
	int64_t	 at = 0;

	if (*text == '\0')
		return 0;
	if (when_read(text, v->desk.ref->zone, &at) != RC_OK) {
		form_fault(form, field, "L.worklist.until_bad");
		return 0;
	}
	at = when_midnight(at, v->desk.ref->zone) + DAY;
	if (at <= v->desk.now)
		form_fault(form, field, "L.worklist.until_past");
	return at;
}

static enum rc
answer(struct visit *v, struct form *form, enum rc rc)
{
	if (page_again(v, form, rc))
		return show(v, form, NULL);
	if (rc == RC_OK)
		http_redirect(v->req, "/relawan/%" PRId64 "?jadi=1", id_of(v));
	return rc;
}

enum rc
volunteer_vet_send(struct visit *v)
{
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = read_form(v, &form, &t);
	int64_t		 until = read_day(v, &form, "sampai", t.sampai);

	if (*t.sampai == '\0')
		form_fault(&form, "sampai", "L.form.required");
	if (*t.catatan == '\0')
		form_fault(&form, "catatan", "L.form.required");
	if (rc == RC_OK && form_ok(&form))
		rc = volunteer_vetted(&v->desk, id_of(v), until, t.catatan);
	return answer(v, &form, rc);
}

enum rc
volunteer_skill_send(struct visit *v)
{
	const char	*gone = pairs_get(&v->req->sent, "lepas");
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = read_form(v, &form, &t);
	int64_t		 until = read_day(v, &form, "berlaku", t.berlaku);

	if (gone == NULL && *t.keahlian == '\0')
		form_fault(&form, "keahlian", "L.form.choose");
	if (rc == RC_OK && form_ok(&form))
		rc = gone != NULL ? volunteer_skill(&v->desk, id_of(v), gone, -1) :
		    volunteer_skill(&v->desk, id_of(v), t.keahlian, until);
	if (rc == RC_INPUT && form_ok(&form))
		form_fault(&form, "keahlian", "L.form.choose");
	return answer(v, &form, rc);
}

/* Shown once, in the answer itself: a reload asks again. */
enum rc
volunteer_number_send(struct visit *v)
{
	struct volunteer	 opened = { .phone = "", .email = "" };
	struct form		 form;
	struct typed		 t;
	enum rc			 rc = read_form(v, &form, &t);

	if (*t.alasan == '\0')
		form_fault(&form, "alasan", "L.form.required");
	if (rc == RC_OK && form_ok(&form))
		rc = volunteer_open(&v->desk, id_of(v), t.alasan, &opened);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.volunteer.too_many");
	if (page_again(v, &form, rc))
		return show(v, &form, NULL);
	return rc == RC_OK ? show(v, &form, &opened) : rc;
}

enum rc
volunteer_leave_send(struct visit *v)
{
	struct form	 form;
	struct typed	 t;
	enum rc		 rc = read_form(v, &form, &t);

	if (!t.yakin)
		form_fault(&form, "yakin", "L.form.required");
	if (rc == RC_OK && form_ok(&form))
		rc = volunteer_withdraw(&v->desk, id_of(v));
	if (page_again(v, &form, rc))
		return show(v, &form, NULL);
	if (rc == RC_OK)
		http_redirect(v->req, "/relawan?dihapus=1");
	return rc;
}
