/* throttle.c: failed tries cost time, more with each. */
#include "domain/throttle.h"

/* A clock that was set back makes nobody wait longer than the longest. */
int64_t
throttle_wait(const struct throttle *t, const struct budget *b, int64_t now)
{
	int64_t	 wait = t->until - now;

	return wait <= 0 ? 0 : wait < b->longest ? wait : b->longest;
}

static int64_t
delay(const struct budget *b, int64_t over)
{
	int64_t	 ms = b->first;

	while (--over > 0 && ms < b->longest)
		ms *= 2;
	return ms < b->longest ? ms : b->longest;
}

void
throttle_miss(struct throttle *t, const struct budget *b, int64_t now)
{
	if (now - t->last > b->forget)
		t->fails = 0;
	t->fails++;
	t->last = now;
	t->until = t->fails > b->free ? now + delay(b, t->fails - b->free) : 0;
}
