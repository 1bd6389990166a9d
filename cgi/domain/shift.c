/* shift.c: when shifts begin. */
#include <ctype.h>
#include <stddef.h>

#include "domain/shift.h"
#include "lib/when.h"

/* Two digits, or -1. */
static int
two(const char *s)
{
	return isdigit((unsigned char)s[0]) && isdigit((unsigned char)s[1]) ?
	    (s[0] - '0') * 10 + s[1] - '0' : -1;
}

/* Minutes of the day; how many, 0: they are no good. */
static size_t
read_starts(const char *s, int out[SHIFTS_MAX])
{
	size_t	 n = 0;
	int	 hour, minute;

	for (; *s != '\0'; s += *s == ' ') {
		if (n == SHIFTS_MAX || (hour = two(s)) < 0 || hour > 23 ||
		    (s[2] != '.' && s[2] != ':') || (minute = two(s + 3)) < 0 || minute > 59 ||
		    (s[5] != ' ' && s[5] != '\0'))
			return 0;
		out[n] = hour * 60 + minute;
		if (n > 0 && out[n] <= out[n - 1])
			return 0;
		n++;
		s += 5;
	}
	return n;
}

bool
shift_is_good(const char *starts)
{
	int	 list[SHIFTS_MAX];

	return read_starts(starts, list) > 0;
}

size_t
shift_day(const char *starts, int64_t midnight, int64_t out[SHIFTS_MAX + 1])
{
	int	 list[SHIFTS_MAX] = { 0 };
	size_t	 i, n = read_starts(starts, list);

	if (n == 0)
		n = read_starts(SHIFTS, list);
	for (i = 0; i < n; i++)
		out[i] = midnight + list[i] * MINUTE;
	out[n] = midnight + DAY + list[0] * MINUTE;
	return n;
}

int64_t
shift_start(const char *starts, int64_t now, int zone)
{
	int64_t	 day[SHIFTS_MAX + 1], last;
	size_t	 i, n = shift_day(starts, when_midnight(now, zone), day);

	last = day[n - 1] - DAY;	/* yesterday's last one goes on */
	for (i = 0; i < n; i++)
		if (day[i] <= now)
			last = day[i];
	return last;
}

int64_t
shift_end(const char *starts, int64_t now, int zone)
{
	int64_t	 day[SHIFTS_MAX + 1];
	size_t	 i, n = shift_day(starts, when_midnight(now, zone), day);

	for (i = 0; i < n && day[i] <= now; i++)
		;
	return day[i];
}
