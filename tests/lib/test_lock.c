/* test_lock.c: writers take turns; processes are forked and killed. */
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "check.h"
#include "lib/lock.h"

/* What parent and children see of each other. */
struct shared {
	_Atomic int	 inside, clashes, ready, done;
	_Atomic int	 order[64], n;
	_Atomic int	 takes[LANE_COUNT];
};

static struct shared	*shared;
static char		 path[64];

static int
setup(void **state)
{
	int	 fd;

	(void)state;
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	strcpy(path, "/tmp/test_lock.XXXXXX");
	if ((fd = mkstemp(path)) < 0)
		return -1;
	return close(fd);
}

static int
teardown(void **state)
{
	(void)state;
	unlink(path);
	return munmap(shared, sizeof(*shared));
}

static void
pause_ms(int ms)
{
	struct timespec	 ts = { ms / 1000, ms % 1000 * 1000000L };

	nanosleep(&ts, NULL);
}

static int64_t
clock_ms(void)
{
	struct timespec	 ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static pid_t
child(void (*run)(int), int arg)
{
	pid_t	 pid = fork();

	if (pid == 0) {
		run(arg);
		_exit(0);
	}
	return pid;
}

static void
wait_for(_Atomic int *value, int least)
{
	int64_t	 until = clock_ms() + 5000;

	while (atomic_load(value) < least && clock_ms() < until)
		pause_ms(1);
	CHECK(atomic_load(value) >= least);
}

static void
enter_often(int lane)
{
	struct lock	*l = lock_open(path);
	int		 i;

	for (i = 0; i < 2000; i++) {
		if (lock_take(l, (enum lane)lane, 20000) != RC_OK)
			_exit(1);
		if (atomic_fetch_add(&shared->inside, 1) != 0)
			atomic_fetch_add(&shared->clashes, 1);
		atomic_fetch_sub(&shared->inside, 1);
		lock_give(l);
	}
	lock_close(l);
}

static void
one_at_a_time(void **state)
{
	pid_t	 pids[6];
	int	 i, status;

	(void)state;
	for (i = 0; i < 6; i++)
		pids[i] = child(enter_often, i % LANE_COUNT);
	for (i = 0; i < 6; i++) {
		waitpid(pids[i], &status, 0);
		CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	CHECK(atomic_load(&shared->clashes) == 0);
}

/* Joins the line and notes when it came in. */
static void
queue_up(int who)
{
	struct lock	*l = lock_open(path);

	atomic_fetch_add(&shared->ready, 1);
	if (lock_take(l, (enum lane)(who / 10), 5000) != RC_OK)
		_exit(1);
	atomic_store(&shared->order[atomic_fetch_add(&shared->n, 1)], who);
	pause_ms(5);
	lock_give(l);
	lock_close(l);
}

/* The last ticket that was given out: see struct table in lock.c. */
static uint64_t
last_ticket(void)
{
	uint64_t	 ticket = 0;
	int		 fd = open(path, O_RDONLY);

	CHECK(pread(fd, &ticket, sizeof(ticket), 16) == sizeof(ticket));
	close(fd);
	return ticket;
}

/* Six come while the lock is held; in which order did they go in? */
static bool
goes_by_lane_and_ticket(struct lock *l)
{
	static const int	 come[] = { 20, 21, 10, 11, 0, 1 };
	static const int	 want[] = { 0, 1, 10, 11, 20, 21 };
	uint64_t		 before = last_ticket();
	bool			 good = true;
	int			 i;

	atomic_store(&shared->n, 0);
	CHECK(lock_take(l, LANE_DESK, 100) == RC_OK);
	for (i = 0; i < 6; i++) {
		child(queue_up, come[i]);
		while (last_ticket() != before + (uint64_t)i + 1)
			pause_ms(1);
	}
	pause_ms(5);
	lock_give(l);
	while (wait(NULL) > 0)
		;
	for (i = 0; i < 6; i++)
		good = good && atomic_load(&shared->order[i]) == want[i];
	return good;
}

/*
 * Who sleeps through its turn for a whole nap is taken for dead, and that may
 * happen to the living on a machine with too much to do: one round in ten.
 */
static void
by_lane_then_by_ticket(void **state)
{
	struct lock	*l = lock_open(path);
	int		 tries = 1;

	(void)state;
	while (!goes_by_lane_and_ticket(l))
		CHECK(++tries <= 10);
	lock_close(l);
}

static void
take_until_done(int lane)
{
	struct lock	*l = lock_open(path);

	while (!atomic_load(&shared->done)) {
		if (lock_take(l, (enum lane)lane, 5000) != RC_OK)
			_exit(1);
		atomic_fetch_add(&shared->takes[lane], 1);
		pause_ms(1);
		lock_give(l);
	}
	lock_close(l);
}

static void
the_last_lane_does_not_starve(void **state)
{
	int	 i;

	(void)state;
	for (i = 0; i < 4; i++)
		child(take_until_done, i < 3 ? LANE_DESK : LANE_PUBLIC);
	pause_ms(600);
	atomic_store(&shared->done, 1);
	while (wait(NULL) > 0)
		;
	CHECK(atomic_load(&shared->takes[LANE_PUBLIC]) >= 10);
	CHECK(atomic_load(&shared->takes[LANE_DESK]) > 3 * atomic_load(&shared->takes[LANE_PUBLIC]));
}

static void
take_and_stay(int ms)
{
	struct lock	*l = lock_open(path);

	if (lock_take(l, LANE_DESK, 5000) != RC_OK)
		_exit(1);
	atomic_fetch_add(&shared->ready, 1);
	pause_ms(ms);
	lock_give(l);
}

static void
a_killed_holder_stops_nobody(void **state)
{
	struct lock	*l = lock_open(path);
	pid_t		 pid = child(take_and_stay, 10000);
	int64_t		 killed;

	(void)state;
	wait_for(&shared->ready, 1);
	CHECK(lock_take(l, LANE_PUBLIC, 30) == RC_BUSY);
	kill(pid, SIGKILL);
	killed = clock_ms();
	CHECK(lock_take(l, LANE_PUBLIC, 1000) == RC_OK);
	CHECK(clock_ms() - killed < 300);
	lock_give(l);
	lock_close(l);
	waitpid(pid, NULL, 0);
}

static void
a_killed_waiter_stops_nobody(void **state)
{
	struct lock	*l = lock_open(path);
	pid_t		 dead, alive;
	int64_t		 freed;

	(void)state;
	CHECK(lock_take(l, LANE_PUBLIC, 0) == RC_OK);
	dead = child(queue_up, 0);
	wait_for(&shared->ready, 1);
	pause_ms(15);
	kill(dead, SIGKILL);
	waitpid(dead, NULL, 0);
	alive = child(queue_up, 20);
	wait_for(&shared->ready, 2);
	pause_ms(15);
	lock_give(l);
	freed = clock_ms();
	waitpid(alive, NULL, 0);
	CHECK(atomic_load(&shared->n) == 1);
	CHECK(clock_ms() - freed < 400);
	freed = clock_ms();
	CHECK(lock_take(l, LANE_PUBLIC, 1000) == RC_OK);	/* the line is clean again */
	CHECK(clock_ms() - freed < 15);
	lock_give(l);
	lock_close(l);
}

static void
patience_ends(void **state)
{
	struct lock	*l = lock_open(path), *other = lock_open(path);
	int64_t		 begun;

	(void)state;
	CHECK(lock_take(l, LANE_DESK, 0) == RC_OK);
	begun = clock_ms();
	CHECK(lock_take(other, LANE_DESK, 60) == RC_BUSY);
	CHECK(clock_ms() - begun >= 55);
	CHECK(clock_ms() - begun < 300);
	CHECK(lock_take(other, LANE_DESK, 0) == RC_BUSY);
	lock_give(l);
	CHECK(lock_take(other, LANE_DESK, 0) == RC_OK);
	lock_close(other);				/* gives it back */
	CHECK(lock_take(l, LANE_DESK, 0) == RC_OK);
	lock_close(l);
}

static void
a_spoilt_table_is_made_anew(void **state)
{
	unsigned char	 junk[4096];
	struct lock	*l;
	int		 fd = open(path, O_WRONLY);

	(void)state;
	memset(junk, 0xa5, sizeof(junk));
	CHECK(write(fd, junk, sizeof(junk)) == sizeof(junk));
	close(fd);
	l = lock_open(path);
	CHECK(lock_take(l, LANE_PUBLIC, 0) == RC_OK);
	lock_give(l);
	lock_close(l);
}

/* Waiting marks of processes long gone, and of one that never comes. */
static void
old_marks_hold_up_nobody_for_long(void **state)
{
	uint64_t	 marks[512];
	struct lock	*l = lock_open(path);
	int64_t		 begun = clock_ms();
	int		 fd = open(path, O_RDWR);
	size_t		 i;

	(void)state;
	for (i = 0; i < 512; i++)
		marks[i] = i % 2 == 0 ? 4 : 0;
	marks[511] = 100;				/* the last ticket, in front of the slots */
	CHECK(pwrite(fd, &marks[511], 8, 16) == 8);
	CHECK(pwrite(fd, marks, 4080, 24) == 4080);
	close(fd);
	CHECK(lock_take(l, LANE_PUBLIC, 1000) == RC_OK);
	CHECK(clock_ms() - begun < 300);
	lock_give(l);
	begun = clock_ms();
	CHECK(lock_take(l, LANE_PUBLIC, 1000) == RC_OK);
	CHECK(clock_ms() - begun < 15);
	lock_give(l);
	lock_close(l);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(one_at_a_time),
		T(by_lane_then_by_ticket),
		T(the_last_lane_does_not_starve),
		T(a_killed_holder_stops_nobody),
		T(a_killed_waiter_stops_nobody),
		T(patience_ends),
		T(a_spoilt_table_is_made_anew),
		T(old_marks_hold_up_nobody_for_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
