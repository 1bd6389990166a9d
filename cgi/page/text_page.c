/*
 * text_page.c: an emergency is written by whoever cannot call.
 *
 * One short form; then a conversation.  Its code is in a cookie of this device,
 * never in an address.  Without script the page looks for answers by itself,
 * and what is typed is typed on a page that does not.
 */
#include <inttypes.h>
#include <string.h>

#include "action/text_action.h"
#include "domain/geo.h"
#include "domain/number.h"
#include "page/public_view.h"
#include "page/report_page.h"
#include "page/text_page.h"
#include "page/view.h"

#define COOKIE	"darurat"

enum { COOKIE_AGE = 24 * 3600, REFRESH = 10 };

/* What can be pressed; the category is what it is called in the city's list. */
static const struct {
	const char	*code, *icon, *word, *category;
} kinds[] = {
	{ "fire", "flame", "L.channel.form.fire", "KBR-BGN" },
	{ "medical", "ambulance", "L.channel.form.medical", "MED-GD" },
	{ "police", "shield-alert", "L.channel.form.police", "KRM" },
	{ "accident", "car-front", "L.channel.form.accident", "LAKA-JLN" },
	{ "rescue", "waves", "L.channel.form.rescue", "BNJ" },
	{ "other", "ellipsis", "L.channel.form.other", "" },
};

struct writing {
	const char	*kind, *words, *area, *place, *point, *name, *phone;
	bool		 mute;
};

static const struct field fields[] = {
	CODE(struct writing, kind, "L.channel.form.kind", .hint = "L.channel.form.kind_hint"),
	AREA(struct writing, words, "L.channel.form.words", .max = TALK_FIRST,
	    .hint = "L.channel.form.words_hint"),
	CODE(struct writing, area, "L.portal.report.area"),
	TEXT(struct writing, place, "L.channel.form.place", .max = 400,
	    .hint = "L.channel.form.place_hint", .fill = "off"),
	TEXT(struct writing, point, "L.portal.report.point", .max = 60),
	FLAG(struct writing, mute, "L.channel.form.mute"),
	TEXT(struct writing, name, "L.portal.report.name", .max = 80, .fill = "name"),
	PHONE(struct writing, phone, "L.channel.form.phone", .fill = "tel"),
};

/* --- the form --------------------------------------------------------------------------- */

static enum rc
show_form(struct visit *v, struct form *form)
{
	struct vars	*tile;
	size_t		 i;

	page_form(v, form);
	for (i = 0; i < COUNT(kinds); i++) {
		tile = form_choice(form, v->vars, "kind", kinds[i].code,
		    view_word(v, kinds[i].word));
		set_kept(tile, "icon", kinds[i].icon);
	}
	view_areas(v, form);
	set_flag(v->vars, "no_strip", true);
	page_here(v, "lapor");
	page_title(v, "L.channel.form.title");
	return page_show(v, "text.cs");
}

enum rc
text_form(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show_form(v, &form);
}

static const struct category *
category_of(const struct visit *v, const char *kind)
{
	size_t	 i;

	for (i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].code, kind) == 0 && *kinds[i].category != '\0')
			return ref_category_code(v->desk.ref, kinds[i].category);
	return NULL;
}

const char *
text_tile(const struct visit *v, const struct category *like)
{
	const struct category	*c;
	size_t			 i;

	for (i = 0; i < COUNT(kinds); i++) {
		c = ref_category_code(v->desk.ref, kinds[i].category);
		if (c != NULL && strcmp(c->group, like->group) == 0)
			return kinds[i].code;
	}
	return "other";
}

static bool
is_kind(const char *kind)
{
	size_t	 i;

	for (i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].code, kind) == 0)
			return true;
	return false;
}

/* A link of a map, pasted where the place is asked for, is a place, too. */
static void
read_place(const struct visit *v, struct form *form, const struct writing *in, struct place *p)
{
	const struct area	*area = ref_area(v->desk.ref, in->area);
	struct point		 at;

	*p = (struct place){ .text = in->place, .area = in->area };
	if (*in->area != '\0' && (area == NULL || area->level != AREA_VILLAGE))
		form_fault(form, "area", "L.form.choose");
	if (*in->point != '\0' && !report_point(in->point, &p->lat, &p->lon))
		form_fault(form, "point", "L.portal.report.point_bad");
	if (p->lat == 0 && p->lon == 0 && geo_read(in->place, &at)) {
		p->lat = at.lat;
		p->lon = at.lon;
	}
	if (*in->area == '\0' && *in->place == '\0' && *in->point == '\0')
		form_fault(form, "place", "L.channel.form.place_missing");
}

