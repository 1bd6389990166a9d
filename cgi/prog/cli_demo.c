/* cli_demo.c: siaga demo, bench-fill: a fortnight of the demo city, or a store full of it. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "action/demo_action.h"
#include "action/fill_action.h"
#include "lib/when.h"
#include "prog/cli.h"

enum { SEED = 112 };

/* On a terminal a line that changes; in a log a line each fifth. */
static void
show(int percent)
{
	static int	 shown = -1;

	if (isatty(STDERR_FILENO)) {
		fprintf(stderr, "\r  %3d %%%s", percent, percent == 100 ? "\n" : "");
		return;
	}
	if (percent / 20 != shown) {
		shown = percent / 20;
		fprintf(stderr, "  %d %%\n", shown * 20);
	}
}

/* "1.5" is 150 percent. */
static int64_t
rate_of(struct cli *c)
{
	const char	*text = cli_option(c, "--rate", "1.0");
	char		*end;
	double		 rate = strtod(text, &end);

	if (*end != '\0' || !(rate > 0 && rate <= 100))
		cli_die("--rate needs a number like 0.5 or 2, not \"%s\"", text);
	return (int64_t)(rate * 100 + 0.5);
}

static int64_t
until_of(struct cli *c)
{
	const char	*text = cli_option(c, "--until", NULL);
	int64_t		 at = cli_now();

	if (text != NULL && when_read(text, 420, &at) != RC_OK)
		cli_die("--until needs a time like 2026-11-21T14:30, not \"%s\"", text);
	return at;
}

int
cli_demo(struct cli *c)
{
	struct demo_plan	 plan = {
		.until = until_of(c), .days = cli_number(c, "--days", 14), .rate = rate_of(c),
		.seed = (uint64_t)cli_number(c, "--seed", SEED), .files = cli_files(c),
		.progress = show,
	};
	struct demo_tally	 n;
	struct desk		 d;
	const char		*why = "";

	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_WORKER);
	if (demo_play(&d, &plan, &n, &why) != RC_OK) {
		fprintf(stderr, "siaga demo: %s\n", why);
		return 1;
	}
	printf("%lld days: %lld calls (%lld junk), %lld incidents, %lld witnesses,"
	    " %lld reports; %lld acts, %lld alarms, %lld closings\n",
	    (long long)plan.days, (long long)n.calls, (long long)n.junk,
	    (long long)n.incidents, (long long)n.attached, (long long)n.reports,
	    (long long)n.acts, (long long)n.alarms, (long long)n.closings);
	if (n.refused > 0)
		fprintf(stderr, "siaga demo: %lld moves were refused, the first: %s\n",
		    (long long)n.refused, why);
	return 0;
}

int
cli_fill(struct cli *c)
{
	const char	*word = cli_word(c);
	int64_t		 n = word == NULL ? 0 : strtoll(word, NULL, 10);
	struct desk	 d;

	if (n <= 0)
		cli_die("bench-fill: how many tickets?");
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_WORKER);
	return cli_report(c, fill_store(&d, n, show), "tickets in this store");
}
