/* nuisance.c: a number that calls for nothing, again and again. */
#include <math.h>
#include <string.h>

#include "domain/nuisance.h"
#include "lib/when.h"

static double
weight_of(const char *type)
{
	return strcmp(type, "prank") == 0 ? 100 : strcmp(type, "ghost") == 0 ? 50 : 0;
}

static bool
is_real(const char *type)
{
	return strcmp(type, "emergency") == 0 || strcmp(type, "complaint") == 0;
}

/* Those since the last real incident that are not forgotten. */
static size_t
counted(const struct past_call *calls, size_t n, int64_t now, int64_t days)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (is_real(calls[i].type) ||
		    now - calls[i].rang >= NUISANCE_FORGOTTEN * days * DAY)
			break;
	return i;
}

int64_t
nuisance_score(const struct past_call *calls, size_t n, int64_t now, int64_t days)
{
	size_t	 i, end = counted(calls, n, now, days);
	double	 sum = 0, age;

	for (i = 0; i < end; i++) {
		age = now > calls[i].rang ? (double)(now - calls[i].rang) : 0;
		sum += weight_of(calls[i].type) * exp2(-age / (double)(days * DAY));
	}
	return llround(sum);
}

bool
nuisance_asks(int64_t score)
{
	return score >= NUISANCE_ASKS;
}

int64_t
nuisance_calls(const struct past_call *calls, size_t n, int64_t now, int64_t days)
{
	size_t	 i, end = counted(calls, n, now, days);
	int64_t	 found = 0;

	for (i = 0; i < end; i++)
		found += weight_of(calls[i].type) > 0;
	return found;
}