static void
check(struct form *form, const struct writing *in)
{
	if (*in->kind != '\0' && !is_kind(in->kind))
		form_fault(form, "kind", "L.form.choose");
	if (*in->kind == '\0' && *in->words == '\0')
		form_fault(form, "kind", "L.channel.form.kind_missing");
	if (strcmp(in->kind, "other") == 0 && *in->words == '\0')
		form_fault(form, "words", "L.channel.form.words_missing");
}

enum rc
text_take_in(struct visit *v, const struct pairs *sent, const struct category *c)
{
	struct writing		 in;
	struct form		 form;
	struct text_report	 r;
	const char		*code = "";
	bool			 again;
	enum rc			 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
				    sent, &in);

	r = (struct text_report){
		.token = page_token(v), .words = in.words,
		.category = c != NULL ? c : category_of(v, in.kind),
		.mute = in.mute, .name = in.name, .phone = in.phone, .sender = "",
		.lang = tmpl_lang(v->lang), .remote = v->req->remote, .channel = "text",
	};
	check(&form, &in);
	read_place(v, &form, &in, &r.place);
	if (form_ok(&form))
		rc = text_send(&v->desk, &r, &code, &again);
	if (page_again(v, &form, rc))
		return show_form(v, &form);
	if (rc != RC_OK)
		return rc;
	http_cookie(v->req, COOKIE, code, COOKIE_AGE);
	http_redirect(v->req, "/darurat/percakapan");
	return RC_OK;
}

enum rc
text_post(struct visit *v)
{
	return text_take_in(v, &v->req->sent, NULL);
}

/* --- the conversation -------------------------------------------------------------------- */

struct reply {
	const char	*words, *quick, *code;
};

static const struct field reply_fields[] = {
	AREA(struct reply, words, "L.channel.talk.words", .max = TALK_WORDS),
	CODE(struct reply, quick, "L.channel.talk.quick"),
};

static const struct field find_fields[] = {
	TEXT(struct reply, code, "L.portal.find.code", .required = true, .max = 40,
	    .missing = "L.portal.find.code_missing", .fill = "off"),
};

static const char *const	 quick[] = { "yes", "no", "unknown", "near", "moved" };

void
view_talk_lines(struct visit *v, const struct message *list, size_t n, bool desk)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "lines");
		set_flag(row, "mine", (list[i].side == SIDE_IN) != desk);
		set_kept(row, "who", view_code(v, desk ? "L.channel.side_desk" :
		    "L.channel.side", side_code(list[i].side)));
		set_kept(row, "clock", view_clock(v, list[i].at));
		set_kept(row, "words", list[i].words);
		set_flag(row, "gone", *list[i].words == '\0');
		set_flag(row, "waiting", strcmp(list[i].state, "waiting") == 0);
		set_flag(row, "dead", strcmp(list[i].state, "dead") == 0);
	}
	set_int(v->vars, "last", n == 0 ? 0 : list[n - 1].id);
}

static enum rc
ask_code(struct visit *v, struct form *form)
{
	form_show(form, v->vars, v->tmpl, v->lang);
	v->req->referrer = "no-referrer";
	set_flag(v->vars, "no_strip", true);
	page_here(v, "lacak");
	page_title(v, "L.channel.talk.find");
	return page_show(v, "text_find.cs");
}

static enum rc
ask_again(struct visit *v, const char *code, const char *fault)
{
	const struct reply	 typed = { .words = "", .quick = "", .code = code };
	struct form		 form;

	form_blank(&form, v->req->arena, find_fields, COUNT(find_fields));
	if (fault != NULL) {
		form_fill(&form, &typed);
		form_fault(&form, "code", fault);
		v->req->status = 422;
	}
	return ask_code(v, &form);
}

/* Whose cookie this is; RC_NOTFOUND: nobody's. */
static enum rc
own(struct visit *v, struct talk *t)
{
	const char	*code = http_cookie_get(v->req, COOKIE);

	return code == NULL || *code == '\0' ? RC_NOTFOUND :
	    text_open(&v->desk, code, v->req->remote, t);
}

