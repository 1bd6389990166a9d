/* refdata_page.c: the reference data to look at: agencies, categories, SOP cards. */
#include <inttypes.h>
#include <string.h>

#include "domain/sop.h"
#include "lib/json.h"
#include "page/account_view.h"
#include "page/refdata_page.h"
#include "page/view.h"

/* --- agencies ---------------------------------------------------------------------------- */

struct kind_of {
	const char	*kind;
};

static const struct field kind_fields[] = {
	TEXT(struct kind_of, kind, "L.admin.opd.kind", .max = 40),
};

/* Each kind once, in the order of the data. */
static void
show_kinds(struct visit *v, struct form *form)
{
	const struct ref	*ref = v->desk.ref;
	size_t			 i, k;

	page_form(v, form);
	for (i = 0; i < ref->nagencies; i++) {
		for (k = 0; k < i; k++)
			if (strcmp(ref->agencies[k].kind, ref->agencies[i].kind) == 0)
				break;
		if (k == i)
			form_choice(form, v->vars, "kind", ref->agencies[i].kind,
			    ref->agencies[i].kind);
	}
}

/* How many categories of today it leads, and supports. */
static void
count_roles(const struct ref *ref, int64_t agency, int64_t *leads, int64_t *supports)
{
	const struct category	*c;
	size_t			 i, k;

	*leads = *supports = 0;
	for (i = 0; i < ref->ncategories; i++) {
		c = &ref->categories[i];
		if (!c->current)
			continue;
		*leads += c->lead == agency;
		for (k = 0; k < c->nsupport; k++)
			*supports += c->support[k] == agency;
	}
}

static const char *
units_of(const struct visit *v, int64_t agency)
{
	const struct ref	*ref = v->desk.ref;
	const char		*text = "";
	size_t			 i;

	for (i = 0; i < ref->nunits; i++)
		if (ref->units[i].agency == agency)
			text = arena_printf(v->req->arena, "%s%s%s", text,
			    *text == '\0' ? "" : ", ", ref->units[i].code);
	return text;
}

/* code, name, brief, kind, own, standby, always, duty, email, phone, units, leads, supports */
static void
view_one_agency(const struct visit *v, struct vars *row, const struct agency *a)
{
	int64_t	 leads, supports;

	count_roles(v->desk.ref, a->id, &leads, &supports);
	set_kept(row, "code", a->code);
	set_kept(row, "name", a->name);
	set_kept(row, "brief", a->brief);
	set_kept(row, "kind", a->kind);
	set_flag(row, "own", a->own);
	set_kept(row, "standby", view_code(v, "L.admin.standby", a->standby));
	set_flag(row, "always", strcmp(a->standby, "ya") == 0);
	set_kept(row, "duty", a->duty);
	set_kept(row, "email", a->email);
	set_kept(row, "phone", a->phone);
	set_kept(row, "units", units_of(v, a->id));
	set_int(row, "leads", leads);
	set_int(row, "supports", supports);
}

/* rows.N: view_one_agency(); shown, sifted, menu */
enum rc
agencies_page(struct visit *v)
{
	struct form	 form;
	struct kind_of	 in;
	size_t		 i;
	int64_t		 shown = 0;
	enum rc		 rc;

	if ((rc = form_read(&form, v->req->arena, kind_fields, COUNT(kind_fields),
	    &v->req->query, &in)) != RC_OK)
		return rc;
	page_title(v, "L.admin.opd.title");
	page_here(v, "opd");
	view_admin_menu(v, "opd");
	show_kinds(v, &form);
	for (i = 0; i < v->desk.ref->nagencies; i++)
		if (*in.kind == '\0' || strcmp(in.kind, v->desk.ref->agencies[i].kind) == 0) {
			view_one_agency(v, vars_item(v->vars, "rows"), &v->desk.ref->agencies[i]);
			shown++;
		}
	set_int(v->vars, "shown", shown);
	set_flag(v->vars, "sifted", *in.kind != '\0');
	return page_show(v, "agencies.cs");
}

/* --- categories ---------------------------------------------------------------------------- */

struct group {
	const char	*group;
};

static const struct field group_fields[] = {
	TEXT(struct group, group, "L.admin.kategori.group", .max = 40),
};

