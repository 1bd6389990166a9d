/*
 * test_grants.c: what each program may do in the store, all of it, to be read.
 *
 * Every query there is is prepared under every program's grants, with SQLite's
 * own authorizer.  What comes out is compared with grants.txt beside this file:
 * whoever gives a program more shows it there.  GRANTS=write writes it anew.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "lib/buf.h"
#include "lib/db.h"
#include "lib/migrate.h"
#include "prog/apps.h"
#include "families.h"

static const char	 golden[] = "tests/store/grants.txt";

enum { PROGRAMS = 8, WORDS = 200 };

static struct {
	const char		*name;
	const struct grant	*grants;
	struct db		*db;
} programs[PROGRAMS];

static struct db *
open_store(const struct grant *grants)
{
	struct db	*db = db_open(":memory:");
	size_t		 i;

	for (i = 0; i < nmigrations; i++)
		assert_int_equal(db_script(db, migrations[i]), RC_OK);
	if (grants != NULL)
		db_limit(db, grants);
	return db;
}

/* A refusal is said on standard error each time, and there are a thousand. */
static int
open_all(void **state)
{
	size_t	 i;

	(void)state;
	for (i = 0; apps[i] != NULL; i++) {
		assert_true(i < PROGRAMS - 2);
		programs[i].name = apps[i]->name;
		programs[i].grants = apps[i]->grants;
	}
	programs[i].name = "worker";
	programs[i++].grants = worker_grants;
	programs[i].name = "live";
	programs[i].grants = live_grants;
	for (i = 0; i < PROGRAMS; i++)
		programs[i].db = open_store(programs[i].grants);
	assert_non_null(freopen("/dev/null", "w", stderr));
	return 0;
}

static int
close_all(void **state)
{
	size_t	 i;

	(void)state;
	for (i = 0; i < PROGRAMS; i++)
		db_close(programs[i].db);
	return 0;
}

/* Only prepared: nothing is put, so that it does not run. */
static bool
may_run(struct db *db, const struct query *q)
{
	return db_end(db_start(db, q)) != RC_FORBIDDEN;
}

/* A column by its name in a program's store; db keeps no query of ours. */
static bool
may_read(const struct grant *g, const char *table, const char *column)
{
	return grant_allows(g, table, column, DB_READ);
}

/* --- the book ------------------------------------------------------------------------- */

static void
say_rights(struct buf *b, const char *table)
{
	static const struct { unsigned right; const char *word; } rights[] = {
		{ DB_INSERT, "insert" }, { DB_UPDATE, "update" }, { DB_DELETE, "delete" } };
	size_t	 i, j;
	bool	 any;

	for (i = 0; i < COUNT(rights); i++) {
		for (any = false, j = 0; j < PROGRAMS; j++)
			if (grant_allows(programs[j].grants, table, NULL, rights[i].right)) {
				buf_printf(b, any ? " %s" : "    %-12s %s",
				    any ? programs[j].name : rights[i].word, programs[j].name);
				any = true;
			}
		if (any)
			buf_text(b, "\n");
	}
}

static void
say_column(struct buf *b, const char *table, const char *column)
{
	size_t	 j;

	buf_printf(b, "    .%-11s", column);
	for (j = 0; j < PROGRAMS; j++)
		if (may_read(programs[j].grants, table, column))
			buf_printf(b, " %s", programs[j].name);
	buf_text(b, "\n");
}

static void
say_columns(struct buf *b)
{
	static const struct query	 ask = { "columns",
		"SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
		" WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
		" ORDER BY t.name, c.cid" };
	struct db	*db = open_store(NULL);
	struct stmt	*s = db_start(db, &ask);
	char		 last[WORDS] = "", table[WORDS];

	while (db_next(s)) {
		snprintf(table, sizeof(table), "%s", get_text(s));
		if (strcmp(table, last) != 0) {
			buf_printf(b, "\n%s\n", table);
			say_rights(b, table);
		}
		snprintf(last, sizeof(last), "%s", table);
		say_column(b, table, get_text(s));
	}
	assert_int_equal(db_end(s), RC_OK);
	db_close(db);
}

static void
say_query(struct buf *b, const char *family, const struct query *q)
{
	size_t	 j;

	buf_printf(b, "%s: %s:", family, q->name);
	for (j = 0; j < PROGRAMS; j++)
		if (may_run(programs[j].db, q))
			buf_printf(b, " %s", programs[j].name);
	buf_text(b, "\n");
}

