/* sop_page.c: SOP cards: which version is in force, and the next one on its way. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/when.h"
#include "page/account_view.h"
#include "page/sop_page.h"
#include "page/sop_view.h"
#include "page/view.h"

const char *
sop_code(const struct visit *v)
{
	const char	*from = v->req->path + strlen("/sop/");

	return arena_printf(v->req->arena, "%.*s", (int)strcspn(from, "/"), from);
}

/* --- the list ------------------------------------------------------------------------- */

static void
view_draft(const struct visit *v, struct vars *row, const struct sop_draft *d)
{
	struct vars	*item;

	if (d->id == 0)
		return;
	item = vars_child(row, "draft");
	set_int(item, "version", d->version);
	set_int(item, "revision", d->revision);
	set_kept(item, "state", view_code(v, "L.sop.state", sop_state_code(d->state)));
	set_kept(item, "author", d->author.name);
	set_kept(item, "written", view_time(v, d->written));
	if (d->approver.id != 0)
		set_kept(item, "approver", arena_printf(v->req->arena, "%s%s%s",
		    d->approver.name, d->approver.agency == 0 ? "" : ", ",
		    view_agency(v, d->approver.agency)));
	if (d->starts != 0)
		set_kept(item, "starts", view_time(v, d->starts));
}

static enum rc
view_row(struct visit *v, const struct card *c)
{
	struct sop_sheet	 s;
	struct vars		*row;
	enum rc			 rc = see_sop(&v->desk, c->code, &s);

	if (rc != RC_OK)
		return rc;
	row = vars_item(v->vars, "rows");
	set_kept(row, "code", c->code);
	set_kept(row, "title", c->title);
	set_int(row, "version", c->version);
	set_flag(row, "approved", c->approved);
	set_kept(row, "lead", s.lead == 0 ? NULL : view_agency(v, s.lead));
	view_draft(v, row, &s.draft);
	return RC_OK;
}

enum rc
sop_list(struct visit *v)
{
	const struct ref	*ref = v->desk.ref;
	size_t			 i;
	enum rc			 rc = RC_OK;

	page_title(v, "L.sop.title");
	page_here(v, "sop");
	view_admin_menu(v, "sop");
	for (i = 0; i < ref->ncards && rc == RC_OK; i++)
		rc = view_row(v, &ref->cards[i]);
	return rc == RC_OK ? page_show(v, "sops.cs") : rc;
}

/* --- one card --------------------------------------------------------------------------- */

static void
view_versions(struct visit *v, const struct sop_sheet *s)
{
	const struct sop_version	*k;
	struct vars			*item;
	size_t				 i;

	for (i = 0; i < s->nversions; i++) {
		k = &s->versions[i];
		item = vars_item(v->vars, "versions");
		set_int(item, "version", k->card.version);
		set_kept(item, "approved", *k->approved == '\0' ? NULL : k->approved);
		set_kept(item, "begun", view_time(v, k->from));
		if (k->to != 0)
			set_kept(item, "ended", view_time(v, k->to));
	}
}

/* The draft where there is one, beside what is in force. */
static void
view_texts(struct visit *v, const struct sop_sheet *s)
{
	const struct card	 next = { .code = s->draft.code, .title = s->draft.title,
					  .version = s->draft.version, .body = s->draft.body };
	const struct sop	*now, *then;

	now = sop_read(v->req->arena, s->now, v->lang == LANG_EN);
	then = s->draft.id == 0 ? NULL : sop_read(v->req->arena, &next, v->lang == LANG_EN);
	if (then != NULL && now != NULL)
		view_card_changes(v, now, then);
	if (then != NULL || now != NULL)
		view_card_whole(v, then != NULL ? then : now);
}

static enum rc
show_card(struct visit *v, const char *code, const char *notice)
{
	struct sop_sheet	 s;
	struct vars		*card;
	enum rc			 rc = see_sop(&v->desk, code, &s);

	if (rc != RC_OK)
		return rc;
	page_title_text(v, arena_printf(v->req->arena, "%s %s", code, s.now->title));
	page_here(v, "sop");
	view_admin_menu(v, "sop");
	card = vars_child(v->vars, "card");
	set_kept(card, "code", s.now->code);
	set_int(card, "version", s.now->version);
	set_flag(card, "approved", s.now->approved);
	set_kept(card, "lead", s.lead == 0 ? NULL : view_agency_name(v, s.lead));
	view_draft(v, card, &s.draft);
	view_texts(v, &s);
	view_versions(v, &s);
	view_card_steps(v, &s);
	set_flag(v->vars, "writes", s.may_write);
	set_kept(v->vars, "notice", notice);
	return page_show(v, "sop.cs");
}

enum rc
sop_card(struct visit *v)
{
	return show_card(v, sop_code(v), NULL);
}

/* --- steps -------------------------------------------------------------------------------- */

static const char *
sent(const struct visit *v, const char *name)
{
	const char	*value = pairs_get(&v->req->sent, name);

	return value == NULL ? "" : value;
}

static enum rc
begin(struct visit *v, const char *code)
{
	struct sop_draft	 draft;
	enum rc			 rc = sop_begin(&v->desk, code, &draft);

	if (rc == RC_OK)
		http_redirect(v->req, "/sop/%s", code);
	return rc;
}

enum rc
sop_take(struct visit *v)
{
	struct sop_order	 o = { .code = sop_code(v) };
	enum rc			 rc = RC_OK;

	if (strcmp(sent(v, "do"), "begin") == 0)
		return begin(v, o.code);
	o.step = sop_step_of(sent(v, "do"));
	o.revision = strtoimax(sent(v, "revisi"), NULL, 10);
	if (o.step == SOP_START && *sent(v, "mulai") != '\0')
		rc = when_read(sent(v, "mulai"), v->desk.ref->zone, &o.starts);
	if (rc != RC_OK || o.step == SOP_STEP_NONE) {
		v->req->status = 422;
		return show_card(v, o.code, view_word(v, "L.sop.bad_time"));
	}
	rc = sop_step(&v->desk, &o);
	if (rc == RC_CONFLICT) {
		v->req->status = 409;
		return show_card(v, o.code, view_word(v, "L.sop.stale"));
	}
	if (rc == RC_OK)
		http_redirect(v->req, "/sop/%s", o.code);
	return rc;
}
