/*
 * text_desk.c: written emergencies at the desk.
 *
 * One key takes the next; it opens as a call whose form is filled in already,
 * with the conversation beside it.  What is asked goes out and comes back
 * without the form: nobody loses what is being typed.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/text_action.h"
#include "domain/sop.h"
#include "lib/text.h"
#include "page/call_page.h"
#include "page/public_view.h"
#include "page/rest_page.h"
#include "page/text_desk.h"
#include "page/text_desk_view.h"
#include "page/text_page.h"
#include "page/view.h"

enum { QUICK = 5, OWN = 5 };

struct asking {
	const char	*what, *ask, *ask_token;
};

static const struct field fields[] = {
	{ .name = "do", .label = "L.common.actions", .kind = KIND_CODE,
	  .offset = MEMBER(struct asking, what, const char *) },
	TEXT(struct asking, ask, "L.channel.desk.ask", .max = TALK_WORDS),
	CODE(struct asking, ask_token, "L.channel.desk.ask", .max = 200),
};

int64_t
text_id(const char *text)
{
	size_t	 len = strlen(text);

	return len > 0 && len < 19 && strspn(text, "0123456789") == len ?
	    strtoimax(text, NULL, 10) : -1;
}

static const char *
english_or_not(const struct visit *v, const struct category *c)
{
	return v->lang == LANG_EN && *c->name_en != '\0' ? c->name_en : c->name;
}

const char *
text_kind(const struct visit *v, const struct talk *t)
{
	const struct category	*c = ref_category(v->desk.ref, t->category);

	return c == NULL ? "" : english_or_not(v, c);
}

/* --- the conversation -------------------------------------------------------------------- */

/* What its SOP card asks, in the language of who writes; one key each. */
static void
show_quick(struct visit *v, const struct talk *t)
{
	const struct category	*c = ref_category(v->desk.ref, t->category);
	const struct sop	*sop;
	struct vars		*row;
	size_t			 i;

	sop = c == NULL ? NULL : sop_read(v->req->arena, ref_card(v->desk.ref, c->sop),
	    strcmp(t->lang, "en") == 0);
	for (i = 0; sop != NULL && i < sop->n && i < QUICK; i++) {
		row = vars_item(v->vars, "quick");
		set_kept(row, "value", arena_printf(v->req->arena, "ask%zu", i + 1));
		set_kept(row, "words", sop->questions[i].ask);
		set_kept(row, "key", view_key(v, arena_printf(v->req->arena, "ask%zu", i + 1)));
	}
}

static void
show_talk(struct visit *v, const struct text_row *r)
{
	struct vars	*talk = vars_child(v->vars, "talk");
	struct message	*list;
	size_t		 n;

	if (text_lines(&v->desk, &r->t, &list, &n) == RC_OK)
		view_talk_lines(v, list, n, true);
	set_int(talk, "id", r->t.id);
	set_flag(talk, "mute", r->t.mute);
	set_kept(talk, "channel", view_code(v, "L.channel", r->t.channel));
	set_kept(talk, "number", r->number);
	set_flag(talk, "open", r->t.ended == 0);
	set_flag(talk, "own", r->t.account == v->desk.who.id && r->t.ended == 0);
	set_flag(talk, "sure", r->t.sure != 0);
	set_flag(talk, "back", r->t.account == v->desk.who.id && r->t.sure == 0);
	if (r->t.ticket != 0 && r->t.sure == 0)
		set_kept(talk, "unsure", view_say(v, "L.channel.desk.unsure_text", r->number));
	set_kept(talk, "ask_token", secret_token(v->req->arena));
}

/* The call on the screen: its token is a talk's, or it is an ordinary one. */
static bool
on_screen(struct visit *v, struct text_row *r)
{
	const char	*token = vars_text(v->vars, "token");

	if (token == NULL)
		token = page_token(v);
	return *token != '\0' && text_of_token(&v->desk, token, r) == RC_OK;
}

static void
show_strip(struct visit *v)
{
	struct vars	*texts = vars_child(v->vars, "texts"), *row;
	struct text_row	 own[OWN];
	struct talk	 first;
	int64_t		 waiting;
	size_t		 i, n;

	if (text_waiting(&v->desk, &waiting, &first) != RC_OK)
		return;
	set_int(texts, "n", waiting);
	if (waiting > 0) {
		set_kept(texts, "words", waiting == 1 ?
		    view_word(v, "L.channel.desk.strip_one") :
		    view_say(v, "L.channel.desk.strip", view_number(v, waiting)));
		set_kept(texts, "place", view_place(v, &first.place));
		set_kept(texts, "kind", text_kind(v, &first));
		set_kept(texts, "age", view_age(v, first.at));
		set_int(texts, "alarm", priority_alarm(first.priority));
		view_priority(v, texts, first.priority);
	}
	if (text_own(&v->desk, own, &n, OWN) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		if (own[i].t.sure == 0)
			continue;	/* stands among the drafts */
		row = vars_item(v->vars, "own");
		set_int(row, "id", own[i].t.id);
		set_kept(row, "number", own[i].number);
		set_kept(row, "place", view_place(v, &own[i].t.place));
	}
}

void
view_texts(struct visit *v)
{
	struct text_row	 r;

	view_keys(v);
	show_strip(v);
	view_rest(v);
	if (!on_screen(v, &r))
		return;
	show_talk(v, &r);
	show_quick(v, &r.t);
}

