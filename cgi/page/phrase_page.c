/* phrase_page.c: quick phrases: looked at, written, changed, taken off the list. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/phrase_action.h"
#include "page/account_view.h"
#include "page/phrase_page.h"
#include "page/view.h"

struct typed {
	const char	*kata, *kata_en;
	int64_t		 jalur;
	const char	*kategori, *keadaan;
	bool		 umum;
	const char	*opd;
	int64_t		 urutan;
};

static const struct choice tracks[] = {
	{ TRACK_EMERGENCY, "L.life.emergency" }, { TRACK_COMPLAINT, "L.life.complaint" },
	{ 0, NULL }
};

static const struct field fields[] = {
	TEXT(struct typed, kata, "L.handoff.phrase.words", .required = true, .min = 2),
	TEXT(struct typed, kata_en, "L.handoff.phrase.words_en"),
	PICK(struct typed, jalur, "L.handoff.phrase.track", .required = true, .choices = tracks),
	CODE(struct typed, kategori, "L.handoff.phrase.category"),
	CODE(struct typed, keadaan, "L.handoff.phrase.state"),
	FLAG(struct typed, umum, "L.handoff.phrase.public", .hint = "L.handoff.phrase.public_hint"),
	CODE(struct typed, opd, "L.handoff.phrase.whose"),
	NUMBER(struct typed, urutan, "L.handoff.phrase.place", .max = 9999),
};

/* The states a phrase may wait for: of tickets while they are open, and of parts. */
static const enum state states[] = {
	ST_ACCEPTED, ST_UNIT_SENT, ST_ON_SCENE, ST_HANDLING, ST_UNDER_CONTROL, ST_REOPENED,
	ST_ASSIGNED, ST_IN_PROGRESS, ST_SCHEDULED, ST_ON_HOLD, ST_AWAITING_VALIDATION,
	ST_DISPUTED,
};

static const char *
category_word(const struct visit *v, const char *code)
{
	const struct category	*c = ref_category_code(v->desk.ref, code);

	return *code == '\0' ? view_word(v, "L.handoff.phrase.category_all") :
	    c == NULL ? code : view_category(v, c->id);
}

/* --- the list ------------------------------------------------------------------------------ */

enum rc
phrase_page(struct visit *v)
{
	struct phrase	*list;
	struct vars	*row;
	size_t		 i, n;
	enum rc		 rc = see_phrase_list(&v->desk, &list, &n);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.handoff.phrase.title");
	page_here(v, "frasa");
	view_admin_menu(v, "frasa");
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "rows");
		set_int(row, "id", list[i].id);
		set_kept(row, "words", list[i].words);
		set_kept(row, "category", category_word(v, list[i].category));
		set_kept(row, "track", view_word(v, tracks[list[i].track - 1].label));
		set_kept(row, "state", *list[i].state == '\0' ?
		    view_word(v, "L.handoff.phrase.state_any") :
		    view_code(v, "L.state", list[i].state));
		set_flag(row, "public", list[i].public);
		set_kept(row, "whose", list[i].agency == 0 ?
		    view_word(v, "L.handoff.phrase.everybody") : view_agency(v, list[i].agency));
		set_flag(row, "may", phrase_may(&v->desk, &list[i]));
	}
	return page_show(v, "phrases.cs");
}

/* --- one -------------------------------------------------------------------------------------- */

/* Each class once, in the order of the data, then the categories. */
static void
choose_category(struct visit *v, const struct form *f)
{
	const struct ref	*r = v->desk.ref;
	size_t			 i, k;

	for (i = 0; i < r->ncategories; i++) {
		for (k = 0; k < i; k++)
			if (strcmp(r->categories[k].group, r->categories[i].group) == 0)
				break;
		if (k == i)
			(void)form_choice(f, v->vars, "kategori", r->categories[i].group,
			    r->categories[i].group);
	}
	for (i = 0; i < r->ncategories; i++)
		if (r->categories[i].current)
			(void)form_choice(f, v->vars, "kategori", r->categories[i].code,
			    arena_printf(v->req->arena, "%s · %s", r->categories[i].code,
			    view_category(v, r->categories[i].id)));
}

