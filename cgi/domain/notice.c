/* notice.c: how people are told: by which channel, when, how often it is tried. */
#include <string.h>

#include "domain/notice.h"
#include "lib/rc.h"
#include "lib/when.h"

static const char *const	channels[CHANNEL_COUNT] = {
	[CHANNEL_NONE] = "", [CHANNEL_MAIL] = "mail", [CHANNEL_SMS] = "sms",
	[CHANNEL_WHATSAPP] = "whatsapp", [CHANNEL_PUSH] = "push",
};

static const char *const	notices[NOTICE_COUNT] = {
	[NOTICE_NONE] = "", [NOTICE_ALARM] = "alarm", [NOTICE_ESCALATE] = "escalate",
	[NOTICE_TASK] = "task", [NOTICE_TEST] = "test", [NOTICE_CODE] = "code",
};

const char *
channel_code(enum channel c)
{
	return c < CHANNEL_COUNT ? channels[c] : "";
}

enum channel
channel_of(const char *code)
{
	enum channel	 c;

	for (c = CHANNEL_NONE + 1; c < CHANNEL_COUNT; c++)
		if (strcmp(channels[c], code) == 0)
			return c;
	return CHANNEL_NONE;
}

const char *
notice_code(enum notice k)
{
	return k < NOTICE_COUNT ? notices[k] : "";
}

enum notice
notice_of(const char *code)
{
	enum notice	 k;

	for (k = NOTICE_NONE + 1; k < NOTICE_COUNT; k++)
		if (strcmp(notices[k], code) == 0)
			return k;
	return NOTICE_NONE;
}

bool
notice_wants(int64_t kinds, enum notice k)
{
	return (int)k > NOTICE_CHOSEN || (kinds >> k & 1) != 0;
}

/* --- when -------------------------------------------------------------------------------- */

/* The end of the rest that begins on the day of that midnight, or 0 where now is not in it. */
static int64_t
rest_of(const struct quiet *q, int64_t midnight, int weekday, int64_t now)
{
	int64_t	 from = midnight + q->from * MINUTE, until = midnight + q->until * MINUTE;

	if (q->until <= q->from)
		until += DAY;
	return (q->days >> weekday & 1) != 0 && now >= from && now < until ? until : 0;
}

int64_t
quiet_until(const struct quiet *q, int64_t now, int zone)
{
	int64_t	 midnight = when_midnight(now, zone), until;
	int	 weekday = when_civil(now, zone).weekday;

	if (q->from == q->until)
		return 0;
	until = rest_of(q, midnight, weekday, now);
	return until != 0 ? until : rest_of(q, midnight - DAY, (weekday + 6) % 7, now);
}

/* --- again ------------------------------------------------------------------------------- */

int64_t
notice_wait(int64_t tries, bool to_person, bool urgent, int64_t id)
{
	static const int64_t	 slow[NOTICE_TRIES - 1] = { 1 * MINUTE, 5 * MINUTE, 15 * MINUTE,
		60 * MINUTE, 180 * MINUTE, 360 * MINUTE, 720 * MINUTE };
	static const int64_t	 fast[NOTICE_TRIES - 1] = { 5 * SECOND, 15 * SECOND, 30 * SECOND,
		1 * MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE };
	int64_t			 wait;

	if (tries < 1 || tries >= NOTICE_TRIES)
		return 0;
	wait = urgent ? fast[tries - 1] : slow[tries - 1];
	if (to_person)		/* Fibonacci hashing: neighbours lie far apart */
		wait += wait / 8 * (int64_t)((uint64_t)id * 0x9e3779b97f4a7c15 >> 56) / 256;
	return wait;
}

/* --- a channel ----------------------------------------------------------------------------- */

void
carrier_went(struct carrier *c, int64_t now)
{
	c->ok = now;
	c->fails = 0;
	c->until = 0;
}

void
carrier_failed(struct carrier *c, int64_t now, bool busy)
{
	int64_t	 over = c->fails + 1 - CARRIER_RESTS, rest = 5 * SECOND;

	c->failed = now;
	c->fails++;
	if (!busy || over < 0)
		return;
	for (; over > 0 && rest < MINUTE; over--)
		rest *= 2;
	c->until = now + (rest < MINUTE ? rest : MINUTE);
}

enum ill
carrier_ill(const struct carrier *c, int64_t oldest, int64_t now)
{
	if (c->fails >= CARRIER_SICK)
		return ILL_FAILS;
	return oldest != 0 && now - oldest > URGENT_LATE ? ILL_LATE : ILL_NOT;
}
