/* test_keys.c: keys that change while programs run, and a store that was carried away. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "action/demo_action.h"
#include "action/person.h"
#include "action/ref_action.h"
#include "action/rotate_action.h"
#include "check.h"
#include "city.h"
#include "store/identity_store.h"

static struct desk	 d;
static char		 dir[] = "/tmp/siaga-keys.XXXXXX";

static int
open_city(void **state)
{
	(void)state;
	d = city_open();
	strcpy(dir, "/tmp/siaga-keys.XXXXXX");
	assert_non_null(mkdtemp(dir));
	return 0;
}

static const char *
in_dir(const char *file)
{
	return arena_printf(d.arena, "%s/%s", dir, file);
}

static int
close_city(void **state)
{
	static const char *const	 files[] = { "siaga.key",
		"siaga.key.new", "siaga.db", "siaga.db-wal", "siaga.db-shm", "siaga.db-turn" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(files); i++)
		unlink(in_dir(files[i]));
	CHECK_INT(rmdir(dir), 0);
	city_close(&d);
	return 0;
}

/* --- a store on the disk ----------------------------------------------------------------- */

static struct desk
on_disk(void)
{
	struct desk	 at = { .arena = d.arena, .who = { .role = ROLE_VISITOR, .name = "" },
				.now = CITY_NOW };

	at.secret = secret_open(in_dir("siaga.key"));
	at.db = db_open(in_dir("siaga.db"));
	at.ref = ref_current(at.db, at.now);
	return at;
}

/* In a process of its own: a store is opened after a fork, never before. */
static void
apart(void (*run)(void))
{
	int	 status;

	if (fork() == 0) {
		run();
		_exit(0);
	}
	wait(&status);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void
found(void)
{
	struct city	 city;
	struct desk	 at = { .arena = d.arena };
	const char	*why = "";
	int		 steps;

	if (secret_make(in_dir("siaga.key")) != RC_OK)
		_exit(1);
	at.db = db_open(in_dir("siaga.db"));
	if (city_read(d.arena, "db/data", DEMO_CITY, &city, &why) != RC_OK ||
	    store_migrate(at.db, &steps) != RC_OK ||
	    city_set_up(at.db, d.arena, &city, CITY_NOW) != RC_OK)
		_exit(1);
	db_close(at.db);
}

static volatile sig_atomic_t	 ended;
static struct { volatile int reads, writes; }	*seen;

static void
end(int sig)
{
	(void)sig;
	ended = 1;
}

/* Opens every seal there is, again and again, by keys it read once. */
static void
read_on(void)
{
	struct desk		 at = on_disk();
	struct arena		 a = { 0 };
	struct sealed_row	*rows;
	const char		*text;
	size_t			 column, i, n;

	while (!ended) {
		for (column = 0; column < sealed_columns(); column++) {
			if (sealed_list(at.db, &a, column, 0, &rows, &n, 5000) != RC_OK)
				_exit(2);
			for (i = 0; i < n; i++)
				if (secret_unseal(at.secret, &a, rows[i].context, rows[i].seal,
				    &text) != RC_OK)
					_exit(3);
		}
		arena_reset(&a);
		seen->reads++;
	}
}

static void
write_on(void)
{
	struct desk	 at = on_disk();

	while (!ended) {
		city_filed(&at, "JLN", true, PRIVACY_CONFIDENTIAL);
		seen->writes++;
	}
}

static pid_t
begin(void (*run)(void))
{
	pid_t	 pid = fork();

	if (pid == 0) {
		signal(SIGTERM, end);
		run();
		_exit(0);
	}
	return pid;
}

static void
ends_well(pid_t pid)
{
	int	 status;

	kill(pid, SIGTERM);
	CHECK(waitpid(pid, &status, 0) == pid);
	CHECK(WIFEXITED(status));
	CHECK_INT(WEXITSTATUS(status), 0);
}

static void
wait_for(const volatile int *what, int more)
{
	const struct timespec	 ms = { .tv_nsec = 1000000 };
	int			 from = *what, i;

	for (i = 0; i < 30000 && *what < from + more; i++)
		nanosleep(&ms, NULL);
	CHECK(*what >= from + more);
}

static void
keys_change_while_programs_run(void **state)
{
	struct key_use	 uses[KEYS_MAX];
	struct rotated	 out;
	struct desk	 at;
	pid_t		 reader, writer;
	uint32_t	 id;
	size_t		 n;

	(void)state;
	seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
	    -1, 0);
	apart(found);
	reader = begin(read_on);
	writer = begin(write_on);
	at = on_disk();
	wait_for(&seen->writes, 150);		/* more than one transaction's worth */
	CHECK_INT(secret_add(in_dir("siaga.key"), &id), RC_OK);
	CHECK_INT(rotate_seals(&at, &out), RC_OK);
	CHECK(out.key == id && out.done >= 150 && out.lost == 0);
	wait_for(&seen->reads, 3);
	wait_for(&seen->writes, 20);
	CHECK_INT(secret_add(in_dir("siaga.key"), &id), RC_OK);
	CHECK_INT(rotate_seals(&at, &out), RC_OK);
	wait_for(&seen->reads, 3);
	ends_well(writer);
	ends_well(reader);
	CHECK_INT(rotate_uses(&at, uses, &n), RC_OK);
	CHECK_INT(n, 3);
	CHECK(uses[0].seals == 0 && uses[0].looks_up && uses[1].seals == 0 && uses[2].newest);
	CHECK(uses[2].seals >= 170);
	CHECK_INT(secret_drop(in_dir("siaga.key"), 2), RC_OK);
	CHECK(secret_reload(at.secret));
	CHECK_INT(rotate_uses(&at, uses, &n), RC_OK);
	CHECK(n == 2 && uses[1].id == 3 && uses[1].seals >= 170);
	CHECK_INT(city_count(&at, "SELECT count(*) FROM event WHERE act = 'rotate'"), 2);
	db_close(at.db);
	secret_close((struct secret *)(uintptr_t)at.secret);
	munmap(seen, sizeof(*seen));
}

