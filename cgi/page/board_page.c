/*
 * board_page.c: the wallboard: the city at a glance, read from five metres.
 *
 * It shows who is waited for, not who called: no name, no number, no address
 * beyond the place of an incident.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/board_action.h"
#include "lib/when.h"
#include "page/board_page.h"
#include "page/calls_page.h"
#include "page/deliver_page.h"
#include "page/disaster_view.h"
#include "page/duty_page.h"
#include "page/phone_page.h"
#include "page/view.h"

/* --- incidents --------------------------------------------------------------------------- */

static const char *
where(const struct visit *v, const struct ticket *t)
{
	const struct area	*a = *t->place.area == '\0' ? NULL :
	    ref_area(v->desk.ref, t->place.area);

	return a != NULL ? a->name : t->place.text;
}

/* Who has it, with which units, and how far they are. */
static const char *
doing(const struct visit *v, const struct work_row *r)
{
	const char	*agency = view_agency(v, r->a.agency);
	bool		 waits = r->a.accepted == 0 && r->a.open;

	if (waits)
		return view_say(v, "L.command.waits_for", agency);
	return arena_printf(v->req->arena, "%s · %s",
	    *r->a.units == '\0' ? agency : r->a.units,
	    view_code(v, "L.state", state_code(r->a.state)));
}

/* The limit that comes next, in the words of the list. */
static void
view_due(const struct visit *v, struct vars *item, const struct assignment *a)
{
	if (!a->open)
		return;
	if (a->accepted == 0 && a->ack_due != 0)
		view_sla(v, item, "L.clock.accept", a->sent, a->ack_due);
	else if (a->arrived == 0 && a->arrive_due != 0)
		view_sla(v, item, "L.clock.arrive", a->sent, a->arrive_due);
	else
		view_sla(v, item, "L.clock.finish", a->sent, a->finish_due);
}

/* Seconds under an hour, which a script may count on; then hours and days. */
static const char *
running(const struct visit *v, int64_t ms)
{
	return ms >= HOUR ? view_span(v, ms) : arena_printf(v->req->arena,
	    "%" PRId64 ":%02" PRId64, ms / MINUTE, ms % MINUTE / SECOND);
}

static void
view_incident(struct visit *v, struct vars *item, const struct work_row *r)
{
	int64_t	 age = v->desk.now - r->t.recorded;
	bool	 waits = r->a.accepted == 0 && r->a.open;

	view_priority(v, item, r->a.priority);
	set_kept(item, "title", r->t.title);
	set_kept(item, "where", where(v, &r->t));
	set_kept(item, "doing", doing(v, r));
	if (r->t.reporters > 1)
		set_kept(item, "callers", view_say(v, "L.intake.callers",
		    view_number(v, r->t.reporters)));
	set_flag(item, "hot", waits && r->a.priority <= P1);
	set_kept(item, "age", running(v, age));
	if (age < HOUR && age >= 0)
		set_int(item, "up", age / SECOND);
	view_due(v, item, &r->a);
}

/* incident.N.{pr.*,title,where,doing,callers,hot,age,up,sla.*} */
static void
view_incidents(struct visit *v, const struct board *b)
{
	size_t	 i;

	for (i = 0; i < b->nincidents; i++)
		view_incident(v, vars_item(v->vars, "incident"), &b->incidents[i]);
}

/* late.N.{pr.*,title,agency,over} */
static void
view_late(struct visit *v, const struct board *b)
{
	struct vars	*item;
	size_t		 i;

	for (i = 0; i < b->nlate; i++) {
		item = vars_item(v->vars, "late");
		view_priority(v, item, b->late[i].a.priority);
		set_kept(item, "title", b->late[i].t.title);
		set_kept(item, "agency", view_agency(v, b->late[i].a.agency));
		set_kept(item, "over", running(v, v->desk.now - b->late[i].a.due));
	}
}

/* --- numbers ----------------------------------------------------------------------------- */

static int64_t
sum(const int64_t *list, size_t n)
{
	int64_t	 total = 0;

	while (n-- > 0)
		total += *list++;
	return total;
}

/*
 * sum.{emergencies,complaints,calls,junk,waiting,late}; level.N.{pr.*,emergencies,
 * complaints}: open tickets by priority
 */
static void
view_numbers(struct visit *v, const struct board *b)
{
	struct vars	*s = vars_child(v->vars, "sum"), *level;
	enum priority	 p;

	set_kept(s, "emergencies", view_number(v, sum(b->emergencies, PRIORITY_COUNT)));
	set_kept(s, "complaints", view_number(v, sum(b->complaints, PRIORITY_COUNT)));
	set_kept(s, "calls", view_number(v, b->calls));
	set_kept(s, "junk", b->calls == 0 ? "0" :
	    view_number(v, b->junk * 100 / b->calls));
	set_kept(s, "waiting", view_number(v, b->waiting));
	for (p = P0; p < PRIORITY_COUNT; p++) {
		level = vars_item(v->vars, "level");
		view_priority(v, level, p);
		set_kept(level, "emergencies", view_number(v, b->emergencies[p]));
		set_kept(level, "complaints", view_number(v, b->complaints[p]));
	}
}

