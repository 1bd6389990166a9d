/* test_live_nudge.c: a nudge comes in, or is lost; it never holds anybody up. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/db.h"
#include "lib/nudge.h"
#include "lib/sandbox.h"

static char	 top[64], at[96];

static int
make_folder(void **state)
{
	(void)state;
	strcpy(top, "/tmp/siaga-nudge.XXXXXX");
	assert_non_null(mkdtemp(top));
	snprintf(at, sizeof(at), "%s/siaga.db" DB_NUDGE, top);
	return 0;
}

static int
remove_folder(void **state)
{
	char	 command[200];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", top);
	return system(command);
}

static bool
is_nudged(int fd)
{
	char	 byte;

	return recv(fd, &byte, 1, MSG_DONTWAIT) == 1;
}

static void
one_who_listens_is_nudged_and_so_is_the_next_one(void **state)
{
	struct nudge	*n = nudge_open(at);
	int		 first, second;

	(void)state;
	assert_non_null(n);
	nudge_give(n);				/* nobody is there yet */
	first = nudge_listen(at);
	assert_true(first >= 0);
	CHECK(!is_nudged(first));
	nudge_give(n);
	CHECK(is_nudged(first));
	CHECK(!is_nudged(first));
	second = nudge_listen(at);		/* as after a kill: nobody took the name away */
	assert_true(second >= 0);
	nudge_give(n);
	CHECK(is_nudged(second));
	CHECK(!is_nudged(first));
	nudge_give(n);
	nudge_give(n);
	nudge_take(second);
	CHECK(!is_nudged(second));
	close(first);
	close(second);
	nudge_close(n);
	nudge_close(NULL);
}

/* The kernel keeps a few hundred at most; this would wait for ever. */
static void
who_does_not_listen_any_more_holds_nobody_up(void **state)
{
	struct nudge	*n = nudge_open(at);
	int		 i, fd = nudge_listen(at);

	(void)state;
	alarm(20);
	for (i = 0; i < 100000; i++)
		nudge_give(n);
	alarm(0);
	CHECK(is_nudged(fd));
	close(fd);
	for (i = 0; i < 10; i++)
		nudge_give(n);			/* and now it is nobody's */
	nudge_close(n);
}

static void
a_name_too_long_for_a_socket_is_nobody(void **state)
{
	char	 longer[300];

	(void)state;
	memset(longer, 'x', sizeof(longer) - 1);
	longer[0] = '/';
	longer[sizeof(longer) - 1] = '\0';
	assert_null(nudge_open(longer));
	CHECK_INT(nudge_listen(longer), -1);
	nudge_give(NULL);
}

static int
in_a_box(void (*what)(struct db *), struct db *db)
{
	const char *const	 write[] = { top, NULL };
	int			 status;
	pid_t			 pid = fork();

	if (pid == 0) {
		sandbox_enter(&(struct sandbox){ .write = write });
		what(db);
		_exit(0);
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static const struct query	 make = { "make", "CREATE TABLE IF NOT EXISTS t (a INTEGER)" };

static void
commit(struct db *db)
{
	if (db_begin(db) != RC_OK || db_finish(db, db_end(db_start(db, &make))) != RC_OK)
		_exit(1);
}

static void
give_up(struct db *db)
{
	if (db_begin(db) != RC_OK || db_finish(db, RC_CONFLICT) != RC_CONFLICT)
		_exit(1);
}

/* Every program is in such a box. */
static void
a_commit_nudges_out_of_a_sandbox_and_nothing_else_does(void **state)
{
	char		 path[96];
	struct db	*db;
	int		 fd;

	(void)state;
	snprintf(path, sizeof(path), "%s/siaga.db", top);
	db = db_open(path);
	fd = nudge_listen(at);
	assert_true(fd >= 0);
	CHECK_INT(in_a_box(give_up, db), 0);
	CHECK(!is_nudged(fd));
	CHECK_INT(in_a_box(commit, db), 0);
	CHECK(is_nudged(fd));
	close(fd);
	db_close(db);
}

static void
who_looks_sees_that_others_wrote(void **state)
{
	char		 path[96];
	struct db	*one, *other;
	int64_t		 before;

	(void)state;
	snprintf(path, sizeof(path), "%s/seen.db", top);
	one = db_open(path);
	other = db_open(path);
	commit(other);
	before = db_seen(one);
	CHECK_INT(db_seen(one), before);
	assert_int_equal(db_script(other, "INSERT INTO t VALUES (1)"), RC_OK);
	CHECK(db_seen(one) != before);
	db_close(one);
	db_close(other);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(one_who_listens_is_nudged_and_so_is_the_next_one),
		cmocka_unit_test(who_does_not_listen_any_more_holds_nobody_up),
		cmocka_unit_test(a_name_too_long_for_a_socket_is_nobody),
		cmocka_unit_test(a_commit_nudges_out_of_a_sandbox_and_nothing_else_does),
		cmocka_unit_test(who_looks_sees_that_others_wrote),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
