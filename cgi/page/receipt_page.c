/* receipt_page.c: what a reporter gets: number, tracking code, what happens next. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/see_action.h"
#include "domain/clocks.h"
#include "domain/number.h"
#include "lib/qr.h"
#include "lib/text.h"
#include "page/public_view.h"
#include "page/receipt_page.h"
#include "page/view.h"

enum { SIMILAR_ROWS = 3 };

/* Where this site is, for what leaves it: a QR code, a message. */
static const char *
base(void)
{
	const char	*url = getenv("SIAGA_URL");

	return url == NULL ? "" : url;
}

/* qr.{path,side,label}: the tracking page and the number, never the code */
static void
view_qr(struct visit *v, const struct ticket *t)
{
	struct vars	*out;
	char		*path;
	int		 side;

	path = qr_path(v->req->arena, arena_printf(v->req->arena, "%s/lacak?number=%s",
	    base(), t->number), &side);
	if (path == NULL)
		return;
	out = vars_child(v->vars, "qr");
	set_kept(out, "path", path);
	set_int(out, "side", side);
	set_kept(out, "label", view_say(v, "L.portal.receipt.qr", t->number));
}

/*
 * copy.{message,all}: what a link to a messenger carries, which another party
 * reads: no code; and what the reporter's own device is handed by the script.
 */
static void
view_copy(struct visit *v, const struct ticket *t, const char *code)
{
	const char	*where = arena_printf(v->req->arena, "%s/lacak", base());
	struct vars	*copy = vars_child(v->vars, "copy");

	set_kept(copy, "message", text_url(v->req->arena, view_say(v,
	    "L.portal.receipt.wa_text", v->desk.ref->city, t->number, where)));
	if (*code != '\0')
		set_kept(copy, "all", view_say(v, "L.portal.receipt.share_text",
		    t->number, code, where));
}

/* --- what happens next ---------------------------------------------------------------- */

/* steps.N.{word,text,icon,done} */
static void
step(struct visit *v, const char *icon, const char *word, const char *text)
{
	struct vars	*s = vars_item(v->vars, "steps");

	set_kept(s, "icon", icon);
	set_kept(s, "word", word);
	set_kept(s, "text", text);
}

static void
step_in(struct visit *v, const struct ticket *t)
{
	struct vars	*s = vars_item(v->vars, "steps");

	set_flag(s, "done", true);
	set_kept(s, "icon", "check");
	set_kept(s, "word", view_word(v, "L.portal.receipt.step_in"));
	set_kept(s, "text", view_moment(v, t->recorded));
}

/* The agency the routing table names, "" where the desk decides. */
static const char *
lead_of(const struct visit *v, const struct ticket *t, const struct category *c)
{
	int64_t	 out[1];

	return c == NULL || ref_route(v->desk.ref, c, t->place.area, v->desk.now, out, 1) == 0 ? "" :
	    view_agency_name(v, out[0]);
}

static void
view_steps(struct visit *v, const struct ticket *t)
{
	const struct category	*c = ref_category(v->desk.ref, t->category);
	const char		*lead = lead_of(v, t, c);
	bool			 complaint = t->track == TRACK_COMPLAINT && t->due != 0;
	int64_t			 end = c == NULL ? 0 : clock_from(complaint ? CLOCK_CLASS :
	    CLOCK_FINISH, v->desk.ref, c, complaint ? t->due : t->recorded);

	step_in(v, t);
	step(v, "clipboard-check", view_word(v, "L.portal.receipt.step_check"), t->due == 0 ?
	    view_word(v, "L.portal.receipt.step_check_open") :
	    view_say(v, "L.portal.receipt.step_check_text", view_moment(v, t->due)));
	step(v, "user-check", view_word(v, "L.portal.receipt.step_agency"), *lead == '\0' ?
	    view_word(v, "L.portal.receipt.step_agency_none") :
	    view_say(v, "L.portal.receipt.step_agency_text", lead));
	step(v, "circle-check", view_word(v, "L.portal.receipt.step_end"), end == 0 ?
	    view_word(v, "L.portal.receipt.step_end_none") :
	    view_say(v, "L.portal.receipt.step_end_text", view_date(v, end)));
}

/* --- the page ------------------------------------------------------------------------- */

/* Open reports of the same kind nearby.  A receipt stands also where these fail. */
static void
view_near(struct visit *v, const struct ticket *t)
{
	const struct category	*c = ref_category(v->desk.ref, t->category);
	struct near_row		*rows;
	size_t			 n;

	if (c != NULL && t->track == TRACK_COMPLAINT && see_near(&v->desk, c, &t->place,
	    &rows, &n, SIMILAR_ROWS) == RC_OK)
		view_similar(v, rows, n);
}

static const char *
privacy_word(const struct visit *v, enum privacy p)
{
	return p == PRIVACY_CONFIDENTIAL ? view_word(v, "L.portal.receipt.confidential") :
	    p == PRIVACY_ANONYMOUS ? view_word(v, "L.portal.receipt.anonymous") :
	    view_word(v, "L.portal.receipt.public");
}

/*
 * again, number, code, said, kind, place, privacy, mail,
 * qr.*, copy.*, steps.N.*, similar.N.*
 */
enum rc
receipt_show(struct visit *v, const struct filing *f, const struct receipt *r)
{
	const struct ticket	*t = &r->ticket;
	const char		*code = *r->code == '\0' ? "" :
	    code_show(v->req->arena, code_read(v->req->arena, r->code));
	const char		*when = view_moment(v, t->recorded);

	set_flag(v->vars, "again", r->again);
	set_flag(v->vars, "once", !r->again);
	set_text(v->vars, "number", t->number);
	set_kept(v->vars, "code", code);
	set_kept(v->vars, "said", r->again ? view_say(v, "L.portal.receipt.again", when) :
	    view_say(v, "L.portal.receipt.thanks", when));
	set_kept(v->vars, "kind", view_category(v, t->category));
	set_kept(v->vars, "place", view_place(v, &t->place));
	set_kept(v->vars, "privacy", privacy_word(v, t->privacy));
	set_flag(v->vars, "mail", f->mail);
	view_qr(v, t);
	view_copy(v, t, code);
	view_steps(v, &r->ticket);
	view_near(v, t);
	page_mint(v);
	page_here(v, "lapor");
	page_title(v, r->again ? "L.portal.receipt.title_again" : "L.portal.receipt.title");
	v->req->referrer = "no-referrer";
	return page_show(v, "receipt.cs");
}
