/* test_workflow.c: what holds for every row of the table of moves, whoever adds one. */
#include <string.h>

#include "check.h"
#include "domain/ticket.h"
#include "lib/rc.h"

static const struct { enum life life; enum state first; } beginnings[] = {
	{ LIFE_EMERGENCY, ST_NEW }, { LIFE_COMPLAINT, ST_RECEIVED },
	{ LIFE_ASSIGNMENT, ST_SENT }, { LIFE_UNIT, ST_ALERTED }, { LIFE_CALL, ST_RINGING },
};

static void
every_row_is_whole(void **state)
{
	size_t			 i, n;
	const struct move	*m = workflow_table(&n);

	(void)state;
	for (i = 0; i < n; i++) {
		CHECK(m[i].life > LIFE_NONE && m[i].life < LIFE_COUNT);
		CHECK(m[i].from > ST_NONE && m[i].from < ST_COUNT);
		CHECK(m[i].to > ST_NONE && m[i].to < ST_COUNT);
		CHECK(m[i].act > ACT_NONE && m[i].act < ACT_COUNT);
		CHECK(m[i].roles != 0);
		CHECK((m[i].roles & (1u << ROLE_NONE | 1u << ROLE_VISITOR |
		    1u << ROLE_EXECUTIVE | 1u << ROLE_AUDITOR | 1u << ROLE_ADMIN)) == 0);
		/* A reason that is asked for has its list. */
		if (m[i].flags & NEED_REASON) {
			size_t	 reasons;

			CHECK(workflow_reasons(m[i].act, &reasons) != NULL && reasons > 1);
		}
	}
}

/* No role finds two different rows for one button. */
static void
no_row_hides_another(void **state)
{
	size_t			 i, j, n;
	const struct move	*m = workflow_table(&n);

	(void)state;
	for (i = 0; i < n; i++)
		for (j = i + 1; j < n; j++)
			if (m[i].life == m[j].life && m[i].from == m[j].from &&
			    m[i].act == m[j].act)
				CHECK((m[i].roles & m[j].roles) == 0);
}

/* From its beginning every state of a life can be reached, and an end from every state. */
static void
every_state_is_reachable(void **state)
{
	bool			 seen[ST_COUNT];
	const struct move	*m;
	size_t			 b, i, n;
	bool			 grew;

	(void)state;
	m = workflow_table(&n);
	for (b = 0; b < COUNT(beginnings); b++) {
		memset(seen, 0, sizeof(seen));
		seen[beginnings[b].first] = true;
		do {
			grew = false;
			for (i = 0; i < n; i++)
				if (m[i].life == beginnings[b].life && seen[m[i].from] &&
				    !seen[m[i].to])
					grew = seen[m[i].to] = true;
		} while (grew);
		for (i = ST_NONE + 1; i < ST_COUNT; i++)
			CHECK(seen[i] == workflow_has(beginnings[b].life, (enum state)i));
	}
}

static void
buttons_are_moves(void **state)
{
	const struct move	*out[32];
	enum state		 s;
	enum role		 r;
	enum life		 l;
	size_t			 i, n;

	(void)state;
	for (l = LIFE_CALL; l < LIFE_COUNT; l++)
		for (s = ST_RESOLVED; s < ST_COUNT; s++)
			for (r = ROLE_NONE; r < ROLE_COUNT; r++) {
				n = workflow_from(l, s, r, out, COUNT(out));
				CHECK(n < COUNT(out));
				for (i = 0; i < n; i++)
					CHECK(workflow_find(l, s, out[i]->act, r) == out[i]);
			}
}

static void
what_is_over_is_not_open(void **state)
{
	static const enum state	 over[] = { ST_RESOLVED, ST_CLOSED, ST_MERGED, ST_CANCELLED,
		ST_FALSE_ALARM, ST_DUPLICATE, ST_NOT_OURS, ST_DECLINED, ST_WITHDRAWN,
		ST_ARCHIVED, ST_DONE, ST_REJECTED, ST_TRANSFERRED, ST_NOT_NEEDED,
		ST_STOOD_DOWN };
	enum life		 l;
	enum state		 s;
	size_t			 i;
	bool			 is_over;

	(void)state;
	for (l = LIFE_EMERGENCY; l <= LIFE_UNIT; l++)
		for (s = ST_RESOLVED; s < ST_COUNT; s++) {
			for (is_over = false, i = 0; i < COUNT(over); i++)
				is_over = is_over || over[i] == s;
			if (workflow_has(l, s))
				CHECK(workflow_is_open(l, s) == !is_over);
			else
				CHECK(!workflow_is_open(l, s));
		}
}

static void
codes_read_back(void **state)
{
	enum state	 s, t;
	enum act	 a;
	enum role	 r;

	(void)state;
	for (s = ST_RESOLVED; s < ST_COUNT; s++) {
		CHECK(state_code(s)[0] != '\0' && state_of(state_code(s)) == s);
		for (t = s + 1; t < ST_COUNT; t++)
			CHECK(strcmp(state_code(s), state_code(t)) != 0);
	}
	for (a = ACT_CREATE; a < ACT_COUNT; a++)
		CHECK(act_code(a)[0] != '\0' && act_of(act_code(a)) == a);
	for (r = ROLE_VISITOR; r < ROLE_COUNT; r++)
		CHECK(role_code(r)[0] != '\0' && role_of(role_code(r)) == r);
	CHECK(state_of("") == ST_NONE && act_of("drop table") == ACT_NONE);
	CHECK(role_of("root") == ROLE_NONE);
}

static void
a_forgotten_right_is_none(void **state)
{
	enum role	 r;

	(void)state;
	for (r = ROLE_NONE; r <= ROLE_COUNT; r++) {
		CHECK(!role_may(r, MAY_NOTHING));
		CHECK(!role_may(r, MAY_COUNT));
	}
	CHECK(!role_may(ROLE_NONE, MAY_VISIT));
	CHECK(!role_may(ROLE_VISITOR, MAY_WORK));
	CHECK(!role_may(ROLE_ADMIN, MAY_WORK));
	CHECK(!role_may(ROLE_AUDITOR, MAY_ANY_TICKET));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_row_is_whole),
		cmocka_unit_test(no_row_hides_another),
		cmocka_unit_test(every_state_is_reachable),
		cmocka_unit_test(buttons_are_moves),
		cmocka_unit_test(what_is_over_is_not_open),
		cmocka_unit_test(codes_read_back),
		cmocka_unit_test(a_forgotten_right_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
