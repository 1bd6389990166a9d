/* calendar_action.c: days and hours that do not count: holidays, suspensions. */
#include <inttypes.h>
#include <string.h>

#include "action/calendar_action.h"
#include "action/clock_core.h"
#include "lib/json.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/calendar_store.h"
#include "store/event_store.h"
#include "store/init_store.h"

const char *const	holiday_kinds[] = { "nasional", "cuti bersama", "daerah", NULL };

static enum rc
tell(const struct desk *d, const struct event *what)
{
	struct event	 e = *what;

	e.at = d->now;
	e.who = d->who;
	e.note = e.note == NULL ? "" : e.note;
	return event_add(d->db, d->arena, &e);
}

/* --- holidays ---------------------------------------------------------------------------- */

static int64_t
first_day(int year)
{
	return when_instant(&(struct civil){ .year = year, .month = 1, .day = 1 }, 0) / DAY;
}

enum rc
see_holidays(const struct desk *d, int year, struct holiday *list, size_t *n)
{
	*n = 0;
	if (!role_may(d->who.role, MAY_REFDATA))
		return RC_FORBIDDEN;
	return holiday_list(d->db, d->arena, first_day(year), first_day(year + 1), list, n,
	    HOLIDAYS_MAX);
}

static bool
is_kind(const char *kind)
{
	const char *const	*k;

	for (k = holiday_kinds; *k != NULL; k++)
		if (strcmp(*k, kind) == 0)
			return true;
	return false;
}

/* {"what":"add","day":"2026-12-25","name":"...","kind":"...","source":"..."} */
static enum rc
tell_holiday(const struct desk *d, const struct holiday *h, const char *what)
{
	const struct { const char *name, *value; } all[] = {
		{ "what", what }, { "day", when_day(d->arena, h->day * DAY, 0) },
		{ "name", h->name }, { "kind", h->kind }, { "source", h->source },
	};
	struct buf	 b = { 0 };
	size_t		 i;
	const char	*data;

	for (i = 0; i < COUNT(all); i++) {
		buf_text(&b, i == 0 ? "{" : ",");
		json_put_text(&b, all[i].name);
		buf_text(&b, ":");
		json_put_text(&b, all[i].value);
	}
	buf_text(&b, "}");
	data = arena_text(d->arena, b.data);
	buf_free(&b);
	return tell(d, &(struct event){ .object = h->day, .act = ACT_CALENDAR, .data = data });
}

static enum rc
enter(const struct desk *d, const struct holiday *h)
{
	struct holiday	 old;
	enum rc		 rc = holiday_of(d->db, d->arena, h->day, &old);

	if (rc != RC_NOTFOUND)
		return rc == RC_OK ? RC_CONFLICT : rc;
	if ((rc = holiday_put(d->db, h)) != RC_OK || (rc = tell_holiday(d, h, "add")) != RC_OK)
		return rc;
	return clocks_calendar(d);
}

enum rc
holiday_enter(const struct desk *d, const struct holiday *h)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_REFDATA))
		return RC_FORBIDDEN;
	if (*h->name == '\0' || text_length(h->name) > HOLIDAY_TEXT || !is_kind(h->kind) ||
	    *h->source == '\0' || h->day < first_day(2000) || h->day >= first_day(2100))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, enter(d, h));
}

static enum rc
drop(const struct desk *d, int64_t day)
{
	struct holiday	 old;
	enum rc		 rc;

	if ((rc = holiday_of(d->db, d->arena, day, &old)) != RC_OK ||
	    (rc = holiday_remove(d->db, day)) != RC_OK ||
	    (rc = tell_holiday(d, &old, "remove")) != RC_OK)
		return rc;
	return clocks_calendar(d);
}

enum rc
holiday_drop(const struct desk *d, int64_t day)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_REFDATA))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, drop(d, day));
}

/* --- suspensions ---------------------------------------------------------------------------- */

static enum rc
find(const struct desk *d, struct suspension_view *v)
{
	enum rc	 rc = suspension_list(d->db, d->arena, v->list, &v->n, SUSPENSIONS_SHOWN);

	v->number = v->title = "";
	v->disaster = 0;
	v->now = v->n > 0 && v->list[0].from <= d->now && d->now < v->list[0].until ?
	    &v->list[0] : NULL;
	if (rc == RC_OK)
		rc = disaster_in_force(d->db, d->arena, &v->disaster, &v->number, &v->title);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
see_suspensions(const struct desk *d, struct suspension_view *v)
{
	*v = (struct suspension_view){ 0 };
	if (!role_may(d->who.role, MAY_REFDATA) && !role_may(d->who.role, MAY_LEAD_DESK))
		return RC_FORBIDDEN;
	v->may = role_may(d->who.role, MAY_LEAD_DESK);
	return find(d, v);
}

static enum rc
suspend(const struct desk *d, int64_t until, const char *reason)
{
	struct suspension	 s = { .from = d->now, .until = until, .reason = reason,
		.account = d->who.id };
	struct suspension_view	 v = { 0 };
	enum rc			 rc = find(d, &v);

	if (rc != RC_OK || v.disaster == 0 || v.now != NULL)
		return rc != RC_OK ? rc : v.disaster == 0 ? RC_FORBIDDEN : RC_CONFLICT;
	s.disaster = v.disaster;
	if ((rc = suspension_add(d->db, &s)) != RC_OK ||
	    (rc = tell(d, &(struct event){ .ticket = s.disaster, .object = s.id,
	    .act = ACT_SUSPEND, .note = reason, .data = arena_printf(d->arena,
	    "{\"from\":%" PRId64 ",\"until\":%" PRId64 "}", s.from, s.until) })) != RC_OK)
		return rc;
	return clocks_calendar(d);
}

enum rc
clocks_suspend(const struct desk *d, int64_t until, const char *reason)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_LEAD_DESK))
		return RC_FORBIDDEN;
	if (*reason == '\0' || text_length(reason) > SUSPENSION_TEXT || until <= d->now ||
	    until > d->now + SUSPENSION_DAYS * DAY)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, suspend(d, until, reason));
}

/* What was suspended until now stays so: limits move by that much. */
static enum rc
lift(const struct desk *d, const char *note)
{
	struct suspension_view	 v = { 0 };
	enum rc			 rc = find(d, &v);

	if (rc != RC_OK || v.now == NULL)
		return rc == RC_OK ? RC_CONFLICT : rc;
	if ((rc = suspension_end(d->db, v.now->id, d->now, d->now)) != RC_OK ||
	    (rc = tell(d, &(struct event){ .ticket = v.now->disaster, .object = v.now->id,
	    .act = ACT_LIFT, .note = note, .data = arena_printf(d->arena,
	    "{\"from\":%" PRId64 ",\"old\":%" PRId64 ",\"new\":%" PRId64 "}", v.now->from,
	    v.now->until, d->now) })) != RC_OK)
		return rc;
	return clocks_calendar(d);
}

enum rc
clocks_lift(const struct desk *d, const char *note)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_LEAD_DESK))
		return RC_FORBIDDEN;
	if (text_length(note) > SUSPENSION_TEXT)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, lift(d, note));
}