static void
choose_rest(struct visit *v, const struct form *f)
{
	const struct ref	*r = v->desk.ref;
	size_t			 i;

	for (i = 0; i < COUNT(states); i++)
		(void)form_choice(f, v->vars, "keadaan", state_code(states[i]),
		    view_code(v, "L.state", state_code(states[i])));
	for (i = 0; i < r->nagencies && !role_has_agency(v->desk.who.role); i++)
		(void)form_choice(f, v->vars, "opd", r->agencies[i].code, r->agencies[i].brief);
}

static enum rc
show(struct visit *v, const struct form *f, int64_t id)
{
	page_title(v, id == 0 ? "L.handoff.phrase.new" : "L.handoff.phrase.edit");
	page_here(v, "frasa");
	view_admin_menu(v, "frasa");
	page_form(v, f);
	choose_category(v, f);
	choose_rest(v, f);
	set_flag(v->vars, "own_only", role_has_agency(v->desk.who.role));
	if (id != 0)
		set_int(v->vars, "id", id);
	set_kept(v->vars, "to", id == 0 ? "baru" : arena_printf(v->req->arena, "%" PRId64, id));
	return page_show(v, "phrase.cs");
}

/* Whose it is, "baru": nobody's yet.  RC_NOTFOUND: not this person's. */
static enum rc
find(const struct visit *v, struct phrase *p)
{
	size_t	 len = strlen(v->arg);

	*p = (struct phrase){ .track = TRACK_EMERGENCY, .category = "", .state = "", .words = "",
	    .words_en = "" };
	if (strcmp(v->arg, "baru") == 0)
		return RC_OK;
	if (len == 0 || len > 15 || strspn(v->arg, "0123456789") != len)
		return RC_NOTFOUND;
	return see_phrase(&v->desk, strtoimax(v->arg, NULL, 10), p);
}

enum rc
phrase_show(struct visit *v)
{
	const struct agency	*a;
	struct phrase		 p;
	struct typed		 in;
	struct form		 f;
	enum rc			 rc = find(v, &p);

	if (rc != RC_OK)
		return rc;
	a = ref_agency(v->desk.ref, p.agency);
	in = (struct typed){ .kata = p.words, .kata_en = p.words_en, .jalur = p.track,
	    .kategori = p.category, .keadaan = p.state, .umum = p.public,
	    .opd = a == NULL ? "" : a->code, .urutan = p.place };
	form_blank(&f, v->req->arena, fields, COUNT(fields));
	form_fill(&f, &in);
	return show(v, &f, p.id);
}

static enum rc
save(struct visit *v, struct form *f, const struct typed *in, struct phrase *p)
{
	const struct agency	*a = *in->opd == '\0' ? NULL :
	    ref_agency_code(v->desk.ref, in->opd);

	if (*in->opd != '\0' && a == NULL)
		form_fault(f, "opd", "L.form.choose");
	if (!form_ok(f))
		return RC_INPUT;
	p->words = in->kata;
	p->words_en = in->kata_en;
	p->track = (enum track)in->jalur;
	p->category = in->kategori;
	p->state = in->keadaan;
	p->public = in->umum;
	p->place = in->urutan;
	p->agency = role_has_agency(v->desk.who.role) ? v->desk.who.agency :
	    a == NULL ? 0 : a->id;
	return phrase_save(&v->desk, p);
}

enum rc
phrase_send(struct visit *v)
{
	const char	*act = pairs_get(&v->req->sent, "do");
	struct phrase	 p;
	struct typed	 in;
	struct form	 f;
	enum rc		 rc = find(v, &p);

	if (rc != RC_OK)
		return rc;
	rc = form_read(&f, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	if (p.id != 0 && act != NULL && strcmp(act, "drop") == 0) {
		rc = phrase_drop(&v->desk, p.id);
	} else if (rc == RC_OK) {
		rc = save(v, &f, &in, &p);
		if (rc == RC_INPUT && form_ok(&f))
			f.notice = view_word(v, "L.handoff.phrase.bad");
	}
	if (page_again(v, &f, rc))
		return show(v, &f, p.id);
	if (rc == RC_OK)
		http_redirect(v->req, "/frasa");
	return rc;
}
