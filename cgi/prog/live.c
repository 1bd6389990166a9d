/*
 * live.c: holds the lines of all open screens, and says on them what changed.
 *
 * One process, in which nothing waits: for a browser, for a writer, for a lock.
 * Writers nudge it after they have committed; where a nudge is lost it looks by
 * itself, four times a second.  It only reads: what it has told, it forgets,
 * and who comes back says what was heard last.
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/migrate.h"
#include "lib/nudge.h"
#include "lib/sandbox.h"
#include "page/live_page.h"
#include "prog/apps.h"

enum { SPARE = 100, PATIENCE_MS = 1000 };

static volatile sig_atomic_t	stopping;

static void
stop(int sig)
{
	(void)sig;
	stopping = 1;
}

static int64_t
now(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The store, and where a nudge comes in: -1 where none can. */
static int
open_house(struct hall *h, struct arena *a)
{
	const char	*dir = getenv("SIAGA_DATA");
	int		 nudge;

	if (dir == NULL || *dir == '\0')
		log_die("SIAGA_DATA is not set");
	secret_start();
	h->desk = (struct desk){ .arena = a, .who = { .role = ROLE_NONE, .name = "" }, .now = now() };
	h->desk.secret = secret_open(arena_printf(a, "%s/siaga.key", dir));
	h->desk.db = db_open(arena_printf(a, "%s/siaga.db", dir));
	if (db_version(h->desk.db) != (int64_t)nmigrations)
		log_die("the store is of another version; run siaga migrate");
	db_limit(h->desk.db, live_grants);
	db_patience(h->desk.db, LANE_PUBLIC, PATIENCE_MS);
	if ((nudge = nudge_listen(arena_printf(a, "%s/siaga.db" DB_NUDGE, dir))) < 0)
		log_warn("nobody can nudge here; looking by itself");
	arena_reset(a);
	return nudge;
}

/* A line is a descriptor, and by custom a process begins with 1024 of them. */
static void
make_room(void)
{
	struct rlimit	 r;

	if (getrlimit(RLIMIT_NOFILE, &r) != 0)
		return;
	r.rlim_cur = r.rlim_max < HALL_LINES + SPARE ? r.rlim_max : HALL_LINES + SPARE;
	if (setrlimit(RLIMIT_NOFILE, &r) != 0 || r.rlim_cur < HALL_LINES)
		log_warn("no more than %d lines", (int)r.rlim_cur - SPARE);
}

static void
stay_inside(void)
{
	const char *const	 write[] = { getenv("SIAGA_DATA"), NULL };

	sandbox_enter(&(struct sandbox){ .write = write });
}

static bool
is_listening(int fd)
{
	int		 yes = 0;
	socklen_t	 len = sizeof(yes);

	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &len) == 0 && yes != 0;
}

int
main(void)
{
	static struct hall	 h;
	struct arena		 a = { 0 };
	struct sigaction	 end = { .sa_handler = stop };
	struct events		*events;
	int			 nudge;

	if (!is_listening(STDIN_FILENO))
		log_die("the standard input is no socket that listens");
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGINT, &end, NULL);
	signal(SIGPIPE, SIG_IGN);
	make_room();
	nudge = open_house(&h, &a);
	events = events_open(STDIN_FILENO, HALL_LINES + SPARE / 2, &hall_host, &h);
	if (nudge >= 0)
		events_watch(events, nudge);
	stay_inside();
	hall_open(&h);
	log_info("ready");
	while (!stopping) {
		events_wait(events, hall_step(&h, now()));
		nudge_take(nudge);
	}
	events_close(events);
	db_close(h.desk.db);
	return 0;
}
