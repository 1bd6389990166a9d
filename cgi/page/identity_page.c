/* identity_page.c: a reporter's identity: the question why, and the answer, once. */
#include <inttypes.h>

#include "action/identity_action.h"
#include "lib/text.h"
#include "page/identity_page.h"
#include "page/ticket_page.h"
#include "page/view.h"

struct why {
	const char	*alasan, *kata;
};

static const struct field fields[] = {
	CODE(struct why, alasan, "L.identity.reason", .required = true),
	AREA(struct why, kata, "L.identity.words", .max = 500, .hint = "L.identity.words_hint"),
};

/* The same, where the words may not be left out. */
static const struct field strict[] = {
	CODE(struct why, alasan, "L.identity.reason", .required = true),
	AREA(struct why, kata, "L.identity.words", .required = true, .max = 500,
	    .hint = "L.identity.words_hint", .missing = "L.identity.words_missing"),
};

/* The last part of the path; 0 where it is no number. */
static int64_t
reporter_of(const struct visit *v)
{
	char		*end;
	int64_t		 id = strtoimax(v->arg, &end, 10);

	return *v->arg >= '1' && *v->arg <= '9' && *end == '\0' ? id : 0;
}

static void
view_frame_of(struct visit *v, const struct opened *o)
{
	struct vars	*t = vars_child(v->vars, "ticket");

	page_here(v, "tugas");
	page_title_text(v, view_say(v, "L.identity.title", o->t.number));
	set_text(t, "number", o->t.number);
	set_text(t, "title", o->t.title);
	set_flag(t, "sensitive", o->sensitive);
	view_priority(v, t, o->t.priority);
	view_state(v, t, o->t.state);
	set_int(v->vars, "reporter", o->r.id);
	set_kept(v->vars, "channel", view_code(v, "L.channel", o->r.channel));
	set_kept(v->vars, "clock", view_time(v, o->r.at));
	set_int(v->vars, "limit", OPENINGS_A_DAY);
	set_kept(v->vars, "none", o->flaw == OPENING_ANONYMOUS ?
	    view_word(v, "L.identity.anonymous") : o->flaw == OPENING_NOTHING ?
	    view_word(v, "L.identity.nothing") : NULL);
}

/* ticket.*, reporter, channel, clock, limit; none: why there is nothing to ask for; form.* */
static enum rc
show_form(struct visit *v, const struct form *form, const struct opened *o)
{
	const char *const	*codes;
	size_t			 i, n;

	view_frame_of(v, o);
	page_form(v, form);
	codes = workflow_reasons(ACT_OPEN_IDENTITY, &n);
	for (i = 0; i < n; i++)
		(void)form_choice(form, v->vars, "alasan", codes[i],
		    view_code(v, "L.reason", codes[i]));
	return page_show(v, "identity.cs");
}

enum rc
identity_show(struct visit *v)
{
	const char	*number = ticket_number(v);
	struct opened	 o;
	struct form	 form;
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	if ((rc = identity_ask(&v->desk, number, reporter_of(v), &o)) != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, o.sensitive ? strict : fields, COUNT(fields));
	return show_form(v, &form, &o);
}

/* who.{name,phone,email}, asof: once, and nowhere but here */
static enum rc
show_answer(struct visit *v, const struct opened *o)
{
	struct vars	*who = vars_child(v->vars, "who");

	view_frame_of(v, o);
	set_kept(who, "name", *o->who.name == '\0' ? NULL : o->who.name);
	set_kept(who, "phone", *o->who.phone == '\0' ? NULL : o->who.phone);
	set_kept(who, "email", *o->who.email == '\0' ? NULL : o->who.email);
	set_kept(v->vars, "asof", view_moment(v, v->desk.now));
	v->req->cache = "no-store";
	return page_show(v, "identity_opened.cs");
}

void
opening_fault(struct visit *v, struct form *form, enum opening_flaw flaw, const char *no_words)
{
	switch (flaw) {
	case OPENING_NO_REASON:
		form_fault(form, "alasan", "L.form.choose");
		break;
	case OPENING_NO_WORDS:
		form_fault(form, "kata", no_words);
		break;
	case OPENING_TOO_MANY:
		v->req->status = 429;
		form->notice = view_say(v, "L.identity.too_many",
		    view_number(v, OPENINGS_A_DAY));
		break;
	case OPENING_FINE:
	case OPENING_ANONYMOUS:
	case OPENING_NOTHING:
		break;
	}
}

enum rc
identity_send(struct visit *v)
{
	struct opening	 in = { .number = ticket_number(v), .reporter = reporter_of(v) };
	struct opened	 o;
	struct why	 why;
	struct form	 form;
	enum rc		 rc;

	if (in.number == NULL)
		return RC_NOTFOUND;
	if ((rc = identity_ask(&v->desk, in.number, in.reporter, &o)) != RC_OK)
		return rc;
	rc = form_read(&form, v->req->arena, o.sensitive ? strict : fields, COUNT(fields),
	    &v->req->sent, &why);
	in.reason = why.alasan;
	in.words = why.kata;
	if (rc == RC_OK && (rc = identity_open(&v->desk, &in, &o)) == RC_OK)
		return show_answer(v, &o);
	if (rc == RC_INPUT)
		opening_fault(v, &form, o.flaw, "L.identity.words_missing");
	if (o.flaw == OPENING_TOO_MANY)		/* nothing is wrong with what was typed */
		return show_form(v, &form, &o);
	return page_again(v, &form, rc) ? show_form(v, &form, &o) : rc;
}

/* By role and agency, never by name: whose work it was, not whom to look for. */
static const char *
opener(const struct visit *v, const struct actor *who)
{
	const char	*role = view_role(v, who->role), *agency = view_agency_name(v, who->agency);

	return *agency == '\0' ? view_say(v, "L.portal.opened.desk", role) :
	    view_say(v, "L.portal.opened.agency", role, agency);
}

void
view_opened(struct visit *v, const struct track_view *t)
{
	const struct event	*e;
	struct vars		*item;
	size_t			 i;

	for (i = 0; i < t->nopened; i++) {
		e = &t->opened[i];
		item = vars_item(v->vars, "opened");
		set_kept(item, "when", view_moment(v, e->at));
		set_kept(item, "iso", view_iso(v, e->at));
		set_kept(item, "who", opener(v, &e->who));
		set_kept(item, "reason", view_code(v, "L.reason", e->data));
		set_kept(item, "words", *e->note == '\0' ? NULL : e->note);
	}
	set_kept(v->vars, "opened_text", view_word(v, t->privacy == PRIVACY_ANONYMOUS ?
	    "L.portal.opened.anonymous" : t->nopened == 0 ? "L.portal.opened.none" :
	    "L.portal.opened.text"));
}
