/*
 * demo_clock.c: a flood on the second day that stopped the clocks of complaints
 * for some hours; at the end a ladder of an agency's own, and a day off to come.
 *
 * The play keeps to the calendar it began with: what it points to must stay
 * where it is.  The worker reads all limits anew once it runs.
 */
#include <string.h>

#include "action/calendar_action.h"
#include "action/clock_core.h"
#include "action/demo_core.h"
#include "action/ladder_action.h"
#include "store/disaster_store.h"

static void
run_again(struct demo *p, const struct todo *t)
{
	struct desk	 d = demo_as(p, somebody(p, ROLE_SUPERVISOR, 0));
	enum rc		 rc = clocks_lift(&d, "Air surut, dinas kembali bekerja seperti biasa.");

	(void)t;
	check(p, rc == RC_CONFLICT ? RC_OK : rc, "clocks that run again");
	check(p, clocks_leave(&d), "limits as they were");
}

/* Whatever was proposed by then is one; else there is nothing to stop for. */
static void
stop(struct demo *p, const struct todo *t)
{
	struct desk		 d = demo_as(p, somebody(p, ROLE_SUPERVISOR, 0));
	struct disaster_row	 row;
	struct verdict		 v;
	size_t			 n = 0;

	(void)t;
	check(p, disaster_waiting(d.db, d.arena, &row, &n, 1), "a disaster");
	if (n == 0 || move(&d, &(struct order){ .number = row.number, .life = LIFE_EMERGENCY,
	    .act = ACT_DISASTER }, &v) != RC_OK)
		return;
	check(p, clocks_suspend(&d, d.now + DAY, "Tanggul jebol: semua dinas membantu evakuasi."),
	    "clocks that stop");
	check(p, clocks_leave(&d), "limits as they were");
	later(p, 7 * HOUR, (struct todo){ .run = run_again });
}

static void
flood(struct demo *p, const struct todo *t)
{
	an_incident(p, t);
	later(p, 4 * MINUTE, (struct todo){ .run = stop });
}

void
demo_flood(struct demo *p)
{
	size_t	 i;

	for (i = 0; i < p->ntexts; i++)
		if (strcmp(p->texts[i].c->code, "BNJ-BDG") == 0)
			later(p, 27 * HOUR, (struct todo){ .run = flood, .n = (int64_t)i + 1 });
}

/* The next working day a fortnight away. */
static int64_t
free_day(const struct demo *p)
{
	const struct calendar	*c = &p->d.ref->calendar;
	int64_t			 day = clock_day(c, p->d.now) + 14;

	while (!clock_is_working_day(c, day))
		day++;
	return day;
}

void
demo_clocks(struct demo *p)
{
	static const struct rung	 steps[] = {
		{ .who = "duty_officer", .alarms = 2 }, { .who = "agency_head", .minutes = 2 },
		{ .who = "supervisor", .minutes = 4 }, { .who = "sekda", .minutes = 10 },
	};
	const struct agency		*bpbd = ref_agency_code(p->d.ref, "BPBD");
	struct desk			 d = demo_as(p, somebody(p, ROLE_ADMIN, 0));

	p->d.now = d.now = p->plan->until;
	if (bpbd != NULL)
		check(p, ladder_change(&d, LADDER_AGENCY, bpbd->id, steps, COUNT(steps), 0),
		    "a ladder");
	check(p, holiday_enter(&d, &(struct holiday){ .day = free_day(p), .kind = "daerah",
	    .name = "Hari Jadi Kota Bahari", .source = "Keputusan Wali Kota Bahari (contoh)" }),
	    "a holiday");
}
