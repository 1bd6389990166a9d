/*
 * test_clocks_any.c: whatever happens, in whatever order, no clock is negative
 * or lost.  The orders are thousands, and the same ones in every run.
 */
#include "check.h"
#include "domain/clocks.h"
#include "lib/rc.h"
#include "lib/when.h"

enum { WIB = 420, ROUNDS = 1500, LONGEST = 20, WALKS = 1500, STEPS = 30 };

#define T0	INT64_C(1795055400000)	/* Thursday, 19 November 2026, 09.30 WIB */

static const int64_t		 holidays[] = { 20780, 20787 };
static const struct pause	 pauses[] = {
	{ T0 + DAY, T0 + 3 * DAY }, { T0 + 9 * DAY + HOUR, T0 + 9 * DAY + 2 * HOUR }
};
static const struct calendar	 office = { .zone = WIB, .opens = 8 * 60, .closes = 15 * 60 + 30,
	.holidays = holidays, .n = COUNT(holidays), .pauses = pauses, .npauses = COUNT(pauses) };
static const struct category	 hole = { .track = TRACK_COMPLAINT, .ack = 1350, .arrive = 900,
	.finish = 6300, .quiet = 2250, .office = true };

static uint64_t	 seed;

/* xorshift64: Marsaglia, Xorshift RNGs, 2003. */
static unsigned
any(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

/* Mostly something of the table, sometimes anything; the clock on the wall jumps back at times. */
static struct tick
anything(int64_t *at)
{
	size_t			 n;
	const struct clock_rule	*r = clock_table(&n) + any(40);
	struct tick		 t;

	clock_table(&n);
	if (any(4) > 0)
		r = clock_table(&n) + any((unsigned)n);
	*at += any(10) == 0 ? -(int64_t)any(3600) * SECOND : (int64_t)any(90) * HOUR / 4;
	t = (struct tick){ .at = *at, .life = r->life, .act = r->act, .after = r->after,
	    .before = (enum state)any(ST_COUNT), .words = any(6) == 0 };
	if (any(5) == 0) {
		t.life = (enum life)any(LIFE_COUNT);
		t.after = (enum state)any(ST_COUNT);
	}
	return t;
}

static void
whole(const struct reading *r, struct clock_limit limit)
{
	CHECK(r->used >= 0 && r->left >= 0 && r->over >= 0);
	CHECK(r->left == 0 || r->over == 0);
	if (r->state == CLOCK_NEVER)
		CHECK(r->used == 0 && r->due == 0);
	else if (limit.ms != 0)
		CHECK(r->used + r->left - r->over == limit.ms);
	if (r->state == CLOCK_RUNNING && limit.ms != 0)
		CHECK(r->due != 0 && r->due >= r->since);
}

/* What is left is what counts until it is due; a pause costs nothing, however long. */
static void
goes_on(enum clock clock, struct clock_limit limit, struct tick *t, size_t n, int64_t now,
    const struct reading *r)
{
	struct reading	 later;

	clock_read(clock, &office, limit, t, n, now + 5 * DAY, &later);
	CHECK(later.state == r->state);
	if (r->state == CLOCK_RUNNING) {
		CHECK(later.used >= r->used && later.due == r->due);
		if (r->left > 0)
			CHECK(clock_between(&office, now, r->due, limit.office) == r->left);
	} else {
		CHECK(later.used == r->used);
	}
}

static void
no_order_makes_a_clock_negative_or_lost(void **state)
{
	struct tick		 t[LONGEST];
	struct clock_limit	 limit;
	struct reading		 r;
	enum clock		 c;
	size_t			 i;
	int64_t			 at, last;
	bool			 began;
	int			 round;

	(void)state;
	seed = 112;
	for (round = 0; round < ROUNDS; round++) {
		c = (enum clock)(CLOCK_NONE + 1 + any(CLOCK_COUNT - 1));
		limit = clock_limit(c, &office, &hole);
		began = false;
		for (at = last = T0, i = 0; i < LONGEST; i++) {
			t[i] = anything(&at);
			last = at > last ? at : last;
			clock_read(c, &office, limit, t, i + 1, last, &r);
			whole(&r, limit);
			CHECK(!began || r.state != CLOCK_NEVER);
			/* no hour twice, though the clock on the wall went back */
			CHECK(r.used <= clock_between(&office, t[0].at, last, limit.office));
			began = r.state != CLOCK_NEVER;
			goes_on(c, limit, t, i + 1, last, &r);
		}
	}
}

/* Asked and answered as often as one likes: what is left of verifying stays. */
static void
a_question_takes_nothing_away(void **state)
{
	struct clock_limit	 limit = clock_limit(CLOCK_VERIFY, &office, &hole);
	struct tick		 t[LONGEST] = { { T0, LIFE_COMPLAINT, ACT_CREATE, ST_NONE,
		ST_RECEIVED, false, 0 } };
	struct reading		 r;
	int64_t			 at = T0, worked = 0, wait;
	size_t			 i;

	(void)state;
	seed = 7;
	for (i = 1; i + 1 < LONGEST; i += 2) {
		wait = (int64_t)any(60) * MINUTE;
		worked += clock_between(&office, at, at + wait, true);
		at += wait;
		t[i] = (struct tick){ at, LIFE_COMPLAINT, ACT_ASK, ST_RECEIVED, ST_NEEDS_INFO,
		    false, 0 };
		at += (int64_t)any(200) * HOUR;
		t[i + 1] = (struct tick){ at, LIFE_COMPLAINT, ACT_ANSWER, ST_NEEDS_INFO,
		    ST_RECEIVED, false, 0 };
		clock_read(CLOCK_VERIFY, &office, limit, t, i + 2, at, &r);
		CHECK(r.state == CLOCK_RUNNING && r.used == worked);
		CHECK(r.left == limit.ms - worked);
	}
}

/* --- along the table of moves: a ticket that is open never stands without a clock ---------- */

static const struct move *
some_move(enum life life, enum state from)
{
	size_t			 n, i, start;
	const struct move	*m = workflow_table(&n);

	for (start = any((unsigned)n), i = 0; i < n; i++)
		if (m[(start + i) % n].life == life && m[(start + i) % n].from == from)
			return &m[(start + i) % n];
	return NULL;
}

static void
stands(enum track track, enum clock c, const struct tick *t, size_t n, int64_t now)
{
	struct reading	 r;

	clock_read(c, &office, clock_limit(c, &office, &hole), t, n, now, &r);
	if (r.state != CLOCK_RUNNING || r.due == 0)
		print_error("%s of a ticket of track %d in %s\n", clock_code(c), track,
		    state_code(t[n - 1].after));
	CHECK(r.state == CLOCK_RUNNING && r.due != 0);
}

static void
walk(enum track track)
{
	enum life		 life = track == TRACK_EMERGENCY ? LIFE_EMERGENCY : LIFE_COMPLAINT;
	enum state		 s = track == TRACK_EMERGENCY ? ST_NEW : ST_RECEIVED;
	struct tick		 t[STEPS + 1] = { { T0, life, ACT_CREATE, ST_NONE, s, false, 0 } };
	const struct move	*m;
	bool			 verified = false;
	int64_t			 at = T0;
	size_t			 n = 1;

	while (n <= STEPS && (m = some_move(life, s)) != NULL) {
		at += (int64_t)any(300) * MINUTE;
		t[n++] = (struct tick){ at, life, m->act, s, m->to, any(3) == 0, 0 };
		s = m->to;
		verified |= s == ST_VERIFIED;
		if (clock_of(track, s) != CLOCK_NONE)
			stands(track, clock_of(track, s), t, n, at);
		if (!workflow_is_open(life, s))
			continue;
		CHECK(clock_of(track, s) != CLOCK_NONE || s == ST_SCHEDULED || s == ST_ON_HOLD);
		stands(track, CLOCK_SILENCE, t, n, at);
		if (verified && track == TRACK_COMPLAINT && s != ST_RECEIVED && s != ST_NEEDS_INFO)
			stands(track, CLOCK_CLASS, t, n, at);
	}
}

static void
what_is_open_has_a_clock(void **state)
{
	int	 i;

	(void)state;
	seed = 112112;
	for (i = 0; i < WALKS; i++) {
		walk(TRACK_EMERGENCY);
		walk(TRACK_COMPLAINT);
	}
}

/* --- the calendar -------------------------------------------------------------------------- */

/* As far as it was due, that far it is; office hours in a pause do not count. */
static void
due_and_between_agree(void **state)
{
	struct calendar	 plain = office;
	int64_t		 from, ms, due;
	int		 i;

	(void)state;
	seed = 1971;
	plain.npauses = 0;
	for (i = 0; i < 4000; i++) {
		from = T0 + (int64_t)any(30 * 24 * 60) * MINUTE - 10 * DAY;
		ms = (1 + (int64_t)any(9000)) * MINUTE;
		due = clock_due_ms(&office, from, ms, true);
		CHECK(due > from && clock_between(&office, from, due, true) == ms);
		CHECK(due >= clock_due_ms(&plain, from, ms, true));
		CHECK(clock_between(&office, from, due - MINUTE, true) <= ms);
	}
	CHECK(clock_between(&office, pauses[0].from, pauses[0].until, true) == 0);
	CHECK(clock_pause(&office, pauses[0].from) == &pauses[0]);
	CHECK(clock_pause(&office, pauses[0].until) == NULL);
	CHECK(clock_pause(&office, pauses[1].from) == &pauses[1]);
}

#define TEST(f)	cmocka_unit_test(f)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(no_order_makes_a_clock_negative_or_lost),
		TEST(a_question_takes_nothing_away),
		TEST(what_is_open_has_a_clock),
		TEST(due_and_between_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
