/* test_queries.c: every query prepares, and none reads a whole table; the schema knows every word. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "domain/ticket.h"
#include "lib/migrate.h"
#include "store/account_store.h"
#include "store/assignment_store.h"
#include "store/beside_store.h"
#include "store/audit_store.h"
#include "store/breach_store.h"
#include "store/burst_store.h"
#include "store/calendar_store.h"
#include "store/call_store.h"
#include "store/calls_store.h"
#include "store/court_store.h"
#include "store/clock_store.h"
#include "store/disaster_store.h"
#include "store/draft_store.h"
#include "store/duty_store.h"
#include "store/event_store.h"
#include "store/field_store.h"
#include "store/gazette_store.h"
#include "store/handoff_store.h"
#include "store/identity_store.h"
#include "store/init_store.h"
#include "store/interlock_store.h"
#include "store/list_store.h"
#include "store/live_store.h"
#include "store/notice_store.h"
#include "store/outbox_store.h"
#include "store/pattern_store.h"
#include "store/paper_store.h"
#include "store/phrase_store.h"
#include "store/photo_store.h"
#include "store/place_store.h"
#include "store/privacy_store.h"
#include "store/recall_store.h"
#include "store/ref_store.h"
#include "store/reply_store.h"
#include "store/reporter_store.h"
#include "store/rest_store.h"
#include "store/retention_store.h"
#include "store/said_store.h"
#include "store/search_store.h"
#include "store/session_store.h"
#include "store/signin_store.h"
#include "store/sop_store.h"
#include "store/talk_store.h"
#include "store/throttle_store.h"
#include "store/ticket_store.h"
#include "store/callout_store.h"
#include "store/volunteer_store.h"
#include "store/trail_store.h"
#include "store/unit_store.h"
#include "store/unsent_store.h"
#include "store/vocab_store.h"
#include "store/way_store.h"
#include "store/warn_store.h"
#include "store/work_store.h"
#include "store/worker_store.h"

#define ALL(x)	{ x##_queries, &x##_nqueries }

static const struct {
	const struct query *const	*queries;
	const size_t			*n;
} families[] = {
	ALL(calendar), ALL(clock),
	ALL(account), ALL(assignment), ALL(audit), ALL(call), ALL(disaster), ALL(draft), ALL(event), ALL(gazette), ALL(event_read), ALL(field), ALL(handoff), ALL(court), ALL(unsent), ALL(phrase), ALL(beside), ALL(identity), ALL(init), ALL(interlock), ALL(sop), ALL(list), ALL(live), ALL(outbox), ALL(paper),
	ALL(duty), ALL(swap), ALL(handover),
	ALL(unit), ALL(stand), ALL(volunteer), ALL(callout),
	ALL(photo), ALL(place), ALL(word), ALL(boundary), ALL(burst), ALL(calls), ALL(recall),
	ALL(notice), ALL(pattern), ALL(way), ALL(message), ALL(reply), ALL(rest), ALL(talk),
	ALL(ref), ALL(reporter), ALL(run), ALL(session), ALL(signin), ALL(throttle), ALL(ticket), ALL(trail),
	ALL(work), ALL(work_count), ALL(worker), ALL(breach), ALL(kept), ALL(privacy), ALL(retention), ALL(said), ALL(vocab), ALL(warn), ALL(search), ALL(search_find),
};

static sqlite3	*db;

static int
open_store(void **state)
{
	size_t	 i;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	for (i = 0; i < nmigrations; i++)
		assert_int_equal(sqlite3_exec(db, migrations[i], NULL, NULL, NULL), SQLITE_OK);
	return 0;
}

static int
close_store(void **state)
{
	(void)state;
	return sqlite3_close(db);
}

/* A virtual table is always a "SCAN"; this one, told what to match, seeks: "INDEX 192:M1<>". */
static int
is_match(const char *step)
{
	const char	*told = strstr(step, " VIRTUAL TABLE INDEX ");

	return strncmp(step, "SCAN ticket_ft ", 15) == 0 && told != NULL &&
	    strstr(told, ":M") != NULL;
}

/* A bounded subquery is "SCAN (subquery-1)": it reads rows already found. */
static int
reads_whole_tables(const struct query *q)
{
	char		 sql[4096];
	sqlite3_stmt	*s;
	const char	*step;
	int		 bad = 0;

	snprintf(sql, sizeof(sql), "EXPLAIN QUERY PLAN %s", q->sql);
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) {
		print_error("%s: %s\n", q->name, sqlite3_errmsg(db));
		return 1;
	}
	while (sqlite3_step(s) == SQLITE_ROW) {
		step = (const char *)sqlite3_column_text(s, 3);
		if (strncmp(step, "SCAN ", 5) != 0 || strncmp(step, "SCAN (", 6) == 0 ||
		    strcmp(step, "SCAN CONSTANT ROW") == 0 || is_match(step))
			continue;
		print_error("%s: %s\n", q->name, step);
		bad = 1;
	}
	sqlite3_finalize(s);
	return bad;
}

