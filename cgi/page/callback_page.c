/* callback_page.c: numbers to be called back, and what stands above every screen of the desk. */
#include <inttypes.h>

#include "action/burst_action.h"
#include "action/callback_action.h"
#include "lib/text.h"
#include "page/calls_page.h"
#include "page/view.h"

enum { NOTE_MAX = 200 };

/* --- the queue --------------------------------------------------------------------------- */

static const char *
who_has(const struct visit *v, const struct recall_row *r)
{
	if (r->mine)
		return view_say(v, "L.calls.back.mine", view_left(v, r->until));
	return r->holder != 0 ? view_say(v, "L.calls.back.theirs", r->holder_name) : NULL;
}

/*
 * rows.N.{id,phone,calls,age,since,tries,why,number,line,note,mine,taken,has,rests,first}
 */
static void
view_row(struct visit *v, const struct recall_row *r, bool first)
{
	struct vars	*row = vars_item(v->vars, "rows");

	set_int(row, "id", r->id);
	set_kept(row, "phone", r->phone);
	if (r->calls > 1)
		set_kept(row, "calls", view_say(v, "L.calls.back.times",
		    view_number(v, r->calls)));
	set_kept(row, "age", view_age(v, r->first));
	set_kept(row, "since", view_time(v, r->first));
	set_kept(row, "iso", view_iso(v, r->first));
	if (r->tries > 0)
		set_kept(row, "tries", view_say(v, "L.calls.back.tries",
		    view_number(v, r->tries), view_number(v, RECALL_TRIES)));
	if (r->urgent)
		set_kept(row, "why", view_code(v, "L.calls.back.why", r->why));
	set_kept(row, "number", r->number);
	set_kept(row, "line", r->line);
	set_kept(row, "note", r->note);
	set_flag(row, "mine", r->mine);
	set_flag(row, "taken", r->holder != 0 && !r->mine);
	set_kept(row, "has", who_has(v, r));
	if (r->rests)
		set_kept(row, "rests", view_say(v, "L.calls.back.later",
		    view_clock(v, r->due)));
	set_flag(row, "first", first);
}

static enum rc
show(struct visit *v, const char *notice)
{
	struct recalls	 r;
	bool		 free = true;
	size_t		 i;
	enum rc		 rc = see_recalls(&v->desk, &r);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.calls.back.title");
	view_calls_menu(v, "balik");
	page_mint(v);
	for (i = 0; i < r.n; i++) {
		view_row(v, &r.rows[i], free && r.rows[i].holder == 0);
		free = free && r.rows[i].holder != 0;
	}
	set_kept(v->vars, "notice", notice);
	return page_show(v, "callbacks.cs");
}

enum rc
recall_page(struct visit *v)
{
	const char	*done = pairs_get(&v->req->query, "jadi");

	set_flag(v->vars, "done", done != NULL);
	return show(v, NULL);
}

enum rc
recall_step(struct visit *v)
{
	const char		*what = pairs_get(&v->req->sent, "do");
	struct recall_order	 o = { route_id(v->arg), recall_of(what == NULL ? "" : what),
				       page_token(v), "" };
	struct recall_done	 out;
	enum rc			 rc = recall_do(&v->desk, &o, &out);

	if (rc == RC_CONFLICT) {
		v->req->status = 409;
		return show(v, *out.rival == '\0' ? view_word(v, "L.calls.back.over") :
		    view_say(v, "L.calls.back.faster", out.rival));
	}
	if (rc == RC_OK && out.draft != 0)
		http_redirect(v->req, "/panggilan/draf/%" PRId64, out.draft);
	else if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/balik");
	return rc;
}

enum rc
recall_state(struct visit *v)
{
	view_strip(v);
	return tmpl_render(v->tmpl, "part/call_strip.cs", v->vars, &v->req->body);
}

/* --- hang-ups that were explained ----------------------------------------------------------- */

enum rc
burst_end_send(struct visit *v)
{
	const char	*note = pairs_get(&v->req->sent, "catatan");
	struct burst	 b;
	enum rc		 rc;

	note = note == NULL ? NULL : text_clean(v->req->arena, note);
	rc = burst_explain(&v->desk, route_id(v->arg), note == NULL ? "" :
	    text_cut(v->req->arena, note, NOTE_MAX), &b);
	if (rc == RC_CONFLICT || rc == RC_INPUT) {
		v->req->status = rc == RC_INPUT ? 422 : 409;
		return show(v, rc == RC_INPUT ? view_word(v, "L.calls.burst.note_missing") :
		    view_say(v, "L.calls.burst.over", b.note));
	}
	if (rc == RC_OK)
		http_redirect(v->req, "/panggilan/balik?jadi=1");
	return rc;
}
