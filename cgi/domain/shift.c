/* shift.c: when the shift of now began. */
#include <ctype.h>
#include <stddef.h>

#include "domain/shift.h"
#include "lib/when.h"

enum { SHIFTS_MAX = 6 };

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

int64_t
shift_start(const char *starts, int64_t now, int zone)
{
	int64_t	 midnight = when_midnight(now, zone), last = midnight;
	int	 list[SHIFTS_MAX] = { 0 };
	size_t	 i, n = read_starts(starts, list);

	if (n == 0)
		n = read_starts(SHIFTS, list);
	for (i = 0; i < n; i++)		/* yesterday's last one goes on */
		last = midnight - DAY + list[i] * MINUTE;
	for (i = 0; i < n; i++)
		if (midnight + list[i] * MINUTE <= now)
			last = midnight + list[i] * MINUTE;
	return last;
}
