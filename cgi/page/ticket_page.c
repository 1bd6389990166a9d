/* ticket_page.c: one ticket: where it stands, what happened, what to do next. */
#include <string.h>

#include "action/family_action.h"
#include "action/field_action.h"
#include "domain/number.h"
#include "page/callout_page.h"
#include "page/interlock_page.h"
#include "page/photo_page.h"
#include "page/step.h"
#include "page/ticket_beside.h"
#include "page/ticket_page.h"
#include "page/ticket_view.h"
#include "page/text_desk.h"
#include "page/view.h"

enum reader { READER_NONE = 0, READER_INTERNAL, READER_REPORTER };

struct words {
	const char	*catatan;
	int64_t		 pembaca;
	bool		 anak;		/* and to those of the tickets under it */
};

static const struct choice readers[] = {
	{ READER_INTERNAL, "L.common.internal" },
	{ READER_REPORTER, "L.common.public" },
	{ 0, NULL }
};

static const struct field fields[] = {
	AREA(struct words, catatan, "L.worklist.note", .required = true, .max = 2000),
	PICK(struct words, pembaca, "L.worklist.reader", .required = true,
	    .choices = readers),
	FLAG(struct words, anak, "L.handoff.to_children"),
};

const char *
ticket_number(const struct visit *v)
{
	const char	*from = v->req->path + strlen("/tiket/");

	return number_read(v->req->arena, arena_printf(v->req->arena, "%.*s",
	    (int)strcspn(from, "/"), from));
}

/* --- showing ----------------------------------------------------------------------------- */

/* Its agency has not opened it yet: a script says so with a POST. */
static bool
is_unseen(const struct sheet_view *s)
{
	size_t	 i;

	for (i = 0; i < s->nparts; i++)
		if (s->parts[i].mine && s->parts[i].a.state == ST_SENT)
			return true;
	return false;
}

/* Who reads what is written here: said above the words, and on the button. */
static void
view_readers(struct visit *v, const struct sheet_view *s)
{
	const char	*agency = view_agency(v, v->desk.who.agency);

	set_kept(v->vars, "readers", *agency == '\0' ? view_word(v, "L.worklist.inside") :
	    view_say(v, "L.worklist.inside_agency", agency));
	set_kept(v->vars, "reporters_read", s->t.reporters > 1 ? view_say(v,
	    "L.handoff.read_by", view_number(v, s->t.reporters)) :
	    view_word(v, "L.worklist.outside"));
	set_kept(v->vars, "send_to", s->t.reporters > 1 ? view_say(v, "L.handoff.send_to",
	    view_number(v, s->t.reporters)) : view_word(v, "L.worklist.save_public"));
}

/* What is read of other tables: hand-offs, family, the arbiter, phrases; and the time line. */
static enum rc
view_more(struct visit *v, const struct sheet_view *s)
{
	struct beside	 b;
	enum rc		 rc;

	if ((rc = view_beside(v, s, &b)) != RC_OK ||
	    (rc = view_court(v, s)) != RC_OK ||
	    (rc = view_phrases(v, s)) != RC_OK)
		return rc;
	view_round(v, s);
	view_line(v, s, &b, line_of(pairs_get(&v->req->query, "lini")));
	return RC_OK;
}

static enum rc
show_sheet(struct visit *v, const struct form *form, const char *number)
{
	struct sheet_view	 s;
	enum rc			 rc = see_ticket(&v->desk, number, &s);

	if (rc != RC_OK)
		return rc;
	if ((rc = see_field_steps(&v->desk, &s.t, &s.steps, &s.nsteps)) != RC_OK)
		return rc;
	page_here(v, "tugas");
	page_title_text(v, arena_printf(v->req->arena, "%s %s", s.t.number, s.t.title));
	view_ticket(v, &s);
	view_stages(v, &s);
	view_steps(v, &s);
	view_parts(v, &s);
	view_people(v, &s);
	view_locks(v, &s);
	if ((rc = view_more(v, &s)) != RC_OK)
		return rc;
	view_unsure(v, s.t.id);
	view_readers(v, &s);
	set_flag(v->vars, "unseen", is_unseen(&s));
	set_flag(v->vars, "proposed", s.proposed);
	set_kept(v->vars, "disaster_object", step_object(v->req->arena, LIFE_EMERGENCY,
	    s.t.id));
	set_int(v->vars, "disaster_version", s.t.version);
	set_flag(v->vars, "disaster_mine", v->desk.who.role == ROLE_SUPERVISOR);
	set_flag(v->vars, "wide", true);
	set_kept(v->vars, "back", role_may(v->desk.who.role, MAY_WORK) ? "tugas" : "panggilan");
	page_form(v, form);
	if ((rc = view_turnout(v, &s.t)) != RC_OK || (rc = view_photos(v, &s.t)) != RC_OK)
		return rc;
	return page_show(v, "ticket.cs");
}

enum rc
ticket_again(struct visit *v, const char *number)
{
	struct words	 words = { .catatan = "", .pembaca = READER_INTERNAL };
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &words);
	return show_sheet(v, &form, number);
}

enum rc
ticket_show(struct visit *v)
{
	const char	*number = ticket_number(v);

	if (number == NULL)
		return RC_NOTFOUND;
	if (strcmp(number, v->arg) != 0) {
		http_redirect(v->req, "/tiket/%s", number);
		return RC_OK;
	}
	view_done(v);
	return ticket_again(v, number);
}

/* --- notes ------------------------------------------------------------------------------- */

/* An internal note is never told to anybody else, whatever is ticked. */
static enum rc
write_words(struct visit *v, const char *number, const struct words *w)
{
	bool	 public = w->pembaca == READER_REPORTER;
	size_t	 n;

	return public && w->anak ? family_tell(&v->desk, number, w->catatan, &n) :
	    note(&v->desk, number, w->catatan, public);
}

enum rc
ticket_note(struct visit *v)
{
	struct words	 words;
	struct form	 form;
	const char	*number = ticket_number(v);
	enum rc		 rc;

	if (number == NULL)
		return RC_NOTFOUND;
	rc = form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->sent, &words);
	if (rc == RC_OK)
		rc = write_words(v, number, &words);
	if (page_again(v, &form, rc))
		return show_sheet(v, &form, number);
	if (rc != RC_OK)
		return rc;
	step_done(v, ACT_NOTE, number);
	http_redirect(v->req, "/tiket/%s#lini", number);
	return RC_OK;
}

/* --- seen -------------------------------------------------------------------------------- */

enum rc
ticket_seen(struct visit *v)
{
	struct order	 o = { .life = LIFE_ASSIGNMENT, .act = ACT_SEE, .note = "",
			       .reason = "", .target = "" };
	struct verdict	 verdict;
	enum rc		 rc;

	if ((o.number = ticket_number(v)) == NULL)
		return RC_NOTFOUND;
	rc = move(&v->desk, &o, &verdict);
	if (rc == RC_OK || rc == RC_CONFLICT || rc == RC_FORBIDDEN) {
		v->req->status = 204;	/* or it has been seen before */
		return RC_OK;
	}
	return rc;
}