static void
no_query_reads_a_whole_table(void **state)
{
	size_t	 i, j;
	int	 bad = 0;

	(void)state;
	for (i = 0; i < COUNT(families); i++)
		for (j = 0; j < *families[i].n; j++)
			bad += reads_whole_tables(families[i].queries[j]);
	CHECK_INT(bad, 0);
}

/* Does it write what a ticket says, so that the search must be told? */
static int
writes_words(const char *sql)
{
	static const char *const	 columns[] = { " title =", " detail =", " place =", " area =",
		" category =", " lead =" };
	const char			*end = strstr(sql, " WHERE ");
	size_t				 i;

	if (strncmp(sql, "INSERT INTO ticket (", 20) == 0)
		return 1;
	if (strncmp(sql, "UPDATE ticket SET", 17) != 0 || end == NULL)
		return 0;
	for (i = 0; i < COUNT(columns); i++)
		if (strstr(sql, columns[i]) != NULL && strstr(sql, columns[i]) < end)
			return 1;
	return 0;
}

/* Each of these is bracketed by search_before() and search_after(), or followed by search_put(). */
static void
who_writes_what_a_ticket_says_is_known(void **state)
{
	static const char *const	 known[] = { "new ticket", "ticket changes",
		"what a ticket says, said in full", "erase a reporter's own words", "forget details" };
	const struct query		*q;
	size_t				 i, j, k, found = 0;

	(void)state;
	for (i = 0; i < COUNT(families); i++)
		for (j = 0; j < *families[i].n; j++) {
			q = families[i].queries[j];
			if (!writes_words(q->sql))
				continue;
			for (k = 0; k < COUNT(known) && strcmp(known[k], q->name) != 0; k++)
				;
			if (k == COUNT(known))
				fail_msg("%s: the search is not told", q->name);
			found++;
		}
	CHECK_INT(found, COUNT(known));
}

static const char *
schema_of(const char *table, sqlite3_stmt **s)
{
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT sql FROM sqlite_schema WHERE name = ?1",
	    -1, s, NULL), SQLITE_OK);
	sqlite3_bind_text(*s, 1, table, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(*s), SQLITE_ROW);
	return (const char *)sqlite3_column_text(*s, 0);
}

/* The CHECKs of the schema and the tables in C name the same states. */
static void
the_schema_knows_every_state(void **state)
{
	static const struct { const char *table; enum life life; } tables[] = {
		{ "ticket", LIFE_EMERGENCY }, { "ticket", LIFE_COMPLAINT },
		{ "assignment", LIFE_ASSIGNMENT }, { "run", LIFE_UNIT }, { "call", LIFE_CALL },
	};
	sqlite3_stmt	*s;
	char		 quoted[64];
	const char	*sql;
	enum state	 st;
	size_t		 i;

	(void)state;
	for (i = 0; i < COUNT(tables); i++) {
		sql = schema_of(tables[i].table, &s);
		for (st = ST_RESOLVED; st < ST_COUNT; st++) {
			snprintf(quoted, sizeof(quoted), "'%s'", state_code(st));
			if (workflow_has(tables[i].life, st))
				CHECK(strstr(sql, quoted) != NULL);
			else if (strcmp(tables[i].table, "ticket") != 0)
				CHECK(strstr(sql, quoted) == NULL);
		}
		sqlite3_finalize(s);
	}
}

static void
the_schema_knows_every_role_and_type(void **state)
{
	sqlite3_stmt		*s;
	char			 quoted[64];
	const char		*sql = schema_of("account", &s);
	const char *const	*types;
	enum role		 r;
	size_t			 i, n;

	(void)state;
	for (r = ROLE_CALL_TAKER; r < ROLE_WORKER; r++) {
		snprintf(quoted, sizeof(quoted), "'%s'", role_code(r));
		CHECK(strstr(sql, quoted) != NULL);
	}
	sqlite3_finalize(s);
	sql = schema_of("call", &s);
	types = workflow_reasons(ACT_END, &n);
	for (i = 0; i < n; i++) {
		snprintf(quoted, sizeof(quoted), "'%s'", types[i]);
		CHECK(strstr(sql, quoted) != NULL);
	}
	sqlite3_finalize(s);
}

/* Every table is STRICT: a word never lands in a column of numbers. */
static void
every_table_is_strict(void **state)
{
	sqlite3_stmt	*s;
	int		 tables = 0;

	(void)state;
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT name, strict FROM pragma_table_list"
	    " WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'", -1, &s,
	    NULL), SQLITE_OK);
	for (; sqlite3_step(s) == SQLITE_ROW; tables++)
		if (sqlite3_column_int(s, 1) != 1)
			fail_msg("%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	CHECK(tables > 15);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(no_query_reads_a_whole_table),
		cmocka_unit_test(who_writes_what_a_ticket_says_is_known),
		cmocka_unit_test(the_schema_knows_every_state),
		cmocka_unit_test(the_schema_knows_every_role_and_type),
		cmocka_unit_test(every_table_is_strict),
	};

	return cmocka_run_group_tests(tests, open_store, close_store);
}
