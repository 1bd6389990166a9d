/* test_unit.c: what a unit does is derived from its runs; whom to send. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "domain/unit.h"

static const struct unit	 near = { .id = 1, .code = "A1", .lat = -940000, .lon = 100360000 },
				 far = { .id = 2, .code = "A2", .lat = -990000, .lon = 100400000 },
				 nowhere = { .id = 3, .code = "A3" };

/* Each state a unit's run can be in, out of the table of moves. */
static size_t
states(enum state *out)
{
	size_t			 i, j, k, n, found = 0;
	const struct move	*m = workflow_table(&n);

	for (i = 0; i < n; i++)
		for (k = 0; m[i].life == LIFE_UNIT && k < 2; k++) {
			enum state	 s = k == 0 ? m[i].from : m[i].to;

			for (j = 0; j < found && out[j] != s; j++)
				;
			if (j == found)
				out[found++] = s;
		}
	return found;
}

/* Invariant 3, over every move of the table: the board says what the run is in, or nothing. */
static void
every_move_of_a_run_moves_the_board(void **state)
{
	size_t			 i, n, which, moves = 0;
	const struct move	*m = workflow_table(&n);
	struct at_work		 w;

	(void)state;
	for (i = 0; i < n; i++) {
		if (m[i].life != LIFE_UNIT)
			continue;
		moves++;
		w = (struct at_work){ .run = 1, .state = m[i].from, .priority = P2 };
		CHECK(unit_urgent(&w, 1, &which));
		w.state = m[i].to;
		CHECK_INT(unit_urgent(&w, 1, &which), workflow_is_open(LIFE_UNIT, m[i].to));
	}
	CHECK(moves >= 13);
}

/* Two runs in any two states: only an open one shows, the more urgent one, in either order. */
static void
of_two_runs_the_most_urgent_shows_whatever_their_order(void **state)
{
	enum state	 all[ST_COUNT];
	size_t		 n = states(all), i, j, one, two, p;

	(void)state;
	CHECK(n >= 9);
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			for (p = 0; p < 9; p++) {
				struct at_work	 a = { .run = 1, .state = all[i],
				    .priority = (enum priority)(P1 + p / 3) },
				    b = { .run = 2, .state = all[j],
				    .priority = (enum priority)(P1 + p % 3) };
				struct at_work	 there[] = { a, b }, back[] = { b, a };
				bool		 x = workflow_is_open(LIFE_UNIT, all[i]),
				    y = workflow_is_open(LIFE_UNIT, all[j]);

				CHECK_INT(unit_urgent(there, 2, &one), x || y);
				CHECK_INT(unit_urgent(back, 2, &two), x || y);
				if (!x && !y)
					continue;
				CHECK_INT(there[one].run, back[two].run);
				CHECK(workflow_is_open(LIFE_UNIT, there[one].state));
				if (x && y && a.priority != b.priority)
					CHECK_INT(there[one].run, a.priority < b.priority ? 1 : 2);
			}
}

static void
who_is_on_scene_says_more_than_who_is_called(void **state)
{
	struct at_work	 w[] = {
		{ .run = 1, .state = ST_ALERTED, .priority = P2 },
		{ .run = 2, .state = ST_ON_SCENE, .priority = P2 },
		{ .run = 3, .state = ST_DONE, .priority = P0 },
	};
	size_t		 which;

	(void)state;
	CHECK(unit_urgent(w, 3, &which));
	CHECK_INT(w[which].run, 2);
	CHECK(!unit_urgent(w, 0, &which));
}

static void
the_board_has_work_first_then_ready_then_out(void **state)
{
	struct stand	 s[] = {
		{ .u = &near, .out = UNREADY_BROKEN },
		{ .u = &far },
		{ .u = &nowhere, .busy = true, .out = UNREADY_REST,
		    .work = { .state = ST_EN_ROUTE, .priority = P3 } },
	};

	(void)state;
	qsort(s, COUNT(s), sizeof(*s), stand_compare);
	CHECK_TEXT(s[0].u->code, "A3");
	CHECK_TEXT(s[1].u->code, "A2");
	CHECK_TEXT(s[2].u->code, "A1");
}

/* Where it is: at its scene, for half an hour after it, then at its base. */
static void
a_place_is_the_scene_and_then_the_base(void **state)
{
	struct stand	 s = { .u = &near, .busy = true,
		.work = { .state = ST_ON_SCENE, .at = { -950000, 100370000 } } };
	struct point	 last = { -960000, 100380000 };

	(void)state;
	stand_place(&s, last, 1000, 2000);
	CHECK_INT(s.at.lat, -950000);
	s.work.state = ST_EN_ROUTE;
	s.work.at = last;
	stand_place(&s, (struct point){ 0, 0 }, 0, 2000);
	CHECK_INT(s.at.lat, near.lat);
	s.busy = false;
	stand_place(&s, last, 1000, 1000 + UNIT_LINGERS - 1);
	CHECK_INT(s.at.lat, -960000);
	CHECK(s.at_scene);
	stand_place(&s, last, 1000, 1000 + UNIT_LINGERS);
	CHECK_INT(s.at.lat, near.lat);
	CHECK(!s.at_scene);
}

static void
the_nearest_that_is_ready_comes_first(void **state)
{
	struct stand	 s[] = {
		{ .u = &nowhere },
		{ .u = &near, .out = UNREADY_NO_CREW, .at = { -940000, 100360000 } },
		{ .u = &far, .at = { -990000, 100400000 } },
		{ .u = &near, .at = { -940500, 100360000 } },
		{ .u = &near, .busy = true, .at = { -940000, 100360000 },
		    .work = { .state = ST_EN_ROUTE } },
	};
	struct advice	 a[COUNT(s)];

	(void)state;
	unit_advise(s, COUNT(s), (struct point){ -941000, 100361000 }, a);
	CHECK(a[0].s == &s[3]);
	CHECK(a[1].s == &s[2]);
	CHECK(a[2].s == &s[0]);		/* ready, but nobody knows where */
	CHECK_INT(a[2].metres, -1);
	CHECK_INT(a[2].minutes, -1);
	CHECK(a[3].s == &s[4]);
	CHECK(a[4].s == &s[1]);
	CHECK(a[0].metres > 50 && a[0].metres < 200);
	CHECK(a[1].metres > a[0].metres);
	CHECK_INT(unit_minutes(0), 0);
	CHECK_INT(unit_minutes(1000), 3);	/* 1,400 m of road at 500 m a minute */
	CHECK_INT(unit_minutes(5000), 14);
}

static void
every_reason_has_a_code(void **state)
{
	enum unready	 u;

	(void)state;
	for (u = UNREADY_NONE + 1; u < UNREADY_COUNT; u++)
		CHECK_INT(unready_of(unready_code(u)), u);
	CHECK_INT(unready_of("bored"), UNREADY_NONE);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_move_of_a_run_moves_the_board),
		cmocka_unit_test(of_two_runs_the_most_urgent_shows_whatever_their_order),
		cmocka_unit_test(who_is_on_scene_says_more_than_who_is_called),
		cmocka_unit_test(the_board_has_work_first_then_ready_then_out),
		cmocka_unit_test(a_place_is_the_scene_and_then_the_base),
		cmocka_unit_test(the_nearest_that_is_ready_comes_first),
		cmocka_unit_test(every_reason_has_a_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
