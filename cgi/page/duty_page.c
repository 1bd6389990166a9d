/* duty_page.c: /piket: the week of an agency or the 112 desk: who is on duty, who stands by. */
#include <inttypes.h>
#include <string.h>

#include "action/duty_action.h"
#include "action/rule.h"
#include "lib/when.h"
#include "page/duty_page.h"
#include "page/view.h"

struct ask {
	const char	*minggu, *hasil;
	int64_t		 opd, orang, siaga;
};

static const struct field fields[] = {
	NUMBER(struct ask, opd, "L.need.agency", .max = 1000000000),
	NUMBER(struct ask, orang, "L.duty.person", .max = 1000000000),
	NUMBER(struct ask, siaga, "L.duty.standby", .max = 1),
	CODE(struct ask, minggu, "L.duty.week"),
	CODE(struct ask, hasil, "L.duty.title"),
};

static void
read_ask(struct visit *v, struct ask *ask)
{
	struct form	 form;

	if (form_read(&form, v->req->arena, fields, COUNT(fields), &v->req->query, ask) != RC_OK ||
	    !form_ok(&form))
		*ask = (struct ask){ .minggu = "", .hasil = "", .opd = duty_agency(v,
		    &v->req->query) };
}

int64_t
duty_agency(const struct visit *v, const struct pairs *p)
{
	const char	*opd = pairs_get(p, "opd");

	return rule_is_agency_role(v->desk.who.role) ? v->desk.who.agency :
	    opd == NULL ? 0 : route_id(opd);
}

enum rc
duty_back(struct visit *v, int64_t agency, int64_t at, const char *said)
{
	http_redirect(v->req, "/piket?opd=%" PRId64 "&minggu=%s&hasil=%s", agency,
	    when_day(v->req->arena, at, v->desk.ref->zone), said);
	return RC_OK;
}

/* --- cells ------------------------------------------------------------------------------ */

/* Less than eight hours from another of the same person, as far as the week tells. */
static bool
is_tight(const struct roster *r, const struct duty *d)
{
	size_t	 i;

	for (i = 0; i < r->nrows; i++)
		if (r->rows[i].account == d->account && r->rows[i].id != d->id &&
		    duty_is_tight(&r->rows[i], d->start, d->until))
			return true;
	return false;
}

/* p.N.{id,name,standby,own,tight,times,off}; times: where they are not the shift's */
static void
view_person(struct visit *v, struct vars *cell, const struct roster *r, const struct slot *s,
    const struct duty *d)
{
	struct vars	*p = vars_item(cell, "p");

	set_int(p, "id", d->id);
	set_kept(p, "name", d->name);
	set_flag(p, "standby", d->standby);
	set_flag(p, "own", d->account == v->desk.who.id);
	set_flag(p, "tight", is_tight(r, d));
	set_flag(p, "off", r->plans && d->until > v->desk.now);
	if (d->start != s->start || d->until != s->until)
		set_kept(p, "times", arena_printf(v->req->arena, "%s–%s", view_clock(v, d->start),
		    view_clock(v, d->until)));
}

/* slot.N.{time,start,have,want,short,now,adds,p.N} */
static void
view_slot(struct visit *v, struct vars *day, const struct roster *r, const struct slot *s)
{
	struct vars	*cell = vars_item(day, "slot");
	int64_t		 have = 0;
	size_t		 i;

	set_kept(cell, "time", arena_printf(v->req->arena, "%s–%s", view_clock(v, s->start),
	    view_clock(v, s->until)));
	set_int(cell, "start", s->start);
	set_flag(cell, "now", s->start <= v->desk.now && s->until > v->desk.now);
	set_flag(cell, "adds", r->plans && s->until > v->desk.now);
	for (i = 0; i < r->nrows; i++) {
		if (r->rows[i].start < s->start || r->rows[i].start >= s->until)
			continue;
		have += !r->rows[i].standby;
		view_person(v, cell, r, s, &r->rows[i]);
	}
	set_int(cell, "have", have);
	if (s->want > 0 && (have > 0 || s->until > v->desk.now))
		set_int(cell, "want", s->want);
	set_flag(cell, "short", have < s->want && s->until > v->desk.now);
}