/* Nothing is rounded away: 37 hours are not a day. */
static const char *
exactly(const struct visit *v, int64_t minutes)
{
	if (minutes < 24 * 60 || minutes % (24 * 60) == 0)
		return view_span(v, minutes * 60000);
	return view_say(v, "L.span.hours_minutes", view_number(v, minutes / 60),
	    view_number(v, minutes % 60));
}

/* In office hours a day has as many minutes as the office is open. */
static const char *
limit(const struct visit *v, const struct category *c, int64_t minutes)
{
	int64_t	 day = v->desk.ref->calendar.closes - v->desk.ref->calendar.opens;

	if (minutes == 0)
		return "";
	if (!c->office || day <= 0)
		return exactly(v, minutes);
	if (minutes == day)
		return view_word(v, "L.admin.kategori.working_day");
	if (minutes % day == 0)
		return view_say(v, "L.admin.kategori.working_days", view_number(v, minutes / day));
	return view_say(v, "L.admin.kategori.office_hours", exactly(v, minutes));
}

/*
 * code, name, group, lead, nsupport, supports, pr, emergency, ack, arrive,
 * finish, quiet, display, sensitive, sop
 */
static void
view_one_category(const struct visit *v, struct vars *row, const struct category *c)
{
	static const char *const	 displays[] = {
		[DISPLAY_CLOSED] = "closed", [DISPLAY_PRESENT] = "present", [DISPLAY_FULL] = "full",
	};

	set_kept(row, "code", c->code);
	set_kept(row, "name", view_category(v, c->id));
	set_kept(row, "group", c->group);
	set_kept(row, "lead", view_agency(v, c->lead));
	set_int(row, "nsupport", (int64_t)c->nsupport);
	set_flag(row, "supports", c->nsupport > 0);
	view_priority(v, row, c->priority);
	set_flag(row, "emergency", c->track == TRACK_EMERGENCY);
	set_kept(row, "ack", limit(v, c, c->ack));
	set_kept(row, "arrive", limit(v, c, c->arrive));
	set_kept(row, "finish", limit(v, c, c->finish));
	set_kept(row, "quiet", limit(v, c, c->quiet));
	set_kept(row, "display", view_code(v, "L.admin.display", displays[c->display]));
	set_flag(row, "sensitive", c->sensitive);
	set_kept(row, "sop", c->sop);
}

/* Each group once, in the order of the data. */
static void
show_groups(struct visit *v, struct form *form)
{
	const struct ref	*ref = v->desk.ref;
	size_t			 i, k;

	page_form(v, form);
	for (i = 0; i < ref->ncategories; i++) {
		for (k = 0; k < i; k++)
			if (strcmp(ref->categories[k].group, ref->categories[i].group) == 0)
				break;
		if (k == i)
			form_choice(form, v->vars, "group", ref->categories[i].group,
			    ref->categories[i].group);
	}
}

/* rows.N: view_one_category(); shown, sifted, menu */
enum rc
categories_page(struct visit *v)
{
	const struct ref	*ref = v->desk.ref;
	struct form		 form;
	struct group		 in;
	size_t			 i;
	int64_t			 shown = 0;
	enum rc			 rc;

	if ((rc = form_read(&form, v->req->arena, group_fields, COUNT(group_fields),
	    &v->req->query, &in)) != RC_OK)
		return rc;
	page_title(v, "L.admin.kategori.title");
	page_here(v, "kategori");
	view_admin_menu(v, "kategori");
	show_groups(v, &form);
	for (i = 0; i < ref->ncategories; i++) {
		if (!ref->categories[i].current ||
		    (*in.group != '\0' && strcmp(in.group, ref->categories[i].group) != 0))
			continue;
		view_one_category(v, vars_item(v->vars, "rows"), &ref->categories[i]);
		shown++;
	}
	set_int(v->vars, "shown", shown);
	set_flag(v->vars, "sifted", *in.group != '\0');
	return page_show(v, "categories.cs");
}

/* --- one category ---------------------------------------------------------------------------- */

/* words.N.text: what a caller would say, "api,rumah terbakar" */
static void
view_words(const struct visit *v, const char *words)
{
	size_t	 len;

	while (*(words += strspn(words, ", ")) != '\0') {
		len = strcspn(words, ",");
		set_kept(vars_item(v->vars, "words"), "text",
		    arena_printf(v->req->arena, "%.*s", (int)len, words));
		words += len;
	}
}

