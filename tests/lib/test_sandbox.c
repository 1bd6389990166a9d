/* test_sandbox.c: what a program that has entered cannot do any more. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "lib/sandbox.h"

static char	 top[64], seen[96], kept[96], hidden[96];

static void
put(const char *folder, const char *name)
{
	char	 path[200];
	int	 fd;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	fd = open(path, O_WRONLY | O_CREAT, 0600);
	assert_true(fd >= 0 && write(fd, "x", 1) == 1);
	close(fd);
}

static int
make_folders(void **state)
{
	(void)state;
	strcpy(top, "/tmp/siaga-box.XXXXXX");
	assert_non_null(mkdtemp(top));
	snprintf(seen, sizeof(seen), "%s/seen", top);
	snprintf(kept, sizeof(kept), "%s/kept", top);
	snprintf(hidden, sizeof(hidden), "%s/hidden", top);
	assert_int_equal(mkdir(seen, 0700) | mkdir(kept, 0700) | mkdir(hidden, 0700), 0);
	put(seen, "file");
	put(kept, "file");
	put(hidden, "file");
	return 0;
}

static int
remove_folders(void **state)
{
	char	 command[200];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", top);
	return system(command);
}

static bool
knows_landlock(void)
{
	return syscall(444, NULL, 0, 1) > 0;
}

static const char *
in(const char *folder, const char *name)
{
	static char	 path[2][200];
	static int	 turn;

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", folder, name);
	return path[turn];
}

/* 0, or errno. */
static int
opens(const char *path, int how)
{
	int	 fd = open(path, how, 0600);

	if (fd < 0)
		return errno;
	close(fd);
	return 0;
}

static int
connects(void)
{
	struct sockaddr_in	 to = { .sin_family = AF_INET, .sin_port = htons(9),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int			 s = socket(AF_INET, SOCK_STREAM, 0);
	int			 err = connect(s, (struct sockaddr *)&to, sizeof(to)) == 0 ? 0 : errno;

	close(s);
	return err;
}

static int
runs(const char *path)
{
	int	 status;
	pid_t	 pid = fork();

	if (pid == 0) {
		execl(path, path, (char *)NULL);
		_exit(errno);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define WANT(what)	do { if (!(what)) { dprintf(2, "# not so: %s\n", #what); bad++; } } while (0)

static int
inside(const struct sandbox *box)
{
	pid_t	 parent = getppid();
	int	 bad = 0;

	sandbox_enter(box);
	WANT(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1);
	WANT(opens(in(seen, "file"), O_RDONLY) == 0);
	WANT(opens(in(seen, "file"), O_WRONLY) == EACCES);
	WANT(opens(in(seen, "new"), O_WRONLY | O_CREAT) == EACCES);
	WANT(opens(in(kept, "new"), O_RDWR | O_CREAT) == 0);
	WANT(truncate(in(kept, "file"), 0) == 0);
	WANT(rename(in(kept, "new"), in(kept, "newer")) == 0 && unlink(in(kept, "newer")) == 0);
	WANT(mkdir(in(kept, "folder"), 0700) == 0 && rmdir(in(kept, "folder")) == 0);
	WANT(opens(in(hidden, "file"), O_RDONLY) == EACCES);
	WANT(opens("/etc/passwd", O_RDONLY) == EACCES);
	WANT(truncate(in(seen, "file"), 0) == -1 && errno == EACCES);
	WANT(runs("/bin/true") == (box->run == NULL ? EACCES : 0));
	WANT(runs("/bin/sh") == EACCES);
	WANT(symlink("/etc/passwd", in(kept, "link")) == -1 && errno == EACCES);
	WANT(box->network ? connects() == ECONNREFUSED : connects() == EACCES);
	WANT(box->kills ? kill(parent, 0) == 0 : kill(parent, 0) == -1 && errno == EPERM);
	return bad;
}

static int
enter(const struct sandbox *box)
{
	int	 status;
	pid_t	 pid = fork();

	if (pid == 0)
		_exit(inside(box));
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
only_what_was_given_is_there(void **state)
{
	const char *const	 read[] = { seen, "/not/there", NULL };
	const char *const	 write[] = { kept, NULL };

	(void)state;
	if (!knows_landlock())
		skip();
	CHECK_INT(enter(&(struct sandbox){ .read = read, .write = write }), 0);
}

static void
who_sends_letters_may_connect(void **state)
{
	const char *const	 read[] = { seen, NULL };
	const char *const	 write[] = { kept, NULL };

	(void)state;
	if (!knows_landlock())
		skip();
	CHECK_INT(enter(&(struct sandbox){ .read = read, .write = write, .network = true,
	    .kills = true }), 0);
}

static void
who_runs_one_program_runs_no_other(void **state)
{
	const char *const	 read[] = { seen, "/etc/ld.so.cache", "/usr/lib", "/lib", NULL };
	const char *const	 write[] = { kept, NULL };
	const char *const	 run[] = { "/bin/true", "/lib64/ld-linux-x86-64.so.2",
		"/lib/ld-linux-aarch64.so.1", NULL };

	(void)state;
	if (!knows_landlock())
		skip();
	CHECK_INT(enter(&(struct sandbox){ .read = read, .write = write, .run = run }), 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(who_runs_one_program_runs_no_other),
		cmocka_unit_test(only_what_was_given_is_there),
		cmocka_unit_test(who_sends_letters_may_connect),
	};

	unsetenv("SIAGA_SANDBOX");
	return cmocka_run_group_tests(tests, make_folders, remove_folders);
}
