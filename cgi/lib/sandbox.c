/*
 * sandbox.c: once all is open, a program gives up what it does not need.
 *
 * Landlock: a process binds itself to a list of folders, and nothing it does
 * later, not even with somebody else's code in it, undoes that.  The numbers
 * are the kernel's; its headers on the machine that builds may be older than
 * the kernel on the one that runs.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/rc.h"
#include "lib/sandbox.h"

enum {
	FS_EXECUTE	= 1 << 0,
	FS_WRITE_FILE	= 1 << 1,
	FS_READ_FILE	= 1 << 2,
	FS_READ_DIR	= 1 << 3,
	FS_REMOVE_DIR	= 1 << 4,
	FS_REMOVE_FILE	= 1 << 5,
	FS_MAKE_DIR	= 1 << 7,
	FS_MAKE_REG	= 1 << 8,
	FS_REFER	= 1 << 13,	/* ABI 2: into another folder */
	FS_TRUNCATE	= 1 << 14,	/* ABI 3 */
	FS_IOCTL_DEV	= 1 << 15,	/* ABI 5 */
	FS_FILE		= FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE, /* of one file */
	FS_SEE		= FS_READ_FILE | FS_READ_DIR,
	FS_RUN		= FS_READ_FILE | FS_EXECUTE,
	FS_KEEP		= FS_SEE | FS_WRITE_FILE | FS_REMOVE_DIR | FS_REMOVE_FILE | FS_MAKE_DIR |
			  FS_MAKE_REG | FS_REFER | FS_TRUNCATE,
	NET_TCP		= 1 << 0 | 1 << 1,	/* ABI 4: bind, connect */
	SCOPE_SOCKET	= 1 << 0,		/* ABI 6: abstract sockets of others */
	SCOPE_SIGNAL	= 1 << 1,
};

/* struct landlock_ruleset_attr, as it has grown; an old kernel reads the zeros behind. */
struct ruleset {
	uint64_t	 fs, net, scoped;
};

struct beneath {		/* struct landlock_path_beneath_attr */
	uint64_t	 rights;
	int32_t		 fd;
} __attribute__((packed));

enum { CREATE = 444, ADD_RULE, RESTRICT_SELF };		/* on every architecture */

/* Which version of Landlock the kernel speaks; 0 where none. */
static int
spoken(void)
{
	long	 abi = syscall(CREATE, NULL, 0, 1);

	return abi < 0 ? 0 : (int)abi;
}

/* Every right that this kernel can take away, from each what is not to stay. */
static struct ruleset
all_of(int abi, const struct sandbox *box)
{
	struct ruleset	 r = { .fs = (1 << 13) - 1 };

	r.fs |= (abi >= 2 ? FS_REFER : 0) | (abi >= 3 ? FS_TRUNCATE : 0) |
	    (abi >= 5 ? FS_IOCTL_DEV : 0);
	if (abi >= 4 && !box->network)
		r.net = NET_TCP;
	if (abi >= 6)
		r.scoped = SCOPE_SOCKET | (box->kills ? 0 : SCOPE_SIGNAL);
	return r;
}

static bool
is_folder(int fd)
{
	int	 again = openat(fd, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);

	if (again >= 0)
		close(again);
	return again >= 0;
}

static void
let(int rules, const char *path, uint64_t rights)
{
	struct beneath	 b = { .fd = open(path, O_PATH | O_CLOEXEC) };

	if (b.fd < 0 && (errno == ENOENT || errno == EACCES))
		return;
	b.rights = b.fd >= 0 && !is_folder(b.fd) ? rights & FS_FILE : rights;
	if (b.fd < 0 || syscall(ADD_RULE, rules, 1, &b, 0) != 0)
		log_die("sandbox: %s: %s", path, strerror(errno));
	close(b.fd);
}

static void
let_all(int rules, const char *const *paths, uint64_t rights)
{
	size_t	 i;

	for (i = 0; paths != NULL && paths[i] != NULL && i < SANDBOX_PATHS; i++)
		if (*paths[i] != '\0')
			let(rules, paths[i], rights);
}

/*
 * Whatever the box: chance, where a library does not know getrandom.  Under a
 * sanitizer also what it reads of the process when that ends.
 */
static const char *const	 always[] = {
	"/dev/urandom",
#ifdef __SANITIZE_ADDRESS__
	"/proc", "/usr/bin", "/usr/lib",
#endif
	NULL
};

static bool
is_wanted(const char *how)
{
	const char	*said = getenv("SIAGA_SANDBOX");

	return said != NULL && strcmp(said, how) == 0;
}

void
sandbox_no_more(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		log_die("sandbox: no_new_privs: %s", strerror(errno));
}

void
sandbox_enter(const struct sandbox *box)
{
	struct ruleset	 all;
	int		 abi = spoken();
	long		 rules;

	sandbox_no_more();
	if (is_wanted("off"))
		return;
	if (abi == 0 && is_wanted("require"))
		log_die("sandbox: this kernel has no Landlock");
	if (abi == 0) {
		log_warn("sandbox: this kernel has no Landlock; going on without");
		return;
	}
	all = all_of(abi, box);
	if ((rules = syscall(CREATE, &all, sizeof(all), 0)) < 0)
		log_die("sandbox: no rules: %s", strerror(errno));
	let_all((int)rules, always, FS_SEE & all.fs);
	let_all((int)rules, box->read, FS_SEE & all.fs);
	let_all((int)rules, box->write, FS_KEEP & all.fs);
	let_all((int)rules, box->run, FS_RUN & all.fs);
	if (syscall(RESTRICT_SELF, (int)rules, 0) != 0)
		log_die("sandbox: not entered: %s", strerror(errno));
	close((int)rules);
}