/* Everything a visitor is shown of it, for a page and for the script. */
static enum rc
view_own(struct visit *v, const struct talk *t)
{
	struct message	*list;
	size_t		 n;
	enum rc		 rc = text_lines(&v->desk, t, &list, &n);

	if (rc != RC_OK)
		return rc;
	view_talk_lines(v, list, n, false);
	set_kept(v->vars, "state", view_code(v, "L.channel.state",
	    talk_state_code(talk_state(t))));
	set_kept(v->vars, "state_code", talk_state_code(talk_state(t)));
	set_flag(v->vars, "over", t->ended != 0);
	set_flag(v->vars, "sent", t->ticket != 0);
	set_kept(v->vars, "talk_version", arena_printf(v->req->arena, "%" PRId64 ".%" PRId64,
	    t->version, n == 0 ? INT64_C(0) : list[n - 1].id));
	return RC_OK;
}

static enum rc
show_talk(struct visit *v, const struct talk *t, struct form *form)
{
	bool	 writes = pairs_get(&v->req->query, "tulis") != NULL || v->req->method == POST;
	size_t	 i;
	enum rc	 rc;

	page_form(v, form);
	for (i = 0; i < COUNT(quick); i++)
		set_kept(form_choice(form, v->vars, "quick", quick[i],
		    view_code(v, "L.channel.quick", quick[i])), "sub", "");
	if ((rc = view_own(v, t)) != RC_OK)
		return rc;
	set_kept(v->vars, "code", code_show(v->req->arena,
	    http_cookie_get(v->req, COOKIE)));
	set_flag(v->vars, "writes", writes);
	if (!writes && t->ended == 0)
		set_int(v->vars, "refresh", REFRESH);
	set_flag(v->vars, "no_strip", true);
	v->req->referrer = "no-referrer";
	page_here(v, "lapor");
	page_title(v, "L.channel.talk.title");
	return page_show(v, "text_talk.cs");
}

enum rc
text_talk(struct visit *v)
{
	struct form	 form;
	struct talk	 t;
	enum rc		 rc = own(v, &t);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? ask_again(v, "", NULL) : rc;
	form_blank(&form, v->req->arena, reply_fields, COUNT(reply_fields));
	return show_talk(v, &t, &form);
}

enum rc
text_find(struct visit *v)
{
	struct reply	 in;
	struct form	 form;
	struct talk	 t;
	enum rc		 rc = form_read(&form, v->req->arena, find_fields, COUNT(find_fields),
			    &v->req->sent, &in);

	if (rc != RC_OK) {
		v->req->status = 422;
		return ask_code(v, &form);
	}
	if ((rc = text_open(&v->desk, in.code, v->req->remote, &t)) != RC_OK)
		return rc == RC_NOTFOUND ? ask_again(v, in.code, "L.portal.find.code_wrong") : rc;
	http_cookie(v->req, COOKIE, code_read(v->req->arena, in.code), COOKIE_AGE);
	http_redirect(v->req, "/darurat/percakapan");
	return RC_OK;
}

/* For the script: nothing where nothing is new. */
enum rc
text_talk_lines(struct visit *v)
{
	struct talk	 t;
	enum rc		 rc = own(v, &t);

	if (rc != RC_OK || (rc = view_own(v, &t)) != RC_OK)
		return rc;
	v->req->referrer = "no-referrer";
	if (http_unchanged(v->req, vars_text(v->vars, "talk_version")))
		return RC_OK;
	return page_show(v, "part/text_own.cs");
}

/* A button that was pressed, or what was typed. */
static const char *
words_of(const struct visit *v, const struct reply *in)
{
	size_t	 i;

	for (i = 0; i < COUNT(quick); i++)
		if (strcmp(in->quick, quick[i]) == 0)
			return view_code(v, "L.channel.quick", quick[i]);
	return in->words;
}

enum rc
text_reply(struct visit *v)
{
	struct reply	 in;
	struct form	 form;
	struct talk	 t;
	enum rc		 rc = own(v, &t), read;

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? ask_again(v, "", NULL) : rc;
	read = form_read(&form, v->req->arena, reply_fields, COUNT(reply_fields),
	    &v->req->sent, &in);
	if (read == RC_OK && *words_of(v, &in) == '\0')
		form_fault(&form, "words", "L.channel.talk.words_missing");
	if (form_ok(&form))
		rc = text_answer(&v->desk, &t, page_token(v), words_of(v, &in));
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.channel.talk.is_over");
	if (page_again(v, &form, rc))
		return show_talk(v, &t, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/darurat/percakapan");
	return rc;
}

enum rc
text_leave(struct visit *v)
{
	http_cookie(v->req, COOKIE, "", 0);
	http_redirect(v->req, "/darurat");
	return RC_OK;
}
