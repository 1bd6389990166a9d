/* sop_form.c: the next version of an SOP card: its head, and its questions one by one. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "page/account_view.h"
#include "page/sop_form.h"
#include "page/view.h"

/* RC_CONFLICT: nothing is being written; whoever may begin does that on the card's page. */
enum rc
writing_open(struct writing *w, struct visit *v)
{
	const struct sop	*id, *en;
	enum rc			 rc;

	*w = (struct writing){ .v = v };
	if ((rc = see_sop(&v->desk, sop_code(v), &w->sheet)) != RC_OK)
		return rc;
	if (!w->sheet.may_write)
		return RC_FORBIDDEN;
	if (w->sheet.draft.id == 0)
		return RC_CONFLICT;
	w->card = (struct card){ .code = w->sheet.draft.code, .title = w->sheet.draft.title,
	    .version = w->sheet.draft.version, .body = w->sheet.draft.body };
	id = sop_read(v->req->arena, &w->card, false);
	en = sop_read(v->req->arena, &w->card, true);
	if (id == NULL || en == NULL)
		return RC_FAIL;
	w->id = *id;
	w->en = *en;
	return RC_OK;
}

enum rc
writing_refuse(struct visit *v, enum rc rc)
{
	if (rc != RC_CONFLICT)
		return rc;
	http_redirect(v->req, "/sop/%s", sop_code(v));
	return RC_OK;
}

void
writing_show(struct writing *w)
{
	struct visit	*v = w->v;

	page_title_text(v, arena_printf(v->req->arena, "%s %s", w->card.code, w->card.title));
	page_here(v, "sop");
	view_admin_menu(v, "sop");
	page_form(v, &w->form);
	set_kept(v->vars, "code", w->card.code);
	set_int(v->vars, "version", w->card.version);
	set_int(v->vars, "revision", w->sheet.draft.revision);
}

/* Everything of the card again, with what was changed in it. */
enum rc
writing_save(struct writing *w)
{
	struct visit		*v = w->v;
	const char		*seen = pairs_get(&v->req->sent, "revisi");
	struct sop_order	 o = { .code = w->card.code };
	enum rc			 rc;

	o.revision = seen == NULL ? 0 : strtoimax(seen, NULL, 10);
	o.title = w->id.title;
	o.body = sop_write(v->req->arena, &w->id, &w->en);
	if ((rc = sop_edit(&v->desk, &o)) == RC_CONFLICT)
		w->form.notice = view_word(v, "L.sop.stale_form");
	return rc;
}

/* --- the head ------------------------------------------------------------------------ */

struct head {
	const char	*title, *title_en, *opening, *tell, *never, *raise, *crew;
	const char	*lock[SOP_LOCKS], *agency[SOP_LOCKS];
};

#define LOCK(n) \
	{ .name = "lock" #n, .label = "L.sop.lock", .kind = KIND_TEXT, .max = 120,	\
	  .offset = MEMBER(struct head, lock[n - 1], const char *) },			\
	{ .name = "agency" #n, .label = "L.sop.lock_agency", .kind = KIND_CODE,		\
	  .offset = MEMBER(struct head, agency[n - 1], const char *) }

static const struct field	 head_fields[] = {
	TEXT(struct head, title, "L.sop.card_title", .required = true, .max = 120),
	TEXT(struct head, title_en, "L.sop.card_title_en", .max = 120),
	TEXT(struct head, opening, "L.sop.opening", .required = true, .max = 300),
	AREA(struct head, tell, "L.sop.tell", .max = 2000, .hint = "L.sop.one_a_line"),
	AREA(struct head, never, "L.sop.never", .max = 2000, .hint = "L.sop.one_a_line"),
	AREA(struct head, raise, "L.sop.raise", .max = 2000, .hint = "L.sop.one_a_line"),
	AREA(struct head, crew, "L.sop.crew", .max = 2000, .hint = "L.sop.one_a_line"),
	LOCK(1), LOCK(2), LOCK(3), LOCK(4),
};