/* A seal that no key opens is left alone and told, and keeps no other from its turn. */
static void
what_does_not_open_is_told(void **state)
{
	struct key_use	 uses[KEYS_MAX];
	struct receipt	 r;
	struct rotated	 out;
	struct desk	 at;
	uint32_t	 id;
	size_t		 n;

	(void)state;
	apart(found);
	at = on_disk();
	r = city_filed(&at, "JLN", true, PRIVACY_PUBLIC);
	city_filed(&at, "JLN", true, PRIVACY_PUBLIC);
	CHECK_INT(db_begin(at.db), RC_OK);
	CHECK_INT(db_finish(at.db, sealed_save(at.db, 0, r.reporter, (struct bytes){
	    "\1\0\0\0\7nothing that was ever sealed, and long enough", 50 })), RC_OK);
	CHECK_INT(secret_add(in_dir("siaga.key"), &id), RC_OK);
	CHECK_INT(rotate_seals(&at, &out), RC_OK);
	CHECK(out.done == 1 && out.lost == 1);
	CHECK_INT(rotate_uses(&at, uses, &n), RC_OK);
	CHECK(n == 3 && uses[2].id == 0 && uses[2].seals == 1);
	db_close(at.db);
	secret_close((struct secret *)(uintptr_t)at.secret);
}

/* --- a stolen store ------------------------------------------------------------------------- */

static void
show_nothing(int percent)
{
	(void)percent;
}

static void
play(void)
{
	const struct demo_plan	 plan = { .until = CITY_NOW, .days = 1, .rate = 50, .seed = 112,
		.files = "db/data", .progress = show_nothing };
	struct demo_tally	 n;
	struct desk		 at;
	const char		*why = "";

	found();
	at = on_disk();
	if (demo_play(&at, &plan, &n, &why) != RC_OK)
		_exit(1);
	_exit(0);		/* as a machine that was carried away: the log is not closed */
}

static char *
read_whole(const char *file, size_t *len)
{
	struct stat	 st;
	char		*text;
	int		 fd = open(in_dir(file), O_RDONLY);

	if (fd < 0 || fstat(fd, &st) != 0 || st.st_size == 0)
		return NULL;
	*len = (size_t)st.st_size;
	text = mmap(NULL, *len, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	return text;
}

/* Is the word in the store's file or in its log? */
static bool
lies_about(const char *word)
{
	static const char *const	 files[] = { "siaga.db", "siaga.db-wal" };
	bool				 found_it = false;
	char				*text;
	size_t				 i, len;

	for (i = 0; i < COUNT(files); i++) {
		if ((text = read_whole(files[i], &len)) == NULL)
			continue;
		found_it = found_it || memmem(text, len, word, strlen(word)) != NULL;
		munmap(text, len);
	}
	return found_it;
}

static bool
is_staff(const struct desk *at, const char *name)
{
	struct account	*people;
	size_t		 i, n;

	CHECK_INT(demo_people(at->db, at->arena, &people, &n), RC_OK);
	for (i = 0; i < n; i++)
		if (strstr(people[i].name, name) != NULL)
			return true;
	return false;
}

static void
a_stolen_store_tells_nobody(void **state)
{
	struct desk		 at;
	struct sealed_row	*rows;
	struct identity		 who;
	struct stat		 st;
	size_t			 i, n, names = 0, phones = 0, mails = 0;

	(void)state;
	apart(play);
	CHECK_INT(stat(in_dir("siaga.db-wal"), &st), 0);
	CHECK(st.st_size > 0);
	CHECK(lies_about("DRT-26-"));		/* what is no secret is found: we can look */
	at = on_disk();
	CHECK_INT(sealed_list(at.db, at.arena, 0, 0, &rows, &n, 100000), RC_OK);
	CHECK(n > 50);
	for (i = 0; i < n; i++) {
		CHECK_INT(person_unseal(&at, rows[i].id, rows[i].seal, &who), RC_OK);
		if (strchr(who.name, ' ') != NULL && !is_staff(&at, who.name)) {
			if (lies_about(who.name))
				fail_msg("%s lies about", who.name);
			names++;
		}
		phones += *who.phone != '\0';
		mails += *who.email != '\0';
		CHECK(*who.phone == '\0' || !lies_about(who.phone));
		CHECK(*who.email == '\0' || !lies_about(who.email));
	}
	CHECK(names > 20 && phones > 50 && mails > 5);
	db_close(at.db);
	secret_close((struct secret *)(uintptr_t)at.secret);
}

int
main(void)
{
#define TEST(f)	cmocka_unit_test_setup_teardown(f, open_city, close_city)
	const struct CMUnitTest	 tests[] = {
		TEST(keys_change_while_programs_run),
		TEST(what_does_not_open_is_told),
		TEST(a_stolen_store_tells_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