void
view_unsure(struct visit *v, int64_t ticket)
{
	bool	 unsure;

	if (text_is_unsure(&v->desk, ticket, &unsure) == RC_OK)
		set_flag(v->vars, "unsure", unsure);
}

void
view_channels(struct visit *v, const char *picked)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < talk_nchannels; i++) {
		row = vars_item(v->vars, "channels");
		set_kept(row, "code", talk_channels[i]);
		set_kept(row, "word", view_code(v, "L.channel", talk_channels[i]));
		set_flag(row, "picked", strcmp(talk_channels[i], talk_channel(picked)) == 0);
	}
}

enum rc
texts_strip(struct visit *v)
{
	view_keys(v);
	show_strip(v);
	view_rest(v);
	return tmpl_render(v->tmpl, "part/call_texts.cs", v->vars, &v->req->body);
}

enum rc
texts_lines(struct visit *v)
{
	struct text_row	 r;
	enum rc		 rc = text_see(&v->desk, text_id(v->arg), &r);

	if (rc != RC_OK)
		return rc;
	show_talk(v, &r);
	return tmpl_render(v->tmpl, "part/call_talk_lines.cs", v->vars, &v->req->body);
}

/* Sent to its end, or somebody else's: the conversation alone. */
static enum rc
show_room(struct visit *v, const struct text_row *r)
{
	view_keys(v);
	show_talk(v, r);
	if (r->t.account == v->desk.who.id && r->t.ended == 0)
		show_quick(v, &r->t);
	set_kept(v->vars, "kind", text_kind(v, &r->t));
	set_kept(v->vars, "place", view_place(v, &r->t.place));
	page_title(v, "L.channel.desk.conversation");
	page_here(v, "panggilan");
	return page_show(v, "text_room.cs");
}

enum rc
texts_open(struct visit *v)
{
	struct pairs	 said;
	struct text_row	 r;
	enum rc		 rc = text_see(&v->desk, text_id(v->arg), &r);

	if (rc != RC_OK)
		return rc;
	if (r.t.account != v->desk.who.id || r.t.sure != 0 || r.t.ended != 0)
		return show_room(v, &r);
	rc = text_draft(&v->desk, &r.t, &said);
	return rc == RC_OK ? call_continue(v, &said, r.t.token) : rc;
}

/* --- asking -------------------------------------------------------------------------------- */

/* "ask": what was typed; "ask3": the card's third question. */
static const char *
words_of(struct visit *v, const struct asking *in, const struct talk *t)
{
	const struct category	*c = ref_category(v->desk.ref, t->category);
	const struct sop	*sop;
	size_t			 n;

	if (strcmp(in->what, "ask") == 0)
		return in->ask;
	n = strncmp(in->what, "ask", 3) == 0 ? (size_t)strtoul(in->what + 3, NULL, 10) : 0;
	sop = c == NULL ? NULL : sop_read(v->req->arena, ref_card(v->desk.ref, c->sop),
	    strcmp(t->lang, "en") == 0);
	return sop == NULL || n == 0 || n > sop->n ? "" : sop->questions[n - 1].ask;
}

static bool
is_asking(const char *what)
{
	return strncmp(what, "ask", 3) == 0;
}

void
texts_ask_sent(struct visit *v, const char *button)
{
	struct asking	 in;
	struct form	 form;
	struct text_row	 r;
	enum rc		 rc;

	if (!is_asking(button) || !on_screen(v, &r))
		return;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	in.what = button;
	if (*in.ask_token != '\0')
		rc = text_ask(&v->desk, r.t.id, in.ask_token, words_of(v, &in, &r.t));
	if (rc != RC_OK) {
		set_kept(v->vars, "ask_kept", in.ask);
		set_flag(v->vars, "ask_failed", true);
	}
}

const char *
texts_refusal(struct visit *v)
{
	struct text_row	 r;

	return !on_screen(v, &r) || r.t.ticket == 0 || r.t.sure != 0 ? NULL :
	    view_say(v, "L.channel.desk.routed_already", r.number);
}

static enum rc
act(struct visit *v, const struct asking *in, struct text_row *r)
{
	struct talk	 t;

	if (is_asking(in->what))
		return text_ask(&v->desk, r->t.id, in->ask_token, words_of(v, in, &r->t));
	if (strcmp(in->what, "back") == 0)
		return text_put_back(&v->desk, r->t.id);
	if (strcmp(in->what, "over") == 0)
		return text_take_over(&v->desk, r->t.id, &t);
	return strcmp(in->what, "end") == 0 ? text_end(&v->desk, r->t.id) : RC_INPUT;
}

enum rc
texts_act(struct visit *v)
{
	struct asking	 in;
	struct form	 form;
	struct text_row	 r;
	enum rc		 rc = text_see(&v->desk, text_id(v->arg), &r);

	/* Taken over from somebody: so it may be read from then on. */
	if (rc == RC_NOTFOUND)
		r = (struct text_row){ .t = { .id = text_id(v->arg), .lang = "" },
		    .number = "", .taker = "" };
	else if (rc != RC_OK)
		return rc;
	if ((rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent,
	    &in)) != RC_OK)
		return rc;
	rc = act(v, &in, &r);
	if (rc == RC_CONFLICT)
		return texts_faster(v, r.t.id);
	if (rc == RC_OK && strcmp(in.what, "back") != 0)
		http_redirect(v->req, "/panggilan/masuk/%" PRId64, r.t.id);
	else if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/masuk");
	return rc;
}