static const char *
joined(struct arena *a, const struct sop_lines *l)
{
	const char	*text = "";
	size_t		 i;

	for (i = 0; i < l->n; i++)
		text = arena_printf(a, "%s%s%s", text, i == 0 ? "" : "\n", l->line[i]);
	return text;
}

/* False where there are more lines than a card has room for. */
static bool
split(struct arena *a, const char *text, struct sop_lines *l)
{
	size_t	 len;

	for (l->n = 0; *text != '\0'; text += len + (text[len] != '\0')) {
		len = strcspn(text, "\r\n");
		if (len == 0)
			continue;
		if (l->n == SOP_LINES)
			return false;
		l->line[l->n++] = arena_printf(a, "%.*s", (int)len, text);
	}
	return true;
}

static enum rc
show_head(struct writing *w)
{
	static const char *const	 pick[SOP_LOCKS] = { "agency1", "agency2", "agency3",
		"agency4" };
	const struct ref		*r = w->v->desk.ref;
	size_t				 i, k;

	writing_show(w);
	for (i = 0; i < SOP_LOCKS; i++)
		for (k = 0; k < r->nagencies; k++)
			form_choice(&w->form, w->v->vars, pick[i], r->agencies[k].code,
			    r->agencies[k].brief);
	return page_show(w->v, "sop_head.cs");
}

enum rc
sop_head(struct visit *v)
{
	struct arena	*a = v->req->arena;
	struct writing	 w;
	struct head	 h;
	size_t		 i;
	enum rc		 rc = writing_open(&w, v);

	if (rc != RC_OK)
		return writing_refuse(v, rc);
	h = (struct head){ .title = w.id.title, .opening = w.id.opening,
	    .title_en = strcmp(w.id.title, w.en.title) == 0 ? "" : w.en.title,
	    .tell = joined(a, &w.id.tell), .never = joined(a, &w.id.never),
	    .raise = joined(a, &w.id.raise), .crew = joined(a, &w.id.crew) };
	for (i = 0; i < SOP_LOCKS; i++) {
		h.lock[i] = i < w.id.nlocks ? w.id.locks[i].ask : "";
		h.agency[i] = i < w.id.nlocks ? w.id.locks[i].agency : "";
	}
	form_blank(&w.form, a, head_fields, COUNT(head_fields));
	form_fill(&w.form, &h);
	return show_head(&w);
}

static void
take_locks(struct writing *w, const struct head *h)
{
	size_t	 i;

	w->id.nlocks = 0;
	for (i = 0; i < SOP_LOCKS; i++)
		if (*h->lock[i] != '\0')
			w->id.locks[w->id.nlocks++] = (struct sop_lock){ h->lock[i],
			    ref_agency_code(w->v->desk.ref, h->agency[i]) == NULL ? "" :
			    h->agency[i] };
}

static void
take_head(struct writing *w, const struct head *h)
{
	struct arena	*a = w->v->req->arena;

	w->id.title = h->title;
	w->en.title = *h->title_en == '\0' ? h->title : h->title_en;
	w->id.opening = h->opening;
	if (!split(a, h->tell, &w->id.tell))
		form_fault(&w->form, "tell", "L.sop.too_many_lines");
	if (!split(a, h->never, &w->id.never))
		form_fault(&w->form, "never", "L.sop.too_many_lines");
	if (!split(a, h->raise, &w->id.raise))
		form_fault(&w->form, "raise", "L.sop.too_many_lines");
	if (!split(a, h->crew, &w->id.crew))
		form_fault(&w->form, "crew", "L.sop.too_many_lines");
	take_locks(w, h);
}

enum rc
sop_head_send(struct visit *v)
{
	struct writing	 w;
	struct head	 h;
	enum rc		 rc = writing_open(&w, v);

	if (rc != RC_OK)
		return writing_refuse(v, rc);
	rc = form_read(&w.form, v->req->arena, head_fields, COUNT(head_fields), &v->req->sent,
	    &h);
	take_head(&w, &h);
	if (form_ok(&w.form))
		rc = writing_save(&w);
	if (page_again(v, &w.form, rc))
		return show_head(&w);
	if (rc == RC_OK)
		http_redirect(v->req, "/sop/%s", w.card.code);
	return rc;
}
