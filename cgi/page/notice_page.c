/* notice_page.c: /kabar: how I am told: channels, this browser, quiet hours. */
#include <inttypes.h>
#include <string.h>

#include "action/way_action.h"
#include "lib/when.h"
#include "page/notice_page.h"
#include "page/view.h"

enum { PUSH_URL = 500 };

struct typed {
	const char	*do_;
	const char	*address, *code;
	struct many	 kinds;
	int64_t		 browser;
	const char	*endpoint, *p256dh, *auth;
};

static const struct field fields[] = {
	{ .name = "do", .label = "L.notify.do", .kind = KIND_CODE, .required = true,
	    .offset = MEMBER(struct typed, do_, const char *) },
	TEXT(struct typed, address, "L.notify.address", .max = 254),
	TEXT(struct typed, code, "L.notify.code", .max = 20),
	MANY(struct typed, kinds, "L.notify.kinds"),
	NUMBER(struct typed, browser, "L.notify.browser"),
	TEXT(struct typed, endpoint, "L.notify.browser", .max = PUSH_URL),
	TEXT(struct typed, p256dh, "L.notify.browser", .max = 100),
	TEXT(struct typed, auth, "L.notify.browser", .max = 40),
};

struct hours {
	const char	*from, *until;
	struct many	 days;
	int64_t		 lang;
};

static const struct choice langs[] = {
	{ 1, "L.notify.lang_id" }, { 2, "L.notify.lang_en" }, { 0, NULL }
};

static const struct field hour_fields[] = {
	TEXT(struct hours, from, "L.notify.from", .max = 5),
	TEXT(struct hours, until, "L.notify.until", .max = 5),
	MANY(struct hours, days, "L.notify.days"),
	PICK(struct hours, lang, "L.notify.lang", .required = true, .choices = langs),
};

/* --- showing -------------------------------------------------------------------------- */

static const char *const	icons[CHANNEL_COUNT] = {
	[CHANNEL_NONE] = "bell", [CHANNEL_MAIL] = "mail", [CHANNEL_SMS] = "smartphone",
	[CHANNEL_WHATSAPP] = "message-circle", [CHANNEL_PUSH] = "monitor",
};

/* kinds.N.{code,word,on} */
static void
view_kinds(struct visit *v, struct vars *row, int64_t kinds)
{
	enum notice	 k;
	struct vars	*item;

	for (k = NOTICE_NONE + 1; (int)k <= NOTICE_CHOSEN; k++) {
		item = vars_item(row, "kinds");
		set_kept(item, "code", notice_code(k));
		set_kept(item, "word", view_code(v, "L.notify.kind", notice_code(k)));
		set_flag(item, "on", notice_wants(kinds, k));
	}
}

/* ways.N.{code,word,icon,address,offered,had,verified,waits,mine,push,kinds.*} */
static void
view_way(struct visit *v, const struct own_way *o, enum channel c, enum channel mine)
{
	struct vars	*row = vars_item(v->vars, "ways");

	set_kept(row, "code", channel_code(c));
	set_kept(row, "word", view_code(v, "L.notify.channel", channel_code(c)));
	set_kept(row, "icon", icons[c]);
	set_kept(row, "address", o->address);
	set_flag(row, "offered", o->offered);
	set_flag(row, "had", o->had);
	set_flag(row, "verified", o->w.verified != 0);
	set_flag(row, "waits", o->waits);
	set_flag(row, "mine", c == mine);
	set_flag(row, "push", c == CHANNEL_PUSH);
	if (o->had)
		view_kinds(v, row, o->w.kinds);
}

/* browsers.N.{id,device,added,used,dead} */
static void
view_browsers(struct visit *v, const struct own_ways *o)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < o->nbrowsers; i++) {
		row = vars_item(v->vars, "browsers");
		set_int(row, "id", o->browsers[i].id);
		set_kept(row, "device", *o->browsers[i].device != '\0' ? o->browsers[i].device :
		    view_word(v, "L.signin.sessions.unknown"));
		set_kept(row, "added", view_time(v, o->browsers[i].added));
		if (o->browsers[i].used != 0)
			set_kept(row, "used", view_time(v, o->browsers[i].used));
		set_flag(row, "dead", o->browsers[i].dead != 0);
	}
}

static const char *
clock_of(const struct visit *v, int64_t minute)
{
	return arena_printf(v->req->arena, "%02" PRId64 ":%02" PRId64, minute / 60, minute % 60);
}

/* quiet.{from,until,en,on}, quiet.days.N.{value,word,on} */
static void
view_quiet(struct visit *v, const struct manner *t)
{
	const struct quiet	*q = &t->quiet;
	struct vars		*out = vars_child(v->vars, "quiet"), *day;
	int			 i;

	set_flag(out, "on", q->from != q->until && q->days != 0);
	set_kept(out, "from", clock_of(v, q->from == q->until ? 22 * 60 : q->from));
	set_kept(out, "until", clock_of(v, q->from == q->until ? 5 * 60 : q->until));
	set_flag(out, "en", strcmp(t->lang, "en") == 0);
	for (i = 1; i <= 7; i++) {	/* a week begins on Monday here */
		day = vars_item(out, "days");
		set_int(day, "value", i % 7);
		set_kept(day, "word", view_word(v, arena_printf(v->req->arena, "L.weekday.d%d",
		    i % 7)));
		set_flag(day, "on", (q->days >> i % 7 & 1) != 0);
	}
}

