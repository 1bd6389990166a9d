/*
 * lock.c: writers take turns, fairly.
 *
 * Two parts in one file.  The lock is flock() on it: the kernel gives it back
 * when its holder dies, whatever the table says.  The table says who waits.
 * Each process owns a slot of the table by a lock on one byte of the file,
 * which the kernel gives back, too.
 *
 * Who waits tries the lock only when its turn has come, and sleeps on a futex
 * until the holder wakes it.  The dead neither take their turn nor wake the
 * next: so who has seen no progress for a whole nap tries out of turn and,
 * once in, clears the line before it.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "lib/lock.h"
#include "lib/log.h"

enum {
	SLOTS = 256,
	NAP_MS = 20,		/* how long the dead may hold up the living: twice this */
	EVERY = 8,		/* each eighth turn is the oldest's, whatever its lane */
};

#define MAGIC	0x53494132u	/* another number when the table's shape changes */

struct slot {
	_Atomic uint64_t	 waits;		/* ticket * 4 + lane; 0: does not wait */
	_Atomic uint32_t	 bell;		/* rung to wake it */
	uint32_t		 unused;
};

struct table {
	_Atomic uint32_t	 magic;
	_Atomic uint32_t	 turns;		/* taken so far */
	_Atomic uint32_t	 given;		/* the last turn that was given back */
	uint32_t		 unused;
	_Atomic uint64_t	 ticket;	/* the last one given out */
	struct slot		 slots[SLOTS];
};

struct lock {
	int		 fd;
	bool		 held;
	struct table	*table;
	struct slot	*me;
};

/* A lock on one byte of the file, owned by this open file and lost with it. */
static bool
claim(int fd, size_t slot)
{
	struct flock	 l = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
	    .l_start = (off_t)slot, .l_len = 1 };

	return fcntl(fd, F_OFD_SETLK, &l) == 0;
}

static struct slot *
own_slot(struct lock *l, const char *path)
{
	size_t	 i;

	for (i = 0; i < SLOTS; i++)
		if (claim(l->fd, i))
			break;
	if (i == SLOTS)
		log_die("lock: %s: more than %d processes", path, SLOTS);
	atomic_store(&l->table->slots[i].waits, 0);
	return &l->table->slots[i];
}

/* A table of another shape, or of none, begins anew; the lock itself is not in it. */
static void
repair(struct lock *l)
{
	while (flock(l->fd, LOCK_EX) != 0)
		if (errno != EINTR)
			log_die("lock: %s", strerror(errno));
	if (atomic_load(&l->table->magic) != MAGIC) {
		memset(l->table, 0, sizeof(*l->table));
		atomic_store(&l->table->magic, MAGIC);
	}
	flock(l->fd, LOCK_UN);
}

struct lock *
lock_open(const char *path)
{
	struct lock	*l = calloc(1, sizeof(*l));
	struct stat	 st;
	void		*p;

	if (l == NULL)
		log_die("lock: out of memory");
	l->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	if (l->fd < 0 || fstat(l->fd, &st) != 0)
		log_die("lock: %s: %s", path, strerror(errno));
	if (st.st_size < (off_t)sizeof(struct table) &&
	    ftruncate(l->fd, sizeof(struct table)) != 0)
		log_die("lock: %s: %s", path, strerror(errno));
	p = mmap(NULL, sizeof(struct table), PROT_READ | PROT_WRITE, MAP_SHARED, l->fd, 0);
	if (p == MAP_FAILED)
		log_die("lock: %s: %s", path, strerror(errno));
	l->table = p;
	if (atomic_load(&l->table->magic) != MAGIC)
		repair(l);
	l->me = own_slot(l, path);
	return l;
}

void
lock_close(struct lock *l)
{
	if (l->held)
		lock_give(l);
	munmap(l->table, sizeof(*l->table));
	close(l->fd);
	free(l);
}

