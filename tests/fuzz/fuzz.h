/* fuzz.h: what each fuzzer is, and how it says that something is not so. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static inline void
must(bool is_so)
{
	if (!is_so)
		abort();
}

/* A folder of its own: in memory, where there is a place for it; tests/fuzz/run says where. */
static inline const char *
fuzz_folder(void)
{
	static char	 dir[200];
	const char	*in = getenv("TMPDIR");

	snprintf(dir, sizeof(dir), "%s/fuzz.XXXXXX", in != NULL ? in :
	    access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	must(mkdtemp(dir) != NULL);
	return dir;
}

#endif
