/* privacy_page.c: the desk for requests about personal data. */
#include <string.h>

#include "action/privacy_action.h"
#include "page/privacy_page.h"
#include "page/privacy_view.h"
#include "page/view.h"

/* --- one that came by hand ------------------------------------------------------------------- */

struct walk_in {
	const char	*number, *phone, *channel, *kind, *words;
	bool		 proved;
};

static const struct field walk_in_fields[] = {
	TEXT(struct walk_in, number, "L.data.new.number", .required = true, .max = 40),
	PHONE(struct walk_in, phone, "L.data.new.phone", .hint = "L.data.new.phone_hint",
	    .fill = "off"),
	CODE(struct walk_in, channel, "L.data.new.channel", .required = true),
	CODE(struct walk_in, kind, "L.data.new.kind", .required = true),
	AREA(struct walk_in, words, "L.data.new.words", .max = 1500,
	    .hint = "L.data.new.words_hint"),
	FLAG(struct walk_in, proved, "L.data.new.proved", .required = true,
	    .hint = "L.data.new.proved_hint"),
};

static enum rc
show_new(struct visit *v, struct form *form)
{
	static const char *const	 channels[] = { "walk_in", "letter", "call" };
	enum subject_kind		 k;
	size_t				 i;

	page_title(v, "L.data.new.title");
	view_desk_menu(v, "permintaan");
	page_form(v, form);
	for (i = 0; i < COUNT(channels); i++)
		form_choice(form, v->vars, "channel", channels[i],
		    view_code(v, "L.data.channel", channels[i]));
	for (k = SUBJECT_NONE + 1; k < SUBJECT_KINDS; k++)
		form_choice(form, v->vars, "kind", subject_kind_code(k),
		    view_code(v, "L.data.kind", subject_kind_code(k)));
	return page_show(v, "privacy_new.cs");
}

enum rc
privacy_blank(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, walk_in_fields, COUNT(walk_in_fields));
	return show_new(v, &form);
}

static void
point_new(struct visit *v, struct form *form, enum subject_fault fault)
{
	static const struct {
		const char	*field, *key;
	} faults[SUBJECT_FAULTS] = {
		[SUBJECT_NO_TICKET] = { "number", "L.data.fault.no_ticket" },
		[SUBJECT_NOBODY] = { "phone", "L.data.fault.nobody" },
		[SUBJECT_WHICH] = { "phone", "L.data.fault.which" },
		[SUBJECT_NO_WORDS] = { "words", "L.form.required" },
		[SUBJECT_NOT_PROVED] = { "proved", "L.form.tick" },
	};

	if (fault == SUBJECT_AGAIN)
		form->notice = view_word(v, "L.data.fault.again");
	else if (faults[fault].key != NULL)
		form_fault(form, faults[fault].field, faults[fault].key);
}

enum rc
privacy_enter(struct visit *v)
{
	struct subject_ask	 q = { .token = page_token(v) };
	struct walk_in		 in;
	struct subject		 s = { .number = "" };
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, walk_in_fields,
				    COUNT(walk_in_fields), &v->req->sent, &in);

	q.kind = subject_kind_of(in.kind);
	if (*in.kind != '\0' && q.kind == SUBJECT_NONE)
		form_fault(&form, "kind", "L.form.choose");
	if (*in.channel != '\0' && (!subject_is_channel(in.channel) ||
	    strcmp(in.channel, "code") == 0))
		form_fault(&form, "channel", "L.form.choose");
	if (form_ok(&form)) {
		q.words = in.words;
		q.about = in.number;
		q.phone = in.phone;
		q.channel = in.channel;
		q.proved = in.proved;
		if ((rc = subject_enter(&v->desk, &q, &s)) == RC_INPUT)
			point_new(v, &form, q.fault);
	}
	if (page_again(v, &form, rc))
		return show_new(v, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/privasi/permintaan/%s", s.number);
	return rc;
}

