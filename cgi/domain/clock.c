/* clock.c: the city's calendar: from an instant and a limit to the instant it ends. */
#include "domain/clock.h"
#include "lib/when.h"

enum { TEN_YEARS = 3660 };	/* days */

int64_t
clock_day(const struct calendar *c, int64_t at)
{
	int64_t	 local = at + (int64_t)c->zone * MINUTE;

	return local >= 0 ? local / DAY : (local - DAY + 1) / DAY;
}

int64_t
clock_day_start(const struct calendar *c, int64_t day)
{
	return day * DAY - (int64_t)c->zone * MINUTE;
}

static bool
is_holiday(const struct calendar *c, int64_t day)
{
	size_t	 low = 0, high = c->n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (c->holidays[mid] == day)
			return true;
		if (c->holidays[mid] < day)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

bool
clock_is_working_day(const struct calendar *c, int64_t day)
{
	int64_t	 weekday = (day + 4) % 7;	/* 1970-01-01 was a Thursday; 0 is Sunday */

	return weekday >= 1 && weekday <= 5 && !is_holiday(c, day);
}

const struct pause *
clock_pause(const struct calendar *c, int64_t at)
{
	size_t	 i;

	for (i = 0; i < c->npauses && c->pauses[i].from <= at; i++)
		if (at < c->pauses[i].until)
			return &c->pauses[i];
	return NULL;
}

/* From at on: the next stretch before close in which office hours count; false: none. */
static bool
next_stretch(const struct calendar *c, int64_t at, int64_t close, struct pause *out)
{
	size_t	 i;

	out->until = close;
	for (i = 0; i < c->npauses && at < close; i++) {
		if (c->pauses[i].until <= at)
			continue;
		if (c->pauses[i].from > at) {
			out->until = c->pauses[i].from < close ? c->pauses[i].from : close;
			break;
		}
		at = c->pauses[i].until;
	}
	out->from = at;
	return at < close;
}

/*
 * Office hours, stretch by stretch, until ms are used up or `to` is reached.
 * Returns how much was used; *end is where it came to.
 */
static int64_t
walk(const struct calendar *c, int64_t from, int64_t to, int64_t ms, int64_t *end)
{
	int64_t		 used = 0, day = clock_day(c, from), last = day + TEN_YEARS, open, close;
	struct pause	 s;

	for (; day < last; day++) {
		open = clock_day_start(c, day) + (int64_t)c->opens * MINUTE;
		close = clock_day_start(c, day) + (int64_t)c->closes * MINUTE;
		if (open >= to)
			break;
		if (!clock_is_working_day(c, day))
			continue;
		s.until = from > open ? from : open;
		close = close < to ? close : to;
		while (next_stretch(c, s.until, close, &s)) {
			if (ms - used <= s.until - s.from) {
				*end = s.from + (ms - used);
				return ms;
			}
			used += s.until - s.from;
		}
	}
	*end = day == last ? clock_day_start(c, last) : to;
	return used;
}

int64_t
clock_due_ms(const struct calendar *c, int64_t from, int64_t ms, bool office)
{
	int64_t	 end;

	if (ms <= 0)
		return from;
	if (!office)
		return from + ms;
	walk(c, from, INT64_MAX, ms, &end);
	return end;
}

int64_t
clock_between(const struct calendar *c, int64_t from, int64_t to, bool office)
{
	int64_t	 end;

	if (to <= from)
		return 0;
	return office ? walk(c, from, to, INT64_MAX, &end) : to - from;
}

int64_t
clock_due(const struct calendar *c, int64_t from, int64_t minutes, bool office)
{
	return minutes <= 0 ? 0 : clock_due_ms(c, from, minutes * MINUTE, office);
}

int64_t
clock_due_days(const struct calendar *c, int64_t from, int64_t working_days)
{
	return clock_due_ms(c, from, working_days * (c->closes - c->opens) * MINUTE, true);
}