static enum rc
show(struct visit *v, struct form *form, enum channel mine)
{
	struct own_ways	 o;
	enum channel	 c;
	enum rc		 rc = see_ways(&v->desk, &o);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.notify.title");
	page_here(v, "kabar");
	page_form(v, form);
	for (c = CHANNEL_NONE + 1; c < CHANNEL_COUNT; c++)
		view_way(v, &o.of[c], c, mine);
	view_browsers(v, &o);
	view_quiet(v, &o.told);
	set_kept(v->vars, "by_account", o.mail);
	set_kept(v->vars, "push_key", o.push_key);
	set_flag(v->vars, "done", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "notify.cs");
}

enum rc
notice_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, CHANNEL_NONE);
}

/* --- changing ---------------------------------------------------------------------------- */

static int64_t
kinds_of(const struct many *many)
{
	int64_t		 kinds = 0;
	size_t		 i;

	for (i = 0; i < many->n; i++)
		kinds |= INT64_C(1) << notice_of(many->items[i]);
	return kinds;
}

static enum rc
add(struct visit *v, enum channel c, const struct typed *in)
{
	return c == CHANNEL_PUSH ? browser_add(&v->desk, in->endpoint, in->p256dh, in->auth,
	    v->req->agent) : way_add(&v->desk, c, in->address);
}

static enum rc
drop(struct visit *v, enum channel c, const struct typed *in)
{
	return c == CHANNEL_PUSH ? browser_remove(&v->desk, in->browser) : way_remove(&v->desk, c);
}

/* What is done, and what is said where it is refused. */
static enum rc
act(struct visit *v, struct form *form, enum channel c, const struct typed *in)
{
	enum rc	 rc = RC_NOTFOUND;

	if (strcmp(in->do_, "add") == 0 && (rc = add(v, c, in)) == RC_INPUT)
		form_fault(form, c == CHANNEL_PUSH ? "endpoint" : "address",
		    "L.notify.bad_address");
	else if (strcmp(in->do_, "confirm") == 0 &&
	    (rc = way_confirm(&v->desk, c, in->code)) == RC_INPUT)
		form_fault(form, "code", "L.notify.bad_code");
	else if (strcmp(in->do_, "again") == 0)
		rc = way_ask(&v->desk, c);
	else if (strcmp(in->do_, "kinds") == 0)
		rc = way_choose(&v->desk, c, kinds_of(&in->kinds));
	else if (strcmp(in->do_, "test") == 0)
		rc = way_try(&v->desk, c);
	else if (strcmp(in->do_, "remove") == 0)
		rc = drop(v, c, in);
	if (rc == RC_CONFLICT)
		form->notice = view_word(v, strcmp(in->do_, "confirm") == 0 ?
		    "L.notify.code_over" : c == CHANNEL_PUSH && strcmp(in->do_, "add") == 0 ?
		    "L.notify.browsers_full" : "L.notify.too_often");
	return rc;
}

enum rc
notice_send(struct visit *v)
{
	enum channel	 c = channel_of(v->arg);
	struct form	 form;
	struct typed	 in;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent,
			    &in);

	if (c == CHANNEL_NONE)
		return RC_NOTFOUND;
	if (form_ok(&form))
		rc = act(v, &form, c, &in);
	if (page_again(v, &form, rc))
		return show(v, &form, c);
	if (rc == RC_OK)
		http_redirect(v->req, "/kabar?jadi=%s", channel_code(c));
	return rc;
}

/* "22:00", "22.00": a minute of the day; -1 where it is none. */
static int64_t
minute_of(const char *text)
{
	int	 hour, minute;

	if (strlen(text) != 5 || strspn(text, "0123456789") != 2 ||
	    (text[2] != ':' && text[2] != '.') || strspn(text + 3, "0123456789") != 2)
		return -1;
	hour = (text[0] - '0') * 10 + text[1] - '0';
	minute = (text[3] - '0') * 10 + text[4] - '0';
	return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

static void
read_hours(struct form *form, const struct hours *in, struct manner *t)
{
	size_t	 i;

	*t = (struct manner){ .lang = in->lang == 2 ? "en" : "id",
	    .quiet = { .from = minute_of(in->from), .until = minute_of(in->until) } };
	for (i = 0; i < in->days.n; i++)
		if (strlen(in->days.items[i]) == 1 && *in->days.items[i] >= '0' &&
		    *in->days.items[i] <= '6')
			t->quiet.days |= 1 << (*in->days.items[i] - '0');
	if (t->quiet.from < 0)
		form_fault(form, "from", "L.notify.bad_time");
	if (t->quiet.until < 0)
		form_fault(form, "until", "L.notify.bad_time");
	if (t->quiet.days != 0 && t->quiet.from == t->quiet.until)
		form_fault(form, "until", "L.notify.same_time");
}

enum rc
notice_rest(struct visit *v)
{
	struct form	 form;
	struct hours	 in;
	struct manner	 t;
	enum rc		 rc = form_read(&form, v->req->arena, hour_fields, COUNT(hour_fields),
			    &v->req->sent, &in);

	read_hours(&form, &in, &t);
	if (rc == RC_OK && form_ok(&form))
		rc = way_rest(&v->desk, &t);
	if (page_again(v, &form, rc))
		return show(v, &form, CHANNEL_NONE);
	if (rc == RC_OK)
		http_redirect(v->req, "/kabar?jadi=waktu");
	return rc;
}
