/* confine.c: a process that reads what is hostile, and has nothing to lose. */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lib/confine.h"
#include "lib/log.h"

#if defined(__x86_64__)
#define ARCH	AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH	AUDIT_ARCH_AARCH64
#else
#error "which system calls are there on this machine?"
#endif

/* AddressSanitizer reserves terabytes that it never uses. */
#if defined(__SANITIZE_ADDRESS__)
#define RESERVES	1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RESERVES	1
#endif
#endif

#define AT(field)	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define END(how)	BPF_STMT(BPF_RET | BPF_K, (how))
#define ALLOW(call)	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), \
			END(SECCOMP_RET_ALLOW)
/* Memory, but none to run code from. */
#define ALLOW_DATA(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 4), \
	AT(args[2]), \
	BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1), \
	END(SECCOMP_RET_KILL_PROCESS), \
	END(SECCOMP_RET_ALLOW)

static void
filter(void)
{
	struct sock_filter	 rules[] = {
		AT(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
		END(SECCOMP_RET_KILL_PROCESS),
		AT(nr),
		ALLOW(read), ALLOW(write), ALLOW(exit_group), ALLOW(exit), ALLOW(brk),
		ALLOW(munmap), ALLOW(mremap), ALLOW(madvise), ALLOW(futex),
		ALLOW(rt_sigreturn), ALLOW(sigaltstack), ALLOW(getrandom),
		ALLOW(clock_gettime),
		ALLOW_DATA(mmap), ALLOW_DATA(mprotect),
		/* A library that looks for a file of its own goes on without it. */
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 1),
		END(SECCOMP_RET_ERRNO | EACCES),
		END(SECCOMP_RET_KILL_PROCESS),
	};
	const struct sock_fprog	 program = { COUNT(rules), rules };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
		log_die("confine: no filter");
}

static void
limit(int what, rlim_t most)
{
	const struct rlimit	 r = { most, most };

	if (setrlimit((__rlimit_resource_t)what, &r) != 0)
		log_die("confine: no limit %d", what);
}

void
confine(unsigned cpu_seconds, size_t memory)
{
	close_range(3, ~0U, 0);
	limit(RLIMIT_CPU, cpu_seconds);
#ifdef RESERVES
	(void)memory;
#else
	limit(RLIMIT_AS, memory);
#endif
	limit(RLIMIT_NOFILE, 0);
	limit(RLIMIT_NPROC, 0);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CORE, 0);
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
		log_die("confine: can be looked into");
	filter();
}
