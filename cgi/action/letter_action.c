/* letter_action.c: a letter in the outbox becomes words. */
#include <string.h>

#include "action/letter_action.h"
#include "domain/subject.h"
#include "domain/ticket.h"
#include "lib/json.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

/* A letter about what somebody asked of the own data. */
static bool
is_data(const struct post *p)
{
	return strncmp(p->kind, "data_", 5) == 0;
}

/* What a letter is made of. */
struct draft {
	const struct desk		*d;
	const struct post_office	*office;
	const struct post		*post;
	enum lang			 lang;
	struct ticket			 t;
	struct event			 e;
	const struct category		*c;
	bool				 sensitive;
	const char			*agency, *date;		/* {0} and {1} */
	struct vars			*vars;
};

static const char *
word(const struct draft *f, const char *key)
{
	return tmpl_word(f->office->tmpl, f->lang, key);
}

static char *
say(const struct draft *f, const char *key)
{
	return tmpl_say(f->office->tmpl, f->lang, f->d->arena, key, f->agency, f->date);
}

/* "24 November 2026, 15.30 WIB"; nothing where there is no time. */
static const char *
date_of(const struct draft *f, int64_t at)
{
	struct arena	*a = f->d->arena;
	struct civil	 c = when_civil(at, f->d->ref->zone);

	return at == 0 ? "" : arena_printf(a, "%d %s %d, %02d.%02d %s", c.day,
	    word(f, arena_printf(a, "L.month.m%d", c.month)), c.year, c.hour, c.minute,
	    f->d->ref->zone_name);
}

/* --- to whom ------------------------------------------------------------------------ */

/* Of somebody who is kept no longer. */
static enum rc
last_address(const struct desk *d, const struct post *p, const char **to)
{
	enum rc	 rc = secret_unseal(d->secret, d->arena, arena_printf(d->arena,
	    "letter:%lld:%lld", (long long)p->reporter, (long long)p->event), p->sealed, to);

	return rc == RC_OK && text_is_mail(*to) ? RC_OK : RC_NOTFOUND;
}

static enum rc
reporter_address(const struct desk *d, const struct post *p, enum lang *lang, const char **to)
{
	struct bytes	 sealed;
	struct json	*who;
	const char	*text, *code;
	bool		 mail;
	enum rc		 rc = outbox_reporter(d->db, d->arena, p->reporter, &sealed, &code, &mail);

	if (rc != RC_OK)
		return rc;
	*lang = strcmp(code, "en") == 0 ? LANG_EN : LANG_ID;
	if (p->sealed.len != 0)
		return last_address(d, p, to);
	if (!mail || sealed.len == 0)
		return RC_NOTFOUND;
	rc = secret_unseal(d->secret, d->arena, arena_printf(d->arena, "reporter:%lld",
	    (long long)p->reporter), sealed, &text);
	if (rc != RC_OK || (who = json_read(text)) == NULL)
		return RC_NOTFOUND;	/* another key's, or broken: nobody can send it */
	*to = arena_text(d->arena, json_text(json_get(who, "email")));
	json_free(who);
	return text_is_mail(*to) ? RC_OK : RC_NOTFOUND;
}

static enum rc
address(const struct desk *d, const struct post *p, enum lang *lang, const char **to)
{
	const struct agency	*a = ref_agency(d->ref, p->agency);

	*lang = LANG_ID;
	if (p->reporter != 0)
		return reporter_address(d, p, lang, to);
	*to = a == NULL ? "" : a->email;
	return text_is_mail(*to) ? RC_OK : RC_NOTFOUND;
}

/* --- to a reporter -------------------------------------------------------------------- */

static const char *
next_of(struct draft *f)
{
	f->date = date_of(f, f->t.due);
	if (strcmp(f->post->kind, "receipt") == 0)
		return word(f, "L.mail.next_receipt");
	if (f->e.after != f->t.state || strcmp(f->post->kind, "moved") != 0)
		return NULL;		/* it has moved on since */
	if (f->e.after == ST_NEEDS_INFO)
		return say(f, "L.mail.next_answer");
	if (f->e.after == ST_RESOLVED && f->t.track == TRACK_COMPLAINT)
		return say(f, "L.mail.next_dispute");
	return f->e.after == ST_ARCHIVED ? word(f, "L.mail.next_archived") : NULL;
}