/* day.N.{word,date,today,slot.N}, head.N.{time} */
static void
view_days(struct visit *v, const struct roster *r)
{
	struct vars	*day;
	int64_t		 midnight;
	size_t		 k, i;

	for (i = 0; i < r->shifts; i++)
		set_kept(vars_item(v->vars, "head"), "time", arena_printf(v->req->arena, "%s–%s",
		    view_clock(v, r->slots[0][i].start), view_clock(v, r->slots[0][i].until)));
	for (k = 0; k < WEEK; k++) {
		midnight = r->monday + (int64_t)k * DAY;
		day = vars_item(v->vars, "day");
		set_kept(day, "word", view_word(v, arena_printf(v->req->arena, "L.weekday.d%zu",
		    (k + 1) % WEEK)));
		set_kept(day, "date", view_date(v, midnight));
		set_flag(day, "today", v->desk.now >= midnight && v->desk.now < midnight + DAY);
		for (i = 0; i < r->shifts; i++)
			view_slot(v, day, r, &r->slots[k][i]);
	}
}

/* --- beside the table ------------------------------------------------------------------- */

/* own.N.{id,when,standby,now,offers} */
static void
view_own(struct visit *v, const struct roster *r)
{
	const struct duty	*d;
	struct vars		*item;
	size_t			 i, k;

	for (i = 0; i < r->nown; i++) {
		d = &r->own[i];
		if (d->until <= v->desk.now)
			continue;
		item = vars_item(v->vars, "own");
		set_int(item, "id", d->id);
		set_kept(item, "when", view_shift(v, d->start, d->until));
		set_flag(item, "standby", d->standby);
		set_flag(item, "now", d->start <= v->desk.now);
		for (k = 0; k < r->nswaps && r->swaps[k].duty != d->id; k++)
			;
		set_flag(item, "offers", d->start > v->desk.now && k == r->nswaps);
	}
}

/* now.N.{name,standby,here,seen} */
static void
view_now(struct visit *v, const struct roster *r)
{
	struct vars	*item;
	size_t		 i;

	set_flag(v->vars, "planned", r->nnow > 0);
	set_kept(v->vars, "here_words", view_say(v, "L.duty.here", view_number(v,
	    (int64_t)r->here), view_number(v, (int64_t)r->on)));
	for (i = 0; i < r->nnow; i++) {
		item = vars_item(v->vars, "now");
		set_kept(item, "name", r->now[i].name);
		set_flag(item, "standby", r->now[i].standby);
		set_flag(item, "here", r->now[i].seen + DUTY_HERE > v->desk.now);
		set_kept(item, "seen", r->now[i].seen == 0 ? view_word(v, "L.duty.never_seen") :
		    view_say(v, "L.duty.seen", view_age(v, r->now[i].seen)));
	}
}

/* swap.N.{id,words,state,note,takes,grants,gives} */
static void
view_swaps(struct visit *v, const struct roster *r)
{
	const struct swap	*w;
	struct vars		*item;
	bool			 taken, for_me;
	size_t			 i;

	for (i = 0; i < r->nswaps; i++) {
		w = &r->swaps[i];
		taken = strcmp(w->state, "accepted") == 0;
		for_me = r->belongs && w->giver != v->desk.who.id &&
		    (w->target == 0 || w->target == v->desk.who.id);
		item = vars_item(v->vars, "swap");
		set_int(item, "id", w->id);
		set_kept(item, "when", view_time(v, w->start));
		set_kept(item, "words", taken ? view_say(v, "L.duty.swap_taken", w->giver_name,
		    w->taker_name) : w->target == 0 ? view_say(v, "L.duty.swap_any",
		    w->giver_name) : view_say(v, "L.duty.swap_to", w->giver_name, w->target_name));
		if (*w->note != '\0')
			set_kept(item, "note", w->note);
		set_flag(item, "takes", !taken && for_me);
		set_flag(item, "grants", taken && r->plans);
		set_flag(item, "refuses", r->plans);
		set_flag(item, "gives", w->giver == v->desk.who.id);
	}
}

/* person.N.{id,name,role,picked}, agency.N.{id,name,picked} */
static void
view_choices(struct visit *v, const struct roster *r, int64_t picked)
{
	const struct ref	*ref = v->desk.ref;
	struct vars		*o;
	size_t			 i;

	for (i = 0; r->plans && i < r->npeople; i++) {
		o = vars_item(v->vars, "person");
		set_int(o, "id", r->people[i].id);
		set_kept(o, "name", r->people[i].name);
		set_kept(o, "role", view_role(v, r->people[i].role));
		set_flag(o, "picked", r->people[i].id == picked);
	}
	for (i = 0; !rule_is_agency_role(v->desk.who.role) && i < ref->nagencies; i++) {
		o = vars_item(v->vars, "agency");
		set_int(o, "id", ref->agencies[i].id);
		set_kept(o, "name", ref->agencies[i].brief);
		set_flag(o, "picked", r->agency == ref->agencies[i].id);
	}
}

