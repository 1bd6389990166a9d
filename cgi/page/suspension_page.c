/* suspension_page.c: a disaster has the city: the clocks of complaints stand still. */
#include <string.h>

#include "action/calendar_action.h"
#include "lib/json.h"
#include "lib/when.h"
#include "page/calendar_page.h"
#include "page/view.h"

struct stop {
	const char	*until, *reason, *note;
};

#define FIELDS(need)	{ \
	TEXT(struct stop, until, "L.suspend.until", .required = need, .max = 16, \
	    .hint = "L.suspend.until_hint"), \
	AREA(struct stop, reason, "L.suspend.reason", .required = need, .max = SUSPENSION_TEXT, \
	    .hint = "L.suspend.reason_hint"), \
	AREA(struct stop, note, "L.suspend.note", .max = SUSPENSION_TEXT), \
}
/* Each of the two forms has its own fields and none of the other's: so they are read, so shown. */
static const struct field	fields[] = FIELDS(false), shown[] = FIELDS(true);

static void
view_list(struct visit *v, const struct suspension_view *s)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < s->n; i++) {
		row = vars_item(v->vars, "pauses");
		set_kept(row, "number", s->list[i].number);
		set_kept(row, "from", view_time(v, s->list[i].from));
		set_kept(row, "until", view_time(v, s->list[i].until));
		set_kept(row, "reason", s->list[i].reason);
		set_kept(row, "by", s->list[i].by);
		set_flag(row, "lifted", s->list[i].lifted != 0);
		set_flag(row, "now", &s->list[i] == s->now);
	}
	if (s->now != NULL)
		set_kept(v->vars, "paused", view_moment(v, s->now->until));
}

void
view_suspensions(struct visit *v)
{
	struct suspension_view	 s;

	if (see_suspensions(&v->desk, &s) == RC_OK)
		view_list(v, &s);
}

/* pauses, paused; disaster.{number,title}: the one in force; may: suspend and lift */
static enum rc
show(struct visit *v, struct form *form)
{
	struct suspension_view	 s;
	struct vars		*d;
	enum rc			 rc = see_suspensions(&v->desk, &s);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.suspend.title");
	page_here(v, "jeda");
	form->fields = shown;
	page_form(v, form);
	view_list(v, &s);
	set_flag(v->vars, "may", s.may);
	if (s.disaster != 0) {
		d = vars_child(v->vars, "disaster");
		set_kept(d, "number", s.number);
		set_kept(d, "title", s.title);
	}
	return page_show(v, "suspension.cs");
}

enum rc
suspension_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

static enum rc
done(struct visit *v, struct form *form, enum rc rc)
{
	if (page_again(v, form, rc))
		return show(v, form);
	if (rc == RC_OK)
		http_redirect(v->req, "/kalender/bencana");
	return rc;
}

enum rc
suspension_begin(struct visit *v)
{
	struct stop	 in;
	struct form	 form;
	int64_t		 until = 0;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (rc == RC_OK && *in.until == '\0')
		form_fault(&form, "until", "L.form.required");
	else if (rc == RC_OK && (when_read(in.until, v->desk.ref->zone, &until) != RC_OK ||
	    until <= v->desk.now || until > v->desk.now + SUSPENSION_DAYS * DAY))
		form_fault(&form, "until", "L.suspend.fault.until");
	if (rc == RC_OK && *in.reason == '\0')
		form_fault(&form, "reason", "L.form.required");
	if (form_ok(&form))
		rc = clocks_suspend(&v->desk, until, in.reason);
	if (rc == RC_FORBIDDEN && role_may(v->desk.who.role, MAY_LEAD_DESK)) {
		form_fault(&form, "reason", "L.suspend.fault.none");
		rc = RC_INPUT;
	}
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.suspend.fault.already");
	return done(v, &form, rc);
}

enum rc
suspension_lift(struct visit *v)
{
	struct stop	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (form_ok(&form))
		rc = clocks_lift(&v->desk, in.note);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.suspend.fault.runs");
	return done(v, &form, rc);
}

const char *
view_moved(const struct visit *v, const char *data)
{
	struct json	*j = json_read(data);
	int64_t		 from = json_int(json_get(j, "old")), to = json_int(json_get(j, "new"));

	json_free(j);
	return from == 0 || to == 0 ? NULL : arena_printf(v->req->arena, "%s \u2192 %s",
	    view_time(v, from), view_time(v, to));
}

bool
view_paused(const struct visit *v, struct vars *row, int64_t category)
{
	const struct category	*c = ref_category(v->desk.ref, category);
	struct vars		*sla;

	if (c == NULL || c->track != TRACK_COMPLAINT || !c->office ||
	    clock_pause(&v->desk.ref->calendar, v->desk.now) == NULL)
		return false;
	sla = vars_child(row, "sla");
	set_kept(sla, "text", view_word(v, "L.suspend.stands"));
	set_kept(sla, "class", "");
	set_kept(sla, "icon", "pause");
	set_int(sla, "width", 0);
	return true;
}