static const char *
note_of(const struct draft *f)
{
	if (f->e.act == ACT_DECLINE && *f->e.note == '\0')
		return word(f, arena_printf(f->d->arena, "L.reason.%s", f->e.data));
	return f->e.public ? f->e.note : "";	/* as /lacak shows it */
}

/* The limit that was told of: it may be another by now. */
static int64_t
passed(const struct draft *f)
{
	struct json	*j = json_read(f->e.data);
	int64_t		 due = json_int(json_get(j, "due"));

	json_free(j);
	return due;
}

/* letter.{said,note,number,title,holder,next,link,city} */
static const char *
write_reporter(struct draft *f)
{
	struct arena	*a = f->d->arena;
	struct vars	*v = vars_child(f->vars, "letter");
	bool		 moved = strcmp(f->post->kind, "moved") == 0;
	const char	*key = f->e.act == ACT_NOTE ? "note" : state_code(f->e.after);

	f->date = date_of(f, f->e.act == ACT_OVERDUE ? passed(f) : f->t.until);
	set_text(v, "said", say(f, arena_printf(a, "L.mail.said_%s",
	    moved ? key : f->post->kind)));
	if (moved)
		set_text(v, "note", note_of(f));
	if (!f->sensitive)
		set_text(v, "title", f->t.title);
	set_text(v, "holder", f->agency);
	set_text(v, "next", next_of(f));
	set_text(v, "link", arena_printf(a, "%s/lacak", f->office->url));
	if (!moved || f->e.act == ACT_NOTE)
		return tmpl_say(f->office->tmpl, f->lang, a, arena_printf(a,
		    "L.mail.subject_%s", moved ? "note" : f->post->kind), f->t.number);
	return tmpl_say(f->office->tmpl, f->lang, a, "L.mail.subject_moved", f->t.number,
	    word(f, arena_printf(a, "L.state.%s", key)));
}

/* --- about the own data ------------------------------------------------------------------- */

/* letter.{said,number,next,link,city}: the request's number, and nothing of what it is about */
static const char *
write_data(struct draft *f)
{
	struct arena	*a = f->d->arena;
	struct vars	*v = vars_child(f->vars, "letter");
	struct json	*j = json_read(f->e.data);
	const char	*number = arena_text(a, json_text(json_get(j, "number")));
	const char	*step = arena_text(a, json_text(json_get(j, "step")));
	bool		 in = strcmp(f->post->kind, "data_in") == 0;

	json_free(j);
	if (f->post->sealed.len != 0)
		step = "erased";
	f->date = date_of(f, f->e.at + PRIVACY_LIMIT);
	set_text(v, "said", say(f, in ? "L.mail.said_data_in" :
	    arena_printf(a, "L.mail.said_data_%s", step)));
	set_text(v, "number", number);
	set_text(v, "next", f->post->sealed.len != 0 ? NULL : word(f, "L.mail.next_data"));
	set_text(v, "link", arena_printf(a, "%s/lacak", f->office->url));
	return tmpl_say(f->office->tmpl, f->lang, a, in ? "L.mail.subject_data_in" :
	    "L.mail.subject_data_out", number);
}

/* --- to an agency ------------------------------------------------------------------------ */

static const char *
place_of(const struct draft *f)
{
	const struct area	*v = ref_area(f->d->ref, f->t.place.area);
	const char		*text = f->t.place.text;

	if (v == NULL)
		return text;
	return arena_printf(f->d->arena, "%s%s%s, %s", text, *text == '\0' ? "" : ", ", v->name,
	    ref_district_name(f->d->ref, v->code));
}

/* Until when it is to be accepted; nothing once it is. */
static const char *
due_of(const struct draft *f)
{
	struct assignment	 p;

	if (assignment_of(f->d->db, f->d->arena, f->t.id, f->post->agency, &p) != RC_OK ||
	    p.accepted != 0)
		return "";
	return date_of(f, p.ack_due);
}

