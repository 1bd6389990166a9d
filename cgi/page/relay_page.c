/* relay_page.c: /piket/serah: what a shift leaves to the next one, and who read it. */
#include <inttypes.h>

#include "page/duty_page.h"
#include "page/view.h"

struct note {
	const char	*catatan;
};

static const struct field fields[] = {
	AREA(struct note, catatan, "L.duty.words", .max = RELAY_WORDS, .hint = "L.duty.words_hint"),
};

/* fact.N.{word,number,hot}: what is open; level.N.{pr.*,number} */
static void
view_facts(struct visit *v, const struct relay_facts *f)
{
	static const char *const words[] = { "L.duty.fact_late", "L.duty.fact_out",
		"L.duty.fact_lacks" };
	const int64_t		 numbers[] = { f->late, f->out, f->lacks };
	struct vars		*item;
	enum priority		 p;
	size_t			 i;

	for (p = P0; p < PRIORITY_COUNT; p++) {
		if (f->open[p] == 0)
			continue;
		item = vars_item(v->vars, "level");
		view_priority(v, item, p);
		set_kept(item, "number", view_number(v, f->open[p]));
	}
	for (i = 0; i < COUNT(numbers); i++) {
		item = vars_item(v->vars, "fact");
		set_kept(item, "word", view_word(v, words[i]));
		set_kept(item, "number", view_number(v, numbers[i]));
		set_flag(item, "hot", numbers[i] > 0);
	}
}

/* old.N.{id,name,when,read} */
static void
view_notes(struct visit *v, const struct relay *r)
{
	struct vars	*item;
	size_t		 i;

	for (i = 0; i < r->nnotes; i++) {
		item = vars_item(v->vars, "old");
		set_int(item, "id", r->notes[i].id);
		set_kept(item, "name", r->notes[i].name);
		set_kept(item, "when", view_time(v, r->notes[i].signed_at));
		if (r->notes[i].read != 0)
			set_kept(item, "read", view_time(v, r->notes[i].read));
	}
}

static enum rc
show(struct visit *v, struct form *form, const struct relay *r)
{
	page_title(v, "L.duty.relay");
	page_here(v, "piket");
	page_form(v, form);
	set_kept(v->vars, "agency_name", duty_name(v, r->own.agency));
	set_kept(v->vars, "when", view_shift(v, r->own.start, r->own.until));
	set_flag(v->vars, "signed", r->own.signed_at != 0);
	if (r->own.signed_at != 0)
		set_int(v->vars, "own_id", r->own.id);
	if (r->own.id != 0 && r->own.signed_at == 0)
		set_kept(v->vars, "saved", view_time(v, r->own.saved));
	view_facts(v, &r->facts);
	view_notes(v, r);
	view_duty(v);
	return page_show(v, "relay.cs");
}

enum rc
relay_form(struct visit *v)
{
	struct relay	 r;
	struct form	 form;
	enum rc		 rc = see_relay(&v->desk, &r);

	if (rc != RC_OK)
		return rc;
	form_blank(&form, v->req->arena, fields, COUNT(fields));
	form_fill(&form, &(struct note){ r.own.words });
	return show(v, &form, &r);
}

/* With nothing to say the numbers alone are handed over. */
enum rc
relay_send(struct visit *v)
{
	struct relay	 r;
	struct note	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in), again;

	if (rc == RC_OK)
		rc = relay_sign(&v->desk, in.catatan);
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.duty.signed_already");
	if (page_again(v, &form, rc)) {
		again = see_relay(&v->desk, &r);
		return again == RC_OK ? show(v, &form, &r) : again;
	}
	if (rc == RC_OK)
		http_redirect(v->req, "/piket/serah");
	return rc;
}

/* While it is written, by a script. */
enum rc
relay_keep(struct visit *v)
{
	struct note	 in;
	struct form	 form;
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (rc == RC_OK)
		rc = relay_draft(&v->desk, in.catatan);
	if (rc == RC_OK)
		v->req->status = 204;
	return rc;
}

enum rc
relay_note(struct visit *v)
{
	struct relay_sheet	 s;
	struct vars		*item;
	size_t			 i;
	enum rc			 rc = see_note(&v->desk, route_id(v->arg), &s);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.duty.relay");
	page_here(v, "piket");
	set_int(v->vars, "id", s.note.id);
	set_kept(v->vars, "agency_name", duty_name(v, s.note.agency));
	set_kept(v->vars, "when", view_shift(v, s.note.start, s.note.until));
	set_kept(v->vars, "by", view_say(v, "L.duty.by", s.note.name, view_moment(v,
	    s.note.signed_at)));
	set_kept(v->vars, "words", *s.note.words == '\0' ? NULL : s.note.words);
	view_facts(v, &s.facts);
	for (i = 0; i < s.nreaders; i++) {
		item = vars_item(v->vars, "reader");
		set_kept(item, "name", s.readers[i].name);
		set_kept(item, "when", view_moment(v, s.readers[i].at));
	}
	set_flag(v->vars, "reads", s.reads);
	return page_show(v, "relay_note.cs");
}

/* Read already is read. */
enum rc
relay_mark(struct visit *v)
{
	int64_t	 id = route_id(v->arg);
	enum rc	 rc = relay_read(&v->desk, id);

	if (rc != RC_OK && rc != RC_CONFLICT)
		return rc;
	http_redirect(v->req, "/piket/serah/%" PRId64, id);
	return RC_OK;
}