/* support.N.{name,full}; rules.N.{area,agency}: where another agency leads */
static void
view_routing(const struct visit *v, const struct category *c)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*item;
	size_t			 i;

	set_kept(v->vars, "lead_name", view_agency_name(v, c->lead));
	for (i = 0; i < c->nsupport; i++) {
		item = vars_item(v->vars, "support");
		set_kept(item, "name", view_agency(v, c->support[i]));
		set_kept(item, "full", view_agency_name(v, c->support[i]));
	}
	for (i = 0; i < ref->nrules; i++) {
		if (ref->rules[i].category != c->id)
			continue;
		item = vars_item(v->vars, "rules");
		set_kept(item, "area", view_area(v, ref->rules[i].area));
		set_kept(item, "agency", view_agency(v, ref->rules[i].agency));
	}
}

static const char *
join(struct arena *a, const char *text, const char *more)
{
	return arena_printf(a, "%s%s%s", text, *text == '\0' ? "" : ", ", more);
}

/* card.questions.N.{no,ask,answers,effect}; no answers: in words */
static void
view_questions(const struct visit *v, struct vars *card, const struct sop *sop)
{
	const char	*answers;
	struct vars	*item;
	size_t		 i, k;

	for (i = 0; i < sop->n; i++) {
		item = vars_item(card, "questions");
		answers = "";
		for (k = 0; k < sop->questions[i].n; k++)
			answers = join(v->req->arena, answers, sop->questions[i].options[k].label);
		set_int(item, "no", sop->questions[i].no);
		set_kept(item, "ask", sop->questions[i].ask);
		set_kept(item, "answers", *answers != '\0' ? answers :
		    view_word(v, "L.admin.kategori.in_words"));
		set_kept(item, "effect", sop->questions[i].effect);
	}
}

static void
view_lines(struct vars *list, const struct sop_lines *lines)
{
	size_t	 i;

	for (i = 0; i < lines->n; i++)
		set_kept(vars_item(list, "lines"), "text", lines->line[i]);
}

/* The call taker's own notes are not part of what is asked, so they are read here. */
static void
view_notes(struct vars *card, const char *body)
{
	struct json		*root = json_read(body);
	const struct json	*notes = root == NULL ? NULL : json_get(root, "untuk_petugas");
	size_t			 i;

	for (i = 0; notes != NULL && i < json_count(notes); i++)
		set_text(vars_item(vars_child(card, "notes"), "lines"), "text",
		    json_text(json_at(notes, i)));
	if (root != NULL)
		json_free(root);
}

/* card.{code,title,version,draft,opening,questions}, card.{tell,never,raise,notes}.lines.N.text */
static void
view_card(const struct visit *v, const char *code)
{
	const struct card	*c = *code == '\0' ? NULL : ref_card(v->desk.ref, code);
	const struct sop	*sop = c == NULL ? NULL :
	    sop_read(v->req->arena, c, v->lang == LANG_EN);
	struct vars		*card;

	if (sop == NULL)
		return;
	card = vars_child(v->vars, "card");
	set_kept(card, "code", c->code);
	set_kept(card, "title", sop->title);
	set_int(card, "version", c->version);
	set_flag(card, "draft", !c->approved);
	set_kept(card, "opening", sop->opening);
	view_questions(v, card, sop);
	view_lines(vars_child(card, "tell"), &sop->tell);
	view_lines(vars_child(card, "never"), &sop->never);
	view_lines(vars_child(card, "raise"), &sop->raise);
	view_notes(card, c->body);
}

/* category: view_one_category(), .other_name, .radius, .window; words; routing; card */
enum rc
category_page(struct visit *v)
{
	const struct category	*c = ref_category_code(v->desk.ref, v->arg);
	struct vars		*one;

	if (c == NULL)
		return RC_NOTFOUND;
	page_title_text(v, view_category(v, c->id));
	page_here(v, "kategori");
	view_admin_menu(v, "kategori");
	one = vars_child(v->vars, "category");
	view_one_category(v, one, c);
	set_kept(one, "other_name", v->lang == LANG_ID ? c->name_en : c->name);
	if (c->radius > 0) {
		set_kept(one, "radius", view_metres(v, c->radius));
		set_kept(one, "window", exactly(v, c->window));
	}
	view_words(v, c->words);
	view_routing(v, c);
	view_card(v, c->sop);
	return page_show(v, "category.cs");
}
