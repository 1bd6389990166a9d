/*
 * words_search.c: how long the call desk waits for a category out of words, and for near tickets.
 *
 * usage: words_search STORE KEY N LAST   N questions of each kind.  First the store
 * learns WORDS words, each in a dozen categories, as years of tickets would have
 * left them.  Nothing is asserted; wanted: 10 ms.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "action/ref_action.h"
#include "action/see_action.h"
#include "action/words_action.h"
#include "lib/when.h"
#include "store/ticket_store.h"

enum { WORDS = 40000, LEARNT_IN = 12, TYPED = 8, TICKETS = 400 };

static uint64_t	 state = 112;

static size_t
chance(size_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return n == 0 ? 0 : (size_t)(state >> 33) % n;
}

static int64_t
microseconds(clockid_t clock)
{
	struct timespec	 t;

	clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int
by_time(const void *x, const void *y)
{
	int64_t	 a = *(const int64_t *)x, b = *(const int64_t *)y;

	return (a > b) - (a < b);
}

/* By the clock, and by the processor alone: others may be at work beside us. */
static void
say(const char *what, int64_t *spent, int64_t *cpu, size_t n, size_t found)
{
	qsort(spent, n, sizeof(*spent), by_time);
	qsort(cpu, n, sizeof(*cpu), by_time);
	printf("%-22s %6zu  p50 %6.2f ms  p99 %6.2f ms  (cpu %5.2f, %5.2f)  %.1f found\n", what,
	    n, (double)spent[n / 2] / 1e3, (double)spent[n * 99 / 100] / 1e3,
	    (double)cpu[n / 2] / 1e3, (double)cpu[n * 99 / 100] / 1e3, (double)found / (double)n);
}

/* A word of letters only: the n-th. */
static const char *
word(struct arena *a, size_t n)
{
	static const char *const	 parts[] = { "ba", "ku", "ra", "mi", "so", "te", "ngo", "lu",
		"pa", "di" };

	return arena_printf(a, "%s%s%s%s%s", parts[n % 10], parts[n / 10 % 10],
	    parts[n / 100 % 10], parts[n / 1000 % 10], parts[n / 10000 % 10]);
}

static const char *
sentence(struct arena *a, size_t words)
{
	const char	*out = "api";

	while (words-- > 0)
		out = arena_printf(a, "%s %s", out, word(a, chance(WORDS)));
	return out;
}

static void
learn(struct desk *d)
{
	size_t	 i, k;
	enum rc	 rc = db_begin(d->db);

	for (i = 0; i < WORDS && rc == RC_OK; i += TYPED)
		for (k = 0; k < LEARNT_IN && rc == RC_OK; k++) {
			const char	*text = "";
			size_t		 w;

			for (w = 0; w < TYPED; w++)
				text = arena_printf(d->arena, "%s %s", text, word(d->arena, i + w));
			rc = words_learn(d, &d->ref->categories[chance(d->ref->ncategories)],
			    PRIVACY_PUBLIC, text, 1);
			if (k == 0)
				arena_reset(d->arena);
		}
	if (db_finish(d->db, rc) != RC_OK)
		exit(1);
}

struct clocks { int64_t *wall, *cpu, from, worked; };

static void
begin(struct clocks *c)
{
	c->from = microseconds(CLOCK_MONOTONIC);
	c->worked = microseconds(CLOCK_PROCESS_CPUTIME_ID);
}

static void
end(struct clocks *c, size_t i)
{
	c->wall[i] = microseconds(CLOCK_MONOTONIC) - c->from;
	c->cpu[i] = microseconds(CLOCK_PROCESS_CPUTIME_ID) - c->worked;
}

static void
bench_types(struct desk *d, struct clocks *c, size_t n, size_t words, const char *what)
{
	const struct category	*out[MATCH_MAX];
	size_t			 i, k, found = 0;
	const char		*typed;

	for (i = 0; i < n; i++) {
		typed = sentence(d->arena, words);
		begin(c);
		if (words_propose(d, typed, out, &k, MATCH_MAX) != RC_OK)
			exit(1);
		end(c, i);
		found += k;
		arena_reset(d->arena);
	}
	say(what, c->wall, c->cpu, n, found);
}

/* Where open tickets are, asked with words. */
static void
bench_near(struct desk *d, struct clocks *c, size_t n, int64_t first, int64_t last,
    const char *what)
{
	struct near_row	*rows;
	struct ticket	 t;
	size_t		 i, k, found = 0;
	int64_t		 id;

	for (i = 0; i < n; i++) {
		id = first + (int64_t)chance((size_t)(last - first + 1));
		if (ticket_by_id(d->db, d->arena, id, &t) != RC_OK)
			exit(1);
		begin(c);
		if (see_near_words(d, ref_category(d->ref, t.category), &t.place,
		    "mohon segera ditangani, api besar di dapur nenek", &rows, &k, 5) != RC_OK)
			exit(1);
		end(c, i);
		found += k;
		arena_reset(d->arena);
	}
	say(what, c->wall, c->cpu, n, found);
}

static void
bench_usual(struct desk *d, struct clocks *c, size_t n)
{
	const struct category	*out[USUAL_MAX];
	size_t			 i, k, found = 0;

	for (i = 0; i < n; i++) {
		begin(c);
		if (words_usual(d, out, &k, USUAL_MAX) != RC_OK)
			exit(1);
		end(c, i);
		found += k;
	}
	say("the eight most used", c->wall, c->cpu, n, found);
}

int
main(int argc, char **argv)
{
	struct arena	 keep = { 0 }, one = { 0 };
	struct desk	 d = { .arena = &one, .who = { .role = ROLE_CALL_TAKER, .name = "" } };
	struct clocks	 c;
	struct ticket	 t;
	size_t		 n;
	int64_t		 last;

	if (argc != 5 || (n = strtoul(argv[3], NULL, 10)) == 0)
		return 2;
	secret_start();
	d.db = db_open(argv[1]);
	d.secret = secret_open(argv[2]);
	last = strtoll(argv[4], NULL, 10);
	if (ticket_by_id(d.db, &keep, last, &t) != RC_OK)
		return 1;
	d.now = t.recorded + MINUTE;
	d.ref = ref_current(d.db, d.now);
	c.wall = arena_alloc(&keep, n * sizeof(*c.wall));
	c.cpu = arena_alloc(&keep, n * sizeof(*c.cpu));
	learn(&d);
	bench_types(&d, &c, n, 3, "type, 4 words");
	bench_types(&d, &c, n, 15, "type, 16 words");
	bench_usual(&d, &c, n);
	bench_near(&d, &c, n, last - TICKETS, last, "near, 10,000 in a night");
	db_close(d.db);
	arena_reset(&keep);
	return 0;
}
