/* work_page.c: the live list of an agency, or of the city. */
#include <inttypes.h>

#include "action/bulk_action.h"
#include "domain/number.h"
#include "page/disaster_view.h"
#include "page/duty_page.h"
#include "page/step.h"
#include "page/view.h"
#include "page/work_bulk.h"
#include "page/work_filter.h"
#include "page/work_page.h"
#include "page/work_view.h"

enum { URGENT = 20 };

/* Nothing hides what is urgent. */
static bool
is_plain(const struct work_filter *f)
{
	return f->show == WORK_OPEN && f->sort == WORK_SORT_LIMIT && f->priority < 0 &&
	    *f->area == '\0' && f->category == 0 && f->after_id == 0;
}

/* --- what the template sees -------------------------------------------------------------- */

static const char *
count_of(const struct visit *v, const struct work *w, enum work_show s)
{
	int64_t	 most = s == WORK_UNSEEN ? WORK_UNSEEN_MAX : 999;

	if (w->counts[s] < most)
		return view_number(v, w->counts[s]);
	return s == WORK_UNSEEN ? "99+" : "999+";
}

/* What there seldom is has a chip only where there is some. */
static bool
has_chip(const struct visit *v, const struct work *w, enum work_show s)
{
	if (s == WORK_MINE)
		return work_sees_all(v) || v->desk.who.unit != 0;
	return w->counts[s] > 0 || (s != WORK_UNSEEN && s != WORK_QUIET && s != WORK_BACK);
}

static void
view_chips(struct visit *v, const struct work_filter *f, const struct work *w)
{
	struct vars	*chip;
	enum work_show	 s;

	for (s = WORK_OPEN; s < WORK_SHOW_COUNT; s++) {
		if (s != f->show && !has_chip(v, w, s))
			continue;
		chip = vars_item(v->vars, "chip");
		set_kept(chip, "query", work_query(v, f, s));
		set_kept(chip, "word", work_show_word(v, s));
		set_kept(chip, "count", count_of(v, w, s));
		set_flag(chip, "here", s == f->show);
	}
}

/* In the tab: "(3 baru) Tugas Damkar, 12 terbuka". */
static void
view_title(struct visit *v, const struct work_filter *f, const struct work *w)
{
	const char	*heading = work_heading(v, f), *title;

	title = view_say(v, "L.worklist.title", heading, view_number(v, w->counts[WORK_OPEN]));
	set_kept(v->vars, "heading", heading);
	page_title_text(v, w->counts[WORK_UNSEEN] == 0 ? title :
	    view_say(v, "L.list.title_unseen", count_of(v, w, WORK_UNSEEN), title));
}

static void
view_next_page(struct visit *v, const struct work_filter *f, const struct work *w)
{
	set_kept(v->vars, "query", work_query(v, f, f->show));
	set_flag(v->vars, "later", f->after_id != 0);
	if (w->more && w->n > 0)
		set_kept(v->vars, "more", work_query_after(v, f, &w->rows[w->n - 1]));
}

/* What is urgent shows whatever the filter hides. */
static enum rc
view_urgent(struct visit *v, const struct work_filter *f, const struct work *w)
{
	struct work_filter	 urgent = { .show = WORK_UNACCEPTED, .priority = -1,
					    .area = "", .agency = f->agency };
	struct work		 waiting = { 0 };
	enum rc			 rc;

	if (w->loudest < 0 || w->loudest > P1)
		return RC_OK;
	if (is_plain(f)) {
		view_alert(v, w);
		return RC_OK;
	}
	if ((rc = see_work_rows(&v->desk, &urgent, URGENT, &waiting)) == RC_OK)
		view_alert(v, &waiting);
	return rc;
}

/*
 * sound: seconds between two alarms of what nobody has accepted, absent where
 * nothing makes a sound, or others are on duty.  DOMAIN, "Priorities".
 */
static void
view_sound(struct visit *v, const struct work *w)
{
	if (w->loudest >= 0 && vars_text(v->vars, "off_duty") == NULL)
		set_int(v->vars, "sound", w->loudest <= P1 ? 15 : 60);
}

static enum rc
show_list(struct visit *v, const struct work_filter *f)
{
	struct work	 w;
	enum rc		 rc;

	if ((rc = see_work(&v->desk, f, &w)) != RC_OK ||
	    (rc = view_urgent(v, f, &w)) != RC_OK)
		return rc;
	page_here(v, "tugas");
	view_disasters(v);
	view_duty(v);
	view_title(v, f, &w);
	view_chips(v, f, &w);
	work_choices(v, f, false);
	work_said(v, f);
	view_sound(v, &w);
	view_work(v, &w);
	view_next_page(v, f, &w);
	set_int(v->vars, "pulse", w.version);
	set_kept(v->vars, "show", work_show_code(f->show));
	set_kept(v->vars, "clock", view_clock(v, v->desk.now));
	set_flag(v->vars, "city_list", v->desk.who.agency == 0);
	return page_show(v, "work.cs");
}

/* --- the handlers ------------------------------------------------------------------------ */

enum rc
work_list(struct visit *v)
{
	struct work_filter	 f = work_filter_read(v);
	const char		*still = pairs_get(&v->req->query, "jeda");

	view_done(v);
	/* Without a script boxes are ticked on a page that does not go away meanwhile. */
	set_flag(v->vars, "still", still != NULL);
	if (still == NULL)
		set_kept(v->vars, "refresh", "15");
	return show_list(v, &f);
}

