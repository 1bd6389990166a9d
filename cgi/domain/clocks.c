/* clocks.c: how a clock stands, from what happened. */
#include "domain/clocks.h"
#include "domain/subject.h"
#include "lib/rc.h"
#include "lib/when.h"

static bool
is_ticket(enum life l)
{
	return l == LIFE_EMERGENCY || l == LIFE_COMPLAINT;
}

/* What ends a ticket or a call ends its clocks, but for those that begin with it. */
static bool
is_end(const struct tick *t)
{
	return (is_ticket(t->life) || t->life == LIFE_CALL) && t->after != ST_NONE &&
	    !workflow_is_open(t->life, t->after);
}

static bool
fits(const struct clock_rule *r, const struct tick *t)
{
	if (r->words)
		return t->words && !is_end(t);
	if (r->life != t->life || (r->after != ST_NONE && r->after != t->after))
		return false;
	return r->act == ACT_NONE ? t->before != t->after : r->act == t->act;
}

static enum clock_step
step_of(enum clock clock, const struct tick *t)
{
	size_t			 i, n;
	const struct clock_rule	*r = clock_table(&n);

	for (i = 0; i < n; i++)
		if (r[i].clock == clock && fits(&r[i], t))
			return r[i].does;
	return is_end(t) ? STEP_STOP : STEP_NONE;
}

/* A clock while it is read. */
struct wheel {
	const struct calendar	*cal;
	bool			 office;
	enum clock_state	 state;
	int64_t			 from;		/* it counts since then, while running */
	int64_t			 used;		/* before that */
	int64_t			 since;		/* from nothing since then */
	int64_t			 lap, lapped;	/* when it last began to run, with what used */
};

static void
halt(struct wheel *w, int64_t at, enum clock_state to)
{
	if (w->state == CLOCK_RUNNING)
		w->used += clock_between(w->cal, w->from, at, w->office);
	w->from = at;
	w->state = to;
}

static void
go(struct wheel *w, int64_t at, bool anew)
{
	if (anew)
		w->used = 0;
	if (anew || w->state == CLOCK_NEVER)
		w->since = at;
	w->from = w->lap = at;
	w->lapped = w->used;
	w->state = CLOCK_RUNNING;
}

static void
turn(struct wheel *w, enum clock_step step, int64_t at)
{
	bool	 going = w->state == CLOCK_RUNNING || w->state == CLOCK_PAUSED;

	switch (step) {
	case STEP_NONE:
		break;
	case STEP_START:
		if (!going)
			go(w, at, true);
		break;
	case STEP_RESTART:
		go(w, at, true);
		break;
	case STEP_RESUME:
		if (w->state != CLOCK_RUNNING)
			go(w, at, false);
		break;
	case STEP_PAUSE:
		if (w->state == CLOCK_RUNNING)
			halt(w, at, CLOCK_PAUSED);
		break;
	case STEP_STOP:
		if (going)
			halt(w, at, CLOCK_STOPPED);
		break;
	}
}

/* Where it ends, or would have: from its last start, with what was left then. */
static int64_t
due_of(const struct wheel *w, int64_t limit)
{
	if (limit == 0 || (w->state != CLOCK_RUNNING && w->state != CLOCK_STOPPED))
		return 0;
	return clock_due_ms(w->cal, w->lap, limit - w->lapped, w->office);
}

void
clock_read(enum clock clock, const struct calendar *cal, struct clock_limit limit,
    const struct tick *ticks, size_t n, int64_t now, struct reading *out)
{
	struct wheel	 w = { .cal = cal, .office = limit.office };
	int64_t		 at = n > 0 ? ticks[0].at : now;
	size_t		 i;

	for (i = 0; i < n; i++) {
		at = ticks[i].at > at ? ticks[i].at : at;
		turn(&w, step_of(clock, &ticks[i]), at);
	}
	now = now > at ? now : at;
	*out = (struct reading){ .state = w.state, .since = w.since };
	out->used = w.used + (w.state == CLOCK_RUNNING ?
	    clock_between(cal, w.from, now, w.office) : 0);
	out->due = due_of(&w, limit.ms);
	if (limit.ms != 0 && w.state != CLOCK_NEVER) {
		out->left = out->used < limit.ms ? limit.ms - out->used : 0;
		out->over = out->used > limit.ms ? out->used - limit.ms : 0;
	}
}

/* --- limits -------------------------------------------------------------------------- */

static struct clock_limit
days(const struct calendar *c, int64_t n)
{
	return (struct clock_limit){ n * (c->closes - c->opens) * MINUTE, true };
}

static struct clock_limit
minutes(const struct category *c, int64_t n)
{
	return (struct clock_limit){ n * MINUTE, c->office };
}

int64_t
clock_class(const struct calendar *cal, const struct category *c)
{
	static const int64_t	 classes[] = { 5, 14, 60 };
	int64_t			 day = c->office ? cal->closes - cal->opens : DAY / MINUTE;
	size_t			 i;

	for (i = 0; i + 1 < COUNT(classes) && c->finish > classes[i] * day; i++)
		;
	return c->finish == 0 ? classes[COUNT(classes) - 1] : classes[i];
}

/* The city may promise less than its class allows, not more. */
static struct clock_limit
class_limit(const struct calendar *cal, const struct category *c)
{
	struct clock_limit	 law = days(cal, clock_class(cal, c)), own = minutes(c, c->finish);

	return own.ms != 0 && (!own.office || own.ms < law.ms) ? own : law;
}

struct clock_limit
clock_limit(enum clock clock, const struct calendar *cal, const struct category *c)
{
	switch (clock) {
	case CLOCK_ANSWER:
		return (struct clock_limit){ 15 * SECOND, false };	/* NENA-STA-020: 90 % */
	case CLOCK_PROCESS:
		return (struct clock_limit){ 60 * SECOND, false };	/* NFPA 1225: 90 % */
	case CLOCK_ACCEPT:
		return minutes(c, c->ack);
	case CLOCK_ARRIVE:
		return minutes(c, c->arrive);
	case CLOCK_FINISH:
		return minutes(c, c->finish);
	case CLOCK_SILENCE:
		return minutes(c, c->quiet);
	case CLOCK_CLASS:
		return class_limit(cal, c);
	case CLOCK_VERIFY:
		return days(cal, VERIFY_DAYS);
	case CLOCK_SORT:
		return days(cal, SORT_DAYS);
	case CLOCK_FOLLOW_UP:
		return days(cal, FOLLOW_UP_DAYS);
	case CLOCK_REPLY:
		return days(cal, SILENCE_DAYS);
	case CLOCK_CHECK:
		return days(cal, CHECK_DAYS);
	case CLOCK_DISPUTE:
		return days(cal, DISPUTE_DAYS);
	case CLOCK_SUBJECT:
	case CLOCK_BREACH:
		return (struct clock_limit){ PRIVACY_LIMIT, false };
	case CLOCK_NONE:
	case CLOCK_COUNT:
		break;
	}
	return (struct clock_limit){ 0, false };
}

struct calendar
clock_calendar(const struct ref *ref, const struct category *c)
{
	struct calendar	 cal = ref->calendar;

	if (c != NULL && c->track == TRACK_EMERGENCY)
		cal.npauses = 0;
	return cal;
}

int64_t
clock_from(enum clock clock, const struct ref *ref, const struct category *c, int64_t at)
{
	struct calendar		 cal = clock_calendar(ref, c);
	struct clock_limit	 limit = clock_limit(clock, &cal, c);

	return limit.ms == 0 ? 0 : clock_due_ms(&cal, at, limit.ms, limit.office);
}