enum { SHOWN_AGENCIES = 10, SHOWN_CALLS = 5 };	/* what a screen of 1080 lines holds */

static int
by_open(const void *one, const void *other)
{
	const struct board_agency	*a = one, *b = other;

	return (a->open < b->open) - (a->open > b->open);
}

/* duty.N.{name,open,unaccepted,late,work}: the busiest agencies */
static void
view_agencies(struct visit *v, const struct board *b)
{
	struct vars	*item;
	size_t		 i;

	qsort(b->agencies, b->nagencies, sizeof(*b->agencies), by_open);
	for (i = 0; i < b->nagencies && i < SHOWN_AGENCIES; i++) {
		item = vars_item(v->vars, "duty");
		set_kept(item, "name", b->agencies[i].agency->brief);
		set_int(item, "open", b->agencies[i].open);
		set_int(item, "unaccepted", b->agencies[i].unaccepted);
		set_int(item, "late", b->agencies[i].late);
		set_int(item, "work", b->agencies[i].at_work);
		set_flag(item, "waits", b->agencies[i].unaccepted > 0);
		set_flag(item, "over", b->agencies[i].late > 0);
	}
	if (b->nagencies > SHOWN_AGENCIES)
		set_int(v->vars, "more_agencies", (int64_t)(b->nagencies - SHOWN_AGENCIES));
}

/* --- calls ------------------------------------------------------------------------------- */

/* The chart, in the units of its view box: 24 columns above a floor. */
enum { COLUMN = 37, FLOOR = 118, HIGH = 104 };

/* bar.N.{x,y,height,class,at,label}; peak: a sentence for those who cannot see it */
static void
view_hours(struct visit *v, const struct board *b)
{
	int		 hour = when_civil(v->desk.now, v->desk.ref->zone).hour, i, best = 0;
	int64_t		 height;
	struct vars	*bar;

	for (i = 1; i <= hour; i++)
		if (b->calls_by_hour[i] > b->calls_by_hour[best])
			best = i;
	for (i = 0; i < 24; i++) {
		bar = vars_item(v->vars, "bar");
		height = b->calls_by_hour[best] == 0 || i > hour ? 0 :
		    b->calls_by_hour[i] * HIGH / b->calls_by_hour[best];
		set_int(bar, "x", i * COLUMN + 4);
		set_int(bar, "y", FLOOR - height);
		set_int(bar, "height", height);
		set_kept(bar, "class", i == hour ? "q2" : "q1");
		if (i % 3 != 0)
			continue;
		set_int(bar, "at", i * COLUMN + COLUMN / 2);
		set_kept(bar, "label", arena_printf(v->req->arena, "%02d", i));
	}
	set_kept(v->vars, "peak", view_say(v, "L.command.peak", view_number(v, b->calls),
	    view_number(v, b->calls_by_hour[best]),
	    arena_printf(v->req->arena, "%02d", best)));
}

/* call.N.{clock,what,type}: what the last calls were about */
static void
view_calls(struct visit *v, const struct board *b)
{
	const struct call_row	*c;
	struct vars		*item;
	size_t			 i;

	for (i = 0; i < b->nlast_calls && i < SHOWN_CALLS; i++) {
		c = &b->last_calls[i];
		item = vars_item(v->vars, "call");
		set_kept(item, "clock", view_clock(v, c->c.rang));
		set_kept(item, "what", *c->title != '\0' ? c->title :
		    view_word(v, "L.command.no_ticket"));
		set_kept(item, "type", *c->c.type == '\0' ? view_code(v, "L.state",
		    state_code(c->c.state)) : view_code(v, "L.reason", c->c.type));
	}
}

/* --- the handlers ------------------------------------------------------------------------ */

static void
view_clock_of_wall(struct visit *v)
{
	struct civil	 c = when_civil(v->desk.now, v->desk.ref->zone);

	set_kept(v->vars, "clock", view_clock(v, v->desk.now));
	set_kept(v->vars, "day", view_word(v, arena_printf(v->req->arena, "L.weekday.d%d",
	    c.weekday)));
	set_kept(v->vars, "date", view_date(v, v->desk.now));
	set_int(v->vars, "second", c.hour * 3600 + c.minute * 60 + c.second);
}

enum rc
board_show(struct visit *v)
{
	struct board	 b;
	enum rc		 rc = see_board(&v->desk, &b);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.command.title");
	page_here(v, "komando");
	view_disasters(v);
	view_incidents(v, &b);
	view_late(v, &b);
	view_numbers(v, &b);
	view_agencies(v, &b);
	view_watches(v);
	view_hours(v, &b);
	view_calls(v, &b);
	view_bursts(v);
	view_phone_clock(v);
	view_carriers(v);
	view_clock_of_wall(v);
	set_int(v->vars, "pulse", b.version);
	set_kept(v->vars, "refresh", "15");
	return page_show(v, "board.cs");
}

enum rc
board_version(struct visit *v)
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
