/*
 * worker.c: what the system does by itself: alarms, closings, letters, the checkpoint.
 *
 * Two processes.  One keeps time, and nothing slow may happen in it.  The
 * other sends letters, where there is a mail server (SIAGA_SMTP), what a
 * gateway of messages takes for us, and what wakes a browser.  Each has a
 * store of its own.  When one dies, so does the other, and the supervisor
 * starts both again; what was begun is in the store.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "action/burst_action.h"
#include "action/callback_action.h"
#include "action/draft_action.h"
#include "action/duty_action.h"
#include "action/court_action.h"
#include "action/handoff_action.h"
#include "action/phone_action.h"
#include "action/photo_action.h"
#include "action/place_action.h"
#include "action/read_action.h"
#include "action/ref_action.h"
#include "action/retention_action.h"
#include "action/search_action.h"
#include "action/see_live.h"
#include "action/unsent_action.h"
#include "action/verify_action.h"
#include "action/sop_action.h"
#include "action/text_gateway.h"
#include "action/disaster_action.h"
#include "action/worker_action.h"
#include "lib/log.h"
#include "lib/migrate.h"
#include "lib/sandbox.h"
#include "lib/when.h"
#include "prog/apps.h"

enum {
	TICK_MS = 1000,
	CLOSE_EVERY = 10, SWEEP_EVERY = 3600, CHECKPOINT_EVERY = 5, VERIFY_EVERY = 30,	/* ticks */
	PATIENCE_MS = 5000,
	IN_VAIN = 30,		/* failures in a row: then somebody else should try */
};

static volatile sig_atomic_t	stopping;

static void
stop(int sig)
{
	(void)sig;
	stopping = 1;
}

struct shop {				/* what one process works with */
	struct arena	 arena;
	struct db	*db;
	struct secret	*secret;
	const char	*wal;
	const char	*spool;		/* where readers put down what they read */
	int64_t		 written;	/* when the log was last seen to grow, ns */
	int		 failures;
};

