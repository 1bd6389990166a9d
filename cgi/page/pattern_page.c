/* pattern_page.c: /pengiriman/pola: the words of messages, how long they become, older ones. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "action/deliver_action.h"
#include "page/deliver_page.h"
#include "page/view.h"

struct typed {
	const char	*words;
	int64_t		 version;
};

static const struct field fields[] = {
	AREA(struct typed, words, "L.notify.words", .required = true, .max = PATTERN_MAX,
	    .hint = "L.notify.words_hint"),
	NUMBER(struct typed, version, "L.notify.version", .required = true),
};

static const char *const	langs[] = { "id", "en" };

/* "alarm-sms-id", as an address; all of it ours, or RC_NOTFOUND. */
static bool
which(const char *name, struct pattern *p)
{
	enum notice	 k;
	enum channel	 c;
	char		 want[40];
	size_t		 i;

	for (k = NOTICE_NONE + 1; k < NOTICE_COUNT; k++)
		for (c = CHANNEL_NONE + 1; c < CHANNEL_COUNT; c++)
			for (i = 0; i < COUNT(langs); i++) {
				*p = (struct pattern){ .kind = k, .channel = c, .lang = langs[i] };
				snprintf(want, sizeof(want), "%s-%s-%s", notice_code(k),
				    channel_code(c), langs[i]);
				if (strcmp(name, want) == 0)
					return true;
			}
	return false;
}

/* A message as it may come out: nothing of it is anybody's. */
static const char *
example(const struct visit *v, const char *words)
{
	const char	*values[BLANK_COUNT];
	struct buf	 b = { 0 };
	enum blank	 blank;
	const char	*text;

	for (blank = 0; blank < BLANK_COUNT; blank++)
		values[blank] = view_code(v, "L.notify.example", blank_name(blank));
	values[BLANK_CITY] = v->desk.ref->city;
	pattern_fill(&b, words, values);
	text = arena_text(v->req->arena, b.data == NULL ? "" : b.data);
	buf_free(&b);
	return text;
}

/* What it costs by SMS; of other channels how many characters. */
static const char *
length(const struct visit *v, const struct pattern *p, const char *text)
{
	struct sms_length	 l = sms_length(text);

	if (p->channel != CHANNEL_SMS)
		return view_say(v, "L.notify.characters", view_number(v, (int64_t)l.units));
	return view_say(v, l.wide ? "L.notify.sms_wide" : "L.notify.sms",
	    view_number(v, (int64_t)l.units), view_number(v, (int64_t)l.parts),
	    view_number(v, (int64_t)l.room));
}

/* name, kind, channel, tongue */
static void
view_name(struct visit *v, struct vars *row, const struct pattern *p)
{
	set_kept(row, "name", arena_printf(v->req->arena, "%s-%s-%s", notice_code(p->kind),
	    channel_code(p->channel), p->lang));
	set_kept(row, "kind", view_code(v, "L.notify.kind", notice_code(p->kind)));
	set_kept(row, "channel", view_code(v, "L.notify.channel", channel_code(p->channel)));
	set_kept(row, "tongue", view_word(v, *p->lang == 'e' ? "L.notify.lang_en" :
	    "L.notify.lang_id"));
}

/* --- all of them ---------------------------------------------------------------------------- */

/* rows.N.{name,kind,channel,tongue,words,length,version} */
static enum rc
view_pattern(struct visit *v, const struct pattern *asked)
{
	struct pattern	*list = arena_alloc(v->req->arena, PATTERN_VERSIONS * sizeof(*list));
	struct vars	*row;
	const char	*text;
	size_t		 n;
	enum rc		 rc = see_pattern(&v->desk, asked, list, &n);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;	/* no such message by this channel */
	row = vars_item(v->vars, "rows");
	text = example(v, list[0].words);
	view_name(v, row, asked);
	set_kept(row, "words", list[0].words);
	set_kept(row, "length", length(v, asked, text));
	set_int(row, "version", list[0].version);
	return RC_OK;
}

