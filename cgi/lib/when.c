/*
 * when.c: civil time.
 *
 * Days to dates and back after Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms": years that begin in March, in eras of 400 years.
 */
#include <stdbool.h>

#include "lib/when.h"

enum { ERA_DAYS = 146097, EPOCH_SHIFT = 719468 };	/* from 0000-03-01 to 1970-01-01 */

/* Splits an instant into the civil day and the milliseconds into it. */
static int64_t
split(int64_t at, int zone, int64_t *into_day)
{
	int64_t	 day = at / DAY, ms = at % DAY + (int64_t)zone * MINUTE;

	day += ms / DAY;
	ms %= DAY;
	if (ms < 0) {
		ms += DAY;
		day--;
	}
	*into_day = ms;
	return day;
}

static void
date_of(int64_t day, struct civil *c)
{
	int64_t	 z = day + EPOCH_SHIFT;
	int64_t	 era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
	int64_t	 doe = z - era * ERA_DAYS;
	int64_t	 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t	 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t	 mp = (5 * doy + 2) / 153;

	c->day = (int)(doy - (153 * mp + 2) / 5 + 1);
	c->month = (int)(mp < 10 ? mp + 3 : mp - 9);
	c->year = (int)(yoe + era * 400 + (c->month <= 2));
	c->weekday = (int)((day % 7 + 11) % 7);		/* day 0 was a Thursday */
}

static int64_t
day_of(int64_t year, int64_t month, int64_t day)
{
	int64_t	 y = year - (month <= 2);
	int64_t	 era = (y >= 0 ? y : y - 399) / 400;
	int64_t	 yoe = y - era * 400;
	int64_t	 doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return era * ERA_DAYS + yoe * 365 + yoe / 4 - yoe / 100 + doy - EPOCH_SHIFT;
}

struct civil
when_civil(int64_t at, int zone)
{
	struct civil	 c = { 0 };
	int64_t		 ms;

	date_of(split(at, zone, &ms), &c);
	c.hour = (int)(ms / HOUR);
	c.minute = (int)(ms / MINUTE % 60);
	c.second = (int)(ms / SECOND % 60);
	return c;
}

int64_t
when_instant(const struct civil *c, int zone)
{
	return day_of(c->year, c->month, c->day) * DAY + (int64_t)c->hour * HOUR +
	    ((int64_t)c->minute - zone) * MINUTE + (int64_t)c->second * SECOND;
}

int64_t
when_midnight(int64_t at, int zone)
{
	int64_t	 ms;

	return split(at, zone, &ms) * DAY - (int64_t)zone * MINUTE;
}

char *
when_iso(struct arena *a, int64_t at)
{
	struct civil	 c = when_civil(at, 0);

	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ",
	    c.year, c.month, c.day, c.hour, c.minute, c.second);
}

char *
when_day(struct arena *a, int64_t at, int zone)
{
	struct civil	 c = when_civil(at, zone);

	return arena_printf(a, "%04d-%02d-%02d", c.year, c.month, c.day);
}

char *
when_clock(struct arena *a, int64_t at, int zone)
{
	struct civil	 c = when_civil(at, zone);

	return arena_printf(a, "%02d.%02d", c.hour, c.minute);
}

char *
when_clock_s(struct arena *a, int64_t at, int zone)
{
	struct civil	 c = when_civil(at, zone);

	return arena_printf(a, "%02d.%02d.%02d", c.hour, c.minute, c.second);
}

/* Follows a pattern of 'd' for digits and itself for the rest; NULL where text differs. */
static const char *
follow(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; pattern++, text++)
		if (*pattern == 'd' ? *text < '0' || *text > '9' : *text != *pattern)
			return NULL;
	return text;
}

static int
digits(const char *text, int n)
{
	int	 value = 0;

	while (n-- > 0)
		value = value * 10 + (*text++ - '0');
	return value;
}

static bool
same_day(const struct civil *a, const struct civil *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}

enum rc
when_read(const char *text, int zone, int64_t *at)
{
	struct civil	 c = { 0 }, back;
	const char	*rest = follow(text, "dddd-dd-dd");

	if (rest == NULL)
		return RC_INPUT;
	c.year = digits(text, 4);
	c.month = digits(text + 5, 2);
	c.day = digits(text + 8, 2);
	if (*rest != '\0') {
		if ((rest = follow(rest, "Tdd:dd")) == NULL || *rest != '\0')
			return RC_INPUT;
		c.hour = digits(text + 11, 2);
		c.minute = digits(text + 14, 2);
	}
	if (c.month < 1 || c.month > 12 || c.hour > 23 || c.minute > 59)
		return RC_INPUT;
	*at = when_instant(&c, zone);
	back = when_civil(*at, zone);		/* 30 February comes back as 1 or 2 March */
	return same_day(&c, &back) ? RC_OK : RC_INPUT;
}