/* letter.{said,number,priority,category,title,place,hidden,due,link,city} */
static const char *
write_agency(struct draft *f)
{
	struct arena	*a = f->d->arena;
	struct vars	*v = vars_child(f->vars, "letter");
	const char	*kind = strcmp(f->post->kind, "moved") == 0 ? "changed" : f->post->kind;
	const char	*priority = priority_code(f->t.priority), *said = kind;

	if (f->e.act == ACT_ESCALATE)
		said = f->e.data;
	f->date = word(f, arena_printf(a, "L.state.%s", state_code(f->t.state)));
	set_text(v, "said", say(f, arena_printf(a, "L.mail.said_agency_%s", said)));
	set_text(v, "priority", priority);
	set_text(v, "category", f->c == NULL ? "" : f->c->name);
	if (!f->sensitive) {
		set_text(v, "title", f->t.title);
		set_text(v, "place", place_of(f));
	}
	set_flag(v, "hidden", f->sensitive);
	set_text(v, "due", due_of(f));
	set_text(v, "link", arena_printf(a, "%s/tiket/%s", f->office->url, f->t.number));
	return tmpl_say(f->office->tmpl, f->lang, a,
	    arena_printf(a, "L.mail.subject_%s", kind), f->t.number, priority);
}

/* --- all of it ------------------------------------------------------------------------------ */

/*
 * The templates escape for HTML; a letter is plain text, so that is undone as
 * a whole.  Lines that were only instructions leave empty ones: one is enough.
 */
static char *
plain(struct arena *a, const char *html)
{
	static const struct { const char *mark; char sign; } all[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&#39;", '\'' },
	};
	char	*out = arena_alloc(a, strlen(html) + 2), *to = out;
	size_t	 i;

	while (*html != '\0') {
		for (i = 0; i < COUNT(all); i++)
			if (strncmp(html, all[i].mark, strlen(all[i].mark)) == 0)
				break;
		*to = i < COUNT(all) ? all[i].sign : *html;
		html += i < COUNT(all) ? strlen(all[i].mark) : 1;
		if (*to != '\n' || (to > out && (to[-1] != '\n' || (to > out + 1 && to[-2] != '\n'))))
			to++;
	}
	*to = '\0';
	return out;
}

static enum rc
load(struct draft *f)
{
	const struct desk	*d = f->d;
	const struct agency	*a;
	enum rc			 rc;

	if ((rc = ticket_by_id(d->db, d->arena, f->post->ticket, &f->t)) != RC_OK)
		return rc;
	rc = outbox_event(d->db, d->arena, f->post->event, &f->e);
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	f->c = ref_category(d->ref, f->t.category);
	f->sensitive = f->c == NULL || f->c->sensitive || f->t.privacy == PRIVACY_CONFIDENTIAL;
	a = ref_agency(d->ref, f->post->agency != 0 ? f->post->agency : f->t.lead);
	f->agency = a == NULL ? "" : a->name;
	f->date = "";
	return RC_OK;
}

enum rc
letter_write(const struct desk *d, const struct post_office *office, const struct post *post,
    struct letter *out)
{
	struct draft	 f = { .d = d, .office = office, .post = post };
	struct buf	 text = { 0 };
	enum rc		 rc;

	*out = (struct letter){ .server = office->server, .from = office->from, .at = post->at };
	if ((rc = address(d, post, &f.lang, &out->to)) != RC_OK || (rc = load(&f)) != RC_OK)
		return rc;
	f.vars = vars_new(d->arena, f.lang);
	set_text(vars_child(f.vars, "letter"), "number", f.t.number);
	set_text(vars_child(f.vars, "letter"), "city", d->ref->city);
	out->subject = is_data(post) ? write_data(&f) :
	    post->reporter != 0 ? write_reporter(&f) : write_agency(&f);
	out->message_id = arena_printf(d->arena, "siaga-%s-%lld", d->ref->city_code,
	    (long long)post->id);
	rc = tmpl_render(office->tmpl, is_data(post) ? "mail/subject.cs" :
	    post->reporter != 0 ? "mail/reporter.cs" : "mail/agency.cs", f.vars, &text);
	out->text = rc == RC_OK ? plain(d->arena, text.data) : "";
	buf_free(&text);
	return rc;
}
