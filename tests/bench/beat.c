/*
 * beat.c: writes as agencies do, and says when each change was committed.
 * usage: SIAGA_DATA=... beat RATE SECONDS AGENCIES
 *
 * A line for each: "pulse <agency> <value> <ms>", and once a second "signal
 * <about> <ms>" for every call taker; ms since 1970, with three decimals.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "store/live_store.h"
#include "store/trail_store.h"

static double
now(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1000000;
}

static enum rc
change(struct db *db, int64_t agency, const char *about)
{
	const struct signal	 s = { .at = (int64_t)now(), .role = ROLE_CALL_TAKER,
		.kind = "call-rings", .about = about };
	enum rc			 rc;

	if ((rc = pulse_beat(db, 0)) != RC_OK || (rc = pulse_beat(db, agency)) != RC_OK)
		return rc;
	return about == NULL ? RC_OK : signal_add(db, &s);
}

static void
tell(struct db *db, int64_t agency, double at)
{
	int64_t	 value;

	if (pulse_read(db, agency, &value) == RC_OK)
		printf("pulse %" PRId64 " %" PRId64 " %.3f\n", agency, value, at);
}

int
main(int argc, char **argv)
{
	long		 rate, seconds, agencies, i;
	char		 path[500], about[32];
	const char	*signal;
	double		 begun = now(), at;
	struct timespec	 t = { 0 };
	struct db	*db;

	if (argc != 4 || getenv("SIAGA_DATA") == NULL)
		return 2;
	rate = strtol(argv[1], NULL, 10);
	seconds = strtol(argv[2], NULL, 10);
	agencies = strtol(argv[3], NULL, 10);
	snprintf(path, sizeof(path), "%s/siaga.db", getenv("SIAGA_DATA"));
	db = db_open(path);
	for (i = 0; i < rate * seconds; i++) {
		snprintf(about, sizeof(about), "%ld", i);
		signal = i % rate == 0 ? about : NULL;
		if (db_begin(db) != RC_OK ||
		    db_finish(db, change(db, 1 + i % agencies, signal)) != RC_OK)
			return 1;
		at = now();
		tell(db, 0, at);
		tell(db, 1 + i % agencies, at);
		if (signal != NULL)
			printf("signal %s %.3f\n", about, at);
		t.tv_nsec = (long)(1000000 * (begun + (double)(i + 1) * 1000 / (double)rate - now()));
		if (t.tv_nsec > 0 && t.tv_nsec < 1000000000)
			nanosleep(&t, NULL);
	}
	db_close(db);
	return 0;
}
