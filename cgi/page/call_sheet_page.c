/* call_sheet_page.c: one call with its story, and what it was after all. */
#include <inttypes.h>
#include <string.h>

#include "lib/json.h"
#include "page/calls_page.h"
#include "page/phone_page.h"
#include "page/view.h"

struct fix {
	const char	*jenis, *alasan;
	int64_t		 versi;
};

static const struct field fields[] = {
	CODE(struct fix, jenis, "L.calls.new_type", .required = true,
	    .missing = "L.calls.new_type_missing"),
	TEXT(struct fix, alasan, "L.calls.why", .required = true, .min = 5, .max = 200),
	NUMBER(struct fix, versi, "L.calls.new_type"),
};

/* "Iseng menjadi Darurat" */
static const char *
change_of(const struct visit *v, const struct event *e)
{
	struct json	*j = *e->data == '{' ? json_read(e->data) : NULL;
	const char	*from, *to;

	if (j == NULL)
		return NULL;
	from = arena_text(v->req->arena, json_text(json_get(j, "from")));
	to = arena_text(v->req->arena, json_text(json_get(j, "to")));
	json_free(j);
	return *to == '\0' ? NULL : view_say(v, "L.calls.changed", view_call_type(v, from),
	    view_call_type(v, to));
}

/* events.N.{time,iso,did,who,note,change,state} */
static void
view_events(struct visit *v, const struct call_sheet *s)
{
	struct vars	*row;
	size_t		 i;

	for (i = 0; i < s->nevents; i++) {
		row = vars_item(v->vars, "events");
		set_kept(row, "time", view_time(v, s->events[i].at));
		set_kept(row, "iso", view_iso(v, s->events[i].at));
		set_kept(row, "did", view_code(v, "L.did", act_code(s->events[i].act)));
		set_kept(row, "who", *s->events[i].who.name != '\0' ? s->events[i].who.name :
		    view_role(v, s->events[i].who.role));
		set_kept(row, "note", s->events[i].note);
		set_kept(row, "change", change_of(v, &s->events[i]));
	}
}

static void
view_types(struct visit *v, struct form *form, const struct call_sheet *s)
{
	const char *const	*types;
	const char		*now = s->item.s.c.type;
	size_t			 i, n;

	types = workflow_reasons(ACT_RETYPE, &n);
	for (i = 0; i < n; i++)
		if (strcmp(types[i], now) != 0)
			form_choice(form, v->vars, "jenis", types[i],
			    view_code(v, "L.reason", types[i]));
	if (strcmp(now, "emergency") != 0 && strcmp(now, "complaint") != 0)
		form_choice(form, v->vars, "jenis", "emergency", view_word(v, "L.calls.was_one"));
}

static enum rc
show(struct visit *v, struct form *form)
{
	struct call_sheet	 s;
	enum rc			 rc = see_call_sheet(&v->desk, route_id(v->arg), &s);

	if (rc != RC_OK)
		return rc;
	page_title_text(v, view_say(v, "L.calls.one", view_clock(v, s.item.s.c.rang)));
	view_calls_menu(v, "daftar");
	page_form(v, form);
	view_types(v, form, &s);
	view_call_item(v, vars_child(v->vars, "call"), &s.item);
	view_events(v, &s);
	view_phone_source(v, s.item.s.c.id);
	set_int(v->vars, "revision", s.item.s.c.version);
	set_flag(v->vars, "retypes", s.retypes);
	set_flag(v->vars, "fixing", s.fixing);
	set_flag(v->vars, "nobody", !role_may(v->desk.who.role, MAY_TAKE));
	set_flag(v->vars, "saved", pairs_get(&v->req->query, "jadi") != NULL);
	return page_show(v, "call_sheet.cs");
}

enum rc
call_sheet_page(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form);
}

static const char *
why_not(struct visit *v, const struct retyped *out)
{
	const struct event	*e = &out->rival;

	if (*out->ticket != '\0')
		return view_say(v, "L.calls.still_open", out->ticket);
	return view_say(v, "L.calls.faster", *e->who.name != '\0' ? e->who.name :
	    view_role(v, e->who.role), view_code(v, "L.did", act_code(e->act)),
	    view_time(v, e->at));
}

enum rc
call_retype_send(struct visit *v)
{
	struct retyped	 out = { .ticket = "", .rival = { .who = { .name = "" } } };
	struct fix	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (rc == RC_OK)
		rc = call_retype(&v->desk, &(struct retype){ .id = route_id(v->arg), .version = in.versi,
		    .type = in.jenis, .note = in.alasan, .token = page_token(v) }, &out);
	if (rc == RC_INPUT && form_ok(&form))
		form_fault(&form, "jenis", "L.calls.same_type");
	if (rc == RC_CONFLICT)
		form.notice = why_not(v, &out);
	if (page_again(v, &form, rc))
		return show(v, &form);
	if (rc == RC_OK && out.draft != 0)
		http_redirect(v->req, "/panggilan/draf/%" PRId64, out.draft);
	else if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/daftar/%" PRId64 "?jadi=1", route_id(v->arg));
	return rc;
}
