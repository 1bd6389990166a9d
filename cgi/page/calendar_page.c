/* calendar_page.c: the holidays of a year: looked at, added, removed. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/calendar_action.h"
#include "lib/when.h"
#include "page/account_view.h"
#include "page/calendar_page.h"
#include "page/view.h"

enum { FIRST_YEAR = 2000, LAST_YEAR = 2099 };

struct day_off {
	const char	*day, *name, *source;
	int64_t		 kind;
};

static const struct choice kinds[] = {
	{ 1, "L.calendar.kind.national" }, { 2, "L.calendar.kind.joint" },
	{ 3, "L.calendar.kind.local" }, { 0, NULL }
};

static const struct field fields[] = {
	TEXT(struct day_off, day, "L.calendar.day", .required = true, .max = 10),
	TEXT(struct day_off, name, "L.calendar.name", .required = true, .max = HOLIDAY_TEXT),
	PICK(struct day_off, kind, "L.calendar.kind_of", .required = true, .choices = kinds),
	TEXT(struct day_off, source, "L.calendar.source", .required = true, .max = HOLIDAY_TEXT,
	    .hint = "L.calendar.source_hint"),
};

static int
this_year(const struct visit *v)
{
	return when_civil(v->desk.now, v->desk.ref->zone).year;
}

/* "?tahun=2027"; anything else is this year. */
static int
year_of(const struct visit *v)
{
	const char	*text = pairs_get(&v->req->query, "tahun");
	long		 year;

	if (text == NULL || strlen(text) != 4 || strspn(text, "0123456789") != 4)
		return this_year(v);
	year = strtol(text, NULL, 10);
	return year < FIRST_YEAR || year > LAST_YEAR ? this_year(v) : (int)year;
}

/* In the words of the catalogue; what somebody wrote otherwise stays as it is. */
static const char *
kind_word(const struct visit *v, const char *kind)
{
	size_t	 i;

	for (i = 0; holiday_kinds[i] != NULL; i++)
		if (strcmp(holiday_kinds[i], kind) == 0)
			return view_word(v, kinds[i].label);
	return kind;
}

/* rows.N.{date,weekday,iso,name,kind,source,weekend} */
static void
view_day(struct visit *v, const struct holiday *h)
{
	const struct calendar	*cal = &v->desk.ref->calendar;
	struct vars		*row = vars_item(v->vars, "rows");
	int64_t			 at = clock_day_start(cal, h->day);
	int			 weekday = when_civil(at, cal->zone).weekday;

	set_kept(row, "date", view_date(v, at));
	set_kept(row, "weekday", view_word(v, arena_printf(v->req->arena, "L.weekday.d%d",
	    weekday)));
	set_kept(row, "iso", when_day(v->req->arena, at, cal->zone));
	set_kept(row, "name", h->name);
	set_kept(row, "kind", kind_word(v, h->kind));
	set_kept(row, "source", h->source);
	set_flag(row, "weekend", weekday == 0 || weekday == 6);
}

static enum rc
show(struct visit *v, struct form *form, int year)
{
	struct holiday	 list[HOLIDAYS_MAX];
	size_t		 i, n;
	enum rc		 rc = see_holidays(&v->desk, year, list, &n);

	if (rc != RC_OK)
		return rc;
	page_title(v, "L.calendar.title");
	page_here(v, "kalender");
	view_admin_menu(v, "kalender");
	page_form(v, form);
	for (i = 0; i < n; i++)
		view_day(v, &list[i]);
	set_int(v->vars, "count", (int64_t)n);
	set_int(v->vars, "year", year);
	if (year > FIRST_YEAR)
		set_int(v->vars, "before", year - 1);
	if (year < LAST_YEAR)
		set_int(v->vars, "after", year + 1);
	view_suspensions(v);
	return page_show(v, "calendar.cs");
}

enum rc
calendar_show(struct visit *v)
{
	struct form	 form;

	form_blank(&form, v->req->arena, fields, COUNT(fields));
	return show(v, &form, year_of(v));
}

static void
back_to(struct visit *v, int64_t day)
{
	http_redirect(v->req, "/kalender?tahun=%d", when_civil(day * DAY, 0).year);
}

/* Days of the calendar are civil days: as if all the world were at Greenwich. */
static bool
read_day(const char *text, int64_t *day)
{
	int64_t	 at;

	if (strlen(text) != 10 || when_read(text, 0, &at) != RC_OK)
		return false;
	*day = at / DAY;
	return true;
}

enum rc
calendar_add(struct visit *v)
{
	struct day_off	 in;
	struct form	 form;
	struct holiday	 h = { 0 };
	enum rc		 rc = form_read(&form, v->req->arena, fields, COUNT(fields),
			    &v->req->sent, &in);

	if (*in.day != '\0' && (!read_day(in.day, &h.day) ||
	    h.day < when_instant(&(struct civil){ FIRST_YEAR, 1, 1, 0, 0, 0, 0 }, 0) / DAY ||
	    h.day >= when_instant(&(struct civil){ LAST_YEAR + 1, 1, 1, 0, 0, 0, 0 }, 0) / DAY))
		form_fault(&form, "day", "L.calendar.fault.day");
	if (form_ok(&form)) {
		h.name = in.name;
		h.source = in.source;
		h.kind = holiday_kinds[in.kind - 1];
		rc = holiday_enter(&v->desk, &h);
	}
	if (rc == RC_CONFLICT)
		form.notice = view_word(v, "L.calendar.fault.there");
	if (page_again(v, &form, rc))
		return show(v, &form, year_of(v));
	if (rc == RC_OK)
		back_to(v, h.day);
	return rc;
}

enum rc
calendar_drop(struct visit *v)
{
	int64_t	 day;
	enum rc	 rc;

	if (!read_day(v->arg, &day))
		return RC_NOTFOUND;
	if ((rc = holiday_drop(&v->desk, day)) == RC_OK)
		back_to(v, day);
	return rc;
}
