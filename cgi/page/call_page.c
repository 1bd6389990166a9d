/*
 * call_page.c: the 112 call desk.
 *
 * One form takes a call from the first ring to the alert.  Every button sends
 * all of it; which one was pressed says what becomes of the call: an incident,
 * another caller of a known one, or none.  Then the next form is there at once.
 */
#include <string.h>

#include "page/call_list.h"
#include "page/call_page.h"
#include "page/call_silent.h"
#include "page/calls_page.h"
#include "page/call_view.h"
#include "page/draft_page.h"
#include "page/phone_page.h"
#include "page/place_view.h"
#include "page/text_desk.h"
#include "page/view.h"
#include "page/words_page.h"

static const int64_t	 TOKEN_AGE = INT64_C(24) * 3600 * 1000;

/* --- showing --------------------------------------------------------------------- */

/* What was picked out of the choices stands in the field from now on. */
static void
show_picked(struct visit *v, const struct call_form *in, const struct call_sense *s)
{
	struct vars	*form = vars_child(v->vars, "form");

	if (*in->category != '\0' && s->category != NULL)
		set_kept(vars_child(form, "type"), "value", v->lang == LANG_EN &&
		    *s->category->name_en != '\0' ? s->category->name_en : s->category->name);
	if (*in->area != '\0' && s->area != NULL)
		set_kept(vars_child(form, "village"), "value", view_area(v, s->area->code));
}

/* Tokens for the calls that are taken while there is no network: spare, account. */
static void
show_spare(struct visit *v)
{
	const char	*list = "";
	size_t		 i;

	for (i = 0; i < CALL_SPARE; i++)
		list = arena_printf(v->req->arena, "%s%s%s", list, i == 0 ? "" : " ",
		    secret_mint(v->desk.secret, v->req->arena, v->desk.now));
	set_kept(v->vars, "spare", list);
	set_int(v->vars, "account", v->desk.who.id);
}

static enum rc
show(struct visit *v, struct form *form, const struct call_form *in,
    const struct call_sense *s)
{
	page_title(v, "L.intake.title");
	page_here(v, "panggilan");
	set_flag(v->vars, "desk", true);
	page_form(v, form);
	show_picked(v, in, s);
	view_call(v, in, s);
	view_call_place(v, in, s);
	view_call_words(v, in, s);
	view_call_near(v, s->category, &s->place, call_words(v, in));
	view_call_past(v, in->phone, &s->junk);
	view_keys(v);
	view_strip(v);
	view_drafts(v);
	view_phone(v);
	view_texts(v);
	view_channels(v, in->channel);
	show_spare(v);
	return page_show(v, "call.cs");
}

enum rc
call_continue(struct visit *v, const struct pairs *said, const char *token)
{
	struct call_form	 in;
	struct call_sense	 s;
	struct form		 form;

	if (*token != '\0')
		set_kept(v->vars, "token", token);
	call_read(v, said, &form, &in);
	call_understand(v, &in, &s);
	return show(v, &form, &in, &s);
}

/* The next call's form, with a token of its own; the script hears which one is done. */
enum rc
call_next(struct visit *v)
{
	static const struct pairs	 nothing;

	set_text(v->vars, "done_token", page_token(v));
	return call_continue(v, &nothing, v->req->method != POST ? "" :
	    secret_mint(v->desk.secret, v->req->arena, v->desk.now));
}

enum rc
call_form(struct visit *v)
{
	return call_next(v);
}

/* --- what becomes of a call --------------------------------------------------------- */

struct taking {
	struct visit		*v;
	struct form		 form;
	struct call_form	 in;
	struct call_sense	 sense;
	struct filing		 filing;
};

static enum rc
show_again(struct taking *t)
{
	if (t->v->req->status < 500)		/* a busy store would only be waited for again */
		draft_note(t->v, page_token(t->v), t->sense.rang);
	return show(t->v, &t->form, &t->in, &t->sense);
}

static enum rc
become_incident(struct taking *t)
{
	struct receipt	 r;
	enum rc		 rc = RC_INPUT;

	call_check(&t->form, &t->in, &t->sense);
	t->filing.keep = strcmp(t->in.what, "keep") == 0;
	if (form_ok(&t->form))
		rc = file_call(&t->v->desk, &t->filing, &r);
	if (rc == RC_INPUT && form_ok(&t->form))
		form_fault(&t->form, "place", "L.intake.place_missing");
	if (page_again(t->v, &t->form, rc))
		return show_again(t);
	if (rc != RC_OK)
		return rc;
	view_call_sent(t->v, &r, &t->sense, t->filing.keep, false);
	return call_next(t->v);
}

/* Another caller of an incident we know: nothing else need be filled in. */
static enum rc
become_caller(struct taking *t)
{
	struct receipt	 r;
	enum rc		 rc = RC_INPUT;

	if (form_ok(&t->form))
		rc = file_attach(&t->v->desk, &t->filing, t->in.attach, &r);
	if (rc == RC_CONFLICT || rc == RC_NOTFOUND) {
		t->form.notice = r.ticket.id != 0 ?
		    view_say(t->v, "L.draft.at_work", r.ticket.number, t->in.attach) :
		    view_say(t->v, "L.intake.not_open", t->in.attach);
		rc = RC_CONFLICT;
	}
	if (page_again(t->v, &t->form, rc))
		return show_again(t);
	if (rc != RC_OK)
		return rc;
	view_call_sent(t->v, &r, &t->sense, false, true);
	return call_next(t->v);
}

