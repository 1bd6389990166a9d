/* draft_page.c: calls that are being taken down: saved, gone on with, closed. */
#include <string.h>

#include "action/draft_action.h"
#include "lib/text.h"
#include "page/call_page.h"
#include "page/draft_page.h"
#include "page/key_page.h"
#include "page/view.h"

enum { SHOWN = 1 };		/* one after another; the line has no more room */

/* --- saving --------------------------------------------------------------------- */

/* Not what was pressed, and nothing that every form has. */
static bool
is_kept(const char *name)
{
	static const char *const	 others[] = { "do", "late", "attach" };
	size_t				 i;

	for (i = 0; i < COUNT(others); i++)
		if (strcmp(name, others[i]) == 0)
			return false;
	return call_has_field(name);
}

/* Typed by a person, and no setting of the page. */
static bool
is_said(const struct pair *p)
{
	static const char *const	 ours[] = { "rang", "card", "card2", "card3", "card4", "shown",
		"offered", "agency", "lead", "priority", "channel" };
	size_t				 i;

	for (i = 0; i < COUNT(ours); i++)
		if (strcmp(p->name, ours[i]) == 0)
			return false;
	return *p->value != '\0';
}

/* "name=value&...": "" where nobody has said anything. */
static const char *
body_of(const struct visit *v)
{
	const struct pairs	*sent = &v->req->sent;
	struct arena		*a = v->req->arena;
	const char		*out = "";
	bool			 said = false;
	size_t			 i;

	for (i = 0; i < sent->n; i++) {
		if (!is_kept(sent->items[i].name) || *sent->items[i].value == '\0')
			continue;
		said = said || is_said(&sent->items[i]);
		out = arena_printf(a, "%s%s%s=%s", out, *out == '\0' ? "" : "&",
		    sent->items[i].name, text_url(a, sent->items[i].value));
	}
	return said ? out : "";
}

enum rc
draft_save(struct visit *v)
{
	const char	*token = page_token(v), *rang = pairs_get(&v->req->sent, "rang");
	enum rc		 rc;

	if (!secret_minted(v->desk.secret, token, v->desk.now, FORM_AGE))
		return RC_INPUT;
	rc = draft_keep(&v->desk, token, body_of(v), call_rang(v, rang == NULL ? "" : rang));
	if (rc != RC_OK && rc != RC_CONFLICT)
		return rc;
	v->req->type = "application/json; charset=utf-8";
	buf_text(&v->req->body, rc == RC_OK ? "{\"saved\":true}" : "{\"over\":true}");
	return RC_OK;
}

void
draft_note(struct visit *v, const char *token, int64_t rang)
{
	const char	*body = body_of(v);
	enum rc		 rc = *body == '\0' ? RC_OK : draft_keep(&v->desk, token, body, rang);

	(void)rc;		/* the form itself is on the screen */
}

/* --- what is there -------------------------------------------------------------------- */

static const char *
said(const struct draft *d, const char *name)
{
	const char	*value = pairs_get(&d->said, name);

	return value == NULL ? "" : value;
}

/* What it is about, in the fewest words: where, or what, or who. */
static const char *
what_of(const struct visit *v, const struct draft *d)
{
	static const char *const	 order[] = { "place", "landmark", "village", "detail",
		"phone", "name" };
	const char			*type = said(d, "type"), *at = "";
	size_t				 i;

	for (i = 0; i < COUNT(order) && *at == '\0'; i++)
		at = text_cut(v->req->arena, said(d, order[i]), 40);
	return *type == '\0' || *at == '\0' ? (*type == '\0' ? at : type) :
	    arena_printf(v->req->arena, "%s, %s", type, at);
}

void
view_drafts(struct visit *v)
{
	struct draft	 list[DRAFTS_MAX];
	const char	*here = vars_text(v->vars, "token");
	struct vars	*row;
	size_t		 i, n, shown = 0;

	if (draft_list(&v->desk, list, &n) != RC_OK)
		return;		/* a help only */
	if (here == NULL)
		here = page_token(v);
	for (i = 0; i < n; i++) {
		if (strcmp(here, list[i].token) == 0 || shown++ >= SHOWN)
			continue;
		row = vars_item(v->vars, "drafts");
		set_int(row, "id", list[i].id);
		set_kept(row, "clock", view_time(v, list[i].rang));
		set_kept(row, "what", what_of(v, &list[i]));
	}
	if (shown > SHOWN)
		set_int(v->vars, "drafts_more", (int64_t)(shown - SHOWN));
}

enum rc
draft_strip(struct visit *v)
{
	view_keys(v);
	view_drafts(v);
	return tmpl_render(v->tmpl, "part/call_drafts.cs", v->vars, &v->req->body);
}

/* The same token, so that it is sent once however often it is gone on with. */
enum rc
draft_continue(struct visit *v)
{
	struct draft	 d;
	enum rc		 rc = draft_find(&v->desk, route_id(v->arg), &d);

	return rc == RC_OK ? call_continue(v, &d.said, d.token) : rc;
}

enum rc
draft_drop(struct visit *v)
{
	struct receipt	 r;
	enum rc		 rc = draft_close(&v->desk, route_id(v->arg), &r);

	if (rc != RC_OK)
		return rc;
	if (r.ticket.id == 0)
		set_kept(v->vars, "disposed", view_say(v, "L.intake.disposed",
		    view_code(v, "L.reason", "dropped"), view_clock(v, v->desk.now)));
	else
		set_kept(v->vars, "disposed", view_say(v, "L.draft.became", r.ticket.number));
	return call_next(v);
}
