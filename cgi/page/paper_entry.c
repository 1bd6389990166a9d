/*
 * paper_entry.c: a filled sheet is entered.
 *
 * The same fields as the call desk's, understood in the same way; besides them
 * the times that stand on the sheet, and whether the agencies were told.
 */
#include <stdlib.h>
#include <string.h>

#include "action/paper_action.h"
#include "lib/when.h"
#include "page/call_list.h"
#include "page/call_view.h"
#include "page/paper_page.h"
#include "page/view.h"

struct times {
	const char	*day, *received, *alerted, *arrived, *ended;
	bool		 radio;
};

static const struct field	 fields[] = {
	TEXT(struct times, day, "L.paper.day", .required = true, .max = 10),
	TEXT(struct times, received, "L.paper.received", .required = true, .max = 5),
	TEXT(struct times, alerted, "L.paper.alerted", .max = 5),
	TEXT(struct times, arrived, "L.paper.arrived", .max = 5),
	TEXT(struct times, ended, "L.paper.ended", .max = 5),
	FLAG(struct times, radio, "L.paper.by_radio"),
};

struct entry {
	struct visit		*v;
	int64_t			 no;
	struct form		 form, clock;	/* what happened; when */
	struct call_form	 in;
	struct call_sense	 sense;
	struct times		 typed;
	struct paper_times	 t;
};

/* --- times ---------------------------------------------------------------------------- */

/* "01.10", "1:10", "0110": minutes of a day; -1 where it is none. */
static int
minutes_of(const char *text)
{
	char	 digits[5];
	size_t	 n = 0;
	int	 at;

	for (; *text != '\0'; text++) {
		if (*text == '.' || *text == ':')
			continue;
		if (*text < '0' || *text > '9' || n == 4)
			return -1;
		digits[n++] = *text;
	}
	digits[n] = '\0';
	at = (int)strtol(digits, NULL, 10);
	return n < 3 || at / 100 > 23 || at % 100 > 59 ? -1 : at / 100 * 60 + at % 100;
}

/* A time before the one before it is of the next day: a night is one night. */
static void
read_time(struct entry *e, const char *name, const char *text, int64_t midnight, int64_t last,
    int64_t *at)
{
	int	 minutes = minutes_of(text);

	if (*text == '\0')
		return;
	if (minutes < 0) {
		form_fault(&e->clock, name, "L.paper.time_bad");
		return;
	}
	*at = midnight + minutes * MINUTE;
	if (*at < last)
		*at += DAY;
	if (*at > e->v->desk.now)
		form_fault(&e->clock, name, "L.paper.time_future");
}

static int64_t
or(int64_t at, int64_t before)
{
	return at != 0 ? at : before;
}

static void
read_times(struct entry *e)
{
	const struct times	*typed = &e->typed;
	struct paper_times	*t = &e->t;
	int64_t			 day = 0, last;

	if (*typed->day != '\0' && (strlen(typed->day) != 10 ||
	    when_read(typed->day, e->v->desk.ref->zone, &day) != RC_OK))
		form_fault(&e->clock, "day", "L.paper.day_bad");
	if (!form_ok(&e->clock))
		return;
	read_time(e, "received", typed->received, day, 0, &t->received);
	last = t->received;
	read_time(e, "alerted", typed->alerted, day, last, &t->told);
	last = or(t->told, last);
	read_time(e, "arrived", typed->arrived, day, last, &t->arrived);
	last = or(t->arrived, last);
	read_time(e, "ended", typed->ended, day, last, &t->ended);
	t->by_radio = typed->radio;
	if (!typed->radio && (t->arrived != 0 || t->ended != 0))
		form_fault(&e->clock, "radio", "L.paper.radio_needed");
}

/* --- showing ---------------------------------------------------------------------------- */

static void
view_near(struct entry *e)
{
	struct visit	*v = e->v;
	struct ticket	 list[PAPER_NEAR];
	struct vars	*row;
	size_t		 i, n;

	if (e->t.received == 0 || see_paper_near(&v->desk, e->t.received, e->sense.place.area,
	    list, &n) != RC_OK)
		return;
	for (i = 0; i < n; i++) {
		row = vars_item(v->vars, "same");
		set_kept(row, "number", list[i].number);
		set_kept(row, "title", list[i].title);
		set_kept(row, "place", list[i].place.text);
		set_kept(row, "at", view_moment(v, list[i].recorded));
		view_priority(v, row, list[i].priority);
		view_state(v, row, list[i].state);
	}
}