enum rc
patterns_page(struct visit *v)
{
	const char	*asked = pairs_get(&v->req->query, "kanal");
	enum channel	 c = asked == NULL ? CHANNEL_SMS : channel_of(asked), other;
	struct vars	*item;
	enum notice	 k;
	size_t		 i;
	enum rc		 rc = RC_OK;

	if (c == CHANNEL_NONE)
		return RC_NOTFOUND;
	for (k = NOTICE_NONE + 1; k < NOTICE_COUNT && rc == RC_OK; k++)
		for (i = 0; i < COUNT(langs) && rc == RC_OK; i++)
			rc = view_pattern(v, &(struct pattern){ .kind = k, .channel = c,
			    .lang = langs[i] });
	if (rc != RC_OK)
		return rc;
	for (other = CHANNEL_NONE + 1; other < CHANNEL_COUNT; other++) {
		item = vars_item(v->vars, "pick");
		set_kept(item, "code", channel_code(other));
		set_kept(item, "word", view_code(v, "L.notify.channel", channel_code(other)));
		set_flag(item, "on", other == c);
	}
	page_title(v, "L.notify.patterns");
	page_here(v, "pengiriman");
	return page_show(v, "patterns.cs");
}

/* --- one -------------------------------------------------------------------------------------- */

/* blanks.N.{name,word}; old.N.{version,author,at,words} */
static void
view_around(struct visit *v, const struct pattern *list, size_t n)
{
	struct vars	*item;
	enum blank	 b;
	size_t		 i;

	for (b = 0; b < BLANK_COUNT; b++) {
		if (!blank_fits(b, list[0].kind))
			continue;
		item = vars_item(v->vars, "blanks");
		set_kept(item, "name", arena_printf(v->req->arena, "{%s}", blank_name(b)));
		set_kept(item, "word", view_code(v, "L.notify.blank", blank_name(b)));
	}
	for (i = 0; i < n; i++) {
		item = vars_item(v->vars, "old");
		set_int(item, "version", list[i].version);
		set_kept(item, "author", *list[i].author != '\0' ? list[i].author :
		    view_word(v, "L.notify.of_system"));
		if (list[i].at != 0)
			set_kept(item, "at", view_time(v, list[i].at));
		set_kept(item, "words", list[i].words);
	}
}

static enum rc
show(struct visit *v, struct form *form, const struct pattern *asked, const char *words)
{
	struct pattern	*list = arena_alloc(v->req->arena, PATTERN_VERSIONS * sizeof(*list));
	const char	*text;
	struct typed	 now;
	size_t		 n;
	enum rc		 rc = see_pattern(&v->desk, asked, list, &n);

	if (rc != RC_OK)
		return rc;
	now = (struct typed){ list[0].words, list[0].version };
	if (words == NULL)
		form_fill(form, &now);
	text = example(v, words == NULL ? list[0].words : words);
	page_title(v, "L.notify.pattern");
	page_here(v, "pengiriman");
	page_form(v, form);
	view_name(v, v->vars, asked);
	set_kept(v->vars, "channel_code", channel_code(asked->channel));
	set_kept(v->vars, "example", text);
	set_kept(v->vars, "length", length(v, asked, text));
	set_int(v->vars, "newest", list[0].version);
	view_around(v, list, n);
	set_flag(v->vars, "done", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "pattern.cs");
}

enum rc
pattern_show(struct visit *v)
{
	struct pattern	 p;
	struct form	 form;

	if (!which(v->arg, &p))
		return RC_NOTFOUND;
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, &p, NULL);
}

enum rc
pattern_send(struct visit *v)
{
	static const char *const	 why[PATTERN_FAULTS] = {
		[PATTERN_UNKNOWN] = "L.notify.bad_blank", [PATTERN_NO_CODE] = "L.notify.no_code",
		[PATTERN_NO_LINK] = "L.notify.no_link", [PATTERN_ONE_LINE] = "L.notify.one_line",
		[PATTERN_NO_BODY] = "L.notify.no_body" };
	enum pattern_fault		 fault = PATTERN_GOOD;
	struct pattern			 p;
	struct typed			 in;
	struct form			 form;
	enum rc				 rc;

	if (!which(v->arg, &p))
		return RC_NOTFOUND;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &in);
	p.words = in.words;
	p.version = in.version;
	if (form_ok(&form))
		rc = pattern_write(&v->desk, &p, &fault);
	if (fault != PATTERN_GOOD)
		form_fault(&form, "words", why[fault]);
	if (page_again(v, &form, rc))
		return show(v, &form, &p, in.words);
	if (rc == RC_OK)
		http_redirect(v->req, "/pengiriman/pola/%s?jadi=1", v->arg);
	return rc;
}