/* --- one request ----------------------------------------------------------------------------- */

struct decision {
	const char	*name, *phone, *email, *nik, *reply, *reason, *why;
	bool		 no_name, no_phone, no_email, no_nik;
	int64_t		 version;
};

/* Each form of the page needs its own fields and no other's: so they are read, so shown. */
#define FIELDS(need)	{ \
	TEXT(struct decision, name, "L.data.one.name", .max = 80, .fill = "off"), \
	PHONE(struct decision, phone, "L.data.one.phone", .fill = "off"), \
	MAIL(struct decision, email, "L.data.one.email", .fill = "off"), \
	TEXT(struct decision, nik, "L.data.letter.nik", .max = 20, .fill = "off", \
	    .hint = "L.data.one.nik_hint"), \
	FLAG(struct decision, no_name, "L.data.one.no_name"), \
	FLAG(struct decision, no_phone, "L.data.one.no_phone"), \
	FLAG(struct decision, no_email, "L.data.one.no_email"), \
	FLAG(struct decision, no_nik, "L.data.one.no_nik"), \
	AREA(struct decision, reply, "L.data.one.reply", .max = 1500, \
	    .hint = "L.data.one.reply_hint"), \
	CODE(struct decision, reason, "L.data.one.reason", .required = need), \
	AREA(struct decision, why, "L.data.one.why", .required = need, .max = 1500, \
	    .hint = "L.data.one.why_hint"), \
	NUMBER(struct decision, version, "L.data.one.version"), \
}
static const struct field	decision_fields[] = FIELDS(false), shown[] = FIELDS(true);

/* s: view_subject(); ticket, words, gone: no longer kept, anonymous, busy, held */
static enum rc
show_one(struct visit *v, struct form *form)
{
	const char *const	*reasons;
	struct subject_view	 one;
	struct vars		*s = vars_child(v->vars, "s");
	size_t			 i, n;
	enum rc			 rc;

	if ((rc = see_subject(&v->desk, v->arg, &one)) != RC_OK)
		return rc;
	page_title_text(v, one.s.number);
	view_desk_menu(v, "permintaan");
	form->fields = shown;
	page_form(v, form);
	reasons = subject_refusals(one.s.kind, &n);
	for (i = 0; i < n; i++)
		form_choice(form, v->vars, "reason", reasons[i],
		    view_code(v, "L.data.refusal", reasons[i]));
	view_subject(v, s, &one.s);
	set_kept(s, "what", view_code(v, "L.data.what", subject_kind_code(one.s.kind)));
	set_text(s, "ticket", one.t.number);
	set_text(s, "words", one.words);
	set_flag(s, "correct", one.s.kind == SUBJECT_CORRECT);
	set_flag(s, "erase", one.s.kind == SUBJECT_ERASE);
	set_flag(s, "nobody", !one.has_identity && one.s.open);
	set_flag(s, "busy", one.is_busy && one.s.kind == SUBJECT_ERASE && one.s.open);
	set_flag(s, "held", one.is_held && one.s.kind == SUBJECT_ERASE && one.s.open);
	set_flag(s, "fresh", one.s.state == SUBJECT_RECEIVED);
	set_flag(s, "in_work", one.s.state == SUBJECT_IN_WORK);
	return page_show(v, "privacy_request.cs");
}

enum rc
privacy_request(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, decision_fields, COUNT(decision_fields));
	return show_one(v, &form);
}

/* What is both written and emptied. */
static void
point_both(struct form *form)
{
	static const char *const	 fields[][2] = { { "name", "no_name" },
		{ "phone", "no_phone" }, { "email", "no_email" }, { "nik", "no_nik" } };
	size_t				 i;

	for (i = 0; i < COUNT(fields); i++)
		if (form_has(form, fields[i][1], "1") && !form_has(form, fields[i][0], ""))
			form_fault(form, fields[i][0], "L.data.fault.both");
}

