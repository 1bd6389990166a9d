/* phone_page.c: telephones at the call desk: what rings, what was answered, who sits where. */
#include <inttypes.h>
#include <string.h>

#include "action/phone_action.h"
#include "page/call_page.h"
#include "page/key_page.h"
#include "page/phone_page.h"
#include "page/view.h"

enum { FRESH_MS = 30 * 1000 };

/* --- what there is ------------------------------------------------------------------------ */

static const char *
number_of(const struct visit *v, const struct phone_call *c)
{
	return *c->number == '\0' ? view_word(v, "L.phone.hidden") : c->number;
}

static void
show_ringing(struct visit *v, const struct phone_call *c)
{
	struct vars	*row = vars_item(v->vars, "ringing");

	set_kept(row, "number", number_of(v, c));
	set_text(row, "line", c->line);
	set_kept(row, "age", view_span(v, v->desk.now - c->rang));
}

static void
show_answered(struct visit *v, const struct phone_call *c, const char *here, bool is_first)
{
	struct vars	*row = vars_item(v->vars, "answered");

	set_int(row, "id", c->id);
	set_kept(row, "shown", number_of(v, c));
	set_kept(row, "number", c->number);
	set_kept(row, "token", c->token);
	set_text(row, "line", c->line);
	set_int(row, "rang", c->rang);
	set_kept(row, "waited", view_say(v, "L.phone.waited",
	    arena_printf(v->req->arena, "%" PRId64, (c->answered - c->rang) / 1000)));
	set_flag(row, "current", strcmp(c->token, here) == 0);
	set_flag(row, "fresh", v->desk.now - c->answered < FRESH_MS);
	set_flag(row, "first", is_first);
	set_flag(row, "over", c->ended != 0);
}

static void
show_mode(struct visit *v, const struct phone_desk *p)
{
	struct vars	*phone = vars_child(v->vars, "phone");

	set_flag(phone, "on", p->mode == PHONE_ON);
	set_flag(phone, "manual", p->mode == PHONE_MANUAL);
	set_kept(phone, "extension", p->extension);
	set_kept(phone, "line", p->line);
}

void
view_phone(struct visit *v)
{
	const char		*here = vars_text(v->vars, "token");
	struct phone_desk	 p;
	size_t			 i, waiting = 0;

	if (see_phone(&v->desk, &p) != RC_OK)
		return;		/* a help only: the call goes on without */
	if (here == NULL)
		here = page_token(v);
	show_mode(v, &p);
	for (i = 0; i < p.nringing; i++)
		show_ringing(v, &p.ringing[i]);
	for (i = 0; i < p.nanswered; i++)
		show_answered(v, &p.answered[i], here,
		    strcmp(p.answered[i].token, here) != 0 && waiting++ == 0);
}

enum rc
phone_strip(struct visit *v)
{
	const char	*here = pairs_get(&v->req->query, "formulir");

	if (here != NULL)
		set_text(v->vars, "token", here);
	view_keys(v);
	view_phone(v);
	return tmpl_render(v->tmpl, "part/call_phone.cs", v->vars, &v->req->body);
}

/* --- the form of a call ------------------------------------------------------------------- */

enum rc
phone_continue(struct visit *v)
{
	struct phone_call	 c;
	enum rc			 rc = see_answered(&v->desk, route_id(v->arg), &c);
	struct pair		 known[] = { { "phone", c.number },
				    { "rang", arena_printf(v->req->arena, "%" PRId64, c.rang) } };

	return rc == RC_OK ? call_continue(v, &(struct pairs){ known, COUNT(known) }, c.token) : rc;
}

/* --- who sits where ------------------------------------------------------------------------- */

struct seat_form {
	const char	*extension, *line;
};

static const struct field fields[] = {
	TEXT(struct seat_form, extension, "L.phone.extension", .max = RING_EXTENSION,
	    .hint = "L.phone.extension_hint"),
	TEXT(struct seat_form, line, "L.phone.line", .max = RING_LINE),
};

static enum rc
show(struct visit *v, struct form *form)
{
	page_title(v, "L.phone.title");
	page_here(v, "panggilan");
	page_form(v, form);
	return page_show(v, "phone_seat.cs");
}

enum rc
phone_seat(struct visit *v)
{
	struct phone_desk	 p;
	struct seat_form	 now;
	struct form		 form;
	enum rc			 rc = see_phone(&v->desk, &p);

	if (rc != RC_OK)
		return rc;
	now = (struct seat_form){ p.extension, p.line };
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &now);
	return show(v, &form);
}

enum rc
phone_seat_save(struct visit *v)
{
	struct seat_form	 in;
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
				    &v->req->sent, &in);

	if (form_ok(&form))
		rc = phone_sit(&v->desk, in.extension, in.line);
	if (rc == RC_INPUT && form_ok(&form))
		form_fault(&form, "extension", "L.phone.extension_bad");
	if (page_again(v, &form, rc))
		return show(v, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/panggilan");
	return rc;
}