/* The rest of the filter, and the order, as a page: they are too many for each list. */
enum rc
work_filter_page(struct visit *v)
{
	struct work_filter	 f = work_filter_read(v);

	page_here(v, "tugas");
	page_title(v, "L.list.filter_title");
	set_kept(v->vars, "heading", work_heading(v, &f));
	set_kept(v->vars, "show", work_show_code(f.show));
	set_kept(v->vars, "query", work_query(v, &f, f.show));
	work_choices(v, &f, true);
	return page_show(v, "work_filter.cs");
}

enum rc
work_version(struct visit *v)
{
	int64_t	 version;
	enum rc	 rc = see_work_version(&v->desk, &version);

	if (rc != RC_OK)
		return rc;
	v->req->type = "text/plain; charset=utf-8";
	if (!http_unchanged(v->req, arena_printf(v->req->arena, "%" PRId64, version)))
		buf_printf(&v->req->body, "%" PRId64 "\n", version);
	return RC_OK;
}

enum rc
work_find(struct visit *v)
{
	struct work_filter	 f = { .priority = -1, .area = "" };
	const char		*typed, *number;

	if (pairs_once(&v->req->query, "nomor", &typed) != RC_OK)
		return RC_INPUT;
	number = typed == NULL ? NULL : number_read(v->req->arena, typed);
	if (number != NULL) {
		http_redirect(v->req, "/tiket/%s", number);
		return RC_OK;
	}
	v->req->status = 422;
	set_text(v->vars, "sought", typed);
	set_flag(v->vars, "unknown", true);
	return show_list(v, &f);
}

/* refused.{number,why,busy} and rival.*: what a button could not do */
static enum rc
show_refused(struct visit *v, const struct order *o, const struct verdict *verdict, enum rc rc)
{
	struct work_filter	 f = work_filter_read(v);
	struct vars		*refused = vars_child(v->vars, "refused");

	set_kept(refused, "number", o->number);
	if (rc == RC_INPUT) {
		v->req->status = 422;
		set_kept(refused, "why", step_refusal(v, verdict->missing));
	} else if (rc == RC_CONFLICT) {
		v->req->status = 409;
		view_rival(v, verdict);
	} else if (rc == RC_BUSY) {
		v->req->status = 503;
		http_header(v->req, "Retry-After", "5");
		set_flag(refused, "busy", true);
	} else {
		return rc;
	}
	return show_list(v, &f);
}

enum rc
work_step(struct visit *v)
{
	struct order		 o = { .note = "", .reason = "", .target = "" };
	struct verdict		 verdict = { 0 };
	struct work_filter	 f;
	enum rc			 rc;

	if (!step_read_value(v->req->arena, pairs_get(&v->req->sent, "langkah"), &o))
		return RC_INPUT;
	rc = move(&v->desk, &o, &verdict);
	if (rc == RC_INPUT && step_refusal(v, verdict.missing) == NULL) {
		http_redirect(v->req, "/tiket/%s/langkah/%s?objek=%s", o.number,
		    act_code(o.act), step_object(v->req->arena, o.life, o.object));
		return RC_OK;
	}
	if (rc != RC_OK)
		return show_refused(v, &o, &verdict, rc);
	f = work_filter_read(v);
	step_done(v, o.act, o.number);
	http_redirect(v->req, "/tugas%s", work_query(v, &f, f.show));
	return RC_OK;
}

/* --- keys ---------------------------------------------------------------------------------- */

/* What a key means for one row; the first that is legal. */
static const struct { char key; enum act acts[3]; } keys[] = {
	{ 'g', { ACT_SEND_UNIT } },
	{ 'b', { ACT_REJECT, ACT_RETURN } },
	{ 's', { ACT_FINISH, ACT_SUBMIT, ACT_RESOLVE } },
};

static const struct move *
meant(const struct bulk_row *b, const char *key)
{
	size_t	 i, j, k;

	for (i = 0; i < COUNT(keys); i++)
		for (j = 0; j < COUNT(keys[i].acts) && *key == keys[i].key; j++)
			for (k = 0; k < b->may.n; k++)
				if (b->may.moves[k]->act == keys[i].acts[j])
					return b->may.moves[k];
	return NULL;
}

enum rc
work_key(struct visit *v)
{
	struct bulk_row		 b = { .part = route_id(v->arg) };
	const char		*key = pairs_get(&v->req->query, "kunci");
	const struct move	*m;
	struct work_filter	 f = work_filter_read(v);
	enum rc			 rc = bulk_see(&v->desk, &b, 1);

	if (rc != RC_OK || *b.row.t.number == '\0')
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if ((m = key == NULL ? NULL : meant(&b, key)) != NULL) {
		http_redirect(v->req, "/tiket/%s/langkah/%s?objek=%s", b.row.t.number,
		    act_code(m->act), step_object(v->req->arena, m->life,
		    m->life == LIFE_ASSIGNMENT ? b.row.a.id : b.row.t.id));
		return RC_OK;
	}
	v->req->status = 409;
	set_kept(vars_child(v->vars, "refused"), "number", b.row.t.number);
	set_kept(vars_child(v->vars, "refused"), "why", view_word(v, "L.list.not_from_here"));
	return show_list(v, &f);
}