static void
write_book(struct buf *b)
{
	size_t	 i, j;

	buf_text(b, "What each program may do in the store.  Written by GRANTS=write"
	    " test_grants; read it when it changes.\n\n=== tables: who writes, and who reads"
	    " which column\n");
	say_columns(b);
	buf_text(b, "\n=== queries: who could run them\n\n");
	for (i = 0; i < COUNT(families); i++)
		for (j = 0; j < *families[i].n; j++)
			say_query(b, families[i].name, families[i].queries[j]);
}

static void
save(const struct buf *b, const char *path)
{
	FILE	*f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(b->data, 1, b->len, f), b->len);
	assert_int_equal(fclose(f), 0);
}

static void
the_book_of_grants_is_what_is_granted(void **state)
{
	const char	*how = getenv("GRANTS");
	struct buf	 b = { 0 };
	char		 path[] = "/tmp/siaga-grants.XXXXXX", command[WORDS];
	int		 fd = mkstemp(path), differs;

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	write_book(&b);
	save(&b, how != NULL && strcmp(how, "write") == 0 ? golden : path);
	if (how == NULL)
		snprintf(command, sizeof(command), "diff -U1 %s %s | sed 's/^/# /' | head -n 60;"
		    " cmp -s %s %s", golden, path, golden, path);
	differs = how == NULL && system(command) != 0;
	unlink(path);
	buf_free(&b);
	CHECK_INT(differs, 0);
}

/* --- what must never be ------------------------------------------------------------------ */

/* Put to a program's store, an empty one: is it answered? */
static bool
runs(const char *program, const char *sql)
{
	struct query	 q = { sql, sql };
	struct db	*db;
	size_t		 i;
	enum rc		 rc;

	for (i = 0; i < PROGRAMS - 1 && strcmp(programs[i].name, program) != 0; i++)
		;
	assert_string_equal(programs[i].name, program);
	db = open_store(programs[i].grants);
	rc = db_end(db_start(db, &q));
	db_close(db);
	return rc == RC_OK || rc == RC_CONFLICT;
}

