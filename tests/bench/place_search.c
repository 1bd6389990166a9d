/*
 * place_search.c: how long the call desk waits for the names of places.
 *
 * usage: place_search STORE N   What is typed are names of the store itself,
 * letter by letter, every third with a letter wrong.  N such questions are put.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "action/place_action.h"
#include "action/ref_action.h"
#include "store/place_store.h"

enum { NAMES = 500, KINDS = 4 };

static const char *const	kinds[KINDS] = { "begun", "in full", "misspelt", "two places" };

static int64_t
microseconds(clockid_t clock)
{
	struct timespec	 t;

	clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static uint64_t	 state = 112;

static size_t
chance(size_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return n == 0 ? 0 : (size_t)(state >> 33) % n;
}

static const char *
ask(struct arena *a, const char *name, size_t kind)
{
	char	*typed = arena_printf(a, "%s%s", kind == 3 ? "Jl. Veteran 3, dekat " : "", name);
	size_t	 len = strlen(typed), least = len < 4 ? len : 4;

	if (kind == 0)
		typed[least + chance(len - least + 1)] = '\0';
	if (kind == 2)
		typed[len / 3 + chance(len / 2)] = 'x';
	return typed;
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
	printf("%-12s %6zu  p50 %6.2f ms  p99 %6.2f ms  (cpu %5.2f, %5.2f)  found %5.1f %%\n", what, n,
	    (double)spent[n / 2] / 1e3, (double)spent[n * 99 / 100] / 1e3, (double)cpu[n / 2] / 1e3,
	    (double)cpu[n * 99 / 100] / 1e3, 100.0 * (double)found / (double)n);
}

/* Is what was meant among the first eight? */
static bool
put(struct desk *d, const char *name, size_t kind, int64_t *spent, int64_t *cpu)
{
	struct place_row	 rows[PLACE_ROWS];
	const char		*typed = ask(d->arena, name, kind);
	int64_t			 from = microseconds(CLOCK_MONOTONIC);
	int64_t			 worked = microseconds(CLOCK_PROCESS_CPUTIME_ID);
	size_t			 i, n;

	if (place_search(d, typed, "", rows, &n) != RC_OK)
		exit(1);
	*spent = microseconds(CLOCK_MONOTONIC) - from;
	*cpu = microseconds(CLOCK_PROCESS_CPUTIME_ID) - worked;
	for (i = 0; i < n; i++)
		if (strcmp(rows[i].n.name, name) == 0)
			return true;
	return false;
}

int
main(int argc, char **argv)
{
	struct arena		 keep = { 0 }, one = { 0 };
	struct name_list	 l = { .max = NAMES };
	struct desk		 d = { .arena = &one, .who = { .role = ROLE_CALL_TAKER, .name = "" } };
	size_t			 each, i, k, found;
	int64_t			*spent, *cpu, all;

	if (argc != 3 || (each = strtoul(argv[2], NULL, 10) / KINDS) == 0)
		return 2;
	d.db = db_open(argv[1]);
	d.ref = ref_current(d.db, 1795055400000);
	if (place_count(d.db, PLACE_NONE, &all) != RC_OK)
		return 1;
	printf("%" PRId64 " names\n", all);
	l.items = arena_alloc(&keep, NAMES * sizeof(*l.items));
	while (l.n < NAMES)
		if (place_by_id(d.db, &keep, 1 + (int64_t)chance((size_t)all), &l) != RC_OK)
			return 1;
	spent = arena_alloc(&keep, each * sizeof(*spent));
	cpu = arena_alloc(&keep, each * sizeof(*cpu));
	for (k = 0; k < KINDS; k++) {
		for (i = found = 0; i < each; i++) {
			found += put(&d, l.items[chance(NAMES)].name, k, &spent[i], &cpu[i]);
			arena_reset(&one);
		}
		say(kinds[k], spent, cpu, each, found);
	}
	db_close(d.db);
	arena_reset(&keep);
	return 0;
}