static void
view_week(struct visit *v, const struct roster *r)
{
	struct arena	*a = v->req->arena;
	int		 zone = v->desk.ref->zone;

	set_int(v->vars, "opd", r->agency);
	set_kept(v->vars, "week", when_day(a, r->monday, zone));
	set_kept(v->vars, "before", when_day(a, r->monday - DAY, zone));
	set_kept(v->vars, "behind", when_day(a, r->monday + WEEK * DAY, zone));
	set_kept(v->vars, "from", view_date(v, r->monday));
	set_kept(v->vars, "until", view_date(v, r->monday + (WEEK - 1) * DAY));
	set_flag(v->vars, "this_week", v->desk.now >= r->monday &&
	    v->desk.now < r->monday + WEEK * DAY);
	set_flag(v->vars, "plans", r->plans);
	set_flag(v->vars, "belongs", r->belongs);
	set_flag(v->vars, "none", r->nrows == 0);
	set_kept(v->vars, "clock", view_moment(v, v->desk.now));
}

/* What was done, or why not: a word of ours, never the address's own. */
static void
view_said(struct visit *v, const char *code)
{
	static const char *const good[] = { "isi", "lepas", "salin", "pola", "aturan", "tukar",
		"jawab", "hadir" };
	static const char *const bad[] = { "ketat", "bentrok", "tetap", "lewat", "duluan", "pilih" };
	size_t			 i;

	for (i = 0; i < COUNT(good); i++)
		if (strcmp(good[i], code) == 0)
			set_kept(v->vars, "done", view_code(v, "L.duty.said", code));
	for (i = 0; i < COUNT(bad); i++)
		if (strcmp(bad[i], code) == 0)
			set_kept(v->vars, "warned", view_code(v, "L.duty.said", code));
}

enum rc
duty_week(struct visit *v)
{
	struct roster	 r;
	struct ask	 ask;
	int64_t		 at = v->desk.now;
	enum rc		 rc;

	read_ask(v, &ask);
	if (*ask.minggu != '\0' && (when_read(ask.minggu, v->desk.ref->zone, &at) != RC_OK ||
	    at <= 0))
		at = v->desk.now;
	if ((rc = see_roster(&v->desk, duty_agency(v, &v->req->query), at, &r)) != RC_OK)
		return rc;
	page_here(v, "piket");
	set_kept(v->vars, "heading", view_say(v, "L.duty.heading", duty_name(v, r.agency)));
	page_title_text(v, vars_text(v->vars, "heading"));
	view_week(v, &r);
	view_days(v, &r);
	view_own(v, &r);
	view_now(v, &r);
	view_swaps(v, &r);
	view_choices(v, &r, ask.orang);
	view_lacks(v, r.lacks, r.nlacks);
	view_duty(v);
	view_said(v, ask.hasil);
	set_flag(v->vars, "at_home", ask.siaga != 0);
	return page_show(v, "duty.cs");
}

/* --- one's own, for a calendar; and a sign of life -------------------------------------- */

static const char *
ics_time(struct arena *a, int64_t at)
{
	struct civil	 c = when_civil(at, 0);

	return arena_printf(a, "%04d%02d%02dT%02d%02d%02dZ", c.year, c.month, c.day, c.hour,
	    c.minute, c.second);
}

enum rc
duty_ics(struct visit *v)
{
	struct duty	 rows[DUTY_NOW];
	struct arena	*a = v->req->arena;
	struct buf	*b = &v->req->body;
	size_t		 i, n;
	enum rc		 rc = see_own_shifts(&v->desk, rows, &n, DUTY_NOW);

	if (rc != RC_OK)
		return rc;
	v->req->type = "text/calendar; charset=utf-8";
	buf_printf(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Siaga//Piket//ID\r\n");
	for (i = 0; i < n; i++)
		buf_printf(b, "BEGIN:VEVENT\r\nUID:piket-%" PRId64 "@siaga\r\nDTSTAMP:%s\r\n"
		    "DTSTART:%s\r\nDTEND:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n", rows[i].id,
		    ics_time(a, v->desk.now), ics_time(a, rows[i].start),
		    ics_time(a, rows[i].until), view_word(v, rows[i].standby ?
		    "L.duty.standby" : "L.duty.on"));
	buf_printf(b, "END:VCALENDAR\r\n");
	return RC_OK;
}

/* By a script, and it is told nothing; by the button without one, back. */
enum rc
duty_here(struct visit *v)
{
	enum rc	 rc = duty_beat(&v->desk);

	if (rc == RC_OK && pairs_get(&v->req->sent, "tombol") != NULL)
		return duty_back(v, duty_agency(v, &v->req->sent), v->desk.now, "hadir");
	if (rc == RC_OK)
		v->req->status = 204;
	return rc;
}