/* Each is a question one of the programs is asked, and must not be able to put. */
static void
nobody_reads_what_is_not_theirs(void **state)
{
	static const struct { const char *program, *sql; } never[] = {
		{ "portal", "SELECT password FROM account" },
		{ "portal", "SELECT name FROM account" },
		{ "portal", "SELECT count(*) FROM account" },
		{ "portal", "SELECT hash FROM session" },
		{ "portal", "SELECT csrf FROM session" },
		{ "portal", "SELECT 1 FROM session" },
		{ "portal", "SELECT sealed FROM reporter" },
		{ "portal", "SELECT phone FROM reporter" },
		{ "portal", "SELECT id FROM reporter WHERE phone = x'00'" },
		{ "portal", "SELECT id FROM reporter ORDER BY sealed" },
		{ "portal", "UPDATE reporter SET words = sealed" },
		{ "portal", "SELECT sealed FROM call" },
		{ "portal", "SELECT id FROM call" },
		{ "portal", "SELECT reporter FROM outbox" },
		{ "portal", "DELETE FROM throttle" },
		{ "portal", "DELETE FROM ticket" },
		{ "portal", "UPDATE event SET note = ''" },
		{ "portal", "UPDATE said SET salt = NULL, words = NULL" },
		{ "portal", "SELECT sealed FROM outbox" },
		{ "worklist", "UPDATE said SET salt = NULL, words = NULL" },
		{ "admin", "INSERT INTO said (event, ticket, reporter, at) VALUES (1, 1, 1, 1)" },
		{ "admin", "SELECT sealed FROM outbox" },
		{ "command", "SELECT words FROM said" },
		{ "worker", "UPDATE breach SET state = 'closed'" },
		{ "worker", "UPDATE said SET reporter = 1" },
		{ "portal", "SELECT sql FROM sqlite_master" },
		{ "portal", "PRAGMA user_version" },
		{ "portal", "ATTACH 'x' AS x" },
		{ "portal", "CREATE TABLE x (y INTEGER)" },
		{ "portal", "DROP TABLE ticket" },
		{ "portal", "SELECT load_extension('x')" },
		{ "intake", "SELECT password FROM account" },
		{ "intake", "SELECT email FROM account" },
		{ "intake", "UPDATE account SET role = 'admin'" },
		{ "intake", "INSERT INTO session (hash, account, csrf, created_at, expires_at)"
		  " VALUES (x'00', 1, '', 0, 0)" },
		{ "intake", "SELECT code FROM reporter" },
		{ "worklist", "SELECT password FROM account" },
		{ "worklist", "SELECT email FROM account" },
		{ "worklist", "UPDATE account SET role = 'admin'" },
		{ "worklist", "SELECT sealed FROM call" },
		{ "worklist", "SELECT phone FROM reporter" },
		{ "worklist", "SELECT code FROM reporter" },
		{ "worklist", "DELETE FROM event" },
		{ "command", "SELECT password FROM account" },
		{ "command", "SELECT phone FROM call" },
		{ "command", "SELECT sealed FROM call" },
		{ "command", "SELECT id FROM reporter" },
		{ "command", "UPDATE ticket SET state = 'closed'" },
		{ "command", "INSERT INTO pulse (agency, value) VALUES (1, 1)" },
		{ "admin", "SELECT sealed FROM call" },
		{ "admin", "DELETE FROM account" },
		{ "admin", "UPDATE ticket SET state = 'closed'" },
		{ "admin", "SELECT code FROM reporter" },
		{ "admin", "UPDATE reporter SET ticket = 1" },
		{ "admin", "UPDATE call SET type = 'test'" },
		{ "portal", "SELECT words FROM subject" },
		{ "portal", "UPDATE subject SET state = 'done'" },
		{ "portal", "SELECT id FROM breach" },
		{ "intake", "SELECT answer FROM subject" },
		{ "worklist", "SELECT answer FROM subject" },
		{ "command", "SELECT id FROM breach" },
		{ "worker", "UPDATE reporter SET ticket = 1" },
		{ "worker", "UPDATE subject SET state = 'done'" },
		{ "worker", "SELECT password FROM account" },
		{ "worker", "SELECT csrf FROM session" },
		{ "live", "SELECT password FROM account" },
		{ "live", "SELECT title FROM ticket" },
		{ "live", "SELECT state FROM assignment" },
		{ "live", "SELECT id FROM call" },
		{ "live", "SELECT id FROM reporter" },
		{ "live", "SELECT id FROM event" },
		{ "live", "DELETE FROM session" },
		{ "live", "UPDATE pulse SET value = 1" },
		{ "live", "INSERT INTO signal (at, account, kind) VALUES (1, 1, 'x')" },
		{ "portal", "SELECT about FROM signal" },
		{ "worker", "SELECT about FROM signal" },
	};
	size_t	 i, bad = 0;

	(void)state;
	for (i = 0; i < COUNT(never); i++)
		if (runs(never[i].program, never[i].sql)) {
			printf("# %s may: %s\n", never[i].program, never[i].sql);
			bad++;
		}
	CHECK_INT(bad, 0);
}

/* So that the one above can fail. */
static void
and_does_read_what_is(void **state)
{
	(void)state;
	CHECK(runs("portal", "SELECT id FROM reporter WHERE code = x'00'"));
	CHECK(runs("admin", "SELECT password FROM account"));
	CHECK(runs("worklist", "SELECT sealed FROM reporter"));
	CHECK(runs("intake", "SELECT sealed FROM call"));
	CHECK(runs("command", "SELECT id FROM call"));
	CHECK(runs("live", "SELECT about FROM signal WHERE id > 0"));
}

static bool
is_there(struct db *db, const char *table, const char *column)
{
	static const struct query	 ask = { "is it there",
		"SELECT 1 FROM pragma_table_info(?1) WHERE ?2 IN ('', name)" };
	struct stmt			*s = db_start(db, &ask);

	put_text(s, table);
	put_text(s, column);
	return db_end_one(s) == RC_OK;
}

/* A name that is misspelt grants nothing, and nobody would notice. */
static void
every_table_and_column_granted_is_there(void **state)
{
	const struct grant	*g;
	const char		*word;
	char			 name[WORDS];
	struct db		*db = open_store(NULL);
	size_t			 i;
	int			 len;

	(void)state;
	for (i = 0; i < PROGRAMS; i++)
		for (g = programs[i].grants; g->table != NULL; g++)
			for (word = g->columns == NULL ? " rowid " : g->columns;
			    sscanf(word, " %150s%n", name, &len) == 1; word += len)
				if (!is_there(db, g->table, g->columns == NULL ? "" : name))
					fail_msg("%s: %s.%s", programs[i].name, g->table, name);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(the_book_of_grants_is_what_is_granted),
		cmocka_unit_test(nobody_reads_what_is_not_theirs),
		cmocka_unit_test(and_does_read_what_is),
		cmocka_unit_test(every_table_and_column_granted_is_there),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
