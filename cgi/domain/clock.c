/* clock.c: limits: from an instant and minutes to the instant they end. */
#include "domain/clock.h"
#include "lib/when.h"

static int64_t
day_of(const struct calendar *c, int64_t at)
{
	int64_t	 local = at + (int64_t)c->zone * MINUTE;

	return local >= 0 ? local / DAY : (local - DAY + 1) / DAY;
}

static int64_t
start_of(const struct calendar *c, int64_t day)
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

/* Office minutes are used up day by day.  At most ten years: bad data ends, too. */
static int64_t
office_due(const struct calendar *c, int64_t from, int64_t minutes)
{
	int64_t	 left = minutes * MINUTE, day = day_of(c, from), last = day + 3660;
	int64_t	 open, close, start;

	for (; day < last; day++) {
		if (!clock_is_working_day(c, day))
			continue;
		open = start_of(c, day) + (int64_t)c->opens * MINUTE;
		close = start_of(c, day) + (int64_t)c->closes * MINUTE;
		start = from > open ? from : open;
		if (start >= close)
			continue;
		if (left <= close - start)
			return start + left;
		left -= close - start;
	}
	return start_of(c, last);
}

int64_t
clock_due(const struct calendar *c, int64_t from, int64_t minutes, bool office)
{
	if (minutes <= 0)
		return 0;
	return office ? office_due(c, from, minutes) : from + minutes * MINUTE;
}

int64_t
clock_due_days(const struct calendar *c, int64_t from, int64_t working_days)
{
	return office_due(c, from, working_days * (c->closes - c->opens));
}