static void
point_one(struct visit *v, struct form *form, enum subject_fault fault)
{
	switch (fault) {
	case SUBJECT_NO_REASON:
		form_fault(form, "reason", "L.form.choose");
		break;
	case SUBJECT_NO_WORDS:
		form_fault(form, "why", "L.form.required");
		break;
	case SUBJECT_NO_CHANGE:
		form_fault(form, "name", "L.data.fault.no_change");
		break;
	case SUBJECT_BOTH:
		point_both(form);
		break;
	case SUBJECT_BAD_NIK:
		form_fault(form, "nik", "L.data.fault.nik");
		break;
	case SUBJECT_NO_IDENTITY:
		form->notice = view_word(v, "L.data.fault.no_identity");
		break;
	case SUBJECT_OPEN_TICKET:
		form->notice = view_word(v, "L.data.fault.open_ticket");
		break;
	case SUBJECT_HELD:
		form->notice = view_word(v, "L.data.fault.held");
		break;
	case SUBJECT_FINE:
	case SUBJECT_NO_TICKET:
	case SUBJECT_NOBODY:
	case SUBJECT_WHICH:
	case SUBJECT_AGAIN:
	case SUBJECT_NOT_PROVED:
	case SUBJECT_FAULTS:
		break;
	}
}

/* As people write it: in groups. */
static const char *
digits(struct visit *v, const char *nik)
{
	char	*out = arena_text(v->req->arena, nik), *to = out;

	for (; *nik != '\0'; nik++)
		if (*nik != ' ' && *nik != '.' && *nik != '-')
			*to++ = *nik;
	*to = '\0';
	return out;
}

static enum rc
decide(struct visit *v, bool refusal,
    enum rc (*act)(const struct desk *, struct subject_decision *))
{
	struct subject_decision	 o = { .number = v->arg };
	struct decision		 in;
	struct form		 form;
	enum rc			 rc = form_read(&form, v->req->arena, decision_fields,
				    COUNT(decision_fields), &v->req->sent, &in);

	if (rc == RC_OK) {
		o.version = in.version;
		o.fix = (struct fix){ in.name, in.phone, in.email, digits(v, in.nik),
		    in.no_name, in.no_phone, in.no_email, in.no_nik };
		o.reason = in.reason;
		o.reply = refusal ? in.why : in.reply;
		if ((rc = act(&v->desk, &o)) == RC_INPUT)
			point_one(v, &form, o.fault);
	}
	if (page_again(v, &form, rc))
		return show_one(v, &form);
	if (rc == RC_OK)
		http_redirect(v->req, "/privasi/permintaan/%s", v->arg);
	return rc;
}

enum rc
privacy_start(struct visit *v)
{
	return decide(v, false, subject_start);
}

enum rc
privacy_grant(struct visit *v)
{
	return decide(v, false, subject_grant);
}

enum rc
privacy_refuse(struct visit *v)
{
	return decide(v, true, subject_refuse);
}

/* What is handed over is recorded first, so it is a POST. */
enum rc
privacy_download(struct visit *v)
{
	const char	*letter;
	enum rc		 rc;

	if ((rc = subject_print(&v->desk, v->arg, &letter)) != RC_OK ||
	    (rc = view_person_file(v, letter)) != RC_OK)
		return rc;
	v->req->type = "text/csv; charset=utf-8; header=present";
	http_header(v->req, "Content-Disposition", arena_printf(v->req->arena,
	    "attachment; filename=\"%s.csv\"", v->arg));
	return RC_OK;
}

enum rc
privacy_print(struct visit *v)
{
	const char	*letter;
	enum rc		 rc;

	if ((rc = subject_print(&v->desk, v->arg, &letter)) != RC_OK ||
	    (rc = view_person_letter(v, letter)) != RC_OK)
		return rc;
	set_kept(v->vars, "request", v->arg);
	page_title(v, "L.data.letter.title");
	page_here(v, "privasi");
	return page_show(v, "privacy_letter.cs");
}