static enum rc
show(struct entry *e)
{
	struct visit	*v = e->v;
	const char	*number = sheet_number(v->req->arena, e->no);

	page_title_text(v, view_say(v, "L.paper.entry_title", number));
	page_here(v, "panggilan");
	set_kept(v->vars, "number", number);
	page_form(v, &e->form);
	form_show(&e->clock, v->vars, v->tmpl, v->lang);
	if (e->form.notice != NULL)
		set_kept(vars_child(v->vars, "form"), "notice", e->form.notice);
	view_call(v, &e->in, &e->sense);
	view_near(e);
	return page_show(v, "paper_entry.cs");
}

/* Entered already: by whom, when, as what. */
static enum rc
show_done(struct visit *v, const struct sheet_row *r)
{
	page_title_text(v, view_say(v, "L.paper.entry_title", sheet_number(v->req->arena, r->no)));
	page_here(v, "panggilan");
	set_kept(v->vars, "number", sheet_number(v->req->arena, r->no));
	set_kept(v->vars, "done", view_say(v, "L.paper.done", r->who, view_moment(v, r->at)));
	set_kept(v->vars, "ticket", r->ticket);
	set_int(v->vars, "pack", r->pack);
	return page_show(v, "paper_done.cs");
}

static enum rc
find(struct visit *v, struct sheet_row *r)
{
	int64_t	 no = sheet_typed(v->req->arena, v->arg);

	return no == 0 ? RC_NOTFOUND : see_sheet(&v->desk, no, r);
}

enum rc
paper_form(struct visit *v)
{
	static const struct pairs	 nothing;
	struct entry			*e = arena_new(v->req->arena, struct entry);
	struct times			 today = { .radio = true };
	struct sheet_row		 r;
	enum rc				 rc = find(v, &r);

	if (rc != RC_OK || r.state == SHEET_USED)
		return rc == RC_OK ? show_done(v, &r) : rc;
	e->v = v;
	e->no = r.no;
	call_read(v, &nothing, &e->form, &e->in);
	call_understand(v, &e->in, &e->sense);
	today.day = when_day(v->req->arena, v->desk.now, v->desk.ref->zone);
	today.received = today.alerted = today.arrived = today.ended = "";
	form_blank(&e->clock, v->req->arena, fields, COUNT(fields));
	form_fill(&e->clock, &today);
	return show(e);
}

/* --- sending ---------------------------------------------------------------------------- */

static enum rc
enter(struct entry *e, struct sheet_row *row)
{
	struct filing	 f;
	struct receipt	 r;
	const char	*join = strcmp(e->in.what, "join") == 0 ? e->in.attach : "";
	enum rc		 rc;

	call_filing(e->v, &e->in, &e->sense, &f);
	f.late = true;
	rc = paper_enter(&e->v->desk, e->no, &f, &e->t, join, &r, row);
	if (rc == RC_CONFLICT && row->state != SHEET_USED)
		e->form.notice = view_say(e->v, "L.paper.join_bad", join);
	if (rc == RC_OK)
		http_redirect(e->v->req, "/panggilan/kertas/%s",
		    sheet_number(e->v->req->arena, e->no));
	return rc;
}

static void
read_entry(struct entry *e)
{
	struct visit	*v = e->v;
	enum rc		 rc;

	call_read(v, &v->req->sent, &e->form, &e->in);
	e->in.back = true;		/* nobody can be called back any more */
	call_understand(v, &e->in, &e->sense);
	rc = form_read(&e->clock, v->req->arena, fields, COUNT(fields), &v->req->sent,
	    &e->typed);
	(void)rc;			/* its faults say it */
	read_times(e);
}

enum rc
paper_send(struct visit *v)
{
	struct entry		*e = arena_new(v->req->arena, struct entry);
	struct sheet_row	 r;
	enum rc			 rc = find(v, &r);

	if (rc != RC_OK)
		return rc;
	e->v = v;
	e->no = r.no;
	read_entry(e);
	if (strcmp(e->in.what, "show") == 0)
		return show(e);
	if (strcmp(e->in.what, "join") != 0)
		call_check(&e->form, &e->in, &e->sense);
	rc = RC_INPUT;
	if (form_ok(&e->form) && form_ok(&e->clock))
		rc = enter(e, &r);
	if (rc == RC_CONFLICT && r.state == SHEET_USED) {
		v->req->status = 409;
		return show_done(v, &r);
	}
	return page_again(v, &e->form, rc) ? show(e) : rc;
}