static enum rc
become_nothing(struct taking *t)
{
	enum rc	 rc = RC_INPUT;

	if (silent_asks(t->v, &t->form, &t->in))
		return show_again(t);
	t->filing.title = silent_note(t->v, &t->in);	/* the note of the call */
	if (form_ok(&t->form))
		rc = file_disposition(&t->v->desk, &t->filing, t->in.what);
	if (page_again(t->v, &t->form, rc))
		return show_again(t);
	if (rc != RC_OK)
		return rc;
	set_kept(t->v->vars, "disposed", view_say(t->v, "L.intake.disposed",
	    view_code(t->v, "L.reason", t->in.what), view_clock(t->v, t->v->desk.now)));
	return call_next(t->v);
}

enum rc
call_send(struct visit *v)
{
	struct taking	 t = { .v = v };
	bool		 sends;

	call_read(v, &v->req->sent, &t.form, &t.in);
	call_understand(v, &t.in, &t.sense);
	call_filing(v, &t.in, &t.sense, &t.filing);
	sends = strcmp(t.in.what, "send") == 0 || strcmp(t.in.what, "keep") == 0;
	texts_ask_sent(v, t.in.what);
	if (!sends && *t.in.attach == '\0' && !workflow_is_reason(ACT_RETYPE, t.in.what))
		return show_again(&t);
	if (!secret_minted(v->desk.secret, page_token(v), v->desk.now, TOKEN_AGE)) {
		t.form.notice = view_word(v, "L.intake.stale");
		v->req->status = 422;
		return show_again(&t);
	}
	if ((!sends || *t.in.attach != '\0') && (t.form.notice = texts_refusal(v)) != NULL) {
		v->req->status = 409;
		return show_again(&t);
	}
	return *t.in.attach != '\0' ? become_caller(&t) :
	    sends ? become_incident(&t) : become_nothing(&t);
}

/* --- pieces for the script --------------------------------------------------------------- */

static const char *
asked(const struct visit *v, const char *name)
{
	const char	*value = pairs_get(&v->req->query, name);

	return value == NULL ? "" : value;
}

static enum rc
show_part(struct visit *v, const char *file)
{
	view_keys(v);
	return tmpl_render(v->tmpl, file, v->vars, &v->req->body);
}

static void
understand_query(struct visit *v, struct call_form *in, struct call_sense *s)
{
	static const struct pairs	 nothing;
	struct form			 form;

	call_read(v, &nothing, &form, in);
	in->category = asked(v, "kategori");
	in->area = asked(v, "area");
	in->coords = asked(v, "koordinat");
	call_understand(v, in, s);
}

/* A card that an answer opened, to be answered too: the second of the call, or a later one. */
static enum rc
more_card(struct visit *v)
{
	const struct sop	*sop = sop_read(v->req->arena, ref_card(v->desk.ref,
				    asked(v, "kartu")), v->lang == LANG_EN);
	const char		*slot = asked(v, "ke");

	if (sop == NULL || strlen(slot) != 1 || *slot < '2' || *slot >= '1' + SOP_CARDS)
		return RC_NOTFOUND;
	view_sop(v, vars_item(vars_child(v->vars, "call"), "card"), sop, (size_t)(*slot - '1'));
	return show_part(v, "part/call_card_more.cs");
}

enum rc
call_card(struct visit *v)
{
	struct call_form	 in;
	struct call_sense	 s;

	if (*asked(v, "kartu") != '\0')
		return more_card(v);
	understand_query(v, &in, &s);
	if (s.category == NULL)
		return RC_NOTFOUND;
	view_call_card(v, &s);
	return show_part(v, "part/call_card.cs");
}

/* Another card, to read from while this call goes on: a page for those without script. */
enum rc
call_sop(struct visit *v)
{
	const struct sop	*sop = sop_read(v->req->arena, ref_card(v->desk.ref, v->arg),
				    v->lang == LANG_EN);

	if (sop == NULL)
		return RC_NOTFOUND;
	page_title_text(v, sop->title);
	page_here(v, "panggilan");
	view_keys(v);
	view_sop(v, vars_child(v->vars, "sop"), sop, 0);
	return page_show(v, "call_sop.cs");
}

enum rc
call_near(struct visit *v)
{
	struct call_form	 in;
	struct call_sense	 s;

	understand_query(v, &in, &s);
	view_call_near(v, s.category, &s.place, asked(v, "kata"));
	return show_part(v, "part/call_near.cs");
}

enum rc
call_past(struct visit *v)
{
	struct call_form	 in;
	struct call_sense	 s;
	struct form		 form;

	call_read(v, &v->req->sent, &form, &in);
	call_understand(v, &in, &s);
	view_call_past(v, in.phone, &s.junk);
	form_show(&form, v->vars, v->tmpl, v->lang);
	return show_part(v, "part/call_past.cs");
}