static int64_t
now(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static struct desk
desk_of(struct shop *s)
{
	return (struct desk){ .db = s->db, .arena = &s->arena, .secret = s->secret,
	    .ref = ref_current(s->db, now()), .who = { .role = ROLE_WORKER, .name = "" },
	    .now = now(), .spool = s->spool };
}

static void
open_shop(struct shop *s)
{
	const char	*dir = getenv("SIAGA_DATA");
	struct arena	*a = &s->arena;

	if (dir == NULL || *dir == '\0')
		log_die("SIAGA_DATA is not set");
	s->secret = secret_open(arena_printf(a, "%s/siaga.key", dir));
	s->db = db_open(arena_printf(a, "%s/siaga.db", dir));
	if (db_version(s->db) != (int64_t)nmigrations)
		log_die("the store is of another version; run siaga migrate");
	db_limit(s->db, worker_grants);
	db_patience(s->db, LANE_PUBLIC, PATIENCE_MS);
	s->spool = strdup(arena_printf(a, "%s/readings", dir));
	s->wal = strdup(arena_printf(a, "%s/siaga.db-wal", dir));
	arena_reset(a);
}

/* The one that keeps time needs the store, and to end the other one. */
static void
stay_with_store(void)
{
	const char *const	 write[] = { getenv("SIAGA_DATA"), NULL };

	sandbox_enter(&(struct sandbox){ .write = write, .kills = true });
}

/* The one that sends letters: also their texts, and what finding a server takes. */
static void
stay_with_post(void)
{
	const char *const	 write[] = { getenv("SIAGA_DATA"), NULL };
	const char *const	 read[] = { getenv("SIAGA_TEMPLATES"), "/etc", "/lib", "/lib64",
		"/usr/lib", "/usr/share/ca-certificates", "/run/systemd/resolve",
		"/run/resolvconf", "/run/nscd", NULL };

	sandbox_enter(&(struct sandbox){ .read = read, .write = write, .network = true });
}

static void
close_shop(struct shop *s)
{
	db_close(s->db);
	secret_close(s->secret);
	free((void *)(uintptr_t)s->wal);
	free((void *)(uintptr_t)s->spool);
	arena_reset(&s->arena);
}

/* A busy store is busy; a broken one is left to whoever is started next. */
static void
judge(struct shop *s, enum rc rc, const char *what)
{
	if (rc == RC_OK) {
		s->failures = 0;
		return;
	}
	log_warn("%s: rc %d", what, (int)rc);
	if (++s->failures >= IN_VAIN)
		log_die("%d failures in a row", s->failures);
}

static void
rest(int64_t began)
{
	int64_t		 left = TICK_MS - (now() - began);
	struct timespec	 t = { .tv_nsec = (left > 0 && left <= TICK_MS ? left : TICK_MS) % 1000 *
				1000000 };

	if (t.tv_nsec == 0)
		t.tv_sec = 1;
	nanosleep(&t, NULL);		/* a signal ends it, and then we look why */
}

/* --- the process that keeps time ------------------------------------------------------- */

/* The log is carried into the store when it has grown; nobody else does that. */
static void
checkpoint(struct shop *s)
{
	struct stat	 st;
	int64_t		 written;

	if (stat(s->wal, &st) != 0 || st.st_size == 0)
		return;
	written = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	if (written == s->written)
		return;
	s->written = written;
	judge(s, db_checkpoint(s->db), "the checkpoint");
}

/* A little every ten seconds while there is something to forget; else once an hour. */
static void
forget(struct shop *s, const struct desk *d, int64_t ticks)
{
	static struct photo_rounds	 rounds;
	static int64_t			 next;
	size_t				 n = 0;

	if (ticks % CLOSE_EVERY == 0)
		judge(s, worker_photos(d, &rounds, &n), "photos to be removed");
	if (ticks < next)
		return;
	judge(s, worker_retention(d, &n), "what is to be forgotten");
	next = ticks + (n > 0 ? CLOSE_EVERY : SWEEP_EVERY);
}

/* After a step of the schema: tickets older than the search, until all are in. */
static void
index_old(struct shop *s, const struct desk *d)
{
	static bool	 done;

	if (!done)
		judge(s, worker_search(d, &done), "words of old tickets");
}

/* What comes to its end, passes its limit, is silent too long. */
static void
keep_clocks(struct shop *s, const struct desk *d)
{
	size_t	 n = 0;

	judge(s, worker_closings(d, &n), "closings");
	judge(s, worker_silences(d, &n), "silences");
	judge(s, worker_overdue(d, &n), "limits that passed");
	judge(s, worker_duty(d, &n), "who is on duty");
}

static void
tick(struct shop *s, int64_t ticks)
{
	static bool	 behind;	/* the chain of events is not yet walked to its end */
	struct desk	 d = desk_of(s);
	size_t		 n = 0;

	judge(s, worker_alarms(&d, &n), "alarms");
	judge(s, worker_clocks(&d, &n), "the calendar");
	judge(s, worker_disasters(&d, &n), "disasters");
	judge(s, read_record(&d, &n), "readings");
	judge(s, worker_drafts(&d, &n), "drafts of calls");
	judge(s, worker_rings(&d, &n), "calls that ring");
	judge(s, worker_recalls(&d, &n), "numbers to be called back");
	judge(s, worker_bursts(&d, &n), "hang-ups");
	judge(s, worker_texts(&d, &n), "written reports");
	judge(s, worker_unsent(&d, &n), "notes to reporters");
	if (ticks % CLOSE_EVERY == 0)
		judge(s, worker_handoffs(&d, &n), "hand-offs");
	judge(s, worker_courts(&d, &n), "the arbiter");
	judge(s, worker_carriers(&d, &n), "channels of messages");
	if (ticks % CLOSE_EVERY == 0)
		judge(s, worker_privacy(&d, &n), "the privacy desk's clocks");
	if (ticks % CLOSE_EVERY == 0)
		keep_clocks(s, &d);
	if (ticks % CLOSE_EVERY == 0)
		judge(s, live_forget(&d), "signals");
	if (ticks % CLOSE_EVERY == 0)
		judge(s, locate_forget(&d), "links");
	if (ticks % CLOSE_EVERY == 0)
		judge(s, sop_due(&d, &n), "SOP cards");
	if (ticks % SWEEP_EVERY == 0)
		judge(s, worker_sweep(&d), "the sweep");
	forget(s, &d, ticks);
	index_old(s, &d);
	if (behind || ticks % VERIFY_EVERY == 0)
		judge(s, verify_some(&d, &behind), "the chain of events");
	if (ticks % CHECKPOINT_EVERY == 0)
		checkpoint(s);
	arena_reset(&s->arena);
}

static void
keep_time(pid_t mailer)
{
	struct shop	 s = { 0 };
	int64_t		 began, ticks;

	open_shop(&s);
	stay_with_store();
	log_info("ready");
	for (ticks = 0; !stopping; ticks++) {
		began = now();
		tick(&s, ticks);
		if (mailer > 0 && waitpid(mailer, NULL, WNOHANG) != 0)
			log_die("the mailer is gone");
		if (!stopping)
			rest(began);
	}
	close_shop(&s);
	if (mailer > 0) {
		kill(mailer, SIGTERM);
		waitpid(mailer, NULL, 0);
	}
}

/* --- the process that sends letters, and answers to gateways ------------------------------ */

static void
send_letters_of(struct shop *s, struct post_office *office, const struct desk *d)
{
	size_t	 n = 0;

	judge(s, worker_letters(d, office, &n), "letters");
	judge(s, worker_head(d, office), "the head");
	judge(s, worker_privacy_mail(d, office), "the privacy desk's letter");
}

static void
send_some(struct shop *s, struct post_office *office)
{
	static bool	 said;
	struct desk	 d = desk_of(s);
	size_t		 n = 0;

	judge(s, worker_replies(&d, hook_post, &n), "answers to gateways");
	office->from = "";
	judge(s, worker_sender(&d, &office->from), "the sender");
	judge(s, worker_notices(&d, office, &n), "messages to people");
	if (*office->server == '\0') {
		arena_reset(&s->arena);
		return;
	}
	if (*office->from != '\0') {
		send_letters_of(s, office, &d);
	} else if (!said) {
		log_warn("no sender: letters wait until siaga setting mail_from ADDRESS");
	}
	said = *office->from == '\0';
	arena_reset(&s->arena);
}

static int
send_letters(const char *server)
{
	const char		*url = getenv("SIAGA_URL");
	struct post_office	 office = { .tmpl = tmpl_open(getenv("SIAGA_TEMPLATES")),
		.server = server, .url = url == NULL ? "" : url, .send = mail_send,
		.hook = hook_post, .push = hook_push };
	struct shop		 s = { 0 };
	int64_t			 began;

	open_shop(&s);
	stay_with_post();
	if (*server != '\0')
		log_info("letters go to %s", server);
	while (!stopping) {
		began = now();
		send_some(&s, &office);
		if (!stopping)
			rest(began);
	}
	close_shop(&s);
	tmpl_close(office.tmpl);
	return 0;
}

static pid_t
start_mailer(const char *server)
{
	pid_t	 parent = getpid(), pid = fork();

	if (pid < 0)
		log_die("no second process");
	if (pid > 0)
		return pid;
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)		/* it died before it could take us along */
		_exit(1);
	_exit(send_letters(server));
}

int
main(void)
{
	const char		*server = getenv("SIAGA_SMTP");
	struct sigaction	 end = { .sa_handler = stop };
	pid_t			 mailer = 0;

	secret_start();
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGINT, &end, NULL);
	if (server == NULL || *server == '\0')
		log_info("SIAGA_SMTP is not set; letters wait in the outbox");
	mailer = start_mailer(server == NULL ? "" : server);
	keep_time(mailer);
	return 0;
}