/* Whose turn is it?  NULL where nobody waits. */
static struct slot *
first(struct table *t)
{
	bool		 by_age = atomic_load(&t->turns) % EVERY == 0;
	uint64_t	 w, key, best = UINT64_MAX;
	struct slot	*found = NULL;
	size_t		 i;

	for (i = 0; i < SLOTS; i++) {
		if ((w = atomic_load_explicit(&t->slots[i].waits, memory_order_acquire)) == 0)
			continue;
		key = by_age ? w >> 2 : (w & 3) << 62 | w >> 2;
		if (key < best) {
			best = key;
			found = &t->slots[i];
		}
	}
	return found;
}

static void
ring(struct slot *s)
{
	atomic_fetch_add(&s->bell, 1);
	syscall(SYS_futex, &s->bell, FUTEX_WAKE, 1, NULL, NULL, 0);
}

static void
wake_next(struct table *t)
{
	struct slot	*next = first(t);

	if (next != NULL)
		ring(next);
}

/* Sleeps until the bell is no longer as it was heard, or the nap is over. */
static void
nap(struct slot *s, uint32_t heard, int64_t ms)
{
	struct timespec	 ts = { ms / 1000, ms % 1000 * 1000000 };

	syscall(SYS_futex, &s->bell, FUTEX_WAIT, heard, &ts, NULL, 0);
}

int64_t
lock_clock(void)
{
	struct timespec	 ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static bool
try(struct lock *l)
{
	if (flock(l->fd, LOCK_EX | LOCK_NB) != 0)
		return false;
	atomic_fetch_add(&l->table->turns, 1);
	l->held = true;
	return true;
}

/* Who was before us and did not come waits no longer.  The living put themselves back. */
static void
sweep(struct lock *l)
{
	struct slot	*s;

	while ((s = first(l->table)) != NULL && s != l->me)
		atomic_store(&s->waits, 0);
}

/*
 * Did a whole nap pass without a turn taken, though the lock was free all the
 * while (the first in line is dead), or was never given back (perhaps the
 * holder is dead: the kernel knows)?
 */
static bool
is_stuck(struct table *t, uint32_t *turns, bool *was_free)
{
	uint32_t	 now = atomic_load(&t->turns);
	bool		 is_free = atomic_load(&t->given) == now;
	bool		 stuck = now == *turns && (!is_free || *was_free);

	*turns = now;
	*was_free = is_free;
	return stuck;
}

/* In line, until the lock is ours or patience ends. */
static bool
wait_turn(struct lock *l, uint64_t place, int64_t until)
{
	uint32_t	 heard, turns = 0;
	bool		 was_free = false, stuck = false;
	int64_t		 left;

	is_stuck(l->table, &turns, &was_free);
	for (;;) {
		atomic_store(&l->me->waits, place);
		heard = atomic_load(&l->me->bell);
		if ((stuck || first(l->table) == l->me) && try(l)) {
			if (stuck)
				sweep(l);
			return true;
		}
		if ((left = until - lock_clock()) <= 0)
			return false;
		nap(l->me, heard, left < NAP_MS ? left : NAP_MS);
		stuck = is_stuck(l->table, &turns, &was_free) &&
		    atomic_load(&l->me->bell) == heard;
	}
}

enum rc
lock_take(struct lock *l, enum lane lane, int milliseconds)
{
	uint64_t	 ticket;
	bool		 taken;

	if (l->held)
		log_die("lock: taken twice");
	if (first(l->table) == NULL && try(l))
		return RC_OK;
	ticket = atomic_fetch_add(&l->table->ticket, 1) + 1;
	taken = wait_turn(l, ticket << 2 | (uint64_t)lane, lock_clock() + milliseconds);
	atomic_store(&l->me->waits, 0);
	if (!taken)
		wake_next(l->table);	/* the bell may have rung for us, too late */
	return taken ? RC_OK : RC_BUSY;
}

void
lock_give(struct lock *l)
{
	if (!l->held)
		log_die("lock: given twice");
	l->held = false;
	atomic_store(&l->table->given, atomic_load(&l->table->turns));
	flock(l->fd, LOCK_UN);
	wake_next(l->table);
}
